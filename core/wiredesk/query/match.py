"""What one node of a query matches: articles always, sentences where a sentence alone can tell."""

import re
from dataclasses import dataclass
from functools import reduce

import polars as pl

from wiredesk.desk import unseen
from wiredesk.keyword import keyword_key
from wiredesk.query.clauses import (
    Actor,
    AllOf,
    AnyOf,
    Dates,
    Figures,
    Has,
    Keyword,
    Language,
    Node,
    Not,
    Path,
    Source,
    Words,
)
from wiredesk.query.sentences import sentence_texts
from wiredesk.schema import MENTIONS
from wiredesk.store import Index
from wiredesk.text import fold

_KEY = ["article_id", "sentence"]


@dataclass(frozen=True, eq=False, slots=True)
class Match:
    """What a node matches.

    Attributes:
        articles: One column, article_id, unique.
        sentences: Columns article_id and sentence, unique; None where no single sentence can tell.
    """

    articles: pl.DataFrame
    sentences: pl.DataFrame | None = None


def match(index: Index, node: Node) -> Match:
    """The articles and sentences of an index that match one node."""
    match node:
        case Words():
            return _of_sentences(_sentences_with(index, node))
        case Actor():
            return _of_sentences(mentions_of(index, node))
        case Keyword(folded):
            return _keyword(index, folded)
        case Dates():
            return _dates(index, node)
        case Figures():
            return _of_sentences(figures_matching(index.figures, node))
        case Source() | Language() | Path():
            return Match(_ids(index.articles.filter(_described(node))))
        case Has(trait):
            return Match(_with_trait(index, trait))
        case Not(inner):
            return Match(_ids(index.articles).join(match(index, inner).articles, on="article_id", how="anti"))
        case AllOf(nodes):
            return _all_of(index, nodes)
        case AnyOf(nodes):
            return _any_of([match(index, part) for part in nodes])


def word_pattern(words: Words) -> str:
    r"""A regular expression for folded text, with the match itself as group 1.

    Words match whole: no letter or digit may touch them. No look-around, which Polars' engine lacks.
    """
    body = r" +".join(re.escape(word) for word in words.folded.split(" "))
    before = r"(?:^|[^\w])" if re.match(r"\w", words.folded) else ""
    after = r"\w*" if words.prefix else ""
    edge = r"(?:$|[^\w])" if re.search(r"\w$", words.folded) and not words.prefix else ""
    return f"{before}({body}{after}){edge}"


def actors_named(index: Index, node: Actor) -> pl.DataFrame:
    """The actors a name means: by canonical name, else by alias, else by all its words in the name."""
    actors = index.actors if node.kind is None else index.actors.filter(pl.col("kind") == node.kind)
    wanted = fold(node.name)
    names = actors.with_columns(_folded(actors["name"]).alias("folded"))
    exact = names.filter(pl.col("folded") == wanted)
    if exact.height:
        return exact.drop("folded")
    aliases = [any(fold(alias) == wanted for alias in row) for row in actors["aliases"].to_list()]
    if any(aliases):
        return actors.filter(pl.Series(aliases, dtype=pl.Boolean))
    words = [pl.col("folded").str.contains(word_pattern(Words(word))) for word in wanted.split()]
    return names.filter(pl.all_horizontal(words)).drop("folded") if words else names.clear().drop("folded")


def mentions_of(index: Index, node: Actor) -> pl.DataFrame:
    """The mentions of the actors that a name means, with the schema `MENTIONS`."""
    if not index.actors.height:
        return MENTIONS.to_frame()
    return index.mentions.join(actors_named(index, node).select("actor_id"), on="actor_id", how="semi")


def figures_matching(figures: pl.DataFrame, node: Figures) -> pl.DataFrame:
    """The rows of a frame with the columns of `FIGURES` that a node means."""
    top = pl.coalesce("value_to", "value")
    tests: list[pl.Expr] = []
    if node.low is not None:
        tests.append(top > node.low if node.above else top >= node.low)
    if node.high is not None:
        value = pl.col("value")
        tests.append(value < node.high if node.below else value <= node.high)
    if node.unit is not None:
        # "unit:usd" means every amount in dollars, "unit:usd/bbl" those a barrel alone.
        unit, wanted = pl.col("unit").str.to_lowercase(), node.unit.lower()
        rate = unit + "/" + pl.col("per").str.to_lowercase()
        tests.append((unit == wanted) | (rate == wanted))
    if node.kind is not None:
        tests.append(pl.col("kind") == node.kind)
    found = figures.filter(pl.all_horizontal(tests)) if tests else figures
    if node.noun is None:
        return found
    pattern = word_pattern(Words(node.noun))
    return found.filter(_folded(found["noun"]).str.contains(pattern).fill_null(value=False))


def within(first: pl.Expr, last: pl.Expr, wanted: Dates) -> pl.Expr:
    """Whether the days from `first` to `last` touch the wanted ones; null days never do."""
    tests = [first.is_not_null()]
    if wanted.first:
        tests.append(last >= pl.lit(wanted.first, pl.Date))
    if wanted.last:
        tests.append(first <= pl.lit(wanted.last, pl.Date))
    return pl.all_horizontal(tests)


def _folded(names: pl.Series) -> pl.Series:
    return pl.Series("folded", [None if n is None else fold(n) for n in names], pl.String)


def _ids(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select("article_id").unique(maintain_order=True)


def _of_sentences(rows: pl.DataFrame) -> Match:
    return Match(_ids(rows), rows.select(_KEY).unique(maintain_order=True))


def _sentences_with(index: Index, words: Words) -> pl.DataFrame:
    return sentence_texts(index).filter(pl.col("folded").str.contains(word_pattern(words)))


def _keyword(index: Index, folded: str) -> Match:
    spelt = index.keywords["keyword"].unique(maintain_order=True)
    key = keyword_key(folded)
    same = [keyword for keyword in spelt if keyword_key(keyword) == key]
    articles = _ids(index.keywords.filter(pl.col("keyword").is_in(same)))
    spoken = _sentences_with(index, Words(folded)).join(articles, on="article_id", how="semi")
    return Match(articles, spoken.select(_KEY))


def _dates(index: Index, wanted: Dates) -> Match:
    published = pl.col("published")
    articles = _ids(index.articles.filter(within(published, published, wanted)))
    if wanted.of == "published":
        return Match(articles)
    events = _of_sentences(index.events.filter(within(pl.col("date_from"), pl.col("date_to"), wanted)))
    if wanted.of == "event":
        return events
    return Match(pl.concat([events.articles, articles]).unique(maintain_order=True), events.sentences)


def _described(node: Source | Language | Path) -> pl.Expr:
    match node:
        case Source(None):
            return pl.col("source").is_null()
        case Source(str() as folded):
            return _holds("source", folded)
        case Language(code):
            return pl.col("language") == code
        case Path(folded):
            return _holds("path", folded)
        case _:
            raise AssertionError(node)


def _holds(column: str, folded: str) -> pl.Expr:
    return (
        pl.col(column)
        .map_elements(lambda text: folded in fold(text), return_dtype=pl.Boolean)
        .fill_null(value=False)
    )


def _with_trait(index: Index, trait: str) -> pl.DataFrame:
    copies = index.articles.filter(pl.col("duplicate_of").is_not_null())
    match trait:
        case "copy":
            return _ids(copies)
        case "new":
            return _ids(unseen(index.articles, index.seen))
        case "date":
            return _ids(index.events.filter(pl.col("value").is_not_null()))
        case "figure":
            return _ids(index.figures)
        case "actor":
            return _ids(index.mentions)
        case "keyword":
            return _ids(index.keywords)
        case "dated":
            return _ids(index.articles.filter(pl.col("published").is_not_null()))
        case "undated":
            return _ids(index.articles.filter(pl.col("published").is_null()))
        case "sourced":
            return _ids(index.articles.filter(pl.col("source").is_not_null()))
        case "unsourced":
            return _ids(index.articles.filter(pl.col("source").is_null()))
        case _:
            raise AssertionError(trait)


def _all_of(index: Index, nodes: tuple[Node, ...]) -> Match:
    parts = [match(index, node) for node in nodes]
    articles = reduce(lambda a, b: a.join(b, on="article_id", how="semi"), (part.articles for part in parts))
    told = [part.sentences for part in parts if part.sentences is not None]
    if not told:
        return Match(articles)
    sentences = reduce(lambda a, b: a.join(b, on=_KEY, how="semi"), told)
    return Match(articles, sentences.join(articles, on="article_id", how="semi"))


def _any_of(parts: list[Match]) -> Match:
    articles = pl.concat([part.articles for part in parts]).unique(maintain_order=True)
    told = [part.sentences for part in parts if part.sentences is not None]
    return Match(articles, pl.concat(told).unique(maintain_order=True) if told else None)
