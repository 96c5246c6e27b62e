"""What the names of all articles tell together, and what each article explains."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from wiredesk.link.acronyms import definitions
from wiredesk.link.bodies import Bodies, add_explained, add_names, add_pairs, gather_bodies, tail_pairs
from wiredesk.link.corpus import Corpus, gather_families
from wiredesk.link.forms import Form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import body_key, is_acronym
from wiredesk.link.people import People, gather_people, turned_names
from wiredesk.link.person import PersonName
from wiredesk.link.reading import Reading
from wiredesk.link.shorts import short_names, shortened, without_longer
from wiredesk.link.states import same_words
from wiredesk.link.votes import surname_votes

Explained = dict[int, dict[str, Form]]
"""For articles by their place: acronyms without periods, and keys of short names, to what they stand for."""

DEFINED = pl.Schema({"place": pl.UInt32, "short": pl.String, "form": pl.UInt32})
"""What articles define, in their order: the article, the short name, the form of the long one."""


def defined(found: Reading, lexicon: Lexicon) -> pl.DataFrame:
    """What articles define by brackets or words, as a frame with schema `DEFINED`."""
    numbers = {form: number for number, form in enumerate(found.forms)}
    rows = [
        (article.place, short, numbers[long])
        for article in found
        for short, long in definitions(
            article.text, [(start, end, form) for _, start, end, form in article.names], lexicon
        )
    ]
    return pl.DataFrame(rows, schema=DEFINED, orient="row")


def learn(
    found: Reading, told: pl.DataFrame, headlines: Mapping[int, int], lexicon: Lexicon
) -> tuple[Corpus, Explained, Explained]:
    """Learn from all articles.

    Args:
        found: All articles, without the names that are no actors'.
        told: What they define, in order; schema `DEFINED`.
        headlines: How many sentences the headline of each article has, by its place.
        lexicon: Which names are known beforehand.

    Returns:
        What the corpus tells; what articles define; which short names they have that stand for a longer
        one in them alone.
    """
    counts = found.counts()
    bodies = gather_bodies(counts, lexicon)
    corpus = Corpus(People(), bodies, lexicon, gather_families(counts, surname_votes(found)))
    full = [form for form in counts if form.person and form.person.full and corpus.is_person(form)]
    corpus.people = gather_people(
        (name_of(form) for form in full),
        {name_of(form): f"={form.entry.name}" for form in full if form.entry and form.entry.kind == "person"},
        _turned(found, counts),
    )
    explained, acronyms, names = _explained(_with_forms(told, found), bodies, lexicon)
    add_pairs(bodies, _together(found, tail_pairs(counts)))
    add_names(bodies, names)
    fits = without_longer(found, short_names(counts, lexicon))
    asked = {key for short, longs in fits.items() for key in (short, *longs)}
    everywhere, here = shortened(
        ((article.place, article.names) for article in found.of_forms(lambda form: form.key in asked)),
        headlines,
        fits,
    )
    for short, long in everywhere.items():
        bodies.shorten(short, long)
    add_explained(bodies, acronyms, counts)
    return corpus, explained, here


def name_of(form: Form) -> PersonName:
    """The person's name of a form that is linked as one."""
    if form.person is None:
        raise AssertionError(f"{form.surface!r} is linked as a person but is no person's name")
    return form.person


def _with_forms(told: pl.DataFrame, found: Reading) -> Iterator[tuple[int, str, Form]]:
    place: int
    short: str
    form: int
    for place, short, form in told.iter_rows():
        yield place, short, found.forms[form]


def _explained(
    told: Iterable[tuple[int, str, Form]], bodies: Bodies, lexicon: Lexicon
) -> tuple[Explained, dict[str, Counter[str]], dict[str, set[str]]]:
    """What each article explains, and what acronyms and other short names mean over all of them."""
    explained: Explained = {}
    meanings: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, set[str]] = defaultdict(set)
    for place, short, long in told:
        known = lexicon.find(short, body_key(short))
        if lexicon.apart_are(short, long.core):
            continue
        if known is not None and long.entry is None and same_words(long.key, body_key(known.name), lexicon):
            bodies.shorten(long.key, f"={known.name}")
            continue
        if known is None or known is not long.entry:
            explained.setdefault(place, {}).setdefault(short, long)
            if known is None and is_acronym(short):
                meanings[short][bodies.node(long)] += 1
            elif known is None:
                names[short].add(bodies.node(long))
    return explained, meanings, names


def _together(found: Reading, pairs: Mapping[str, str]) -> list[tuple[str, str]]:
    """Full and short keys of `tail_pairs` that stand together in an article."""
    asked = {*pairs, *pairs.values()}
    together: set[tuple[str, str]] = set()
    for article in found.of_forms(lambda form: form.key in asked):
        keys = {form.key for *_, form in article.names}
        together.update((full, pairs[full]) for full in keys if pairs.get(full) in keys)
    return sorted(together)


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
