"""What looks like a figure and is none: years, dates, addresses, labels, names with a number, pronouns."""

import re
from typing import Final

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.ages import is_age_limit
from wiredesk.extract.figures.amounts import Amount
from wiredesk.extract.figures.passage import Passage

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_MONTH_BEFORE = re.compile(rf"(?:^|\W)(?:{_MONTHS})\.? (?:the |\d{{1,2}}(?:,| and| to|,? or) )?$")
_MONTH_BEHIND = re.compile(
    rf"(?:st|nd|rd|th)?(?: ?(?:to|and|or|-|–) ?\d{{1,2}}(?:st|nd|rd|th)?)?(?: of)?[ -](?:{_MONTHS})(?![a-z])"
)
_DAY_OF_YEAR = re.compile(r"(?:^|\W)[a-z]{3,9}\.? \d{1,2}, $")
_REACH = 120
"""Characters before a number that are looked at: a line without an end must not be read once a number."""
_MONTH_REACH = 24
"""Characters before a number in which the month of its date stands."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_MODERN = 1900
"""Before a counted thing, a number without a comma is a year from here on ("2003 elections")."""
_BEFORE_YEARS: Final = frozenset(
    {"in", "since", "the", "of", "by", "from", "until", "early", "late", "during", "mid"}
)
_DIGIT_BEFORE = re.compile(r"[0-9][ -]")
_DIGIT = re.compile(r"[0-9]")
_LABEL_REACH = 8
"""Characters before a second label in which the digits of the first end: "12, and 14"."""
_LABELLED = re.compile(r"([a-z]+) [0-9]+[a-z]?(?:,|,? and|,? or|,? to|-|–| ?&) ?$")
_DOING = re.compile(r" ([a-z]+)(?![\w'])")
_TRIES = re.compile(r"-(?:of|for)-[0-9]")
"""Behind the hits of a player: "24-of-36"."""
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]")
_CLOCK_ENDS = re.compile(r" ?[:\])–—-]|\n|\.(?=\s)| [A-Z\"“‘']|$")
_BEING: Final = frozenset({"were", "are", "had", "have", "died", "remain", "survived"})
_STREETS = re.compile(
    r" (?:[a-z'-]+ ){1,2}(?:street|road|avenue|lane|square|drive|boulevard|st|rd|place)(?![a-z])"
)


def is_figure(passage: Passage, amount: Amount, floor: int, limit: int, *, hedged: bool) -> bool:
    """Whether an amount is a claimed figure.

    Args:
        floor: Where its sentence begins.
        limit: Where its sentence ends.
        hedged: Whether the wording puts a bound on it, which only figures have.
    """
    number = amount.number
    if amount.spoilt or _is_clock(passage, amount, floor) or _TRIES.match(passage.low, number.end):
        return False
    if amount.unit is not None:
        return hedged or number.value != 1 or number.written == "digits" or not _is_pronoun(passage, amount)
    if amount.counted is not None and amount.counted.hyphened and _is_compound(passage, amount):
        return False
    if amount.value_to is not None:
        return True
    if number.written == "fraction":
        half = passage.low.endswith("half", number.start, number.end)
        return not half or amount.counted is not None or hedged or passage.low.startswith(" of ", number.end)
    if number.written == "vague":
        return amount.counted is not None
    before = passage.low[max(floor, number.start - _REACH) : number.start]
    word = before.rstrip(" ").rsplit(" ", 1)[-1].lstrip("(\"'“‘")
    labelled = (word in lexicon.LABELS and not (word == "top" and amount.counted)) or (
        amount.bare and word.removesuffix("s") in lexicon.LABELS
    )
    if (labelled and not hedged) or is_age_limit(before):
        return False
    if amount.bare and (word in lexicon.DIALLED or _is_team(passage, amount, word)):
        return False
    if number.written == "words":
        if _is_title(passage, amount, floor):
            return False
        return _spelled(passage, amount, word, hedged=hedged)
    return not (
        (amount.bare and _is_identifier(passage, amount, before))
        or _is_year(amount, word, hedged=hedged)
        or _is_listed(passage, amount, before)
        or (not hedged and _is_name(passage, amount, floor, word))
    )


def _is_clock(passage: Passage, amount: Amount, floor: int) -> bool:
    """The time at the head of a live report's entry: "14.50: The road is shut"."""
    start, end = amount.number.start, amount.number.end
    heads = not passage.low[floor:start].strip(" -–•*[(") or passage.low[start - 1 : start] == "\n"
    written = passage.low[start:end]
    return heads and amount.unit is None and _CLOCK.fullmatch(written) is not None and (
        _CLOCK_ENDS.match(passage.text, end) is not None
    )  # fmt: skip


def _is_team(passage: Passage, amount: Amount, word: str) -> bool:
    """ "the under 15 side": an age that names a team"""
    behind = _DOING.match(passage.low, amount.number.end)
    return word == "under" and behind is not None and behind[1] in lexicon.TEAMS


def _is_compound(passage: Passage, amount: Amount) -> bool:
    """ "a two-way street", "a three-year-plan": words of their own that count nothing"""
    head = amount.counted.head if amount.counted is not None else ""
    return (
        head in lexicon.UNHYPHENED
        or (amount.value == 1 and head != "year")
        or passage.low.startswith("-", amount.end)
    )


def _is_identifier(passage: Passage, amount: Amount, before: str) -> bool:
    """Digits beside digits (a telephone number), and the second label of two ("junctions 12 and 14")."""
    low, end = passage.low, amount.number.end
    if _DIGIT_BEFORE.fullmatch(before, max(0, len(before) - 2)) or (
        low[end : end + 1] in (" ", "-") and low[end + 1 : end + 2].isdigit()
    ):
        return True
    if not _DIGIT.search(before, max(0, len(before) - _LABEL_REACH)):
        return False
    labelled = _LABELLED.search(before)
    return labelled is not None and labelled[1].removesuffix("s") in lexicon.LABELS


def _spelled(passage: Passage, amount: Amount, word: str, *, hedged: bool) -> bool:
    """A number in words: small ones alone are mostly pronouns ("the two", "one of the")."""
    if amount.value == 1 and amount.value_to is None and passage.low.startswith(" of ", amount.number.end):
        return word in ("only", "just")  # "one of the best" singles out and counts nothing
    if amount.counted is not None:
        return amount.number.value != 1 or amount.counted.head != ""
    if hedged or amount.number.scale > 1 or amount.value >= 100:
        return True
    if word in lexicon.DETERMINERS or amount.value < 2:
        return False
    doing = _DOING.match(passage.low, amount.number.end)
    if doing is not None and (doing[1] in lexicon.VERBS or doing[1].endswith("ed") or doing[1] in _BEING):
        return True
    return amount.value > 2 and (word in lexicon.COUNT_VERBS or word.endswith(("ing", "ed")))


def _is_title(passage: Passage, amount: Amount, floor: int) -> bool:
    """Capitals inside a sentence make a name ("the Six Nations"), save where every word has one."""
    text, start, end = passage.text, amount.number.start, amount.number.end
    if start == floor or not text[start].isupper() or not (amount.bare or text[end + 1 : end + 2].isupper()):
        return False
    return any(
        word[0].islower() and word not in lexicon.STOPS
        for word in text[max(floor, start - _REACH) : start].split()
    )


def _is_pronoun(passage: Passage, amount: Amount) -> bool:
    """ "one day", "one second": said of no duration in particular."""
    unit = amount.unit
    return (
        unit is not None
        and unit.kind == "duration"
        and unit.symbol in ("d", "s", "min")
        and amount.number.end - amount.number.start == len("one")
        and passage.low[amount.number.end : amount.number.end + 1] == " "
    )


def is_date(passage: Passage, amount: Amount, floor: int, limit: int) -> bool:
    """Whether an amount stands in a calendar date that names its month, or is a year beside one."""
    value = amount.value
    if value != int(value):
        return False
    low, end = passage.low, amount.core
    before = low[max(floor, amount.number.start - _MONTH_REACH) : amount.number.start]
    if 1 <= value <= 31:
        month = _MONTH_BEHIND.match(low, end, limit)
        if month is not None and (
            passage.text[month.end() - 1 :][:1] and _capital_in(passage, end, month.end())
        ):
            return True
    year = _FIRST_YEAR <= value <= _LAST_YEAR
    if not year and value > 31:
        return False
    month = _MONTH_BEFORE.search(before)
    if month is not None:
        written = passage.text[amount.number.start - len(month[0]) : amount.number.start]
        return written != month[0] and (amount.counted is None or amount.counted.head not in lexicon.MANY)
    return year and _DAY_OF_YEAR.search(before) is not None


def _capital_in(passage: Passage, start: int, end: int) -> bool:
    return passage.text[start:end] != passage.low[start:end]


def _is_year(amount: Amount, word: str, *, hedged: bool) -> bool:
    number = amount.number
    if not _FIRST_YEAR <= amount.value <= _LAST_YEAR or number.end - number.start != 4 or hedged:
        return False
    head = amount.counted.head if amount.counted is not None else ""
    countable = head in lexicon.MANY or (head != "" and amount.value < _MODERN)
    return not countable or word in _BEFORE_YEARS


def _is_listed(passage: Passage, amount: Amount, before: str) -> bool:
    """List numbers ("1. First"), numbers in brackets of their own ("(2)"), addresses."""
    low, end = passage.low, amount.number.end
    behind = low[end : end + 2]
    if (
        len(before) < _REACH
        and not before.strip(" -–—•*\"'“(")
        and behind[:1] in (".", ")")
        and behind[1:] in ("", " ", "\n")
    ):
        return True
    if amount.bare and (before.endswith("'") or behind == "'s"):
        return True
    if before.endswith(("(", "[")) and behind[:1] in (")", "]"):
        return True
    return amount.value < 10_000 and _STREETS.match(low, end) is not None


def _is_name(passage: Passage, amount: Amount, floor: int, word: str) -> bool:
    """A name with a number: Boeing 747, Apollo 11, Windows 98, 10 Downing Street."""
    start, text = amount.number.start, passage.text
    if amount.counted is None and _capital_behind(passage, amount.number.end):
        return True
    at = start - 1 - len(word)
    if not word or at < floor or passage.low[start - 1] != " " or text[at : start - 1].islower():
        return False
    if (
        word in lexicon.OPENERS
        or word in lexicon.WEEKDAYS
        or word.endswith(("'s", "s'", ",", ":", ";", ".", "-"))
    ):
        return False
    if not word[0].isalpha() or amount.value != int(amount.value) or "," in text[start : amount.number.end]:
        return False
    if amount.counted is None:
        return True
    earlier = passage.low[max(floor, at - _REACH) : at].rstrip(" ").rsplit(" ", 1)[-1]
    small = text[amount.counted.start : amount.counted.start + 1].islower()  # else the line is a headline
    return small and earlier not in lexicon.PLACES and not amount.counted.hyphened


def _capital_behind(passage: Passage, end: int) -> bool:
    """A capital word behind a bare number makes a name of both ("50 Cent", "3 Para")."""
    behind = passage.text[end : end + 2]
    return (
        len(behind) == 2
        and behind[0] == " "
        and behind[1].isupper()
        and not passage.low.startswith(tuple(f" {day}" for day in lexicon.WEEKDAYS), end)
    )
