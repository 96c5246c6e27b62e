"""Dates, figures and headers of many kinds of news: sport, markets, courts, bulletins, columns."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from scorers import GOLD, Absent, Row
from scorers.whole import index_files, judge, read_gold

KINDS: Final = GOLD / "kinds.json"


def gate() -> Iterable[Row]:
    """Score the articles of `kinds.json`."""
    gold = read_gold(KINDS)
    said = index_files([KINDS.parent / gold.root / name for name in gold.files])
    return judge(gold, said, "kinds of news")


def score(_sets: Path) -> Iterable[Row | Absent]:
    """There is no development set of this kind."""
    return ()
