"""Bodies of which every state has one: whose ministry, parliament or army a name means.

A node of such a body has its state behind "@".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from wiredesk.link.forms import Form
from wiredesk.link.lexicon import Entry, Lexicon
from wiredesk.link.normalise import SMALL_WORDS
from wiredesk.link.vocabulary import vocabulary

_OFFICE = re.compile(r"(?:(ministry|department) (?:of|for) (?:the )?(.+)|(.+) (ministry|department))")
_SAME_OFFICE = {"external": "foreign", "foreign relations": "foreign"}


def state_of(entry: Entry) -> str | None:
    """The state, or region with a government, that a place of the lexicon is or lies in."""
    if entry.kind != "place":
        return None
    return entry.name if entry.adjectives else entry.within


def _qualifier(words: list[str], lexicon: Lexicon) -> str | None:
    text = " ".join(words)
    name = lexicon.adjectives.get(text) or lexicon.keys.get(text) or lexicon.exact.get(text.upper())
    return name if name is not None and lexicon.entries[name].adjectives else None


def state_words(words: list[str], lexicon: Lexicon) -> int:
    """How many words at the beginning of a key are a state's name or adjective; 0 for none."""
    return next(
        (n for n in range(min(4, len(words) - 1), 0, -1) if _qualifier(words[:n], lexicon) is not None), 0
    )


class StateBody(NamedTuple):
    """The name of a body, taken apart.

    Attributes:
        base: The body in one order of words: "ministry of health" also for "health ministry".
        state: The state that its own name tells; None without `general`.
        general: Whether every state has such a body.
    """

    base: str
    state: str | None
    general: bool


def state_body(key: str, lexicon: Lexicon) -> StateBody:
    """Take the key of a body apart: "iraqi ministry of health", "health ministry", "parliament of kenya"."""
    words = key.split()
    size = state_words(words, lexicon)
    state = _qualifier(words[:size], lexicon) if size else None
    words = words[size:]
    if state is None and "of" in words[1:]:
        at = len(words) - 1 - words[::-1].index("of")
        state = _qualifier([word for word in words[at + 1 :] if word != "the"], lexicon)
        if state is not None:
            words = words[:at]
    base = " ".join(words)
    topic = _topic(base)
    if topic is not None:
        known = topic[1] in vocabulary().ministries
        ordered = topic if known else _topic(key)
        return StateBody(f"{ordered[0]} of {ordered[1]}" if ordered else key, state if known else None, known)
    if base in vocabulary().state_bodies:
        return StateBody(base, state, True)
    return StateBody(key, None, False)


def _topic(key: str) -> tuple[str, str] | None:
    """Ministry or department, and what it is for."""
    office = _OFFICE.fullmatch(key)
    if office is None:
        return None
    topic = (office[2] or office[3]).removeprefix("the ").removesuffix(" affairs")
    return office[1] or office[4], _SAME_OFFICE.get(topic, topic)


def telling(key: str, lexicon: Lexicon) -> tuple[frozenset[str], str | None]:
    """The words of a key without its state, small words and plurals; and the state."""
    words = key.split()
    size = state_words(words, lexicon)
    state = _qualifier(words[:size], lexicon) if size else None
    return frozenset(word.rstrip("s") for word in words[size:] if word not in SMALL_WORDS), state


def same_words(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two keys differ only in small words and plurals, and in that one of them tells its state."""
    (first, state), (second, stated) = telling(one, lexicon), telling(other, lexicon)
    return first == second and (state is None or stated is None or state == stated)


def states_of(forms: Iterable[Form]) -> Counter[str]:
    """The states that names of places tell, with the number of these names."""
    told = (state_of(form.entry) for form in forms if form.entry is not None)
    return Counter(state for state in told if state is not None)


def only_states(nodes: Iterable[str]) -> dict[str, dict[str, str]]:
    """Bodies of which every state has one and whose state is not told, to all that they may be.

    A ministry may be that of the one state that the corpus names with it; parliaments, courts and armies are
    named without their state too often for that.

    Returns:
        Node without a state to states and the nodes with these.
    """
    states: dict[str, dict[str, str]] = defaultdict(dict)
    for node in sorted(nodes):
        base, told, state = node.partition("@")
        if told:
            states[base][state] = node
    ministry = ("ministry of ", "department of ")
    return {base: found for base, found in states.items() if len(found) > 1 or base.startswith(ministry)}
