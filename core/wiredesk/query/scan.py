"""Words looked for in the sentences themselves: where there is no full-text index, and in what it found."""

from collections.abc import Callable
from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.clauses import Near, Words
from wiredesk.query.plan import usable
from wiredesk.query.sentences import sentence_texts, some_sentence_texts
from wiredesk.query.spoken import slips, spans_of
from wiredesk.store import Index
from wiredesk.store.fulltext import Pattern, words_of

_KEY: Final = ["article_id", "sentence"]

_VOCABULARY: WeakKeyDictionary[Index, list[str]] = WeakKeyDictionary()


def sentences_with(index: Index, node: Words | Near, within: pl.DataFrame | None = None) -> pl.DataFrame:
    """The sentences that hold a word, a phrase, or words near each other.

    Args:
        index: The index.
        node: What to look for.
        within: Look in these articles alone (column article_id); None: in all.

    Returns:
        Columns article_id and sentence, in the order of the index.
    """
    return _found(index, node, within).select(_KEY)


def counts_of(index: Index, node: Words) -> pl.DataFrame:
    """How often a word or phrase stands in each article that has it: columns article_id and times."""
    found = _found(index, node, None)
    times = list(map(Pattern(node.words, prefix=node.prefix).count, found["folded"]))
    return (
        found.select("article_id", pl.Series("times", times, pl.Int32))
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("times").sum())
    )


def _found(index: Index, node: Words | Near, within: pl.DataFrame | None) -> pl.DataFrame:
    if within is not None and usable(index) is not None:
        texts = some_sentence_texts(index, within)
    else:
        texts = sentence_texts(index)
        if within is not None:
            texts = texts.join(within, on="article_id", how="semi", maintain_order="left")
    likely = texts.filter(_may_hold(index, node))
    holds = _test(node)
    return likely.filter(pl.Series([holds(folded) for folded in likely["folded"]], dtype=pl.Boolean))


def _may_hold(index: Index, node: Words | Near) -> pl.Expr:
    """A cheap test that no sentence fails that holds what is looked for: the words stand in it somehow."""
    if isinstance(node, Near):
        return pl.all_horizontal(_may_hold(index, operand) for operand in node.words)
    folded = pl.col("folded")
    if not node.fuzzy:
        return pl.all_horizontal(folded.str.contains(word, literal=True) for word in node.words)
    if usable(index) is not None:  # too many words to compare with each: whoever found the articles did
        return pl.lit(value=True)
    alike = [word for word in _vocabulary(index) if slips(node.folded, word, node.fuzzy) <= node.fuzzy]
    return folded.str.contains_any(alike) if alike else pl.lit(value=False)


def _test(node: Words | Near) -> Callable[[str], bool]:
    if isinstance(node, Near) or node.fuzzy:
        return lambda folded: bool(spans_of(words_of(folded), node))
    return Pattern(node.words, prefix=node.prefix).stands_in


def _vocabulary(index: Index) -> list[str]:
    """Every word of an index's sentences, each once; made when it is first asked for."""
    known = _VOCABULARY.get(index)
    if known is None:
        words = {word for folded in sentence_texts(index)["folded"] for word in words_of(folded)}
        known = _VOCABULARY[index] = sorted(words)
    return known
