"""Keywords of articles: YAKE's phrases, told apart by what a reader would call the same."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import polars as pl

from wiredesk.extract.keywords.scorer import DAYS, EMPTY, LINKS, MONTHS, NOUNS_IN_LY, Scorer, scorer_of
from wiredesk.schema import KEYWORDS
from wiredesk.text import fold

_MOST_NAMES = 0.55
"""Share of names among an article's keywords. YAKE favours capitals: left alone, it hands out hardly anything
but names, which a reader has in the list of actors already."""
_MOST_SINGLE = 0.2
"""Share of single words in lower case: "forces" says less than "security forces"."""
_DEPTH = 250
"""Phrases of one article that are looked at, best first: what comes behind is noise."""
_SHORT = 3
"""Letters up to which a final -s is taken for part of the word (gas, bus)."""

_SPACES = re.compile(r"\s+")
_NEXT = re.compile(r" [(\[]?([^\W_][\w'’-]*)")
_ENDS = (".", "!", "?", "…")


def extract_keywords(
    articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame, *, per_article: int = 20
) -> pl.DataFrame:
    """Find the words and phrases of up to three words that tell most of what each article is about.

    Headline, summary and body count, captions do not. Each word stands in one keyword only, the best
    that holds it, whatever its case and number. About half of the keywords are names and half are not,
    as far as the article has both.

    Args:
        articles: Frame with schema `ARTICLES`; of it, only the language is used.
        texts: Frame with schema `TEXTS`.
        sentences: Frame with schema `SENTENCES`.
        per_article: How many keywords to keep for one article, at least 1.

    Returns:
        Frame with schema `KEYWORDS`, in the order of `texts`, then by score and keyword. An article in
        a language that is unknown, or for which there are no stop words, has none: its keywords would
        be its commonest words. Neither has one that YAKE cannot digest.

    Raises:
        ValueError: `per_article` is less than 1.
    """
    if per_article < 1:
        raise ValueError(f"per_article: {per_article} is too few, it must be 1 or more")
    languages = dict(articles.select("article_id", "language").iter_rows())
    blocks = _blocks(sentences)
    rows: list[tuple[int, str, float, int]] = []
    for article, text in texts.select("article_id", "text").iter_rows():
        paragraphs = [text[start:end] for start, end in blocks.get(article, [])]
        found = keywords_of(paragraphs, languages.get(article), per_article=per_article)
        rows += [(article, keyword, score, rank) for rank, (score, keyword) in enumerate(found, 1)]
    return pl.DataFrame(rows, schema=KEYWORDS, orient="row")


def keywords_of(
    paragraphs: Sequence[str], language: str | None, *, per_article: int = 20
) -> list[tuple[float, str]]:
    """Score and keyword of one text, best first; no keyword runs from one paragraph into the next.

    Args:
        paragraphs: In reading order.
        language: ISO 639-1, or None.
        per_article: How many to keep.
    """
    scorer = scorer_of(language)
    if scorer is None:
        return []
    closed = (part if part.endswith(_ENDS) else f"{part}." for part in map(str.strip, paragraphs) if part)
    text = _SPACES.sub(" ", " ".join(closed))
    return sorted(_choose(_phrases(text, scorer), per_article))


class _Phrase(NamedTuple):
    """A phrase of the text, as written there, with the stems of its words (links left out)."""

    score: float
    written: str
    stems: tuple[str, ...]
    name: bool


def _phrases(text: str, scorer: Scorer) -> Iterator[_Phrase]:
    """YAKE's phrases that are whole and stand in the text, best first."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals have a longer small form
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    inner = scorer.small - LINKS
    taken = 0
    for score, phrase in scorer.scores(text):
        words = phrase.split(" ")
        if not inner.isdisjoint(words) or not DAYS.isdisjoint(words) or phrase in EMPTY:
            continue
        places = list(_places(low, phrase))
        forms = [text[place : place + len(phrase)] for place in places]
        if not any(_is_whole(text, place, form, scorer) for place, form in zip(places, forms, strict=True)):
            continue
        written = _commonest(forms)
        if any(word.lower() in MONTHS and word[0].isupper() for word in written.split(" ")):
            continue
        yield _Phrase(
            score, written, tuple(_stem(word) for word in words if word not in LINKS), written != phrase
        )
        taken += 1
        if taken == _DEPTH:
            return


def _places(low: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands as words of its own; by hand, for a pattern each would have to be compiled."""
    at = low.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not low[at - 1 : at].isalnum() and not low[end : end + 1].isalnum():
            yield at
        at = low.find(phrase, end)


def _choose(phrases: Iterator[_Phrase], most: int) -> list[tuple[float, str]]:
    """The best phrases that share no word; what the shares of names and single words leave out fills up."""
    names, singles = math.ceil(most * _MOST_NAMES), math.ceil(most * _MOST_SINGLE)
    used: set[str] = set()
    chosen: list[_Phrase] = []
    spare: list[_Phrase] = []
    for phrase in phrases:
        if not used.isdisjoint(phrase.stems):
            continue
        single = not phrase.name and len(phrase.stems) == 1
        if (phrase.name and names == 0) or (single and singles == 0):
            spare.append(phrase)
            continue
        names, singles = names - phrase.name, singles - single
        chosen.append(phrase)
        used.update(phrase.stems)
        if len(chosen) == most:
            break
    for phrase in spare:
        if len(chosen) < most and used.isdisjoint(phrase.stems):
            chosen.append(phrase)
            used.update(phrase.stems)
    return [(phrase.score, phrase.written) for phrase in chosen]


def _is_whole(text: str, start: int, form: str, scorer: Scorer) -> bool:
    """Whether a phrase ends where it seems to: "Secretary Dana" does not in "Secretary Dana Kerim".

    A name goes on with the next word that has a capital, a phrase in lower case with the next that is
    neither a name nor a stop word; a single word in lower case is whole by itself.
    """
    last = form.rsplit(" ", 1)[-1]
    if last.islower() and last.endswith(("ed", "ly")) and last not in NOUNS_IN_LY:
        return False  # "areas disputed by", "visitors annually"
    following = _NEXT.match(text, start + len(form))
    if following is None or (last == form and last.islower()):
        return True
    capital = following[1][0].isupper()
    return not capital if last[0].isupper() else following[1].lower() in scorer.small


def _commonest(forms: list[str]) -> str:
    """The form that the text has most often; of equals the one with fewer capitals."""
    counts = Counter(forms)
    return min(counts, key=lambda form: (-counts[form], sum(map(str.isupper, form)), form))


def _stem(word: str) -> str:
    """A word without its plural ending, so that "talk" and "talks" are one keyword."""
    plain = fold(word)
    if len(plain) <= _SHORT or plain[-1] != "s" or plain[-2] in "su":
        return plain
    return f"{plain[:-3]}y" if plain.endswith("ies") else plain[:-1]


def _blocks(sentences: pl.DataFrame) -> dict[int, list[tuple[int, int]]]:
    """Start and end of the paragraphs of each article, captions left out."""
    spans = (
        sentences.filter(pl.col("kind") != "caption")
        .group_by("article_id", "paragraph", maintain_order=True)
        .agg(pl.col("start").min(), pl.col("end").max())
    )
    blocks: dict[int, list[tuple[int, int]]] = {}
    for article, _, start, end in spans.iter_rows():
        blocks.setdefault(article, []).append((start, end))
    return blocks
