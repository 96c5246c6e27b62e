"""A slow network between two programs on the loopback."""

import select
import socket
import threading
from typing import Final

from wires.bucket import Bucket

SMALL: Final = 4096
"""Bytes that the relay's own sockets hold about, so that a full line is felt at the other end."""
LOOK: Final = 0.01
"""Seconds between two looks at whether a full line has emptied."""


class Relay:
    """Passes one connection on to a port; downwards, from there, no faster than `bucket` lets it.

    Args:
        port: Where to, on the loopback.

    Attributes:
        port: Where the relay listens, on the loopback.
        bucket: The pace downwards, which may be changed at any time.
        passed: Bytes that went down so far, with all that the protocol adds.
    """

    def __init__(self, port: int) -> None:
        self.bucket = Bucket(None)
        self.passed = 0
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Cut the connection."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        with self._listener:
            while not self._ended.is_set():
                if select.select([self._listener], [], [], LOOK)[0]:
                    near, _ = self._listener.accept()
                    with near, _connected(self._to) as far:
                        self._pass_on(near, far)
                    return

    def _pass_on(self, near: socket.socket, far: socket.socket) -> None:
        near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while not self._ended.is_set():
            room = self.bucket.allowance(SMALL)
            waiting = [near, far] if room else [near]
            ready, _, _ = select.select(waiting, [], [], LOOK)
            for end, other in ((near, far), (far, near)):
                if end in ready:
                    try:
                        data = end.recv(room if end is far else SMALL)
                        other.sendall(data)
                    except OSError:
                        data = b""
                    if not data:
                        return
                    if end is far:
                        self.bucket.passed(len(data))
                        self.passed += len(data)


def _connected(port: int) -> socket.socket:
    far = socket.socket()
    far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)  # before connecting, or it is too late
    far.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    far.connect(("127.0.0.1", port))
    return far
