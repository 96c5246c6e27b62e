"""The sections of a brief, each a short list of entries."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from wiredesk.brief.wording import (
    UNKNOWN_SOURCE,
    amount,
    measure,
    methods_in_words,
    plural,
    publication,
    untried,
)
from wiredesk.coverage import language_name
from wiredesk.query import (
    Address,
    Selection,
    actors_view,
    articles_view,
    figures_view,
    keywords_view,
    timeline_view,
)
from wiredesk.query.sentences import sentence_texts
from wiredesk.store import Index
from wiredesk.text import fold

LEADING_ACTORS: Final = 20
"""A sentence that names one of so many leading actors is more likely to be the news."""

_PRECISE: Final = {"day": 1.0, "week": 0.9, "month": 0.8, "range": 0.6, "quarter": 0.6, "year": 0.5}
"""How much a date is worth in a brief: the more precise the better; decades are background."""

_LATE: Final = 0.15
"""News stands at the top: each paragraph further down is worth so much less (1 / (1 + 0.15 n))."""

_OPENING: Final = 48
"""Sentences that begin with so many equal characters tell the same thing twice."""

_SAME_DATE: Final = 2
"""One date gets at most so many lines: the year a war began stands in every second report."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a section: a short label, what it says, and the sentence it stands for."""

    text: str
    label: str = ""
    address: Address | None = None
    cite: bool = True


def leading_actors(index: Index, selection: Selection) -> pl.DataFrame:
    """The ids of the leading actors: one column, actor_id."""
    return actors_view(index, selection).head(LEADING_ACTORS).select("actor_id")


def pile_entries(index: Index, selection: Selection) -> list[Entry]:
    """What the pile is: how much of it there is, and what became of every file."""
    articles = articles_view(index, selection)
    copies = articles["duplicate_of"].count()
    dated = articles["published"].drop_nulls()
    when = f"published {_days(dated.min(), dated.max())}" if dated.len() else "none dated"
    undated = articles.height - dated.len()
    entries = [
        Entry(
            f"{plural(articles.height, 'article')}"
            + (f" ({plural(copies, 'near-copy')} among them)" if copies else "")
            + (f", {when}" if articles.height else "")
            + (f", {undated:,} without a date" if undated and dated.len() else "")
        )
    ]
    if not selection.everything:
        entries.insert(0, Entry(f"narrowed to: {selection.query}"))
    states = dict(index.files.group_by("status").len().iter_rows())
    parts = [f"{states.get(state, 0):,} {state}" for state in ("indexed", "grouped", "refused")]
    entries.append(Entry(f"{plural(index.files.height, 'file')} in = {' + '.join(parts)}"))
    if index.methods:
        entries.append(Entry(f"found by: {methods_in_words(index.methods)}"))
    return entries


def source_entries(index: Index, selection: Selection, limit: int) -> list[Entry]:
    """Who reports: the articles themselves where there are few, else the outlets."""
    articles = articles_view(index, selection)
    if articles.height <= limit:
        return [
            Entry(
                f"{row['title'] or 'untitled'} — {row['source'] or UNKNOWN_SOURCE}, "
                f"{publication(row['published'], row['not_before'])}"
                + (", a near-copy" if row["duplicate_of"] is not None else ""),
                address=_top(index, row["article_id"]),
            )
            for row in articles.iter_rows(named=True)
        ]
    outlets = (
        articles.group_by("source", maintain_order=True)
        .agg(
            pl.len().alias("articles"),
            pl.col("published").min().alias("first"),
            pl.col("published").max().alias("last"),
            pl.col("article_id").first(),
        )
        .sort("articles", "source", descending=[True, False], nulls_last=True)
    )
    entries = [
        Entry(
            f"{row['source'] or UNKNOWN_SOURCE}: {plural(row['articles'], 'article')}"
            + (f", {_days(row['first'], row['last'])}" if row["first"] else ", none dated"),
            address=_top(index, row["article_id"]),
        )
        for row in outlets.head(limit).iter_rows(named=True)
    ]
    return entries + _more(outlets.height - limit, "outlet")


def actor_entries(index: Index, selection: Selection, limit: int) -> list[Entry]:
    """Who acts, with what they are said to be."""
    actors = actors_view(index, selection)
    first = (
        index.mentions.join(selection.articles, on="article_id", how="semi")
        .unique("actor_id", keep="first", maintain_order=True)
        .select("actor_id", "article_id", "sentence", "start", "end")
    )
    shown = actors.head(limit).join(first, on="actor_id", how="left", maintain_order="left")
    entries: list[Entry] = []
    for row in shown.iter_rows(named=True):
        others = [a for a in row["aliases"] if fold(a) != fold(row["name"])][:3]
        role = f", {row['role']}" if row["role"] else ""
        also = f" — also {', '.join(others)}" if others else ""
        counted = f"{plural(row['mentions'], 'mention')} in {plural(row['articles'], 'article')}"
        entries.append(Entry(f"{row['name']} ({row['kind']}{role}): {counted}{also}", address=_address(row)))
    return entries + _more(actors.height - limit, "actor")


def dated_entries(index: Index, selection: Selection, leading: pl.DataFrame, limit: int) -> list[Entry]:
    """What happened when: the sentences with the most telling dates, in their order."""
    timeline = timeline_view(index, selection).filter(
        pl.col("value").is_not_null() & (pl.col("sentence_kind") != "caption")
    )
    told = _weigh(index, timeline, leading).with_columns(
        pl.col("article_id").n_unique().over("value").alias("agree"),
        pl.col("precision").replace_strict(_PRECISE, default=0.2).alias("precise"),
    )
    best = (
        told.with_columns((pl.col("weight") + pl.col("precise") + pl.col("agree").log1p()).alias("weight"))
        .sort("weight", descending=True, maintain_order=True)
        .unique(["article_id", "sentence"], keep="first", maintain_order=True)
        .unique("opening", keep="first", maintain_order=True)
        .filter(pl.int_range(pl.len()).over("value") < _SAME_DATE)
    )
    shown = best.head(limit).sort("date_from", "date_to", maintain_order=True)
    entries = [
        Entry(row["text"], label=row["value"], address=_address(row)) for row in shown.iter_rows(named=True)
    ]
    return entries + _more(best.height - limit, "dated sentence")


def figure_entries(index: Index, selection: Selection, leading: pl.DataFrame, limit: int) -> list[Entry]:
    """Which figures are claimed: those that stand high, name what they count, or come from several."""
    figures = figures_view(index, selection).filter(
        (pl.col("sentence_kind") != "caption")
        & (pl.col("noun").is_not_null() | pl.col("unit").is_not_null())
        & ~pl.col("kind").is_in(["duration", "age"])
    )
    head = pl.col("noun").str.to_lowercase().str.split(" ").list.last()
    same = ["value", "value_to", "unit", "per", "head"]
    best = (
        _weigh(index, figures, leading)
        .with_columns(head.alias("head"))
        .with_columns((pl.col("weight") + pl.col("article_id").n_unique().over(same).log1p()).alias("weight"))
        .sort("weight", descending=True, maintain_order=True)
        .unique(same, keep="first", maintain_order=True)
        .unique("opening", keep="first", maintain_order=True)
    )
    entries: list[Entry] = []
    for row in best.head(limit).iter_rows(named=True):
        value = amount(row["value"], row["value_to"], measure(row["unit"], row["per"]), row["qualifier"])
        label = f"{value} {row['noun']}" if row["noun"] else value
        entries.append(Entry(row["text"], label=label, address=_address(row)))
    return entries + _more(best.height - limit, "sentence with a figure", many="sentences with figures")


def keyword_entries(index: Index, selection: Selection, limit: int) -> list[Entry]:
    """What it is about, each keyword with the sentence in which it stands first; names in one line."""
    keywords = keywords_view(index, selection)
    names = keywords.filter(pl.col("sort") == "name").head(limit)
    others = keywords.filter(pl.col("sort").ne_missing("name")).head(limit)
    entries = [
        Entry(f"{row['keyword']}, {plural(row['articles'], 'article')}", address=_address(row), cite=False)
        for row in others.iter_rows(named=True)
    ]
    if names.height:
        entries.append(Entry(f"names among them: {', '.join(names['keyword'])}"))
    return entries


def unknown_entries(index: Index, selection: Selection) -> list[Entry]:
    """What the pile does not tell."""
    articles = articles_view(index, selection)
    events = timeline_view(index, selection)
    fits_several = index.mentions.join(selection.articles, on="article_id", how="semi").filter(
        pl.col("actor_id").is_null()
    )
    counts = [
        (articles["published"].null_count(), "article", "without a day of publication"),
        (articles["source"].null_count(), "article", "without an outlet that is named"),
        (events["value"].null_count(), "date expression", "without a place in time"),
        (fits_several.height, "mention", "of a name that fits several actors"),
        (index.refused.height, "refusal", "while reading: see the refused files"),
    ]
    told = [Entry(f"{plural(count, noun)} {rest}") for count, noun, rest in counts if count]
    return told + _untried(articles)


def _untried(articles: pl.DataFrame) -> list[Entry]:
    """What was not attempted, language by language."""
    languages = articles.group_by("language").len().sort("len", "language", descending=[True, False])
    return [
        Entry(f"{plural(count, 'article')} in {language_name(language)}: {untried(language)}")
        for language, count in languages.iter_rows()
        if untried(language)
    ]


def _weigh(index: Index, facts: pl.DataFrame, leading: pl.DataFrame) -> pl.DataFrame:
    """Add `weight`, higher for what stands early and names leading actors, and `opening`; leave out copies.

    A summary and the paragraph that repeats it begin alike: `opening` is that beginning, folded.
    """
    originals = index.articles.filter(pl.col("duplicate_of").is_null())
    named = (
        index.mentions.join(leading, on="actor_id", how="semi")
        .group_by("article_id", "sentence")
        .agg(pl.col("actor_id").n_unique().alias("named"))
    )
    places = sentence_texts(index).select(
        "article_id", "sentence", "paragraph", pl.col("folded").str.head(_OPENING).alias("opening")
    )
    return (
        facts.join(originals, on="article_id", how="semi", maintain_order="left")
        .join(places, on=["article_id", "sentence"], how="left", maintain_order="left")
        .join(named, on=["article_id", "sentence"], how="left", maintain_order="left")
        .with_columns(
            (1 / (1 + _LATE * pl.col("paragraph")) + pl.col("named").fill_null(0).log1p()).alias("weight")
        )
    )


def _days(first: object, last: object) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _address(row: dict[str, int]) -> Address:
    return Address(row["article_id"], row["sentence"], row["start"], row["end"])


def _top(index: Index, article: int) -> Address | None:
    first = index.sentences.filter(pl.col("article_id") == article).head(1)
    return _address(first.row(0, named=True)) if first.height else None


def _more(count: int, noun: str, *, many: str | None = None) -> list[Entry]:
    if count <= 0:
        return []
    return [Entry(f"and {count:,} more {many}" if many and count > 1 else f"and {plural(count, noun)} more")]
