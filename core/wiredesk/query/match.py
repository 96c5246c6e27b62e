"""What one node of a query matches: articles always, sentences where a sentence alone can tell."""

from functools import reduce
from typing import Final

import polars as pl

from wiredesk.query.clauses import (
    Actor,
    AllOf,
    AnyOf,
    Dates,
    Figures,
    Has,
    Keyword,
    Language,
    Near,
    Node,
    Not,
    Path,
    Source,
    Words,
)
from wiredesk.query.facts import article_ids, facts_in, figures_matching, mentions_in, within
from wiredesk.query.masks import claiming, dated, described, naming, with_keyword, with_trait
from wiredesk.query.plan import ask, usable
from wiredesk.query.rows import article_rows, mask_at
from wiredesk.query.scan import sentences_with
from wiredesk.store import Index
from wiredesk.store.fulltext import FullTextError, words_of

_KEY: Final = ("article_id", "sentence")
_FIGURE: Final = (*_KEY, "value", "value_to", "unit", "per", "kind", "noun")


def tells_sentences(node: Node) -> bool:
    """Whether a sentence alone can tell that it matches a node."""
    match node:
        case Words() | Near() | Actor() | Keyword() | Figures():
            return True
        case Dates(of=of):
            return of != "published"
        case AllOf(nodes) | AnyOf(nodes):
            return any(map(tells_sentences, nodes))
        case _:
            return False


def mask_of(index: Index, node: Node) -> pl.Series:
    """For each row of `ARTICLES` whether the article matches a node, as Boolean."""
    match node:
        case Words() | Near():
            return mask_at(index, article_rows(index, _with_words(index, node)["article_id"]))
        case Keyword(folded):
            return with_keyword(index, folded)
        case Source() | Language() | Path():
            return described(index, node)
        case Has(trait):
            return with_trait(index, trait)
        case Not(inner):
            return ~mask_of(index, inner)
        case AllOf(nodes):
            return reduce(lambda a, b: a & b, [mask_of(index, part) for part in nodes])
        case AnyOf(nodes):
            return reduce(lambda a, b: a | b, [mask_of(index, part) for part in nodes])
        case Dates():
            return dated(index, node)
        case Actor():
            return naming(index, node)
        case Figures():
            return claiming(index, node)


def sentences_of(index: Index, node: Node, articles: pl.DataFrame) -> pl.DataFrame | None:
    """The sentences of some articles that match a node by themselves.

    Args:
        index: The index.
        node: What to look for.
        articles: Column article_id, each once. The sentences of all others are left out.

    Returns:
        Columns article_id and sentence, each pair once; None where no single sentence can tell.
    """
    match node:
        case Words() | Near():
            return sentences_with(index, node, articles)
        case Keyword(folded):
            named = _matching(index, with_keyword(index, folded), articles)
            words = words_of(folded)
            return sentences_with(index, Words(" ".join(words)), named if words else named.clear())
        case Actor():
            return _keys(mentions_in(index, node, _rows(index, articles)))
        case Figures():
            figures = facts_in(index, "figures", _FIGURE, _rows(index, articles))
            return _keys(figures.filter(figures_matching(figures, node)))
        case Dates():
            if node.of == "published":
                return None
            events = facts_in(index, "events", (*_KEY, "date_from", "date_to"), _rows(index, articles))
            return _keys(events.filter(within(pl.col("date_from"), pl.col("date_to"), node)))
        case AllOf(nodes):
            here = _matching(index, mask_of(index, node), articles)
            told = [part for part in (sentences_of(index, one, here) for one in nodes) if part is not None]
            return reduce(lambda a, b: a.join(b, on=_KEY, how="semi"), told) if told else None
        case AnyOf(nodes):
            told = [
                part for part in (sentences_of(index, one, articles) for one in nodes) if part is not None
            ]
            return pl.concat(told).unique(maintain_order=True) if told else None
        case _:
            return None


def _with_words(index: Index, node: Words | Near) -> pl.DataFrame:
    fulltext = usable(index)
    if fulltext is not None:
        try:
            asked = ask(fulltext, node)
            if asked is not None:
                found = asked.articles(fulltext)
                return found if asked.exact else article_ids(sentences_with(index, node, found))
        except FullTextError:
            pass  # it has noted its trouble
    return article_ids(sentences_with(index, node))


def _matching(index: Index, mask: pl.Series, articles: pl.DataFrame) -> pl.DataFrame:
    """Those of some articles (column article_id) that a mask over all of them holds."""
    return articles.filter(mask.gather(article_rows(index, articles["article_id"])))


def _rows(index: Index, articles: pl.DataFrame) -> pl.Series | None:
    """The rows of some articles (column article_id) in `ARTICLES`, ascending; None: they are all."""
    if articles.height == index.height("articles"):
        return None
    return article_rows(index, articles["article_id"]).drop_nulls().sort()


def _keys(facts: pl.DataFrame) -> pl.DataFrame:
    return facts.select(_KEY).unique(maintain_order=True)
