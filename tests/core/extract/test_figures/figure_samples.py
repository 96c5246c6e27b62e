"""Read figures out of a sentence, as the tests of this folder do."""

from collections.abc import Sequence

from wiredesk.extract.figures import Figure, figures_of


def figures(text: str, *, dates: Sequence[str] = (), language: str = "en") -> list[Figure]:
    spans = [(text.index(date), text.index(date) + len(date), date) for date in dates]
    return figures_of(text, [(0, len(text), 0)], spans, language=language)


def only(text: str, *, dates: Sequence[str] = (), language: str = "en") -> Figure:
    found = figures(text, dates=dates, language=language)
    assert len(found) == 1, found
    return found[0]
