"""What the selected articles are about, in their own words."""

from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.selection import Selection
from wiredesk.query.views.topics import WHOLE, addresses, by_spelling
from wiredesk.schema import KEYWORDS
from wiredesk.store import Index

KEYWORDS_VIEW: Final = pl.Schema(
    {
        "keyword": pl.String,
        "sort": KEYWORDS["sort"],  # what it is in most articles
        "articles": pl.Int32,  # of which it is one of the best keywords; near-copies are one
        "score": pl.Float64,  # the higher the more telling
        "article_id": pl.Int64,  # where it stands first in the article that it tells most of
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
    }
)

SPREAD: Final = 0.7
"""The power of the number of articles in a score. 1 would be a plain sum over them, by which the words of
every second report lead; 0 a mean, by which one article's own words do. Judged by the first twenty keywords
of the sample corpus and of three hundred reports."""

_WORDS: WeakKeyDictionary[Index, pl.DataFrame] = WeakKeyDictionary()


def keywords_view(index: Index, selection: Selection) -> pl.DataFrame:
    """The keywords of the selected articles, by how far they spread and how telling they are there.

    Scores of different articles cannot be compared, ranks can: each article gives a keyword the salience
    1 / (10 + rank) (`RANK_DAMPING`); near-copies give it once, as the one of them that ranks it highest does.
    With n articles of mean salience s the keyword's score is s * n ** `SPREAD`. Under a query it is
    multiplied with log2(1 + odds), the odds being its share of the selected articles to that of all
    others: what the selection has in common with everything tells nothing of it.

    Names are written the same everywhere and so would push all else from the top: names and other
    keywords take turns, each of the two by score.

    Returns:
        Frame with schema `KEYWORDS_VIEW`, best first; keywords that differ in case, accents, number or
        hyphens are one, in the spelling that is most frequent.
    """
    spelt = by_spelling(index, selection)
    spelt = spelt.hstack(_words(index)[spelt["spelling"]])
    told = (
        spelt.group_by("key")
        .agg(pl.col("articles", "salience").sum(), pl.col("first").min())
        .with_columns(pl.col("articles").cast(pl.Int32), pl.col("salience") / pl.col("articles") / WHOLE)
        .with_columns((pl.col("salience") * pl.col("articles") ** SPREAD).alias("score"))
    )
    if not selection.everything:
        told = _against_the_rest(told, index, selection)
    listed = (
        told.join(_commonest(spelt), on="key")
        .with_columns(pl.col("score").round(6))
        .sort("score", "articles", "word", descending=[True, True, False])
        .with_columns(pl.int_range(pl.len()).over("kind").alias("turn"))
    )
    spellings = index.derived("spellings")
    named = spellings.select("sort", (pl.col("sort") == "name").alias("name"))[listed["kind"]]
    listed = listed.hstack(named).sort("turn", "name", nulls_last=False, maintain_order=True)
    keyword = spellings["keyword"].gather(listed["word"])
    return listed.hstack(addresses(index, listed["first"])).with_columns(keyword).select(list(KEYWORDS_VIEW))


def _words(index: Index) -> pl.DataFrame:
    """For each spelling its key, and by number what is written and what it is.

    Columns key; word, the first row of `SPELLINGS` with the same keyword: in the order of the alphabet;
    kind, a row with the same sort; place, by which kinds stand in the order of the alphabet, none last.
    """
    known = _WORDS.get(index)
    if known is None:
        spellings = index.derived("spellings").with_row_index("spelling")
        known = _WORDS[index] = spellings.select(
            "key",
            pl.col("spelling").min().over("keyword").alias("word"),
            pl.col("spelling").min().over("sort").alias("kind"),
            pl.col("sort").rank("dense").fill_null(pl.len()).alias("place"),
        )
    return known


def _against_the_rest(told: pl.DataFrame, index: Index, selection: Selection) -> pl.DataFrame:
    """Weigh scores by the odds of a keyword in the selected articles to those in all others.

    Half an article is added on either side, so that a keyword that the others have not, or a selection
    without others, gives a number.
    """
    groups = index.derived("places")["group"].drop_nulls()
    selected = groups.gather(selection.rows).n_unique()
    others = groups.n_unique() - selected
    everywhere = index.derived("keys")["articles"].gather(told["key"]).cast(pl.Float64)
    share = (pl.col("articles") + 0.5) / (selected + 1)
    rest = (everywhere - pl.col("articles") + 0.5).clip(0.5) / (others + 1)
    return told.with_columns(pl.col("score") * (1 + share / rest).log(2))


def _commonest(spelt: pl.DataFrame) -> pl.DataFrame:
    """For each key the word and the kind that it has most often; of equals the first of the alphabet."""
    several = pl.col("key").is_duplicated()
    one = spelt.filter(~several).select("key", "word", "kind")
    many = spelt.filter(several)
    words = _most(many, "word", "word")
    kinds = _most(many, "kind", "place")
    return pl.concat([one, words.join(kinds, on="key").select("key", "word", "kind")])


def _most(spelt: pl.DataFrame, column: str, order: str) -> pl.DataFrame:
    return (
        spelt.group_by("key", column)
        .agg(pl.col("rows").sum(), pl.col(order).first().alias("order"))
        .sort("rows", "order", descending=[True, False])
        .unique("key", keep="first", maintain_order=True)
        .select("key", column)
    )
