"""How much a slow line takes by now."""

from collections.abc import Callable
from time import monotonic
from typing import Final

SPAN: Final = 0.05
"""Seconds of the line that it takes at once at most: about as even as slow lines are."""


class Bucket:
    """A token bucket: it fills with time, and what passes empties it.

    Args:
        rate: Bytes a second; None for a line that takes all, 0 for one that takes nothing.
        clock: Gives seconds.
    """

    def __init__(self, rate: float | None, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self.rate = rate
        self._level, self._at = 0.0, clock()

    def allowance(self, most: int) -> int:
        """Bytes that may pass now, up to some most."""
        if self.rate is None:
            return most
        now = self._clock()
        self._level = min(self._level + (now - self._at) * self.rate, self.rate * SPAN)
        self._at = now
        return max(0, min(most, int(self._level)))

    def passed(self, size: int) -> None:
        """Count what has passed."""
        if self.rate is not None:
            self._level -= size
