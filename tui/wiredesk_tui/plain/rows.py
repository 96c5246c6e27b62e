"""Rows of the views as items: the columns of the headless commands, one a line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from wiredesk.brief.wording import amount, measure
from wiredesk.query import Address, Clause, Listing, facet
from wiredesk_tui.cli import columns
from wiredesk_tui.cli.output import Column
from wiredesk_tui.plain.answer import Actor, Answer, Item, Target, WholeArticle
from wiredesk_tui.rows import FrameRows
from wiredesk_tui.wording import KIND_FIELDS, unit_in_words

Row = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """How the rows of a list are told.

    Attributes:
        columns: What is told of a row.
        lead: Headings of the columns that come first, on the row's own line.
        target: What a row opens.
        clause: What a row narrows the query to, or why it cannot.
    """

    columns: tuple[Column, ...]
    lead: tuple[str, ...]
    target: Callable[[Row], Target | None]
    clause: Callable[[Row], Clause | str]

    def item(self, row: Row) -> Item:
        """One row as an item; what is not known of it is left out, unless the column has a word for it."""
        told = {column.heading: str(_shown(column, row)).strip() for column in self.columns}
        first = ", ".join(filter(None, (told.pop(heading) for heading in self.lead))) or "untitled"
        facts = tuple(f"{heading}: {text}" for heading, text in told.items() if text)
        return Item(first, facts, self.target(row), self.clause(row))


def _shown(column: Column, row: Row) -> object:
    value = column.show(row)
    return "" if value is None else value


def _address(row: Row) -> Address:
    return Address(row["article_id"], row["sentence"], row["start"], row["end"])


def _outlet(row: Row) -> Clause | str:
    return facet("source", row["source"] or "unknown")


def _days(row: Row) -> Clause | str:
    first, last = row["date_from"], row["date_to"]
    if first is None or last is None:
        return "this date is not known: it cannot narrow the query"
    return facet("date", str(first) if first == last else f"{first}..{last}")


def _counted(row: Row) -> Clause | str:
    if row["noun"]:
        return facet("noun", row["noun"])
    if row["unit"]:
        return facet("unit", row["unit"])
    return "this figure has no unit and counts no named thing: it cannot narrow the query"


def _counts(row: Row) -> str:
    """What a figure counts, unless its unit says so already: "2 years"."""
    noun: str = row["noun"] or ""
    return "" if unit_in_words(row["unit"]).startswith(noun) else noun


def _nothing(_: Row) -> None:
    return None


FIGURE: Final = Column(
    "figure",
    lambda row: amount(
        row["value"], row["value_to"], unit_in_words(measure(row["unit"], row["per"])), row["qualifier"]
    ),
)
"""The unit in words, for those who hear it."""
COUNTS: Final = Column("counts", _counts)
SHAPES: Final[dict[str, Shape]] = {
    "articles": Shape(columns.ARTICLES, ("title",), lambda row: WholeArticle(row["article_id"]), _outlet),
    "actors": Shape(
        columns.ACTORS,
        ("name",),
        lambda row: Actor(row["actor_id"]),
        lambda row: facet(KIND_FIELDS.get(row["kind"], "actor"), row["name"]),
    ),
    "ambiguous": Shape(
        columns.AMBIGUOUS, ("name",), _address, lambda row: f"{row['surface']} may be several actors"
    ),
    "timeline": Shape(columns.TIMELINE, ("date",), _address, _days),
    "figures": Shape((FIGURE, COUNTS, *columns.FIGURES[2:]), ("figure", "counts"), _address, _counted),
    "keywords": Shape(columns.KEYWORDS, ("keyword",), _address, lambda row: facet("keyword", row["keyword"])),
    "search": Shape(columns.HITS, ("sentence",), _address, _outlet),
    "refused": Shape(columns.REFUSED, ("file",), _nothing, lambda _: "it was not read"),
}
"""List -> how its rows are told."""


def rows(name: str, heading: str, view: Listing | pl.DataFrame) -> Answer:
    """A view as an answer; its rows are made when they are told."""
    shape, made = SHAPES[name], FrameRows(view, ())
    return Answer(heading, len(made), lambda at: shape.item(made[at]))
