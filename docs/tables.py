"""Write the tables of README.md from the program itself: `python docs/tables.py`; a test compares them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from wiredesk_tui.cli.group import wiredesk
from wiredesk_tui.keys import CONTEXTS, KEYS, shown

README: Final = Path(__file__).parents[1] / "README.md"


def keys() -> Iterator[str]:
    """One row a key, by where it works."""
    yield from ("| keys | what they do | action |", "|---|---|---|")
    for context, heading in CONTEXTS.items():
        here = [key for key in KEYS if key.context == context]
        if here:
            yield f"| | **{heading}** | |"
        for key in here:
            names = " ".join(f"`{shown(name)}`" for name in key.keys.split(","))
            yield f"| {names} | {_cell(key.text)} | `{key.id}` |"


def commands() -> Iterator[str]:
    """One row a command."""
    yield from ("| command | what it does |", "|---|---|")
    context = click.Context(wiredesk, info_name="wiredesk")
    for name in wiredesk.list_commands(context):
        command = wiredesk.get_command(context, name)
        if command is not None:
            yield f"| `wiredesk {name}` | {_cell(command.get_short_help_str(limit=100))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def filled(text: str) -> str:
    """The README with its tables as the program has them now."""
    for name, rows in (("keys", keys()), ("commands", commands())):
        table = "\n".join(rows)
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda match, table=table: f"{match[1]}{table}\n{match[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
