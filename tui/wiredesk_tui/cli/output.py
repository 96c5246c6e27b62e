"""Views on standard output: text in columns, JSON, JSON Lines, CSV."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import click
import polars as pl
from rich.cells import cell_len

from wiredesk.brief import csv_safe
from wiredesk.query import Listing
from wiredesk.text import safe_line
from wiredesk_tui.cli.telling import tell

Form = Literal["plain", "json", "jsonl", "csv"]
Row = dict[str, Any]

_GAP: Final = "  "
_MAX_COLUMN: Final = 40
"""A column but the last is padded to at most so much: one long outlet must not push the text away."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the plain form: its heading, what it shows of a row, and on which side it is padded."""

    heading: str
    show: Callable[[Row], object]
    right: bool = False


def emit(view: Listing | pl.DataFrame, columns: tuple[Column, ...], *, form: Form, limit: int) -> None:
    """Print a view; what is left out by the limit is said on standard error.

    What is for programs comes some thousand rows at a time; columns of text need all rows to be lined up.

    Args:
        view: Any view.
        columns: Of the plain form.
        form: How to print it.
        limit: Rows at most; 0 for all.
    """
    listing = view if isinstance(view, Listing) else Listing.of(view)
    shown = listing.head(min(limit, listing.height)) if limit else listing
    if form == "plain":
        for line in _table(shown.frame(), columns):
            click.echo(line)
    else:  # in UTF-8, whatever a terminal here would want
        for piece in _PIECES[form](shown.portions()):
            click.echo(piece.encode(), nl=False)
    if shown.height < listing.height:
        say(f"{shown.height:,} of {listing.height:,} rows; --limit 0 prints all")


def _json(portions: Iterator[pl.DataFrame]) -> Iterator[str]:
    yield "["
    gap = ""
    for portion in portions:
        if rows := portion.write_json()[1:-1]:
            yield gap + rows
            gap = ","
    yield "]\n"


def _jsonl(portions: Iterator[pl.DataFrame]) -> Iterator[str]:
    for portion in portions:
        yield portion.write_ndjson()


def _csv(portions: Iterator[pl.DataFrame]) -> Iterator[str]:
    for number, portion in enumerate(portions):
        yield csv_safe(portion).write_csv(include_header=number == 0)


_PIECES: Final = {"json": _json, "jsonl": _jsonl, "csv": _csv}
"""Form for programs -> what makes pieces of the output of portions of a view."""


def say(message: str) -> None:
    """Tell the user something that is not data."""
    tell(f"wiredesk: {safe_line(message)}")


def to_terminal() -> bool:
    """Standard output is a terminal that a person looks at."""
    return sys.stdout.isatty()


def _table(view: pl.DataFrame, columns: tuple[Column, ...]) -> list[str]:
    rows = [
        [safe_line("" if (value := column.show(row)) is None else str(value)) for column in columns]
        for row in view.iter_rows(named=True)
    ]
    widths = [
        min(_MAX_COLUMN, max([len(column.heading), *(cell_len(row[at]) for row in rows)]))
        for at, column in enumerate(columns)
    ]
    lines = [[column.heading for column in columns], *rows] if rows else []
    return [_GAP.join(map(_padded, cells, columns, widths)).rstrip() for cells in lines]


def _padded(cell: str, column: Column, width: int) -> str:
    pad = " " * (width - cell_len(cell))
    return pad + cell if column.right else cell + pad
