"""Opening a corpus in the terminal, or printing its brief where there is none."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from wiredesk.errors import DeskError
from wiredesk.seeds import seeds_dir
from wiredesk_tui.aside import write_whole
from wiredesk_tui.cli.corpus import STANDARD_INPUT, Corpus, corpus
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure, tells_failures
from wiredesk_tui.cli.grounds import grounds_here
from wiredesk_tui.cli.options import PILE, corpus_options
from wiredesk_tui.cli.output import say
from wiredesk_tui.early.opening import NO_OPENING, Opening
from wiredesk_tui.places import config_file, ground_file, last_desk_file
from wiredesk_tui.terminal.grid import Row
from wiredesk_tui.terminal.ground import THEMES
from wiredesk_tui.terminal.profile import Profile, Wanted, settled
from wiredesk_tui.titles import SAMPLE, title_of

if TYPE_CHECKING:
    from wiredesk.store import Index
    from wiredesk.watch import Update


@click.command("open")
@click.argument("paths", nargs=-1, type=PILE, metavar="[PATH]...")
@corpus_options()
@click.option("--sample", is_flag=True, help="Open the sample corpus that comes with the program.")
@click.option(
    "--profile",
    type=click.Choice(("auto", "rich", "lean", "plain")),
    help="How much is sent to the terminal; auto tells it from the terminal and the line to it.",
)
@click.option(
    "--plain",
    "profile",
    flag_value="plain",
    type=click.UNPROCESSED,
    help="No screen: commands and answers line by line, for screen readers and logs; without a "
    "terminal the brief. The same as --profile plain.",
)
@click.option(
    "--watch/--no-watch",
    "watch",
    default=None,
    help="Go on with files that are new, changed or removed while the desk is open.",
)
@click.pass_obj
@tells_failures
def open_(
    opening: Opening | None,
    paths: Sequence[Path],
    *,
    sample: bool,
    profile: Wanted | None,
    watch: bool | None,
    **where: Any,
) -> int:
    """Index files and folders and open them in the terminal; without PATH, what was opened last.

    PATH is a file, a folder or `-` for standard input. Without a terminal the brief is printed.
    """
    given, title = what_to_open(paths, where["also"], sample)
    wanted = corpus(given, where["store"], where["config"], where["names"])
    settings = wanted.configuration.settings
    shown = settled(profile or settings.profile, ascii=settings.ascii)
    opening = opening or NO_OPENING
    if shown.name == "plain":
        opening.leave()
        if sys.stdin.isatty() and sys.stdout.isatty():
            return _answer_lines(wanted, title, where["stored"], shown)
        return _print_brief(wanted, where["stored"])
    if title != SAMPLE:
        _remember(given, opening)
    watched = STANDARD_INPUT not in given and (settings.watch if watch is None else watch)
    if watch and not watched:
        raise Failure("-: cannot be watched; leave out --watch", Exit.USAGE)
    return _run(wanted, title, where["stored"], shown, opening, watched=watched)


def what_to_open(paths: Sequence[Path], also: Sequence[Path], sample: bool) -> tuple[list[Path], str]:
    """The paths that are meant, which may be those of the last time, and what they are called.

    Raises:
        Failure: both the sample and paths are named.
    """
    if sample and (paths or also):
        raise Failure("--sample opens the sample corpus; leave it out to open your own files", Exit.USAGE)
    given = [*paths, *also]
    if not given and not sample:
        given = _remembered()
    if given:
        return given, title_of(given)
    return [seeds_dir()], SAMPLE


def _run(
    wanted: Corpus, title: str, stored: bool, profile: Profile, opening: Opening, *, watched: bool
) -> int:
    from wiredesk.store import Index
    from wiredesk_tui.app import run
    from wiredesk_tui.job import Job, OnNote, OnPartial, OnProgress, Progress

    store = wanted.store

    def opened() -> Index | None:
        return wanted.marked(store.open(), _untold) if store is not None and store.is_filled else None

    def built(on_progress: OnProgress, on_partial: OnPartial, cancel: Event) -> Index:
        if stored and store is not None:
            return wanted.marked(store.open(), _untold)
        return wanted.build(on_progress, on_partial=on_partial, on_notice=_untold, cancel=cancel)

    def watch(
        on_progress: Callable[[Progress | None], None], on_partial: OnPartial, on_note: OnNote, cancel: Event
    ) -> Iterator[tuple[Index, str]]:
        from wiredesk_tui.cli.keeping import kept_up

        poll = wanted.configuration.settings.poll
        updates = kept_up(
            wanted,
            cancel,
            stored=stored,
            poll=poll,
            on_told=on_note,
            on_progress=on_progress,
            on_partial=on_partial,
        )
        return ((update.index, _noted(wanted, update)) for update in updates)

    if STANDARD_INPUT in wanted.paths:
        _give_keys_back()
    lone = store is None or STANDARD_INPUT in wanted.paths
    settings = wanted.configuration.settings
    known = grounds_here(settings, profile)
    if settings.follows_ground:
        settings = replace(settings, theme=THEMES[known.told.ground])
    opening.trust()
    return run(
        Job(title, opened, built, watch if watched else None, wanted.desk, None if lone else watch),
        settings,
        profile,
        known if known.asks else None,
        first=opening.painted,
        keep=_keeper(opening, wanted, store.directory) if store is not None else None,
    )


def _keeper(opening: Opening, wanted: Corpus, store: Path) -> Callable[[Sequence[Row], str, bool], None]:
    """What keeps a frame of a store's index for the next start like this one."""
    settings = wanted.configuration.settings
    depends = [wanted.configuration.file or config_file(), ground_file()]
    if settings.themes is not None:
        depends.append(settings.themes / f"{settings.theme}.toml")
    files = [str(file.absolute()) for file in depends]

    def keep(rows: Sequence[Row], generation: str, in_colour: bool) -> None:
        opening.keep(
            rows, store=str(store.absolute()), generation=generation, depends=files, in_colour=in_colour
        )

    return keep


def _untold(_notice: str) -> None:
    """The screen shows the progress of the new index; a line of text would stand across it."""


def _noted(wanted: Corpus, update: "Update") -> str:
    """What has changed, and in which saved searches something is new, in words."""
    from wiredesk.query import searches_view
    from wiredesk_tui.news import in_words, with_searches

    try:
        searches = wanted.desk.searches() if update.changes.new else {}
    except DeskError:  # told when the searches are asked for
        return in_words(update.changes)
    return with_searches(update.changes, searches_view(update.index, searches))


def _print_brief(wanted: Corpus, stored: bool) -> int:
    from wiredesk_tui.cli.corpus import stored_or_updated

    return _brief_of(stored_or_updated(wanted, stored))


def _brief_of(index: "Index") -> int:
    from wiredesk.query import Query, select
    from wiredesk_tui.cli.corpus import outcome
    from wiredesk_tui.cli.views import brief_text

    click.echo(brief_text(index, select(index, Query())), nl=False)
    return outcome(index, index.articles.height)


def _answer_lines(wanted: Corpus, title: str, stored: bool, profile: Profile) -> int:
    from wiredesk_tui import plain
    from wiredesk_tui.cli.corpus import stored_or_updated
    from wiredesk_tui.cli.progress import ProgressLines

    index = stored_or_updated(wanted, stored, ProgressLines)
    if not index.articles.height:  # nothing to ask about: the brief says what became of the files
        return _brief_of(index)
    if title != SAMPLE:
        _remember(wanted.paths, NO_OPENING)
    # A command in another encoding is no reason to end, and the keys are read nowhere else.
    with open(0, encoding=sys.stdin.encoding, errors="replace", closefd=False) as keys:
        plain.run(index, keys, sys.stdout, title=title, ascii=profile.ascii, desk=wanted.desk)
    return Exit.DONE


def _give_keys_back() -> None:
    """After articles came through standard input, let the keyboard be read from the terminal."""
    try:
        keyboard = os.open("/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise Failure(f"-: no terminal to read keys from ({error.strerror})", Exit.UNREADABLE) from error
    os.dup2(keyboard, sys.stdin.fileno())
    os.close(keyboard)


def _remember(paths: Sequence[Path], opening: Opening) -> None:
    if STANDARD_INPUT in paths:
        return
    file = last_desk_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, "\n".join(str(path.resolve()) for path in paths) + "\n")
    except OSError as error:
        opening.leave()
        say(f"{file}: cannot be written ({error.strerror}); this desk will not be found again by itself")


def _remembered() -> list[Path]:
    try:
        lines = last_desk_file().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    paths = [Path(line) for line in lines if line]
    return paths if all(path.exists() for path in paths) else []
