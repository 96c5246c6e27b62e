"""`wiredesk searches`: saved searches of a pile, with what is new in each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from wiredesk.brief.wording import plural
from wiredesk.desk import Desk, desk_file
from wiredesk.query import searches_view
from wiredesk_tui.cli import columns
from wiredesk_tui.cli.corpus import corpus, stored_or_updated
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import tells_failures
from wiredesk_tui.cli.options import PILE, QueryCommand, also_option, corpus_options, output_options
from wiredesk_tui.cli.output import Form, emit, say
from wiredesk_tui.cli.views import parsed, selected
from wiredesk_tui.places import data_folder


@click.group("searches")
def searches() -> None:
    """Saved searches of a pile: list them with what is new, save, rename or remove one, mark as seen.

    They belong to you and to the paths they were saved for, not to the index. An article is new until you
    mark it as seen; `is:new` in a query finds those that are.
    """


@searches.command("list")
@click.argument("path", type=PILE)
@corpus_options()
@output_options()
@tells_failures
def list_(path: Path, *, form: Form, limit: int, **where: Any) -> int:
    """List saved searches with how many articles each finds, and how many of these are new."""
    wanted = corpus([path, *where["also"]], where["store"], where["config"], where["names"])
    saved = wanted.desk.searches()
    if not saved:
        say("no search is saved for this pile; wiredesk searches save PATH NAME QUERY saves one")
        return Exit.NOTHING
    view = searches_view(stored_or_updated(wanted, where["stored"]), saved)
    emit(view, columns.SEARCHES, form=form, limit=limit)
    return Exit.DONE


@searches.command("save", cls=QueryCommand)
@click.argument("path", type=PILE)
@click.argument("name")
@click.argument("query", nargs=-1, required=True)
@also_option()
@tells_failures
def save(path: Path, name: str, query: Sequence[str], *, also: Sequence[Path]) -> int:
    """Save a query under a name; one of that name is replaced."""
    _desk(path, also).save(name, str(parsed(query)))
    return Exit.DONE


@searches.command("remove")
@click.argument("path", type=PILE)
@click.argument("name")
@also_option()
@tells_failures
def remove(path: Path, name: str, *, also: Sequence[Path]) -> int:
    """Remove a saved search; no article is touched."""
    _desk(path, also).remove(name)
    return Exit.DONE


@searches.command("rename")
@click.argument("path", type=PILE)
@click.argument("name")
@click.argument("to")
@also_option()
@tells_failures
def rename(path: Path, name: str, to: str, *, also: Sequence[Path]) -> int:
    """Give a saved search another name."""
    _desk(path, also).rename(name, to)
    return Exit.DONE


@searches.command("seen", cls=QueryCommand)
@click.argument("path", type=PILE)
@click.argument("query", nargs=-1)
@corpus_options()
@tells_failures
def seen(path: Path, query: Sequence[str], **where: Any) -> int:
    """Mark all articles, or those that a query finds, as seen: they are new no more."""
    index, selection = selected(path, query, where)
    articles = index.articles.join(selection.articles, on="article_id", how="semi")
    _desk(path, where["also"]).mark_seen(articles)
    say(f"{plural(articles.height, 'article')} marked as seen")
    return Exit.DONE


def _desk(path: Path, also: Sequence[Path]) -> Desk:
    return Desk(desk_file([path, *also], data_folder()))
