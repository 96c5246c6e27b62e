"""What is known of the first screen of a start: where it is kept, and how a start is held still behind it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

ENTERED = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"
SETTLED = r"\? help.*12 files = 11 indexed"
BUDGET = 3_000
ARTICLE = (
    "---\ntitle: {title}\nsource: The Daily Test\ndate: 2024-05-0{day}\n---\n{title}. Ada Holt met Bo Lind.\n"
)

Painted = Callable[..., bool]


def stub(folder: Path, does: str) -> dict[str, str]:
    """An environment in which the first library that is imported does something else."""
    folder.mkdir(exist_ok=True)
    (folder / "click.py").write_text(f"import os, signal, sys\n{does}\n")
    return {"PYTHONPATH": f"{folder}{os.pathsep}{os.environ['PYTHONPATH']}"}


def opening(wire: Any, stubbed: Callable[[str], Any], environment: dict[str, str], **size: int) -> Any:
    """A start that stands still before the toolkit is there."""
    opened = wire("--sample", environment=environment | stubbed("signal.pause()"), **size)
    opened.until("opening")
    opened.settle()
    return opened


def briefs(home: dict[str, str]) -> list[Path]:
    """What is kept of briefs beside the indexes."""
    return sorted((Path(home["XDG_DATA_HOME"]) / "wiredesk" / "stores").glob("*/generations/*/front/first*"))


def forget_frames(home: dict[str, str]) -> None:
    """Have no start show what an earlier one has kept."""
    for file in frames(home):
        file.unlink()


def frames(home: dict[str, str]) -> list[Path]:
    """The first screens that are kept."""
    return sorted((Path(home["XDG_STATE_HOME"]) / "wiredesk" / "frames").glob("*"))
