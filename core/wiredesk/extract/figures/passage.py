"""A text prepared for reading figures: one form for words, and the language that numbers are written in."""

from typing import NamedTuple

from wiredesk.extract.figures.wording import Wording, wording_of

_PLAIN = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2019": "'",
}  # fmt: skip
"""Spaces, hyphens and apostrophes that mean the same; one code point for one, so that offsets stay."""

_ARABIC = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪", "01234567890123456789.,%")
"""Digits and signs of numbers that Arabic and Persian write."""


class Passage(NamedTuple):
    """One article's text.

    Attributes:
        text: As it stands in the frame.
        low: Of the same length, in lower case, with plain spaces, hyphens and apostrophes.
        wording: Of the text's language.
    """

    text: str
    low: str
    wording: Wording


def prepare(text: str, language: str | None = None) -> Passage:
    """Make a passage of a text in a language (ISO 639-1); None is read as English."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals have a longer small form
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if not low.isascii():
        for odd, plain in _PLAIN.items():
            low = low.replace(odd, plain)
        if max(low) >= "\u0660":
            low = low.translate(_ARABIC)
    elif "\t" in low:
        low = low.replace("\t", " ")
    return Passage(text, low, wording_of(language))
