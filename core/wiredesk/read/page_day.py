"""The day of publication that a page states in a place made for it.

The first of these that tells one day wins; those below it are not asked, for they agree with it or are
about something else:

1. `datePublished` of the article's own JSON-LD (of several articles: the one with the page's headline),
2. meta tags of publication, the most reliable first (`_DAYS`),
3. `datePublished` of the page in JSON-LD,
4. elements marked as the day of publication: `itemprop`, then class names of publication, then `time`,
5. a line that is little but a date, right above or below the headline or in an element named as a date,
6. the page's address.

A kind of mark that tells several days tells none. The day is the one that is written, in the time zone it
is written in. No day is guessed from the text, a copyright line, an image's address or the day of a change.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from wiredesk.days import parse_day
from wiredesk.read.fields import as_day, as_text
from wiredesk.read.page_beside import elements_above, elements_below
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
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|data|time-?(?:stamp|rubric)?|day)(?=$|[\s_-])", re.IGNORECASE
)
_CHANGED = re.compile(
    r"updated?|edited|revised|modifi|changed|aktualisiert|mis(?:e)? à jour|actualiza|atualiza|aggiorna|"
    r"bijgewerkt|güncel|обновл|изменен|оновлен|تحديث|به‌روز",
    re.IGNORECASE,
)
"""Behind these words stands the day of a change."""
_LONGEST_LINE: Final = 90
_MOST_BESIDE: Final = 45
"""Letters that may stand beside a date: a byline, a section, a weekday."""
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
        or _day_by_heading(tree, heading)
        or _day_of_named(tree)
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
        label = _label(element)
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
        elif not _NOT_THE_DAY.search(label) and not _behind_change(element):
            times.append(day)
    return next((days[0] for days in (marked, classed, times) if len(set(days)) == 1), None)


def _shown_day(text: str) -> date | None:
    """The one day of publication that a short line shows, with little beside it."""
    text = _CHANGED.split(text)[0]
    if not 6 <= len(text) <= _LONGEST_LINE or sum(map(str.isalpha, text)) > _MOST_BESIDE:
        return None
    return parse_day(text)


def _day_by_heading(tree: Element, heading: str | None) -> date | None:
    """The only day that is shown beside the headline, below it or else above, in a line little but a date."""
    for beside in (elements_below, elements_above):
        days = {
            day
            for element in beside(tree, heading)
            if not _NOT_THE_DAY.search(_label(element))
            and not _behind_change(element)
            and (day := _shown_day(text_of(element)))
        }
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _day_of_named(tree: Element) -> date | None:
    """The only day of elements that are named as a date."""
    days = {
        day
        for element in tree.iter("span", "div", "p", "li", "td", "small")
        if _DATE_CLASS.search(label := _label(element))
        and not _NOT_THE_DAY.search(label)
        and not _behind_change(element)
        if (day := _shown_day(text_of(element)))
    }
    return days.pop() if len(days) == 1 else None


def _behind_change(element: Element) -> bool:
    """Whether the words right before an element say that it is the day of a change."""
    before, parent = element.getprevious(), element.getparent()
    words = before.tail if before is not None else parent.text if parent is not None else None
    return _CHANGED.search((words or "")[-_MOST_BESIDE:]) is not None


def _label(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _day_of_address(url: str | None) -> date | None:
    found = _DAY_IN_ADDRESS.search(url or "")
    return parse_day("-".join(part.zfill(2) for part in found.groups())) if found else None
