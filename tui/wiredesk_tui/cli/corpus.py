"""A corpus as the command line sees it: its paths, its store, and how it is brought up to date."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiredesk.desk import Desk, desk_file
from wiredesk.errors import DeskError, StoreLockedError
from wiredesk.store import Index, Store, store_directory
from wiredesk_tui.cli.configuration import Configuration, configuration
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.output import say
from wiredesk_tui.cli.progress import ProgressLine, Shows
from wiredesk_tui.places import data_folder

if TYPE_CHECKING:
    from wiredesk.build import Cancel, EngineName, Progress

STANDARD_INPUT: Final = Path("-")


@dataclass(frozen=True)
class Corpus:
    """Paths and what belongs to them.

    Attributes:
        paths: As given; `-` is standard input.
        store: Where the index is kept; None where there is nothing to keep it for (standard input).
        configuration: What the user set.
        engine: What works on the files; None: as many processes as are worth it.
        scheduler: Address of the Dask scheduler whose workers do it.
    """

    paths: tuple[Path, ...]
    store: Store | None
    configuration: Configuration
    engine: "EngineName | None" = None
    scheduler: str | None = None

    def build(
        self,
        on_progress: "Callable[[Progress], object]",
        *,
        on_partial: Callable[[Index], object] | None = None,
        on_notice: Callable[[str], object] = say,
        cancel: "Cancel | None" = None,
    ) -> Index:
        """Bring the index up to date, as the configuration says; see `wiredesk.build.build_index`."""
        # Readers and extractors take longer to import than a stored index takes to be shown.
        from wiredesk.build import Methods, build_index
        from wiredesk.link import load_lexicon

        settings = self.configuration.settings

        def marked(index: Index) -> None:
            if on_partial is not None:
                on_partial(self.marked(index, on_notice))

        index = build_index(
            self.paths,
            self.store,
            lexicon=load_lexicon(*settings.aliases),
            methods=Methods(settings.names, settings.keywords),
            processes=settings.processes,
            engine=self.engine,
            scheduler=self.scheduler,
            on_progress=on_progress,
            on_partial=marked if on_partial is not None else None,
            on_notice=on_notice,
            cancel=cancel,
        )
        return self.marked(index, on_notice)

    @property
    def desk(self) -> Desk:
        """The reader's own work on these paths."""
        return Desk(desk_file(self.paths, data_folder()))

    def marked(self, index: Index, on_told: Callable[[str], object] = say) -> Index:
        """An index with what the reader has seen; where that cannot be read, it is told, and all is new."""
        try:
            return index.with_seen(self.desk.seen())
        except DeskError as error:
            on_told(str(error))
            return index


def corpus(
    paths: Sequence[Path | str], store: Path | None, config: Path | None, names: str | None = None
) -> Corpus:
    """Put together what the command line says of a corpus.

    Args:
        names: What finds names, in place of what the configuration says.
    """
    given = tuple(Path(path) for path in paths)
    if store is not None:
        kept: Store | None = Store(store)
    elif STANDARD_INPUT in given:
        kept = None
    else:
        kept = Store(store_directory(given, data_folder()))
    configured = configuration(config)
    if names is not None:
        settings = replace(configured.settings, names=names)
        configured = replace(configured, settings=settings)
    return Corpus(given, kept, configured)


def stored_or_updated(wanted: Corpus, stored: bool, progress: type[Shows] = ProgressLine) -> Index:
    """The index of a corpus: as it is stored, or brought up to date with its progress shown.

    Where another process is just writing it, the stored one serves, and that is said.
    """
    if stored and wanted.store is not None:
        return wanted.marked(wanted.store.open(on_fallback=say))
    return updated(wanted, wait=False, progress=progress)


def updated(wanted: Corpus, *, wait: bool, progress: type[Shows] = ProgressLine) -> Index:
    """Bring an index up to date, with its progress on standard error where a person looks on.

    Args:
        wanted: The corpus.
        wait: Insist: raise rather than fall back to the stored index.
        progress: What shows it.

    Raises:
        StoreLockedError: another process is writing the index, and there is none yet, or `wait`.
    """
    with progress(sys.stderr) as line:
        try:
            return wanted.build(line.show)
        except StoreLockedError as locked:
            if wait or wanted.store is None or not wanted.store.is_filled:
                raise
            say(f"{locked} The stored index is shown as it is.")
            return wanted.marked(wanted.store.open(on_fallback=say))


def outcome(index: Index, found: int) -> Exit:
    """The exit code of a command that found so many rows in an index."""
    if found:
        return Exit.DONE
    unread = not index.articles.height and index.refused.height
    return Exit.UNREADABLE if unread else Exit.NOTHING
