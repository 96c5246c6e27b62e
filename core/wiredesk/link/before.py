"""What a linking leaves for the next one, and which of it still holds there.

An article is linked by its own text and names and by what the corpus tells of these names. So its links
are the same as before where its file is, and where each of its names is understood as before
(`wiredesk.link.known`); all else is linked anew. What is left is only ever used to save work: without it
the same comes out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import polars as pl

from wiredesk.link.forms import Form
from wiredesk.link.learning import DEFINED
from wiredesk.link.reading import Reading
from wiredesk.link.resolve import Link
from wiredesk.schema import ROLES

ROWS: Final = pl.Schema(
    {
        "place": pl.UInt32,  # row of the article
        "form": pl.UInt32,  # row of FORMS
        "hint": pl.UInt8,  # what the words around it tell (`wiredesk.link.hints`)
        "link": pl.UInt32,  # row of LINKS; null where the name was taken away
        "person": pl.Int64,  # the actor, where it is a person
    }
)
"""The names that may be an actor's, in order."""

FORMS: Final = pl.Schema(
    {
        "surface": pl.String,
        "kind": pl.String,
        "verdict": pl.UInt8,  # what the corpus told of it first (`wiredesk.link.sifting`)
        "digest": pl.Binary,  # of all that the corpus told of it (`wiredesk.link.known`)
    }
)
"""The distinct names."""

LINKS: Final = pl.Schema(
    {
        "family": pl.String,
        "node": pl.String,
        "basis": pl.String,
        "called": pl.Boolean,
        "open": pl.Boolean,  # the article alone did not tell; all else is null
    }
)
"""What names were linked to by their articles, as `wiredesk.link.resolve.Link`."""

_OF_ROW: Final = ("hint", "link", "person")
_OF_FORM: Final = ("verdict", "digest")

LEFT: Final = {"rows": ROWS, "forms": FORMS, "links": LINKS, "defined": DEFINED, "shorts": DEFINED}
"""The frames that are left, by name: `defined` and `shorts` are what articles explain."""


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """An earlier linking by the same rules and the same lexicon.

    Attributes:
        left: What it left: frames with the schemas of `LEFT`.
        articles: Identifiers of its articles, in order.
        roles: Its roles.
        same: Identifiers of those articles of which nothing has changed since: text, sentences, names.
    """

    left: Mapping[str, pl.DataFrame]
    articles: pl.Series
    roles: pl.DataFrame
    same: pl.Series


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What an earlier linking left, of articles that are the same, in the numbers of today.

    Attributes:
        articles: Whether each article of today is the same.
        rows: Of their names: `row`, `place`, `hint`, `link` (row of `links`), `person`.
        forms: For each form of today: `verdict`, `digest`; null where it is new.
        links: What names were linked to.
        defined: What they explain by brackets and words, schema `DEFINED`.
        shorts: What they have short names for, schema `DEFINED`.
        roles: Their roles.
    """

    articles: pl.Series
    rows: pl.DataFrame
    forms: pl.DataFrame
    links: Sequence[Link | None]
    defined: pl.DataFrame
    shorts: pl.DataFrame
    roles: pl.DataFrame

    @classmethod
    def nothing(cls, read: Reading) -> Self:
        """Where nothing was left."""
        rows = {"row": pl.UInt32, "place": pl.UInt32, **{name: ROWS[name] for name in _OF_ROW}}
        return cls(
            articles=pl.repeat(value=False, n=len(read), dtype=pl.Boolean, eager=True),
            rows=pl.DataFrame(schema=rows),
            forms=pl.DataFrame({name: _nulls(len(read.forms), FORMS[name]) for name in _OF_FORM}),
            links=(),
            defined=DEFINED.to_frame(),
            shorts=DEFINED.to_frame(),
            roles=ROLES.to_frame(),
        )

    @classmethod
    def of(cls, before: Before | None, read: Reading) -> Self:
        """What still holds for the articles of today; nothing where what was left does not fit them."""
        nothing = cls.nothing(read)
        if before is None or {name: frame.schema for name, frame in before.left.items()} != LEFT:
            return nothing
        left = before.left
        place_of = _place_of(before, read)
        form_of, forms = _forms(left["forms"], read.forms)
        rows = _of_today(left["rows"], place_of, form_of)
        articles = read.have(place_of.drop_nulls().to_frame("place"))
        own = read.names.select("row", "place", "form")
        own = own.filter(articles.gather(own["place"]))
        if not own.select("place", "form").equals(rows.select("place", "form")):
            return nothing
        return cls(
            articles=articles,
            rows=own.select("row", "place").hstack(rows.select(_OF_ROW)),
            forms=forms,
            links=_links(left["links"]),
            defined=_of_today(left["defined"], place_of, form_of),
            shorts=_of_today(left["shorts"], place_of, form_of),
            roles=before.roles,
        )

    def with_hints(self, fresh: pl.DataFrame) -> pl.Series:
        """The hint at each name of today, given those of the articles that are not the same."""
        return pl.concat([self.rows.select("row", "hint"), fresh]).sort("row")["hint"]

    def settled(self, read: Reading, verdicts: pl.Series) -> pl.Series:
        """Whether each article is the same and consists of the same names."""
        return self.articles & ~read.have_forms(verdicts.ne_missing(self.forms["verdict"]))

    def clean(self, read: Reading, digests: pl.Series, shorts: pl.DataFrame) -> pl.Series:
        """Whether each article is the same, and its names are understood as before."""
        here = shorts.filter(self.articles.gather(shorts["place"]))
        columns = DEFINED.names()
        other = pl.concat(
            [
                here.join(self.shorts, on=columns, how="anti"),
                self.shorts.join(here, on=columns, how="anti"),
            ]
        )
        return self.articles & ~(read.have_forms(digests.ne_missing(self.forms["digest"])) | read.have(other))


def link_frame(links: Sequence[Link | None]) -> pl.DataFrame:
    """Frame with schema `LINKS`."""
    rows = [(*(link or Link(None, None)), link is None) for link in links]
    return pl.DataFrame(rows, schema=LINKS, orient="row")


def _links(frame: pl.DataFrame) -> list[Link | None]:
    return [None if is_open else Link(*told) for *told, is_open in frame.iter_rows()]


def _place_of(before: Before, read: Reading) -> pl.Series:
    """For each article before its place today; null where it is gone or has changed."""
    same = pl.DataFrame({"article_id": before.same})
    today = pl.DataFrame({"article_id": read.ids, "place": read.places}).join(
        same, on="article_id", how="semi"
    )
    return pl.DataFrame({"article_id": before.articles}).join(
        today, on="article_id", how="left", maintain_order="left"
    )["place"]


def _forms(left: pl.DataFrame, forms: Sequence[Form]) -> tuple[pl.Series, pl.DataFrame]:
    """For each form before its number today, or null; for each of today what was told of it, or null."""
    today = pl.DataFrame(
        {"surface": [form.surface for form in forms], "kind": [form.kind for form in forms]},
        schema={"surface": pl.String, "kind": pl.String},
    ).with_row_index("form")
    on = ("surface", "kind")
    return (
        left.join(today, on=on, how="left", maintain_order="left")["form"],
        today.join(left, on=on, how="left", maintain_order="left").select(_OF_FORM),
    )


def _of_today(rows: pl.DataFrame, place_of: pl.Series, form_of: pl.Series) -> pl.DataFrame:
    """Rows of articles that are the same, with the places and forms of today."""
    places = place_of.gather(rows["place"])
    kept = rows.with_columns(places.alias("place")).filter(places.is_not_null())
    return kept.with_columns(form_of.gather(kept["form"]).alias("form"))


def _nulls(height: int, dtype: pl.DataType) -> pl.Series:
    return pl.repeat(None, height, dtype=dtype, eager=True)
