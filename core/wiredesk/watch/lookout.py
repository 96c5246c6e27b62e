"""Tells that files below some paths, or the index in a store, were changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Final, Self

from wiredesk.read import LEFT_OUT
from wiredesk.read.sidecar import SIDECAR_SUFFIX, TABLE_NAME
from wiredesk.store.generations import POINTER
from wiredesk.watch.network import POLL, on_network

REST: Final = 1.0
"""Seconds in which nothing may happen to a file, and its size and time may not change, before it is read: a
download or a copy over a network that still goes on writes more often than that. Not less than 1: where the
files are looked at now and then, their times are compared in whole seconds."""
LONGEST: Final = 30.0
"""Seconds after which a file that never comes to rest, such as a log, holds back the others no longer."""

_STEP: Final = 200
"""Milliseconds between two looks into the system's queue; a waiting program should not wake up more often."""
_TICK: Final = 0.2
"""Seconds after which a wait looks whether it is to stop."""


@dataclass(frozen=True, slots=True)
class Stir:
    """Something was changed.

    Attributes:
        files: Files and folders below the paths.
        index: The store has another index now.
    """

    files: frozenset[Path] = frozenset()
    index: bool = False

    def __or__(self, other: "Stir") -> "Stir":
        return Stir(self.files | other.files, self.index or other.index)


_READY: Final = 10.0
"""Seconds to wait for the system to be ready to tell: for a million folders it takes longer, and what changes
meanwhile may be missed until the next change."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder to look at.

    Attributes:
        folder: It need not be there.
        deep: Look into the folders in it, too.
        kept: What a changed path in it stirs.
        all: What it stirs when the folder itself comes or goes.
    """

    folder: Path
    deep: bool
    kept: Callable[[Path], Stir]
    all: Stir


class Lookout:
    """Looks out for changes while it is open; use it in a `with`.

    Hidden files, and what `find_files` leaves out otherwise, stir nothing.

    Args:
        paths: Files and folders; none of them: only the store counts.
        store: The store's folder, whose own files stir nothing but its pointer; None where there is none.
        stop: Set to stop.
        poll: Seconds between two looks, instead of waiting for what the system tells; None: only for
            paths on a network, and where the system refuses.
        rest: See `REST`.
        longest: See `LONGEST`.
        on_told: Called from any thread with what a person should know.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        store: Path | None,
        stop: Event,
        *,
        poll: float | None = None,
        rest: float = REST,
        longest: float = LONGEST,
        on_told: Callable[[str], object] = print,
    ) -> None:
        self._paths = [path.resolve() for path in paths]
        self._store = store.resolve() if store is not None else None
        self._stop, self._poll, self._rest, self._longest = stop, poll, rest, longest
        self._on_told = on_told
        self._stirs: SimpleQueue[Stir] = SimpleQueue()
        self._threads: list[Thread] = []
        self._ended = Event()

    def __enter__(self) -> Self:
        ready: list[Event] = []
        for place in self._places():
            ready.append(Event())
            name = f"lookout {place.folder}"
            self._threads.append(Thread(target=self._run, args=(place, ready[-1]), name=name, daemon=True))
            self._threads[-1].start()
        for one in ready:
            one.wait(_READY)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    # -------------------------------------------------------------- waiting
    def wait(self, seconds: float | None = None) -> Stir | None:
        """Wait for the next change; None where none came in that time, or it is time to stop."""
        end = monotonic() + seconds if seconds is not None else None
        while not self._stop.is_set():
            left = _TICK if end is None else min(_TICK, end - monotonic())
            try:
                return self._stirs.get(timeout=max(0.0, left))
            except Empty:
                if end is not None and monotonic() >= end:
                    return None
        return None

    def settled(self, stir: Stir) -> Stir:
        """Wait until the files of a change, and of those that come meanwhile, rest; all of it together."""
        end = monotonic() + self._longest
        states = _states(stir.files)
        while not self._stop.is_set():
            more = self.wait(self._rest)
            stir = stir | more if more is not None else stir
            now = _states(stir.files)
            if (more is None and now == states) or monotonic() >= end:
                break
            states = now
        return stir

    # -------------------------------------------------------------- looking
    def _run(self, place: _Place, ready: Event) -> None:
        poll = self._poll or (POLL if on_network(place.folder) else None)
        while not self._ended.is_set():
            try:
                self._follow(place, poll, ready)
            except (OSError, RuntimeError) as error:  # RuntimeError: of the library's own part in Rust
                if place.folder.exists() and poll is None:
                    poll = POLL
                    self._on_told(
                        f"{place.folder}: the system does not tell of changes ({error}); "
                        f"looking every {poll:g} seconds instead"
                    )
                    continue
            ready.set()
            self._ended.wait(poll or POLL)  # the folder is gone, and may come back

    def _follow(self, place: _Place, poll: float | None, ready: Event) -> None:
        """Look at a folder until it is gone, or it is time to stop."""
        # Imported here: only who watches needs it.
        from watchfiles import watch

        come_back = ready.is_set()
        for changed in watch(
            place.folder,
            watch_filter=None,
            step=_STEP,
            stop_event=self._ended,
            rust_timeout=2 * _STEP,
            yield_on_timeout=True,
            raise_interrupt=False,
            force_polling=poll is not None,
            poll_delay_ms=round(1000 * poll) if poll else _STEP,
            recursive=place.deep,
            ignore_permission_denied=True,
        ):
            ready.set()
            stir = _together(place.kept(Path(path)) for _, path in changed)
            gone = not place.folder.exists()
            if gone or come_back:
                stir |= place.all
            come_back = False
            if stir != Stir():
                self._stirs.put(stir)
            if gone:
                return

    # -------------------------------------------------------------- what counts
    def _places(self) -> Iterator[_Place]:
        for path in self._paths:
            if path.is_dir():
                yield _Place(path, True, partial(self._in_folder, path), Stir(frozenset({path})))
            else:
                # The folder, as what replaces a file is another one.
                names = frozenset({path.name, path.name + SIDECAR_SUFFIX, TABLE_NAME})
                kept = partial(_named, names)
                yield _Place(path.parent, False, kept, Stir(frozenset({path})))
        if self._store is not None:
            yield _Place(self._store, False, partial(_pointer, self._store), Stir(index=True))

    def _in_folder(self, folder: Path, path: Path) -> Stir:
        if self._store is not None and path.is_relative_to(self._store):
            return Stir()
        if not path.is_relative_to(folder):
            return Stir()
        names = path.relative_to(folder).parts
        left_out = any(name.startswith(".") or name in LEFT_OUT for name in names)
        return Stir() if left_out else Stir(frozenset({path}))


def _named(names: frozenset[str], path: Path) -> Stir:
    return Stir(frozenset({path})) if path.name in names else Stir()


def _pointer(store: Path, path: Path) -> Stir:
    return Stir(index=path == store / POINTER)


def _together(stirs: Iterable[Stir]) -> Stir:
    whole = Stir()
    for stir in stirs:
        whole |= stir
    return whole


def _states(files: Iterable[Path]) -> dict[Path, tuple[int, int] | None]:
    """Size and time of each file; None for one that is not there."""
    states: dict[Path, tuple[int, int] | None] = {}
    for file in files:
        try:
            found = os.stat(file)
        except OSError:
            states[file] = None
        else:
            states[file] = found.st_size, found.st_mtime_ns
    return states
