"""Which sentences of a few articles hold what a clause of words means, looked up page by page.

Says of these articles what `wiredesk.query.match` says by frames.
"""

from collections.abc import Sequence
from functools import lru_cache

from wiredesk.query.clauses import AllOf, AnyOf, Near, Node, Not, Words
from wiredesk.query.pages import Page
from wiredesk.query.spoken import slips, spans_of
from wiredesk.store.fulltext import Pattern, words_of_folded

Sentences = frozenset[int] | None
"""Numbers of sentences of an article; None where no single sentence can tell."""


def only_words(node: Node) -> bool:
    """Whether nothing but words must be known to tell whether an article matches."""
    match node:
        case Words() | Near():
            return True
        case Not(inner):
            return only_words(inner)
        case AllOf(nodes) | AnyOf(nodes):
            return all(map(only_words, nodes))
        case _:
            return False


def sentences_on(page: Page, node: Node) -> Sentences:
    """The sentences of an article that match a node by themselves.

    Args:
        page: The article.
        node: Of words only.
    """
    return _look(page, node)[1]


def _look(page: Page, node: Node) -> tuple[bool, Sentences]:
    """Whether an article matches, and which of its sentences do."""
    match node:
        case Words():
            found = _with_words(page, node)
            return bool(found), found
        case Near():
            found = _with_near(page, node)
            return bool(found), found
        case Not(inner):
            return not _look(page, inner)[0], None
        case AllOf(nodes):
            matches, told = _apart(page, nodes)
            if not told:
                return all(matches), None
            return all(matches), told[0].intersection(*told) if all(matches) else frozenset()
        case AnyOf(nodes):
            matches, told = _apart(page, nodes)
            return any(matches), told[0].union(*told) if told else None
        case _:
            raise AssertionError(node)


def _apart(page: Page, nodes: Sequence[Node]) -> tuple[list[bool], list[frozenset[int]]]:
    looked = [_look(page, node) for node in nodes]
    return [matches for matches, _ in looked], [told for _, told in looked if told is not None]


def _with_words(page: Page, node: Words) -> frozenset[int]:
    if not node.fuzzy:
        return _with_pattern(page, _pattern(node.folded, node.prefix))
    alike = _alike(node.folded, node.fuzzy).among(page.words)
    return frozenset[int]().union(*(_with_pattern(page, _pattern(word, False)) for word in alike))


def _with_pattern(page: Page, pattern: Pattern) -> frozenset[int]:
    found = {page.sentence_at(start, end) for start, end in pattern.spans(page.folded, spaced=page.spaced)}
    return frozenset(number for number in found if number is not None)


def _with_near(page: Page, node: Near) -> frozenset[int]:
    first, *others = (_with_words(page, operand) for operand in node.words)
    likely = first.intersection(*others)
    return frozenset(
        number
        for number in likely
        if spans_of(words_of_folded(page.folded[page.begins[number] : page.stops[number]]), node)
    )


class _Alike:
    """The words that so many slips part from one, of all words that were ever asked about."""

    def __init__(self, word: str, most: int) -> None:
        self._word, self._most = word, most
        self._known: set[str] = set()
        self._alike: set[str] = set()

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Those of some words: most words of an article are known from the one before it."""
        new = words - self._known
        if new:
            # Alike first: another thread that asks meanwhile must not take them for known already.
            self._alike.update(word for word in new if slips(self._word, word, self._most) <= self._most)
            self._known.update(new)
        return words & self._alike


@lru_cache(maxsize=16)
def _alike(word: str, most: int) -> _Alike:
    return _Alike(word, most)


@lru_cache(maxsize=512)
def _pattern(folded: str, prefix: bool) -> Pattern:
    return Pattern(folded.split(" "), prefix=prefix)
