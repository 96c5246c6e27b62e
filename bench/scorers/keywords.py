"""How many of the keywords that a reader would want the extractor finds.

The wanted keywords of an article were chosen by reading it (tests/quality/gold/keywords); each is a list of
wordings that count as the same. A keyword that was found counts for a wording if both are the same words, in
any order and number; if it holds the wording and at most two words more ("US-led coalition" for "coalition");
or if it is the wording's end and half of it at least ("Barzani" for "Masrour Barzani").
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from scorers import GOLD, Absent, Row
from wiredesk.clean import clean_documents, frames_of
from wiredesk.extract import extract_keywords, extract_names, split_sentences
from wiredesk.query import Selection, keywords_view, select
from wiredesk.read import Document, find_files, read_file
from wiredesk.store import Index
from wiredesk.text import fold

SHOWN: Final = 20
"""Keywords of an article that are looked at: what one screen shows."""
FEW: Final = 10
MORE_WORDS: Final = 2

_NEWSROOM: Final = Path(__file__).parents[2] / "core" / "training" / "data" / "newsroom"
_SAMPLE: Final = Path(__file__).parents[2] / "seeds"
_MARK: Final = re.compile(r"\[([^\[\]\n]+)\]\((?:PER|ORG|LOC|MISC)\)")
_TARGET: Final = 80.0
"""Per cent of the wanted keywords among the first twenty."""

Wanted = Sequence[Sequence[str]]


class Found(NamedTuple):
    """A keyword and its sort."""

    keyword: str
    sort: str | None


def gate() -> Iterator[Row]:
    """Score the newsroom articles that the name models have not seen, and the sample corpus as a whole."""
    for part in ("development", "held_out"):
        wanted: dict[str, Wanted] = tomllib.loads(_gold(f"{part}.toml"))
        documents = [Document(name, None, newsroom_text(name)) for name in wanted]
        index = index_of(documents)
        found = by_path(index)
        yield row(
            part.replace("_", "-") + " articles", [(n, w, found.get((n, 0), [])) for n, w in wanted.items()]
        )
    corpora: dict[str, dict[str, Any]] = tomllib.loads(_gold("corpora.toml"))
    sample = index_of(document for file in find_files([_SAMPLE]) for document in read_file(file).documents)
    for name, corpus in corpora.items():
        yield corpus_row(f"sample corpus: {name}", sample, corpus)


def score(sets: Path) -> Iterator[Row | Absent]:
    """Score the articles under `seeds`, with the wanted keywords of `gold/seeds.gold.json`."""
    folder, gold = sets / "seeds", sets / "gold" / "seeds.gold.json"
    for place in (folder, gold):
        if not place.exists():
            yield Absent("original reports", place)
            return
    wanted: dict[str, list[dict[str, Any]]] = json.loads(gold.read_text(encoding="utf-8"))["files"]
    index = index_of(document for file in find_files([folder]) for document in read_file(file).documents)
    found = by_path(index)
    items = [
        (f"{path} {part}", article["keywords"], found.get((path, part), []))
        for path, articles in wanted.items()
        for part, article in enumerate(articles)
    ]
    yield row("original reports", items)


def newsroom_text(name: str) -> str:
    """An annotated article without its marks."""
    return _MARK.sub(r"\1", (_NEWSROOM / f"{name}.txt").read_text(encoding="utf-8"))


def index_of(documents: Iterable[Document]) -> Index:
    """An index of articles, sentences, names and keywords alone, without linking."""
    told = sorted(clean_documents(list(documents)).articles, key=lambda article: (article.path, article.part))
    articles, texts = frames_of(told)
    sentences = split_sentences(told, articles["article_id"].to_list())
    names = extract_names(articles, texts, sentences)
    # The engine that is always there, so that figures are the same on every machine.
    keywords = extract_keywords(articles, texts, sentences, names, engine="yake")
    return Index(articles=articles, texts=texts, sentences=sentences, names=names, keywords=keywords)


def by_path(index: Index) -> Mapping[tuple[str, int], list[Found]]:
    """The keywords of each article by its path and part, best first."""
    found: dict[tuple[str, int], list[Found]] = {}
    joined = index.keywords.join(index.articles.select("article_id", "path", "part"), on="article_id")
    for entry in joined.sort("article_id", "rank").iter_rows(named=True):
        found.setdefault((entry["path"], entry["part"]), []).append(Found(entry["keyword"], entry["sort"]))
    return found


def row(label: str, articles: Sequence[tuple[str, Wanted, Sequence[Found]]]) -> Row:
    """Score some articles: name, wanted keywords, found keywords."""
    many = few = total = told = judged = 0
    wrong: list[str] = []
    for name, wanted, found in articles:
        for wordings in wanted:
            at = next((n for n, one in enumerate(found[:SHOWN]) if _fits_any(one.keyword, wordings)), None)
            total += 1
            if at is None:
                wrong.append(f"{name}: {wordings[0]}")
                continue
            many += 1
            few += at < FEW
            judged += 1
            told += (found[at].sort == "name") == wordings[0][0].isupper()
    figures = {
        "recall of 20": 100 * many / max(1, total),
        "recall of 10": 100 * few / max(1, total),
        "sort": 100 * told / max(1, judged),
    }
    return Row(label, figures, {"recall of 20": _TARGET}, wrong)


def corpus_row(label: str, index: Index, gold: Mapping[str, Any]) -> Row:
    """Score the keywords of a corpus under a query: which of the first twenty are wanted."""
    selection: Selection = select(index, gold["query"])
    found: list[str] = keywords_view(index, selection)["keyword"].head(SHOWN).to_list()
    wanted: list[list[str]] = gold["wanted"]
    hit = [wordings for wordings in wanted if any(_fits_any(keyword, wordings) for keyword in found)]
    first = [w for w in wanted if any(_fits_any(keyword, w) for keyword in found[:FEW])]
    figures = {
        "recall of 20": 100 * len(hit) / len(wanted),
        "recall of 10": 100 * len(first) / min(FEW, len(wanted)),
    }
    return Row(label, figures, {}, [f"{w[0]}" for w in wanted if w not in hit])


def fits(found: str, wanted: str) -> bool:
    """Whether a keyword that was found counts for a wording that is wanted."""
    one, other = _words(found), _words(wanted)
    if not one or not other:
        return False
    if sorted(one) == sorted(other):
        return True
    if set(other) <= set(one):
        return len(one) <= len(other) + MORE_WORDS
    return set(one) <= set(other) and one[-1] == other[-1] and 2 * len(one) >= len(other)


def _fits_any(found: str, wordings: Sequence[str]) -> bool:
    return any(fits(found, wording) for wording in wordings)


def _words(phrase: str) -> list[str]:
    """Folded words without plural and possessive endings; a hyphen parts words."""
    plain = fold(phrase).replace("'s", "").replace("-", " ").replace(".", "")
    return [word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in plain.split()]


def _gold(name: str) -> str:
    return (GOLD / "keywords" / name).read_text(encoding="utf-8")
