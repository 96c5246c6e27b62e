"""Every frame's columns and types, declared once.

Units and conventions:

- Offsets (`start`, `end`) count Unicode code points of the article's text; `text[start:end]` is what
  the row says. `sentence` is the 0-based number of a sentence within its article.
- Dates are proleptic Gregorian days without a zone. A date that the text does not prove is null.
- An empty value is null, never "".
- Identifiers are stable: they are hashes of what they name (`wiredesk.schema.identifier`), below
  2**53 so that every JSON reader keeps them whole, never positions in a frame.
- Frames are sorted by the key that their comment names, so equal content means equal bytes.
"""

from hashlib import blake2b
from typing import Final, Literal, get_args

import polars as pl

SentenceKind = Literal["title", "summary", "body", "caption"]
ActorKind = Literal["person", "organisation", "place", "group"]
PublishedFrom = Literal["metadata", "header", "dateline", "user"]
Precision = Literal["day", "week", "month", "quarter", "year", "decade", "range"]
Anchor = Literal["explicit", "published", "context"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Qualifier = Literal["about", "more than", "less than", "at least", "at most", "up to", "nearly"]
Change = Literal["up by", "up to", "up from", "down by", "down to", "down from"]
KeywordSort = Literal["name", "plain"]
FileStatus = Literal["indexed", "grouped", "refused"]

SENTENCE_KINDS: Final[tuple[SentenceKind, ...]] = get_args(SentenceKind)
ACTOR_KINDS: Final[tuple[ActorKind, ...]] = get_args(ActorKind)
PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)

# ------------------------------------------------------------------ what was read
FILES = pl.Schema(
    {
        "path": pl.String,  # as shown: relative to the root that was given, "/" between folders
        "bytes": pl.Int64,
        "digest": pl.String,  # of the file's bytes and of its sidecar's
        "format": pl.String,  # plain, html, feed, mail, jsonl; null where it was never told
        "encoding": pl.String,  # as detected or declared; null for a format with its own rules
        "status": pl.String,  # FileStatus: all articles are copies -> grouped; no article -> refused
        "articles": pl.Int32,
    }
)  # sorted by path
"""One row a file that was found; indexed + grouped + refused is all of them."""

REFUSED = pl.Schema(
    {
        "path": pl.String,
        "item": pl.String,  # which document of the file (a feed's entry, a line); null: the file
        "reason": pl.String,  # in words, with what to do
    }
)  # sorted by path, item
"""What could not be read, and why."""

# ------------------------------------------------------------------ articles
ARTICLES = pl.Schema(
    {
        "article_id": pl.Int64,
        "path": pl.String,
        "item": pl.String,  # which document of the file: a feed entry's id, a message id, a line; or null
        "part": pl.Int32,  # 0-based among the articles of one path, in the order of the file
        "title": pl.String,
        "source": pl.String,  # the outlet; null where nothing shows it
        "source_from": pl.String,  # metadata, dateline, header, copyright, user
        "byline": pl.String,
        "place": pl.String,  # of the dateline
        "agency": pl.String,  # wire service named in the dateline or the sign-off
        "url": pl.String,
        "published": pl.Date,
        "published_from": pl.String,  # PublishedFrom
        "not_before": pl.Date,  # latest past date that the text proves; only where published is null
        "language": pl.String,  # ISO 639-1, null where the text is too short to tell
        "words": pl.Int32,
        "digest": pl.String,  # of text and metadata: changes when the article does
        "duplicate_of": pl.Int64,  # article_id of the representative of which this is a near-copy
    }
)  # sorted by path, part
"""One row an article, without its text (schema `TEXTS`), so that a list of a million stays light."""

TEXTS = pl.Schema({"article_id": pl.Int64, "text": pl.String})  # order of ARTICLES
"""The clean text, without furniture: one paragraph (title, summary, body, caption) a line."""

SENTENCES = pl.Schema(
    {
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
        "kind": pl.String,  # SentenceKind
        "paragraph": pl.Int32,  # 0-based line of the text
    }
)  # order of ARTICLES, then sentence
"""Sentences never overlap and never cross a paragraph."""

# ------------------------------------------------------------------ facts, one article at a time
NAMES = pl.Schema(
    {
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
        "surface": pl.String,
        "kind": pl.String,  # ActorKind as far as the name alone tells
    }
)  # order of ARTICLES, then start
"""Names as the extractor found them, before they are linked to actors."""

EVENTS = pl.Schema(
    {
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "start": pl.Int32,  # of the date expression
        "end": pl.Int32,
        "text": pl.String,  # the expression
        "value": pl.String,  # ISO 8601 / TIMEX3: 2019-03, 2021-W27, 2024-Q2, 199, 2014/2017; or null
        "date_from": pl.Date,  # the interval the value covers, both ends included; or null
        "date_to": pl.Date,
        "precision": pl.String,  # Precision; null where the value is null
        "anchor": pl.String,  # Anchor: what resolved it; null where the value is null
    }
)  # order of ARTICLES, then start
"""Date expressions. A value that the text does not prove is null: then so are all that follow from it."""

DATES = pl.Schema(
    {
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
        "text": pl.String,
        "type": pl.String,  # TimexType
        "value": pl.String,  # TIMEX3: 2019-03-05, 2021-SU, 2013-03-22TMO, P2Y, PAST_REF; or null
        "date_from": pl.Date,  # as in EVENTS
        "date_to": pl.Date,
        "precision": pl.String,
        "anchor": pl.String,
    }
)  # order of ARTICLES, then start
"""Date expressions as the TIMEX3 of TimeML cuts and values them; made on demand, not part of a store."""

FIGURES = pl.Schema(
    {
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
        "text": pl.String,
        "value": pl.Float64,  # fully expanded, in the unit of the text
        "value_to": pl.Float64,  # second end of a range; or null
        "unit": pl.String,  # UCUM-like symbol, ISO 4217 code, '%', 'pp'; null: plain count, unknown currency
        "noun": pl.String,  # the counted thing with its modifiers; or null
        "qualifier": pl.String,  # Qualifier; or null
        "kind": pl.String,  # count, money, percent, points, age, length, area, duration, mass, volume, ...
        "verb": pl.String,  # what happened to the counted thing, as written ("killed"); or null
        "change": pl.String,  # Change: how far something moved, or where it moved to or from; or null
        "per": pl.String,  # what an amount is for each of: bbl, d, a, share; null where it is no rate
        "also": pl.String,  # the same amount in other units, as written behind it: "£38m"; or null
    }
)  # order of ARTICLES, then start
"""Claimed figures: no dates, times of day, ordinals, scores, identifiers; ages have a kind of their own.

A move from one value to another is two figures: "rose from 3% to 5%" is 3 ("up from") and 5 ("up to").
"""

KEYWORDS = pl.Schema(
    {
        "article_id": pl.Int64,
        "keyword": pl.String,
        "score": pl.Float64,  # YAKE's: the lower the more telling
        "rank": pl.Int32,  # 1-based
        "sort": pl.String,  # KeywordSort; null where it was not told which words are names
        "sentence": pl.Int32,  # where it stands first
        "start": pl.Int32,  # there it may be written in another case, or as a short form of the name
        "end": pl.Int32,
    }
)  # order of ARTICLES, then rank
"""Best keywords of each article."""

SKETCHES = pl.Schema(
    {
        "article_id": pl.Int64,
        "words": pl.Int32,  # of the whole text, headline and captions included
        "hashes": pl.List(pl.UInt64),  # rising; see wiredesk.shingles
    }
)  # order of ARTICLES
"""A small sample of each text's runs of words, by which near-copies find each other."""

# ------------------------------------------------------------------ facts, linked over all articles
ACTORS = pl.Schema(
    {
        "actor_id": pl.Int64,
        "name": pl.String,  # canonical; unique together with the kind
        "kind": pl.String,  # ActorKind
        "aliases": pl.List(pl.String),  # surface forms, most frequent first, the name included
        "role": pl.String,  # the one most often stated; or null
        "mentions": pl.Int32,
        "articles": pl.Int32,
    }
)  # sorted by mentions and articles downwards, then name, kind

MENTIONS = pl.Schema(
    {
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "actor_id": pl.Int64,  # null: the name fits several actors, and nothing tells which
        "start": pl.Int32,
        "end": pl.Int32,
        "surface": pl.String,
        "kind": pl.String,  # of the actor, or of the name where it is ambiguous
        "basis": pl.String,  # why this actor: name, surname, acronym, lexicon, spelling; null: ambiguous
    }
)  # order of ARTICLES, then start

ROLES = pl.Schema(
    {
        "actor_id": pl.Int64,
        "role": pl.String,
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "start": pl.Int32,  # of the words that state the role
        "end": pl.Int32,
        "former": pl.Boolean,  # the article says that it is over: "former", "resigned as"
    }
)  # order of ACTORS, then of ARTICLES, then start
"""Who is said to be what, with the words that say it; one row a statement."""

TABLES: Final[dict[str, pl.Schema]] = {
    "files": FILES, "refused": REFUSED, "articles": ARTICLES, "texts": TEXTS, "sentences": SENTENCES,
    "names": NAMES, "events": EVENTS, "figures": FIGURES, "keywords": KEYWORDS,
    "sketches": SKETCHES, "actors": ACTORS, "mentions": MENTIONS, "roles": ROLES,
}  # fmt: skip
"""The frames of a store, by name."""

_IDENTIFIER_BITS = 53


def identifier(*parts: str) -> int:
    """A stable positive number for what the parts name, the same on every machine and in every run."""
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _IDENTIFIER_BITS)


def conform(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Give outside data a schema's columns, order and types; missing columns become null.

    Raises:
        polars.exceptions.InvalidOperationError: a value does not fit its column's type.
    """
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in schema.items()
    )
