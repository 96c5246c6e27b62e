"""How dates, figures and sources are put into words: never sharper than they are known."""

from datetime import date
from typing import Any, Final

from wiredesk.brief.wording import BOUND_SIGNS, UNKNOWN_SOURCE, number, plural, publication, untried
from wiredesk.coverage import language_name
from wiredesk_tui.cells import clean, cut, width_of
from wiredesk_tui.look import Glyphs

Row = dict[str, Any]

KIND_FIELDS: Final = {"person": "person", "organisation": "org", "place": "place", "group": "group"}
"""Kind of actor -> the field of a query that asks for one."""
UNKNOWN: Final = "?"
KIND_MARKS: Final = {"person": "per", "organisation": "org", "place": "plc", "group": "grp"}
ANCHORS: Final = {"explicit": "", "published": "article", "context": "context"}
"""What resolved a date -> the word for it in a column; nothing for what most are: stated as they stand."""
PROVENANCE: Final = {
    "metadata": "from the file's data",
    "header": "from its header line",
    "dateline": "from its dateline",
    "user": "set by you",
}

LINES_FOR_REMARKS: Final = 4
"""One line above an article's text for so many lines of the window."""

_SCALES: Final = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))
_BEYOND: Final = 1e16
"""From here on a number is written with its power of ten: nobody counts thousands of trillions."""
_UNITS: Final = {"a": "years", "mo": "months", "w": "weeks", "d": "days", "h": "hours"}
_EACH: Final = {"a": "year", "mo": "month", "w": "week", "d": "day", "h": "hour"}


def dated(row: Row, width: int, glyphs: Glyphs) -> str:
    """The date of an event as imprecise as it is, in at most `width` cells where that is possible."""
    value: str | None = row["value"]
    if value is None:
        return f"{UNKNOWN} {row['expression']}"
    first: date | None = row["date_from"]
    last: date | None = row["date_to"]
    match row["precision"]:
        case "week" if first is not None:
            return _first_that_fits((f"week of {first}", f"wk {first}", value), width)
        case "decade" if first is not None:
            return f"{first.year // 10 * 10}s"
        case "range" if first is not None and last is not None:
            return _first_that_fits((_range(value, glyphs), f"{first.year}{glyphs.dash}{last.year}"), width)
        case _:
            return value


def _range(value: str, glyphs: Glyphs) -> str:
    return value.replace("/", glyphs.dash)


def _first_that_fits(texts: tuple[str, ...], width: int) -> str:
    return next((text for text in texts if len(text) <= width), texts[-1])


def published(row: Row, glyphs: Glyphs) -> str:
    """An article's day, or the earliest it can be, for a column."""
    if row["published"] is not None:
        return str(row["published"])
    return f"{glyphs.more}{row['not_before']}" if row.get("not_before") is not None else UNKNOWN


def published_in_words(row: Row) -> str:
    """An article's day with its provenance, or what is known instead."""
    if row["published"] is not None:
        provenance = PROVENANCE.get(row["published_from"] or "", "")
        return f"{row['published']}" + (f" ({provenance})" if provenance else "")
    return publication(None, row["not_before"])


def source(row: Row) -> str:
    """An article's outlet."""
    return row["source"] or UNKNOWN_SOURCE


def about(article: Row, width: int, height: int, glyphs: Glyphs) -> list[str]:
    """What is known of an article, as lines of at most `width` cells above its text, the last one empty.

    In a window of `height` lines it takes one of `LINES_FOR_REMARKS` at most, and what is left out shows.
    """
    parts = [source(article), published_in_words(article), plural(article["words"] or 0, "word")]
    if article["byline"]:
        parts.append(article["byline"])
    if article["duplicate_of"] is not None:
        parts.append("near-copy of another article")
    parts.append(article["path"])
    lines = _flowing([clean(part) for part in parts], f" {glyphs.dot} ", width)
    room = max(1, height // LINES_FOR_REMARKS)
    if len(lines) > room:
        lines = [*lines[: room - 1], cut(f" {glyphs.dot} ".join(lines[room - 1 :]), width, glyphs.ellipsis)]
    language = article["language"]
    known = language_name(language) if language else "language unknown"
    if missing := untried(language):
        lines.append(f"{known}: {missing}")
    return [*(cut(line, width, glyphs.ellipsis) for line in lines), ""]


def _flowing(parts: list[str], between: str, width: int) -> list[str]:
    """The parts in as few lines as they fit into without being broken."""
    lines: list[str] = []
    for part in parts:
        if lines and width_of(lines[-1]) + len(between) + width_of(part) <= width:
            lines[-1] += between + part
        else:
            lines.append(part)
    return lines


def bound(qualifier: str | None, glyphs: Glyphs) -> str:
    """The sign of a figure's bound."""
    sign = BOUND_SIGNS.get(qualifier or "", "")
    return sign.replace("≥", glyphs.more).replace("≤", glyphs.fewer)


def amount(row: Row, glyphs: Glyphs, width: int) -> str:
    """A figure with its bound, and both ends where it is a range, in at most `width` cells if possible.

    A number that is cut off is another number: one that is too long is written with k, m, bn or tn, and
    where that leaves digits out, an ellipsis says so.
    """
    ends = [row["value"]] if row["value_to"] is None else [row["value"], row["value_to"]]
    sign = bound(row["qualifier"], glyphs)
    whole = sign + glyphs.dash.join(map(number, ends))
    if len(whole) <= width:
        return whole
    return sign + glyphs.dash.join(_short(end, glyphs.ellipsis) for end in ends)


def _short(value: float, ellipsis: str) -> str:
    scale, letters = next((one for one in _SCALES if abs(value) >= one[0]), (1.0, ""))
    if abs(value) >= _BEYOND:
        scale, letters = 1.0, ""
    text = f"{value / scale:.4g}".replace("e+", "e")
    return text + letters + ("" if float(text) * scale == value else ellipsis)


def unit_in_words(unit: str | None) -> str:
    """A unit for the reader: years rather than a."""
    amount, stroke, each = (unit or "").partition("/")
    return f"{amount}/{_EACH.get(each, each)}" if stroke else _UNITS.get(amount, amount)


def of_what(row: Row, unit: str) -> str:
    """What a figure counts, what was done to that, and whether it moved: "jobs cut, down by"."""
    noun: str = row["noun"] or ""
    thing = "" if noun and unit.startswith(noun) else noun
    told = " ".join(filter(None, (thing, row["verb"])))
    return ", ".join(filter(None, (told, row["change"])))
