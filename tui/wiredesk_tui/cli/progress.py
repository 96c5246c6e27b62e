"""One line of progress on standard error, for a person; nothing where no person looks on."""

import time
from types import TracebackType
from typing import TYPE_CHECKING, Final, Protocol, Self, TextIO

from wiredesk_tui.drawing import duration

if TYPE_CHECKING:  # it imports everything that finds facts
    from wiredesk.build import Phase, Progress

PHASES: Final[dict["Phase", str]] = {
    "find": "looking for files",
    "check": "comparing files",
    "extract": "reading files",
    "link": "bringing names together",
    "write": "writing the index",
}
"""What is being done, in words."""

_BETWEEN: Final = 0.1
"""Seconds between two repaints: a person sees no more, and a slow line carries no more."""


AT_FIRST: Final = 1.0
"""Seconds that a step takes before it is worth a line of its own."""
AGAIN: Final = 10.0
"""Seconds after which a step that goes on is told again."""


class Shows(Protocol):
    """Shows steps of indexing while it is entered."""

    def __init__(self, stream: TextIO) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def show(self, progress: "Progress") -> None:
        """Show a step."""
        ...


class ProgressLines:
    """Tells of steps that take long, a line each, for those who hear lines or keep them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._phase = ""
        self._due = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.flush()

    def show(self, progress: "Progress") -> None:
        """Tell of a step, if it has been going on for long since the last line."""
        now = time.monotonic()
        if progress.phase != self._phase:
            self._phase, self._due = progress.phase, now + AT_FIRST
        elif now >= self._due:
            self._due = now + AGAIN
            self._stream.write(f"{PHASES[progress.phase]}{_how_far(progress)}\n")
            self._stream.flush()


class ProgressLine:
    """Shows how far indexing is, on one line that is wiped at the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = 0
        self._last = 0.0
        self._watched = stream.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("")

    def show(self, progress: "Progress") -> None:
        """Show a step, unless the last one was shown just now."""
        now = time.monotonic()
        if self._watched and now - self._last >= _BETWEEN:
            self._last = now
            self._write(f"{PHASES[progress.phase]}{_how_far(progress)}")

    def _write(self, text: str) -> None:
        if self._watched and (text or self._shown):
            self._stream.write("\r" + text.ljust(self._shown) + ("" if text else "\r"))
            self._stream.flush()
            self._shown = len(text)


def _how_far(progress: "Progress") -> str:
    if not progress.total:
        return ""
    done = f" {progress.done:,} of {progress.total:,}"
    if progress.rate is None or progress.left is None:
        return done
    return f"{done}, {progress.rate:,.0f}/s, {duration(progress.left)} left"
