"""How far linking is, told while it runs over all articles."""

from collections.abc import Callable, Iterator
from typing import Final, Protocol, TypeVar

Tick = Callable[[float], object]
"""Told how much of some work is done, from 0 to 1; may raise, and so end it."""

_ITEMS: Final = 500
"""Articles between two ticks: half a second of work at most."""

_Item = TypeVar("_Item")
_Given = TypeVar("_Given", covariant=True)


class Countable(Protocol[_Given]):
    """Items that say beforehand how many they are."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[_Given]: ...


def unheard(_share: float) -> None:
    """Tell nobody."""


def heard(items: Countable[_Item], tick: Tick) -> Iterator[_Item]:
    """The items, with a tick now and then, and one when all are through."""
    for done, item in enumerate(items):
        if done % _ITEMS == 0:
            tick(done / len(items))
        yield item
    tick(1.0)


def stretch(tick: Tick, first: float, last: float) -> Tick:
    """The tick of a part of some work that goes from one share of it to another."""
    return lambda share: tick(first + share * (last - first))
