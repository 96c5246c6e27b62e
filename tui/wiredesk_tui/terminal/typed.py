"""What the line sends, taken for text and keys only where it is."""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser  # pyright: ignore[reportPrivateUsage]
from textual.keys import Keys

from wiredesk_tui.terminal.pace import ANSWERS

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


class LineParser(XTermParser):
    """The toolkit's reading of keys, which knows the terminal's answers too, however they are cut into reads.

    Args:
        on_answer: Called for each.
    """

    def __init__(self, on_answer: Callable[[], None], *, debug: bool = False) -> None:
        super().__init__(debug)
        self._on_answer = on_answer

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if sequence in ANSWERS:
            self._on_answer()
            return (events.Key(Keys.Ignore, sequence),)
        return super()._sequence_to_key_events(sequence, alt)
