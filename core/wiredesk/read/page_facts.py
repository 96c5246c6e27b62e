"""What a page states of its article in JSON-LD, meta tags, links and time elements.

Only what the page states in a place made for it: no date is guessed from its text, a copyright line
or an image's address.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Final, cast

from wiredesk.read.days import parse_day
from wiredesk.read.document import Stated
from wiredesk.read.fields import as_day, as_language, as_text
from wiredesk.read.tree import Element
from wiredesk.text import fold

_ARTICLE_TYPES: Final = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "blogposting", "liveblogposting",
    "socialmediaposting", "discussionforumposting", "report", "techarticle", "scholarlyarticle",
    "satiricalarticle", "advertisercontentarticle",
})  # fmt: skip
"""schema.org's Article and its kinds."""
_JSON_LD_CHARACTERS: Final = 1_000_000
_JSON_LD_NODES: Final = 2_000

_TITLES = (
    "og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "citation_title", "title",
)  # fmt: skip
_SITES = (
    "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title",
    "application-name", "al:ios:app_name", "apple-mobile-web-app-title",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "citation_author", "byl",
)  # fmt: skip
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
_SEPARATORS = r"\s*[|\-–—·•:»«~/]+\s*"
_BY = re.compile(r"^(?:view all posts by|by|von|par|por|di|door|av|af)[:\s]+", re.IGNORECASE)
_ADDRESS = re.compile(r"://|^@|^www\.")
"""What stands where a name should: a profile's address or an account."""
_BYLINE_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class _Facts:
    """A page's metadata in the order of the page."""

    meta: Mapping[str, list[str]]
    articles: list[Mapping[str, object]]
    """JSON-LD nodes of an article."""
    pages: list[Mapping[str, object]]
    """JSON-LD nodes of the page that the article is on."""

    def first(self, names: Iterable[str]) -> str | None:
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def stated_by(tree: Element) -> Stated:
    """What a page states of the article on it; unknown is None.

    Args:
        tree: Root of the whole page.
    """
    meta = _meta(tree)
    articles, pages = _nodes(tree)
    facts = _Facts(meta, articles, pages)
    url = _url(tree, facts)
    source = _source(facts)
    heading = _only_heading(tree)
    return Stated(
        title=_title(tree, facts, heading, source, url),
        source=source,
        published=_day(tree, facts, heading, url),
        url=url,
        byline=_byline(tree, facts),
        language=_language(tree, facts),
    )


def _meta(tree: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        if content and name:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _nodes(tree: Element) -> tuple[list[Mapping[str, object]], list[Mapping[str, object]]]:
    articles: list[Mapping[str, object]] = []
    pages: list[Mapping[str, object]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            for node in _flat(_json(script.text or "")):
                types = {kind.rpartition("/")[2].lower() for kind in _strings(node.get("@type"))}
                if types & _ARTICLE_TYPES:
                    articles.append(node)
                elif types & {"webpage", "itempage"}:
                    pages.append(node)
    return articles, pages


def _json(text: str) -> object:
    if len(text) > _JSON_LD_CHARACTERS:
        return None
    try:
        return json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _flat(value: object) -> Iterator[Mapping[str, object]]:
    """A JSON-LD document's top nodes: of a list or graph each, and the main entity of each."""
    todo = [value]
    for _ in range(_JSON_LD_NODES):
        if not todo:
            return
        one = todo.pop(0)
        if isinstance(one, list):
            todo[:0] = cast("list[object]", one)
        elif isinstance(one, dict):
            node = cast("dict[str, object]", one)
            yield node
            todo[:0] = [node.get("@graph"), node.get("mainEntity")]


def _strings(value: object) -> list[str]:
    values = cast("list[object]", value) if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def _said(value: object) -> str | None:
    """Text of a JSON-LD value; publishing systems often escape it for HTML, which JSON-LD is not."""
    return unescape(text) if (text := as_text(value)) else None


def _only_heading(tree: Element) -> str | None:
    headings = {text for heading in tree.iter("h1") if (text := _text(heading))}
    return headings.pop() if len(headings) == 1 else None


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _title(
    tree: Element, facts: _Facts, heading: str | None, source: str | None, url: str | None
) -> str | None:
    stated = [_said(node.get("headline")) for node in facts.articles[:1]]
    stated += [facts.meta[name][0] for name in _TITLES if name in facts.meta]
    element = next(tree.iter("title"), None)
    stated.append(_text(element) if element is not None else None)
    titles = [_without_site(title, source, url) for title in stated if title]
    if heading is not None and any(fold(heading) in fold(title) for title in titles):
        return heading  # what the reader saw, without the site's name
    return next(iter(titles), heading)


def _without_site(title: str, source: str | None, url: str | None) -> str:
    host = re.match(r"https?://(?:www\.)?([^/:]+)", url or "")
    for site in (source, host[1] if host else None):
        if site:
            title = re.sub(_SEPARATORS + re.escape(site) + r"\s*$", "", title, flags=re.IGNORECASE) or title
    return title


def _source(facts: _Facts) -> str | None:
    titles = {facts.meta[name][0] for name in _TITLES if name in facts.meta}
    names = [*facts.meta.get(_SITES[0], []), *(_said(node.get("publisher")) for node in facts.articles)]
    names += [facts.meta[name][0] for name in _SITES[1:] if name in facts.meta]
    return next((name for name in names if name and _is_name(name) and name not in titles), None)


def _is_name(text: str) -> bool:
    return not _ADDRESS.search(text) and any(char.isalpha() for char in text)


def _url(tree: Element, facts: _Facts) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    own = [node.get("url") or node.get("mainEntityOfPage") for node in facts.articles[:1]]
    candidates = [*links, *facts.meta.get("og:url", []), *map(as_text, own)]
    return next((url.strip() for url in candidates if url and re.match(r"\s*https?://[^/\s]+", url)), None)


def _byline(tree: Element, facts: _Facts) -> str | None:
    candidates = [_said(node.get("author")) for node in facts.articles]
    candidates += [", ".join(dict.fromkeys(facts.meta.get(name, []))) for name in _AUTHORS]
    for place in (
        "//*[@itemprop='author']//*[@itemprop='name']",
        "//*[@itemprop='author']",
        "//*[@rel='author']",
    ):
        candidates.append(", ".join(dict.fromkeys(_text(element) for element in tree.xpath(place)[:5])))
    lines = (_BY.sub("", " ".join(line.split())) for line in candidates if line)
    return next((line for line in lines if len(line) <= _BYLINE_CHARACTERS and _is_name(line)), None)


def _language(tree: Element, facts: _Facts) -> str | None:
    tags = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang")]
    tags += [as_text(node.get("inLanguage")) for node in facts.articles]
    tags.append(facts.first(("og:locale", "content-language", "language", "dc.language")))
    return next((language for tag in tags if (language := as_language(tag))), None)


def _day(tree: Element, facts: _Facts, heading: str | None, url: str | None) -> date | None:
    """The day of publication: JSON-LD, meta tags, time elements, the page's own address."""
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
        day = parse_day(written or _text(element)) if written or len(element) <= 3 else None
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
