"""The programs that `terminal.py` measures: something to show in each, and the keys that do the same."""

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

DOWN, NEXT_PAGE, ENTER, ESCAPE = "\x1b[B", "\x1b[6~", "\r", "\x1b"
ROWS: Final = 1_000
"""Entries of the list that the others are given."""


@dataclass(frozen=True)
class Peer:
    """A program at a terminal.

    Attributes:
        name: What it is called.
        command: What starts it.
        environment: What it needs.
        ready: What its first useful screen shows, a regular expression.
        to_list: Keys from there to a list that is longer than a page.
        quit: Keys that end it, from anywhere.
        doing: What is done -> the keys for it, from the list; several keys are pressed one by one, and the
            last one counts.
        undo: What is done -> the keys back to the list, where it leads away from there.
    """

    name: str
    command: list[str]
    environment: dict[str, str]
    ready: str
    to_list: str
    quit: str
    doing: dict[str, tuple[str, ...]]
    undo: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


def wiredesk(folder: Path) -> Peer:
    """This program on the sample corpus; it is to be started once before it is measured."""
    places = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "STATE", "CONFIG", "CACHE")}
    return Peer(
        "wiredesk",
        [sys.executable, "-m", "wiredesk_tui", "--sample"],
        places | {"COLORFGBG": "15;0"},
        r"12 files = 11 indexed",
        "4",
        "\x1b[21~",
        {
            "pane switch": ("3",),
            "letter": ("/", "i"),
            "results kept": ("/", "i", ENTER),
            "help": ("?",),
            "action line": (":",),
        },
        {
            "pane switch": ("4",),
            "letter": (ESCAPE,),
            "results kept": (ESCAPE, "4"),
            "help": (ESCAPE,),
            "action line": (ESCAPE,),
        },
    )


def newsboat(folder: Path) -> Peer | None:
    """newsboat on one feed; None where it is not installed."""
    program = shutil.which("newsboat")
    if program is None:
        return None
    items = "".join(
        f"<item><title>Report {number} on the storm in Lund</title><guid>{number}</guid>"
        f"<description>The storm came at {number}.</description></item>"
        for number in range(ROWS)
    )
    feed = folder / "feed.xml"
    feed.write_text(f'<rss version="2.0"><channel><title>Storms</title>{items}</channel></rss>')
    (folder / "urls").write_text(f"file://{feed}\n")
    (folder / "config").write_text("max-items 0\n")
    command = [program, "-u", str(folder / "urls"), "-c", str(folder / "cache"), "-C", str(folder / "config")]
    subprocess.run([*command, "-x", "reload"], check=True, capture_output=True)
    return Peer(
        "newsboat",
        command,
        {},
        r"Storms",
        ENTER,
        "Q",
        {
            "pane switch": ("q",),
            "letter": ("/", "i"),
            "results kept": ("/", "i", ENTER),
            "help": ("?",),
            "action line": (":",),
        },
        {
            "pane switch": (ENTER,),
            "letter": ("\x07",),
            "results kept": ("q",),
            "help": ("q",),
            "action line": ("\x07",),
        },
    )


def tig(folder: Path) -> Peer | None:
    """tig on a history of its own; None where it is not installed."""
    program, git = shutil.which("tig"), shutil.which("git")
    if program is None or git is None:
        return None
    history = "".join(
        f"commit refs/heads/main\nmark :{number + 1}\n"
        f"committer Reader <reader@example.org> {1_600_000_000 + number * 3600} +0000\n"
        f"data <<END\nReport {number} on the storm in Lund\nEND\n" + (f"from :{number}\n" if number else "")
        for number in range(ROWS)
    )
    place = folder / "history"
    subprocess.run([git, "init", "-q", str(place)], check=True)
    subprocess.run([git, "-C", str(place), "fast-import", "--quiet"], input=history, text=True, check=True)
    return Peer(
        "tig",
        [program, "-C", str(place), "main"],
        {"GIT_CONFIG_GLOBAL": "/dev/null"},
        r"Report 9\d\d on the storm",
        "",
        "Q",
        {
            "pane switch": ("r",),
            "letter": ("/", "i"),
            "results kept": ("/", "i", ENTER),
            "help": ("h",),
            "action line": (":",),
        },
        {
            "pane switch": ("q",),
            "letter": ("\x07",),
            "results kept": (),
            "help": ("q",),
            "action line": ("\x07",),
        },
    )
