"""What a page shows right beside its headline: bylines, days, sections."""

from collections.abc import Iterator
from typing import Final, cast

from wiredesk.read.tree import Element, text_of

_SHOWN: Final = " or ".join(
    f"self::{tag}" for tag in ["p", "span", "div", "time", "li", "td", "small", "em", "font", "b", "a"]
)
_ABOVE: Final = f"preceding::*[{_SHOWN}][normalize-space(text())][position() <= 8]"
_BELOW: Final = f"following::*[{_SHOWN}][normalize-space(text())][position() <= 24]"
"""Elements with text of their own, counted from the headline."""
_LONG_TEXT: Final = 80
_ENDS: Final = ".!?…”»\"'。؟"
"""A text so long that ends as sentences do shows that the body has begun."""


def elements_below(tree: Element, heading: str | None) -> Iterator[Element]:
    """Elements with text between the headline and the body, at most 24; none without a headline."""
    for element in _beside(tree, heading, _BELOW):
        text = text_of(element)
        if len(text) >= _LONG_TEXT and text[-1] in _ENDS:
            return
        yield element


def elements_above(tree: Element, heading: str | None) -> Iterator[Element]:
    """The last elements with text above the headline, at most 8."""
    return _beside(tree, heading, _ABOVE)


def texts_below(tree: Element, heading: str | None) -> Iterator[str]:
    """The texts of `elements_below`."""
    return map(text_of, elements_below(tree, heading))


def _beside(tree: Element, heading: str | None, path: str) -> Iterator[Element]:
    headline = next((h1 for h1 in tree.iter("h1") if text_of(h1) == heading), None) if heading else None
    if headline is not None:
        yield from cast("list[Element]", headline.xpath(path))
