"""Names of all articles brought together under actors."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from wiredesk.link.before import FORMS, ROWS, Before, Kept, link_frame
from wiredesk.link.canonical import make_actors
from wiredesk.link.frames import actor_frame, in_order_of, mention_frame, persons_of, role_frame
from wiredesk.link.hints import EXPLAINS, hints_of
from wiredesk.link.known import digests_of
from wiredesk.link.learning import DEFINED, Explained, defined, learn
from wiredesk.link.lexicon import Lexicon, load_lexicon
from wiredesk.link.linked import link_across, resolve_all
from wiredesk.link.reading import Reading, read_articles
from wiredesk.link.sifting import sift
from wiredesk.link.ticking import Tick, stretch, unheard
from wiredesk.schema import ACTORS, MENTIONS, ROLES

# Shares of the work, as measured on 10,000 articles; they only move a bar.
_READ = 0.16
_LEARNT = 0.27
_RESOLVED = 0.64
_NAMED = 0.71


@dataclass(frozen=True, eq=False)
class Linked:
    """What linking gives: frames with the schemas `ACTORS`, `MENTIONS` and `ROLES`.

    Attributes:
        left: What may save the next linking work: frames with the schemas of `before.LEFT`.
    """

    actors: pl.DataFrame = field(default_factory=ACTORS.to_frame)
    mentions: pl.DataFrame = field(default_factory=MENTIONS.to_frame)
    roles: pl.DataFrame = field(default_factory=ROLES.to_frame)
    left: Mapping[str, pl.DataFrame] = field(default_factory=dict[str, pl.DataFrame])


def link_actors(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    sentences: pl.DataFrame,
    names: pl.DataFrame,
    *,
    lexicon: Lexicon | None = None,
    before: Before | None = None,
    tick: Tick = unheard,
) -> Linked:
    """Bring the names of all articles together under actors.

    A name links by the lexicon, by an acronym that its article explains, by its own words in any spelling,
    and a partial name of a person by the latest full name of its article that fits, or else by the one
    person of the corpus whom it fits. Names on which nothing decides stay ambiguous: their mention has a
    kind and no actor. The order of rows in `names` does not matter.

    Args:
        articles: Frame with schema `ARTICLES`; its order is that of the result.
        texts: Frame with schema `TEXTS`.
        sentences: Frame with schema `SENTENCES`; a role never crosses a sentence.
        names: Frame with schema `NAMES`; names that are no actors (nationalities, days, bare titles) go.
        lexicon: Which names are known beforehand; by default the shipped lexicon.
        before: An earlier linking with the same lexicon: what it left saves work and changes nothing.
        tick: Told how far this is, about twice a second.

    Returns:
        Actors whose identifiers depend on their own names only, their mentions and their roles.
    """
    lexicon = load_lexicon() if lexicon is None else lexicon
    read = read_articles(articles, texts, names, lexicon)
    kept = Kept.of(before, read)
    hints = kept.with_hints(hints_of(read.of_places(~kept.articles)))
    sources = (name for column in ("source", "agency") for name in articles[column].unique().drop_nulls())
    sifted = sift(read, hints, sources, lexicon)
    found = sifted.found
    tick(_READ)
    told = _defined(found, hints, kept, kept.settled(read, sifted.verdicts), lexicon)
    corpus, explained, here = learn(found, told, _headlines(found, sentences), lexicon)
    shorts = _short_frame(here, found)
    digests = digests_of(found.forms, sifted.verdicts, corpus)
    clean = kept.clean(read, digests, shorts)
    for place, longer in here.items():
        explained[place] = longer | explained.get(place, {})
    resolved = resolve_all(found, corpus, explained, kept, clean, stretch(tick, _LEARNT, _RESOLVED))
    linked = link_across(resolved, found, corpus)
    actors = make_actors(linked.counts(), lexicon)
    mentions = mention_frame(linked, actors, found.ids)
    persons = persons_of(linked, actors, read.names.height)
    roles = role_frame(found, linked, persons, sentences, kept, clean, stretch(tick, _NAMED, 1.0))
    table = actor_frame(actors, mentions, roles)
    rows = read.names.join(resolved.names.select("row", "link"), on="row", how="left", maintain_order="left")
    left = {
        "rows": rows.with_columns(hints.alias("hint"), persons.alias("person")).select(ROWS.names()),
        "forms": _form_frame(read, sifted.verdicts, digests),
        "links": link_frame(resolved.links),
        "defined": told,
        "shorts": shorts,
    }
    return Linked(table, mentions, in_order_of(table, roles), left)


def _headlines(found: Reading, sentences: pl.DataFrame) -> dict[int, int]:
    """How many sentences the headline of each article has, by its place."""
    titles = sentences.filter(pl.col("kind") == "title").group_by("article_id").agg(pl.len())
    placed = pl.DataFrame({"article_id": found.ids, "place": found.places}).join(titles, on="article_id")
    return dict(placed.select("place", "len").iter_rows())


def _defined(
    found: Reading, hints: pl.Series, kept: Kept, settled: pl.Series, lexicon: Lexicon
) -> pl.DataFrame:
    """What all articles define: kept where they consist of the same names as before."""
    hinted = found.names.filter((hints.gather(found.names["row"]) & EXPLAINS) != 0)
    fresh = defined(found.of_places(found.have(hinted) & ~settled), lexicon)
    known = kept.defined.filter(settled.gather(kept.defined["place"]))
    return pl.concat([known, fresh]).sort("place", maintain_order=True)


def _short_frame(here: Explained, found: Reading) -> pl.DataFrame:
    numbers = {form: number for number, form in enumerate(found.forms)}
    rows = [
        (place, short, numbers[long])
        for place, longer in sorted(here.items())
        for short, long in longer.items()
    ]
    return pl.DataFrame(rows, schema=DEFINED, orient="row").sort(DEFINED.names())


def _form_frame(read: Reading, verdicts: pl.Series, digests: pl.Series) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "surface": [form.surface for form in read.forms],
            "kind": [form.kind for form in read.forms],
            "verdict": verdicts,
            "digest": digests,
        },
        schema=FORMS,
    )
