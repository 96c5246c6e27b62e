"""Queries of the full-text index, put together so that none meets a fault of the search library.

Faults met in tantivy 0.27: a phrase of one word panics; a query for the beginning of a phrase's last word
looks at fifty words only and loses the rest; a query of exclusions alone finds nothing; a phrase with slop
lets one word stand for two.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from wiredesk.store.fulltext.fulltext import FullText
from wiredesk.store.fulltext.shape import ARTICLE, BODY, DAY, TITLE

if TYPE_CHECKING:
    from tantivy import Query

MOST_ENDINGS: Final = 3_000
"""Words that the last word of a phrase may be the beginning of. A phrase query for each takes 50 µs at a
hundred thousand articles; a single letter can be the beginning of a hundred thousand words."""

__all__ = [
    "BODY",
    "MOST_ENDINGS",
    "TITLE",
    "all_of",
    "among",
    "any_of",
    "beginning",
    "boosted",
    "but_not",
    "everything",
    "like",
    "near",
    "nothing",
    "phrase",
    "phrase_beginning",
    "since",
    "weighed",
    "weighing",
    "without",
    "word",
]


def everything() -> "Query":
    """All articles."""
    from tantivy import Query

    return Query.all_query()


def nothing() -> "Query":
    """No article."""
    from tantivy import Query

    return Query.empty_query()


def word(index: FullText, text: str, field: str = BODY) -> "Query":
    """Articles with a word."""
    from tantivy import Query

    return Query.term_query(index.schema, field, text)


def beginning(index: FullText, text: str, field: str = BODY) -> "Query":
    """Articles with a word that begins like this; all weigh the same."""
    from tantivy import Query

    # Without a slip, this is the same as a regular expression, which takes 0.3 ms to be put together.
    return Query.fuzzy_term_query(index.schema, field, text, 0, prefix=True)


def like(index: FullText, text: str, distance: int, field: str = BODY) -> "Query":
    """Articles with a word that so many changed, added, missing or swapped letters part from this one."""
    from tantivy import Query

    return Query.fuzzy_term_query(index.schema, field, text, distance, transposition_cost_one=True)


def phrase(index: FullText, words: Sequence[str], field: str = BODY) -> "Query":
    """Articles with these words beside each other in a sentence."""
    from tantivy import Query

    if len(words) == 1:
        return word(index, words[0], field)
    return Query.phrase_query(index.schema, field, list(words))


def phrase_beginning(index: FullText, words: Sequence[str], field: str = BODY) -> "tuple[Query, bool]":
    """Articles with these words beside each other, of which the last may go on.

    Returns:
        The query, and whether it is exact; otherwise it finds too much and never too little.
    """
    *first, last = words
    if not first:
        return beginning(index, last, field), True
    endings = index.terms(last, field)
    if len(endings) > MOST_ENDINGS:
        return all_of([phrase(index, first, field), beginning(index, last, field)]), False
    return any_of([phrase(index, [*first, ending], field) for ending in endings]), True


def near(index: FullText, one: str, other: str, within: int) -> "Query":
    """Articles with two words at most so many words apart in a sentence, in either order.

    Args:
        index: The index.
        one: A word.
        other: A word; if it is the same, it must stand there twice.
        within: 1 to `shape.FARTHEST`; 1: beside each other.
    """
    from tantivy import Query

    schema = index.schema
    if one == other:
        return any_of(
            [Query.phrase_query(schema, BODY, [(0, one), (apart, one)]) for apart in range(1, within + 1)]
        )
    return any_of(
        [Query.phrase_query(schema, BODY, list(pair), within - 1) for pair in ((one, other), (other, one))]
    )


def all_of(queries: "Sequence[Query]") -> "Query":
    """Articles that match every query; weights add up."""
    from tantivy import Occur, Query

    return (
        queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])
    )


def any_of(queries: "Sequence[Query]") -> "Query":
    """Articles that match at least one query; weights add up."""
    from tantivy import Occur, Query

    if not queries:
        return Query.empty_query()
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def without(query: "Query") -> "Query":
    """Articles that do not match."""
    from tantivy import Occur, Query

    return Query.const_score_query(
        Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, query)]), 0.0
    )


def but_not(query: "Query", other: "Query") -> "Query":
    """Articles that match a query and not another; their weights stay."""
    from tantivy import Occur, Query

    return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, other)])


def weighing(query: "Query", weight: float) -> "Query":
    """The same articles, all of one weight."""
    from tantivy import Query

    return Query.const_score_query(query, weight)


def boosted(query: "Query", factor: float) -> "Query":
    """The same articles, their weights times a factor."""
    from tantivy import Query

    return query if factor == 1.0 else Query.boost_query(query, factor)


def weighed(query: "Query", more: "Sequence[tuple[Query, float]]") -> "Query":
    """The same articles, those that also match one of the others with its weight, times a factor, added."""
    from tantivy import Occur, Query

    extra = [(Occur.Should, boosted(other, factor)) for other, factor in more]
    return Query.boolean_query([(Occur.Must, query), *extra]) if extra else query


def since(index: FullText, query: "Query", day: int) -> "Query":
    """The articles that match and were published on a day (`shape.DAY`) or after it; their weights stay."""
    from tantivy import FieldType, Query

    new = Query.range_query(index.schema, DAY, FieldType.Integer, lower_bound=day)
    return all_of([query, Query.const_score_query(new, 0.0)])


def among(index: FullText, query: "Query", articles: Iterable[int]) -> "Query":
    """The articles that match and are among these; their weights stay."""
    from tantivy import Query

    these = Query.term_set_query(index.schema, ARTICLE, list(articles))
    return all_of([query, Query.const_score_query(these, 0.0)])
