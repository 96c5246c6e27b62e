"""Judge dates, figures and keywords, article by article."""

from collections import Counter
from collections.abc import Mapping, Sequence

from scorers import Counts, Row
from scorers.whole.gold import DateGold, FigureGold
from scorers.whole.pairing import Pair, Span
from scorers.whole.said import SayRow
from scorers.whole.sameness import expression_key, same_keyword, same_noun
from scorers.whole.values import bound, interval, same_amount, same_bound, same_date, same_unit, unit_of

TOP = 20
"""Keywords of an article that are looked at."""


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _on(row: SayRow, spans: Sequence[Span]) -> bool:
    return any(_overlap((row["start"], row["end"]), span) for span in spans)


def judge_dates(pairs: Sequence[Pair], targets: Mapping[str, float]) -> Row:
    """Date expressions: where they are, what they mean, and that nothing is made up."""
    strict = relaxed = Counts(0, 0, 0)
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    for pair in pairs:
        placed = [(want, pair.spans(want)) for want in pair.gold.events]
        neutral = [span for want, spans in placed if want.opt for span in spans]
        neutral += [
            s for want in pair.gold.figures if want.kind in ("duration", "age") for s in pair.spans(want)
        ]
        neutral += [span for time in pair.gold.times for span in pair.spans(time)]
        required = [span for want, spans in placed if not want.opt for span in spans]
        chosen: dict[int, int] = {}  # number of the row -> of the item
        exact: set[int] = set()
        for n, (want, spans) in enumerate(placed):
            keys = {expression_key(text) for text in (want.text, *want.alt)}
            near = [i for i, row in enumerate(pair.events) if _on(row, spans)]
            best = next(
                (i for i in near if expression_key(pair.events[i]["text"]) in keys and i not in exact), None
            )
            if best is not None:
                exact.add(best)
            elif near:
                best = max(near, key=lambda i: len(pair.events[i]["text"]))
            if best is None:
                if not want.opt:
                    wrong.append(f"{pair.label}: missed {want.text} ({want.sent})")
                    strict, relaxed = strict.plus(Counts(0, 0, 1)), relaxed.plus(Counts(0, 0, 1))
                continue
            chosen[best] = n
            if not want.opt:
                strict = strict.plus(Counts(best in exact, 0, 1))
                relaxed = relaxed.plus(Counts(1, 0, 1))
                if best not in exact:
                    wrong.append(
                        f"{pair.label}: span of {want.text} ({want.sent}): {pair.events[best]['text']}"
                    )
            if mistake := _judge_value(want, pair.events[best], tally):
                wrong.append(f"{pair.label}: {mistake}")
        for row in pair.events:
            if _on(row, required):
                strict, relaxed = strict.plus(Counts(0, 1, 0)), relaxed.plus(Counts(0, 1, 0))
            elif not _on(row, neutral) and not pair.aside(row):
                strict, relaxed = strict.plus(Counts(0, 1, 0)), relaxed.plus(Counts(0, 1, 0))
                wrong.append(f"{pair.label} {row['start']}: no date: {row['text']} = {row['value']}")
    figures = {
        "strict F1": strict.f1,
        "relaxed precision": min(100.0, relaxed.precision),
        "relaxed recall": relaxed.recall,
        "relaxed F1": min(100.0, relaxed.f1),
        "value F1": min(100.0, Counts(tally["right"], relaxed.found, relaxed.wanted).f1),
        **_shares(tally, {"value": "known", "not invented": "unknown", "precision label": "label"}),
    }
    return Row("dates", figures, targets, wrong)


def _judge_value(want: DateGold, row: SayRow, tally: Counter[str]) -> str | None:
    """Count whether a value is right; in words if it is not."""
    if "*" in want.ok:
        return None
    days = (row["date_from"], row["date_to"]) if row["date_from"] and row["date_to"] else None
    if want.value is None:
        invented = interval(row["value"]) is not None or days is not None
        tally["unknown"] += 1
        tally["unknown right"] += not invented
        tally["right"] += not invented and not want.opt
        return f"invented {row['value']} for {want.text} ({want.sent})" if invented else None
    tally["known"] += 1
    if not same_date(row["value"], days, (want.value, *want.ok)):
        return f"{want.text} ({want.sent}) is {want.value}: {row['value']}"
    tally["known right"] += 1
    tally["right"] += not want.opt
    if want.precision:
        tally["label"] += 1
        tally["label right"] += row["precision"] in (want.precision, *want.precision_ok)
    return None


def judge_figures(pairs: Sequence[Pair], targets: Mapping[str, float]) -> Row:
    """Figures: their values, and, of those found, unit, counted thing, bound and kind."""
    counts = Counts(0, 0, 0)
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    for pair in pairs:
        dates = [span for want in pair.gold.events for span in pair.spans(want)]
        optional = [span for want in pair.gold.figures if want.opt for span in pair.spans(want)]
        used: set[int] = set()
        for want in pair.gold.figures:
            spans = pair.spans(want)
            near = [i for i, row in enumerate(pair.figures) if i not in used and _on(row, spans)]
            best = next((i for i in near if _same_value(want, pair.figures[i])), None)
            if best is not None:  # a title may say the same once more
                used.update(i for i in near if _same_value(want, pair.figures[i]))
            if want.opt:
                continue
            counts = counts.plus(Counts(best is not None, best is not None, 1))
            if best is None:
                values = [pair.figures[i]["value"] for i in near]
                wrong.append(f"{pair.label}: {want.text} ({want.sent}) is {want.value}: {values}")
            else:
                mistakes = _judge_figure(want, pair.figures[best], tally)
                wrong += [f"{pair.label}: {mistake}" for mistake in mistakes]
        for i, row in enumerate(pair.figures):
            time = (unit_of(row["unit"]) or ("", 0))[0] == "time"
            if i in used or _on(row, optional) or pair.aside(row) or (time and _on(row, dates)):
                continue
            counts = counts.plus(Counts(0, 1, 0))
            wrong.append(f"{pair.label} {row['start']}: no figure: {row['text']} = {row['value']}")
    figures = {
        "value precision": counts.precision,
        "value recall": counts.recall,
        "value F1": counts.f1,
        "value and unit F1": Counts(tally["unit"], counts.found, counts.wanted).f1,
        **_shares(tally, {"noun": "noun", "bound": "bound", "kind": "kind"}),
    }
    return Row("figures", figures, targets, wrong)


def _same_value(want: FigureGold, row: SayRow) -> bool:
    said = (row["value"], row["value_to"])
    values = ((want.value, want.value_to), *want.ok)
    return any(same_amount(said, row["unit"], value, want.unit) for value in values)


def _judge_figure(want: FigureGold, row: SayRow, tally: Counter[str]) -> list[str]:
    """Count what is right of a figure that was found; what is not, in words."""
    mistakes: list[str] = []
    if same_unit(row["unit"], (want.unit, *want.unit_ok)):
        tally["unit"] += 1
    else:
        mistakes.append(f"unit of {want.text} ({want.sent}) is {want.unit}: {row['unit']}")
    if want.noun:
        tally["noun"] += 1
        if same_noun(row["noun"], (want.noun, *want.noun_ok)):
            tally["noun right"] += 1
        else:
            mistakes.append(f"noun of {want.text} ({want.sent}) is {want.noun}: {row['noun']}")
    right = same_bound(row["qualifier"], (want.qualifier, *want.qualifier_ok))
    if want.qualifier or bound(row["qualifier"]):
        tally["bound"] += 1
        tally["bound right"] += right
    if not right:
        mistakes.append(f"bound of {want.text} ({want.sent}) is {want.qualifier}: {row['qualifier']}")
    tally["kind"] += 1
    if row["kind"] in (want.kind, *want.kind_ok):
        tally["kind right"] += 1
    else:
        mistakes.append(f"kind of {want.text} ({want.sent}) is {want.kind}: {row['kind']}")
    return mistakes


def judge_keywords(pairs: Sequence[Pair]) -> Row:
    """How many of the wanted keywords stand among an article's best."""
    hits = wanted = 0
    wrong: list[str] = []
    for pair in pairs:
        top = [row["keyword"] for row in sorted(pair.keywords, key=lambda row: row["rank"])[:TOP]]
        for alternatives in pair.gold.keywords:
            wanted += 1
            if any(same_keyword(keyword, alternatives) for keyword in top):
                hits += 1
            else:
                wrong.append(f"{pair.label}: {alternatives[0]}")
    return Row("keywords", {f"recall of {TOP}": 100 * hits / wanted if wanted else 0.0}, wrong=wrong)


def _shares(tally: Counter[str], judged: Mapping[str, str]) -> dict[str, float]:
    """Per cent right, by figure; where there was nothing to judge there is no figure."""
    return {
        figure: 100 * tally[f"{name} right"] / tally[name] for figure, name in judged.items() if tally[name]
    }
