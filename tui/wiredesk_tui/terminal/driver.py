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


class LineDriver(LinuxDriver):
    """The toolkit's driver, except for how input is read and for how a lost line ends the program."""

    def run_input_thread(self) -> None:
        """Read keys until told to stop; bytes that are no UTF-8 are left out."""
        parser = XTermParser(self._debug)
        decoder = getincrementaldecoder("utf-8")(errors="ignore")
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], AT_ONCE)[0]:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._loop.call_soon_threadsafe(self._lose)
                    return
                for event in parser.feed(decoder.decode(OLD_MOUSE.sub(b"", data))):
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
