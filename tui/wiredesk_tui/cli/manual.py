"""The manual page, made from the commands themselves, the fields of the query language and the keys."""

from collections.abc import Iterator

import click

from wiredesk._version import __version__
from wiredesk.query.fields import FIELDS
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.group import wiredesk
from wiredesk_tui.keys import KEYS, shown

_EXITS = {
    Exit.DONE: "done",
    Exit.NOTHING: "nothing found",
    Exit.USAGE: "usage or configuration",
    Exit.UNREADABLE: "input unreadable",
    Exit.LOCKED: "index locked, or newer than the program",
    Exit.INTERRUPTED: "interrupted",
    Exit.NO_READER: "whoever read the output has gone, as with `| head`",
}


def manual() -> str:
    """The page in the macros of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH WIREDESK 1 "" "wiredesk {__version__}" "User Commands"'
    yield ".SH NAME"
    yield r"wiredesk \- brief yourself from a pile of news articles in a terminal"
    yield ".SH SYNOPSIS"
    yield r".B wiredesk"
    yield r"[\fIPATH\fR...]"
    yield ".br"
    yield r".B wiredesk"
    yield r"\fICOMMAND\fR [\fIOPTION\fR...] [\fIARGUMENT\fR...]"
    yield ".SH DESCRIPTION"
    yield _text(wiredesk.help or "")
    yield ".SH COMMANDS"
    context = click.Context(wiredesk, info_name="wiredesk")
    for name in ("open", *wiredesk.list_commands(context)):
        command = wiredesk.get_command(context, name)
        if command is not None:
            yield from _command(context, name, command)
    yield ".SH QUERIES"
    yield _text(
        'Bare words must all occur; "a phrase", -not, OR, (brackets), a prefix such as peshm*, a word that '
        "may be misspelt, minster~, words in one sentence, at most five apart, storm near/5 harbour. Case, "
        "accents, quotes, hyphens and odd spaces do not matter. Fields:"
    )
    for field, (_, about) in FIELDS.items():
        yield from (".TP", rf".B {field}:", _text(about))
    yield ".SH KEYS"
    for key in KEYS:
        names = ", ".join(shown(name, ascii=True) for name in key.keys.split(","))
        yield from (".TP", rf".B {_text(names)}", _text(key.text))
    yield ".SH EXIT STATUS"
    for code, about in _EXITS.items():
        yield from (".TP", rf".B {int(code)}", _text(about))
    yield ".SH ENVIRONMENT"
    for name, about in (
        ("NO_COLOR", "Use the terminal's own text and ground, bold, underline and reverse only."),
        ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where the program keeps its things."),
    ):
        yield from (".TP", rf".B {name}", _text(about))


def _command(parent: click.Context, name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    pieces = " ".join(command.collect_usage_pieces(context))
    yield from (".TP", rf"\fB{name}\fR {_text(pieces)}", _text(command.help or ""))
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            yield from (".RS", ".TP", rf".B {_text(record[0])}", _text(record[1]), ".RE")
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _command(context, f"{name} {inner}", found)


def _text(text: str) -> str:
    flat = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + flat if flat.startswith((".", "'")) else flat
