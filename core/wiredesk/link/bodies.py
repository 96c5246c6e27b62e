"""Names of organisations, places and groups: which are the same one over a corpus.

A node is what an actor is known by while linking: "=" and an entry's name for one of the lexicon, else
the key of its name; behind "@" stands the state of a body of which every state has one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wiredesk.link.forms import Form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import body_key, in_one_spelling, initials
from wiredesk.link.states import telling
from wiredesk.link.vocabulary import vocabulary

# A word that ends as many other names is short for none of them.
_MANY = 2
# Three letters abbreviate too much; beyond their article they count only where one explains them.
_INITIALS_AT_LEAST = 4


@dataclass(slots=True)
class Bodies:
    """What the whole corpus tells of its organisations, places and groups.

    Attributes:
        short_for: Keys to the key or node that they stand for everywhere: variants and tails.
        acronyms: Acronyms without periods, in their own case, to what they stand for everywhere.
        explained: Acronyms that articles explain differently, to all they stand for.
    """

    lexicon: Lexicon
    short_for: dict[str, str] = field(default_factory=dict[str, str])
    acronyms: dict[str, str] = field(default_factory=dict[str, str])
    explained: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def node(self, form: Form) -> str:
        """The node of a form, as far as the form and the corpus tell; the state of a body is not yet told."""
        if form.entry is not None:
            return f"={form.entry.name}"
        node = self.acronyms.get(form.short, form.key)
        passed: set[str] = set()
        while node in self.short_for and node not in passed:
            passed.add(node)
            node = self.short_for[node]
        return node

    def shorten(self, key: str, node: str) -> None:
        """Let a key stand for a node everywhere, unless it stands for another or the two are kept apart."""
        at = node
        while at in self.short_for:
            at = self.short_for[at]
        if key not in self.short_for and at != key and not self.lexicon.apart_are(key, node):
            self.short_for[key] = node


def gather_bodies(counts: Mapping[Form, int], lexicon: Lexicon) -> Bodies:
    """Bring spelling variants of bodies together; `add_pairs` and `add_explained` bring the rest."""
    bodies = Bodies(lexicon)
    keys = {form.key for form in counts if form.entry is None}
    for form in counts:
        if form.entry is None and (" " in form.core or form.kind == "group"):
            variant = _plain_tail(form, keys, lexicon)
            if variant is not None:
                bodies.shorten(form.key, variant)
    _join_spellings(bodies, counts)
    _join_states(bodies, counts)
    return bodies


def _join_states(bodies: Bodies, counts: Mapping[Form, int]) -> None:
    """Make one of names that differ in what they call their state: "US Sorvik Agency", "United States …"."""
    states = {
        body_key(form): name
        for name, entry in bodies.lexicon.entries.items()
        if entry.adjectives
        for form in (name, *entry.exact)
    }
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, count in counts.items():
        if form.entry is None and form.kind != "person" and " " in form.key:
            words = form.key.split()
            for n in range(1, min(4, len(words) - 1) + 1):
                state = states.get(" ".join(words[:n]))
                if state is not None:
                    told[state, " ".join(words[n:])][form.key] += count
    for keys in told.values():
        first = min(keys, key=lambda key: (-keys[key], key))
        for key in sorted(keys.keys() - {first}):
            bodies.shorten(key, first)


def _join_spellings(bodies: Bodies, counts: Mapping[Form, int]) -> None:
    """Make one of a place's spellings that Latin letters allow: "Qayyarah" and "Qayyara"."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for form, count in counts.items():
        if form.kind == "place" and form.entry is None:
            spelled[" ".join(map(in_one_spelling, form.key.split()))][form.key] += count
    for keys in spelled.values():
        if len(keys) > 1:
            first = min(keys, key=lambda key: (-keys[key], key))
            for key in sorted(keys.keys() - {first}):
                bodies.shorten(key, first)


def _plain_tail(form: Form, keys: set[str], lexicon: Lexicon) -> str | None:
    """The node of a name whose last word adds nothing: "Harb fighters", "Anbar province"."""
    head, _, last = form.core.rpartition(" ")
    words = vocabulary()
    tails = words.place_tails if form.kind == "place" else words.group_tails
    if not head or last.casefold() not in tails:
        return None
    if not last.islower() and last.casefold() not in ("province", "governorate"):
        return None
    key = form.key.rpartition(" ")[0]
    entry = lexicon.find(head, key)
    if entry is not None:
        same = entry.kind == "place" if form.kind == "place" else entry.kind == "group"
        return f"={entry.name}" if same and not lexicon.apart_are(form.key, entry.name) else None
    return key if key in keys and key not in lexicon.adjectives else None


def tail_pairs(forms: Iterable[Form]) -> dict[str, str]:
    """Full keys to short ones that differ by a word such as "airlines"; not yet known to be one."""
    tails = vocabulary().tails
    keys = {form.key for form in forms if form.entry is None and form.kind in ("organisation", "group")}
    # "United" ends many a club's name: alone it is short for any of them, not for "United Airlines".
    endings = Counter(key.rpartition(" ")[2] for key in keys if " " in key)
    pairs: dict[str, str] = {}
    for key in keys:
        head, _, last = key.rpartition(" ")
        if head in keys and endings[head] < _MANY and last in tails and len(head) > 2:
            pairs[key] = head
    return pairs


def add_pairs(bodies: Bodies, together: Iterable[tuple[str, str]]) -> None:
    """Make one of a full and a short key that stand together in an article, where only one full key fits."""
    fulls: dict[str, set[str]] = defaultdict(set)
    for full, short in together:
        fulls[short].add(full)
    for short, found in sorted(fulls.items()):
        if len(found) == 1:
            bodies.shorten(short, next(iter(found)))


def add_names(bodies: Bodies, explained: Mapping[str, set[str]]) -> None:
    """Let a name stand for the one that all articles explain it by: "A, also known as B"."""
    for key, nodes in sorted(explained.items()):
        if len(nodes) == 1:
            bodies.shorten(key, next(iter(nodes)))


def add_explained(bodies: Bodies, explained: Mapping[str, Counter[str]], forms: Iterable[Form]) -> None:
    """Let acronyms stand for what articles explain them as, else for the one body with these initials.

    Long forms of one acronym that differ in small words, a plural or a state before them are one body.

    Args:
        bodies: Gets the acronyms.
        explained: Acronyms without periods to the nodes that articles explain them as.
        forms: All forms of the corpus.
    """
    for short, counts in sorted(explained.items()):
        nodes = _joined(bodies, counts)
        if len(nodes) == 1:
            bodies.acronyms[short] = next(iter(nodes))
        else:
            bodies.explained[short] = nodes
    by_initials: dict[str, set[str]] = defaultdict(set)
    acronyms: list[Form] = []
    for form in forms:
        if form.kind == "person" or form.noun:
            continue
        if form.short:
            acronyms.append(form)
        elif form.core.count(" ") >= _INITIALS_AT_LEAST - 1:
            for letters in initials(form.core):
                by_initials[letters].add(bodies.node(form))
    for form in acronyms:
        fits = by_initials.get(form.short.upper(), set())
        long_enough = len(form.short) >= _INITIALS_AT_LEAST
        if form.entry is None and long_enough and len(fits) == 1 and form.short not in bodies.explained:
            node = next(iter(fits))
            if not bodies.lexicon.apart_are(form.short, node):
                bodies.acronyms.setdefault(form.short, node)


def _joined(bodies: Bodies, counts: Counter[str]) -> set[str]:
    """The nodes that remain when variants of one long form are made one, the most frequent or a known one."""
    same: dict[frozenset[str], list[str]] = defaultdict(list)
    states: dict[frozenset[str], set[str]] = defaultdict(set)
    for node in counts:
        words, state = telling(node.removeprefix("=").casefold(), bodies.lexicon)
        same[words].append(node)
        if state is not None:
            states[words].add(state)
    for words in [words for words, told in states.items() if len(told) > 1]:  # of two states: two bodies
        for node in same.pop(words):
            same[frozenset((node,))].append(node)
    kept: set[str] = set()
    for nodes in same.values():
        first = min(nodes, key=lambda node: (not node.startswith("="), -counts[node], node))
        kept.add(first)
        for node in nodes:
            if not node.startswith("=") and node != first:
                bodies.shorten(node, first)
    return kept | {node for node in counts if node.startswith("=")}
