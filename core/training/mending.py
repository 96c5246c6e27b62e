"""Bring the open sets nearer to the conventions of the newsroom, as far as rules can.

Their annotators disagree on what is a matter of taste: whether "the" is part of a name, whether a country
that acts is a body, whether a town and its state are one name, whether the name of a people is a name at all.
"""

from collections.abc import Iterator, Sequence

from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.spans import Span, spans_of, tags_of

_ARTICLES = frozenset(("the", "The", "THE"))
_KEEPS_ARTICLE = frozenset(("hague", "gambia"))


def mended(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags of a sentence by our conventions.

    - No leading "the": the Alps.
    - A place within a place is a name of its own: Plano, Texas.
    - A country is a place, whatever it does; a people is MISC, whatever the set takes it for.
    """
    spans = [part for span in spans_of(tags) for part in _mended(words, span)]
    taken = {at for span in spans for at in range(span.start, span.end)}
    for at, word in enumerate(words):
        if at not in taken and _is_people(word):
            spans.append(Span(at, at + 1, "MISC"))
    return tags_of(spans, len(words))


def _mended(words: Sequence[str], span: Span) -> Iterator[Span]:
    start, end, label = span
    if start + 1 < end and words[start] in _ARTICLES and words[start + 1].lower() not in _KEEPS_ARTICLE:
        start += 1
    if label == "LOC" and "," in words[start + 1 : end - 1]:
        comma = words.index(",", start + 1, end)
        yield from _mended(words, Span(start, comma, label))
        yield from _mended(words, Span(comma + 1, end, label))
        return
    name = tuple(words[start:end])
    if len(name) == 1 and _is_people(name[0]):
        label = "MISC"
    elif label != "MISC" and _is_country(name):
        label = "LOC"
    yield Span(start, end, label)


def _is_people(word: str) -> bool:
    lists = load_lexicon().single.get(word, ())
    return lists == ("people",) and word[0].isupper()


def _is_country(name: tuple[str, ...]) -> bool:
    if len(name) == 1:
        return "country" in load_lexicon().single.get(name[0], ())
    return (name, "country") in load_lexicon().longer.get(name[0], ())
