"""The two engines: the same keywords, the same in every run and thread."""

import re
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from wiredesk.clean import clean_documents, frames_of
from wiredesk.errors import ConfigError
from wiredesk.extract import extract_keywords, extract_names, split_sentences
from wiredesk.extract.keywords import KEYWORD_ENGINES, keyword_engine
from wiredesk.read import Document, find_files, read_file
from wiredesk.seeds import seeds_dir

fast_only = pytest.mark.skipif(find_spec("yake_rust") is None, reason="yake-rust is not installed")

OVERLAP = 0.97
"""Share of an article's keywords that both engines find, at least, on average over articles; they cut a few
words apart differently ("A.B.C.", words with slashes)."""
NEWSROOM = Path(__file__).parents[4] / "core" / "training" / "data" / "newsroom"
MARK = re.compile(r"\[([^\[\]\n]+)\]\((?:PER|ORG|LOC|MISC)\)")


def articles() -> list[Document]:
    sample = [document for found in find_files([seeds_dir()]) for document in read_file(found).documents]
    newsroom = sorted(NEWSROOM.glob("*.txt"))[::12]
    return [
        *sample,
        *(Document(f.name, None, MARK.sub(r"\1", f.read_text(encoding="utf-8"))) for f in newsroom),
    ]


def found_by(engine: str, documents: list[Document]) -> dict[int, list[tuple[str, str | None, float]]]:
    told = sorted(clean_documents(documents).articles, key=lambda article: (article.path, article.part))
    frames, texts = frames_of(told)
    sentences = split_sentences(told, frames["article_id"].to_list())
    names = extract_names(frames, texts, sentences)
    keywords: dict[int, list[tuple[str, str | None, float]]] = {}
    for row in extract_keywords(frames, texts, sentences, names, engine=engine).iter_rows(named=True):
        keywords.setdefault(row["article_id"], []).append((row["keyword"], row["sort"], row["score"]))
    return keywords


@fast_only
def test_both_engines_find_the_same_keywords() -> None:
    documents = articles()
    slow, fast = found_by("yake", documents), found_by("yake-rust", documents)
    assert slow.keys() == fast.keys()
    assert len(slow) > 10
    shares = [
        len({keyword for keyword, _, _ in slow[article]} & {keyword for keyword, _, _ in fast[article]})
        / len(slow[article])
        for article in slow
    ]
    assert sum(shares) / len(shares) >= OVERLAP, sorted(shares)[:5]


@fast_only
def test_yake_rust_gives_the_same_in_every_run_and_thread() -> None:
    documents = articles()[:12]
    once = found_by("yake-rust", documents)
    with ThreadPoolExecutor(4) as pool:
        assert all(again == once for again in pool.map(found_by, ["yake-rust"] * 4, [documents] * 4))


def test_the_engine_is_named_with_its_version() -> None:
    assert keyword_engine("yake") == f"yake {version('yake')}"
    assert keyword_engine(keyword_engine("yake")) == keyword_engine("yake")
    assert keyword_engine() in {keyword_engine(name) for name in KEYWORD_ENGINES if is_there(name)}


@fast_only
def test_yake_rust_is_taken_where_it_is_installed() -> None:
    assert keyword_engine("auto") == f"yake-rust {version('yake-rust')}"


def test_an_engine_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        del name

    monkeypatch.setattr("wiredesk.extract.keywords.engine.find_spec", absent)
    assert keyword_engine("auto").startswith("yake ")
    with pytest.raises(ConfigError, match=r"wiredesk\[fast\]"):
        keyword_engine("yake-rust")


def is_there(name: str) -> bool:
    return name != "yake-rust" or find_spec("yake_rust") is not None
