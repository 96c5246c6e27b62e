"""What the corpus tells of single names before they are linked: outlets are no places, awards no persons."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from wiredesk.link.forms import Form, make_form
from wiredesk.link.hints import AWARD, THERE, TOLD, is_single, is_unknown_place
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import body_key, core
from wiredesk.link.reading import Reading

OUTLET: Final = 1
"""A form is that of an outlet."""
AWARDED: Final = 2
"""A form is that of an award."""

# One "a Rossi" may be a painting; what is counted or awarded more often is no person ...
_AWARDED_TIMES = 2
# ... unless it mostly is.
_AWARDED_SHARE = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Sifted:
    """Articles without the names that are no actors'.

    Attributes:
        found: The articles; a place that is an outlet is an organisation.
        verdicts: What the corpus tells of each form, as bits.
    """

    found: Reading
    verdicts: pl.Series


def sift(read: Reading, hints: pl.Series, sources: Iterable[str], lexicon: Lexicon) -> Sifted:
    """Take the names away that are counted or awarded, and make outlets of places that tell things.

    Args:
        read: All articles.
        hints: What `hints_of` gives for each of their names.
        sources: Outlets and agencies that the articles are by.
        lexicon: Which names are known beforehand.
    """
    names = read.names.select("row", "place", "form").with_columns(hints.alias("hint"))
    counts = _counts(names)
    outlets = _outlets(read.forms, counts, {body_key(core(name)) for name in sources})
    awards = _awards(read.forms, counts)
    verdicts = [
        OUTLET if form.kind == "place" and form.key in outlets
        else AWARDED if is_single(form) and form.entry is None and form.key in awards
        else 0
        for form in read.forms
    ]  # fmt: skip
    told = pl.Series(verdicts, dtype=pl.UInt8)
    gone = _gone(names, read.forms, told)
    forms = [
        make_form(form.surface, "organisation", lexicon) or form if verdict == OUTLET else form
        for form, verdict in zip(read.forms, verdicts, strict=True)
    ]
    kept = read.names.join(gone, on="row", how="anti", maintain_order="left")
    return Sifted(replace(read, names=kept, forms=forms), told)


def _counts(names: pl.DataFrame) -> dict[int, tuple[int, bool, bool, int]]:
    """For each form: its names, whether any tells things, is a place, and how many are awards."""
    hint = pl.col("hint")
    counted = names.group_by("form").agg(
        pl.len(),
        ((hint & TOLD) != 0).any().alias("told"),
        ((hint & THERE) != 0).any().alias("there"),
        ((hint & AWARD) != 0).sum().alias("awards"),
    )
    return {form: (n, told, there, awards) for form, n, told, there, awards in counted.iter_rows()}


def _outlets(
    forms: Sequence[Form], counts: dict[int, tuple[int, bool, bool, int]], sources: set[str]
) -> set[str]:
    """Keys of places that are outlets: an article's own source, or told and telling things.

    A name that anything happens *in* stays a place. Names of the lexicon are known and not asked about.
    """
    told: set[str] = set()
    there: set[str] = set()
    for number, (_, tells, is_there, _) in counts.items():
        form = forms[number]
        if is_unknown_place(form):
            if tells or form.key in sources:
                told.add(form.key)
            if is_there:
                there.add(form.key)
    return told - there


def _awards(forms: Sequence[Form], counts: dict[int, tuple[int, bool, bool, int]]) -> set[str]:
    """Keys of single words tagged as persons that are awards: counted or awarded again and again."""
    all_of: Counter[str] = Counter()
    won: Counter[str] = Counter()
    for number, (n, _, _, awards) in counts.items():
        form = forms[number]
        if is_single(form):
            all_of[form.key] += n
            won[form.key] += awards
    return {key for key, n in won.items() if n >= _AWARDED_TIMES and n >= _AWARDED_SHARE * all_of[key]}


def _gone(names: pl.DataFrame, forms: Sequence[Form], verdicts: pl.Series) -> pl.DataFrame:
    """Rows of names that are counted or awarded, and no surname of a person of their article."""
    words: dict[str, int] = {}
    word = pl.Series(
        [words.setdefault(form.person.words[-1], len(words)) if form.person else None for form in forms],
        dtype=pl.UInt32,
    )
    single = pl.Series([is_single(form) and form.entry is None for form in forms], dtype=pl.Boolean)
    full = pl.Series([form.person is not None and form.person.full for form in forms], dtype=pl.Boolean)
    of_name = names["form"]
    awarded = (verdicts == AWARDED).gather(of_name) | ((names["hint"] & AWARD) != 0)
    asked = names.filter(single.gather(of_name) & awarded)
    asked = asked.with_columns(word.gather(asked["form"]).alias("word"))
    borne = names.filter(full.gather(of_name)).join(asked.select("place").unique(), on="place", how="semi")
    borne = borne.select("place", word.gather(borne["form"]).alias("word"))
    return asked.join(borne, on=("place", "word"), how="anti").select("row")
