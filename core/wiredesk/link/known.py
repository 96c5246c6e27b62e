"""What linking an article asks the corpus of its names, as a digest of each form."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import polars as pl

from wiredesk.link.corpus import Corpus
from wiredesk.link.forms import Form
from wiredesk.link.people import People

_DIGEST_BYTES: Final = 16


def digests_of(forms: Sequence[Form], verdicts: pl.Series, corpus: Corpus) -> pl.Series:
    """A digest of each form.

    `resolve` gives an article the same links as long as its text, its names, what it explains and the
    digests of the forms of its names are the same. Whatever it asks the corpus must therefore be here.

    Args:
        forms: All forms.
        verdicts: What `sift` told of each.
        corpus: What all articles tell.
    """
    names_of: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for (words, _), key in corpus.people.of_name.items():
        names_of[key].add(words)
    persons: dict[str, tuple[object, ...]] = {}

    def person(key: str) -> tuple[object, ...]:
        known = persons.get(key)
        if known is None:
            known = persons[key] = key, sorted(corpus.people.words(key)), sorted(names_of.get(key, ()))
        return known

    return pl.Series(
        [
            _digest((verdict, *_of_bodies(form, corpus), *map(person, _persons(form, corpus))))
            for form, verdict in zip(forms, verdicts.to_list(), strict=True)
        ],
        dtype=pl.Binary,
    )


def _of_bodies(form: Form, corpus: Corpus) -> tuple[object, ...]:
    explained = corpus.bodies.explained.get(form.short)
    return (
        corpus.node(form),
        corpus.families.get(form.key),
        corpus.is_person(form),
        form.short in corpus.bodies.acronyms,
        None if explained is None else sorted(explained),
        None if form.person is None else _one_bearer(form.person.words[-1], corpus.people),
    )


def _persons(form: Form, corpus: Corpus) -> list[str]:
    """Keys of the persons whom a form may bring into its article."""
    person = corpus.person(form)
    keys = [] if person is None else [person]
    return [*keys, f"={form.entry.name}"] if form.entry is not None and form.entry.kind == "person" else keys


def _one_bearer(word: str, people: People) -> str | bool:
    """The one person of a surname; else whether there are several."""
    bearers = people.bearers(word)
    return next(iter(bearers)) if len(bearers) == 1 else bool(bearers)


def _digest(told: tuple[object, ...]) -> bytes:
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).digest()
