"""The headless twins of the panes: each prints one view of a corpus."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import click
import polars as pl

from wiredesk import raw
from wiredesk.brief import make_brief, plain
from wiredesk.brief.wording import plural
from wiredesk.errors import QueryError
from wiredesk.query import (
    Listing,
    Query,
    Selection,
    actors_list,
    ambiguous_view,
    articles_list,
    figures_list,
    hits_view,
    keywords_view,
    select,
    timeline_list,
    why_texts,
)
from wiredesk.store import Index
from wiredesk_tui.cli import columns
from wiredesk_tui.cli.corpus import corpus, outcome, stored_or_updated
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure, point_at, tells_failures
from wiredesk_tui.cli.options import PILE, QueryCommand, corpus_options, output_options
from wiredesk_tui.cli.output import Column, Form, emit, say, to_terminal
from wiredesk_tui.cli.untouched import RAW_OPTION, Extract, print_raw


class _View(Protocol):
    def __call__(
        self, index: Index, selection: Selection, *, direct_only: bool
    ) -> Listing | pl.DataFrame: ...


_Untouched = tuple[Extract, tuple[Column, ...]]


def _articles(index: Index, selection: Selection, *, direct_only: bool) -> Listing:
    found = articles_list(index, selection)
    if not direct_only or selection.direct is None:
        return found
    matching = found.values("article_id").is_in(selection.direct["article_id"].unique().implode())
    return replace(found, rows=found.rows.filter(matching))


def _keywords(index: Index, selection: Selection, *, direct_only: bool) -> pl.DataFrame:
    """Of whole articles: no single sentence could be left out."""
    del direct_only
    return keywords_view(index, selection)


def _refused(index: Index, selection: Selection, *, direct_only: bool) -> pl.DataFrame:
    del selection, direct_only
    return index.refused


def _as_it_is(command: click.Command) -> click.Command:
    return command


def _command(
    name: str,
    view: _View,
    shown: tuple[Column, ...],
    about: str,
    *,
    untouched: _Untouched | None = None,
    more: Callable[[click.Command], click.Command] = _as_it_is,
) -> click.Command:
    @click.command(name, cls=QueryCommand, help=about)
    @click.argument("path", type=PILE)
    @click.argument("query", nargs=-1)
    @corpus_options()
    @output_options()
    @click.option(
        "--direct", is_flag=True, help="Only sentences that match the query themselves, not their articles."
    )
    @tells_failures
    def command(
        path: Path,
        query: Sequence[str],
        *,
        form: Form,
        limit: int,
        direct: bool,
        raw: bool = False,
        explain: bool = False,
        **where: Any,
    ) -> int:
        if raw and untouched is not None:
            extract, of_raw = untouched
            return print_raw([path, *where["also"]], query, extract, of_raw, form=form, limit=limit)
        index, selection = selected(path, query, where)
        found = view(index, selection, direct_only=direct)
        if explain:
            found = found.frame() if isinstance(found, Listing) else found
            why = why_texts(index, selection, found["article_id"].head(limit or found.height))
            found = found.join(why, on="article_id", how="left", maintain_order="left")
        emit(found, (*shown, *(columns.WHY if explain else ())), form=form, limit=limit)
        if selection.trouble is not None:
            say(selection.trouble)
        if not found.height:
            say_why_nothing(index, selection, narrowed=view is not _refused)
        return outcome(index, found.height)

    return more(RAW_OPTION(command) if untouched is not None else command)


articles = _command(
    "articles",
    _articles,
    columns.ARTICLES,
    "Articles, the best for the query first, then the newest.",
)
actors = _command("actors", actors_list, columns.ACTORS, "Who acts: persons, organisations, places, groups.")
ambiguous = _command(
    "ambiguous", ambiguous_view, columns.AMBIGUOUS, "Names that fit several actors, and whom they may mean."
)
timeline = _command("timeline", timeline_list, columns.TIMELINE, "Dated sentences in their order.")
figures = _command(
    "figures",
    figures_list,
    columns.FIGURES,
    "Claimed figures with their sentences.",
    untouched=(raw.figures, columns.RAW_FIGURES),
)
keywords = _command("keywords", _keywords, columns.KEYWORDS, "What the articles are about.")
search = _command(
    "search",
    hits_view,
    columns.HITS,
    "Sentences that match a query.",
    more=click.option(
        "--explain", is_flag=True, help="Tell of each sentence why its article stands where it does."
    ),
)
refused = _command("refused", _refused, columns.REFUSED, "What could not be read, and why.")


@click.command("brief", cls=QueryCommand)
@click.argument("path", type=PILE)
@click.argument("query", nargs=-1)
@corpus_options()
@click.option(
    "--entries", type=click.IntRange(min=1), default=10, metavar="N", help="Entries a section (default 10)."
)
@tells_failures
def brief(path: Path, query: Sequence[str], *, entries: int, **where: Any) -> int:
    """Print the one-page brief of a corpus as plain text."""
    index, selection = selected(path, query, where)
    click.echo(brief_text(index, selection, entries=entries), nl=False)
    if not selection.height:
        say_why_nothing(index, selection)
    return outcome(index, selection.height)


def brief_text(index: Index, selection: Selection, *, entries: int = 10) -> str:
    """The brief as wide as the terminal, 80 columns where there is none."""
    width = shutil.get_terminal_size((80, 24)).columns if to_terminal() or "COLUMNS" in os.environ else 80
    return plain(make_brief(index, selection, entries=entries), width=min(width, 110))


def selected(path: Path, query: Sequence[str], where: dict[str, Any]) -> tuple[Index, Selection]:
    """The index of a corpus, and what a query selects of it; `where` holds the corpus options.

    Raises:
        Failure: the query has a broken clause.
    """
    wanted = parsed(query)
    index = stored_or_updated(
        corpus([path, *where["also"]], where["store"], where["config"], where["names"]), where["stored"]
    )
    return index, select(index, wanted)


def parsed(query: Sequence[str]) -> Query:
    """A query from the words of a command line.

    Raises:
        Failure: it has a broken clause.
    """
    text = " ".join(query)
    try:
        return Query.parse(text)
    except QueryError as error:
        raise Failure(point_at(text, error), Exit.USAGE) from error


def say_why_nothing(index: Index, selection: Selection, *, narrowed: bool = True) -> None:
    """Tell on standard error why a view has no rows."""
    if not index.articles.height and index.refused.height:
        refusals = plural(index.refused.height, "refusal")
        say(f"nothing found: no article could be read, {refusals}; wiredesk refused tells why")
    elif narrowed and selection.emptied_by is not None:
        say(f"nothing found: no article is left after '{selection.emptied_by.text}'")
    else:
        say("nothing found")
