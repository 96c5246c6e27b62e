"""Names tagged as bodies that articles go on with as persons: "Ada Velluri", then "Velluri"."""

from collections import Counter
from functools import cache

import polars as pl

from wiredesk.link.forms import Form
from wiredesk.link.reading import Reading
from wiredesk.link.vocabulary import vocabulary

# A name of at most so many words may be a person's, tagged as a body's.
_NAME_WORDS = 3


def surname_votes(found: Reading) -> dict[str, Counter[bool]]:
    """For names of two or three words tagged as bodies: how their last word alone is tagged where they stand.

    "Ada Velluri" tagged as a body is a person where articles go on with "Velluri", tagged as one, and have no
    other person of that surname.

    Returns:
        Keys of such names to how often their last word is a person's name, and how often it is not.
    """
    words: dict[str, int] = {}
    told = pl.DataFrame(
        {
            "word": [words.setdefault(form.key.rpartition(" ")[2], len(words)) for form in found.forms],
            "alone": [" " not in form.key for form in found.forms],
            "person": [form.kind == "person" for form in found.forms],
            "asked": [_may_be_a_person(form) for form in found.forms],
        },
        schema={"word": pl.UInt32, "alone": pl.Boolean, "person": pl.Boolean, "asked": pl.Boolean},
    )
    here = ("place", "word")
    asked = _of_forms(found, told, told["asked"]).unique(("place", "form"))
    borne = _of_forms(found, told, told["person"] & ~told["alone"]).join(asked, on=here, how="semi")
    free = asked.join(borne, on=here, how="anti")
    single = _of_forms(found, told, told["alone"]).join(free, on=here, how="semi")
    counted = single.group_by(here).agg(
        pl.col("person").sum().alias("persons"), (~pl.col("person")).sum().alias("others")
    )
    voted = free.join(counted, on=here).group_by("form").agg(pl.col("persons", "others").sum())
    votes: dict[str, Counter[bool]] = {}
    form: int
    persons: int
    others: int
    for form, persons, others in voted.iter_rows():
        votes.setdefault(found.forms[form].key, Counter()).update({True: persons, False: others})
    return votes


def _of_forms(found: Reading, told: pl.DataFrame, wanted: pl.Series) -> pl.DataFrame:
    """Place, form, word and whether it is a person's, of the names of some forms."""
    names = found.names.select("place", "form").filter(wanted.gather(found.names["form"]))
    return names.with_columns(told[name].gather(names["form"]).alias(name) for name in ("word", "person"))


def _may_be_a_person(form: Form) -> bool:
    """Whether a form is a name of two or three words that is tagged as a body's and may be a person's."""
    if form.kind == "person" or form.entry is not None or form.person is None:
        return False
    parts = form.key.split()
    return 1 < len(parts) <= _NAME_WORDS and _general().isdisjoint(parts)


@cache
def _general() -> frozenset[str]:
    words = vocabulary()
    return words.tails | words.affiliates | words.common | words.legal | words.descriptors
