"""Names of all articles brought together under actors."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from wiredesk.link.acronyms import definitions
from wiredesk.link.bodies import add_explained, add_names, add_pairs, gather_bodies, tail_pairs
from wiredesk.link.canonical import make_actors
from wiredesk.link.corpus import Corpus, gather_families, surname_votes, votes_on
from wiredesk.link.forms import Form
from wiredesk.link.frames import LinkedNames, actor_frame, in_order_of, mention_frame, role_frame
from wiredesk.link.lexicon import Lexicon, load_lexicon
from wiredesk.link.normalise import body_key, is_acronym
from wiredesk.link.people import People, gather_people, turned_names
from wiredesk.link.person import PersonName
from wiredesk.link.reading import Reading, read_articles
from wiredesk.link.resolve import Link, across, resolve
from wiredesk.link.shorts import short_names, shortened
from wiredesk.link.states import only_states, same_words, state_of, states_of
from wiredesk.link.ticking import Tick, heard, stretch, unheard
from wiredesk.schema import ACTORS, MENTIONS, ROLES

# Shares of the work, as measured on 10,000 articles; they only move a bar.
_READ = 0.16
_LEARNT = 0.27
_RESOLVED = 0.64
_NAMED = 0.71


@dataclass(frozen=True, eq=False)
class Linked:
    """What linking gives: frames with the schemas `ACTORS`, `MENTIONS` and `ROLES`."""

    actors: pl.DataFrame = field(default_factory=ACTORS.to_frame)
    mentions: pl.DataFrame = field(default_factory=MENTIONS.to_frame)
    roles: pl.DataFrame = field(default_factory=ROLES.to_frame)


def link_actors(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    sentences: pl.DataFrame,
    names: pl.DataFrame,
    *,
    lexicon: Lexicon | None = None,
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
        tick: Told how far this is, about twice a second.

    Returns:
        Actors whose identifiers depend on their own names only, their mentions and their roles.
    """
    lexicon = load_lexicon() if lexicon is None else lexicon
    found = read_articles(articles, texts, names, lexicon, stretch(tick, 0.0, _READ))
    headlines = dict(
        sentences.filter(pl.col("kind") == "title").group_by("article_id").agg(pl.len()).iter_rows()
    )
    corpus, explained = _learn(found, headlines, lexicon)
    linked = _told_states(_linked(found, corpus, explained, stretch(tick, _LEARNT, _RESOLVED)), found)
    actors = make_actors(linked.counts(), lexicon)
    mentions = mention_frame(linked, actors, found.ids)
    roles = role_frame(found, linked, actors, sentences, stretch(tick, _NAMED, 1.0))
    table = actor_frame(actors, mentions, roles)
    return Linked(table, mentions, in_order_of(table, roles))


def _linked(
    found: Reading, corpus: Corpus, explained: Mapping[int, Mapping[str, Form]], tick: Tick
) -> LinkedNames:
    """What each name was linked to; each form and link is kept once, however many names they are of."""
    numbers: dict[tuple[Form, Link | None], int] = {}
    of_name = [
        numbers.setdefault((name[3], link), len(numbers))
        for article in heard(found, tick)
        for name, link in zip(
            article.names,
            resolve(article.text, article.names, explained.get(article.article_id, {}), corpus),
            strict=True,
        )
    ]
    pairs = [(form, across(_name(form), corpus) if link is None else link) for form, link in numbers]
    names = found.names.with_columns(pair=pl.Series(of_name, dtype=pl.UInt32))
    kept = pl.Series([link.family is not None for _, link in pairs], dtype=pl.Boolean)
    return LinkedNames(names.filter(kept.gather(names["pair"])), pairs)


def _told_states(linked: LinkedNames, found: Reading) -> LinkedNames:
    """A body whose state its name does not tell is that of the state its article names most, or none."""
    told = only_states({link.node for _, link in linked.pairs if link.node is not None})
    asked = pl.Series([link.node in told for _, link in linked.pairs], dtype=pl.Boolean)
    open_names = linked.names.filter(asked.gather(linked.names["pair"]))
    if open_names.is_empty():
        return linked
    here = set(open_names["place"])
    places = found.of_forms(lambda form: form.entry is not None and state_of(form.entry) is not None)
    states = {
        place: states_of(form for *_, form in article.names)
        for place, article in enumerate(places)
        if place in here
    }
    pairs = list(linked.pairs)
    numbers: dict[tuple[int, str | None], int] = {}
    mended: list[int] = []
    place: int
    pair: int
    for place, pair in open_names.select("place", "pair").iter_rows():
        form, link = pairs[pair]
        node = _of_state(told[link.node or ""], states[place])
        number = numbers.setdefault((pair, node), len(pairs))
        if number == len(pairs):
            pairs.append((form, link._replace(node=node)))
        mended.append(number)
    other = open_names.select("row", pl.Series("other", mended, dtype=pl.UInt32))
    names = linked.names.join(other, on="row", how="left", maintain_order="left")
    return LinkedNames(names.with_columns(pl.coalesce("other", "pair").alias("pair")).drop("other"), pairs)


def _of_state(of_state: Mapping[str, str], states: Counter[str]) -> str | None:
    """The node of a body in the state that its article names most, if it can only be that state's."""
    only = next(iter(of_state)) if len(of_state) == 1 else None
    most = only is not None and all(states[only] > n for state, n in states.items() if state != only)
    return of_state[only] if only is not None and most and states[only] else None


def _name(form: Form) -> PersonName:
    if form.person is None:
        raise AssertionError(f"{form.surface!r} is linked as a person but is no person's name")
    return form.person


def _learn(
    found: Reading, headlines: Mapping[int, int], lexicon: Lexicon
) -> tuple[Corpus, dict[int, dict[str, Form]]]:
    """What the corpus tells, and what each article explains."""
    counts = found.counts()
    bodies = gather_bodies(counts, lexicon)
    corpus = Corpus(
        People(),
        bodies,
        lexicon,
        gather_families(
            counts,
            surname_votes(
                [form for *_, form in article.names] for article in found.of_forms(votes_on(counts))
            ),
        ),
    )
    full = [form for form in counts if form.person and form.person.full and corpus.is_person(form)]
    corpus.people = gather_people(
        (_name(form) for form in full),
        {_name(form): f"={form.entry.name}" for form in full if form.entry and form.entry.kind == "person"},
        _turned(found, counts),
    )
    explained: dict[int, dict[str, Form]] = {}
    meanings: dict[str, Counter[str]] = defaultdict(Counter)
    names_of: dict[str, set[str]] = defaultdict(set)
    pairs = tail_pairs(counts)
    together: set[tuple[str, str]] = set()
    for article in found:
        of_article: dict[str, Form] = {}
        spans = [(start, end, form) for _, start, end, form in article.names]
        for short, long in definitions(article.text, spans, lexicon):
            known = lexicon.find(short, body_key(short))
            if lexicon.apart_are(short, long.core):
                continue
            if (
                known is not None
                and long.entry is None
                and same_words(long.key, body_key(known.name), lexicon)
            ):
                bodies.shorten(long.key, f"={known.name}")
                continue
            if known is None or known is not long.entry:
                of_article.setdefault(short, long)
                if known is None and is_acronym(short):
                    meanings[short][bodies.node(long)] += 1
                elif known is None:
                    names_of[short].add(bodies.node(long))
        if of_article:
            explained[article.article_id] = of_article
        if pairs:
            keys = {form.key for _, _, form in spans}
            together.update((full, pairs[full]) for full in keys if pairs.get(full) in keys)
    add_pairs(bodies, sorted(together))
    add_names(bodies, names_of)
    fits = short_names(counts, lexicon)
    asked = {key for short, longs in fits.items() for key in (short, *longs)}
    everywhere, here = shortened(
        ((article.article_id, article.names) for article in found.of_forms(lambda form: form.key in asked)),
        headlines,
        fits,
    )
    for short, long in everywhere.items():
        bodies.shorten(short, long)
    for article_id, longer in here.items():
        explained[article_id] = longer | explained.get(article_id, {})
    add_explained(bodies, meanings, counts)
    return corpus, explained


def _turned(found: Reading, counts: Mapping[Form, int]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """`turned_names`, with no look at articles that have no name in both orders."""
    words = {form.person.words for form in counts if form.person is not None}
    both = {of_name for of_name in words if len(of_name) == 2 and of_name[::-1] in words}
    parts = {word for of_name in both for word in of_name}

    def asked(form: Form) -> bool:
        name = form.person
        return name is not None and (name.words in both or (not name.full and name.words[0] in parts))

    if not both:
        return {}
    return turned_names([form.person for *_, form in a.names if form.person] for a in found.of_forms(asked))
