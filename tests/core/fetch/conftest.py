"""A server on this machine that answers as a test tells it to, and notes what it was asked."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from wiredesk.fetch import INTERVAL, Feed, Outcome, fetch_feeds

sys.path.insert(0, str(Path(__file__).parent))


@dataclass
class Reply:
    """What the server answers for a path."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    cut: int = 0
    """Bytes of the body that are never sent."""


@dataclass
class Asked:
    """What the server was asked."""

    path: str
    headers: Mapping[str, str]


class Server:
    """Answers; a path may also have a function that makes the reply from the request's headers."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[Mapping[str, str]], Reply]] = {}
        self.asked: list[Asked] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                headers = dict(self.headers.items())
                server.asked.append(Asked(self.path, headers))
                reply = server.replies.get(self.path, Reply(404))
                if callable(reply):
                    reply = reply(headers)
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body[: len(reply.body) - reply.cut])
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def answer(
        self,
        path: str,
        body: bytes | str = b"",
        status: int = 200,
        *,
        cut: int = 0,
        **headers: str,
    ) -> None:
        """Answer a path so from now on; header names are written with `_`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body
        self.replies[path] = Reply(status, data, named, cut)

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self._http.server_address[1]}{path}"

    def close(self) -> None:
        """Go off the line."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    serving = Server()
    yield serving
    serving.close()


@dataclass
class Clock:
    """A time of day that only a test moves on."""

    now: float = 1_000_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetch(server: Any, clock: Any, tmp_path: Path) -> Callable[..., Outcome]:
    """Asks for one path of the server, after the pause that is polite."""

    def ask(path: str = "/feed", **options: Any) -> Outcome:
        clock.now += INTERVAL
        feed = Feed(server.url(path), options.pop("trusted", True))
        (outcome,) = fetch_feeds([feed], tmp_path / "in", wall=clock, **options)
        return outcome

    return ask
