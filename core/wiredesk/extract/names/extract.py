"""Names of persons, organisations, places and groups in articles."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import polars as pl

from wiredesk.coverage import not_attempted
from wiredesk.extract.names.foreign import sure_spans
from wiredesk.extract.names.kinds import kind_of
from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.patterns import GROUP, pattern_spans
from wiredesk.extract.names.spans import Span, spans_of
from wiredesk.extract.names.tagger import Tagger
from wiredesk.extract.names.tiers import load_tagger
from wiredesk.extract.names.tokens import Tokens, tokenize
from wiredesk.extract.names.votes import vote
from wiredesk.schema import NAMES, ActorKind

_ARTICLES = frozenset(("the", "The", "THE"))
_KEEPS_ARTICLE = frozenset(("hague", "gambia", "bahamas"))
_WIDE = 3  # spaces
_EDGE_MARKS = frozenset("\"“”‘’'«»()[]{},;:!?…·•*/|–-")


class _Name(NamedTuple):
    start: int
    end: int
    kind: ActorKind


def tag_tokens(
    documents: Sequence[Sequence[Sequence[str]]], *, tagger: Tagger | None = None
) -> list[list[list[str]]]:
    """Tag documents that are cut into sentences and words already.

    Args:
        documents: Documents of sentences of words; no word may be empty.
        tagger: In place of the one shipped with the package.

    Returns:
        IOB tags over PER, ORG, LOC and MISC (what is a name but no actor: peoples, works, laws), of the
        same shape, after the votes within each document.
    """
    tag = (tagger or load_tagger()).tag
    return [vote(document, tag(document)) for document in documents]


def extract_names(
    articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame, *, tagger: Tagger | None = None
) -> pl.DataFrame:
    """Find the names of persons, organisations, places and groups.

    A name stays within its sentence. Titles, a leading "the" and a possessive 's are no part of it, and
    neither peoples nor their adjectives are names. The sentences of an article are judged together. The
    taggers know English; of other languages in which names are attempted (`wiredesk.coverage`) only those are
    kept that their own words show to be names, and of the rest none.

    Args:
        articles: Frame with schema `ARTICLES`; of it, only the language is used.
        texts: Frame with schema `TEXTS`.
        sentences: Frame with schema `SENTENCES`, of these articles.
        tagger: In place of the one shipped with the package.

    Returns:
        Frame with schema `NAMES`, in the order of `texts`; the names of an article never overlap.
    """
    tagger = tagger or load_tagger()
    languages: dict[int, str | None] = dict(articles.select("article_id", "language").iter_rows())
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for article, *sentence in sentences.select("article_id", "sentence", "start", "end").iter_rows():
        spans.setdefault(article, []).append((sentence[0], sentence[1], sentence[2]))
    rows: list[tuple[int, int, int, int, str, str]] = []
    for article, text in texts.select("article_id", "text").iter_rows():
        language = languages.get(article)
        if "names" in not_attempted(language):
            continue
        numbered = sorted(spans.get(article, ()), key=lambda sentence: sentence[1])
        places = [(start, end) for _, start, end in numbered]
        found = _names_of(text, places, tagger, foreign=language not in (None, "en"))
        for (number, _, _), names in zip(numbered, found, strict=True):
            rows += [(article, number, n.start, n.end, text[n.start : n.end], n.kind) for n in names]
    return pl.DataFrame(rows, schema=NAMES, orient="row")


def _names_of(
    text: str, sentences: Sequence[tuple[int, int]], tagger: Tagger, *, foreign: bool
) -> list[list[_Name]]:
    tokens = [tokenize(text, start, end) for start, end in sentences]
    words = [sentence.words for sentence in tokens]
    tags = vote(words, tagger.tag(words))
    if foreign:
        lexicon = load_lexicon()
        sure = [sure_spans(own, spans_of(found), lexicon) for own, found in zip(words, tags, strict=True)]
        return [_named(text, *pair) for pair in zip(tokens, sure, strict=True)]
    return [_names_in(text, *pair) for pair in zip(tokens, tags, strict=True)]


def _names_in(text: str, tokens: Tokens, tags: Sequence[str]) -> list[_Name]:
    """The names of one sentence: those found by wording, then the tagger's that do not touch them."""
    words = tokens.words
    tagged = spans_of(tags)
    by_wording = pattern_spans(words, tagged)
    taken = {at for span in by_wording for at in range(span.start, span.end)}
    free = [span for span in tagged if taken.isdisjoint(range(span.start, span.end))]
    return _named(text, tokens, sorted([*by_wording, *free]))


def _named(text: str, tokens: Tokens, spans: Sequence[Span]) -> list[_Name]:
    """Spans as names of the text, with their kinds."""
    words, starts = tokens
    names: list[_Name] = []
    for whole in (part for span in spans for part in _columns(span, text, tokens)):
        span = _trimmed(whole, words)
        if span is None:
            continue
        start, last = starts[span.start], span.end - 1
        end = starts[last] + len(words[last])
        own = words[span.start : span.end]
        kind = "group" if span.label == GROUP else kind_of(span.label, text[start:end], own)
        if kind is not None:
            names.append(_Name(start, end, kind))
    return names


def _columns(span: Span, text: str, tokens: Tokens) -> Iterator[Span]:
    """The span cut where a gap is as wide as between the columns of a table."""
    words, starts = tokens
    first = span.start
    for at in range(span.start + 1, span.end):
        gap = text[starts[at - 1] + len(words[at - 1]) : starts[at]]
        if "\t" in gap or len(gap) >= _WIDE:
            yield Span(first, at, span.label)
            first = at
    yield Span(first, span.end, span.label)


def _trimmed(span: Span, words: Sequence[str]) -> Span | None:
    """The span without a leading article and marks at its ends; None if no letter is left."""
    start, end, label = span
    while start < end and (words[start] in _EDGE_MARKS or _is_article(words, start, end)):
        start += 1
    while start < end and words[end - 1] in _EDGE_MARKS:
        end -= 1
    if not any(c.isalpha() for word in words[start:end] for c in word):
        return None
    return Span(start, end, label)


def _is_article(words: Sequence[str], at: int, end: int) -> bool:
    return words[at] in _ARTICLES and at + 1 < end and words[at + 1].lower() not in _KEEPS_ARTICLE
