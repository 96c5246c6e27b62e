"""What the frames of facts say of actors, dates, figures, outlets and traits."""

import re

import polars as pl

from wiredesk.desk import unseen
from wiredesk.query.clauses import Actor, Dates, Figures, Language, Path, Source
from wiredesk.schema import MENTIONS
from wiredesk.store import Index
from wiredesk.text import fold


def word_pattern(folded: str) -> str:
    r"""A regular expression for words in folded text, with the match itself as group 1.

    Words match whole: no letter or digit may touch them. No look-around, which Polars' engine lacks.
    """
    body = r" +".join(re.escape(word) for word in folded.split(" "))
    before = r"(?:^|[^\w])" if re.match(r"\w", folded) else ""
    edge = r"(?:$|[^\w])" if re.search(r"\w$", folded) else ""
    return f"{before}({body}){edge}"


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
    words = [pl.col("folded").str.contains(word_pattern(word)) for word in wanted.split()]
    return names.filter(pl.all_horizontal(words)).drop("folded") if words else names.clear().drop("folded")


def mentions_of(index: Index, node: Actor) -> pl.DataFrame:
    """Where the actors that a name means are mentioned: columns article_id and sentence, a row a mention.

    In the order of `MENTIONS`, which is not read.
    """
    meant = actors_named(index, node)["actor_id"]
    actors = index.actors["actor_id"].is_in(meant.implode()).arg_true()
    named, places = index.derived("named"), index.derived("places")
    rows = named["actor"].is_in(actors.implode()).arg_true()
    articles = places["mentions"].search_sorted(rows, "right") - 1
    sentences = named["sentence"].gather(rows) - places["sentences"].gather(articles)
    return pl.DataFrame(
        {
            "article_id": index.articles["article_id"].gather(articles),
            "sentence": sentences.cast(MENTIONS["sentence"]),
        }
    )


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
    pattern = word_pattern(node.noun)
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


def described(node: Source | Language | Path) -> pl.Expr:
    """A test of a row of `ARTICLES`."""
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


def with_trait(index: Index, trait: str) -> pl.DataFrame:
    """The articles that have, or are, something: one column, article_id."""
    copies = index.articles.filter(pl.col("duplicate_of").is_not_null())
    match trait:
        case "copy":
            return article_ids(copies)
        case "new":
            return article_ids(unseen(index.articles, index.seen))
        case "date":
            return article_ids(index.events.filter(pl.col("value").is_not_null()))
        case "figure":
            return _with_rows(index, "figures")
        case "actor":
            return _with_rows(index, "mentions")
        case "keyword":
            return _with_rows(index, "keywords")
        case "dated":
            return article_ids(index.articles.filter(pl.col("published").is_not_null()))
        case "undated":
            return article_ids(index.articles.filter(pl.col("published").is_null()))
        case "sourced":
            return article_ids(index.articles.filter(pl.col("source").is_not_null()))
        case "unsourced":
            return article_ids(index.articles.filter(pl.col("source").is_null()))
        case _:
            raise AssertionError(trait)


def _with_rows(index: Index, table: str) -> pl.DataFrame:
    """The articles that have rows in a table, which is not read: one column, article_id."""
    firsts = index.derived("places")[table]
    return index.articles.select("article_id").filter(firsts.slice(1) > firsts.head(index.articles.height))


def article_ids(frame: pl.DataFrame) -> pl.DataFrame:
    """The articles of a frame's rows: one column, article_id, each once, in their order."""
    return frame.select("article_id").unique(maintain_order=True)
