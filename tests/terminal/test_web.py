"""The desk in a browser: the real server, its socket, and a real browser."""

import asyncio
import hashlib
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pyte
import pytest

PATIENCE = 60.0
"""Seconds until what does not come counts as never: generous, as machines may be slow."""
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ARTICLES = {
    "talks.txt": "---\ntitle: Talks in Lund\nsource: The Lund Gazette\npublished: 2021-05-04\n---\n"
    "Mayor Ida Falk met Prime Minister Omar Reyes in Lund on Monday, 3 May 2021.\n\n"
    "Falk said the storm had driven more than 2,500 people from their homes.\n",
    "dyke.txt": "---\ntitle: The dyke and its price\nsource: Malmö Courier\npublished: 2022-01-09\n---\n"
    "A new dyke would cost 4 million euros, Mayor Ida Falk said on Friday.\n",
}


@dataclass
class Served:
    """A server, and where it is."""

    process: subprocess.Popen[str]
    address: str
    folder: Path

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    @property
    def socket(self) -> str:
        return self.address.replace("http", "ws", 1) + "ws?width=80&height=24"

    def files(self) -> dict[str, str]:
        """All files of the pile, the store and the reader, and what is in them."""
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def readers(self) -> list[int]:
        """The processes that the server has started for readers."""
        found: list[int] = []
        for entry in Path("/proc").iterdir():
            try:
                line = (entry / "cmdline").read_bytes() if entry.name.isdecimal() else b""
            except OSError:  # it has ended meanwhile
                continue
            if b"wiredesk_tui.web" in line and str(self.folder).encode() in line:
                found.append(int(entry.name))
        return found

    def until_deserted(self) -> None:
        end = time.monotonic() + PATIENCE
        while self.readers():
            assert time.monotonic() < end, "a reader's process goes on"
            time.sleep(0.05)


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(wiredesk: list[str], home: dict[str, str], tmp_path: Path) -> Iterator[Served]:
    pile = tmp_path / "pile"
    pile.mkdir()
    for name, text in ARTICLES.items():
        (pile / name).write_text(text, encoding="utf-8")
    environment = os.environ | home
    subprocess.run([*wiredesk, "index", str(pile), "--names", "fast"], env=environment, check=True)
    command = [*wiredesk, "serve", str(pile), "--port", str(a_free_port())]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    line = process.stderr.readline()
    assert " is at http://127.0.0.1:" in line, line + process.stderr.read()
    yield Served(process, line.split(" is at ")[1].split()[0], tmp_path)
    process.kill()
    process.wait()
    process.stderr.close()


class Screen:
    """A terminal at the other end of the socket."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse) -> None:
        self._line = line
        self._screen = pyte.Screen(80, 24)
        self._stream: Any = pyte.ByteStream(self._screen)

    def text(self) -> str:
        return "\n".join(self._screen.display)

    async def press(self, keys: str) -> None:
        await self._line.send_json(["stdin", keys])

    async def until(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.text():
            try:
                message = await self._line.receive(end - time.monotonic())
            except TimeoutError:
                pytest.fail(f"no screen with {text!r} came; this one stands:\n{self.text()}")
            assert message.type is aiohttp.WSMsgType.BINARY, f"{message}\n{self.text()}"
            self._stream.feed(message.data)


async def test_a_reader_sees_the_desk_and_steers_it_and_leaves_nothing_behind(served: Served) -> None:
    before = served.files()
    async with aiohttp.ClientSession() as session, session.ws_connect(served.socket) as line:
        screen = Screen(line)
        await screen.until("2 files = 2 indexed")
        await screen.press("2")
        await screen.until("best and newest first")
        await screen.press("\r")
        await screen.until("dyke.txt")
        await screen.press("y")
        await screen.until("clipboard")
        await screen.press("\x1b")
        await screen.until("Esc back")
        await screen.press("t")
        await screen.until("theme: ")
    await asyncio.to_thread(served.until_deserted)
    assert served.files() == before


async def test_pages_and_names_of_elsewhere_are_not_let_in(served: Served) -> None:
    async with aiohttp.ClientSession() as session:
        for origin in ("http://elsewhere.example", "http://127.0.0.1:1", "null"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(served.socket, origin=origin)
            assert refused.value.status == 403
        async with session.get(served.address, headers={"Host": "elsewhere.example"}) as answer:
            assert answer.status == 403
        async with session.get(served.address) as answer:
            assert answer.status == 200
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
            assert "http" not in (await answer.text()).replace("https:", "").replace("http://www.w3.org", "")
    assert served.readers() == []


def test_only_this_machine_is_listened_to(served: Served) -> None:
    with socket.socket() as elsewhere, pytest.raises(ConnectionRefusedError):
        elsewhere.connect(("127.0.0.2", served.port))


def test_a_reader_does_not_outlive_the_server(served: Served) -> None:
    async def leave_a_reader() -> None:
        async with aiohttp.ClientSession() as session, session.ws_connect(served.socket) as line:
            await Screen(line).until("2 files = 2 indexed")
            assert len(served.readers()) > 0
            served.process.send_signal(signal.SIGKILL)
            served.process.wait()

    asyncio.run(leave_a_reader())
    served.until_deserted()


def test_an_interrupt_ends_the_server(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(PATIENCE) == 0


def test_a_browser_shows_the_desk_and_takes_the_citation(served: Served, need: Callable[[str], str]) -> None:
    from playwright.sync_api import sync_playwright

    chromium = need("chromium")
    screen = pyte.Screen(80, 24)
    stream: Any = pyte.ByteStream(screen)
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        context = browser.new_context(viewport={"width": 900, "height": 560})
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.address)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))

        def show(data: str | bytes) -> None:
            if isinstance(data, bytes):
                stream.feed(data)

        def listen(line: Any) -> None:
            asked.append(line.url)
            line.on("framereceived", show)
            sized = dict(pair.split("=") for pair in line.url.partition("?")[2].split("&"))
            screen.resize(int(sized["height"]), int(sized["width"]))

        page.on("websocket", listen)

        def until(text: str) -> bytes:
            end = time.monotonic() + PATIENCE
            while text not in "\n".join(screen.display):
                assert time.monotonic() < end, "\n".join(screen.display)
                page.wait_for_timeout(50)
            return page.screenshot()

        page.goto(served.address)
        brief = until("2 files = 2 indexed")
        page.keyboard.press("2")  # which nothing was clicked for
        assert until("best and newest first") != brief
        page.keyboard.press("Enter")
        until("dyke.txt")
        page.keyboard.press("y")
        until("clipboard")
        taken: str = page.evaluate("navigator.clipboard.readText()")
        assert "dyke" in taken
        assert "Malmö Courier" in taken
        browser.close()
    own = (served.address, served.address.replace("http", "ws", 1))
    assert [url for url in asked if not url.startswith((*own, "data:"))] == []
    assert json.dumps(asked).count("/ws?") == 1
    served.until_deserted()
