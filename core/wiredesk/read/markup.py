"""HTML trees to lines of text: a paragraph, heading, list item or table row a line."""

import re
from typing import Final

from wiredesk.read.tree import Element, parse_html, walk

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "head", "item", "list",
    "quote", "row",
})  # fmt: skip
_HIDDEN: Final = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math",
    "canvas", "audio", "video", "select", "textarea", "button", "datalist", "dialog", "graphic",
})  # fmt: skip
_FURNITURE: Final = frozenset({"nav", "footer", "aside", "form", "menu"})
_BREAKS: Final = frozenset({"br", "lb"})
_CELL: Final = (
    "cell"  # trafilatura's; a page's own td is a block, for many pages lay out their text in tables
)
_CELL_BREAK: Final = " | "

_SPACES = re.compile(r"[ \t\r\n\f]+")
"""What HTML folds into one space; a no-break space is a character of the text."""
_PARAGRAPH_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_TAG = re.compile(
    r"</?(?:p|br|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|img|blockquote|table|figure)\b[^<>]*>",
    re.IGNORECASE,
)


def looks_like_markup(text: str) -> bool:
    """Whether a text, by its tags, is meant as HTML."""
    return "<" in text and _TAG.search(text, 0, 20_000) is not None


def text_of_fragment(markup: str) -> str:
    """The text of a piece of HTML such as a feed entry's content: a paragraph a line, "" for none.

    Raises:
        ReadError: it is too large or too deeply nested.
    """
    return "\n".join(lines_of(parse_html(f"<div>{markup}</div>"))) if markup.strip() else ""


def lines_of(root: Element, *, furniture: bool = True) -> list[str]:
    """The lines of text below an element, in reading order, without empty ones.

    Takes linear time, also where elements are nested without end.

    Args:
        root: Of HTML, or of the tree trafilatura gives.
        furniture: Keep the text of navigation, footers, sidebars and forms.
    """
    page = _Lines()
    hidden = _HIDDEN if furniture else _HIDDEN | _FURNITURE
    steps = walk(root)
    for event, element in steps:
        tag = element.tag
        if not isinstance(tag, str):  # an entity or a comment
            continue
        if event == "start":
            if tag in hidden or (tag == "head" and _is_of_page(element)):
                steps.skip_subtree()
                continue
            page.start(tag)
            page.add(element.text)
            continue
        page.end(tag)
        if element is not root:
            page.add(element.tail)
    page.flush()
    return page.lines


def _is_of_page(head: Element) -> bool:
    """Whether a `head` is a page's own, and not one of trafilatura's headings."""
    parent = head.getparent()
    return parent is not None and parent.tag == "html"


class _Lines:
    """Lines that are being gathered from text and tags in reading order."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._parts: list[str] = []
        self._preformatted = 0
        self._breaks = 0

    def start(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag == "pre":
            self._preformatted += 1
        if tag in _BREAKS:
            self._break()

    def end(self, tag: str) -> None:
        if tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        if tag == _CELL:
            self._parts.append(_CELL_BREAK)
        if tag in _BLOCKS:
            self.flush()

    def add(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted and "\n" in text:
            *whole, rest = text.split("\n")
            for line in whole:
                self._parts.append(line)
                self.flush()
            text = rest
        self._parts.append(text)
        if not text.isspace():
            self._breaks = 0

    def flush(self) -> None:
        line = _SPACES.sub(" ", "".join(self._parts)).strip().removesuffix(_CELL_BREAK.rstrip()).strip()
        if line:
            self.lines.append(line)
        self._parts.clear()
        self._breaks = 0

    def _break(self) -> None:
        """A lone line break within a sentence is layout; after one, or doubled, it parts paragraphs."""
        self._breaks += 1
        last = next((part for part in reversed(self._parts) if not part.isspace()), "")
        if self._breaks > 1 or _PARAGRAPH_END.search(last):
            breaks = self._breaks
            self.flush()
            self._breaks = breaks
        else:
            self._parts.append(" ")
