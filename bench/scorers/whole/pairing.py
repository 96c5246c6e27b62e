"""Which article that was said is which article of the gold, and where the gold's items stand in its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from scorers.whole.gold import Gold, Part, Placed
from scorers.whole.said import Said, SayRow
from scorers.whole.sameness import Folded, fold

Span = tuple[int, int]

FAR = 1500
"""Characters after the start of its sentence in which an expression is looked for."""


@dataclass(frozen=True)
class Pair:
    """An article of the gold, and what was said of it."""

    file: str
    number: int
    gold: Part
    article: SayRow | None
    sentences: Sequence[SayRow]
    mentions: Sequence[SayRow]
    events: Sequence[SayRow]
    figures: Sequence[SayRow]
    keywords: Sequence[SayRow]
    text: Folded

    @property
    def label(self) -> str:
        """For the list of what is wrong."""
        return f"{self.file}#{self.number}" if self.number else self.file

    def kind_at(self, start: int) -> str | None:
        """Kind of the sentence at an offset."""
        for row in self.sentences:
            if row["start"] <= start < row["end"]:
                return row["kind"]
        return None

    def aside(self, row: SayRow) -> bool:
        """In a title or caption: what stands only there is neither right nor wrong."""
        return self.kind_at(row["start"]) in ("title", "caption")

    def spans(self, placed: Placed) -> list[Span]:
        """Where an item of the gold stands; empty where the text has lost it."""
        found: list[Span] = []
        length = len(fold(placed.text))
        for sentence in self.text.find(placed.sent.lstrip("• *")):
            hits = [at for at in self.text.find(placed.text, sentence) if at - sentence <= FAR]
            if len(hits) > placed.nth:
                found.append(self.text.span(hits[placed.nth], length))
        if not found and placed.ctx:
            context = len(fold(placed.ctx))
            found = [self.text.span(at + context - length, length) for at in self.text.find(placed.ctx)]
        return found


def pair_up(gold: Gold, said: Said) -> list[Pair]:
    """Pair every article of the gold with the article said of its file that holds most of its probes."""
    pairs: list[Pair] = []
    for file, parts in gold.files.items():
        rest = [row for row in said.tables["articles"] if is_file(row["path"], file)]
        texts = {row["article_id"]: Folded(row["text"]) for row in rest}
        found: dict[int, SayRow] = {}
        ranked = sorted(
            (
                (_likeness(part, n, row, texts[row["article_id"]]), -n, -row["part"])
                for n, part in enumerate(parts)
                for row in rest
            ),
            reverse=True,
        )
        taken: set[int] = set()
        for likeness, n, part in ranked:
            if likeness > 0 and -n not in found and -part not in taken:
                found[-n] = next(row for row in rest if row["part"] == -part)
                taken.add(-part)
        pairs += [_pair(file, n, part, found.get(n), texts, said) for n, part in enumerate(parts)]
    return pairs


def _likeness(part: Part, number: int, row: SayRow, text: Folded) -> float:
    probes = sum(fold(probe) in text.text for probe in part.probes)
    title = fold(row["title"] or "") == fold(part.title)
    return (probes + title / 2) + (row["part"] == number) / 4 if probes or title else 0.0


def _pair(
    file: str, number: int, part: Part, article: SayRow | None, texts: dict[int, Folded], said: Said
) -> Pair:
    if article is None:
        return Pair(file, number, part, None, (), (), (), (), (), Folded(""))
    key = article["article_id"]
    return Pair(
        file,
        number,
        part,
        article,
        sentences=said.of("sentences", key),
        mentions=said.of("mentions", key),
        events=said.of("events", key),
        figures=said.of("figures", key),
        keywords=said.of("keywords", key),
        text=texts[key],
    )


def is_file(path: str, file: str) -> bool:
    """The path of an article is that of a file of the gold, whatever folder was indexed."""
    return PurePosixPath(path).name == PurePosixPath(file).name
