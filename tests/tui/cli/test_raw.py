import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

NOTE = "---\npublished: 2013-03-22\n---\nShare this page\nThe port of Lund closed on Friday to 300 ships.\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "note.txt"
    file.write_text(NOTE, encoding="utf-8")
    return file


def rows(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_raw_dates_point_into_the_text_below_the_front_matter(
    wiredesk: Callable[..., Any], note: Path
) -> None:
    body = NOTE.split("---\n")[2]
    (row,) = rows(wiredesk("dates", note, "--raw", "--jsonl").out)
    assert (row["text"], row["value"], row["date_from"]) == ("Friday", "2013-03-22", "2013-03-22")
    assert body[row["start"] : row["end"]] == "Friday"


def test_raw_figures_point_into_the_text_below_the_front_matter(
    wiredesk: Callable[..., Any], note: Path
) -> None:
    body = NOTE.split("---\n")[2]
    (row,) = rows(wiredesk("figures", note, "--raw", "--jsonl").out)
    assert row["value"] == 300
    assert body[row["start"] : row["end"]] == row["text"] == "300 ships"


def test_raw_makes_no_index(wiredesk: Callable[..., Any], note: Path, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    assert wiredesk("dates", note, "--raw").code == 0
    assert set(tmp_path.rglob("*")) == before


def test_raw_reads_standard_input(wiredesk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(NOTE.encode()), isatty=lambda: False))
    (row,) = rows(wiredesk("dates", "-", "--raw", "--jsonl").out)
    assert (row["path"], row["value"]) == ("-", "2013-03-22")


def test_raw_takes_several_files_and_tells_which_cannot_be_read(
    wiredesk: Callable[..., Any], note: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_text("---\npublished: [\n---\nIn 2013.\n", encoding="utf-8")
    done = wiredesk("dates", note, "--also", broken, "--raw", "--jsonl")
    assert [row["path"] for row in rows(done.out)] == ["note.txt"]
    assert "broken.txt: has broken front matter" in done.err
    assert wiredesk("dates", broken, "--raw").code == 3


def test_all_types_are_given_on_demand(wiredesk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("In 2013 it took two years.", encoding="utf-8")
    assert [row["type"] for row in rows(wiredesk("dates", tmp_path / "a.txt", "--raw", "--jsonl").out)] == [
        "DATE"
    ]
    every = rows(wiredesk("dates", tmp_path / "a.txt", "--raw", "--all", "--jsonl").out)
    assert [(row["type"], row["value"]) for row in every] == [("DATE", "2013"), ("DURATION", "P2Y")]


def test_raw_takes_no_query(wiredesk: Callable[..., Any], note: Path) -> None:
    refused = wiredesk("dates", note, "port", "--raw")
    assert refused.code == 2
    assert "--raw takes no query" in refused.err


def test_a_text_without_dates_is_not_an_error_of_the_file(
    wiredesk: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    assert wiredesk("dates", tmp_path / "a.txt", "--raw").code == 1


def test_dates_of_a_corpus_are_narrowed_by_a_query(wiredesk: Callable[..., Any], pile: Path) -> None:
    found = rows(wiredesk("dates", pile, "dyke", "--jsonl").out)
    assert [(row["path"], row["text"], row["value"]) for row in found] == [
        ("dyke.txt", "Friday", "2022-01-07")
    ]
    assert wiredesk("dates", pile, "price", "--direct").code == 1
