"""Which articles the reader has seen: told by what they are and what they say, never by a time.

An article counts as seen if it was seen at its place, whatever it says by now, or if what it says was seen,
wherever that stood. So neither an edit nor a move makes an article new.
"""

import sys
from array import array
from base64 import b64decode, b64encode
from typing import Final

import polars as pl

KEYS: Final = pl.UInt64
_CODE: Final = "Q"  # eight bytes
_DIGEST_DIGITS: Final = 13
"""Hexadecimal digits of a digest that are kept: 52 bits, as many as an identifier has."""


def keys_of(articles: pl.DataFrame) -> pl.Series:
    """The keys by which articles are known again: identifiers, and the beginnings of digests.

    Args:
        articles: Has the columns article_id and digest of `wiredesk.schema.ARTICLES`.

    Returns:
        Unsigned integers, sorted, each once.
    """
    both = articles.select(_place(), _content().alias("digest"))
    return pl.concat([both["article_id"], both["digest"]]).drop_nulls().unique().sort().alias("key")


def unseen(articles: pl.DataFrame, seen: pl.Series | None) -> pl.DataFrame:
    """The articles of which neither the place nor the content was seen, in their order.

    Args:
        articles: As for `keys_of`.
        seen: Keys; None where the reader has not looked yet, so that all are new.
    """
    if seen is None:
        return articles
    known = seen.implode()
    return articles.filter(~(_place().is_in(known) | _content().is_in(known).fill_null(value=False)))


def to_text(keys: pl.Series) -> str:
    """Keys as text for a log: eight bytes each, the low one first, in base 64."""
    return b64encode(_turned(array(_CODE, keys.to_list())).tobytes()).decode("ascii")


def from_text(text: str) -> pl.Series:
    """The keys in a text that `to_text` made.

    Raises:
        ValueError: it is none.
    """
    keys = array(_CODE)
    keys.frombytes(b64decode(text, validate=True))
    return pl.Series("key", _turned(keys).tolist(), KEYS)


def _turned(keys: "array[int]") -> "array[int]":
    """The low byte first, on every machine."""
    if sys.byteorder == "big":
        keys.byteswap()
    return keys


def _place() -> pl.Expr:
    return pl.col("article_id").cast(KEYS)


def _content() -> pl.Expr:
    head = pl.col("digest").str.head(_DIGEST_DIGITS)
    return head.str.to_integer(base=16, strict=False).cast(KEYS)
