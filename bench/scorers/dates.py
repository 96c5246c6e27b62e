"""How well date expressions are found and valued.

Scored as TempEval-3 does (UzZaman et al., 2013): strict counts an expression whose span is exactly right,
relaxed one that overlaps, value one that overlaps and has the right value; each is an F1. Expressions of
type DATE are wanted; what is found where the annotators saw another type (a duration, a time of day) is set
aside, neither right nor wrong.

MEANTIME (Minard et al., 2016) is annotated only in the first six sentences of each text; EventStoryLine
(Caselli and Vossen, 2017) only in sentences that hold an event.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree

import polars as pl

from scorers import GOLD, Absent, Counts, Row, find_set
from wiredesk.extract.dates import ALL, extract_dates, extract_events
from wiredesk.raw import Raw, frames

_MARK: Final = re.compile(r"\[([^\[\]]+)\]\((DATE|TIME|DURATION|SET) ([^()\s]+)\)")
_MEANTIME_SENTENCES: Final = 6
_NO_SPACE_BEFORE: Final = (",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "'", "’", "n't", "”")
_NO_SPACE_BEHIND: Final = ("(", "[", "$", "£", "€", "“", "#")
_TARGETS: Final = {"relaxed": 88.0, "value": 75.0}


class Mark(NamedTuple):
    """An annotated expression; offsets in the text."""

    start: int
    end: int
    type: str
    value: str


class Marked(NamedTuple):
    """A text with its expressions; `parts` are the spans in which it is annotated."""

    name: str
    text: str
    published: date | None
    marks: list[Mark]
    parts: list[tuple[int, int]]
    language: str = "en"


def rows_of(
    label: str,
    texts: Iterable[Marked],
    targets: dict[str, float] | None = None,
    *,
    find: Callable[[Marked], list[Mark]] | None = None,
    types: Collection[str] = ("DATE",),
) -> Iterator[Row]:
    """Score the extractor, or another way to `find` expressions, on annotated texts; `types` are wanted."""
    strict = relaxed = value = Counts(0, 0, 0)
    wrong: list[str] = []
    for text in texts:
        found = [
            one
            for one in (find or _dates)(text)
            if any(first <= one.start < last for first, last in text.parts)
        ]
        wanted = [mark for mark in text.marks if mark.type in types]
        others = [mark for mark in text.marks if mark.type not in types]
        hits = {
            mark: [one for one in found if one.start < mark.end and mark.start < one.end] for mark in wanted
        }
        taken = {one for ones in hits.values() for one in ones}
        extra = [
            one for one in found
            if one not in taken and not any(one.start < mark.end and mark.start < one.end for mark in others)
        ]  # fmt: skip
        met = sum(map(bool, hits.values()))  # one that spans two of the annotators' is counted as two
        total = Counts(0, max(len(taken), met) + len(extra), len(wanted))
        for mark, ones in hits.items():
            exact = any(one[:2] == mark[:2] for one in ones)
            right = any(_same(one.value, mark.value) for one in ones)
            strict, relaxed = strict.plus(Counts(exact, 0, 0)), relaxed.plus(Counts(bool(ones), 0, 0))
            value = value.plus(Counts(right, 0, 0))
            if not (exact and right):
                read = (
                    "; ".join(f"{text.text[one.start : one.end]} = {one.value}" for one in ones) or "nothing"
                )
                wrong.append(
                    f"{text.name} {mark.start}: {text.text[mark.start : mark.end]} = {mark.value} -> {read}"
                )
        wrong += [
            f"{text.name} {one.start}: nothing -> {text.text[one.start : one.end]} = {one.value}"
            for one in extra
        ]
        strict, relaxed, value = strict.plus(total), relaxed.plus(total), value.plus(total)
    figures = {"strict": strict.f1, "relaxed": relaxed.f1, "value": value.f1}
    figures |= {"relaxed precision": relaxed.precision, "relaxed recall": relaxed.recall}
    yield Row(label, figures, targets or {}, wrong)


def _same(found: str | None, wanted: str) -> bool:
    wanted = re.sub(r"-XX$|(?<=^\d{3})X$", "", wanted)  # "2011-06-XX" is June 2011, "194X" the forties
    wanted = re.sub(r"-(\d)$", r"-0\1", wanted)
    return (found or "") == wanted or (found is None and "XXXX" in wanted)


def _dates(text: Marked) -> list[Mark]:
    found = extract_dates(*frames({text.name: Raw(text.text, text.published, text.language)}))
    return [Mark._make(row) for row in found.select("start", "end", "type", "value").iter_rows()]


def _all_types(text: Marked) -> list[Mark]:
    found = extract_dates(*frames({text.name: Raw(text.text, text.published, text.language)}), types=ALL)
    return [Mark._make(row) for row in found.select("start", "end", "type", "value").iter_rows()]


def _events(text: Marked) -> list[Mark]:
    found = extract_events(*frames({text.name: Raw(text.text, text.published, text.language)}))
    typed = found.select("start", "end", pl.lit("DATE").alias("type"), "value")
    return [Mark._make(row) for row in typed.iter_rows()]


def score(sets: Path) -> Iterator[Row | Absent]:
    """Score the development sets."""
    for label, folder, read in (
        ("MEANTIME", find_set(sets, "meantime", "intra_cross-doc_annotation"), _meantime),
        ("EventStoryLine", find_set(sets, "eventstoryline", "v1.5"), _storyline),
    ):
        if folder.is_dir():
            texts = [read(file) for file in sorted(folder.rglob("*.xml"))]
            yield from rows_of(label, texts, _TARGETS)
            yield from rows_of(f"{label}, as the timeline has them", texts, _TARGETS, find=_events)
        else:
            yield Absent(label, folder)


class _Tokens(NamedTuple):
    """The tokens of a CAT document put together as a text."""

    text: str
    spans: dict[str, tuple[int, int]]
    sentences: dict[str, int]


def _tokens(root: ElementTree.Element) -> _Tokens:
    text, spans, sentences, before, number = "", {}, {}, "", 0
    for token in root.iter("token"):
        written, key, sentence = token.text or "", token.get("t_id", ""), int(token.get("sentence", "0"))
        if sentence != number:
            text, number, before = text + "\n", sentence, ""
        elif not _glued(before, written):
            text += " "
        spans[key] = (len(text), len(text) + len(written))
        sentences[key] = sentence
        text += written
        before = (
            written if before[-1:] not in ("-", ":", "/") or not written.isdecimal() else before + written
        )
    return _Tokens(text, spans, sentences)


def _glued(before: str, token: str) -> bool:
    """Whether a token follows the one before it without a space."""
    if not before or token in _NO_SPACE_BEFORE or before in _NO_SPACE_BEHIND:
        return True
    if token in ("-", ":", "/"):
        return before[-1].isdecimal()
    if before in ("-", "/", ":"):
        return token[0].isdecimal() or before == "-"
    return before == "." and len(token) == 1 and token in "mM"


def _marks(tokens: _Tokens, elements: Iterable[tuple[ElementTree.Element, str]]) -> Iterator[Mark]:
    for element, type_ in elements:
        spans = sorted(tokens.spans[anchor.get("t_id", "")] for anchor in element.iter("token_anchor"))
        if spans:
            yield Mark(spans[0][0], spans[-1][1], type_, element.get("value", ""))


def _meantime(file: Path) -> Marked:
    root = ElementTree.parse(file).getroot()
    tokens = _tokens(root)
    times = list(root.iter("TIMEX3"))
    created = [time.get("value", "") for time in times if time.get("functionInDocument") == "CREATION_TIME"]
    last = max(
        (tokens.spans[key][1] for key, n in tokens.sentences.items() if n < _MEANTIME_SENTENCES), default=0
    )
    marks = [*_marks(tokens, ((time, time.get("type", "")) for time in times))]
    return Marked(file.stem, tokens.text, _day(created), marks, [(0, last)])


def _storyline(file: Path) -> Marked:
    root = ElementTree.parse(file).getroot()
    tokens = _tokens(root)
    markables = root.find("Markables")
    elements = [] if markables is None else list(markables)
    times = [element for element in elements if element.tag.startswith("TIME_")]
    created = [time.get("value", "") for time in times if time.get("DCT") == "TRUE"]
    annotated = {
        tokens.sentences[anchor.get("t_id", "")]
        for element in elements
        for anchor in element.iter("token_anchor")
    }
    parts = [tokens.spans[key] for key, number in tokens.sentences.items() if number in annotated]
    marks = [*_marks(tokens, ((time, time.tag.removeprefix("TIME_")) for time in times))]
    return Marked(file.stem, tokens.text, _day(created), marks, parts)


def _day(values: list[str]) -> date | None:
    days = (re.match(r"\d{4}-\d\d-\d\d", value) for value in values)
    return next((date.fromisoformat(day[0]) for day in days if day), None)


def gate() -> Iterator[Row]:
    """Score the annotated text of the repository."""
    parts = [
        GOLD / "dates" / f"{name}.txt" for name in ("news_first", "news_second", "news_third", "news_fourth")
    ]
    texts = [text for part in parts for text in read_marked(part)]
    yield from rows_of("news, all types of TIMEX3", texts, find=_all_types, types=ALL)
    for label, name in (
        ("news, first part", "news_first"),
        ("news, second part", "news_second"),
        ("news, third part", "news_third"),
        ("news, fourth part", "news_fourth"),
        ("explicit dates in four languages", "languages"),
    ):
        yield from rows_of(label, read_marked(GOLD / "dates" / f"{name}.txt"))


def read_marked(file: Path) -> Iterator[Marked]:
    """Texts whose expressions are marked: `[two days ago](DATE 2013-03-20)`."""
    _, *pieces = re.split(r"^=== (.*)\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for number, (head, marked) in enumerate(zip(pieces[::2], pieces[1::2], strict=True), start=1):
        published, _, language = head.partition(" ")
        text, marks, behind = "", list[Mark](), 0
        for mark in _MARK.finditer(marked):
            text += marked[behind : mark.start()]
            marks.append(Mark(len(text), len(text) + len(mark[1]), mark[2], mark[3]))
            text, behind = text + mark[1], mark.end()
        text += marked[behind:]
        day = date.fromisoformat(published)
        yield Marked(f"{file.stem} {number}", text, day, marks, [(0, len(text))], language or "en")
