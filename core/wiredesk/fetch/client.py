"""One request to a server, with limits: how long, how much, how often sent on."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from wiredesk._version import __version__
from wiredesk.errors import FetchError
from wiredesk.fetch.address import Target, machines_of, target_of
from wiredesk.fetch.limits import BODY_BYTES, CONNECT, REDIRECTS, SILENCE, WHOLE

AGENT: Final = f"wiredesk/{__version__} (feed reader)"
_WANTED: Final = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
)
_CHUNK: Final = 2**16
_MOVED: Final = frozenset({301, 308})
_ELSEWHERE: Final = _MOVED | {302, 303, 307}
_GZIP: Final = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered in the end.

    Attributes:
        status: The HTTP status.
        moved_to: Where the feed is from now on, where it was said for good.
        data: The body, unpacked; b"" unless the status is 200.
        charset: Of the body, as the server says; None where it says nothing.
        etag: To be sent back the next time; None for none.
        last_modified: Likewise.
        retry_after: Seconds after which the server wants to be asked again; None where it does not say.
        max_age: Seconds for which the answer is good; None where it does not say.
    """

    status: int
    moved_to: str | None = None
    data: bytes = b""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    retry_after: float | None = None
    max_age: float | None = None


@dataclass(frozen=True, slots=True)
class Client:
    """Asks servers.

    Attributes:
        private: Any address may lead into the house, not only those that the user wrote.
        wall: Tells the seconds since 1970, for dates that a server names.
        clock: Tells the seconds that a request takes.
        whole: See `wiredesk.fetch.limits.WHOLE`.
        silence: See `wiredesk.fetch.limits.SILENCE`.
    """

    private: bool
    wall: Callable[[], float]
    clock: Callable[[], float]
    whole: float = WHOLE
    silence: float = SILENCE

    def get(self, address: str, *, trusted: bool, etag: str | None, last_modified: str | None) -> Answer:
        """Ask for a feed, following it where it went.

        Args:
            address: Of the feed.
            trusted: The user wrote it, so it may lead into the house.
            etag: Of the answer that is known already.
            last_modified: Of it, too.

        Raises:
            FetchError: there is no answer that could be used; `reached` tells whether a server was there.
        """
        target, private = target_of(address), trusted or self.private
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {"User-Agent": AGENT, "Accept": _WANTED, "Accept-Encoding": "gzip"}
        headers |= {name: value for name, value in known.items() if value is not None}
        end = self.clock() + self.whole
        moved_to, for_good = None, True
        for _ in range(REDIRECTS + 1):
            with self._asked(target, headers, private) as response:
                if response.status not in _ELSEWHERE:
                    return replace(self._answer(target, response, end), moved_to=moved_to)
                for_good = for_good and response.status in _MOVED
                target = _sent_on(target, response.headers.get("Location", ""))
                moved_to = target.url if for_good else moved_to
                private = self.private
        raise FetchError(
            f"{address}: is sent on more than {REDIRECTS} times; look for the feed's new address"
        )

    def _asked(self, target: Target, headers: dict[str, str], private: bool) -> "_Open":
        """The answer of the first of a host's machines that can be reached."""
        wait = Timeout(connect=CONNECT, read=self.silence)
        unreached: HTTPError | None = None
        for machine in machines_of(target, private=private):
            if target.scheme == "https":
                pool: HTTPConnectionPool = HTTPSConnectionPool(
                    machine, target.port, assert_hostname=target.host, server_hostname=target.host
                )
            else:
                pool = HTTPConnectionPool(machine, target.port)
            try:
                response = pool.urlopen(
                    "GET",
                    target.path,
                    headers={**headers, "Host": target.authority},
                    timeout=wait,
                    retries=False,
                    redirect=False,
                    preload_content=False,
                    decode_content=False,
                )
            except (NewConnectionError, ConnectTimeoutError) as error:
                pool.close()
                unreached = error
                continue
            except HTTPError as error:
                pool.close()
                raise FetchError(f"{target.url}: {_said(error)}; try again later") from error
            return _Open(pool, response)
        raise FetchError(f"{target.url}: cannot be reached", reached=False) from unreached

    def _answer(self, target: Target, response: BaseHTTPResponse, end: float) -> Answer:
        headers = response.headers
        try:
            data = self._body(target, response, end) if response.status == 200 else b""
        except HTTPError as error:
            raise FetchError(f"{target.url}: broke off ({_said(error)}); try again later") from error
        return Answer(
            status=response.status,
            data=data,
            charset=_charset(headers.get("Content-Type", "")),
            etag=headers.get("ETag"),
            last_modified=headers.get("Last-Modified"),
            retry_after=seconds_of(headers.get("Retry-After"), self.wall()),
            max_age=_max_age(headers.get("Cache-Control", "")),
        )

    def _body(self, target: Target, response: BaseHTTPResponse, end: float) -> bytes:
        encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in ("identity", "", "gzip", "x-gzip"):
            raise FetchError(f"{target.url}: is packed as {encoding}, which was not asked for")
        chunks = self._chunks(target, response, end)
        if encoding not in ("gzip", "x-gzip"):
            return b"".join(_up_to(BODY_BYTES, target, chunks))
        return b"".join(_up_to(BODY_BYTES, target, _unpacked(target, chunks)))

    def _chunks(self, target: Target, response: BaseHTTPResponse, end: float) -> Iterator[bytes]:
        # What is there, however little, so that the time is looked at between two trickles.
        while chunk := response.read1(_CHUNK, decode_content=False):
            if self.clock() > end:
                raise FetchError(f"{target.url}: takes more than {self.whole:g} seconds; try again later")
            yield chunk


def _sent_on(target: Target, location: str) -> Target:
    """Where a server says that an address is instead."""
    if not location.strip():
        raise FetchError(f"{target.url}: is sent on to nowhere; look for the feed's new address")
    try:
        return target_of(urljoin(target.url, location))
    except ValueError as error:  # brackets that hold no IPv6 address
        raise FetchError(
            f"{target.url}: is sent on to {location!r}, which is no address; look for the feed's new one"
        ) from error


class _Open:
    """An answer whose body is still to come."""

    def __init__(self, pool: HTTPConnectionPool, response: BaseHTTPResponse) -> None:
        self._pool, self._response = pool, response

    def __enter__(self) -> BaseHTTPResponse:
        return self._response

    def __exit__(self, *_: object) -> None:
        self._response.close()
        self._pool.close()


def _unpacked(target: Target, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """What gzip has packed, in pieces of a bounded size however much it packs into a byte."""
    unpacker = zlib.decompressobj(_GZIP)
    try:
        for chunk in chunks:
            rest = chunk
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, _CHUNK)
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        raise FetchError(f"{target.url}: is packed wrongly ({error}); try again later") from error
    if not unpacker.eof:
        raise FetchError(f"{target.url}: broke off before its end; try again later")


def _up_to(limit: int, target: Target, chunks: Iterator[bytes]) -> Iterator[bytes]:
    taken = 0
    for chunk in chunks:
        taken += len(chunk)
        if taken > limit:
            raise FetchError(
                f"{target.url}: holds more than {limit // 1024**2} MB, more than any feed should"
            )
        yield chunk


def seconds_of(stated: str | None, now: float) -> float | None:
    """Seconds from now that a server states as a number or as a date; None for nothing that can be read."""
    if stated is None:
        return None
    if stated.strip().isdecimal():
        return float(stated)
    try:
        return max(0.0, parsedate_to_datetime(stated).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


def _max_age(cache_control: str) -> float | None:
    for part in cache_control.split(","):
        name, _, value = part.strip().partition("=")
        if name.lower() == "max-age" and value.strip('"').isdecimal():
            return float(value.strip('"'))
    return None


def _charset(content_type: str) -> str | None:
    for part in content_type.split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset" and value:
            return value.strip("\"' ")
    return None


def _said(error: HTTPError) -> str:
    """What went wrong, without the names of objects that the library puts before it."""
    return str(error.args[-1] if error.args else error).rpartition(">: ")[2] or type(error).__name__
