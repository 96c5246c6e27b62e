"""The one door to lxml: markup to a tree of elements, and the walk through it."""

import re
from collections.abc import Iterator
from typing import Any, Protocol, cast

from wiredesk.errors import ReadError
from wiredesk.read.limits import PAGE_ATTRIBUTES, PAGE_BYTES, PAGE_DEPTH_READ

_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 does not allow; libxml2 would end the text there."""


_ATTRIBUTE = r"""[\s/]*+(?:=?+[^\s/>=]++|=)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_CROWDED_TAG = re.compile(rf"<[a-z][^\s/>]*+(?:{_ATTRIBUTE}){{{PAGE_ATTRIBUTES + 1}}}", re.IGNORECASE)
_LOOK_ALIKES = 100
"""Tags in scripts that are looked at: each costs a search back through the page."""
_TOO_DEEP = f"boolean({'/*' * (PAGE_DEPTH_READ + 1)})"


class Element(Protocol):
    """As much of lxml's elements as is used here (lxml has no types of its own)."""

    text: str | None
    tail: str | None

    @property
    def tag(self) -> object:
        """Its name; a function for comments and the like."""
        ...

    def __len__(self) -> int: ...

    def __iter__(self) -> "Iterator[Element]": ...

    def get(self, key: str) -> str | None:
        """An attribute; None where it has none of that name."""
        ...

    def getparent(self) -> "Element | None":
        """The element around it."""
        ...

    def getprevious(self) -> "Element | None":
        """The element before it within the same parent."""
        ...

    def remove(self, element: "Element") -> None:
        """Take out an element that it holds, and the text behind that."""
        ...

    def iter(self, *tags: str) -> "Iterator[Element]":
        """This element and all below it, in reading order, or those of some tags."""
        ...

    def itertext(self) -> Iterator[str]:
        """All text below it."""
        ...

    def xpath(self, path: str) -> Any:
        """What an XPath expression finds from here."""
        ...


class Walk(Protocol):
    """lxml's walk through a tree that takes no stack, however deep the tree."""

    def __iter__(self) -> Iterator[tuple[str, Element]]: ...

    def skip_subtree(self) -> None:
        """After a "start": pass over what is within the element."""
        ...


def parse_html(text: str) -> Element:
    """Parse a page or a fragment; tags without end, deep nesting and unknown entities do no harm.

    Nothing is fetched, and no entity of the document's own is expanded: HTML has none.

    Raises:
        ReadError: it is too large, too deeply nested, or holds nothing at all.
    """
    # Imported here and in `walk` alone: 30 ms that only markup has to pay.
    import lxml.etree
    from lxml import html

    data = _INVALID.sub("\ufffd", text).encode()
    if len(data) > PAGE_BYTES:
        raise ReadError(
            f"holds {len(data) // 1024**2} MB of HTML, more than {PAGE_BYTES // 1024**2}; split it"
        )
    if _has_crowded_tag(text):
        raise ReadError(
            f"has an element with more than {PAGE_ATTRIBUTES} attributes, as no page has; leave it out"
        )
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = cast("Element", html.document_fromstring(data, parser=parser))
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise ReadError("holds no text that HTML could show; remove it or fill it") from None
    if tree.xpath(_TOO_DEEP):
        raise ReadError(f"has elements nested deeper than {PAGE_DEPTH_READ} levels; save it as plain text")
    return tree


def text_of(element: Element) -> str:
    """All text within an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def _has_crowded_tag(text: str) -> bool:
    """Whether an element has too many attributes; what looks like one in a script has none."""
    for number, tag in enumerate(_CROWDED_TAG.finditer(text)):
        if number >= _LOOK_ALIKES or text.rfind("</script", 0, tag.start()) >= text.rfind(
            "<script", 0, tag.start()
        ):
            return True
    return False


def walk(root: Element) -> Walk:
    """Walk below an element: ("start", element) before what it holds, ("end", element) after."""
    import lxml.etree

    return cast("Walk", lxml.etree.iterwalk(cast("Any", root), events=("start", "end")))


def parse_xml(data: bytes) -> Element:
    """The root of an XML file. Entities stay what they are called, and nothing else is opened or fetched.

    Raises:
        ReadError: it is no XML.
    """
    import lxml.etree

    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        return cast("Element", lxml.etree.fromstring(data, lxml.etree.XMLParser(**options)))
    except (lxml.etree.LxmlError, ValueError):
        raise ReadError("is no XML; mend it") from None
