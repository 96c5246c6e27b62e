"""One number as the text has it.

The small values of this package are named tuples: they are made by the thousand, and a frozen data
class takes four times as long.
"""

from typing import Final, Literal, NamedTuple

Written = Literal["digits", "words", "vague", "round", "fraction"]


class Number(NamedTuple):
    """One number.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last; that of `letter` is not counted in.
        value: Written out in full ("4.2bn": 4.2e9), without what `letter` may multiply it by. A vague
            number ("thousands") has the least value it can mean.
        scale: The multiplier that it ends with ("4.2bn": 1e9), or 1.
        written: How it is written.
        letter: A single letter glued to the digits that may multiply or be a unit (k, m, b, t), or "".
    """

    start: int
    end: int
    value: float
    scale: float
    written: Written
    letter: str = ""


LETTERS: Final = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
"""What a single letter behind digits multiplies by, where it is no unit."""
