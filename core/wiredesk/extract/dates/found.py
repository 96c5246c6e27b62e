"""A date expression that a rule found, where it stands, and what is known there."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from wiredesk.extract.dates.lexer import Row, Token
from wiredesk.extract.dates.values import LAST, When
from wiredesk.schema import Anchor

_SINGULAR: Final = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "fortnight": "fortnight", "month": "month",
    "months": "month", "quarter": "quarter", "year": "year", "years": "year", "decade": "decade",
    "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
_REMEMBERED: Final = 4
"""Dates that a lenient reader looks back to for one that is fine enough."""
_MONTHS: Final = ("Month", "ShortMonth")
_WEEKDAYS: Final = ("Weekday", "ShortWeekday")


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known where an expression stands.

    Attributes:
        published: Day of publication of the article, or None: then nothing is relative to it.
        context: The date under discussion, that is the latest one resolved in the paragraph; or None.
        behind: Those before it, the latest first.
        stated: Of an article without a day of publication, the day that its own heading states; or None.
        language: ISO 639-1, or None.
        lenient: Where nothing in the text tells what an expression leans on, take the day of publication.
    """

    published: date | None
    context: When | None = None
    language: str | None = None
    lenient: bool = False
    behind: tuple[When, ...] = ()
    stated: date | None = None

    def after(self, discussed: When | None) -> "Situation":
        """The situation behind a date that was read."""
        behind = (self.context, *self.behind[:_REMEMBERED]) if self.context and self.lenient else ()
        return replace(self, context=discussed, behind=behind)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was read as.

    Attributes:
        when: None where it cannot be known.
        anchor: What resolved it; None with `when`.
    """

    when: When | None
    anchor: Anchor | None


UNKNOWN: Final = Reading(None, None)
"""A date expression of which nothing proves the date."""


def read_as(when: When | None, anchor: Anchor) -> Reading:
    """A reading, unknown where there is no date (31 February)."""
    return Reading(when, anchor) if when else UNKNOWN


@dataclass(slots=True, eq=False)
class Found:
    """The tokens of an expression within those of its sentence.

    Attributes:
        sentence: The sentence's text.
        rows: Fields of all its tokens.
        first: Index of the expression's first token.
        last: Index behind its last token.
        situation: What is known here.
        inner: The expression's own tokens.
    """

    sentence: str
    rows: list[Row]
    first: int
    last: int
    situation: Situation
    inner: list[Token] = field(init=False)

    def __post_init__(self) -> None:
        self.inner = [Token._make(row) for row in self.rows[self.first : self.last]]

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.rows[self.first][0]

    @property
    def end(self) -> int:
        """Offset behind the expression."""
        return self.rows[self.last - 1][1]

    def has(self, *kinds: str) -> bool:
        """Whether one of its tokens is of one of the kinds."""
        return any(token.kind in kinds for token in self.inner)

    def values(self, *kinds: str) -> list[int]:
        """Values of its tokens of these kinds, in order."""
        return [token.value for token in self.inner if token.kind in kinds]

    def value(self, *kinds: str) -> int:
        """Value of its first token of these kinds.

        Raises:
            IndexError: there is none; a rule asks for what its pattern holds.
        """
        return self.values(*kinds)[0]

    @property
    def months(self) -> list[int]:
        """Numbers of the months named, in order."""
        return self.values(*_MONTHS)

    @property
    def days(self) -> list[int]:
        """Days of the month, in order; "the twenty-first" is one."""
        tens = 10 * sum(self.values("tens"))
        return [tens + day for day in self.values("DD", "NTH", "ordinal")]

    @property
    def year(self) -> int | None:
        """The last year written in figures, if any."""
        years = self.values("YYYY")
        return years[-1] if years else None

    @property
    def weekday(self) -> int:
        """Monday 0 to Sunday 6."""
        return self.value(*_WEEKDAYS) - 1

    @property
    def nth(self) -> int:
        """The place that is named, `values.LAST` for the last."""
        places = self.values("ordinal", "NTH")
        final = self.has("last") or any(token.text.lower() == "final" for token in self.inner)
        return LAST if final or not places else places[0]

    @property
    def unit(self) -> str:
        """The calendar unit that is named, in the singular."""
        return next(_SINGULAR[token.kind] for token in self.inner if token.kind in _SINGULAR)

    @property
    def names_unit(self) -> bool:
        """Whether it names a calendar unit: a day, week, ... century."""
        return any(token.kind in _SINGULAR for token in self.inner)

    @property
    def count(self) -> int:
        """How many units: "three", "twenty-one", "a couple of", "a"."""
        numbers = self.values("DD", "NUM", "YYYY", "couple")
        if numbers:
            return numbers[0]
        tens, ones = self.values("tens"), self.values("ones")
        return 10 * sum(tens) + sum(ones) if tens or ones else 1

    def in_year(self, read: Callable[[int], When | None]) -> Reading | None:
        """Read with the year that is written; None where there is none."""
        year = self.year
        return None if year is None else read_as(read(year), "explicit")

    def neighbour(self, place: int) -> Token | None:
        """The token so many places before (-1 is the one just before) or behind (1) the expression."""
        return self.token(self.first + place if place < 0 else self.last + place - 1)

    def token(self, index: int) -> Token | None:
        """The token of that index in the sentence, None beyond its ends."""
        return Token._make(self.rows[index]) if 0 <= index < len(self.rows) else None

    def is_between(self, before: tuple[str, ...], after: tuple[str, ...] = ()) -> bool:
        """Whether a token of these kinds stands just before, or one of those just behind."""
        left, right = self.neighbour(-1), self.neighbour(1)
        return (left is not None and left.kind in before) or (right is not None and right.kind in after)
