"""Parts of a page that name themselves as something else than its article."""

import re
from typing import Final

from wiredesk.read.tree import Element, text_of

_PARTS: Final = frozenset({"div", "section", "aside", "ul", "ol", "p", "details", "table", "span", "dl"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:"
    r"author-?(?:box|bio|info|card|profile|description)|about-?(?:the-?)?author|bio-?box|sabox(?:plugin)?|"
    r"(?:read|also|more|see|lire|leer)-?(?:more|also|next|on|read|aussi|tambien)|recirc\w*|recommend\w*|"
    r"(?:related|latest|recent|trending|popular|top|more|other)-?(?:posts?|stor(?:y|ies)|articles?|news|"
    r"links?|content|reads?)|trending|most-?(?:read|popular|viewed)|"
    r"pay-?wall-?(?:offer|prompt|message|cta|box|barrier)?|regwall|(?:subscri\w+|sign-?up|newsletter)-?"
    r"(?:box|form|prompt|cta|widget|banner|offer|block|module|signup|promo|inline)|newsletter|"
    r"cookie-?\w*|gdpr|consent|sr-only|screen-reader(?:-text)?|visually-?hidden|print-?only|"
    r"ad-?(?:slot|unit|container|wrapper|label|block)|advert\w*|sponsored\w*|taboola|outbrain|"
    r"pagination|pager|post-?navigation|prev-?next|breadcrumbs?"
    r")(?=$|[\s_\d-])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEAST: Final = 250
"""Characters of running text below which nothing can be compared with it."""
_LARGEST: Final = 0.3
"""Share of the page's running text that a part named so may hold: a page may be named so as a whole."""


def drop_other_parts(tree: Element) -> None:
    """Take out of a page what names itself as an author's box, an offer, a list of other articles, an advert.

    Names are those that publishing systems and their extensions give by `class` and `id`. A part with the
    page's headline, or with much of its running text, stays whatever its name.
    """
    running = sum(len(text_of(paragraph)) for paragraph in tree.iter("p"))
    if running < _LEAST:
        return  # a page that marks no paragraphs, or shows none
    named = [
        element
        for element in tree.iter(*sorted(_PARTS))
        if (label := f"{element.get('class') or ''} {element.get('id') or ''}").strip()
        and _NAMES.search(_CAMEL.sub("-", label))
    ]
    for element in named:
        if next(element.iter("h1"), None) is None and _running(element) <= _LARGEST * running:
            _drop(element)


def _running(element: Element) -> int:
    """How many characters of text that is no link stand in an element."""
    return len(text_of(element)) - sum(len(text_of(link)) for link in element.iter("a"))


def _drop(element: Element) -> None:
    """Take an element out, and leave the text behind it in its place."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
