"""Telling a terminal's answers from keys, in whatever parts and however late they come."""

import re
from dataclasses import dataclass, field
from typing import Final

ANSWER: Final = re.compile(
    rb"\x1b\]11;([^\x07\x1b]*)(?:\x07|\x1b\\|(?=\x1b[^\\]))"  # OSC 11, also one that was broken off
    rb"|(\x1b\[\?[\d;]*c)"  # DA1
)
BEGUN: Final = re.compile(rb"(?:\x1b\](?:1(?:1(?:;[^\x07\x1b]*\x1b?)?)?)?|\x1b\[(?:\?[\d;]*)?|\x1b)\Z")
"""An answer of which the end is still on its way. Its first bytes are also keys: Escape, Alt+], Alt+[."""
KEYS: Final = (b"\x1b", b"\x1b]", b"\x1b[")
LONGEST: Final = 96
"""Bytes of an answer that has begun; four numbers of four digits need 40."""
KEY_AFTER: Final = 0.1
"""Seconds after which a lone Escape is a key: as long as the toolkit waits."""
LOST_AFTER: Final = 5.0
"""Seconds after which the end of an answer will not come any more."""


@dataclass
class Answers:
    """Takes answers out of what the line sends.

    While no answer is awaited, a beginning that may be a key is let through at once; whole answers are taken
    out always, as one may come after nobody waits for it.

    Attributes:
        awaited: The terminal was asked, and DA1 has not been answered.
        colours: What OSC 11 was answered with, oldest first; the caller empties it.
    """

    awaited: bool = False
    colours: list[str] = field(default_factory=list[str])
    _held: bytes = b""
    _since: float = 0.0

    def feed(self, data: bytes, now: float) -> bytes:
        """The keys in what was read.

        Args:
            data: What was read.
            now: Seconds of a clock that only goes forward.
        """
        data, self._held = self._held + data, b""
        keys = b""
        at = 0
        for match in ANSWER.finditer(data):
            keys += data[at : match.start()]
            at = match.end()
            if match[2] is not None:
                self.awaited = False
            else:
                self.colours.append(match[1].decode("ascii", "replace"))
        rest = data[at:]
        begun = BEGUN.search(rest)
        if begun is None or len(begun[0]) > LONGEST or (begun[0] in KEYS and not self.awaited):
            return keys + rest
        self._held, self._since = begun[0], now
        return keys + rest[: begun.start()]

    def overdue(self, now: float) -> bytes:
        """What was held back for too long and is therefore a key; the rest of a lost answer is dropped."""
        held, waited = self._held, now - self._since
        if held in KEYS and waited >= KEY_AFTER:
            self._held = b""
            return held
        if waited >= LOST_AFTER:
            self._held = b""
        return b""
