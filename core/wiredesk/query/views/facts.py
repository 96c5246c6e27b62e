"""What lists of dated sentences and of figures have in common: facts with their sentence and article."""

from collections.abc import Sequence

import polars as pl

from wiredesk.query.chosen import chosen, in_direct, with_direct
from wiredesk.query.selection import Selection
from wiredesk.query.sentences import with_text
from wiredesk.schema import TABLES
from wiredesk.store import Index


def articles_of(index: Index, name: str, rows: pl.Series) -> pl.Series:
    """For rows of a table the row of their article in `ARTICLES`."""
    return index.derived("places")[name].search_sorted(rows, "right") - 1


def told(
    index: Index, selection: Selection, name: str, rows: pl.Series, about: Sequence[str]
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
    shown = with_text(index, with_direct(selection, facts), articles)
    return shown.hstack(index.articles.select(about)[articles]) if about else shown


def ordered_rows(
    index: Index, selection: Selection, ordered: pl.DataFrame, name: str, *, direct_only: bool
) -> pl.DataFrame:
    """The rows of an ordered list that belong to a selection.

    Args:
        index: The index.
        selection: What to keep.
        ordered: A derived frame with `row` and `article`, in the order of a view.
        name: The table that `row` speaks of.
        direct_only: Keep only facts in sentences that match the query directly.
    """
    mask = chosen(index, selection).mask
    kept = ordered if mask is None else ordered.filter(mask.gather(ordered["article"]))
    if not direct_only or selection.direct is None:
        return kept
    named = index.table(name).select("article_id", "sentence")[kept["row"]]
    return in_direct(selection, named.hstack(kept)).select(kept.columns)


def rows_near(index: Index, name: str, article_id: int) -> pl.Series:
    """The rows of a table that belong to an article; none where the index does not hold it."""
    row = index.articles["article_id"].index_of(article_id)
    places = index.derived("places")[name]
    first, behind = (0, 0) if row is None else (int(places[row]), int(places[row + 1]))
    return pl.int_range(first, behind, eager=True, dtype=pl.UInt32)


def fact_column(index: Index, name: str, column: str, rows: pl.Series) -> pl.Series:
    """One column of some facts: their table's own, or their article's."""
    if column in TABLES[name]:
        return index.table(name)[column].gather(rows)
    return index.articles[column].gather(articles_of(index, name, rows))
