"""A text prepared for reading figures: one form for words, and the language that numbers are written in."""

from typing import NamedTuple

from wiredesk.extract.figures.wording import LANGUAGES, Wording

_PLAIN = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2019": "'",
}  # fmt: skip
"""Spaces, hyphens and apostrophes that mean the same; one code point for one, so that offsets stay."""

_SAMPLE = 1_000
"""Characters from which the language is told: about 150 words, enough for the commonest of them."""
_CLEARLY = 10
"""So many English function words settle it without counting the others'."""


class Passage(NamedTuple):
    """One article's text.

    Attributes:
        text: As it stands in the frame.
        low: Of the same length, in lower case, with plain spaces, hyphens and apostrophes.
        wording: Of the language that the text seems to be in.
    """

    text: str
    low: str
    wording: Wording


def prepare(text: str) -> Passage:
    """Make a passage of a text; the language falls back on English."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals have a longer small form
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if not low.isascii():
        for odd, plain in _PLAIN.items():
            low = low.replace(odd, plain)
    elif "\t" in low:
        low = low.replace("\t", " ")
    return Passage(text, low, _language(low[:_SAMPLE]))


def _language(sample: str) -> Wording:
    """The language most of whose commonest words stand in the sample; the first listed of equals."""
    english = LANGUAGES[0]
    if sum(map(sample.count, english.marks)) >= _CLEARLY:
        return english
    return max(LANGUAGES, key=lambda wording: sum(map(sample.count, wording.marks)))
