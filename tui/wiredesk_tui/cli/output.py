"""Views on standard output: text in columns, JSON, JSON Lines, CSV."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import click
import polars as pl
from rich.cells import cell_len

from wiredesk.brief import csv_safe
from wiredesk.text import safe_line

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


def emit(view: pl.DataFrame, columns: tuple[Column, ...], *, form: Form, limit: int) -> None:
    """Print a view; what is left out by the limit is said on standard error."""
    shown = view.head(min(limit, view.height)) if limit else view
    match form:
        case "plain":
            for line in _table(shown, columns):
                click.echo(line)
        # For programs, and so in UTF-8, whatever a terminal here would want.
        case "json":
            click.echo(shown.write_json().encode())
        case "jsonl":
            click.echo(shown.write_ndjson().encode(), nl=False)
        case "csv":
            click.echo(csv_safe(shown).write_csv().encode(), nl=False)
    if shown.height < view.height:
        click.echo(
            f"wiredesk: {shown.height:,} of {view.height:,} rows; --limit 0 prints all",
            err=True,
        )


def say(message: str) -> None:
    """Tell the user something that is not data."""
    click.echo(f"wiredesk: {safe_line(message)}", err=True)


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
