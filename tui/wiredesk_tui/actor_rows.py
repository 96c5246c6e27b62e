"""What is known of one actor, as rows of a list: aliases, roles, names in doubt, co-mentions, sentences."""

from collections.abc import Hashable, Iterable
from typing import Any, Final

import polars as pl

from wiredesk.brief.wording import plural
from wiredesk.query import Address, roles_over_time
from wiredesk_tui.contents import ActorContent
from wiredesk_tui.rows import Row
from wiredesk_tui.wording import source

ALIASES_IN_A_ROW: Final = 56
"""Cells of a row of aliases, so that it is whole in a window of 80."""


def rows_of(content: ActorContent) -> list[Row]:
    """All that is known of an actor, as rows: aliases, roles, names in doubt, co-mentions, sentences."""
    actor: dict[str, Any] = content.actor
    rows = [_heading("Also called")] if len(actor["aliases"]) > 1 else []
    if rows:
        rows += [_text(line) for line in _lines_of_names(actor["aliases"])]
    if content.roles.height:
        rows.append(_heading("Said to be"))
        rows += [_said(("role", row["role"], row["former"]), role_line(row)) for row in _roles(content.roles)]
        rows.append(_heading("The sentences that say so"))
        rows += [_fact(row, row["role"], "figure") for row in content.roles.iter_rows(named=True)]
    if content.ambiguous.height:
        rows.append(_heading("May be meant by"))
        rows += [
            _said(("ambiguous", row["surface"]), _ambiguous_line(row, actor["name"]), _address(row))
            for row in content.ambiguous.iter_rows(named=True)
        ]
    if content.neighbours.height:
        rows.append(_heading("In the same sentences (proves no tie)"))
        for row in content.neighbours.iter_rows(named=True):
            rows.append(
                {
                    "key": ("with", row["actor_id"]),
                    "sort": "with",
                    "text": row["name"],
                    "kind": row["kind"],
                    "count": row["sentences"],
                    "address": _address(row),
                }
            )
    rows.append(_heading(plural(content.sentences.height, "mention")))
    rows += [_fact(row, row["surface"], "actor") for row in content.sentences.iter_rows(named=True)]
    return rows


def role_line(row: Row) -> str:
    """A role with the years of the articles that say so: "foreign minister (2019, 2021)"."""
    years = f" ({', '.join(map(str, row['years']))})" if row["years"] else ""
    return f"{'former ' if row['former'] else ''}{row['role']}{years}"


def _roles(roles: pl.DataFrame) -> Iterable[Row]:
    return roles_over_time(roles).iter_rows(named=True)


def _ambiguous_line(row: Row, name: str) -> str:
    others = [other for other in row["candidates"] if other != name]
    also = f", who may as well be {', '.join(others)}" if others else ""
    return f"{row['surface']}, {plural(row['mentions'], 'mention')}{also}"


def _said(key: Hashable, text: str, address: Address | None = None) -> Row:
    return {"key": key, "sort": "said" if address is not None else "text", "text": text, "address": address}


def _address(row: Row) -> Address:
    return Address(row["article_id"], row["sentence"], row["start"], row["end"])


def _heading(text: str) -> Row:
    return {"key": ("heading", text), "sort": "heading", "text": text}


def _text(text: str) -> Row:
    return {"key": ("text", text), "sort": "text", "text": text}


def _fact(row: Row, fact: str, token: str) -> Row:
    address = _address(row)
    return {
        "key": (token, *address),
        "sort": "sentence",
        "text": row["text"],
        "fact": fact,
        "token": token,
        "source": source(row),
        "published": row["published"],
        "address": address,
    }


def _lines_of_names(names: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) + 3 <= ALIASES_IN_A_ROW:
            lines[-1] += f" · {name}"
        else:
            lines.append(name)
    return lines
