"""The sections of a brief, each a short list of entries."""

from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from wiredesk.brief.weigh import mentions_of, naming, weighed
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
from wiredesk.query import Address, Selection, actors_list, articles_list, keywords_view
from wiredesk.query.chosen import few
from wiredesk.query.rows import articles_of, rows_in
from wiredesk.query.views.facts import told as told_facts
from wiredesk.schema import MENTIONS
from wiredesk.store import Index
from wiredesk.text import fold

LEADING_ACTORS: Final = 20
"""A sentence that names one of so many leading actors is more likely to be the news."""

_SAME_DATE: Final = 2
"""One date gets at most so many lines: the year a war began stands in every second report."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a section: a short label, what it says, and the sentence it stands for."""

    text: str
    label: str = ""
    address: Address | None = None
    cite: bool = True


def leading_named(index: Index, selection: Selection) -> pl.Series:
    """How many of the leading actors each row of `SENTENCES` names."""
    return naming(index, selection, actors_list(index, selection).rows.head(LEADING_ACTORS))


def pile_entries(index: Index, selection: Selection) -> list[Entry]:
    """What the pile is: how much of it there is, and what became of every file."""
    copies = _column(index, selection, "duplicate_of").count()
    dated = _column(index, selection, "published").drop_nulls()
    when = f"published {_days(dated.min(), dated.max())}" if dated.len() else "none dated"
    undated = selection.height - dated.len()
    entries = [
        Entry(
            f"{plural(selection.height, 'article')}"
            + (f" ({plural(copies, 'near-copy')} among them)" if copies else "")
            + (f", {when}" if selection.height else "")
            + (f", {undated:,} without a date" if undated and dated.len() else "")
        )
    ]
    if not selection.everything:
        entries.insert(0, Entry(f"narrowed to: {selection.query}"))
    states = dict(index.files.group_by("status").len().iter_rows())
    parts = [f"{states.get(state, 0):,} {state}" for state in ("indexed", "grouped", "refused")]
    entries.append(Entry(f"{plural(index.height('files'), 'file')} in = {' + '.join(parts)}"))
    if index.methods:
        entries.append(Entry(f"found by: {methods_in_words(index.methods)}"))
    return entries


def source_entries(index: Index, selection: Selection, limit: int) -> list[Entry]:
    """Who reports: the articles themselves where there are few, else the outlets."""
    listed = articles_list(index, selection)
    if listed.height <= limit:
        articles = listed.frame()
        return [
            Entry(
                f"{row['title'] or 'untitled'} — {row['source'] or UNKNOWN_SOURCE}, "
                f"{publication(row['published'], row['not_before'])}"
                + (", a near-copy" if row["duplicate_of"] is not None else ""),
                address=top_of(index, row["article_id"]),
            )
            for row in articles.iter_rows(named=True)
        ]
    articles = pl.DataFrame({name: listed.values(name) for name in ("source", "published", "article_id")})
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
            address=top_of(index, row["article_id"]),
        )
        for row in outlets.head(limit).iter_rows(named=True)
    ]
    return entries + _more(outlets.height - limit, "outlet")


def actor_entries(index: Index, selection: Selection, limit: int) -> list[Entry]:
    """Who acts, with what they are said to be."""
    actors = actors_list(index, selection)
    shown = actors.slice(0, limit).hstack(_first_mentions(index, selection, actors.rows.head(limit)))
    entries: list[Entry] = []
    for row in shown.iter_rows(named=True):
        others = [a for a in row["aliases"] if fold(a) != fold(row["name"])][:3]
        role = f", {row['role']}" if row["role"] else ""
        also = f" — also {', '.join(others)}" if others else ""
        counted = f"{plural(row['mentions'], 'mention')} in {plural(row['articles'], 'article')}"
        entries.append(Entry(f"{row['name']} ({row['kind']}{role}): {counted}{also}", address=_address(row)))
    return entries + _more(actors.height - limit, "actor")


def dated_entries(index: Index, selection: Selection, named: pl.Series, limit: int) -> list[Entry]:
    """What happened when: the sentences with the most telling dates, in their order."""
    best = (
        weighed(index, selection, "events", named)
        .unique("opening", keep="first", maintain_order=True)
        .filter(pl.int_range(pl.len()).over("same") < _SAME_DATE)
    )
    shown = best.select("row").head(limit)
    days = index.table("events").select("date_from", "date_to")[shown["row"]]
    shown = shown.hstack(days).sort("date_from", "date_to", maintain_order=True)
    facts = told_facts(index, selection, "events", shown["row"], ())
    entries = [
        Entry(row["text"], label=row["value"], address=_address(row)) for row in facts.iter_rows(named=True)
    ]
    return entries + _more(best.height - limit, "dated sentence")


def figure_entries(index: Index, selection: Selection, named: pl.Series, limit: int) -> list[Entry]:
    """Which figures are claimed: those that stand high, name what they count, or come from several."""
    best = (
        weighed(index, selection, "figures", named)
        .unique("same", keep="first", maintain_order=True)
        .unique("opening", keep="first", maintain_order=True)
    )
    entries: list[Entry] = []
    facts = told_facts(index, selection, "figures", best["row"].head(limit), ())
    for row in facts.iter_rows(named=True):
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
    unplaced = _nulls(index, selection, "events", index.events["value"])
    ambiguous = _nulls(index, selection, "mentions", index.derived("named")["actor"])
    counts = [
        (_column(index, selection, "published").null_count(), "article", "without a day of publication"),
        (_column(index, selection, "source").null_count(), "article", "without an outlet that is named"),
        (unplaced, "date expression", "without a place in time"),
        (ambiguous, "mention", "of a name that fits several actors"),
        (index.height("refused"), "refusal", "while reading: see the refused files"),
    ]
    told = [Entry(f"{plural(count, noun)} {rest}") for count, noun, rest in counts if count]
    return told + _untried(_column(index, selection, "language").to_frame())


def _untried(articles: pl.DataFrame) -> list[Entry]:
    """What was not attempted, language by language."""
    languages = articles.group_by("language").len().sort("len", "language", descending=[True, False])
    return [
        Entry(f"{plural(count, 'article')} in {language_name(language)}: {untried(language)}")
        for language, count in languages.iter_rows()
        if untried(language)
    ]


def _column(index: Index, selection: Selection, name: str) -> pl.Series:
    """One column of the selected articles."""
    values = index.articles[name]
    return values if selection.everything else values.gather(selection.rows)


def _nulls(
    index: Index, selection: Selection, table: Literal["events", "mentions"], values: pl.Series
) -> int:
    """How many rows of a table that belong to selected articles have none of its values."""
    if selection.everything or not values.null_count():
        return values.null_count()
    if few(selection):
        return values.gather(rows_in(index, table, selection.rows)).null_count()
    rows = values.is_null().arg_true()
    return int(selection.mask.gather(articles_of(index, table, rows)).sum())


def _first_mentions(index: Index, selection: Selection, actors: pl.Series) -> pl.DataFrame:
    """For each of some actors, by row, the address at which the selected articles name it first."""
    of_them = mentions_of(index, selection, actors)
    first = of_them.unique("actor", keep="first", maintain_order=True)
    wanted = pl.DataFrame({"actor": actors}).join(first, on="actor", how="left", maintain_order="left")
    places = [index.stretch("mentions", row, 1) for row in wanted["row"].to_list()]
    return pl.concat([MENTIONS.to_frame(), *places]).select("article_id", "sentence", "start", "end")


def _days(first: object, last: object) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _address(row: dict[str, int]) -> Address:
    return Address(row["article_id"], row["sentence"], row["start"], row["end"])


def top_of(index: Index, article: int) -> Address | None:
    """The first sentence of an article; None where it has none."""
    place = index.derived("places")["sentences"][index.row_of(article)]
    first = index.stretch("sentences", place, 1).filter(pl.col("article_id") == article)
    return _address(first.row(0, named=True)) if first.height else None


def _more(count: int, noun: str, *, many: str | None = None) -> list[Entry]:
    if count <= 0:
        return []
    return [Entry(f"and {count:,} more {many}" if many and count > 1 else f"and {plural(count, noun)} more")]
