"""Actors made of linked names: identifier, name, kind and aliases."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from wiredesk.link.forms import Form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import body_key, core, is_acronym
from wiredesk.link.person import display
from wiredesk.link.vocabulary import vocabulary
from wiredesk.schema import ACTOR_KINDS, identifier
from wiredesk.text import fold

# A fuller form is the name where it is used at least this often beside the most frequent one.
_COMMON = 0.34
# A place and a body of one name are two actors (a town and its club) where the rarer one holds this share ...
_TWO_THINGS = 0.25
# ... and as many mentions; fewer are stray tags.
_TWO_THINGS_MENTIONS = 3
_REGNAL = frozenset(
    ("king", "queen", "prince", "princess", "pope", "sultan", "emir", "emperor", "sheikh", "saint")
)


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor.

    Attributes:
        actor_id: Depends on kind and node only.
        aliases: Surfaces, most frequent first; the name included.
        key: Of the name; a mention with another key is a variant of it.
    """

    actor_id: int
    name: str
    kind: str
    aliases: tuple[str, ...]
    key: str


def make_actors(
    counts: Mapping[tuple[Form, str | None, str | None], int], lexicon: Lexicon
) -> dict[tuple[Form, str | None, str | None], Actor]:
    """Make the actors of linked names.

    Args:
        counts: Form, family and node of names, with their number of mentions; those without a node do
            not count.
        lexicon: Names the actors it knows.

    Returns:
        The actor of each; name and kind together are unique.
    """
    of_node: dict[tuple[str, str], list[tuple[Form, int]]] = defaultdict(list)
    for (form, family, node), count in counts.items():
        if family is not None and node is not None:
            of_node[family, node].append((form, count))
    made = [
        (family, node, _actor(family, node, part, lexicon), [form for form, _ in part])
        for (family, node), forms in sorted(of_node.items(), key=lambda item: item[0])
        for part in _parts(node, family, forms)
    ]
    return {
        (form, family, node): actor
        for (family, node, _, forms), actor in zip(made, _told_apart(made), strict=True)
        for form in forms
    }


def _told_apart(made: list[tuple[str, str, Actor, list[Form]]]) -> list[Actor]:
    """The actors, those of one name and kind told apart: by their state ("Parliament (Kenya)"), or else."""
    taken = Counter((actor.name, actor.kind) for _, _, actor, _ in made)
    given: set[tuple[str, str]] = set()
    apart: list[Actor] = []
    for _, node, actor, _ in made:
        name = actor.name
        if taken[name, actor.kind] > 1:
            _, state, by = node.removeprefix("=").partition("@")
            name = f"{name} ({by})" if state else name
        if (name, actor.kind) in given:
            name = f"{name} ({node.removeprefix('=')})"
        given.add((name, actor.kind))
        apart.append(
            actor if name == actor.name else replace(actor, name=name, aliases=(*actor.aliases, name))
        )
    return apart


def _parts(node: str, family: str, forms: list[tuple[Form, int]]) -> list[list[tuple[Form, int]]]:
    """The names of one node; in two parts where they are of two things, a town and its club."""
    places = [(form, n) for form, n in forms if form.kind == "place"]
    others = [(form, n) for form, n in forms if form.kind != "place"]
    few = min(sum(n for _, n in places), sum(n for _, n in others))
    several = few >= _TWO_THINGS_MENTIONS and few >= _TWO_THINGS * sum(n for _, n in forms)
    if family == "body" and several and " " not in node and not node.startswith("="):
        return [places, others]
    return [forms]


def _actor(family: str, node: str, forms: list[tuple[Form, int]], lexicon: Lexicon) -> Actor:
    surfaces: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for form, count in forms:
        surfaces[form.surface] += count
        kinds[form.kind] += count
        if not form.noun:
            shown[_shown(form, family)] += count
    entry = lexicon.entries.get(node[1:]) if node.startswith("=") else None
    kind = entry.kind if entry is not None else _kind(kinds, family)
    name = _name(shown or surfaces, family)
    if entry is not None:
        own = body_key(core(entry.name))
        known = any(form.entry is entry for form, _ in forms)
        as_told = entry.name in lexicon.chosen or is_acronym(name) or not known
        if as_told or any(body_key(form) == own for form in shown):
            name = entry.name
    aliases = tuple(sorted(surfaces, key=lambda text: (-surfaces[text], text)))
    return Actor(
        identifier(kind, node),
        name,
        kind,
        aliases if name in surfaces else (*aliases, name),
        body_key(core(name)),
    )


def _shown(form: Form, family: str) -> str:
    if family != "person" or form.person is None:
        return form.core
    first = form.surface.split(maxsplit=1)[0]
    if not form.person.full and form.person.start and first.casefold() in _REGNAL:
        return form.core
    return display(form.surface, form.person)


def _kind(kinds: Mapping[str, int], family: str) -> str:
    """The most frequent kind; of equal ones the first of `ACTOR_KINDS`."""
    if family == "person":
        return "person"
    return max(
        (kind for kind in ACTOR_KINDS if kind != "person" and kind in kinds),
        key=lambda kind: kinds[kind],
        default="organisation",
    )


def _name(shown: Mapping[str, int], family: str) -> str:
    """The fullest form in common use: more words before fewer, a long form before its acronym."""
    mixed = {text: n for text, n in shown.items() if not text.isupper() or is_acronym(text)} or shown
    most = max(mixed.values())
    if family == "person":
        full = {text: n for text, n in mixed.items() if _is_full(text)} or mixed
        most = max(full.values())
        fit = [text for text, n in full.items() if n >= _COMMON * most]
        return max(fit, key=lambda text: (text.count(" "), full[text], text))
    long = {text: n for text, n in mixed.items() if not is_acronym(text)} or mixed
    most = max(long.values())
    fit = [text for text, n in long.items() if n >= _COMMON * most]
    return max(fit, key=lambda text: (_weight(text), long[text], text))


def _is_full(text: str) -> bool:
    """Whether a person's name begins with a given name: no initial, and no particle of a surname."""
    first, _, rest = text.partition(" ")
    return bool(rest) and len(first.strip(".")) > 1 and fold(first) not in vocabulary().leading_particles


def _weight(name: str) -> int:
    """How much a body's name tells: its words, without a company's legal form or a lower-case tail."""
    tail = name.rpartition(" ")[2].islower()
    return len(body_key(name).split()) - tail
