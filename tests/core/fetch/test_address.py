"""Which addresses are asked at all."""

import pytest

from wiredesk.errors import FetchError
from wiredesk.fetch import checked_address
from wiredesk.fetch.address import is_public, machines_of, target_of


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://lund.example/feed", "/etc/passwd", "lund.example",
        "|id", "exec:id", "javascript:alert(1)", "http://", "http:///feed", "https://me:secret@lund.example/feed",
        "http://lund.example/a b", "http://lund.example/\r\nX: y", "",
        "http://[::bad/feed", "http://[lund]/feed",
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    with pytest.raises(FetchError) as told:
        checked_address(address)
    assert "secret" not in str(told.value)


def test_an_address_is_asked_for_without_its_fragment() -> None:
    assert checked_address(" HTTPS://Lund.example/feed?a=1#top ") == "https://lund.example/feed?a=1"


@pytest.mark.parametrize(
    ("address", "authority", "path"),
    [
        ("http://lund.example", "lund.example", "/"),
        ("https://lund.example:8443/a?b", "lund.example:8443", "/a?b"),
        ("http://[2001:db8::1]:80/", "[2001:db8::1]", "/"),
    ],
)
def test_an_address_in_its_parts(address: str, authority: str, path: str) -> None:
    target = target_of(address)
    assert (target.authority, target.path) == (authority, path)


@pytest.mark.parametrize(
    ("machine", "public"),
    [
        ("93.184.216.34", True), ("127.0.0.1", False), ("10.1.2.3", False), ("192.168.0.1", False),
        ("172.16.0.1", False), ("169.254.169.254", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("100.64.0.1", False), ("::1", False), ("fe80::1", False), ("fc00::1", False),
        ("::ffff:127.0.0.1", False), ("::ffff:93.184.216.34", True), ("2606:2800:220:1::1", True),
        ("2002:7f00:1::1", False),
    ],
)  # fmt: skip
def test_which_machines_are_outside_the_house(machine: str, public: bool) -> None:
    assert is_public(machine) is public


def test_a_name_of_this_machine_is_within_the_house() -> None:
    with pytest.raises(FetchError, match="within the house"):
        machines_of(target_of("http://localhost/feed"), private=False)
    assert machines_of(target_of("http://127.0.0.1/feed"), private=True) == ["127.0.0.1"]


def test_a_host_that_is_not_known_is_not_reached() -> None:
    with pytest.raises(FetchError) as told:
        machines_of(target_of("http://nobody.invalid/feed"), private=False)
    assert not told.value.reached
