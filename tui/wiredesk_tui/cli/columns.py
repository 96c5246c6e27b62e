"""Which columns each view has in its plain form. Counts and dates first, so that they stay straight."""

from typing import Final

from wiredesk.brief.wording import UNKNOWN_SOURCE, amount, measure, publication
from wiredesk.coverage import not_attempted
from wiredesk_tui.cli.output import Column, Row


def _source(row: Row) -> str:
    return row["source"] or UNKNOWN_SOURCE


def _sentence(row: Row) -> str:
    mark = "" if row["direct"] else "(in the article) "
    return mark + row["text"]


def _ends(text: str, shared: bool) -> str:
    line = " ".join(text.split())
    return f"{line[:_ENDS]} … {line[-_ENDS:]}" if shared and len(line) > 3 * _ENDS else line


def _others(row: Row) -> str:
    return ", ".join(alias for alias in row["aliases"] if alias != row["name"])


ARTICLES: Final = (
    Column("published", lambda row: publication(row["published"], row["not_before"])),
    Column("hits", lambda row: row["hits"] or "", right=True),
    Column("words", lambda row: row["words"], right=True),
    Column("source", _source),
    Column("language", lambda row: row["language"] or "?"),
    Column("not attempted", lambda row: ", ".join(not_attempted(row["language"]))),
    Column("file", lambda row: row["path"]),
    Column("title", lambda row: ("= " if row["duplicate_of"] else "") + (row["title"] or "untitled")),
)
COPIES: Final = (
    Column("published", lambda row: row["published"] or "?"),
    Column("same", lambda row: row["same"], right=True),
    Column("added", lambda row: row["added"], right=True),
    Column("cut", lambda row: row["cut"], right=True),
    Column("source", _source),
    Column("title", lambda row: row["title"] or "untitled"),
    Column("copy of", lambda row: row["original_title"] or "untitled"),
    Column("copied from", lambda row: row["original_source"] or UNKNOWN_SOURCE),
    Column("file", lambda row: row["path"]),
    Column("copied file", lambda row: row["original_path"]),
)
_SIGNS: Final = {"same": "  ", "cut": "- ", "added": "+ "}
_ENDS: Final = 40
"""Characters shown at either end of what two texts share: enough to find the place."""
DIFFERENCES: Final = (
    Column("file", lambda row: row["path"]),
    Column("copy of", lambda row: row["original_path"]),
    Column("words", lambda row: row["words"], right=True),
    Column("text", lambda row: _SIGNS[row["kind"]] + _ends(row["text"], row["kind"] == "same")),
)
ACTORS: Final = (
    Column("mentions", lambda row: row["mentions"], right=True),
    Column("articles", lambda row: row["articles"], right=True),
    Column("kind", lambda row: row["kind"]),
    Column("name", lambda row: row["name"]),
    Column("role", lambda row: row["role"]),
    Column("also", _others),
)
AMBIGUOUS: Final = (
    Column("mentions", lambda row: row["mentions"], right=True),
    Column("articles", lambda row: row["articles"], right=True),
    Column("kind", lambda row: row["kind"]),
    Column("name", lambda row: row["surface"]),
    Column("may be", lambda row: ", ".join(row["candidates"])),
)
TIMELINE: Final = (
    Column("date", lambda row: row["value"] or "?"),
    Column("written", lambda row: row["expression"]),
    Column("source", _source),
    Column("sentence", _sentence),
)
DATES: Final = (
    Column("value", lambda row: row["value"] or "?"),
    Column("written", lambda row: row["text"]),
    Column("from", lambda row: row["date_from"] or ""),
    Column("to", lambda row: row["date_to"] or ""),
    Column("by", lambda row: row["anchor"] or ""),
    Column("at", lambda row: f"{row['start']}-{row['end']}"),
    Column("file", lambda row: row["path"]),
)
FIGURES: Final = (
    Column(
        "figure",
        lambda row: amount(row["value"], row["value_to"], measure(row["unit"], row["per"]), row["qualifier"]),
        right=True,
    ),
    Column("counts", lambda row: row["noun"]),
    Column("verb", lambda row: row["verb"]),
    Column("change", lambda row: row["change"]),
    Column("source", _source),
    Column("sentence", _sentence),
)
RAW_FIGURES: Final = (
    *FIGURES[:2],
    Column("written", lambda row: row["text"]),
    Column("at", lambda row: f"{row['start']}-{row['end']}"),
    Column("file", lambda row: row["path"]),
)
KEYWORDS: Final = (
    Column("articles", lambda row: row["articles"], right=True),
    Column("score", lambda row: f"{row['score']:.3f}", right=True),
    Column("sort", lambda row: row["sort"] or "?"),
    Column("keyword", lambda row: row["keyword"]),
)
HITS: Final = (
    Column("published", lambda row: row["published"] or "?"),
    Column("source", _source),
    Column("title", lambda row: row["title"] or "untitled"),
    Column("sentence", lambda row: ("" if row["direct"] else "(in part) ") + row["text"]),
)
WHY: Final = (Column("why", lambda row: row["why"] or ""),)
REFUSED: Final = (
    Column("file", lambda row: row["path"]),
    Column("item", lambda row: row["item"]),
    Column("reason", lambda row: row["reason"]),
)
SEARCHES: Final = (
    Column("new", lambda row: "?" if row["new"] is None else row["new"], right=True),
    Column("articles", lambda row: "?" if row["articles"] is None else row["articles"], right=True),
    Column("name", lambda row: row["name"]),
    Column("query", lambda row: row["query"] + (f"  ({row['error']})" if row["error"] else "")),
)
