"""The one-page brief: what the pile is, who acts, what happened when, which figures, what is unknown."""

from dataclasses import replace
from textwrap import wrap
from typing import Final

from wiredesk.brief.citation import describe
from wiredesk.brief.lines import Brief, BriefLine
from wiredesk.brief.sections import (
    Entry,
    actor_entries,
    dated_entries,
    figure_entries,
    keyword_entries,
    leading_named,
    pile_entries,
    source_entries,
    top_of,
    unknown_entries,
)
from wiredesk.query import Selection
from wiredesk.store import Index
from wiredesk.text import safe_line

ENTRIES_A_SECTION: Final = 10
"""So that a brief of all sections fills two to three screens of 80×24, not ten."""


def make_brief(index: Index, selection: Selection, *, entries: int = ENTRIES_A_SECTION) -> Brief:
    """Brief the reader on a selection.

    Args:
        index: The index.
        selection: What to brief on.
        entries: How many entries a section may have, at least 1.

    Returns:
        The brief; the same input gives the same bytes. Nothing in it is older knowledge: each line is
        a sentence of the pile, or a count over it.
    """
    named = leading_named(index, selection)
    sections: list[tuple[str, list[Entry]]] = [
        ("The pile", pile_entries(index, selection)),
        ("Sources", source_entries(index, selection, entries)),
        ("Leading actors", actor_entries(index, selection, entries)),
        ("What happened when", dated_entries(index, selection, named, entries)),
        ("Figures", figure_entries(index, selection, named, entries)),
        ("Keywords", keyword_entries(index, selection, entries)),
        ("Not known", unknown_entries(index, selection)),
    ]
    cited: dict[int, int] = {}
    lines: list[BriefLine] = []
    for heading, found in sections:
        if not found:
            continue
        lines.append(BriefLine(heading, heading=True))
        lines += [_line(entry, cited) for entry in found]
    if cited:
        lines.append(BriefLine("Cited", heading=True))
        lines += [_cited(index, article, number) for article, number in cited.items()]
    return Brief(tuple(lines))


def plain(brief: Brief, *, width: int = 80) -> str:
    """A brief as plain text, wrapped at a width of at least 20 columns; safe for a terminal."""
    shown: list[str] = []
    for line in brief.lines:
        if line.heading:
            shown += ["", safe_line(line.text).upper()]
            continue
        shown += wrap(
            safe_line(line.text),
            max(20, width),
            initial_indent="  ",
            subsequent_indent=" " * (2 + line.indent),
            break_on_hyphens=False,
        )
    return "\n".join(shown[1:]) + "\n"


def _line(entry: Entry, cited: dict[int, int]) -> BriefLine:
    label = f"{entry.label}  " if entry.label else ""
    line = BriefLine(label + entry.text, address=entry.address, indent=min(len(label), 12))
    if entry.address is None or not entry.cite:
        return line
    number = cited.setdefault(entry.address.article_id, len(cited) + 1)
    return replace(line, text=f"{line.text} [{number}]")


def _cited(index: Index, article: int, number: int) -> BriefLine:
    return BriefLine(f"[{number}] {describe(index, article)}", address=top_of(index, article), indent=4)
