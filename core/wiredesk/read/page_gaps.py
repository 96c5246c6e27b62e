"""What an extractor skipped between two paragraphs of an article."""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from wiredesk.read.tree import Element, text_of

_BLOCKS: Final = ("p", "li", "h2", "h3", "h4", "h5", "h6", "dt", "dd")
_LISTS: Final = frozenset({"ul", "ol", "dl"})
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_OUTSIDE: Final = frozenset({
    "nav", "aside", "footer", "form", "figure", "figcaption", "button", "label", "table", "header", "menu",
})  # fmt: skip
_OTHER = re.compile(
    r"share|social|relat|nav|menu|tag|comment|caption|credit|newsletter|subscri|promo|advert|hid(?:e|den)|meta"
    r"|button|byline|author|foot|toc|copyright|more|teaser|widget|embed|rating|print",
    re.IGNORECASE,
)
"""In the name of a block or its list: something else than text."""
_ENDS = re.compile(r"[.!?…:;。؟][\"'”’»)\]]*$")
_MOST_LINKED: Final = 0.5
"""Share of a block's letters that may be links."""
_SHORTEST_MATCH: Final = 40
"""Characters of a paragraph that shows where the article is."""
_LONGEST_HEADING: Final = 120
_MOST_COMPARED: Final = 2_000_000_000
"""Blocks times characters, about a second: in a larger page nothing is looked for."""
_NO_WORD = re.compile(r"[\W_]+")


class _Block(NamedTuple):
    element: Element
    text: str
    words: str
    holder: Element | None
    line: int | None
    """Number of the extracted line that says the same."""


def plain(text: str) -> str:
    """The words of a text in small letters: what stays when case, punctuation and spaces go."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def with_gaps_filled(tree: Element, lines: list[str]) -> list[str]:
    """Extracted lines in the order of the page, with the text that was skipped between them.

    What comes back stands, as they do, right within an element that holds extracted paragraphs above and
    below it: list items, paragraphs that end as sentences do, and headings of what was extracted.

    Args:
        tree: Root of the whole page.
        lines: As extracted, in any order.
    """
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines):
        numbers.setdefault(plain(line), number)
    everything = "|".join(f" {plain(line)} " for line in lines)
    blocks = _blocks(tree, numbers)
    if len(blocks) * len(everything) > _MOST_COMPARED:
        return lines
    lines = _in_page_order(lines, blocks)
    numbers = {plain(line): number for number, line in reversed(list(enumerate(lines)))}
    shown: dict[Element | None, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.line is not None and len(block.text) >= _SHORTEST_MATCH:
            shown.setdefault(block.holder, []).append(at)
    filled: dict[int, list[str]] = {}
    linked: dict[Element, bool] = {}
    last: int | None = None
    for at, block in enumerate(blocks):
        if block.line is not None:
            last = numbers[block.words]
        elif (
            last is not None
            and _belongs(block, at, shown, blocks)
            and _is_text(block, linked)
            and f" {block.words} " not in everything
        ):
            filled.setdefault(last, []).append(block.text)
    return [text for number, line in enumerate(lines) for text in (line, *filled.get(number, ()))]


def _blocks(tree: Element, numbers: dict[str, int]) -> list[_Block]:
    blocks: list[_Block] = []
    for element in tree.iter(*_BLOCKS):
        if any(True for _ in element.iter("p", "li", "div") if _ is not element):
            continue
        text = text_of(element)
        if words := plain(text):
            blocks.append(_Block(element, text, words, _holder(element), numbers.get(words)))
    return blocks


def _holder(element: Element) -> Element | None:
    """The element in which a block, or the list it belongs to, stands."""
    parent = element.getparent()
    while parent is not None and (parent.tag in _LISTS or parent.tag == "li"):
        parent = parent.getparent()
    return parent


def _in_page_order(lines: list[str], blocks: list[_Block]) -> list[str]:
    """The lines as they come on the page, where each of them is a block of its own there."""
    places = {block.line: at for at, block in reversed(list(enumerate(blocks))) if block.line is not None}
    if len(places) != len(lines):
        return lines
    return [lines[number] for number in sorted(places, key=lambda number: places[number])]


def _belongs(block: _Block, at: int, shown: dict[Element | None, list[int]], blocks: list[_Block]) -> bool:
    around = shown.get(block.holder, [])
    cut = bisect_right(around, at)
    if cut == len(around):
        return False
    if block.element.tag in _HEADINGS:
        return len(block.text) <= _LONGEST_HEADING and blocks[at + 1].line is not None
    return cut > 0 and (block.element.tag != "p" or _ENDS.search(block.text) is not None)


def _is_text(block: _Block, linked: dict[Element, bool]) -> bool:
    """Whether nothing about a block says that it is a caption, a menu, a list of links.

    Args:
        block: The block.
        linked: Lists and blocks that were asked already whether they are mostly links.
    """
    element: Element | None = block.element
    while element is not None and element is not block.holder:
        if _OTHER.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return False
        element = element.getparent()
    while element is not None:
        if element.tag in _OUTSIDE:
            return False
        element = element.getparent()
    whole = block.element
    while (parent := whole.getparent()) is not None and parent.tag in _LISTS:
        whole = parent
    if whole not in linked:
        letters = sum(len(text_of(link)) for link in whole.iter("a"))
        linked[whole] = letters > _MOST_LINKED * len(text_of(whole))
    return not linked[whole]
