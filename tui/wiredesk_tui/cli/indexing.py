"""Filling the store, and writing its tables for other programs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from wiredesk.brief import EXPORT_FORMATS, EXPORTED
from wiredesk.brief import export as write_tables
from wiredesk.brief.wording import methods_in_words, plural
from wiredesk.build import ENGINES, EngineName
from wiredesk.errors import QueryError
from wiredesk.query import Query, select
from wiredesk.store import Index
from wiredesk_tui.cli.corpus import corpus, outcome, stored_or_updated, updated
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure, point_at, tells_failures
from wiredesk_tui.cli.options import FOLDER, PILE, QueryCommand, corpus_options, index_options
from wiredesk_tui.cli.output import say
from wiredesk_tui.contents import Options
from wiredesk_tui.front import shown

_BRIEFED: Final = 50_000
"""Articles up to which the brief is made while nobody waits for it, so that the first start of the desk shows
it at once: a second of the processor's time. Of more it takes memory that indexing was spared."""


@click.command("index")
@click.argument("paths", nargs=-1, required=True, type=PILE, metavar="PATH...")
@index_options()
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="What works on the files: this process, several, or a Dask cluster (default: several).",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="A running Dask scheduler, tcp://HOST:PORT, whose workers share the files and the index.",
)
@tells_failures
def index(
    paths: Sequence[Path],
    store: Path | None,
    config: Path | None,
    names: str | None,
    engine: EngineName | None,
    scheduler: str | None,
) -> int:
    """Index files and folders; files that did not change are not read again."""
    wanted = replace(corpus(paths, store, config, names), engine=engine, scheduler=scheduler)
    filled = updated(wanted, wait=True)
    say(account(filled))
    for row in filled.refused.iter_rows(named=True):
        item = f" ({row['item']})" if row["item"] else ""
        say(f"{row['path']}{item}: {row['reason']}")
    if filled.height("articles") <= _BRIEFED:
        shown("brief", filled, select(filled, Query()), Options())  # which keeps it beside the index
    return outcome(filled, filled.articles.height)


@click.command("export", cls=QueryCommand)
@click.argument("path", type=PILE)
@click.argument("query", nargs=-1)
@click.option(
    "--to",
    "directory",
    required=True,
    type=FOLDER,
    metavar="DIR",
    help="The folder to write into; it is made where it is missing.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(EXPORT_FORMATS),
    default="jsonl",
    help="The form of the files (default jsonl).",
)
@corpus_options()
@tells_failures
def export(path: Path, query: Sequence[str], directory: Path, format_: Any, **where: Any) -> int:
    """Write the tables of a corpus, or of what a query selects, into a folder, one file each."""
    text = " ".join(query)
    try:
        wanted = Query.parse(text)
    except QueryError as error:
        raise Failure(point_at(text, error), Exit.USAGE) from error
    paths = [path, *where["also"]]
    _keep_out_of_pile(directory, paths)
    filled = stored_or_updated(
        corpus(paths, where["store"], where["config"], where["names"]), where["stored"]
    )
    selection = select(filled, wanted)
    write_tables(filled, selection, directory, format_)
    say(f"{directory}: {', '.join(EXPORTED)} of {plural(selection.articles.height, 'article')}")
    return outcome(filled, selection.articles.height)


def _keep_out_of_pile(directory: Path, paths: Sequence[Path]) -> None:
    """Refuse to write where the next run would take the tables for articles."""
    for path in paths:
        if path.is_dir() and directory.resolve().is_relative_to(path.resolve()):
            raise Failure(
                f"{directory}: lies in {path}, whose files are read as articles; choose a folder outside",
                Exit.USAGE,
            )


def account(filled: Index) -> str:
    """What became of all files, in one line."""
    states = dict(filled.files.group_by("status").len().iter_rows())
    parts = [f"{states.get(state, 0):,} {state}" for state in ("indexed", "grouped", "refused")]
    files, articles = plural(filled.files.height, "file"), plural(filled.articles.height, "article")
    found_by = methods_in_words(filled.methods)
    return f"{files} in = {' + '.join(parts)}; {articles}" + (f" (found by: {found_by})" if found_by else "")
