"""Whether the terminal's ground is light or dark, and who says so. The toolkit is not imported.

The terminal is asked by OSC 11 for the colour of its ground, and right behind by DA1 for what it is: all
terminals answer the second, in order, so that one which passes over the first is known not to tell.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from wiredesk_tui.aside import write_whole

Ground = Literal["light", "dark"]
WantedGround = Literal["auto", "light", "dark"]
By = Literal["setting", "terminal", "reader", "environment", "default"]

ASK: Final = "\x1b]11;?\x1b\\\x1b[c"
"""OSC 11 with a question mark (xterm's control sequences), then DA1 (ECMA-48, VT100)."""
MIDDLE: Final = 0.179
"""Luminance on which black and white are equally readable: (L + .05) / .05 = 1.05 / (L + .05), WCAG 2.1."""
COLOUR: Final = re.compile(
    r"rgb:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})"
    r"|rgba:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})/[0-9a-f]{1,4}",
    re.IGNORECASE,
)
"""How XParseColor writes a colour: 1 to 4 digits for each part, all of them its whole range."""
THEMES: Final[dict[Ground, str]] = {"light": "light", "dark": "dark"}
"""Ground -> the shipped theme for it."""
WORDS: Final[dict[By, str]] = {
    "setting": "the setting ground",
    "terminal": "the terminal, when the desk was last open in it",
    "reader": "you",
    "environment": "COLORFGBG",
    "default": "nothing: it is the default",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A ground, and who said so."""

    ground: Ground
    by: By


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is known of this terminal's ground, and where that is kept.

    Attributes:
        told: What is known so far.
        asks: The terminal is to be asked, for themes follow what it says.
        asked: The reader was asked before.
        kind: What the terminal calls itself.
        file: Remembers the ground of each kind.
    """

    told: Told
    asks: bool
    asked: bool
    kind: str
    file: Path

    def learnt(self, ground: Ground, by: By) -> "Grounds":
        """The same with a new ground, which is remembered if the file can be written."""
        told = Told(ground, by)
        if told != recalled(self.file).get(self.kind):
            remember(self.file, self.kind, told)
        return replace(self, told=told, asked=True)


def grounds(wanted: WantedGround, environment: Mapping[str, str], file: Path, *, follows: bool) -> Grounds:
    """What is known of the ground before the terminal is asked.

    Args:
        wanted: What the reader's settings say.
        environment: As `os.environ`.
        file: Remembers what was told before.
        follows: Something hangs on it: no theme is set, and there are themes for both.
    """
    kind = environment.get("TERM_PROGRAM") or environment.get("TERM") or "unknown"
    kind = re.sub(r"[^\w.+-]", "_", kind)
    known = recalled(file).get(kind)
    if wanted != "auto":
        told = Told(wanted, "setting")
    elif known is not None and known.by != "default":
        told = known
    elif (stated := stated_ground(environment)) is not None:
        told = Told(stated, "environment")
    else:
        told = Told("dark", "default")
    asked = known is not None or told.by != "default"
    return Grounds(told, follows and wanted == "auto", asked, kind, file)


def stated_ground(environment: Mapping[str, str]) -> Ground | None:
    """The ground as COLORFGBG ("text;ground") tells it; None where it does not."""
    number = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not re.fullmatch(r"[0-9]{1,2}", number) or int(number) > 15:
        return None
    return "light" if int(number) == 7 or int(number) > 8 else "dark"


def answered_ground(answer: str) -> Ground | None:
    """The ground as a terminal's answer to OSC 11 gives its colour; None where it is in no form we know."""
    match = COLOUR.fullmatch(answer)
    if match is None:
        return None
    parts = [part for part in match.groups() if part is not None]
    luminance = _luminance([int(part, 16) / (16 ** len(part) - 1) for part in parts])
    return "light" if luminance > MIDDLE else "dark"


def _luminance(parts: list[float]) -> float:
    """Relative luminance of red, green and blue, each 0..1, as WCAG 2.1 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def recalled(file: Path) -> dict[str, Told]:
    """Kind of terminal -> what was told of its ground; lines that are not ours are passed over."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    found: dict[str, Told] = {}
    for line in lines:
        match line.split(" "):
            case [kind, "light" | "dark" as ground, "terminal" | "reader" | "default" as by]:
                found[kind] = Told(ground, by)
            case _:
                continue
    return found


def remember(file: Path, kind: str, told: Told) -> bool:
    """Keep what was told of a kind of terminal; False where the file cannot be written."""
    known = recalled(file) | {kind: told}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, "".join(f"{name} {one.ground} {one.by}\n" for name, one in sorted(known.items())))
    except OSError:
        return False
    return True
