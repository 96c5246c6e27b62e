"""What the words around each name tell of it alone: kept as bits, since it changes with its article only."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from wiredesk.link.acronyms import may_explain
from wiredesk.link.evidence import is_award, is_place_at, is_told
from wiredesk.link.forms import Form
from wiredesk.link.reading import Reading

TOLD: Final = 1
"""A place of which the lexicon knows nothing tells something, or is told it."""
THERE: Final = 2
"""Something happens in such a place."""
AWARD: Final = 4
"""A single word that is tagged as a person is counted or awarded."""
EXPLAINS: Final = 8
"""Behind a name that is no person's stands what may be its short form."""


def is_single(form: Form) -> bool:
    """Whether a form is a single word tagged as a person."""
    return form.kind == "person" and form.person is not None and not form.person.full


def is_unknown_place(form: Form) -> bool:
    """Whether a form is tagged as a place of which the lexicon knows nothing."""
    return form.kind == "place" and form.entry is None


def hints_of(found: Reading) -> pl.DataFrame:
    """The hints at each name: `row`, `hint`."""
    return found.names.select("row", pl.Series("hint", list(_hints(found)), dtype=pl.UInt8))


def _hints(found: Reading) -> Iterator[int]:
    for article in found:
        text = article.text
        for _, start, end, form in article.names:
            hint = 0
            if form.kind == "person":
                if is_single(form) and is_award(text, start, end):
                    hint = AWARD
            else:
                if form.entry is None and form.kind == "place":
                    hint = TOLD if is_told(text, start, end) else THERE if is_place_at(text, start) else 0
                if may_explain(text, start, end, form):
                    hint |= EXPLAINS
            yield hint
