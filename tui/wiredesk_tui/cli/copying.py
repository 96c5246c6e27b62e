"""`wiredesk copies`: near-copies, and what each of them added or cut."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from wiredesk.query import copies_view, differences_view
from wiredesk_tui.cli import columns
from wiredesk_tui.cli.corpus import outcome
from wiredesk_tui.cli.failures import tells_failures
from wiredesk_tui.cli.options import PILE, QueryCommand, corpus_options, output_options
from wiredesk_tui.cli.output import Form, emit, say
from wiredesk_tui.cli.views import selected


@click.command("copies", cls=QueryCommand)
@click.argument("path", type=PILE)
@click.argument("query", nargs=-1)
@corpus_options()
@output_options()
@click.option(
    "--diff",
    is_flag=True,
    help="Word by word: what a copy shares with what it copies, added (+) and cut (-).",
)
@tells_failures
def copies(path: Path, query: Sequence[str], *, form: Form, limit: int, diff: bool, **where: Any) -> int:
    """Near-copies of other articles, and how much they added and cut."""
    index, selection = selected(path, query, where)
    view, shown = (differences_view, columns.DIFFERENCES) if diff else (copies_view, columns.COPIES)
    found = view(index, selection)
    emit(found, shown, form=form, limit=limit)
    if not found.height:
        say("nothing found: no selected article is a copy of another one")
    return outcome(index, found.height)
