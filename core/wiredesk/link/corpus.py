"""What linking the names of one article needs to know of all articles."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wiredesk.link.bodies import Bodies
from wiredesk.link.forms import Form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import body_key, core
from wiredesk.link.people import People
from wiredesk.link.states import StateBody, state_body, state_of

# A state is an article's own where the article names it this often ...
_DOMINANT_MENTIONS = 3
# ... and hardly another one: a body that only seems to be a state's would be a false precision.
_DOMINANT_SHARE = 0.75
# A word alone that is tagged in two ways is one thing only where nearly all mentions say so ...
_ONE_VOICE = 0.9
# ... and there are more than a handful; below that both readings stay.
_ONE_VOICE_MENTIONS = 5
# A name of some words that is tagged as a body's may be a person's (`surname_votes`) where its last word
# alone is tagged as a person's this often, and never otherwise.
_CALLED = 2


@dataclass(slots=True)
class Corpus:
    """What all articles tell; looked up once for each form.

    Attributes:
        families: A key to "person" or "body", where the corpus speaks with one voice.
    """

    people: People
    bodies: Bodies
    lexicon: Lexicon
    families: Mapping[str, str]
    _nodes: dict[Form, str] = field(default_factory=dict[Form, str])
    _scopes: dict[Form, "_Scope | None"] = field(default_factory=dict[Form, "_Scope | None"])
    _full: dict[Form, str | None] = field(default_factory=dict[Form, str | None])
    _persons: dict[Form, bool] = field(default_factory=dict[Form, bool])
    _state_bodies: dict[str, StateBody] = field(default_factory=dict[str, StateBody])
    _known_bodies: dict[tuple[str, str], str] | None = None

    def node(self, form: Form) -> str:
        """`Bodies.node`, remembered."""
        known = self._nodes.get(form)
        if known is None:
            known = self._nodes[form] = self.bodies.node(form)
        return known

    def state_body(self, key: str) -> StateBody:
        """`bodies.state_body`, remembered."""
        known = self._state_bodies.get(key)
        if known is None:
            known = self._state_bodies[key] = state_body(key, self.lexicon)
        return known

    def known_body(self, base: str, state: str) -> str | None:
        """The node of the lexicon's entry for a state's body: "=US Congress" for congress, United States."""
        if self._known_bodies is None:
            self._known_bodies = {}
            for entry in self.lexicon.entries.values():
                if entry.kind in ("organisation", "group"):
                    body = self.state_body(body_key(core(entry.name)))
                    if body.general and body.state is not None:
                        self._known_bodies.setdefault((body.base, body.state), f"={entry.name}")
        return self._known_bodies.get((base, state))

    def scope(self, form: Form) -> "_Scope | None":
        """What a form tells of states; None: nothing."""
        if form not in self._scopes:
            self._scopes[form] = self._scope(form)
        return self._scopes[form]

    def _scope(self, form: Form) -> "_Scope | None":
        state, body = None, None
        if form.entry is not None:
            state = state_of(form.entry)
            if form.entry.kind in ("organisation", "group"):
                told = self.state_body(body_key(core(form.entry.name)))
                body = told if told.general and told.state is not None else None
        elif not form.noun and form.kind != "person":
            told = self.state_body(form.key)
            state = told.state
            body = told if state is not None else None
        return _Scope(state, body) if state is not None or body is not None else None

    def person(self, form: Form) -> str | None:
        """The key of the person whose full name a form is; None where it is none."""
        if form not in self._full:
            full = form.person is not None and form.person.full and self.is_person(form)
            self._full[form] = self.people.key(form.person) if full and form.person is not None else None
        return self._full[form]

    def is_person(self, form: Form) -> bool:
        """Whether a form is a person's name, as far as the lexicon, its own tag and the corpus tell."""
        known = self._persons.get(form)
        if known is None:
            known = self._persons[form] = _is_person(form, self.families.get(form.key))
        return known


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a name tells of states: the state it names, and the body of that state, if it is one."""

    state: str | None
    body: StateBody | None


def _is_person(form: Form, family: str | None) -> bool:
    if form.person is None:
        return False
    if form.entry is not None:
        namesake = form.kind == "person" and form.entry.kind == "place" and not form.entry.exact
        return form.entry.kind == "person" or (namesake and family != "body")
    return form.kind == "person" if family is None else family == "person"


def gather_families(
    counts: Mapping[Form, int], surnames: Mapping[str, Counter[bool]] | None = None
) -> dict[str, str]:
    """Keys that are a person's name, or that of no person, by the voice of the corpus.

    Several words are one thing, by majority. One word may be both ("Jordan"), unless the corpus is clear.

    Args:
        counts: Forms with their number of mentions.
        surnames: What `surname_votes` gives: they count with the full name.
    """
    votes: dict[str, Counter[bool]] = {}
    for form, n in counts.items():
        votes.setdefault(form.key, Counter())[form.kind == "person"] += n
    families: dict[str, str] = {}
    for key, vote in votes.items():
        alone = (surnames or {}).get(key)
        if alone is not None and alone[True] >= max(_CALLED, vote[False]) and not alone[False]:
            families[key] = "person"
            continue
        total, person = vote.total(), vote[True]
        if person == total:
            continue
        clear = total >= _ONE_VOICE_MENTIONS and max(person, total - person) >= _ONE_VOICE * total
        if clear or (" " in key and person > 0 and 2 * person != total):
            families[key] = "person" if 2 * person > total else "body"
    return families


class Scopes:
    """Which state an article's ministry, parliament or army belongs to."""

    def __init__(self, names: Sequence[Form], corpus: Corpus) -> None:
        self._corpus = corpus
        self._named: dict[str, set[str]] = {}
        states: Counter[str] = Counter()
        for form in names:
            scope = corpus.scope(form)
            if scope is None:
                continue
            if scope.body is not None and scope.body.state is not None:
                self._named.setdefault(scope.body.base, set()).add(scope.body.state)
            if scope.state is not None:
                states[scope.state] += 1
        top = min(states, key=lambda state: (-states[state], state), default="")
        often = states[top] >= _DOMINANT_MENTIONS and states[top] >= _DOMINANT_SHARE * states.total()
        self._dominant = top if often else None

    def node(self, node: str) -> str:
        """The node of a body, with its state where it is one of which every state has one and that is told.

        The name itself tells it, or a fuller form in the article, or the article speaks of one state.
        """
        if node.startswith("="):
            return node
        body = self._corpus.state_body(node)
        if not body.general:
            return body.base
        named = self._named.get(body.base, set())
        state = body.state or (next(iter(named)) if len(named) == 1 else None if named else self._dominant)
        if state is None:
            return body.base
        return self._corpus.known_body(body.base, state) or f"{body.base}@{state}"
