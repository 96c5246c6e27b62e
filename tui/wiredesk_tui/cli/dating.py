"""`wiredesk dates`: date expressions one by one, of a corpus or of text files as they are."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
import polars as pl

from wiredesk import raw as untouched
from wiredesk.extract.dates import ALL, CALENDAR, extract_dates
from wiredesk.query import Selection
from wiredesk.query.selection import narrow
from wiredesk.schema import TimexType
from wiredesk.store import Index
from wiredesk_tui.cli import columns
from wiredesk_tui.cli.corpus import outcome
from wiredesk_tui.cli.failures import tells_failures
from wiredesk_tui.cli.options import PILE, QueryCommand, corpus_options, output_options
from wiredesk_tui.cli.output import Form, emit
from wiredesk_tui.cli.untouched import RAW_OPTION, print_raw
from wiredesk_tui.cli.views import say_why_nothing, selected


@click.command("dates", cls=QueryCommand)
@click.argument("path", type=PILE)
@click.argument("query", nargs=-1)
@corpus_options()
@output_options()
@click.option("--direct", is_flag=True, help="Only sentences that match the query themselves.")
@RAW_OPTION
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="All types of TIMEX3: lengths (two years), repeated times (every day) and times of day, too.",
)
@tells_failures
def dates(
    path: Path,
    query: Sequence[str],
    *,
    form: Form,
    limit: int,
    direct: bool,
    raw: bool,
    every: bool,
    **where: Any,
) -> int:
    """Date expressions one by one, as TIMEX3 marks them.

    Cut and valued as the annotation standard TIMEX3 does it: each end of a range is a row, and so are now,
    recently and soon (PRESENT_REF, PAST_REF, FUTURE_REF). Where the text does not tell what "the previous
    day" leans on, it is the latest date before it or the day of publication; `wiredesk timeline` leaves that
    open.
    """
    types = ALL if every else CALENDAR
    if raw:
        extract = partial(untouched.dates, types=types)
        return print_raw([path, *where["also"]], query, extract, columns.DATES, form=form, limit=limit)
    index, selection = selected(path, query, where)
    found = _dates(index, selection, types)
    found = found.filter("direct") if direct else found
    emit(found, columns.DATES, form=form, limit=limit)
    if not found.height:
        say_why_nothing(index, selection)
    return outcome(index, found.height)


def _dates(index: Index, selection: Selection, types: tuple[TimexType, ...]) -> pl.DataFrame:
    """The selected articles' dates, found anew: they are cut otherwise than the stored events."""
    articles, texts, sentences = (
        frame.join(
            selection.articles.select("article_id"), on="article_id", how="semi", maintain_order="left"
        )
        for frame in (index.articles, index.texts, index.sentences)
    )
    about = articles.select("article_id", "path", "source", "title", "published")
    found = narrow(selection, extract_dates(articles, texts, sentences, types=types))
    named = found.join(about, on="article_id", how="left", maintain_order="left")
    return named.select("path", pl.exclude("path"))
