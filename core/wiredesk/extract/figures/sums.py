"""A number in words while its words are read."""

from dataclasses import dataclass


@dataclass(slots=True)
class Sum:
    """A number while its words are read.

    Attributes:
        total: What is closed by a multiplier of a thousand or more.
        group: What stands before the next multiplier, None where nothing does.
        last: What the last word is worth; 0 before the first word.
        scale: Product of the multipliers that the number ends with so far.
    """

    total: float = 0.0
    group: float | None = None
    last: float = 0.0
    scale: float = 1.0

    def add(self, value: float, *, joined: bool) -> bool:
        """Take a cardinal in; False where it cannot continue this number."""
        tens = 20 <= self.last < 100
        if self.last in (60, 80) and 10 <= value < 20 and not joined:
            # "soixante-douze", "quatre-vingt-dix": no other language goes on like this
            self.group, self.last, self.scale = (self.group or 0.0) + value, value, 1.0
            return True
        if self.last and not (tens and 0 < value < 10 and not joined) and self.last < 100:
            return False
        self.group, self.last, self.scale = (self.group or 0.0) + value, value or 0.5, 1.0
        return True

    def multiply(self, factor: float) -> bool:
        """Take a multiplier in; False where it cannot continue this number."""
        if self.group is None:
            if not 1e3 <= self.last <= factor:
                return False
            self.total *= factor  # "thousand million"
        elif factor < 1e3:
            if self.last >= 100:
                return False
            self.group *= factor
        else:
            self.total, self.group = self.total + self.group * factor, None
        self.last, self.scale = factor, self.scale * factor
        return True

    def add_part(self, part: float) -> None:
        """Take "and a half" in: of the multiplier before it, if there is one."""
        if self.group is None:
            self.total += part * self.last
        else:
            self.group += part
        self.last = 0.5
