"""What a page states of its article: title, outlet, author, day, address, language."""

import re

from wiredesk.read.document import Stated
from wiredesk.read.fields import as_language, as_text
from wiredesk.read.page_beside import texts_below
from wiredesk.read.page_day import day_of_page
from wiredesk.read.page_facts import Facts, said
from wiredesk.read.tree import Element, text_of
from wiredesk.text import fold

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
_SEPARATORS = r"\s*[|\-–—·•:»«~/]+\s*"
_BY = re.compile(r"^(?:view all posts by|by|von|par|por|di|door|av|af)[:\s]+", re.IGNORECASE)
_ADDRESS = re.compile(r"://|^@|^www\.")
"""What stands where a name should: a profile's address or an account."""
_SHOWN_BYLINE = re.compile(
    r"(?i:by|von|par|por|di|door|av|od|автор:|بقلم:?)\s+(?P<names>[^\W\d_a-z][\w’'.-]*(?:,?\s(?:and|et|y|und|e|de|van|von|[^\W\d_a-z])"
    r"[\w’'.-]*){1,7})"
)
_BYLINE_CHARACTERS = 120
_NOBODY = frozenset({
    "no author", "author", "admin", "administrator", "unknown", "none", "null", "undefined", "n/a", "editor",
    "webmaster", "guest", "anonymous", "staff", "default",
})  # fmt: skip
"""What publishing systems write where nobody is named."""


def stated_by(tree: Element, facts: Facts) -> Stated:
    """What a page states of the article on it; unknown is None.

    Args:
        tree: Root of the whole page.
        facts: Its metadata.
    """
    url = _url(tree, facts)
    source = _source(facts)
    heading = _heading(tree, facts)
    return Stated(
        title=_title(tree, facts, heading, source, url),
        source=source,
        published=day_of_page(tree, facts, heading=heading, url=url),
        url=url,
        byline=_byline(tree, facts) or _byline_beside(tree, heading),
        language=_language(tree, facts),
    )


def _heading(tree: Element, facts: Facts) -> str | None:
    """The page's headline: its only `h1`, or of several the one that its metadata repeat."""
    headings = list(dict.fromkeys(text for heading in tree.iter("h1") if (text := text_of(heading))))
    if len(headings) > 1:
        said_again = " | ".join(fold(title) for title in _stated_titles(tree, facts))
        headings = [heading for heading in headings if len(heading) > 3 and fold(heading) in said_again]
    return headings[0] if len(headings) == 1 else None


def _stated_titles(tree: Element, facts: Facts) -> list[str]:
    stated = [said(node.get("headline")) for node in facts.articles[:1]]
    stated += [facts.meta[name][0] for name in _TITLES if name in facts.meta]
    element = next(tree.iter("title"), None)
    stated.append(text_of(element) if element is not None else None)
    return [title for title in stated if title]


def _title(
    tree: Element, facts: Facts, heading: str | None, source: str | None, url: str | None
) -> str | None:
    titles = [_without_site(title, source, url) for title in _stated_titles(tree, facts)]
    if heading is not None and any(fold(heading) in fold(title) for title in titles):
        return heading  # what the reader saw, without the site's name
    return next(iter(titles), heading)


def _without_site(title: str, source: str | None, url: str | None) -> str:
    host = re.match(r"https?://(?:www\.)?([^/:]+)", url or "")
    for site in (source, host[1] if host else None):
        if site:
            title = re.sub(_SEPARATORS + re.escape(site) + r"\s*$", "", title, flags=re.IGNORECASE) or title
    return title


def _source(facts: Facts) -> str | None:
    titles = {fold(facts.meta[name][0]).strip() for name in _TITLES if name in facts.meta}
    names = [*facts.meta.get(_SITES[0], []), *(said(node.get("publisher")) for node in facts.articles)]
    names += [facts.meta[name][0] for name in _SITES[1:] if name in facts.meta]
    return next(
        (name for name in names if name and _is_name(name) and fold(name).strip() not in titles), None
    )


def _is_name(text: str) -> bool:
    return not _ADDRESS.search(text) and any(char.isalpha() for char in text)


def _url(tree: Element, facts: Facts) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    own = [node.get("url") or node.get("mainEntityOfPage") for node in facts.articles[:1]]
    candidates = [*links, *facts.meta.get("og:url", []), *map(as_text, own)]
    return next((url.strip() for url in candidates if url and re.match(r"\s*https?://[^/\s]+", url)), None)


def _byline(tree: Element, facts: Facts) -> str | None:
    candidates = [said(node.get("author")) for node in facts.articles]
    candidates += [", ".join(dict.fromkeys(facts.meta.get(name, []))) for name in _AUTHORS]
    for place in (
        "//*[@itemprop='author']//*[@itemprop='name']",
        "//*[@itemprop='author']",
        "//*[@rel='author']",
    ):
        candidates.append(", ".join(dict.fromkeys(text_of(element) for element in tree.xpath(place)[:5])))
    lines = (_BY.sub("", " ".join(line.split())) for line in candidates if line)
    return next(
        (
            line
            for line in lines
            if len(line) <= _BYLINE_CHARACTERS and _is_name(line) and line.casefold() not in _NOBODY
        ),
        None,
    )


def _byline_beside(tree: Element, heading: str | None) -> str | None:
    """The byline right below the headline, in an element of its own."""
    for text in texts_below(tree, heading):
        found = _SHOWN_BYLINE.fullmatch(text)
        if found:
            return found["names"]
    return None


def _language(tree: Element, facts: Facts) -> str | None:
    tags = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang")]
    tags += [as_text(node.get("inLanguage")) for node in facts.articles]
    tags.append(facts.first(("og:locale", "content-language", "language", "dc.language")))
    return next((language for tag in tags if (language := as_language(tag))), None)
