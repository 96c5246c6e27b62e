"""Pens: how a terminal is told to write, and the shortest way from one way of writing to another.

Like `grid`, `ink` and `passes` it imports nothing but the standard library: they also write the frame that is
shown before the toolkit is there.
"""

from functools import lru_cache
from typing import Final, NamedTuple

OFF: Final = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29",
    "21": "24", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""Attribute -> what turns it off (ECMA-48, SGR). Some turn two off at once."""
_ON_BLANKS: Final = frozenset({"4", "7", "9", "21", "51", "52", "53"})
"""Attributes that a cell without ink shows too."""


class Pen(NamedTuple):
    """How cells are written, in the parameters of SGR sequences.

    Attributes:
        attributes: Bold ("1"), reverse ("7") and so on, in order.
        text: Colour of the text; empty for the terminal's own.
        ground: Colour behind it; empty for the terminal's own.
    """

    attributes: tuple[str, ...] = ()
    text: str = ""
    ground: str = ""

    @property
    def marks_blanks(self) -> bool:
        """A blank written with it shows more than its ground."""
        return not _ON_BLANKS.isdisjoint(self.attributes)

    def for_blank(self, ground: str) -> "Pen":
        """The pen nearest to this one with which a blank is a cell of that ground and nothing else."""
        if self.marks_blanks:
            return Pen(tuple(code for code in self.attributes if code not in _ON_BLANKS), self.text, ground)
        return self._replace(ground=ground)


PLAIN: Final = Pen()


@lru_cache(maxsize=4096)
def change(old: Pen | None, new: Pen) -> str:
    """The shortest sequence that turns one pen into another; an `old` of None is unknown."""
    whole = [*new.attributes, new.text, new.ground]
    afresh = ";".join(["", *filter(None, whole)]) if any(whole) else ""
    if old is None:
        return f"\x1b[{afresh}m"
    off = dict.fromkeys(OFF[code] for code in old.attributes if code not in new.attributes)
    on = [code for code in new.attributes if code not in old.attributes or OFF[code] in off]
    parts = [*off, *on]
    if new.text != old.text:
        parts.append(new.text or "39")
    if new.ground != old.ground:
        parts.append(new.ground or "49")
    onwards = ";".join(parts)
    if not parts:
        return ""
    return f"\x1b[{min(onwards, afresh, key=len)}m"
