"""Which sentences of a few articles hold what a clause of words means, looked up page by page.

Says of these articles what `wiredesk.query.match` says by frames.
"""

from collections.abc import Sequence
from functools import lru_cache

from wiredesk.query.clauses import AllOf, AnyOf, Near, Node, Not, Words
from wiredesk.query.pages import Page
from wiredesk.query.spoken import near_enough, spans_of
from wiredesk.store.fulltext import Pattern, words_of

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
    alike = [word for word in page.words if near_enough(node.folded, word, node.fuzzy)]
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
        if spans_of(words_of(page.folded[page.begins[number] : page.stops[number]]), node)
    )


@lru_cache(maxsize=512)
def _pattern(folded: str, prefix: bool) -> Pattern:
    return Pattern(folded.split(" "), prefix=prefix)
