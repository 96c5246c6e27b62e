"""Lists of feeds in OPML: addresses and nothing else. Commands, filters and entities in them do nothing."""

from dataclasses import dataclass
from typing import Final

from wiredesk.errors import FetchError, ReadError
from wiredesk.fetch.address import checked_address
from wiredesk.fetch.limits import OPML_BYTES, OPML_FEEDS
from wiredesk.read.tree import parse_xml
from wiredesk.text import safe_line

_ADDRESS: Final = ("xmlUrl", "xmlurl", "xmlURL")
"""Names of the attribute that holds a feed's address, as programs write it."""
_SHOWN: Final = 80
"""Characters of a faulty address that are shown."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What an OPML file lists.

    Attributes:
        addresses: Of feeds, each once, in the order of the file.
        refused: What is listed as a feed and is none of the web, in words.
    """

    addresses: tuple[str, ...]
    refused: tuple[str, ...]


def read_opml(data: bytes) -> Listed:
    """Read the addresses in an OPML file.

    Raises:
        FetchError: it is too large, is no OPML, or declares entities of its own.
    """
    if len(data) > OPML_BYTES:
        raise FetchError(f"holds more than {OPML_BYTES // 1024**2} MB; split it")
    if b"<!ENTITY" in data:
        raise FetchError("declares entities of its own, as attacks do; write them out")
    try:
        root = parse_xml(data)
    except ReadError as error:
        raise FetchError(str(error)) from error
    if str(root.tag).lower() != "opml":
        raise FetchError("is no OPML; export the list of feeds once more")
    addresses: dict[str, None] = {}
    refused: list[str] = []
    for outline in root.iter("outline"):
        stated = next(filter(None, map(outline.get, _ADDRESS)), None)
        if stated is None:
            continue
        try:
            addresses[checked_address(stated)] = None
        except FetchError:
            refused.append(f"'{safe_line(stated)[:_SHOWN]}' is no address of the web; left out")
        if len(addresses) > OPML_FEEDS:
            raise FetchError(f"lists more than {OPML_FEEDS:,} feeds; split it")
    return Listed(tuple(addresses), tuple(refused))
