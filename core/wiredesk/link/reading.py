"""Articles as linking reads them: their text and the forms of their names, without what names no actor."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from wiredesk.link.evidence import awards, is_award, outlets
from wiredesk.link.forms import Form, make_form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import body_key, core
from wiredesk.link.ticking import Tick, heard, unheard

Name = tuple[int, int, int, Form]
"""Sentence, start, end, form."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text and its names in order."""

    article_id: int
    text: str
    names: list[Name]


def read_articles(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    names: pl.DataFrame,
    lexicon: Lexicon,
    tick: Tick = unheard,
) -> list[Article]:
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
    forms: dict[tuple[str, str], Form | None] = {}
    of_article: dict[int, list[Name]] = defaultdict(list)
    columns = ("article_id", "sentence", "start", "end", "surface", "kind")
    ordered = names.select(columns).sort("article_id", "start", "end", "kind")
    for article_id, sentence, start, end, surface, kind in ordered.iter_rows():
        pair = (surface, kind)
        if pair not in forms:
            forms[pair] = make_form(surface, kind, lexicon)
        form = forms[pair]
        if form is not None:
            of_article[article_id].append((sentence, start, end, form))
    text_of: dict[int, str] = dict(texts.select("article_id", "text").iter_rows())
    read = [Article(key, text_of.get(key, ""), of_article.get(key, [])) for key in articles["article_id"]]
    told_by = {
        body_key(core(name))
        for column in ("source", "agency")
        for name in articles[column].unique().drop_nulls()
    }
    places = outlets(((article.text, article.names) for article in read), told_by)
    won = awards((article.text, article.names) for article in read)
    made = {
        surface: make_form(surface, "organisation", lexicon)
        for (surface, kind), form in forms.items()
        if kind == "place" and form is not None and form.key in places
    }
    return [
        Article(article.article_id, article.text, list(_mended(article, places, made, won)))
        for article in heard(read, tick)
    ]


def _mended(
    article: Article, places: set[str], made: dict[str, Form | None], won: set[str]
) -> Iterator[Name]:
    borne = {form.person.words[-1] for *_, form in article.names if form.person and form.person.full}
    for name in article.names:
        sentence, start, end, form = name
        if form.kind == "place" and form.key in places:
            yield sentence, start, end, made[form.surface] or form
        elif not _single(form, borne) or not (form.key in won or is_award(article.text, start, end)):
            yield name


def _single(form: Form, borne: set[str]) -> bool:
    """Whether a form is a single word tagged as a person, and no surname of a person of the article."""
    person = form.person
    single = form.kind == "person" and form.entry is None and person is not None and not person.full
    return single and person is not None and person.words[-1] not in borne
