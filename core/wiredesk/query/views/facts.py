"""What lists of dated sentences and of figures have in common: facts with their sentence and article."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from wiredesk.query.chosen import kept
from wiredesk.query.listing import Listing
from wiredesk.query.rows import articles_of
from wiredesk.query.selection import Selection
from wiredesk.query.sentences import with_text
from wiredesk.schema import TABLES
from wiredesk.store import Index

FactsTable = Literal["events", "figures"]


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of facts.

    Attributes:
        table: The facts' table.
        schema: Of the list.
        written: What the list calls the table's column `text`: the fact as written.
        about: Columns of `ARTICLES` that it shows.
    """

    table: FactsTable
    schema: pl.Schema
    written: str
    about: tuple[str, ...]


def told(
    index: Index, selection: Selection, name: FactsTable, rows: pl.Series, about: Sequence[str]
) -> pl.DataFrame:
    """Some facts, each with its sentence and what is known of its article.

    Args:
        index: The index.
        selection: Tells which facts are direct matches.
        name: The facts' table.
        rows: Their rows in it.
        about: Columns of `ARTICLES`.

    Returns:
        The rows, in the order given, with the columns `direct`, `text`, `sentence_kind` and those of
        `about`. A column `text` of the table itself is called `written`.
    """
    articles = articles_of(index, name, rows)
    facts = index.table(name)[rows]
    if "text" in facts.columns:
        facts = facts.rename({"text": "written"})
    shown = with_text(index, selection.marked(facts), articles)
    return shown.hstack(index.articles.select(about)[articles]) if about else shown


def facts_in_order(
    index: Index, selection: Selection, table: FactsTable, ordered: pl.DataFrame, *, direct_only: bool
) -> pl.DataFrame:
    """The facts of the selected articles, by number, in the order of their list.

    Args:
        index: The index.
        selection: What to keep.
        table: The facts' table.
        ordered: All facts in that order: columns row, in the table, and article, a row of `ARTICLES`; others
            are kept.
        direct_only: Keep only facts in sentences that match the query directly.
    """
    found = kept(selection, ordered)
    if not direct_only or selection.direct is None:
        return found
    sentences = index.table(table).select("article_id", "sentence")[found["row"]]
    return found.filter(selection.marked(sentences)["direct"])


def facts_listing(index: Index, selection: Selection, facts: Facts, rows: pl.Series) -> Listing:
    """The list of some facts, of which only those rows are made that are looked at.

    The columns of their table, and the article's, are to be had alone.

    Args:
        index: The index.
        selection: Tells which facts are direct matches.
        facts: Which.
        rows: Their rows in their table, in the order of the list.
    """

    def show(wanted: pl.Series) -> pl.DataFrame:
        shown = told(index, selection, facts.table, wanted, facts.about)
        return shown.rename({"written": facts.written}).select(list(facts.schema))

    def column(name: str, wanted: pl.Series) -> pl.Series:
        name = "text" if name == facts.written else name
        if name in TABLES[facts.table]:
            return index.table(facts.table)[name].gather(wanted)
        return index.articles[name].gather(articles_of(index, facts.table, wanted))

    def near(article_id: int) -> pl.Series:
        row = index.articles["article_id"].index_of(article_id)
        places = index.derived("places")[facts.table]
        first, behind = (0, 0) if row is None else (int(places[row]), int(places[row + 1]))
        return pl.int_range(first, behind, eager=True, dtype=pl.UInt32)

    return Listing(facts.schema, rows, show, column, near)
