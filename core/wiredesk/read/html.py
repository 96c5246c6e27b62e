"""A page of the web to the article in it."""

import re
from typing import Any, Final, cast

from wiredesk.errors import ReadError
from wiredesk.read.draft import Draft, Parsed
from wiredesk.read.encoding import decode
from wiredesk.read.limits import PAGE_BYTES, PAGE_DEPTH, PAGE_ELEMENTS
from wiredesk.read.markup import lines_of
from wiredesk.read.page_stated import stated_by
from wiredesk.read.tree import Element, parse_html

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_CHARSET_BYTES: Final = 4096
"""Browsers look for the charset in the first 1,024 bytes; pages are known to have it later."""
_ENOUGH: Final = 250
"""Characters below which trafilatura takes all text of a page for the article, navigation included."""
_TOO_DEEP: Final = f"boolean({'/*' * PAGE_DEPTH})"


def read_page(data: bytes) -> Parsed:
    """Read the article of a page: the body by trafilatura, what the page states of it by `stated_by`.

    Where trafilatura finds no article of some length, or the page is too large or too deeply nested to
    search, the whole page's text without navigation is the document, and `blocks` is False.

    Raises:
        ReadError: the page is too large, or holds no text.
    """
    if len(data) > PAGE_BYTES:
        raise ReadError(
            f"holds {len(data) // 1024**2} MB of HTML, more than {PAGE_BYTES // 1024**2}; split it"
        )
    declared = _CHARSET.search(data, 0, _CHARSET_BYTES)
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    tree = parse_html(decoded.text)
    stated = stated_by(tree)
    lines = article_lines(tree)
    draft = Draft(text="\n".join(lines or lines_of(tree, furniture=False)), stated=stated, blocks=bool(lines))
    return Parsed(drafts=(draft,), encoding=decoded.encoding)


def article_lines(tree: Element) -> list[str]:
    """The lines of a page's article without furniture; empty where none is found."""
    if tree.xpath("count(//*)") > PAGE_ELEMENTS or tree.xpath(_TOO_DEEP):
        return []
    # Imported here, the one place that needs it: 300 ms that only pages have to pay.
    import logging

    import lxml.etree
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # or Python prints its warnings
    try:
        # Its metadata is not asked for: the date would be guessed from text and from today's date.
        found = bare_extraction(cast("Any", tree), include_comments=False, with_metadata=False)
    except (
        lxml.etree.LxmlError,
        RecursionError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ):
        return []  # a page that breaks its heuristics is still a page with text
    body = getattr(found, "body", None)
    lines = lines_of(body) if body is not None else []
    return lines if sum(map(len, lines)) >= _ENOUGH else []
