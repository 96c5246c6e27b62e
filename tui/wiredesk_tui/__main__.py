"""The command `wiredesk`. Imports as little as it can: each command fetches what it needs itself."""

import sys
from typing import Final

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
    # Imported here, so that an interrupt meanwhile is one like any other.
    import click

    from wiredesk_tui.cli.exits import Exit
    from wiredesk_tui.cli.failures import Failure
    from wiredesk_tui.cli.group import wiredesk
    from wiredesk_tui.cli.streams import make_ready

    make_ready()
    try:
        code = wiredesk.main(arguments, prog_name="wiredesk", standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.UsageError as mistake:
        mistake.show()
        return Exit.USAGE
    except Failure as failure:
        failure.show()
        return failure.code
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    return code if isinstance(code, int) else Exit.DONE


if __name__ == "__main__":
    main()
