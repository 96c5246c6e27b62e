"""The command `wiredesk`. Imports as little as it can: each command fetches what it needs itself."""

import sys

from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure
from wiredesk_tui.cli.group import wiredesk
from wiredesk_tui.cli.streams import make_ready


def main() -> None:
    """Run the command line and leave with one of the exit codes of `wiredesk_tui.cli.exits`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line.

    Args:
        arguments: What stands behind the program's name.

    Returns:
        The exit code.
    """
    import click

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
