"""The command `wiredesk`. Imports as little as it can: each command fetches what it needs itself."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wiredesk_tui.early.opening import Opening

_INTERRUPTED: Final = 130
"""`Exit.INTERRUPTED`, for an interrupt that comes before anything is imported."""


def main() -> None:
    """Run the command line and leave with one of the exit codes of `wiredesk_tui.cli.exits`."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run the command line.

    Args:
        arguments: What stands behind the program's name.

    Returns:
        The exit code.
    """
    # Imported here and below, so that an interrupt meanwhile is one like any other.
    from wiredesk_tui.early.opening import begin

    with begin(arguments) as opening:
        code, tell = _called(arguments, opening)
    if tell is not None:  # only now: what is told while a first frame stands there goes away with it
        tell()
    return code


def _called(arguments: list[str], opening: "Opening") -> tuple[int, Callable[[], None] | None]:
    """Call the command; its exit code, and what tells of a mistake, if there was one."""
    import click

    from wiredesk_tui.cli.exits import Exit
    from wiredesk_tui.cli.failures import Failure
    from wiredesk_tui.cli.group import wiredesk
    from wiredesk_tui.cli.streams import make_ready

    make_ready()
    try:
        code = wiredesk.main(arguments, prog_name="wiredesk", standalone_mode=False, obj=opening)
    except click.exceptions.Exit as leave:
        return leave.exit_code, None
    except click.UsageError as mistake:
        return Exit.USAGE, mistake.show
    except Failure as failure:
        return failure.code, failure.show
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED, None
    return code if isinstance(code, int) else Exit.DONE, None


if __name__ == "__main__":
    main()
