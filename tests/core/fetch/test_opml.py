"""Lists of feeds, friendly and hostile."""

import pytest

from wiredesk.errors import FetchError
from wiredesk.fetch import read_opml


def opml(body: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<opml version="2.0"><body>{body}</body></opml>'.encode()


def test_addresses_are_found_at_any_depth_each_once() -> None:
    listed = read_opml(
        opml(
            '<outline text="News"><outline text="Gazette" type="rss" xmlUrl="https://lund.example/feed"/>'
            '<outline text="East"><outline xmlurl="http://east.example/rss" htmlUrl="http://east.example"/>'
            '<outline xmlUrl="https://lund.example/feed#again"/></outline></outline>'
        )
    )
    assert listed.addresses == ("https://lund.example/feed", "http://east.example/rss")
    assert listed.refused == ()


def test_commands_are_no_addresses_and_do_nothing() -> None:
    listed = read_opml(
        opml(
            '<outline xmlUrl="|touch /tmp/owned"/><outline xmlUrl="exec:touch /tmp/owned"/>'
            '<outline xmlUrl="filter:cat:https://lund.example/feed"/><outline xmlUrl="file:///etc/passwd"/>'
            '<outline xmlUrl="https://lund.example/feed" filtercmd="touch /tmp/owned"/>'
        )
    )
    assert listed.addresses == ("https://lund.example/feed",)
    assert len(listed.refused) == 4


def test_entities_are_refused_and_nothing_is_opened_for_them() -> None:
    with pytest.raises(FetchError, match="entities"):
        read_opml(opml("&x;", '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]>'))


def test_a_document_type_is_not_fetched() -> None:
    with_type = opml(
        '<outline xmlUrl="https://lund.example/"/>', '<!DOCTYPE opml SYSTEM "http://127.0.0.1:9/x">'
    )
    assert read_opml(with_type).addresses == ("https://lund.example/",)


@pytest.mark.parametrize("data", [b"", b"{}", b"<opml>", b"<rss/>", b"\xff\xfe\x00"])
def test_what_is_no_opml_is_told(data: bytes) -> None:
    with pytest.raises(FetchError, match="is no"):
        read_opml(data)
