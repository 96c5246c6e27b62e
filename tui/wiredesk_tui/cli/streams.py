"""The standard streams as the commands need them: open, able to take any text, and gone without a trace."""

import codecs
import io
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import BinaryIO, Final, cast

import click

from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure
from wiredesk_tui.cli.telling import send_nowhere
from wiredesk_tui.terminal.letters import READABLE, register, to_ascii
from wiredesk_tui.terminal.profile import ascii_locale

_STREAMS: Final = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
"""By their handle."""


def make_ready() -> None:
    """Open what the caller closed (`>&-`), and let no character stop an output whose encoding lacks it.

    A closed stream's handle would go to the next file that is opened, and what somebody then prints
    would go into that file. Whoever prints data to a closed standard output is told, as by other programs;
    what is said on standard error may be lost.
    """
    for handle, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            nothing = os.open(os.devnull, os.O_RDONLY if name == "stdout" else os.O_RDWR)
            if nothing != handle:
                os.dup2(nothing, handle)
                os.close(nothing)
            stream = open(handle, mode, encoding="utf-8", errors="replace")  # noqa: SIM115 - for good
            setattr(sys, name, stream)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Not "?": "≥ 300" must not become a doubtful 300.
        register()
        sys.stdout.reconfigure(errors=READABLE)
    if _wants_ascii():
        for name in ("stdout", "stderr"):
            _spell_out(name)


class _AsciiStream(io.TextIOWrapper):
    """Writes ASCII under the name of UTF-8: one that said it was ASCII would be sent UTF-8 by click."""

    def write(self, text: str, /) -> int:
        """Write a text."""
        super().write(to_ascii(text))
        return len(text)


def _spell_out(name: str) -> None:
    old: object = getattr(sys, name)
    if isinstance(old, io.TextIOWrapper):
        lines, at_once = old.line_buffering, old.write_through
        raw = cast("BinaryIO", old.detach())  # pyright: ignore[reportUnknownMemberType]
        new = _AsciiStream(raw, encoding="utf-8", line_buffering=lines, write_through=at_once)
        setattr(sys, name, new)
        setattr(sys, f"__{name}__", new)


def _wants_ascii() -> bool:
    """Standard output is ASCII, or the locale is C, in which Python writes UTF-8 unless told otherwise."""
    if codecs.lookup(sys.stdout.encoding or "ascii").name == "ascii":
        return True
    chosen = "PYTHONIOENCODING" in os.environ or os.environ.get("PYTHONUTF8") == "1"
    return ascii_locale(os.environ) is not None and not chosen


@contextmanager
def output_told() -> Generator[None, None, None]:
    """Tell what goes wrong with standard output.

    Raises:
        click.exceptions.Exit: its reader has gone (`| head`): nothing is said about it, and the exit code is
            that of a program which the system stops for it.
        Failure: it cannot be written.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        send_nowhere(sys.stdout)
        raise click.exceptions.Exit(Exit.NO_READER) from None
    except OSError as error:
        if error.filename is not None:  # of a file, which standard output never names
            raise
        send_nowhere(sys.stdout)
        raise Failure(
            f"standard output: cannot be written ({error.strerror}); send it elsewhere", Exit.UNREADABLE
        ) from error
