"""`wiredesk watch`: an index that is kept up to date without a screen."""

import signal
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import Final

import click

from wiredesk.brief.wording import plural
from wiredesk.build import Cancelled, Progress
from wiredesk_tui.cli.corpus import Corpus, corpus
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure, tells_failures
from wiredesk_tui.cli.indexing import account
from wiredesk_tui.cli.keeping import kept_up
from wiredesk_tui.cli.options import PILE, index_options
from wiredesk_tui.cli.output import say
from wiredesk_tui.news import in_words

_ENDING: Final = (signal.SIGTERM, signal.SIGINT)


@click.command("watch")
@click.argument("paths", nargs=-1, required=True, type=PILE, metavar="PATH...")
@index_options()
@click.option(
    "--poll",
    type=click.FloatRange(min=0.5, max=3600),
    metavar="SECONDS",
    help="Look at the files every so often rather than wait for the system to tell of changes.",
)
@tells_failures
def watch(
    paths: Sequence[Path], store: Path | None, config: Path | None, names: str | None, poll: float | None
) -> int:
    """Keep an index up to date until SIGTERM or Ctrl+C ends it, a line on standard error for each update.

    A file counts once nothing has happened to it for a second. Desks that are open with --watch show the
    new articles at once. Feeds that the configuration names are fetched meanwhile.
    """
    wanted = corpus(paths, store, config, names)
    poll = poll if poll is not None else wanted.configuration.settings.poll
    with _stopped_by_signals() as stop, _feeds_fetched(wanted, stop):
        updates = kept_up(wanted, stop, stored=False, poll=poll, on_told=say, on_progress=_ignore)
        try:
            for number, update in enumerate(updates):
                if number == 0:
                    say(f"{account(update.index)}; watching {', '.join(map(str, paths))}")
                elif update.changes:
                    say(f"{in_words(update.changes)}; {plural(update.index.articles.height, 'article')}")
        except Cancelled:
            if not stop.is_set():
                raise
    return Exit.DONE


@contextmanager
def _stopped_by_signals() -> Generator[Event]:
    """An event that is set when the process is asked to end, so that what is being done is left whole."""
    stop = Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, ask) for number in _ENDING}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _feeds_fetched(wanted: Corpus, stop: Event) -> Generator[None]:
    """Fetch the feeds that are configured, meanwhile.

    Raises:
        Failure: their articles would be stored where nobody watches.
    """
    settings = wanted.configuration.settings
    folder = settings.feeds_to
    if not settings.feeds:
        yield
        return
    if folder is None or not any(folder.resolve().is_relative_to(path.resolve()) for path in wanted.paths):
        raise Failure("feeds_to: lies in none of the watched folders; set it to a folder in one", Exit.USAGE)
    # Imported here: the client of the web is for those who have feeds.
    from wiredesk_tui.cli.feeds import feeds_of, keep_fetching

    fetching = Thread(target=keep_fetching, args=(feeds_of(settings.feeds), folder, stop, say), daemon=True)
    fetching.start()
    yield


def _ignore(_progress: Progress | None) -> None:
    """Tell nobody."""
