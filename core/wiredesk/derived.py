"""Frames computed from the tables when an index is written, so that no view has to: columns and types.

They are the store's own: not exported, and free to change with the program (`DERIVED_VERSION`). A row of
a table is named by its 0-based place in it, which is half as wide as an identifier and needs no lookup:
`article` is a row of `ARTICLES`, `actor` a row of `ACTORS`, `row` one of the table that is spoken of.
"""

from typing import Final

import polars as pl

from wiredesk.schema import SENTENCE_KINDS

DERIVED_VERSION: Final = 2
"""Raised whenever a frame of this module, or how it is computed, changes: older ones are computed anew."""

OPENING: Final = 48
"""Sentences that begin with so many equal characters, folded, tell the same thing twice."""

PLACES: Final = pl.Schema(
    {
        "rank": pl.UInt32,  # place in the list of all articles: copies last, then the newest first
        "group": pl.UInt32,  # row of the article that this is a near-copy of; its own where it is none
        "copies": pl.Int32,  # near-copies of this article
        "outlet": pl.UInt32,  # row of OUTLETS; null where the source is
        "sentences": pl.UInt32,  # first row of the article in that table, or where it would stand
        "mentions": pl.UInt32,
        "events": pl.UInt32,
        "figures": pl.UInt32,
        "keywords": pl.UInt32,
        "pairs": pl.UInt32,
    }
)  # order of ARTICLES, then one row more with the heights of the tables
"""Where the facts of an article stand."""

OUTLETS: Final = pl.Schema({"source": pl.String})  # sorted; each once
"""The outlets that are named."""

SEALS: Final = pl.Schema({"seal": pl.UInt64})  # order of TEXTS
"""Digest of each text, so that one text can be read and checked without the others."""

SPANS: Final = pl.Schema(
    {
        "start": pl.UInt32,
        "end": pl.UInt32,
        "kind": pl.Enum(SENTENCE_KINDS),
        "paragraph": pl.UInt16,  # 65,535 stands for that or more
    }
)  # order of SENTENCES
"""Where sentences stand in their texts, in a quarter of the room."""

NAMED: Final = pl.Schema(
    {
        "actor": pl.UInt32,  # null where the mention is ambiguous
        "sentence": pl.UInt32,  # row of SENTENCES
    }
)  # order of MENTIONS
"""Who is named in which sentence, by number."""

PAIRS: Final = pl.Schema(
    {"article": pl.UInt32, "actor": pl.UInt32, "mentions": pl.UInt32}
)  # sorted by article, actor
"""How often an article names an actor."""

APPEARED: Final = pl.Schema(
    {"actor": pl.UInt32, "place": pl.UInt32, "mentions": pl.UInt32}
)  # sorted by actor, place; place: of the article by day of publication, unknown days last
"""The rows of PAIRS actor by actor, from its first day to its last: neighbours in it stand near each other in
whatever is asked by place, which takes a third of the time."""

CAST: Final = pl.Schema(
    {
        "by_name": pl.UInt32,  # place of the actor by name and kind
        "first": pl.Date,  # earliest and latest day of publication among the articles that name the actor
        "last": pl.Date,
        "mentions": pl.Int32,
        "articles": pl.Int32,
    }
)  # order of ACTORS
"""What a list of all actors shows beside the actor; nulls and noughts where nothing names it."""

MOMENTS: Final = pl.Schema(
    {
        "row": pl.UInt32,
        "article": pl.UInt32,
        "date_from": pl.Date,
        "date_to": pl.Date,
        "opening": pl.UInt64,  # of the sentence: the same for those that begin alike
    }
)  # in the order of a timeline
"""The rows of EVENTS as a timeline shows them."""

AMOUNTS: Final = pl.Schema(
    {"row": pl.UInt32, "article": pl.UInt32, "opening": pl.UInt64}
)  # in the order of a list of figures
"""The rows of FIGURES as a list of figures shows them."""

SPELLINGS: Final = pl.Schema(
    {"keyword": pl.String, "sort": pl.String, "key": pl.UInt32}  # key: the same for spellings of one keyword
)  # sorted by keyword, then sort
"""Each keyword as it is written, each once for each sort."""

TOPICS: Final = pl.Schema(
    {
        "article": pl.UInt32,
        "spelling": pl.UInt32,  # row of SPELLINGS
        "rank": pl.UInt16,
        "alone": pl.Boolean,  # no other row has the same key within the same group of near-copies
    }
)  # order of KEYWORDS
"""The rows of KEYWORDS by number."""

KEYS: Final = pl.Schema({"articles": pl.UInt32})  # in the order of the keys of SPELLINGS
"""Of how many articles something is a keyword; near-copies are one."""

DERIVED: Final[dict[str, pl.Schema]] = {
    "places": PLACES, "outlets": OUTLETS, "pairs": PAIRS, "appeared": APPEARED, "cast": CAST,
    "moments": MOMENTS, "amounts": AMOUNTS, "spellings": SPELLINGS, "topics": TOPICS, "keys": KEYS,
    "named": NAMED, "seals": SEALS, "spans": SPANS,
}  # fmt: skip
"""The derived frames of an index, by name."""
