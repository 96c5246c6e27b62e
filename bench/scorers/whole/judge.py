"""Judge what was said of whole articles: a row a table."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from scorers import Absent, Row
from scorers.whole.actors import judge_actors
from scorers.whole.facts import judge_dates, judge_figures, judge_keywords
from scorers.whole.gold import Gold
from scorers.whole.header import judge_articles, judge_cleaning, judge_copies, judge_spans
from scorers.whole.mentions import Names, judge_mentions
from scorers.whole.pairing import pair_up
from scorers.whole.said import Said
from wiredesk.errors import ConfigError

NO_TARGETS: Final[Mapping[str, Mapping[str, float]]] = {}


def judge(
    gold: Gold, said: Said, label: str, targets: Mapping[str, Mapping[str, float]] = NO_TARGETS
) -> list[Row]:
    """Score what was said of the files of a gold file.

    Args:
        gold: What a person found.
        said: What the program says, of the same files and of no others.
        label: Put before the name of each table.
        targets: What figures ought to reach, by table and figure.

    Returns:
        A row for each table that the gold annotates.
    """
    pairs = pair_up(gold, said)
    names = Names(gold, said, pairs)
    none: Mapping[str, float] = {}
    rows = [
        judge_articles(pairs, gold, said),
        judge_cleaning(pairs),
        judge_spans(pairs),
        judge_mentions(names, targets.get("mentions", none)),
        judge_actors(names, targets.get("actors", none)),
        judge_dates(pairs, targets.get("dates", none)),
        judge_figures(pairs, targets.get("figures", none)),
        judge_keywords(pairs),
        judge_copies(pairs, gold),
    ]
    kept = [row for row in rows if not gold.only or row.label in gold.only]
    return [row._replace(label=f"{label}, {row.label}") for row in kept]


def carefully(
    gold: Gold,
    said_by: Callable[[str], Said],
    label: str,
    targets: Mapping[str, Mapping[str, float]] = NO_TARGETS,
) -> Iterator[Row | Absent]:
    """The rows about names and actors once more, with the careful tagger where it is installed.

    They are no part of a gate: a quantised network gives other sums on other processors.
    """
    try:
        said = said_by("careful")
    except ConfigError:
        yield Absent(f"{label}, careful", Path("wiredesk[careful]"))
        return
    names_only = gold.model_copy(update={"only": ("mentions", "actors")})
    yield from judge(names_only, said, f"{label}, careful", targets)
