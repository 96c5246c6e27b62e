"""Which actor each name of one article means, by the article first and by the corpus where it is silent."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from wiredesk.link.corpus import Corpus, Scopes
from wiredesk.link.evidence import is_surname_at, sex_at
from wiredesk.link.forms import Form
from wiredesk.link.normalise import initials
from wiredesk.link.people import People, by_surname, fitting
from wiredesk.link.person import PersonName

Family = Literal["person", "body"]

# An acronym of its article's one body with these initials has at least this many letters. Of 300 articles
# read, two letters joined rightly each time, given that a body of that very many words stands there.
_INITIALS_AT_LEAST = 2
# Too general to stand for a longer name that holds them: "States" for "United States".
_NO_SHORT_FORM = frozenset(
    ("state", "states", "country", "north", "south", "east", "capital", "allies", "opposition")
)


class Link(NamedTuple):
    """What a name was linked to.

    Attributes:
        family: None where the name is dropped.
        node: Key of the person or node of the body; None where the name is ambiguous.
        basis: surname, acronym or lexicon; None where only the name itself told.
        called: The article has the person's full name and calls them by this part of it.
    """

    family: Family | None
    node: str | None
    basis: str | None = None
    called: bool = False


_DROPPED = Link(None, None)


def resolve(
    text: str,
    names: Sequence[tuple[int, int, int, Form]],
    explained: Mapping[str, Form],
    corpus: Corpus,
) -> list[Link | None]:
    """Link the names of one article.

    Args:
        text: The article's text.
        names: Sentence, start, end and form of its names, in order.
        explained: Acronyms without periods, and keys of short names, to the forms they stand for here.
        corpus: What all articles tell.

    Returns:
        A link for each name. None: a partial name of a person that the article does not tell; `across`
        links it once all articles were read.
    """
    article = _Article(text, [form for *_, form in names], explained, corpus)
    return [article.link(form, start) for _, start, _, form in names]


@dataclass(frozen=True, slots=True)
class Called:
    """By what words the articles call the persons whose full names they have.

    Attributes:
        by_word: Words other than the last of the name, to the persons who are called by them.
        by_surname: Persons who are called by the last word of their name, as most people are.
    """

    by_word: Mapping[str, set[str]]
    by_surname: set[str]


def gather_called(links: Iterable[tuple[Form, Link | None]], people: People) -> Called:
    """By what words persons are called, from the forms of all names and their links."""
    by_word: dict[str, set[str]] = {}
    by_surname: set[str] = set()
    for form, link in links:
        if link is not None and link.called and link.node is not None and form.person is not None:
            word = form.person.words[-1]
            if link.node in people.bearers(word):
                by_surname.add(link.node)
            else:
                by_word.setdefault(word, set()).add(link.node)
    return Called(by_word, by_surname)


def across(name: PersonName, people: People, called: Called) -> Link:
    """Link a partial name that its own article does not tell: only where one person alone fits.

    A given name fits only a person whom articles call by it and never by the last word of the name, as is
    the use where the family name stands first.
    """
    word = name.words[-1]
    fits = people.bearers(word) | (called.by_word.get(word, set()) - called.by_surname)
    if len(fits) == 1:
        return Link("person", next(iter(fits)), "surname")
    return Link("person", None) if fits else Link("person", word)


class _Article:
    """One article being read from its first name to its last."""

    def __init__(
        self, text: str, names: Sequence[Form], explained: Mapping[str, Form], corpus: Corpus
    ) -> None:
        self.text = text
        self.corpus = corpus
        self.names = names
        self.scopes = Scopes(names, corpus)
        self.explained = {short: self.scopes.node(corpus.node(form)) for short, form in explained.items()}
        self.clubs = _towns_that_act(names)
        self.persons = dict.fromkeys(
            key for form in names if form.person is not None and (key := corpus.person(form)) is not None
        )
        surnames = Counter(key.rpartition(" ")[2] for key in self.persons)
        self.namesakes = any(n > 1 for n in surnames.values())
        self.sexes: dict[str, str] = {}  # of persons, asked for only where two share a surname
        self.seen: dict[str, None] = {}  # persons by full name, the latest last
        self.told: dict[Form, Link] = {}  # links that do not hang on where in the article a name stands

    def link(self, form: Form, start: int) -> Link | None:
        link = self.told.get(form)
        sex = sex_at(self.text, start, form) if self.namesakes and form.person is not None else ""
        if link is None:
            name = form.person
            if form.entry is not None and form.entry.kind == "person":
                link = Link("person", f"={form.entry.name}", "lexicon" if form.by_alias else None)
            elif name is not None and (self.corpus.is_person(form) or self._surname_of_one_here(form, name)):
                if not name.full:
                    return self._partial(name, sex, surname=is_surname_at(self.text, start, form))
                link = self._full(name)
            else:
                link = self._noun(form) if form.noun else self._body(form)
            self.told[form] = link
        if link.family == "person" and link.node is not None:
            self.seen.pop(link.node, None)
            self.seen[link.node] = None
            if sex:
                self.sexes.setdefault(link.node, sex)
        return link

    def _surname_of_one_here(self, form: Form, name: PersonName) -> bool:
        """Whether a word that is tagged, or known, as something else is a surname of the article."""
        if name.full or not self.persons:
            return False
        if form.entry is not None and (form.kind != "person" or form.entry.kind == "place"):
            return False
        if form.entry is None and (form.kind == "person" or self.corpus.families.get(form.key) == "body"):
            return False
        return bool(self.corpus.people.bearers(name.words[-1]) & self.persons.keys())

    def _full(self, name: PersonName) -> Link:
        own = self.corpus.people.key(name)
        ending = self.corpus.people.longer(name.words)
        longer = [key for key in self.persons if key != own and key in ending] if ending else []
        return Link("person", longer[0], "surname") if len(longer) == 1 else Link("person", own)

    def _partial(self, name: PersonName, sex: str, *, surname: bool) -> Link | None:
        people = self.corpus.people
        before = by_surname(name, reversed(self.seen), people)
        if sex and len(before) > 1:
            before = [key for key in before if self.sexes.get(key, sex) == sex]
            if not before:
                return Link("person", None)
        fits = before[:1] or fitting(name, self.persons, people, surname=surname)
        bearers = people.bearers(name.words[-1])
        if surname and not fits and bearers:
            return Link("person", next(iter(bearers)) if len(bearers) == 1 else None, "surname")
        if len(fits) != 1:
            return Link("person", None) if fits else None
        return Link("person", fits[0], "surname", called=True)

    def _noun(self, form: Form) -> Link:
        """A capitalised common noun stands for the one name of its article that begins or ends with it."""
        if form.key in _NO_SHORT_FORM:
            return _DROPPED
        if self.corpus.state_body(form.key).general:
            return Link("body", self.scopes.node(form.key))
        longer: set[str] = set()
        for other in self.names:
            if not other.noun and other.kind != "person" and other.key != form.key:
                words = other.key.split()
                if form.key in (words[0], words[-1]):
                    longer.add(self.corpus.node(other))
        return Link("body", self.scopes.node(next(iter(longer)))) if len(longer) == 1 else _DROPPED

    def _body(self, form: Form) -> Link:
        bodies = self.corpus.bodies
        short = form.short
        told = self.explained.get(short or form.key)
        if told is not None:
            return Link("body", told, "acronym" if short else None)
        if form.entry is not None:
            if form.entry.name in self.clubs and form.kind != "place":
                return Link("body", form.key)
            return Link("body", f"={form.entry.name}", "lexicon" if form.by_alias else None)
        if short in bodies.explained:
            here = bodies.explained[short] & {self.corpus.node(other) for other in self.names}
            found = self.scopes.node(next(iter(here))) if len(here) == 1 else None
            return Link("body", found, "acronym")
        node = self.corpus.node(form)
        if short and short not in bodies.acronyms and len(short) >= _INITIALS_AT_LEAST:
            here = {
                node_of
                for other in self.names
                if other.kind != "person"
                and " " in other.core
                and short.upper() in initials(other.core)
                and not self.corpus.lexicon.apart_are(short, node_of := self.corpus.node(other))
            }
            if len(here) == 1:
                return Link("body", self.scopes.node(here.pop()), "acronym")
        return Link("body", self.scopes.node(node), "acronym" if short in bodies.acronyms else None)


def _towns_that_act(names: Sequence[Form]) -> set[str]:
    """Towns of the lexicon that the article mostly names as an organisation: a club, a company."""
    tags: dict[str, Counter[bool]] = {}
    for form in names:
        if form.entry is not None and form.entry.kind == "place" and not form.entry.adjectives:
            tags.setdefault(form.entry.name, Counter())[form.kind in ("organisation", "group")] += 1
    return {name for name, votes in tags.items() if votes[True] > votes[False]}
