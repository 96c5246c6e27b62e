"""Short names of bodies: "Brae Gas" is afterwards "Brae", the "Kolm Courier" the "Courier"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from wiredesk.link.forms import Form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import SMALL_WORDS
from wiredesk.link.reading import Reading
from wiredesk.link.vocabulary import vocabulary

Names = Sequence[tuple[int, int, int, Form]]
"""Sentence, start, end and form of an article's names."""

_BODIES = ("organisation", "group")
# More words than these behind a name are a headline that was taken for a name.
_ADDED_AT_MOST = 3


def short_names(forms: Iterable[Form], lexicon: Lexicon) -> dict[str, set[str]]:
    """Keys of the corpus to the longer keys that they begin or end, and may so be short for.

    What is left of the longer one must not make it another body (its youth wing, its branch in a place), nor
    the whole of which the short one is a part ("Bank of X" is not X).
    """
    asked = list(forms)
    elsewhere = {form.key for form in asked if form.kind not in _BODIES}
    keys = {
        form.key
        for form in asked
        if form.kind in _BODIES and form.entry is None and not form.noun and form.key not in elsewhere
    }
    fits: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = key.split()
        for cut in range(1, len(words)):
            head, tail = words[:cut], words[cut:]
            if " ".join(head) in keys and _adds_nothing(tail, lexicon):
                fits[" ".join(head)].add(key)
            if " ".join(tail) in keys and words[cut - 1] not in SMALL_WORDS and _stands_alone(tail):
                fits[" ".join(tail)].add(key)
    return dict(fits)


def without_longer(found: Reading, fits: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The short names that no article has without a longer one: all others have a life of their own.

    Args:
        found: All articles.
        fits: What `short_names` gives.
    """
    every = {key for short, longs in fits.items() for key in (short, *longs)}
    numbers = {key: number for number, key in enumerate(sorted(every))}
    key_of = pl.Series(
        [numbers.get(form.key) if form.kind in _BODIES else None for form in found.forms], dtype=pl.UInt32
    )
    keys = key_of.gather(found.names["form"]).alias("key")
    here = found.names.select("place").hstack([keys]).drop_nulls().unique()
    pairs = pl.DataFrame(
        [(numbers[short], numbers[long]) for short, longs in fits.items() for long in longs],
        schema={"short": pl.UInt32, "long": pl.UInt32},
        orient="row",
    )
    longer = here.join(pairs, left_on="key", right_on="long").select("place", pl.col("short").alias("key"))
    shorts = here.join(pairs.select(pl.col("short").alias("key")).unique(), on="key", how="semi")
    alone = set(shorts.join(longer, on=("place", "key"), how="anti")["key"])
    return {short: longs for short, longs in fits.items() if numbers[short] not in alone}


def _adds_nothing(tail: Sequence[str], lexicon: Lexicon) -> bool:
    if any(not word.isalpha() for word in tail):  # the second model of a thing, not its maker
        return False
    if len(tail) > _ADDED_AT_MOST or tail[0] in SMALL_WORDS or lexicon.keys.get(" ".join(tail)) is not None:
        return False
    known = vocabulary().affiliates
    return not any(word in known or word in lexicon.keys or word in lexicon.adjectives for word in tail)


def _stands_alone(tail: Sequence[str]) -> bool:
    words = vocabulary()
    return len(tail) > 1 or not (tail[0] in words.tails or tail[0] in words.affiliates)


def shortened(
    articles: Iterable[tuple[int, Names]], headlines: Mapping[int, int], fits: Mapping[str, set[str]]
) -> tuple[dict[str, str], dict[int, dict[str, Form]]]:
    """What short names stand for: everywhere, and in single articles.

    An article's body gives the longer name first; only the headline may have the short one before. A short
    name that any article has without a longer one has a life of its own ("Tesla" beside "Tesla Roadster"),
    and so has one that goes with several longer ones.

    Args:
        articles: Place and names of each article; names that `fits` does not tell of may be left out.
        headlines: How many sentences an article's headline has; 0 where it is not named.
        fits: What `short_names` gives.

    Returns:
        Short keys to the long key that every article means; and for the others, the long form by article.
    """
    told: dict[str, dict[int, Form]] = defaultdict(dict)
    alone: set[str] = set()
    for place, names in articles:
        headline = headlines.get(place, 0)
        first: dict[str, tuple[int, int, Form]] = {}
        body: dict[str, tuple[int, int, Form]] = {}  # the first below the headline
        for at, (sentence, _, _, form) in enumerate(names):
            if form.kind in _BODIES:
                first.setdefault(form.key, (sentence, at, form))
                if sentence >= headline:
                    body.setdefault(form.key, (sentence, at, form))
        for key, (sentence, at, _) in first.items():
            if key not in fits:
                continue
            longer = [body[long] for long in sorted(fits[key]) if long in body]
            before = [found[2] for found in longer if found[1] < at or sentence < headline]
            longest = max(before, key=lambda long: (len(long.key), long.key), default=None)
            if longest is not None and all(longest.key.startswith(long.key) for long in before):
                told[key][place] = longest
            elif not any(long in first for long in fits[key]):
                alone.add(key)
    everywhere: dict[str, str] = {}
    here: dict[int, dict[str, Form]] = defaultdict(dict)
    for key, by_article in sorted(told.items()):
        longs = {form.key for form in by_article.values()}
        if key in alone or len(longs) > 1:
            continue
        if next(iter(longs)).startswith(f"{key} "):
            everywhere[key] = next(iter(longs))
            continue
        for place, form in by_article.items():
            here[place][key] = form
    return everywhere, here
