"""A page of the web to the article in it."""

import re
from dataclasses import replace
from typing import Final

from wiredesk.errors import ReadError
from wiredesk.read.draft import Draft, Parsed
from wiredesk.read.encoding import decode
from wiredesk.read.limits import PAGE_BYTES
from wiredesk.read.markup import lines_of
from wiredesk.read.page_body import article_lines
from wiredesk.read.page_deck import standfirst
from wiredesk.read.page_facts import facts_of
from wiredesk.read.page_stated import stated_by
from wiredesk.read.tree import parse_html

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_CHARSET_BYTES: Final = 4096
"""Browsers look for the charset in the first 1,024 bytes; pages are known to have it later."""


def read_page(data: bytes) -> Parsed:
    """Read the article of a page: its body by `article_lines`, what the page states of it by `stated_by`.

    Where no article of some length is found, or the page is too large or too deeply nested to search, the
    whole page's text without navigation is the document, and `blocks` is False.

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
    facts = facts_of(tree)
    stated = stated_by(tree, facts)
    lines = article_lines(tree, facts)
    if lines and (deck := standfirst(tree, facts, lines)):
        lines = [deck, *lines]
        stated = replace(stated, summary=deck)
    text = "\n".join(lines or lines_of(tree, furniture=False))
    draft = Draft(text=text, stated=stated, blocks=bool(lines), single=True)
    return Parsed(drafts=(draft,), encoding=decoded.encoding)
