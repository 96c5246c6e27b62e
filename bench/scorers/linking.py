"""Articles whose names are marked, linked by the names alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from wiredesk.extract import sentence_spans
from wiredesk.link import Linked, link_actors
from wiredesk.schema import ARTICLES, NAMES, SENTENCES, TEXTS, conform, identifier

_MARK: Final = re.compile(r"\[([^\[\]]+)\]\((person|organisation|place|group):([^()\s]+)\)")


class Mark(NamedTuple):
    """A name in a text and the gold key of its actor; `?` is a name that fits several, `-` is no actor."""

    start: int
    end: int
    kind: str
    key: str


class Marked(NamedTuple):
    """An article whose names are marked."""

    name: str
    text: str
    marks: tuple[Mark, ...]


class Found(NamedTuple):
    """What linking made of marked articles.

    Attributes:
        linked: The frames.
        actors: For each article and mark the actor, or None where it is ambiguous; a mark that linking
            took for no actor is absent.
    """

    linked: Linked
    actors: dict[tuple[int, Mark], int | None]


def link_marked(articles: Sequence[Marked]) -> Found:
    """Link the marked names of articles as one corpus."""
    ids = [identifier(article.name, "", str(number)) for number, article in enumerate(articles)]
    rows: list[tuple[int, int, int, int, str]] = []
    names: list[tuple[int, int, int, int, str, str]] = []
    for key, article in zip(ids, articles, strict=True):
        spans = [
            (at + start, at + end) for at, line in _lines(article.text) for start, end in sentence_spans(line)
        ]
        headline = article.text.find("\n")
        rows.extend(
            (key, number, start, end, "title" if end <= headline else "body")
            for number, (start, end) in enumerate(spans)
        )
        for start, end, kind, _ in article.marks:
            number = next((n for n, (_, stop) in enumerate(spans) if start < stop), len(spans) - 1)
            names.append((key, number, start, end, article.text[start:end], kind))
    sentences = pl.DataFrame(
        rows, schema=["article_id", "sentence", "start", "end", "kind"], orient="row"
    ).with_columns(pl.lit(0).alias("paragraph"))
    listed = [{"article_id": key, "path": a.name, "part": 0} for key, a in zip(ids, articles, strict=True)]
    texts = [{"article_id": key, "text": a.text} for key, a in zip(ids, articles, strict=True)]
    linked = link_actors(
        conform(pl.DataFrame(listed), ARTICLES),
        conform(pl.DataFrame(texts), TEXTS),
        conform(sentences, SENTENCES),
        pl.DataFrame(names, schema=NAMES, orient="row"),
    )
    at = {
        (row["article_id"], row["start"], row["end"]): row["actor_id"]
        for row in linked.mentions.iter_rows(named=True)
    }
    actors = {
        (number, mark): at[key, mark.start, mark.end]
        for number, (key, article) in enumerate(zip(ids, articles, strict=True))
        for mark in article.marks
        if (key, mark.start, mark.end) in at
    }
    return Found(linked, actors)


def _lines(text: str) -> Iterable[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def b_cubed(pairs: Iterable[tuple[object, object]]) -> tuple[float, float, float]:
    """B³ (Bagga and Baldwin, 1998) of (found, gold) clusters, in per cent: precision, recall, F1."""
    both = Counter(pairs)
    found, gold = Counter[object](), Counter[object]()
    for (one, other), n in both.items():
        found[one] += n
        gold[other] += n
    total = both.total()
    precision = 100 * sum(n * n / found[one] for (one, _), n in both.items()) / total
    recall = 100 * sum(n * n / gold[other] for (_, other), n in both.items()) / total
    return precision, recall, 2 * precision * recall / (precision + recall)


def clusters(articles: Sequence[Marked], found: Found) -> dict[str, list[tuple[object, object]]]:
    """(found, gold) clusters by kind; a name without an actor is alone."""
    pairs: dict[str, list[tuple[object, object]]] = defaultdict(list)
    for number, article in enumerate(articles):
        for mark in article.marks:
            if mark.key not in "?-":
                actor = found.actors.get((number, mark))
                kind = "organisation" if mark.kind == "group" else mark.kind
                pairs[kind].append(((number, mark) if actor is None else actor, mark.key))
    return pairs


def read_marked(folder: Path) -> tuple[list[Marked], set[tuple[str, str, str, bool]]]:
    """Marked articles of a folder, and its roles: article, key of the person, folded words, whether over."""
    articles: list[Marked] = []
    roles: set[tuple[str, str, str, bool]] = set()
    for file in sorted(folder.glob("*.txt")):
        source, _, stated = file.read_text(encoding="utf-8").partition("\nroles:\n")
        text, marks, at = "", list[Mark](), 0
        for found in _MARK.finditer(source):
            text += source[at : found.start()]
            marks.append(Mark(len(text), len(text) + len(found[1]), found[2], found[3]))
            text += found[1]
            at = found.end()
        articles.append(Marked(file.name, text + source[at:], tuple(marks)))
        for line in stated.splitlines():
            key, _, role = line.partition(" = ")
            if role:
                roles.add((file.name, key, role.removesuffix(" former").casefold(), role.endswith(" former")))
    return articles, roles


def roles_found(articles: Sequence[Marked], found: Found) -> set[tuple[str, str, str, bool]]:
    """The roles that linking found, in the form of `read_marked`."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for (_, mark), actor in found.actors.items():
        if actor is not None:
            votes[actor][mark.key] += 1
    name_of = {identifier(a.name, "", str(number)): a.name for number, a in enumerate(articles)}
    rows = found.linked.roles.select("article_id", "actor_id", "role", "former").iter_rows()
    return {
        (name_of[article], votes[actor].most_common(1)[0][0], role.casefold(), former)
        for article, actor, role, former in rows
    }
