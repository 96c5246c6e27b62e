"""The line to the terminal: it outlives odd bytes, and the program does not outlive the line."""

import os
import re
import select
import signal
import threading
from codecs import getincrementaldecoder
from typing import Final

from textual._xterm_parser import XTermParser  # pyright: ignore[reportPrivateUsage]
from textual.drivers.linux_driver import LinuxDriver

from wiredesk_tui.terminal.restore import restore

LINE_LOST: Final = 128 + signal.SIGHUP
"""Exit status once the line is gone, as if the signal that tells of it had ended the program."""
AT_ONCE: Final = 0.1
"""Seconds between two looks at whether input should end, and at keys that are told apart by time."""
GRACE: Final = 0.8
"""Seconds that an orderly end may take before the program is ended without one."""
OUTPUT: Final = 2
"""Where the toolkit writes."""
OLD_MOUSE: Final = re.compile(rb"\x1b\[M[\x20-\xff]{3}")
"""A mouse report in the form of X10, which nobody asked for: past column 95 it is not even text."""
BEGUN_MOUSE: Final = re.compile(rb"\x1b\[M[\x20-\xff]{0,2}\Z")
"""The same, of which the end is still on its way. A lone Escape is none: it is a key."""


class TypedText:
    """The text in what the line sends, read by read: what is no UTF-8 and no key is left out."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")(errors="ignore")
        self._begun = b""

    def feed(self, data: bytes) -> str:
        """Give the text that is whole by now, often none: a letter or a report may come in two reads."""
        data = OLD_MOUSE.sub(b"", self._begun + data)
        begun = BEGUN_MOUSE.search(data)
        self._begun = begun[0] if begun else b""
        return self._decoder.decode(data[: len(data) - len(self._begun)])


class LineDriver(LinuxDriver):
    """The toolkit's driver, except for how input is read and for how a lost line ends the program."""

    def run_input_thread(self) -> None:
        """Read keys until told to stop; bytes that are no UTF-8 are left out."""
        parser = XTermParser(self._debug)
        typed = TypedText()
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], AT_ONCE)[0]:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._loop.call_soon_threadsafe(self._lose)
                    return
                # The parser takes an empty text for the end of the line, and the next key for a fault.
                if text := typed.feed(data):
                    for event in parser.feed(text):
                        self.process_message(event)
            for event in parser.tick():
                self.process_message(event)

    def _lose(self) -> None:
        """The other end has hung up: nobody sees what is shown, or presses a key."""
        self.end_soon(LINE_LOST)
        self._app.exit(return_code=LINE_LOST)

    def end_soon(self, status: int) -> None:
        """See to it that the program ends, also where the line takes nothing or a thread does not stop."""

        def end() -> None:
            restore(OUTPUT, self.fileno, self.attrs_before)
            os._exit(status)

        timer = threading.Timer(GRACE, end)
        timer.daemon = True
        timer.start()
