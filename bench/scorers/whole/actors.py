"""Judge actors: which names are one actor's, over all articles."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from scorers import Counts, Row
from scorers.whole.gold import Entity
from scorers.whole.mentions import Names
from scorers.whole.sameness import stems, surface_key


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
    return Row("actors", {**figures, **_entities(names, one_actor, wrong)}, targets, wrong)


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


def _entities(names: Names, one_actor: Mapping[str, str], wrong: list[str]) -> dict[str, float]:
    """Match the actors said with those of the gold, one to one, and judge their names and roles."""
    of, extra = _matched(names, one_actor)
    needed = {one_actor[item.actor] for item in names.items if not item.optional}
    wrong += [f"no actor: {names.actors[a]['name']} ({names.actors[a]['kind']})" for a in extra]
    wrong += [f"missed actor {names.gold.entities[e].name}" for e in sorted(needed - of.keys())]
    members: defaultdict[str, list[Entity]] = defaultdict(list)
    for actor, one in one_actor.items():
        members[one].append(names.gold.entities[actor])
    tally = {"names": [0, 0], "roles": [0, 0]}
    for one in sorted(needed):
        actor = names.actors.get(of.get(one, -1))
        kind, label = members[one][0].kind, members[one][0].name
        keys = {
            surface_key(name, kind) for entity in members[one] for name in (entity.name, *entity.names_ok)
        }
        roles = [role for entity in members[one] for role in entity.roles]
        if actor:
            _count(tally["names"], surface_key(actor["name"], kind) in keys, f"name of {label}", wrong)
        if roles:
            said = set(stems(actor["role"] or "" if actor else ""))
            _count(tally["roles"], any(set(stems(r)) <= said for r in roles), f"role of {label}", wrong)
    right = needed & of.keys()
    return {
        "actor F1": Counts(len(right), len(right) + len(extra), len(needed)).f1,
        **{name: 100 * right / judged for name, (right, judged) in tally.items() if judged},
    }


def _matched(names: Names, one_actor: Mapping[str, str]) -> tuple[dict[str, int], list[int]]:
    """The actor said for each of the gold, by the mentions they share; and those said for none."""
    held: defaultdict[int, Counter[str]] = defaultdict(Counter)
    strange: set[int] = set()
    for n, pair in enumerate(names.pairs):
        for row in pair.mentions:
            actor, key = row["actor_id"], surface_key(row["surface"], row["kind"])
            if actor is None:
                continue
            items = [names.items[number] for number in names.at.get((n, key), ())]
            held[actor].update(one_actor[item.actor] for item in items)
            unknown = not items and key not in names.ignored and not pair.aside(row)
            if unknown or not all(item.optional for item in items):
                strange.add(actor)
    ranked = sorted(
        (-count, one, actor)
        for actor, counts in held.items()
        for one, count in counts.items()
        if names.actors[actor]["kind"] in names.gold.entities[one].kinds_ok
    )
    of: dict[str, int] = {}
    for _, one, actor in ranked:
        if one not in of and actor not in of.values():
            of[one] = actor
    return of, sorted(strange - set(of.values()), key=lambda actor: names.actors[actor]["name"])


def _count(tally: list[int], verdict: bool, what: str, wrong: list[str]) -> None:
    tally[0] += verdict
    tally[1] += 1
    if not verdict:
        wrong.append(what)
