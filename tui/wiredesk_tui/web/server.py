"""The web server: a page, a socket, and who may reach them."""

import asyncio
import logging
import shlex
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

PAGE: Final = Path(__file__).parent / "page"
OWN_NAMES: Final = ("127.0.0.1", "localhost", "::1")
"""What this machine is called by itself."""
MOST: Final = 16
"""Readers at a time: each has a process with its own copy of the index."""
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The page gets nothing from elsewhere, and no other page may hold it."""


class DeskServer(Server):
    """Serves a command to browsers.

    Args:
        command: What is started for each reader.
        host: Address to listen at.
        port: The port there.
        title: What the page is called.
        on_ready: Called with the page's address once it can be opened.
    """

    def __init__(
        self, command: Sequence[str], host: str, port: int, title: str, on_ready: Callable[[str], None]
    ) -> None:
        shown = f"[{host}]" if ":" in host else host
        super().__init__(
            shlex.join(command), host, port, title, public_url=f"http://{shown}:{port}", templates_path=PAGE
        )
        self._own = host in OWN_NAMES
        self._on_ready = on_ready
        self._readers = 0

    def initialize_logging(self) -> None:
        """Tell of what goes wrong only, on standard error."""
        logging.basicConfig(level=logging.WARNING, format="wiredesk: %(message)s", stream=sys.stderr)

    async def on_startup(self, app: web.Application) -> None:
        """Show nothing yet: nobody listens at the address so far."""

    def serve(self, debug: bool = False) -> None:
        """Serve until an interrupt or SIGTERM comes.

        Raises:
            OSError: the address cannot be listened at.
        """
        self.debug = debug
        self.initialize_logging()
        loop = asyncio.new_event_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.request_exit)
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            handle_signals=False,
            loop=loop,
            print=lambda *_: self._on_ready(f"{self.public_url}/"),
        )

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guarded)
        app.on_response_prepare.append(_add_headers)
        return app

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Let nobody in who was sent here by another page.

        Any page may open sockets to this machine, and a name of elsewhere may be made to lead here.
        """
        host = urlsplit(f"//{request.host}").hostname
        origin = request.headers.get("Origin")
        if self._own and host not in OWN_NAMES:
            raise web.HTTPForbidden(text="this desk is open to this machine only")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="this desk is open to its own page only")
        return await handler(request)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Show the desk to one more reader, unless there are too many."""
        if self._readers >= MOST:
            raise web.HTTPServiceUnavailable(text=f"{MOST} readers are here already; close a page")
        self._readers += 1
        try:
            return await super().handle_websocket(request)
        finally:
            self._readers -= 1


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
