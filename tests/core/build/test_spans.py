"""Every exported row with a span says what the text says there, whatever the articles hold."""

import json
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wiredesk.brief import export
from wiredesk.build import build_index
from wiredesk.query import Query, select
from wiredesk.seeds import seeds_dir

SAID = {"mentions": "surface", "events": "text", "figures": "text", "roles": "role"}
ODD = [
    "\u00a0",
    "\u202e",
    "\x1b[2J",
    "e\u0301",
    "🛰️",
    "\u200f",
    "\x00",
    "“",
    "’",
    "\u2028",
    "İ",
    "ß",
    "漢字",
    "\u00ad",
]


def exported(pile: Path) -> dict[str, list[dict[str, Any]]]:
    index = build_index([pile], None, processes=0)
    with tempfile.TemporaryDirectory() as folder:
        files = export(index, select(index, Query()), Path(folder), "jsonl")
        return {
            file.stem: [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
            for file in files
        }


def check(tables: dict[str, list[dict[str, Any]]]) -> int:
    """Hold every span of an export to its text, and return how many there were."""
    texts = {row["article_id"]: row["text"] for row in tables["articles"]}
    sentences = {(row["article_id"], row["sentence"]): row for row in tables["sentences"]}
    for row in tables["sentences"]:
        assert texts[row["article_id"]][row["start"] : row["end"]].strip()
    spans = 0
    for table, said in SAID.items():
        for row in tables[table]:
            assert texts[row["article_id"]][row["start"] : row["end"]] == row[said]
            around = sentences[row["article_id"], row["sentence"]]
            assert around["start"] <= row["start"] < row["end"] <= around["end"]
            spans += 1
    for row in tables["keywords"]:
        around = sentences[row["article_id"], row["sentence"]]
        assert around["start"] <= row["start"] < row["end"] <= around["end"]
        spans += 1
    return spans


def test_every_span_of_the_sample_corpus_is_exact() -> None:
    assert check(exported(seeds_dir())) > 300


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_every_span_is_exact_in_text_with_odd_characters(chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted(seeds_dir().glob("0[1-6]*.txt")):
            text = list(file.read_text(encoding="utf-8"))
            for _ in range(chance.randrange(40)):
                text.insert(chance.randrange(len(text)), chance.choice(ODD))
            (Path(folder) / file.name).write_text("".join(text), encoding="utf-8")
        assert check(exported(Path(folder))) > 50


@pytest.mark.parametrize("text", ["", "\n\n\n", "x", "???", "12", "\u00ad\u200b"])
def test_a_text_with_next_to_nothing_gives_no_wrong_span(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    check(exported(tmp_path))
