"""A page's metadata as it stands there: meta tags, and the JSON-LD nodes of its article."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final, cast

from wiredesk.read.fields import as_text
from wiredesk.read.tree import Element

_ARTICLE_TYPES: Final = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "blogposting", "liveblogposting",
    "socialmediaposting", "discussionforumposting", "report", "techarticle", "scholarlyarticle",
    "satiricalarticle", "advertisercontentarticle",
})  # fmt: skip
"""schema.org's Article and its kinds."""
_JSON_LD_CHARACTERS: Final = 1_000_000
_JSON_LD_NODES: Final = 2_000


@dataclass(frozen=True, slots=True)
class Facts:
    """A page's metadata in the order of the page."""

    meta: Mapping[str, list[str]]
    articles: list[Mapping[str, object]]
    """JSON-LD nodes of an article."""
    pages: list[Mapping[str, object]]
    """JSON-LD nodes of the page that the article is on."""

    def first(self, names: Iterable[str]) -> str | None:
        """The first meta tag of the first of some names that the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def said(value: object) -> str | None:
    """Text of a JSON-LD value; publishing systems often escape it for HTML, which JSON-LD is not."""
    return unescape(text) if (text := as_text(value)) else None


def facts_of(tree: Element) -> Facts:
    """Gather the metadata of a page.

    Args:
        tree: Root of the whole page.
    """
    articles, pages = _nodes(tree)
    return Facts(_meta(tree), articles, pages)


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
