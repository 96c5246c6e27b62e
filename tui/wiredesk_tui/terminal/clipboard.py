"""Handing a text on for pasting, and saying no more of it than is known.

OSC 52 asks the terminal to put a text on its clipboard; no terminal answers whether it did. tmux keeps a text
in a buffer of its own, and says so. Where neither is to be had, the text is written to a file.
"""

import base64
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from wiredesk_tui.aside import write_whole

CAP: Final[dict[str, int]] = {"rich": 74_994, "lean": 8_000}
"""Bytes of base64 sent at most: xterm's own limit, and four seconds of a line of 2 KB/s."""
PATIENCE: Final = 1.0
"""Seconds for tmux to answer."""

Way = Literal["terminal", "tmux", "through tmux", "file", "shown"]
Run = Callable[[Sequence[str], str], str | None]
"""Runs a command with a text on its standard input; its output, or None where it failed."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of a text.

    Attributes:
        way: How it was handed on.
        sequence: What is still to be written to the terminal, if anything.
        words: What the reader is told.
    """

    way: Way
    sequence: str
    words: str


def hand_on(
    text: str, environment: Mapping[str, str], *, profile: str, file: Path | None, run: Run | None = None
) -> Handed:
    """Hand a text on by the best way there is.

    Args:
        text: What is to be pasted.
        environment: As `os.environ`.
        profile: Name of the terminal's profile, which says how much may be sent.
        file: Where to write the text if there is no other way; None: it is only shown.
        run: Runs tmux.
    """
    run = run or run_command
    cap = CAP.get(profile, CAP["lean"])
    encoded = base64.b64encode(text.encode()).decode("ascii")
    if environment.get("TMUX"):
        return _by_tmux(text, encoded, cap, file, run)
    if why := _deaf(environment):
        return _by_file(text, file, why)
    if len(encoded) > cap:
        return _by_file(text, file, f"it is longer than the {cap:,} bytes that are sent at most")
    words = "It was offered to the terminal's clipboard; whether the terminal took it, it does not say."
    return Handed("terminal", osc52(encoded), words)


def osc52(encoded: str) -> str:
    """The control sequence that asks for a text, in base64, to be put on the clipboard."""
    return f"\x1b]52;c;{encoded}\x07"


def passed_through(sequence: str) -> str:
    """A sequence wrapped so that tmux hands it to the terminal around it."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def _deaf(environment: Mapping[str, str]) -> str | None:
    kind = environment.get("TERM", "")
    if environment.get("STY"):
        return "GNU screen passes nothing on"
    if kind.startswith("vt") and not kind.startswith("vte"):
        return f"a {kind} has no clipboard"
    if kind.startswith(("linux", "dumb")) or not kind:
        return "this terminal has no clipboard"
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return "this terminal takes no text for its clipboard"
    return None


def _by_tmux(text: str, encoded: str, cap: int, file: Path | None, run: Run) -> Handed:
    # -w hands it to the terminal around tmux as well, if tmux is set to; older ones know no -w.
    if run(("tmux", "load-buffer", "-w", "-"), text) is not None:
        words = (
            "It is in tmux's buffer (prefix ] pastes it), and was offered to the terminal if tmux is set to."
        )
        return Handed("tmux", "", words)
    if run(("tmux", "load-buffer", "-"), text) is not None:
        return Handed("tmux", "", "It is in tmux's buffer: prefix ] pastes it.")
    allowed = (run(("tmux", "show-options", "-gqv", "allow-passthrough"), "") or "").strip()
    if allowed in ("on", "all") and len(encoded) <= cap:
        words = "It was offered to the terminal around tmux; whether that took it, it does not say."
        return Handed("through tmux", passed_through(osc52(encoded)), words)
    return _by_file(text, file, "tmux did not take it")


def _by_file(text: str, file: Path | None, why: str) -> Handed:
    if file is None:
        return Handed("shown", "", f"Select it here, as {why}.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text + "\n")
    except OSError as error:
        return Handed(
            "file", "", f"{file}: cannot be written ({error.strerror}); select the text here instead."
        )
    return Handed("file", "", f"It was written to {file}, as {why}.")


def run_command(command: Sequence[str], text: str) -> str | None:
    """Run a command with a text on its standard input; its output, or None where it failed."""
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments, no shell
            command,
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
