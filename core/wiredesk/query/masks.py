"""Which articles have, or are, something: a Boolean for each row of `ARTICLES`, never null."""

from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.desk import unseen
from wiredesk.keyword import keyword_key
from wiredesk.query.called import actors_named, articles_naming
from wiredesk.query.clauses import Actor, Dates, Figures, Language, Path, Source, Trait
from wiredesk.query.facts import facts_in, figures_matching, within
from wiredesk.query.rows import Placed, articles_of, mask_at
from wiredesk.store import Index
from wiredesk.text import fold

_KEYS: WeakKeyDictionary[Index, pl.Series] = WeakKeyDictionary()


def naming(index: Index, node: Actor) -> pl.Series:
    """Articles that name an actor."""
    return mask_at(index, articles_naming(index, actors_named(index, node))["article"])


def claiming(index: Index, node: Figures) -> pl.Series:
    """Articles with a figure."""
    columns = ("value", "value_to", "unit", "per", "kind", "noun")
    rows = figures_matching(facts_in(index, "figures", columns, None), node).arg_true()
    return mask_at(index, articles_of(index, "figures", rows))


def dated(index: Index, node: Dates) -> pl.Series:
    """Articles of, or with a sentence of, some days."""
    mask = mask_at(index, pl.Series([], dtype=pl.UInt32))
    if node.of != "published":
        moments = index.derived("moments").select("article", "date_from", "date_to")
        known = moments.head(moments.height - moments["date_from"].null_count())  # by their first days
        if node.last is not None:
            known = known.head(known["date_from"].search_sorted(node.last, "right"))
        mask = mask_at(index, known.filter(within(pl.col("date_from"), pl.col("date_to"), node))["article"])
    if node.of != "event":
        published = pl.col("published")
        mask |= index.articles.select(within(published, published, node))["published"]
    return mask


def described(index: Index, node: Source | Language | Path) -> pl.Series:
    """Articles by what is known of them as a whole."""
    articles = index.articles
    match node:
        case Source(None):
            return articles["source"].is_null()
        case Source(str() as folded):
            outlets = index.derived("outlets")["source"]
            meant = [row for row, outlet in enumerate(outlets) if folded in fold(outlet)]
            outlet = index.derived("places")["outlet"].head(articles.height)
            return outlet.is_in(meant).fill_null(value=False)
        case Language(code):
            return (articles["language"] == code).fill_null(value=False)
        case Path(folded):
            return pl.Series([folded in fold(path) for path in articles["path"]], dtype=pl.Boolean)
        case _:
            raise AssertionError(node)


def with_keyword(index: Index, folded: str) -> pl.Series:
    """Articles of which something is a keyword, however it is spelt."""
    keys = _KEYS.get(index)
    if keys is None:  # some microseconds for each spelling
        spelt = index.derived("spellings")["keyword"]
        keys = _KEYS[index] = pl.Series([keyword_key(keyword) for keyword in spelt], dtype=pl.String)
    topics = index.derived("topics")
    same = (keys == keyword_key(folded)).arg_true()
    return mask_at(index, topics["article"].filter(topics["spelling"].is_in(same.implode())))


def with_trait(index: Index, trait: Trait) -> pl.Series:
    """Articles that have, or are, something."""
    articles = index.articles
    match trait:
        case "copy":
            return articles["duplicate_of"].is_not_null()
        case "new":
            places = articles.select("article_id", "digest").with_row_index("row")
            return mask_at(index, unseen(places, index.seen)["row"])
        case "date":
            rows = index.events["value"].is_not_null().arg_true()
            return mask_at(index, articles_of(index, "events", rows))
        case "figure":
            return _with_rows(index, "figures")
        case "actor":
            return _with_rows(index, "mentions")
        case "keyword":
            return _with_rows(index, "keywords")
        case "dated":
            return articles["published"].is_not_null()
        case "undated":
            return articles["published"].is_null()
        case "sourced":
            return articles["source"].is_not_null()
        case "unsourced":
            return articles["source"].is_null()


def _with_rows(index: Index, table: Placed) -> pl.Series:
    """Articles that have rows in a table, which is not read."""
    firsts = index.derived("places")[table]
    return firsts.slice(1) > firsts.head(index.articles.height)
