"""Names of persons, brought together over a corpus.

A full name (two words or more, titles apart) names one person wherever it stands; spellings, initials,
middle names and hyphens do not count. A surname alone is never enough outside its own article, unless one
person only bears it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wiredesk.link.normalise import in_one_spelling
from wiredesk.link.person import PersonName
from wiredesk.link.vocabulary import vocabulary


def _agree(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether middle names (or their initials) may be one person's: the shorter row stands in the longer."""
    if shorter and longer and all(len(name) == 1 for name in shorter + longer):
        return shorter == longer
    at = 0
    for name in shorter:
        while at < len(longer) and not (longer[at] == name or _initial(longer[at], name)):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[:1] == other[:1]


@dataclass(slots=True)
class People:
    """Every person whose full name stands in the corpus.

    Attributes:
        of_name: A full name's words and suffix to the key of its person.
        by_word: A word of a name to the keys of the persons who bear it last (their surname).
        words_of: A person's key to every word of their names.
        by_tail: What full names end with, to the keys of their persons.
    """

    of_name: dict[tuple[tuple[str, ...], str], str] = field(
        default_factory=dict[tuple[tuple[str, ...], str], str]
    )
    by_word: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    words_of: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    by_tail: dict[tuple[str, ...], set[str]] = field(default_factory=dict[tuple[str, ...], set[str]])
    _surnames: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def key(self, name: PersonName) -> str | None:
        """The person of a full name, or None where the corpus does not hold it."""
        return self.of_name.get((name.words, name.suffix))

    def longer(self, words: tuple[str, ...]) -> set[str]:
        """Keys of the persons with a full name that is longer than these words and ends with them."""
        return self.by_tail.get(words, set())

    def bearers(self, surname: str) -> set[str]:
        """Keys of all persons of that surname."""
        return self.by_word.get(surname, set())

    def surnames(self, key: str) -> set[str]:
        """The surname of a person; all of their words where the key does not tell which is it."""
        known = self._surnames.get(key)
        if known is None:
            known = self._surnames[key] = self._surnames_of(key)
        return known

    def _surnames_of(self, key: str) -> set[str]:
        word = key.rsplit(" ", 1)
        last = word[0].rsplit(" ", 1)[-1] if word[-1] in vocabulary().suffixes and len(word) > 1 else word[-1]
        return {last} if last in self.words(key) else self.words(key)

    def words(self, key: str) -> set[str]:
        """Every word of a person's names; none where the corpus has no full name of theirs."""
        return self.words_of.get(key, set())


def gather_people(
    names: Iterable[PersonName],
    known: Mapping[PersonName, str] | None = None,
    turned: Mapping[tuple[str, ...], tuple[str, ...]] | None = None,
) -> People:
    """Bring all full names of a corpus together.

    Args:
        names: Full names.
        known: Those whose person the lexicon tells, with the key of that person.
        turned: Words of names that stand in another order elsewhere, to their words in that order.

    Returns:
        The persons; their keys depend only on their own names.
    """
    unique = {(name.words, name.suffix): name for name in sorted(names, key=lambda n: (n.words, n.suffix))}
    joined: dict[tuple[str, str], list[PersonName]] = defaultdict(list)
    for name in unique.values():
        words = (turned or {}).get(name.words, name.words)
        joined[in_one_spelling("".join(words)), name.suffix].append(name)
    for name in unique.values():  # "Doh Min-seo", here min-seo doh, is also "Doh Min Seo"
        whole = in_one_spelling(name.words[-1] + name.words[0]), name.suffix
        if name.hyphened and whole in joined:
            joined[in_one_spelling("".join(name.words)), name.suffix].extend(joined.pop(whole))
    stands_for = {
        (other.words, other.suffix): min(
            same, key=lambda n: (len(n.words), n.words in (turned or {}), not n.hyphened, n.words)
        )
        for same in joined.values()
        for other in same
    }
    buckets: dict[tuple[str, str, str], set[tuple[str, ...]]] = defaultdict(set)
    for name in stands_for.values():
        buckets[name.bucket].add(name.words[1:-1])
    classes = {bucket: _classes(middles) for bucket, middles in buckets.items()}
    people = People()
    for form, name in stands_for.items():
        words = name.words
        middle = classes[name.bucket][words[1:-1]]
        key = " ".join((words[0], *middle, words[-1], *filter(None, [name.suffix])))
        people.of_name[form] = key
    _link_initials(people)
    _link_parts(people)
    for name, key in (known or {}).items():
        people.of_name[name.words, name.suffix] = key
    for form, key in people.of_name.items():
        people.words_of.setdefault(key, set()).update(form[0], unique[form].parts)
        people.by_word.setdefault(form[0][-1], set()).add(key)
        for cut in range(1, len(form[0])):
            people.by_tail.setdefault(form[0][cut:], set()).add(key)
    return people


def _classes(middles: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each row of middle names what tells its person from namesakes: () where all may be one person."""
    rows = sorted(middles, key=lambda row: (-len(row), row))
    heads: list[tuple[str, ...]] = []
    of: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in rows:
        of[row] = [head for head in heads if _agree(row, head)]
        if not of[row]:
            heads.append(row)
            of[row] = [row]
    if len(heads) == 1:
        return dict.fromkeys(rows, ())
    return {row: found[0] if len(found) == 1 else row for row, found in of.items()}


def _link_initials(people: People) -> None:
    """Give "J. Harb" to the one person of that surname whose first name begins so."""
    by_initial: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for (words, suffix), key in people.of_name.items():
        if len(words[0]) > 1:
            by_initial[words[0][0], words[-1], suffix].add(key)
    for (words, suffix), _ in list(people.of_name.items()):
        if len(words[0]) == 1:
            fits = by_initial.get((words[0], words[-1], suffix), set())
            if len(fits) == 1:
                people.of_name[words, suffix] = next(iter(fits))


def _link_parts(people: People) -> None:
    """Give "Rey da Costa" to the one "Inés Rey da Costa" of the corpus: a full name's tail is that name."""
    tails: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for (words, suffix), key in people.of_name.items():
        for cut in range(1, len(words) - 1):
            tails[words[cut:], suffix].add(key)
    longer = {
        own: next(iter(fits))
        for form, own in people.of_name.items()
        if len(fits := tails.get(form, set())) == 1 and len(form[0][0]) > 1
    }
    for form, own in people.of_name.items():
        key = own
        while longer.get(key, key) != key:
            key = longer[key]
        people.of_name[form] = key


def turned_names(
    articles: Iterable[Iterable[PersonName]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Names of two words that stand in both orders and are one person: family name first, and last.

    They are one where an article has both orders, or where the articles of either order call the person by
    the same single word, which then is the family name.

    Args:
        articles: The persons' names of each article.

    Returns:
        The words with the family name first, or else the later ones in the alphabet, to the others.
    """
    read = [list(names) for names in articles]
    full = {name.words for names in read for name in names if len(name.words) == 2}
    both = {words for words in full if words[::-1] in full and words[0] != words[1]}
    if not both:
        return {}
    together: set[frozenset[str]] = set()
    called: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for names in read:
        here = {name.words for name in names if name.words in both}
        partial = {name.words[0] for name in names if not name.full}
        for words in here:
            called[words] |= partial & set(words)
            if words[::-1] in here:
                together.add(frozenset(words))
    turned: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words in sorted(words for words in both if words < words[::-1]):
        other = words[::-1]
        family = called[words] | called[other]
        same = len(called[words]) == 1 and called[words] == called[other]
        if frozenset(words) in together or same:
            first, last = (words, other) if words[0] in family else (other, words)
            turned[first] = last
    return turned


def by_surname(name: PersonName, seen: Iterable[str], people: People) -> list[str]:
    """The persons among `seen` whose surname a partial name is; it may also hold other words of theirs."""
    word = name.words[-1]
    last = [key for key in seen if word in people.surnames(key)]
    return last if not name.full else [key for key in last if set(name.words) <= people.words(key)]


def fitting(name: PersonName, seen: Iterable[str], people: People, *, surname: bool) -> list[str]:
    """The persons among `seen` whom a partial name may mean, in the order seen.

    A word fits a surname before it fits another part of a name; every word must fit. With `surname` it fits
    no given name, unless that is where the family name stands ("Mr Doh" for "Doh Seun Bae").
    """
    listed = list(seen)
    full = by_surname(name, listed, people)
    if full or (surname and people.bearers(name.words[-1])):
        return full
    return [key for key in listed if _has(people.words(key), name.words)]


def _has(words: set[str], partial: tuple[str, ...]) -> bool:
    """Whether a person's names hold all words of a partial name, given names also in their short form."""
    long_name = vocabulary().long_name
    return all(word in words or long_name.get(word) in words for word in partial)
