"""What a first frame depends on: starts with the same circumstances show the same pile in the same way."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from wiredesk._version import __version__

STREAMS: Final = (0, 1, 2)
SAMPLE: Final = "--sample"
SAID: Final = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "COLORFGBG", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "HOME",
    "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "PYTHONIOENCODING", "PYTHONUTF8", "TERMINFO",
    "ESCDELAY", "STY",
)  # fmt: skip
"""Variables that decide where things are, or how they look."""
SET: Final = ("SSH_CONNECTION", "SSH_TTY")
"""Variables of which it counts only whether they are set: each connection has other ones."""
FORCED: Final = ("COLUMNS", "LINES")
"""Variables by which the toolkit takes another size than the terminal's: no frame is shown with them."""


def state_folder(environment: Mapping[str, str]) -> str:
    """Where the program keeps what it remembers, as `wiredesk_tui.places` has it."""
    if sys.platform.startswith("linux"):
        given = environment.get("XDG_STATE_HOME", "")
        return os.path.join(given if given.strip() else os.path.expanduser("~/.local/state"), "wiredesk")
    from wiredesk_tui.places import last_desk_file

    return str(last_desk_file().parent)


def circumstances(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """What a first frame depends on, as far as the terminal and the call tell.

    Args:
        arguments: What stands behind the program's name.
        environment: As `os.environ`.

    Returns:
        Words to be compared with those of other starts; None where no frame may be shown or kept: with
        options, without a terminal, or where one shows nothing but plain text.
    """
    paths = piles(arguments, environment)
    if paths is None or environment.get("TERM", "") in ("", "dumb"):
        return None
    if any(environment.get(name) for name in FORCED) or not all(map(os.isatty, STREAMS)):
        return None
    try:
        width, height = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return (
        f"version={__version__}",
        f"code={os.path.dirname(os.path.abspath(__file__))}",
        f"python={sys.version}",
        f"size={width}x{height}",
        f"encoding={sys.stdout.encoding}",
        *(f"{name}={environment[name]}" for name in SAID if name in environment),
        *(name for name in environment if name.startswith("TEXTUAL")),
        *(name for name in SET if environment.get(name)),
        *(f"pile={os.path.realpath(path)}" for path in paths),
        *(f"called={path}" for path in paths),
    )


def piles(arguments: Sequence[str], environment: Mapping[str, str]) -> list[str] | None:
    """The paths that are opened, as they are called; nothing for the sample, None where options are given."""
    if list(arguments) == [SAMPLE]:
        return []
    if any(not argument or argument.startswith("-") for argument in arguments):
        return None
    return list(arguments) or _remembered(environment)


def _remembered(environment: Mapping[str, str]) -> list[str]:
    """What is opened where nothing is named: what was opened last, while all of it is there."""
    try:
        with open(os.path.join(state_folder(environment), "last"), encoding="utf-8") as file:
            paths = [line for line in file.read().splitlines() if line]
    except (OSError, UnicodeDecodeError):
        return []
    return paths if all(map(os.path.exists, paths)) else []
