"""Judge names: what was named in each article, and whether it was left open where the text leaves it open."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scorers import Counts, Row
from scorers.whole.gold import Gold
from scorers.whole.pairing import Pair
from scorers.whole.said import Said, SayRow
from scorers.whole.sameness import surface_key


@dataclass(frozen=True)
class Item:
    """A name that an article of the gold has: what is clustered."""

    pair: int
    actor: str
    keys: frozenset[str]
    surface: str
    optional: bool


@dataclass(frozen=True)
class Names:
    """The gold's names beside those said."""

    gold: Gold
    said: Said
    pairs: Sequence[Pair]

    @cached_property
    def actors(self) -> Mapping[int, SayRow]:
        """The actors said, by identifier."""
        return {row["actor_id"]: row for row in self.said.tables["actors"]}

    @cached_property
    def ignored(self) -> frozenset[str]:
        """Keys of surfaces that are neither right nor wrong."""
        return frozenset(surface_key(surface) for surface in self.gold.ignore_surfaces)

    @cached_property
    def items(self) -> Sequence[Item]:
        """Every name of the gold."""
        return [
            Item(n, actor.id, self._keys(actor.id, surface.spellings), surface.s, surface.opt)
            for n, pair in enumerate(self.pairs)
            for actor in pair.gold.actors
            for surface in actor.surfaces
        ]

    def _keys(self, actor: str, spellings: Iterable[str]) -> frozenset[str]:
        return frozenset(surface_key(text, self.gold.entities[actor].kind) for text in spellings)

    @cached_property
    def at(self) -> Mapping[tuple[int, str], Sequence[int]]:
        """Numbers of the items by article and key."""
        found: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for number, item in enumerate(self.items):
            for key in item.keys:
                found[item.pair, key].append(number)
        return found

    @cached_property
    def clusters(self) -> Mapping[int, int]:
        """The actor said for each item: the one it is linked to most often."""
        votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for n, pair in enumerate(self.pairs):
            for row in pair.mentions:
                if row["actor_id"] is not None:
                    for number in self.at.get((n, surface_key(row["surface"], row["kind"])), ()):
                        votes[number][row["actor_id"]] += 1
        return {number: max(counts, key=lambda a: (counts[a], -a)) for number, counts in votes.items()}

    @cached_property
    def judged(self) -> Sequence[int]:
        """Items that are clustered: no optional ones that nobody named, none that two actors share."""
        shared = {
            number
            for numbers in self.at.values()
            if len({self.items[number].actor for number in numbers}) > 1
            for number in numbers
        }
        return [
            number
            for number, item in enumerate(self.items)
            if number not in shared and (not item.optional or number in self.clusters)
        ]


def judge_mentions(names: Names, targets: Mapping[str, float]) -> Row:
    """Names by article, surface and kind."""
    counts = Counts(0, 0, 0)
    wrong: list[str] = []
    left_open = [0, 0]
    for n, pair in enumerate(names.pairs):
        said: defaultdict[tuple[str, str], list[SayRow]] = defaultdict(list)
        for row in pair.mentions:
            said[surface_key(row["surface"], row["kind"]), row["kind"]].append(row)
        used: set[tuple[str, str]] = set()
        for item in (item for item in names.items if item.pair == n):
            kinds = names.gold.entities[item.actor].kinds_ok
            hits = [key for key in said if key[0] in item.keys and key[1] in kinds]
            used.update(hits)
            if not item.optional:
                counts = counts.plus(Counts(bool(hits), bool(hits), 1))
                if not hits:
                    others = sorted({key[1] for key in said if key[0] in item.keys})
                    wrong.append(
                        f"{pair.label}: missed {item.surface}{f', taken for {others}' if others else ''}"
                    )
        open_keys = {surface_key(surface) for surface in pair.gold.ambiguous}
        optional = {key for item in names.items if item.pair == n and item.optional for key in item.keys}
        for key, rows in said.items():
            if key[0] in open_keys:
                linked = [row for row in rows if row["actor_id"] is not None]
                left_open[0] += not linked
                left_open[1] += 1
                wrong += [f"{pair.label}: {rows[0]['surface']} fits several actors"] if linked else []
            elif not (
                key in used or key[0] in optional or key[0] in names.ignored or all(map(pair.aside, rows))
            ):
                counts = counts.plus(Counts(0, 1, 0))
                wrong.append(f"{pair.label}: no name: {rows[0]['surface']} ({key[1]})")
    figures = {"precision": counts.precision, "recall": counts.recall, "F1": counts.f1}
    if left_open[1]:
        figures["left open"] = 100 * left_open[0] / left_open[1]
    return Row("mentions", figures, targets, wrong)
