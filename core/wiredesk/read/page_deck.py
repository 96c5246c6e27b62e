"""The standfirst of a page's article: the sentence or two between its headline and its body."""

import re
from collections.abc import Sequence
from typing import Final

from wiredesk.read.page_facts import Facts, said
from wiredesk.read.page_gaps import plain
from wiredesk.read.tree import Element, text_of

_TAGS: Final = ("p", "h2", "h3", "h4", "div", "span")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|stand-?first|sub-?(?:title|head(?:line|ing)?)|chapo|chapeau|lede?|kicker-?text|"
    r"strap-?line|summary|excerpt|intro(?:duction)?|teaser-?text|entradilla|bajada|copete|sommario|vorspann|"
    r"teaser|alternativeheadline|description|article-?summary)(?=$|[\s_\d-])",
    re.IGNORECASE,
)
"""How publishing systems name a standfirst, by `class`, `id` or `itemprop`."""
_OUTSIDE: Final = frozenset({"nav", "aside", "footer", "form", "figure", "button", "li", "a"})
_DESCRIPTIONS: Final = ("og:description", "description", "twitter:description", "dc.description")
_WORDS: Final = range(4, 70)
_HEAD: Final = 50
"""Characters of a line by which it is found again."""
_LONG_ENOUGH: Final = 40
_MOST: Final = 300
"""Elements below the headline that are looked at."""


def standfirst(tree: Element, facts: Facts, lines: Sequence[str]) -> str | None:
    """The standfirst that a page shows, where it is not among the lines of the body.

    It is shown between the headline and the body, and either says word for word what the page's metadata
    describe the article with, or names itself as one.

    Args:
        tree: Root of the page.
        facts: The page's metadata.
        lines: The body.
    """
    whole = f" {' '.join(map(plain, lines))} "
    described = [
        words
        for text in (*(facts.meta.get(name, [""])[0] for name in _DESCRIPTIONS), *_descriptions(facts))
        if len(words := plain(text.rstrip(" .…"))) >= _LONG_ENOUGH
    ]
    heads = {plain(line)[:_HEAD] for line in lines if len(line) >= _LONG_ENOUGH}
    below = not any(True for _ in tree.iter("h1"))
    looked_at = 0
    for element in tree.iter("h1", *_TAGS):
        if element.tag == "h1":
            below = True
            continue
        looked_at += below
        if looked_at > _MOST:
            return None
        if not below or any(True for child in element if child.tag in ("p", "div", "h1", "h2", "section")):
            continue
        text = text_of(element)
        words = plain(text)
        if words[:_HEAD] in heads:
            return None  # the body begins
        if text.count(" ") + 1 not in _WORDS or f" {words} " in whole or not _is_apart(element):
            continue
        if any(words == said_of_it or words.startswith(said_of_it) for said_of_it in described):
            return text
        if _NAMED.search(_label(element)) or _NAMED.search(_label(element.getparent())):
            return text
    return None


def _descriptions(facts: Facts) -> list[str]:
    return [said(node.get("description")) or "" for node in facts.articles]


def _label(element: Element | None) -> str:
    if element is None:
        return ""
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _is_apart(element: Element) -> bool:
    """Whether a block stands in no menu and is no link."""
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    if linked * 2 > len(text_of(element)):
        return False
    above: Element | None = element
    while above is not None:
        if above.tag in _OUTSIDE:
            return False
        above = above.getparent()
    return True
