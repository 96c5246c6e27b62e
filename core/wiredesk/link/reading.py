"""Articles as linking reads them: their text and the forms of their names."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import polars as pl

from wiredesk.link.forms import Form, make_form
from wiredesk.link.lexicon import Lexicon

Name = tuple[int, int, int, Form]
"""Sentence, start, end, form."""

_STRETCH: Final = 500
"""Articles that are held as Python objects at a time: some megabytes."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its place among all, its text and its names in order."""

    place: int
    text: str
    names: list[Name]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Articles in order, to be gone through any number of times; few of them are held at a time.

    Attributes:
        ids: Their identifiers.
        texts: Their texts.
        places: Which of all articles they are.
        names: Their names in order: `row` (a number of its own), `place` (which of these articles),
            `sentence`, `start`, `end`, `form`.
        forms: What the numbers in `form` mean.
    """

    ids: pl.Series
    texts: pl.Series
    places: pl.Series
    names: pl.DataFrame
    forms: Sequence[Form]

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Article]:
        names = lists_of(self.names, ("sentence", "start", "end", "form"), len(self))
        forms = self.forms
        for first in range(0, len(self), _STRETCH):
            places, texts = (column.slice(first, _STRETCH).to_list() for column in (self.places, self.texts))
            for place, text in zip(places, texts, strict=True):
                yield Article(place, text, [(s, a, b, forms[form]) for s, a, b, form in next(names)])

    def of_forms(self, wanted: Callable[[Form], bool]) -> "Reading":
        """The articles that have names of some forms, with these names alone."""
        kept = pl.Series([wanted(form) for form in self.forms], dtype=pl.Boolean)
        names = self.names.filter(kept.gather(self.names["form"]))
        return replace(self, names=names).of_places(self.have(names))

    def of_places(self, wanted: pl.Series) -> "Reading":
        """Some of the articles.

        Args:
            wanted: Whether each is.
        """
        if wanted.all():
            return self
        names = self.names.filter(wanted.gather(self.names["place"]))
        numbers = wanted.cast(pl.UInt32).cum_sum() - 1
        return Reading(
            self.ids.filter(wanted),
            self.texts.filter(wanted),
            self.places.filter(wanted),
            names.with_columns(numbers.gather(names["place"]).alias("place")),
            self.forms,
        )

    def without_names(self) -> "Reading":
        """The same articles; who asks for their texts alone need not wait for the names."""
        return replace(self, names=self.names.clear())

    def have(self, rows: pl.DataFrame) -> pl.Series:
        """Whether each article is the `place` of a row."""
        none = pl.repeat(value=False, n=len(self), dtype=pl.Boolean, eager=True)
        return none.scatter(rows["place"].unique(), values=True)

    def have_forms(self, wanted: pl.Series) -> pl.Series:
        """Whether each article has a name of one of some forms.

        Args:
            wanted: Whether each form is one.
        """
        return self.have(self.names.filter(wanted.gather(self.names["form"])))

    def counts(self) -> dict[Form, int]:
        """The forms with their number of names, by surface and kind."""
        counted = self.names.group_by("form", maintain_order=True).len().iter_rows()
        counts: dict[Form, int] = {self.forms[form]: n for form, n in counted}
        return {form: counts[form] for form in sorted(counts, key=lambda f: (f.surface, f.kind))}


def lists_of(rows: pl.DataFrame, columns: Sequence[str], articles: int) -> Iterator[list[tuple[Any, ...]]]:
    """For each article the columns of its rows.

    Args:
        rows: Sorted by `place`.
        articles: How many there are.
    """
    firsts = range(0, articles, _STRETCH)
    edges = [*rows["place"].search_sorted(pl.Series(firsts, dtype=pl.UInt32)).to_list(), rows.height]
    for number, first in enumerate(firsts):
        part = rows.slice(edges[number], edges[number + 1] - edges[number])
        listed: list[list[tuple[Any, ...]]] = [[] for _ in range(min(_STRETCH, articles - first))]
        kept = zip(*(part[name].to_list() for name in columns), strict=True)
        for place, row in zip(part["place"].to_list(), kept, strict=True):
            listed[place - first].append(row)
        yield from listed


def read_articles(
    articles: pl.DataFrame, texts: pl.DataFrame, names: pl.DataFrame, lexicon: Lexicon
) -> Reading:
    """The articles in order with all names that may be an actor's; each distinct name is looked at once.

    Args:
        articles: Frame with schema `ARTICLES`.
        texts: Frame with schema `TEXTS`.
        names: Frame with schema `NAMES`.
        lexicon: Which names are known beforehand.

    Returns:
        The articles, their forms by surface and kind.
    """
    pairs = names.select("surface", "kind").unique().sort("surface", "kind")
    looked_at = [make_form(surface, kind, lexicon) for surface, kind in pairs.iter_rows()]
    forms = [form for form in looked_at if form is not None]
    numbered = pairs.filter(pl.Series([form is not None for form in looked_at], dtype=pl.Boolean))
    order = articles.select("article_id").with_row_index("place")
    found = (
        names.select("article_id", "sentence", "start", "end", "surface", "kind")
        .join(numbered.with_row_index("form"), on=("surface", "kind"))
        .join(order, on="article_id")
        .sort("place", "start", "end", "kind")
        .select("place", "sentence", "start", "end", "form")
        .with_row_index("row")
    )
    told = order.join(texts.select("article_id", "text"), on="article_id", how="left", maintain_order="left")
    return Reading(order["article_id"], told["text"].fill_null(""), order["place"], found, forms)
