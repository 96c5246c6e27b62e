"""The day of publication that a page states in a place made for it.

No day is guessed from the text, a copyright line, an image's address or the day of a change.
"""

import re
from collections.abc import Mapping
from datetime import date

from wiredesk.days import parse_day
from wiredesk.read.fields import as_day, as_text
from wiredesk.read.page_facts import Facts
from wiredesk.read.tree import Element, text_of
from wiredesk.text import fold

_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date",
    "citation_online_date", "citation_date", "pubdate", "publishdate", "publish-date", "publish_date",
    "published_at", "publication_date", "date_published", "article.published", "displaydate",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "article_date_original",
    "date", "created",
)  # fmt: skip
"""Names of meta tags, most reliable first, as the publishing systems of news sites write them."""
_DAY_CLASS = re.compile(r"publi|posted|entry-date|pub-?date|date-?line|article-date|post-date", re.IGNORECASE)
_NOT_THE_DAY = re.compile(r"updat|modif|comment|related|sidebar|expire", re.IGNORECASE)
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-]|$)")


def day_of_page(tree: Element, facts: Facts, *, heading: str | None, url: str | None) -> date | None:
    """The day on which a page says its article was published: JSON-LD, meta tags, time elements, its address.

    Args:
        tree: Root of the whole page.
        facts: Its metadata.
        heading: The page's own headline, to tell its article from others on it.
        url: The page's own address.
    """
    return (
        _day_of_nodes(facts.articles, heading)
        or next(
            (day for name in _DAYS for text in facts.meta.get(name, []) if (day := parse_day(text))), None
        )
        or _day_of_nodes(facts.pages, heading)
        or _day_of_elements(tree)
        or _day_of_address(url)
    )


def _day_of_nodes(nodes: list[Mapping[str, object]], heading: str | None) -> date | None:
    """The day of the article nodes; where they differ, of the one with the page's own headline."""
    days = [(day, node) for node in nodes if (day := as_day(node.get("datePublished")))]
    if len({day for day, _ in days}) <= 1:
        return days[0][0] if days else None
    ours = {
        day for day, node in days if heading and fold(as_text(node.get("headline")) or "") == fold(heading)
    }
    return ours.pop() if len(ours) == 1 else None


def _day_of_elements(tree: Element) -> date | None:
    """The day of elements marked as the publication's: of the strictest kind of mark that tells one day."""
    marked: list[date] = []
    classed: list[date] = []
    times: list[date] = []
    for element in tree.iter("time", "span", "div", "p", "abbr", "meta"):
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_published = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        is_classed = _DAY_CLASS.search(label) is not None and not _NOT_THE_DAY.search(label)
        if not (is_published or is_classed or element.tag == "time"):
            continue
        written = element.get("datetime") or element.get("content") or ""
        day = parse_day(written or text_of(element)) if written or len(element) <= 3 else None
        if day is None:
            continue
        if is_published:
            marked.append(day)
        elif is_classed:
            classed.append(day)
        elif not _NOT_THE_DAY.search(label):
            times.append(day)
    return next((days[0] for days in (marked, classed, times) if len(set(days)) == 1), None)


def _day_of_address(url: str | None) -> date | None:
    found = _DAY_IN_ADDRESS.search(url or "")
    return parse_day("-".join(part.zfill(2) for part in found.groups())) if found else None
