"""How well sentences are told apart: F1 of the places where one ends.

Sentences marked for this project (tests/quality/gold/sentences), a sentence a line and a paragraph a block,
and the news of GUM (Zeldes, 2017). GUM's texts are put together from its tokens; where a sentence ends
without a mark (headings, captions) its paragraph ends, as it does on the page they come from.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from scorers import GOLD, Absent, Counts, Row, find_set
from wiredesk.extract.sentences import sentence_spans

_TARGET: Final = 94.6
"""What blingfire reaches on GUM's news; syntok 94.5, pysbd 86.1."""
_UNSPACED: Final = frozenset({"zh", "ja"})
_NO_SPACE_BEFORE = re.compile(r"[,.;:!?%)\]’”…]+|'s|'S|n't|'re|'ve|'ll|'d|'m|’s")
_NO_SPACE_BEHIND: Final = frozenset("([$£€“‘")
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*$")


def gate() -> Iterator[Row]:
    """Score the marked sentences of the repository."""
    for name in ("tuned", "held_out"):
        paragraphs = _marked((GOLD / "sentences" / f"{name}.txt").read_text(encoding="utf-8"))
        yield _row(f"marked sentences, {name.replace('_', ' ')}", paragraphs)


def score(sets: Path) -> Iterator[Row | Absent]:
    """Score GUM's news under `names/gum-news`."""
    folder = find_set(sets, "names", "gum-news")
    files = sorted(folder.glob("*.tsv"))
    if not files:
        yield Absent("GUM news", folder)
        return
    yield _row("GUM news", [paragraph for file in files for paragraph in _paragraphs(_tokens(file))])


def _marked(written: str) -> list[tuple[Sequence[str], str]]:
    """Paragraphs as their sentences, with what stands between two."""
    paragraphs: list[tuple[Sequence[str], str]] = []
    between = " "
    for block in written.split("\n\n"):
        lines = block.strip().split("\n")
        if lines[0].startswith("# "):
            between = "" if lines[0][2:] in _UNSPACED else " "
            lines = lines[1:]
        paragraphs.append((lines, between))
    return paragraphs


def _tokens(file: Path) -> list[list[str]]:
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    rows = [[row.split("\t")[0] for row in block.split("\n") if row and row[0] != "#"] for block in blocks]
    return [row for row in rows if row]


def _paragraphs(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], str]]:
    paragraph: list[str] = []
    open_quote = False
    for tokens in sentences:
        text, open_quote = _joined(tokens, open_quote=open_quote)
        paragraph.append(text)
        if not _ENDS.search(paragraph[-1]):
            yield paragraph, " "
            paragraph, open_quote = [], False
    if paragraph:
        yield paragraph, " "


def _joined(tokens: Sequence[str], *, open_quote: bool) -> tuple[str, bool]:
    """A sentence as it is written, and whether a quotation is open behind it; it may be before it, too."""
    text = ""
    for token in tokens:
        closes = token == '"' and open_quote
        after_opening = text[-1:] in _NO_SPACE_BEHIND or (text[-1:] == '"' and open_quote)
        glued = not text or _NO_SPACE_BEFORE.fullmatch(token) or closes or after_opening
        text += token if glued else f" {token}"
        if token == '"':
            open_quote = not open_quote
    return text, open_quote


def _row(label: str, paragraphs: Sequence[tuple[Sequence[str], str]]) -> Row:
    counts = Counts(0, 0, 0)
    wrong: list[str] = []
    for sentences, between in paragraphs:
        text = between.join(sentences)
        ends: set[int] = set()
        at = 0
        for sentence in sentences:
            at += len(sentence)
            ends.add(at)
            at += len(between)
        found = {end for _, end in sentence_spans(text)}
        counts = counts.plus(Counts(len(ends & found), len(found), len(ends)))
        for end in sorted(ends ^ found):
            kind = "missed" if end in ends else "false"
            wrong.append(f"{kind}: {text[max(0, end - 40) : end]} || {text[end : end + 30]}")
    figures = {"precision": counts.precision, "recall": counts.recall, "F1": counts.f1}
    return Row(label, figures, {"F1": _TARGET}, wrong)
