"""Which rows of the tables a selection holds: by number, so that nothing is joined to tell."""

from dataclasses import dataclass
from typing import Final, Literal
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.rows import article_rows, stretches
from wiredesk.query.selection import Selection
from wiredesk.store import Index

Placed = Literal["sentences", "mentions", "events", "figures", "keywords", "pairs"]
"""Frames in the order of the articles, of which `PLACES` tells where an article's rows stand."""

_FEW: Final = 0.3
"""Share of the articles up to which it is cheaper to list their rows than to ask of every row whose it is
(measured with twenty million rows: 30 ms for a fifth of them, against 150)."""

_KEY: Final = ["article_id", "sentence"]


@dataclass(frozen=True, eq=False)
class Chosen:
    """The articles of a selection by number.

    Attributes:
        articles: Rows of `ARTICLES`, ascending, as UInt32; None: all of them.
        mask: For each row of `ARTICLES` whether it is among them; None: all are.
    """

    articles: pl.Series | None
    mask: pl.Series | None


_ALL: Final = Chosen(None, None)
_CACHE: WeakKeyDictionary[Selection, Chosen] = WeakKeyDictionary()


def chosen(index: Index, selection: Selection) -> Chosen:
    """The articles of a selection by number; found once for each selection."""
    if selection.everything:
        return _ALL
    known = _CACHE.get(selection)
    if known is None:
        wanted = selection.articles["article_id"]
        mask = index.articles["article_id"].is_in(wanted.implode())
        known = _CACHE[selection] = Chosen(mask.arg_true(), mask)
    return known


def rows_of(index: Index, selection: Selection, name: Placed) -> pl.Series | None:
    """The rows of a frame that belong to the selected articles.

    Returns:
        Their numbers, ascending, as UInt32; None: all rows.
    """
    articles = chosen(index, selection).articles
    if articles is None:
        return None
    first = index.derived("places")[name]
    return stretches(first.gather(articles), first.gather(articles + 1))


def mostly(index: Index, selection: Selection) -> bool:
    """Whether more than half of the articles are selected: it is cheaper to look at the others, then."""
    some = chosen(index, selection)
    return some.articles is not None and some.mask is not None and 2 * some.articles.len() > some.mask.len()


def narrowed(
    index: Index, selection: Selection, name: Literal["pairs"], *, others: bool = False
) -> pl.DataFrame:
    """The rows of a derived frame, in the order of the articles, that belong to the selected ones.

    Args:
        index: The index.
        selection: The selection.
        name: Of the frame; it has a column `article`.
        others: Those that belong to all other articles, instead.
    """
    frame = index.derived(name)
    some = chosen(index, selection)
    if some.articles is None or some.mask is None:
        return frame.clear() if others else frame
    mask = ~some.mask if others else some.mask
    if mask.sum() > _FEW * mask.len():
        return frame.filter(mask.gather(frame["article"]))
    first = index.derived("places")[name]
    articles = mask.arg_true()
    return frame[stretches(first.gather(articles), first.gather(articles + 1))]


def direct_sentences(index: Index, selection: Selection) -> pl.DataFrame | None:
    """The sentences that match the query directly, as rows of `SENTENCES`: one column, `sentence`.

    None where no clause can be told from a sentence: then all match.
    """
    direct = selection.direct
    if direct is None:
        return None
    first = index.derived("places")["sentences"].gather(article_rows(index, direct["article_id"]))
    return direct.select((first + pl.col("sentence").cast(pl.UInt32)).alias("sentence"))


def in_direct(selection: Selection, facts: pl.DataFrame) -> pl.DataFrame:
    """Keep the facts in sentences that match the query directly; all, where nothing can tell."""
    direct = selection.direct_in(facts)
    return facts if direct is None else facts.join(direct, on=_KEY, how="semi", maintain_order="left")


def with_direct(selection: Selection, facts: pl.DataFrame) -> pl.DataFrame:
    """Add the Boolean column `direct`: whether the fact's sentence matches the query directly."""
    direct = selection.direct_in(facts)
    if direct is None:
        return facts.with_columns(pl.lit(value=True).alias("direct"))
    marked = direct.with_columns(pl.lit(value=True).alias("direct"))
    return facts.join(marked, on=_KEY, how="left", maintain_order="left").with_columns(
        pl.col("direct").fill_null(value=False)
    )
