"""The option `--raw`: text files taken exactly as they are, without an index."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
import polars as pl

from wiredesk import raw
from wiredesk.errors import ReadError
from wiredesk.read import find_files
from wiredesk.read.found import bytes_of
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure
from wiredesk_tui.cli.output import Column, Form, emit, say

RAW_OPTION = click.option(
    "--raw",
    is_flag=True,
    help="Take text files exactly as they are: clean nothing, keep no index, take no query. Offsets count "
    "characters of the text below the front matter (`published: 2013-03-22` between `---` lines, or as a "
    "first line of its own).",
)

Extract = Callable[[Mapping[str, raw.Raw]], pl.DataFrame]


def print_raw(
    paths: Sequence[Path],
    query: Sequence[str],
    extract: Extract,
    shown: tuple[Column, ...],
    *,
    form: Form,
    limit: int,
) -> Exit:
    """Print what an extractor finds in text files as they are; what cannot be read is told.

    Raises:
        Failure: there is a query.
    """
    if query:
        raise Failure("--raw takes no query; leave it out, or leave out --raw", Exit.USAGE)
    texts: dict[str, raw.Raw] = {}
    for found in find_files(paths):
        try:
            for refusal in found.refusals:
                raise ReadError(refusal.reason)
            texts[found.path] = raw.read(bytes_of(found))
        except ReadError as error:
            say(f"{found.path}: {error}")
    rows = extract(texts)
    emit(rows, shown, form=form, limit=limit)
    if rows.height:
        return Exit.DONE
    say("nothing found")
    return Exit.NOTHING if texts else Exit.UNREADABLE
