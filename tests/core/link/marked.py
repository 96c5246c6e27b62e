"""Small corpora written by hand: names are marked in the text as [surface](kind)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from wiredesk.link import Lexicon, Linked, link_actors
from wiredesk.schema import ARTICLES, NAMES, SENTENCES, TEXTS, conform, identifier

MARK = re.compile(r"\[([^\[\]]+)\]\((person|organisation|place|group)\)")
SENTENCE = re.compile(r"[^\n]+?(?:(?<![A-Z])(?<!Gen)(?<!Brig)[.!?](?=\s|$)|$)", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Pile:
    """Frames of a few articles, as the rooms before linking give them."""

    articles: pl.DataFrame
    texts: pl.DataFrame
    sentences: pl.DataFrame
    names: pl.DataFrame


def pile(*marked: str) -> Pile:
    articles: list[dict[str, object]] = []
    texts: list[dict[str, object]] = []
    sentences: list[dict[str, object]] = []
    names: list[dict[str, object]] = []
    for number, source in enumerate(marked):
        key = identifier(f"{number:03}.txt", "", "0")
        text, spans = unmark(source)
        articles.append({"article_id": key, "path": f"{number:03}.txt", "part": 0})
        texts.append({"article_id": key, "text": text})
        bounds = [(found.start(), found.end()) for found in SENTENCE.finditer(text) if found[0].strip()]
        sentences.extend(
            {
                "article_id": key,
                "sentence": at,
                "start": a,
                "end": b,
                "kind": "body",
                "paragraph": text[:a].count("\n"),
            }
            for at, (a, b) in enumerate(bounds)
        )
        names.extend(
            {
                "article_id": key,
                "sentence": next(at for at, (a, b) in enumerate(bounds) if a <= start < b),
                "start": start,
                "end": end,
                "surface": text[start:end],
                "kind": kind,
            }
            for start, end, kind in spans
        )
    return Pile(
        conform(pl.DataFrame(articles), ARTICLES),
        conform(pl.DataFrame(texts), TEXTS),
        conform(pl.DataFrame(sentences), SENTENCES) if sentences else SENTENCES.to_frame(),
        conform(pl.DataFrame(names), NAMES) if names else NAMES.to_frame(),
    )


def unmark(source: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, at = "", list[tuple[int, int, str]](), 0
    for found in MARK.finditer(source):
        text += source[at : found.start()]
        spans.append((len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        at = found.end()
    return text + source[at:], spans


@dataclass(frozen=True, eq=False)
class Read:
    """A linked pile, to be asked by names instead of identifiers."""

    pile: Pile
    linked: Linked

    def of(self, surface: str, article: int = 0, nth: int = 0) -> tuple[str, str] | None:
        """Name and kind of the actor of a mention; None where it is ambiguous."""
        row = self.mentions(surface, article)[nth]
        if row["actor_id"] is None:
            return None
        (actor,) = self.linked.actors.filter(actor_id=row["actor_id"]).iter_rows(named=True)
        return str(actor["name"]), str(actor["kind"])

    def name(self, surface: str, article: int = 0, nth: int = 0) -> str | None:
        found = self.of(surface, article, nth)
        return found[0] if found is not None else None

    def mentions(self, surface: str, article: int = 0) -> list[dict[str, object]]:
        key = self.pile.articles["article_id"][article]
        wanted = (pl.col("article_id") == key) & (pl.col("surface") == surface)
        return self.linked.mentions.filter(wanted).to_dicts()

    def names(self, kind: str | None = None) -> list[str]:
        actors = self.linked.actors
        return sorted(actors["name"] if kind is None else actors.filter(kind=kind)["name"])

    def roles(self, actor: str) -> list[str]:
        key = self.linked.actors.filter(name=actor)["actor_id"].item()
        rows = self.linked.roles.filter(actor_id=key).select("role", "former").iter_rows()
        return [f"{role} (former)" if former else role for role, former in rows]


def link(*marked: str, lexicon: Lexicon | None = None) -> Read:
    made = pile(*marked)
    return Read(made, link_actors(made.articles, made.texts, made.sentences, made.names, lexicon=lexicon))


def plain(
    texts: Sequence[str], *, published: Sequence[date | None] = (), titles: Sequence[str | None] = ()
) -> Pile:
    """A pile of texts without names, with dates and headlines."""
    made = pile(*texts)
    days = list(published) or [None] * len(texts)
    heads = list(titles) or [None] * len(texts)
    articles = made.articles.with_columns(
        pl.Series("published", days, dtype=pl.Date), pl.Series("title", heads, dtype=pl.String)
    )
    return Pile(articles, made.texts, made.sentences, made.names)
