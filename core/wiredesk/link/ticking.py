"""How far linking is, told while it runs over all articles."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

Tick = Callable[[float], object]
"""Told how much of some work is done, from 0 to 1; may raise, and so end it."""

_ITEMS: Final = 500
"""Articles between two ticks: half a second of work at most."""

_Item = TypeVar("_Item")


def unheard(_share: float) -> None:
    """Tell nobody."""


def heard(items: Sequence[_Item], tick: Tick) -> Iterator[_Item]:
    """The items, with a tick now and then, and one when all are through."""
    for done, item in enumerate(items):
        if done % _ITEMS == 0:
            tick(done / len(items))
        yield item
    tick(1.0)


def stretch(tick: Tick, first: float, last: float) -> Tick:
    """The tick of a part of some work that goes from one share of it to another."""
    return lambda share: tick(first + share * (last - first))
