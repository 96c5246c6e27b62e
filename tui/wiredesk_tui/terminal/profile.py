"""What the terminal can show, told from the environment alone.

`choose` is a pure function; `terminfo_colours` and `settled` ask the system. The toolkit is not imported.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

Wanted = Literal["auto", "rich", "lean", "plain"]
Name = Literal["rich", "lean", "plain"]
Colours = Literal[0, 16, 256, 16_777_216]

TRUE_COLOUR: Final = 16_777_216
BARE: Final = re.compile(r"linux|vt\d|cons25|ansi")
"""Beginnings of TERM whose fonts lack lines and blocks."""
SERIAL: Final = re.compile(r"vt\d")
"""Those that mostly stand at the end of a serial line."""
BETWEEN: Final[dict[Name, float]] = {"rich": 0.25, "lean": 2.0, "plain": 2.0}
"""Seconds between two reports while indexing: a line of 2 KB/s has room for one every other second."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How much is sent to the terminal.

    Attributes:
        name: `rich` is all it can show, `lean` little at a time, `plain` text without escape codes.
        why: What it was chosen by, in words.
        colours: How many it shows; 0 for its own text and ground only.
        colours_why: What that was told by.
        ascii: No character above U+007E.
        ascii_why: What that was told by.
        mouse: The program may have the mouse.
        between: Seconds between two reports of progress.
    """

    name: Name = "rich"
    why: str = "a terminal on this machine"
    colours: Colours = TRUE_COLOUR
    colours_why: str = "the default"
    ascii: bool = False
    ascii_why: str = "the default"
    mouse: bool = True
    between: float = BETWEEN["rich"]

    def theme(self, wanted: str) -> str:
        """The theme that can be shown where `wanted` is asked for: painted ones need 256 colours."""
        if self.colours == 0:
            return "monochrome"
        return "sixteen" if self.colours == 16 and wanted != "monochrome" else wanted

    def told(self) -> str:
        """All of it, in words."""
        shades = {0: "no colours", TRUE_COLOUR: "all colours"}.get(self.colours, f"{self.colours} colours")
        letters = "ASCII" if self.ascii else "all characters"
        return f"{shades}, {letters}, {'mouse if set' if self.mouse else 'no mouse'}"


RICH: Final = Profile()


def choose(
    environment: Mapping[str, str],
    *,
    wanted: Wanted = "auto",
    terminal: bool = True,
    encoding: str = "utf-8",
    ascii: bool | None = None,
    terminfo: int | None = None,
) -> Profile:
    """The profile that fits a terminal.

    Args:
        environment: As `os.environ`.
        wanted: What the reader asked for.
        terminal: Output and keys are a terminal's.
        encoding: Of standard output.
        ascii: The reader's setting; None leaves it to the environment.
        terminfo: Colours that the terminal's own description gives; None where there is none.
    """
    name, why = _name(environment, wanted, terminal)
    colours, colours_why = _colours(environment, name, terminfo)
    letters, letters_why = _ascii(environment, encoding, ascii)
    return Profile(
        name, why, colours, colours_why, letters, letters_why, mouse=name == "rich", between=BETWEEN[name]
    )


def switched(profile: Profile, environment: Mapping[str, str], terminfo: int | None) -> Profile:
    """The other profile with a screen, as a reader chooses it while the program runs."""
    other = choose(environment, wanted="lean" if profile.name == "rich" else "rich", terminfo=terminfo)
    return replace(other, why="chosen by key", ascii=profile.ascii, ascii_why=profile.ascii_why)


def _name(environment: Mapping[str, str], wanted: Wanted, terminal: bool) -> tuple[Name, str]:
    kind = environment.get("TERM", "")
    if not terminal:
        return "plain", "there is no terminal"
    if kind in ("", "dumb"):
        return "plain", f"TERM is {kind or 'not set'}"
    if wanted != "auto":
        return wanted, "asked for"
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        if environment.get(name):
            return "lean", f"{name} is set"
    if SERIAL.match(kind):
        return "lean", f"TERM is {kind}"
    return "rich", "a terminal on this machine"


def _colours(environment: Mapping[str, str], name: Name, terminfo: int | None) -> tuple[Colours, str]:
    kind = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        return 0, "NO_COLOR is set"
    if name == "plain":
        return 0, "plain text has none"
    if BARE.match(kind):
        return 16, f"TERM is {kind}"
    if environment.get("COLORTERM") in ("truecolor", "24bit"):
        found: tuple[Colours, str] = TRUE_COLOUR, f"COLORTERM is {environment['COLORTERM']}"
    elif "direct" in kind:
        found = TRUE_COLOUR, f"TERM is {kind}"
    elif "256color" in kind or "kitty" in kind:
        found = 256, f"TERM is {kind}"
    elif terminfo is not None and terminfo >= 256:
        found = (TRUE_COLOUR if terminfo > 256 else 256), f"terminfo of {kind} has {terminfo:,}"
    elif terminfo is not None and terminfo < 8:
        return 0, f"terminfo of {kind} has none"
    else:
        return 16, f"TERM is {kind}" if terminfo is None else f"terminfo of {kind} has {terminfo}"
    # A colour of 256 takes half the bytes of one of 16 million.
    return (256, f"lean, {found[1]}") if name == "lean" else found


def _ascii(environment: Mapping[str, str], encoding: str, ascii: bool | None) -> tuple[bool, str]:
    kind = environment.get("TERM", "")
    if ascii is not None:
        return ascii, "set"
    if not encoding.lower().replace("-", "").startswith(("utf", "cp65001")):
        return True, f"the output is {encoding}"
    if (told := ascii_locale(environment)) is not None:
        return True, told
    if BARE.match(kind):
        return True, f"TERM is {kind}"
    return False, "the default"


def ascii_locale(environment: Mapping[str, str]) -> str | None:
    """What says that text should be ASCII; None where nothing does, as where no locale is stated at all.

    The first of LC_ALL, LC_CTYPE and LANG that is not empty counts, as POSIX has it.
    """
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if value := environment.get(name):
            return f"{name} is {value}" if value in ("C", "POSIX") else None
    return None


def terminfo_colours() -> int | None:
    """Colours that the system's description of this terminal gives; None where there is no description."""
    try:
        import curses
    except ImportError:  # not on every system
        return None
    try:
        curses.setupterm()
        return curses.tigetnum("colors")
    except (curses.error, OSError, ValueError):
        return None


def erases_in_colour() -> bool:
    """Whether the terminal's description says that erased cells get the pen's ground (`bce`)."""
    try:
        import curses
    except ImportError:  # some small Pythons are built without
        return False
    try:
        curses.setupterm(fd=1)
    except curses.error:
        return False
    return curses.tigetflag("bce") == 1


def settled(wanted: Wanted, *, ascii: bool | None) -> Profile:
    """The profile of the terminal that this program runs in."""
    terminal = sys.stdout.isatty()  # standard error may be kept apart: the screen does without it
    return choose(
        os.environ,
        wanted=wanted,
        terminal=terminal,
        encoding=sys.stdout.encoding or "ascii",
        ascii=ascii,
        terminfo=terminfo_colours() if terminal else None,
    )
