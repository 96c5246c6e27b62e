"""What the full-text index holds: one document an article.

A document is an article, because the words of a query must stand in the same article. A phrase, and words
near each other, must stand in the same sentence: between the positions of two sentences lies a gap wider
than any distance that a query can ask for.
"""

from typing import TYPE_CHECKING, Final

from wiredesk.store.fulltext.words import RULE

if TYPE_CHECKING:
    from tantivy import Schema, TextAnalyzer

VERSION: Final = f"1 {RULE}"
"""Of the shape and the word rule; an index of another one is not read, and made anew by the next writer."""

FULLTEXT_FROM: Final = 10_000
"""Articles from which a full-text index is written. Below, a scan of the texts answers in a few hundredths of
a second, and an index is one thing more that can break."""

FOLDER: Final = "fulltext"
"""Of the full-text index, in its generation's folder."""

ARTICLE: Final = "article_id"
DAY: Final = "day"
BODY: Final = "body"
TITLE: Final = "title"
TEXT: Final = "text"

NO_DAY: Final = -(2**31)
"""Stands for an unknown day of publication: earlier than all others."""

BETWEEN: Final = "|"
"""No word: it takes a position and is left out. A word never holds it."""

FARTHEST: Final = 30
"""The widest distance, in words, that a query may ask for; sentences lie farther apart than this."""

SENTENCE_GAP: Final = f" {f'{BETWEEN} ' * (FARTHEST + 1)}"

_ANALYSER: Final = "wiredesk"


def make_schema() -> "Schema":
    """Number, day of publication, words of the sentences with their positions, words of the title, text.

    The text is kept because single texts are read from here in a twentieth of a millisecond, from the
    Parquet file in one or two.
    The number is signed: deleting by an unsigned one silently does nothing.
    """
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_integer_field(ARTICLE, indexed=True, fast=True)
    builder.add_integer_field(DAY, fast=True)
    builder.add_text_field(BODY, tokenizer_name=_ANALYSER)
    builder.add_text_field(TITLE, tokenizer_name=_ANALYSER)
    builder.add_bytes_field(TEXT, stored=True)
    return builder.build()


def analyser() -> tuple[str, "TextAnalyzer"]:
    """Name and analyser of the text fields, to be registered whenever an index is opened.

    It only takes apart what `words_of` has put together, so there is no second word rule.
    """
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    built = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.custom_stopword([BETWEEN])).build()
    return _ANALYSER, built
