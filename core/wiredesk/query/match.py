"""What one node of a query matches: articles always, sentences where a sentence alone can tell."""

from functools import reduce

import polars as pl

from wiredesk.keyword import keyword_key
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
from wiredesk.query.facts import article_ids, described, figures_matching, mentions_of, with_trait, within
from wiredesk.query.plan import ask, usable
from wiredesk.query.scan import sentences_with
from wiredesk.store import Index
from wiredesk.store.fulltext import FullTextError, words_of

_KEY = ["article_id", "sentence"]


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


def articles_of(index: Index, node: Node) -> pl.DataFrame:
    """The articles that match a node: one column, article_id, each once."""
    match node:
        case Words() | Near():
            return _with_words(index, node)
        case Keyword(folded):
            return _with_keyword(index, folded)
        case Source() | Language() | Path():
            return article_ids(index.articles.filter(described(node)))
        case Has(trait):
            return with_trait(index, trait)
        case Not(inner):
            all_of_them = article_ids(index.articles)
            return all_of_them.join(articles_of(index, inner), on="article_id", how="anti")
        case AllOf(nodes):
            parts = [articles_of(index, part) for part in nodes]
            return reduce(lambda a, b: a.join(b, on="article_id", how="semi"), parts)
        case AnyOf(nodes):
            parts = [articles_of(index, part) for part in nodes]
            return pl.concat(parts).unique(maintain_order=True)
        case Dates():
            published = pl.col("published")
            parts: list[pl.DataFrame] = []
            if node.of != "published":
                parts.append(article_ids(_events(index, node)))
            if node.of != "event":
                parts.append(article_ids(index.articles.filter(within(published, published, node))))
            return pl.concat(parts).unique(maintain_order=True)
        case Actor() | Figures():
            return article_ids(_rows(index, node))


def sentences_of(index: Index, node: Node, articles: pl.DataFrame) -> pl.DataFrame | None:
    """The sentences of some articles that match a node by themselves.

    Args:
        index: The index.
        node: What to look for.
        articles: Column article_id. The sentences of all others are left out.

    Returns:
        Columns article_id and sentence, each pair once; None where no single sentence can tell.
    """
    match node:
        case Words() | Near():
            return sentences_with(index, node, articles)
        case Keyword(folded):
            named = articles.join(_with_keyword(index, folded), on="article_id", how="semi")
            words = words_of(folded)
            return sentences_with(index, Words(" ".join(words)), named if words else named.clear())
        case Actor() | Figures():
            return _keys(_rows(index, node), articles)
        case Dates():
            return None if node.of == "published" else _keys(_events(index, node), articles)
        case AllOf(nodes):
            matching = articles_of(index, node)
            here = articles.join(matching, on="article_id", how="semi", maintain_order="left")
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


def _with_keyword(index: Index, folded: str) -> pl.DataFrame:
    spelt = index.keywords["keyword"].unique(maintain_order=True)
    key = keyword_key(folded)
    same = [keyword for keyword in spelt if keyword_key(keyword) == key]
    return article_ids(index.keywords.filter(pl.col("keyword").is_in(same)))


def _rows(index: Index, node: Actor | Figures) -> pl.DataFrame:
    return mentions_of(index, node) if isinstance(node, Actor) else figures_matching(index.figures, node)


def _events(index: Index, node: Dates) -> pl.DataFrame:
    return index.events.filter(within(pl.col("date_from"), pl.col("date_to"), node))


def _keys(rows: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    return rows.select(_KEY).join(articles, on="article_id", how="semi").unique(maintain_order=True)
