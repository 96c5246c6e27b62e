"""Addresses of the web: which are asked at all, and which machines they may lead to.

Only `http` and `https`. An address that the user wrote may lead anywhere, as feeds within a house are asked
for on purpose; one that a redirect or a list of feeds names may not lead into the house: to this machine, a
private network or a link's own addresses. What is checked is the address that is connected to, not the name,
so that a name that changes its mind in between gains nothing.
"""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final
from urllib.parse import urldefrag

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from wiredesk.errors import FetchError

_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its parts.

    Attributes:
        url: The whole of it, without a fragment.
        scheme: http or https.
        host: A name, or an IP address without brackets.
        port: Of the server.
        path: With the query, as it is asked for.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def checked_address(text: str) -> str:
    """An address as it is asked for.

    Raises:
        FetchError: it is none of the web, or carries a name and a password.
    """
    return target_of(text).url


def target_of(text: str) -> Target:
    """An address in its parts.

    Raises:
        FetchError: it is none of the web, or carries a name and a password.
    """
    if any(char.isspace() or not char.isprintable() for char in text.strip()):
        raise FetchError(f"{text!r}: is no address; write it like https://example.org/feed")
    try:
        parts: Url = parse_url(urldefrag(text.strip()).url)
    except (LocationParseError, ValueError) as error:  # the latter for brackets that hold no IPv6 address
        raise FetchError(f"{text}: is no address; write it like https://example.org/feed") from error
    if parts.scheme not in _PORTS or not parts.host:
        raise FetchError(f"{text}: is no address of the web; feeds begin with http:// or https://")
    if parts.auth is not None:
        raise FetchError(f"{parts.host}: its address carries a name and a password; leave them out")
    host = parts.host.strip("[]")
    return Target(parts.url, parts.scheme, host, parts.port or _PORTS[parts.scheme], parts.request_uri)


def machines_of(target: Target, *, private: bool) -> list[str]:
    """The IP addresses of a target's host that may be connected to, in the order of the system.

    Args:
        target: Its host is looked up here and now.
        private: Machines in the house may be among them.

    Raises:
        FetchError: the host is not known (`reached` is False), or none of its machines may be asked.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{target.url}: {target.host} is not known here", reached=False) from error
    machines = list(dict.fromkeys(str(address[4][0]).partition("%")[0] for address in found))
    allowed = [machine for machine in machines if private or is_public(machine)]
    if not allowed:
        raise FetchError(
            f"{target.url}: leads to {machines[0]}, within the house; to allow it, name that address yourself"
        )
    return allowed


def is_public(machine: str) -> bool:
    """Whether an IP address is one of the public network."""
    address: IPv4Address | IPv6Address = ip_address(machine)
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    return address.is_global and not address.is_multicast
