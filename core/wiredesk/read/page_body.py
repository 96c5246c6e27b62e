"""The body of a page's article: what trafilatura finds, held against what the page itself declares.

Trafilatura's choice stands wherever nothing speaks against it. Four things may:

- parts that name themselves as something else (an author's box, an offer, a list of links) go beforehand;
- a page that declares a short body, shorter than trafilatura believes an article to be, means it;
- a body in JSON-LD of which trafilatura missed the greater part is the article;
- lists, headings and paragraphs that trafilatura skipped between two paragraphs of one container come back.

Found on the thirty pages of the development set and on pages written for the tests: of what trafilatura
skips within a container, lists and crossheads are wanted and all else is furniture.
"""

import re
from typing import Any, Final, cast

from wiredesk.read.limits import PAGE_DEPTH, PAGE_ELEMENTS
from wiredesk.read.markup import lines_of, looks_like_markup, text_of_fragment
from wiredesk.read.page_facts import Facts, said
from wiredesk.read.page_gaps import plain, with_gaps_filled
from wiredesk.read.page_parts import drop_other_parts
from wiredesk.read.tree import Element

_ENOUGH: Final = 250
"""Characters below which trafilatura takes all text of a page for the article, navigation included."""
_SHORTEST: Final = 40
"""Characters of the shortest item that a page may declare as its article's body."""
_COVERED: Final = 0.6
"""Share of a declared body's words that must be in the text found; less, and another text was found."""
_RUN: Final = 3
"""Words that are compared at a time."""
_MOST_COMPARED: Final = 2_000_000_000
"""Lines times characters, about a second: in a larger page a declared body is not looked for."""
_TOO_DEEP: Final = f"boolean({'/*' * PAGE_DEPTH})"
_BODY: Final = "//*[@itemprop='articleBody' or @itemprop='text'][not(ancestor::*[@itemprop='articleBody'])]"
_LINE = re.compile(r"\n+")


def article_lines(tree: Element, facts: Facts) -> list[str]:
    """The lines of a page's article without furniture; empty where none is found.

    Args:
        tree: Root of the whole page; parts that are not the article's are taken out of it.
        facts: The page's metadata.
    """
    if tree.xpath("count(//*)") > PAGE_ELEMENTS or tree.xpath(_TOO_DEEP):
        return []
    drop_other_parts(tree)
    if short := _short_body(tree):
        return short
    lines = _found_by_trafilatura(tree)
    lines = with_gaps_filled(tree, lines) if lines else lines
    declared = _declared_body(facts)
    torn = len(lines) == 1 and "\n" in declared  # taken from there, without its paragraphs
    if len(declared) >= _ENOUGH and (torn or _covered(declared, lines) < _COVERED):
        return _as_on_page(tree, declared)
    return lines


def _short_body(tree: Element) -> list[str]:
    """The lines of the one element that a page marks as the article's body, where it is short."""
    bodies = tree.xpath(_BODY) or tree.xpath("//article[not(ancestor::article)][.//p]")
    if len(bodies) != 1:
        return []
    lines = lines_of(cast("Element", bodies[0]), furniture=False)
    told = any(line.endswith((".", "!", "?", "”", '"')) and line.count(" ") >= 5 for line in lines)
    return lines if told and _SHORTEST <= sum(map(len, lines)) < _ENOUGH else []


def _found_by_trafilatura(tree: Element) -> list[str]:
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


def _declared_body(facts: Facts) -> str:
    """The longest body that the page's JSON-LD gives of one article, a paragraph a line."""
    bodies = [said(node.get("articleBody")) or "" for node in facts.articles]
    body = max(bodies, key=len, default="")
    return text_of_fragment(body) if looks_like_markup(body) else body.strip()


def _covered(declared: str, lines: list[str]) -> float:
    """Share of a declared body's runs of words that stand in some lines."""
    wanted, found = _runs(declared), _runs("\n".join(lines))
    return len(wanted & found) / len(wanted) if wanted else 1.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = plain(text).split()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _as_on_page(tree: Element, declared: str) -> list[str]:
    """A declared body in the paragraphs that the page shows it in; in its own where the page does not."""
    whole = f" {plain(declared)} "
    page = lines_of(tree, furniture=False)
    few = len(page) * len(whole) <= _MOST_COMPARED
    shown = [line for line in page if few and (words := plain(line)) and f" {words} " in whole]
    if _covered(declared, shown) >= _COVERED:
        return list(dict.fromkeys(shown))
    return [" ".join(line.split()) for line in _LINE.split(declared) if line.strip()]
