"""Articles as linking reads them: their text and the forms of their names, without what names no actor."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import polars as pl

from wiredesk.link.evidence import awards, is_award, outlets
from wiredesk.link.forms import Form, make_form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import body_key, core
from wiredesk.link.ticking import Tick, heard, unheard

Name = tuple[int, int, int, Form]
"""Sentence, start, end, form."""

_STRETCH: Final = 500
"""Articles that are held as Python objects at a time: some megabytes."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text and its names in order."""

    article_id: int
    text: str
    names: list[Name]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """All articles in order, to be gone through any number of times; few of them are held at a time.

    Attributes:
        ids: Their identifiers.
        texts: Their texts.
        names: Their names in order: `row` (a number of its own), `place` (row of the article), `sentence`,
            `start`, `end`, `form`.
        forms: What the numbers in `form` mean.
    """

    ids: pl.Series
    texts: pl.Series
    names: pl.DataFrame
    forms: Sequence[Form]

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Article]:
        names = lists_of(self.names, ("sentence", "start", "end", "form"), len(self))
        forms = self.forms
        for first in range(0, len(self), _STRETCH):
            ids, texts = (column.slice(first, _STRETCH).to_list() for column in (self.ids, self.texts))
            for article_id, text in zip(ids, texts, strict=True):
                yield Article(article_id, text, [(s, a, b, forms[form]) for s, a, b, form in next(names)])

    @property
    def places(self) -> pl.DataFrame:
        """`article_id` and `place` of each article."""
        return self.ids.to_frame("article_id").with_row_index("place")

    def of_forms(self, wanted: Callable[[Form], bool]) -> "Reading":
        """The same articles with names of some forms alone."""
        kept = pl.Series([wanted(form) for form in self.forms], dtype=pl.Boolean)
        return replace(self, names=self.names.filter(kept.gather(self.names["form"])))

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
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    names: pl.DataFrame,
    lexicon: Lexicon,
    tick: Tick = unheard,
) -> Reading:
    """The articles in order, each distinct name looked at once.

    A place that is told things, or is an article's own source, is an outlet; single words that are counted
    and awarded are no persons.

    Args:
        articles: Frame with schema `ARTICLES`.
        texts: Frame with schema `TEXTS`.
        names: Frame with schema `NAMES`.
        lexicon: Which names are known beforehand.
        tick: Told how far this is.
    """
    read = _read(articles, texts, names, lexicon)
    told_by = {
        body_key(core(name))
        for column in ("source", "agency")
        for name in articles[column].unique().drop_nulls()
    }
    places = outlets(((article.text, article.names) for article in read.of_forms(_unknown_place)), told_by)
    singles = read.of_forms(lambda form: form.person is not None and (form.person.full or _single(form)))
    won = awards((article.text, article.names) for article in singles)
    awarded = [gone for article in heard(singles, tick) for gone in _awarded(article, won)]
    gone = singles.names.filter(pl.Series(awarded, dtype=pl.Boolean)).select("row")
    renamed = [
        _as_outlet(form, lexicon) if form.kind == "place" and form.key in places else form
        for form in read.forms
    ]
    return replace(
        read, names=read.names.join(gone, on="row", how="anti", maintain_order="left"), forms=renamed
    )


def _read(articles: pl.DataFrame, texts: pl.DataFrame, names: pl.DataFrame, lexicon: Lexicon) -> Reading:
    """All names that may be an actor's."""
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
    return Reading(order["article_id"], told["text"].fill_null(""), found, forms)


def _unknown_place(form: Form) -> bool:
    return form.kind == "place" and form.entry is None


def _as_outlet(form: Form, lexicon: Lexicon) -> Form:
    return make_form(form.surface, "organisation", lexicon) or form


def _awarded(article: Article, won: set[str]) -> Iterator[bool]:
    """For each name, whether it is counted or awarded, and no surname of a person of the article."""
    borne = {form.person.words[-1] for *_, form in article.names if form.person and form.person.full}
    for _, start, end, form in article.names:
        single = _single(form) and form.person is not None and form.person.words[-1] not in borne
        yield single and form.entry is None and (form.key in won or is_award(article.text, start, end))


def _single(form: Form) -> bool:
    """Whether a form is a single word tagged as a person."""
    return form.kind == "person" and form.person is not None and not form.person.full
