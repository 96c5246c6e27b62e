from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from wiredesk_tui.__main__ import run


@dataclass(frozen=True)
class Result:
    """What a command gave back."""

    code: int
    out: str
    err: str


Command = Callable[..., Result]

ARTICLES = {
    "talks.txt": "---\ntitle: Talks in Lund\nsource: The Lund Gazette\npublished: 2021-05-04\n---\n"
    "Mayor Ida Falk met Prime Minister Omar Reyes in Lund on Monday, 3 May 2021.\n\n"
    "Falk said the storm had driven more than 2,500 people from their homes.\n",
    "dyke.txt": "---\ntitle: The dyke and its price\nsource: Malmö Courier\npublished: 2022-01-09\n---\n"
    "A new dyke would cost 4 million euros, Mayor Ida Falk said on Friday.\n",
    "empty.txt": "",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def wiredesk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs a command in folders of its own."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("NO_COLOR", raising=False)

    def command(*arguments: object) -> Result:
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return command


FEED = (
    b'<rss version="2.0"><channel><title>The Lund Gazette</title><item><title>Storm over Lund</title>'
    b"<description>Mayor Ida Falk closed the schools on Monday.</description></item></channel></rss>"
)


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server that has one feed, at /feed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/feed"
            self.send_response(200 if found else 404)
            self.end_headers()
            self.wfile.write(FEED if found else b"")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{http.server_address[1]}"
    http.shutdown()
    http.server_close()
    thread.join()
