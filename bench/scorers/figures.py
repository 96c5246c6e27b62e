"""How well figures are read: value, unit or counted thing, bound and change.

Sentences marked for this project (tests/quality/gold/figures), after the reading of "quantity" in CQE
(Almasian et al., 2023): value, unit, change, counted thing; and quantulum3's own test cases.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import polars as pl

from scorers import GOLD, Absent, Counts, Row, find_set
from wiredesk.extract import extract_events, extract_figures
from wiredesk.schema import ARTICLES, SENTENCES, TEXTS, conform

_MARK = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
_SETS: Final = (
    "news_development",
    "news_held_out",
    "news_unseen",
    "languages_development",
    "languages_held_out",
)
_CLOSE: Final = 2e-3
"""By how much two values may differ: one third is marked as 0.3333."""
_VALUE_TARGET, _UNIT_TARGET = 92.0, 85.0
"""What CQE reaches on NewsQuant (92.0 and 85.6), a set of the same kind."""
_QUANTULUM_TARGET = 90.0


class Wanted(NamedTuple):
    """One marked figure; `at` is a character inside it, `optional` one that may be found or not."""

    start: int
    end: int
    value: float
    value_to: float | None
    unit: str | None
    noun: str | None
    qualifier: str | None
    change: str | None
    optional: bool


class Sentence(NamedTuple):
    """A marked sentence."""

    text: str
    language: str
    wanted: Sequence[Wanted]


def gate() -> Iterator[Row]:
    """Score the marked sentences of the repository."""
    for name in _SETS:
        sentences = read_marked((GOLD / "figures" / f"{name}.txt").read_text(encoding="utf-8"))
        targets = {"value F1": _VALUE_TARGET, "value and unit F1": _UNIT_TARGET}
        yield _row(name.replace("_", ", ").replace("held, out", "held-out"), sentences, targets)


def score(sets: Path) -> Iterator[Row | Absent]:
    """Score quantulum3's test cases under `figures`."""
    folder = find_set(sets, "figures", "quantulum3", "_lang", "en_US", "tests")
    if not folder.is_dir():
        yield Absent("quantulum3", folder)
        return
    for label, name in (("quantulum3", "quantities"), ("quantulum3, ambiguous", "quantities.ambiguity")):
        cases = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        yield quantulum_row(label, cases)


def read_marked(text: str) -> list[Sentence]:
    """Sentences of a file of marks, a line each.

    A mark is `{words|value|unit|noun|qualifier|change}`; what is missing at its end is empty. A range is
    `10..20`; a value with `?` before it is neither wanted nor wrong. A line `# fr` tells the language of
    those behind it, a line with any other word is a heading.
    """
    language, sentences = "en", list[Sentence]()
    for line in text.splitlines():
        if line.startswith("#"):
            word = line[1:].strip()
            language = word if len(word) == 2 else "en"
        elif line:
            sentences.append(_sentence(line, language))
    return sentences


def _sentence(line: str, language: str) -> Sentence:
    plain, at, wanted = "", 0, list[Wanted]()
    for mark in _MARK.finditer(line):
        plain += line[at : mark.start()]
        fields = [field.strip() or None for field in mark[2].split("|")]
        unit, noun, qualifier, change = [*fields[1:], *[None] * (5 - len(fields))]
        value, _, value_to = (fields[0] or "").removeprefix("?").partition("..")
        start, at = len(plain), mark.end()
        plain += mark[1]
        optional = (fields[0] or "").startswith("?")
        to = float(value_to) if value_to else None
        wanted.append(Wanted(start, len(plain), float(value), to, unit, noun, qualifier, change, optional))
    return Sentence(plain + line[at:], language, wanted)


def found_in(sentences: Sequence[tuple[str, str]]) -> list[list[dict[str, Any]]]:
    """The figures of texts of one sentence each, given with their language."""
    ids = range(len(sentences))
    articles = conform(
        pl.DataFrame({"article_id": ids, "language": [language for _, language in sentences]}), ARTICLES
    )
    texts = conform(pl.DataFrame({"article_id": ids, "text": [text for text, _ in sentences]}), TEXTS)
    spans = [(n, 0, 0, len(text), "body", 0) for n, (text, _) in enumerate(sentences)]
    bounds = pl.DataFrame(spans, SENTENCES, orient="row")
    events = extract_events(articles, texts, bounds)
    rows: list[list[dict[str, Any]]] = [[] for _ in sentences]
    for row in extract_figures(articles, texts, bounds, events).iter_rows(named=True):
        rows[row["article_id"]].append(row)
    return rows


def _row(label: str, sentences: Sequence[Sentence], targets: Mapping[str, float]) -> Row:
    found = found_in([(sentence.text, sentence.language) for sentence in sentences])
    wrong: list[str] = []
    value = unit = bound = change = Counts(0, 0, 0)
    for sentence, rows in zip(sentences, found, strict=True):
        pairs, left, missed = pair(sentence.wanted, rows)
        counted = [(gold, row) for gold, row in pairs if not gold.optional]
        missed = [gold for gold in missed if not gold.optional]
        sizes = len(counted) + len(left), len(counted) + len(missed)
        value = value.plus(Counts(len(counted), *sizes))
        units = [(gold, row) for gold, row in counted if same_unit(gold, row)]
        unit = unit.plus(Counts(len(units), *sizes))
        bound = bound.plus(_labels((gold.qualifier, row["qualifier"]) for gold, row in counted))
        change = change.plus(_labels((gold.change, row["change"]) for gold, row in counted))
        wrong += [f"missed: {_words(sentence.text, gold)}" for gold in missed]
        wrong += [f"false: {row['text']} = {row['value']:g} in: {sentence.text}" for row in left]
        wrong += [
            f"unit: {_words(sentence.text, gold)} -> {row['unit']} {row['per'] or ''} {row['noun']}"
            for gold, row in counted
            if not same_unit(gold, row)
        ]
        wrong += [
            f"{name}: {_words(sentence.text, gold)} {gold._asdict()[name]} -> {row[name]}"
            for gold, row in counted
            for name in ("qualifier", "change")
            if gold._asdict()[name] != row[name]
        ]
    figures = {
        "value P": value.precision, "value R": value.recall, "value F1": value.f1,
        "value and unit F1": unit.f1, "bound F1": bound.f1, "change F1": change.f1,
    }  # fmt: skip
    return Row(label, figures, targets, wrong)


def _labels(pairs: Iterable[tuple[str | None, str | None]]) -> Counts:
    listed = list(pairs)
    return Counts(
        sum(gold == got and gold is not None for gold, got in listed),
        sum(got is not None for _, got in listed),
        sum(gold is not None for gold, _ in listed),
    )


def _words(text: str, gold: Wanted) -> str:
    return f"[{text[gold.start : gold.end]}] in: {text}"


def pair(
    wanted: Sequence[Wanted], rows: Sequence[dict[str, Any]]
) -> tuple[list[tuple[Wanted, dict[str, Any]]], list[dict[str, Any]], list[Wanted]]:
    """Figures that were found with those that were wanted: same value, overlapping characters."""
    left, pairs, missed = list(rows), list[tuple[Wanted, dict[str, Any]]](), list[Wanted]()
    for gold in wanted:
        row = next((row for row in left if _same(gold, row)), None)
        if row is None:
            missed.append(gold)
        else:
            left.remove(row)
            pairs.append((gold, row))
    excused = [gold for gold in missed if gold.optional]
    left = [
        row for row in left if not any(g.start < row["end"] and row["start"] < g.end for g in excused)
    ]  # fmt: skip
    return pairs, left, missed


def _same(gold: Wanted, row: Mapping[str, Any]) -> bool:
    return (
        gold.start < row["end"]
        and row["start"] < gold.end
        and _equal(gold.value, row["value"])
        and _equal(gold.value_to, row["value_to"])
    )


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=_CLOSE)


def same_unit(gold: Wanted, row: Mapping[str, Any]) -> bool:
    """Whether unit, or else the head of what is counted, is right."""
    head = (row["noun"] or "").split(" ")[-1].lower() or None
    if gold.unit:
        said = f"{row['unit']}/{row['per']}" if row["per"] else row["unit"]
        return said == gold.unit or (gold.unit == "x" and head == "times")
    wanted = gold.noun.split(" ")[-1].lower() if gold.noun else None
    return row["unit"] is None and (head == wanted or (row["noun"] or "").split(" ")[0].lower() == wanted)


def quantulum_row(label: str, cases: Sequence[Mapping[str, Any]]) -> Row:
    """Values of quantulum3's cases.

    It gives ranges, and changes from one value to another, as their middle: they count by either end, and
    where both ends were found as figures of their own, the other is not wrong. Its conventions that this
    project does not share stay in: years and numbers in names are quantities, "a dozen" is 1. A conversion in
    brackets, a second quantity there, is read from the column `also`.
    """
    found = found_in([(case["req"], "en") for case in cases])
    right, doubled, wanted, wrong = 0, 0, 0, list[str]()
    for case, rows in zip(cases, found, strict=True):
        left = [row["value"] for row in rows] + [value for row in rows for value in _again(row)]
        for gold in case["res"]:
            middle, off = gold["value"], gold.get("uncertainty") or 0
            values = (middle, middle - off, middle + off)
            hit = next((v for v in left if any(math.isclose(v, g, rel_tol=_CLOSE) for g in values)), None)
            wanted += 1
            if hit is None:
                wrong.append(f"missed: [{gold['surface']}] in: {case['req']}")
            else:
                right += 1
                left.remove(hit)
                other = next(
                    (v for v in left if off and math.isclose(v, 2 * middle - hit, rel_tol=_CLOSE)), None
                )
                if other is not None:
                    left.remove(other)
                    doubled += 1
        wrong += [f"false: {value:g} in: {case['req']}" for value in left]
    total = sum(len(rows) + sum(len(_again(row)) for row in rows) for rows in found)
    counts = Counts(right, total - doubled, wanted)
    figures = {"value P": counts.precision, "value R": counts.recall, "value F1": counts.f1}
    return Row(label, figures, {"value F1": _QUANTULUM_TARGET}, wrong)


def _again(row: Mapping[str, Any]) -> list[float]:
    """Values of the conversions behind a figure, read from the words that its row keeps of them."""
    return [again["value"] for again in found_in([(row["also"], "en")])[0]] if row["also"] else []
