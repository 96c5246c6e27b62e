"""Judge names and actors: what was named, and which names are one actor's, over all articles."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from scorers import Counts, Row
from scorers.whole.gold import Gold
from scorers.whole.pairing import Pair
from scorers.whole.said import Said, SayRow
from scorers.whole.sameness import stems, surface_key


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


def judge_actors(names: Names, targets: Mapping[str, float]) -> Row:
    """Actors: one each, all of its names, its own name and role, and none merged that are two."""
    items, clusters = names.items, names.clusters
    one_actor = _merged(names)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    said: defaultdict[int, list[int]] = defaultdict(list)
    for number in names.judged:
        groups[one_actor[items[number].actor]].append(number)
        if number in clusters:
            said[clusters[number]].append(number)
    wrong: list[str] = []
    figures = _b_cubed(names.judged, {n: one_actor[items[n].actor] for n in names.judged}, clusters)
    gold_pairs, said_pairs = (_alias_pairs(cut.values(), names, one_actor) for cut in (groups, said))
    figures["alias pairs F1"] = Counts(len(gold_pairs & said_pairs), len(said_pairs), len(gold_pairs)).f1
    for (one, _), (other, _) in sorted(gold_pairs ^ said_pairs):
        wrong.append(f"{one} / {other}: {'two' if ((one, other)) in _names_of(gold_pairs) else 'one'}")
    together = [
        (one, other)
        for one, other, *_ in names.gold.must_not_merge
        if any({one, other} <= {items[n].actor for n in numbers} for numbers in said.values())
    ]
    seen = {items[n].actor for n in clusters}
    judged = [pair for pair in names.gold.must_not_merge if {pair[0], pair[1]} <= seen]
    figures["kept apart"] = 100 * (1 - len(together) / len(judged)) if judged else 0.0
    wrong += [f"merged {one} and {other}" for one, other in together]
    return Row("actors", {**figures, **_entities(names, wrong)}, targets, wrong)


def _merged(names: Names) -> Mapping[str, str]:
    """Actors that may be one and are: each under one name."""
    one = {actor: actor for actor in names.gold.entities}
    for first, second in names.gold.may_merge:
        linked = [
            {names.clusters[n] for n in names.clusters if names.items[n].actor == actor}
            for actor in (first, second)
        ]
        if linked[0] & linked[1]:
            one = {actor: one[first] if root == one[second] else root for actor, root in one.items()}
    return one


def _b_cubed(
    numbers: Sequence[int], gold: Mapping[int, Hashable], said: Mapping[int, Hashable]
) -> dict[str, float]:
    """B-cubed over items (Bagga and Baldwin, 1998); an item that was not found has no company at all."""
    found = [n for n in numbers if n in said]
    both = Counter((gold[n], said[n]) for n in found)
    sizes = Counter(gold[n] for n in numbers)
    clusters = Counter(said[n] for n in found)
    precision = sum(both[gold[n], said[n]] / clusters[said[n]] for n in found) / max(1, len(found))
    recall = sum(both[gold[n], said[n]] / sizes[gold[n]] for n in found) / max(1, len(numbers))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"B3 precision": 100 * precision, "B3 recall": 100 * recall, "B3 F1": 100 * f1}


AliasPair = tuple[tuple[str, str], tuple[str, str]]


def _alias_pairs(
    groups: Iterable[Sequence[int]], names: Names, one_actor: Mapping[str, str]
) -> set[AliasPair]:
    """Different surfaces that are one actor's, each with the actor it is of."""
    pairs: set[AliasPair] = set()
    for numbers in groups:
        surfaces = sorted({(min(names.items[n].keys), one_actor[names.items[n].actor]) for n in numbers})
        pairs.update((one, other) for one, other in combinations(surfaces, 2) if one[0] != other[0])
    return pairs


def _names_of(pairs: Iterable[AliasPair]) -> set[tuple[str, str]]:
    return {(one[0], other[0]) for one, other in pairs}


def _entities(names: Names, wrong: list[str]) -> dict[str, float]:
    """Match the actors said with those of the gold, one to one, and judge their names and roles."""
    entities = names.gold.entities
    held: defaultdict[int, Counter[str]] = defaultdict(Counter)
    others: Counter[int] = Counter()
    required: Counter[int] = Counter()
    for n, pair in enumerate(names.pairs):
        for row in pair.mentions:
            actor, key = row["actor_id"], surface_key(row["surface"], row["kind"])
            if actor is None:
                continue
            numbers = names.at.get((n, key), ())
            if not numbers and key not in names.ignored and not pair.aside(row):
                others[actor] += 1
            for number in numbers:
                held[actor][names.items[number].actor] += 1
                required[actor] += not names.items[number].optional
    ranked = sorted(
        (-count, entity, actor)
        for actor, counts in held.items()
        for entity, count in counts.items()
        if names.actors[actor]["kind"] in entities[entity].kinds_ok
    )
    of: dict[str, int] = {}
    for _, entity, actor in ranked:
        if entity not in of and actor not in of.values():
            of[entity] = actor
    needed = {item.actor for item in names.items if not item.optional}
    extra = [a for a in {*held, *others} if a not in of.values() and (others[a] or required[a])]
    wrong += [f"no actor: {names.actors[a]['name']} ({names.actors[a]['kind']})" for a in extra]
    wrong += [f"missed actor {entities[e].name}" for e in sorted(needed - of.keys())]
    right = needed & of.keys()
    tally = {"names": [0, 0], "roles": [0, 0]}
    for entity in sorted(needed):
        gold, actor = entities[entity], names.actors.get(of.get(entity, -1))
        keys = {surface_key(name, gold.kind) for name in (gold.name, *gold.names_ok)}
        if actor:
            _count(
                tally["names"], surface_key(actor["name"], gold.kind) in keys, f"name of {gold.name}", wrong
            )
        if gold.roles:
            said = set(stems(actor["role"] or "" if actor else ""))
            _count(
                tally["roles"], any(set(stems(r)) <= said for r in gold.roles), f"role of {gold.name}", wrong
            )
    found = len(right) + len(extra)
    return {
        "actor F1": Counts(len(right), found, len(needed)).f1,
        **{
            name: 100 * right / judged if judged else 0.0 for name, (right, judged) in tally.items() if judged
        },
    }


def _count(tally: list[int], verdict: bool, what: str, wrong: list[str]) -> None:
    tally[0] += verdict
    tally[1] += 1
    if not verdict:
        wrong.append(what)
