"""Judge what was said of each article as a whole, and its clean text."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from scorers import Row
from scorers.whole.gold import Gold
from scorers.whole.pairing import Pair, is_file
from scorers.whole.said import Said, SayRow
from scorers.whole.sameness import fold, surface_key
from scorers.whole.values import interval

Verdict = bool | None
"""None: there is nothing to judge."""

LONG_LINE = 20
"""Characters from which on furniture counts inside a line, too; shorter words may be the story's own."""

HEAD_OF_CAPTION = 110
"""Characters of a caption that are looked for: its end may be cut as a credit."""


def judge_articles(pairs: Sequence[Pair], gold: Gold, said: Said) -> Row:
    """Files cut into the right articles, and the right title, source, language and dates for each."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    wrong: list[str] = []
    for pair in pairs:
        for name, field in _FIELDS.items():
            verdict = field(pair, pair.article) if pair.article else False
            if verdict is not None:
                judged[name] += 1
                right[name] += verdict
                if not verdict:
                    wrong.append(f"{pair.label}: {name}")
    for file, parts in gold.files.items():
        found = [row for row in said.tables["articles"] if is_file(row["path"], file)]
        ours = [pair.article and pair.article["part"] for pair in pairs if pair.file == file]
        judged["split"] += 1
        if len(found) == len(parts) and ours == [*range(len(parts))]:
            right["split"] += 1
        else:
            wrong.append(f"{file}: {len(found)} articles")
    names = ("split", *_FIELDS)
    return Row("articles", {n: 100 * right[n] / judged[n] for n in names if judged[n]}, wrong=wrong)


def _title(pair: Pair, article: SayRow) -> Verdict:
    return fold(article["title"] or "") in map(fold, (pair.gold.title, *pair.gold.title_ok))


def _source(pair: Pair, article: SayRow) -> Verdict:
    wanted = (pair.gold.source, *pair.gold.source_ok)
    return surface_key(article["source"] or "") in [surface_key(source or "") for source in wanted]


def _published(pair: Pair, article: SayRow) -> Verdict:
    return (article["published"] and article["published"].isoformat()) == pair.gold.published


def _published_from(pair: Pair, article: SayRow) -> Verdict:
    if not pair.gold.published or not _published(pair, article):
        return None
    return article["published_from"] in (pair.gold.published_from, *pair.gold.published_from_ok)


def _not_before(pair: Pair, article: SayRow) -> Verdict:
    if pair.gold.published:
        return None
    wanted = interval(pair.gold.not_before)
    found = article["not_before"]
    if wanted is None or found is None:
        return wanted is None and found is None
    return wanted[0] <= found <= wanted[1] + timedelta(days=1)


def _language(pair: Pair, article: SayRow) -> Verdict:
    return article["language"] == pair.gold.language


_FIELDS: Final[dict[str, Callable[[Pair, SayRow], Verdict]]] = {
    "title": _title, "source": _source, "published": _published, "published from": _published_from,
    "not before": _not_before, "language": _language,
}  # fmt: skip


def judge_cleaning(pairs: Sequence[Pair]) -> Row:
    """Furniture left out, captions told apart, the body kept. An article that is missing is not clean."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    wrong: list[str] = []
    for pair in pairs:
        lines = [fold(line) for line in pair.text.raw.splitlines()]
        sentences = {fold(pair.text.raw[row["start"] : row["end"]]) for row in pair.sentences}
        once = pair.article is not None and lines.count(fold(pair.gold.title)) <= 1
        items = [("title once", pair.gold.title, once)]
        for text in pair.gold.boilerplate:
            there = fold(text) in lines or fold(text) in sentences
            there |= len(fold(text)) > LONG_LINE and any(True for _ in pair.text.find(text))
            items.append(("furniture left out", text, pair.article is not None and not there))
        items += [("captions apart", text, _is_apart(pair, text)) for text in pair.gold.captions]
        items += [("body kept", text, fold(text) in pair.text.text) for text in pair.gold.probes]
        for name, text, verdict in items:
            judged[name] += 1
            right[name] += verdict
            if not verdict:
                wrong.append(f"{pair.label}: {name}: {text[:60]}")
    return Row("cleaning", {name: 100 * right[name] / judged[name] for name in judged}, wrong=wrong)


def _is_apart(pair: Pair, caption: str) -> bool:
    head = fold(caption)
    if len(head) > HEAD_OF_CAPTION:
        head = head[:HEAD_OF_CAPTION].rsplit(" ", 1)[0]
    spans = [pair.text.span(at, len(head)) for at in pair.text.find(head)]
    return pair.article is not None and all(pair.kind_at(start) == "caption" for start, _ in spans)


def judge_spans(pairs: Sequence[Pair]) -> Row:
    """Every span is what its row says."""
    wrong: list[str] = []
    rows = 0
    for pair in pairs:
        for name in ("mentions", "events", "figures"):
            said: Sequence[SayRow] = getattr(pair, name)
            for row in said:
                shown = row["surface"] if name == "mentions" else row["text"]
                rows += 1
                if pair.text.raw[row["start"] : row["end"]] != shown:
                    wrong.append(f"{pair.label} {row['start']}: {name}: {shown}")
    return Row("spans", {"exact": 100 * (1 - len(wrong) / rows) if rows else 0.0}, wrong=wrong)


def judge_copies(pairs: Sequence[Pair], gold: Gold) -> Row:
    """Near-copies found, and nothing else taken for one."""
    key_of = {(pair.file, pair.number): pair.article and pair.article["article_id"] for pair in pairs}
    wanted = {frozenset((key_of[one], key_of[other])) for one, other in gold.duplicates}
    found = {
        frozenset((pair.article["article_id"], pair.article["duplicate_of"]))
        for pair in pairs
        if pair.article and pair.article["duplicate_of"] is not None
    }
    label_of = {pair.article["article_id"]: pair.label for pair in pairs if pair.article}
    wrong = [" = ".join(sorted(label_of.get(key, "?") for key in copies)) for copies in wanted ^ found]
    both = len(wanted) + len(found)
    return Row("copies", {"F1": 200 * len(wanted & found) / both if both else 100.0}, wrong=sorted(wrong))
