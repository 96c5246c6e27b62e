"""The library's errors as the command line tells them."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from wiredesk.errors import (
    ConfigError,
    DeskError,
    QueryError,
    StoreLockedError,
    StoreNewerError,
    WiredeskError,
)
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.telling import tell

P = ParamSpec("P")
R = TypeVar("R")


class Failure(click.ClickException):
    """An error with its exit code, told in one line or a few on standard error."""

    def __init__(self, message: str, code: Exit) -> None:
        super().__init__(message)
        self.code = code

    def show(self, file: object = None) -> None:
        """Print the error, safe for a terminal; `file` is click's, and not used."""
        from wiredesk.text import safe

        tell(f"wiredesk: {safe(self.format_message())}")


def tells_failures(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what the library raises into messages and exit codes."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except WiredeskError as error:
            raise Failure(str(error), _code(error)) from error

    return told


def point_at(query: str, error: QueryError) -> str:
    """A query's error with the query below it and the broken clause underlined."""
    from rich.cells import cell_len

    from wiredesk.text import safe_line

    before, broken = (safe_line(part) for part in (query[: error.start], query[error.start : error.end]))
    mark = " " * cell_len(before) + "^" * max(1, cell_len(broken))
    return f"{error}\n  {safe_line(query)}\n  {mark}"


def _code(error: WiredeskError) -> Exit:
    if isinstance(error, StoreLockedError | StoreNewerError):
        return Exit.LOCKED
    if isinstance(error, QueryError | ConfigError | DeskError):
        return Exit.USAGE
    return Exit.UNREADABLE
