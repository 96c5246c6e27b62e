"""A corpus that is kept up to date for as long as a command or a desk is open."""

from collections.abc import Callable, Iterator
from threading import Event

from wiredesk.build import Progress
from wiredesk.errors import StoreLockedError
from wiredesk.store import Index
from wiredesk.watch import Changes, Lookout, Stir, Update, follow
from wiredesk_tui.cli.corpus import STANDARD_INPUT, Corpus
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure


def kept_up(
    wanted: Corpus,
    stop: Event,
    *,
    stored: bool,
    poll: float | None,
    on_told: Callable[[str], object],
    on_progress: Callable[[Progress | None], object],
    on_partial: Callable[[Index], object] | None = None,
) -> Iterator[Update]:
    """Bring an index up to date, hand it on, and after it each next one until stopped.

    Where another process is writing the index, what is stored is handed on first.

    Args:
        wanted: The corpus; not standard input.
        stop: Set to stop.
        stored: Only follow what somebody else writes; the files are not looked at.
        poll: Seconds between two looks at the files; None: as the system tells.
        on_told: Called with what a person should know.
        on_progress: Called with each step, and with None when the work is done.
        on_partial: See `wiredesk.build.build_index`.

    Raises:
        WiredeskError: the first index cannot be made.
    """
    store = wanted.store
    if store is None or STANDARD_INPUT in wanted.paths:
        raise Failure("-: cannot be watched; name files and folders", Exit.USAGE)

    def build() -> Index:
        try:
            return wanted.build(on_progress, on_partial=on_partial, on_notice=on_told, cancel=stop)
        finally:
            on_progress(None)

    def reopen() -> Index:
        return wanted.marked(store.open(), on_told)

    paths = () if stored else wanted.paths
    with Lookout(paths, store.directory, stop, poll=poll, on_told=on_told) as lookout:
        owed: Stir | None = None
        try:
            first = reopen() if stored else build()
        except StoreLockedError as locked:
            on_told(f"another process is writing this index: waiting for it ({locked})")
            owed = Stir(frozenset(path.resolve() for path in paths))
            first = reopen() if store.is_filled else Index()
        yield Update(first, Changes())
        yield from follow(
            first,
            lookout,
            stop,
            build=None if stored else build,
            reopen=reopen,
            on_told=on_told,
            owed=owed,
        )
