"""Draw the pictures of the documents from the program itself: `python docs/pictures.py [NAME]...`.

Each picture is the program on the sample corpus after some keys, as SVG in `docs/pictures`.
"""

import asyncio
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from wiredesk.build import build_index
from wiredesk.seeds import seeds_dir
from wiredesk.store import Index
from wiredesk_tui.app import WiredeskApp
from wiredesk_tui.contents import PANES
from wiredesk_tui.job import Job
from wiredesk_tui.settings import Settings
from wiredesk_tui.terminal.profile import RICH, Profile

PICTURES: Final = Path(__file__).parent / "pictures"
SIZES: Final = ((80, 24), (160, 48))
CELL: Final = (8.4, 17)
"""Width and height of a cell for letters of 14, as most fixed-width fonts have them."""
BASELINE: Final = 13
"""How far below the top of its cell a letter stands."""
SETTLED: Final = 0.3
"""Seconds after a key until nothing moves any more."""
UNREADABLE: Final = {
    "empty.html": b"<html></html>",
    "scan.pdf": b"%PDF-1.4 \x00\x01",
    "notes.docx": b"PK\x03\x04",
}
"""Files that no article can be read from, for the picture of what was refused."""

KEYS: Final[dict[str, tuple[str, ...]]] = {
    **{name: (key,) for name, (key, _) in PANES.items()},
    "articles": ("2", "down", "enter"),
    "actor": ("3", "enter"),
    "timeline": ("4", "down", "down", "enter"),
    "figures": ("5", "down", "down", "down", "down", "enter"),
    "search": ("slash", *"2,500", "enter"),
    "reader": ("2", "down", "enter", "f"),
    "help": ("3", "question_mark"),
    "action": ("colon", "z"),
    "citation": ("4", "down", "y"),
}
"""What is shown -> the keys that lead there."""
THEMED: Final = "timeline"
"""What is drawn in other themes too."""
THEMES: Final[dict[str, tuple[Profile, str, str]]] = {
    "dark": (RICH, "#d7dae0", "#16181d"),
    "light": (RICH, "#23262d", "#fbfaf7"),
    "high-contrast": (RICH, "#ffffff", "#000000"),
    "sixteen": (Profile(colours=16), "#d7dae0", "#16181d"),
    "monochrome": (Profile(colours=0, ascii=True), "#d7dae0", "#16181d"),
}
"""Theme -> what the terminal shows, and the colours of its text and its ground."""


@dataclass(frozen=True)
class Picture:
    """What is drawn, and how."""

    name: str
    size: tuple[int, int]
    theme: str = "dark"

    @property
    def file(self) -> Path:
        """Where it is kept."""
        theme = "" if self.theme == "dark" else f"-{self.theme}"
        return PICTURES / f"{self.name}{theme}-{self.size[0]}x{self.size[1]}.svg"


ALL: Final = (
    *(Picture(name, size) for name, size in product(KEYS, SIZES)),
    *(Picture(THEMED, SIZES[0], theme) for theme in THEMES if theme != "dark"),
)


async def shown(index: Index, picture: Picture) -> list[list[Segment]]:
    """Run the program, press the keys, and give the lines that it shows."""
    job = Job("the sample corpus", lambda: index, lambda on_progress, on_partial, cancel: index)
    app = WiredeskApp(job, Settings(theme=picture.theme), profile=THEMES[picture.theme][0])
    async with app.run_test(size=picture.size) as pilot:
        await app.workers.wait_for_complete()
        for key in KEYS[picture.name]:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause(SETTLED)
        strips = app.screen._compositor.render_strips()  # pyright: ignore[reportPrivateUsage]
        return [list(strip) for strip in strips]


def drawn(lines: Iterable[Iterable[Segment]], picture: Picture) -> str:
    """The lines as SVG: a rectangle for each ground of its own, a text for each style."""
    (width, height), (across, down) = picture.size, CELL
    _, text, ground = THEMES[picture.theme]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * across:.0f} {height * down}" '
        f'font-family="monospace" font-size="14" fill="{text}" xml:space="preserve">',
        f'<rect width="100%" height="100%" fill="{ground}"/>',
    ]
    for y, line in enumerate(lines):
        x = 0
        for segment in Segment.simplify(line):
            cells = cell_len(segment.text)
            style = segment.style or Style()
            ink, paper = _hex(style.color, text), _hex(style.bgcolor, ground)
            ink, paper = (paper, ink) if style.reverse else (ink, paper)
            if paper != ground:
                place = f'x="{x * across:.4g}" y="{y * down}" width="{cells * across:.5g}" height="{down}"'
                parts.append(f'<rect {place} fill="{paper}"/>')
            if segment.text.strip():
                parts.append(_letters(segment.text, x, y, style, "" if ink == text else ink))
            x += cells
    return "\n".join([*parts, "</svg>", ""])


def _letters(text: str, x: int, y: int, style: Style, ink: str) -> str:
    across, down = CELL
    x += len(text) - len(text.lstrip(" "))
    text = text.strip(" ")
    looks = {
        "fill": ink,
        "font-weight": "bold" if style.bold else "",
        "font-style": "italic" if style.italic else "",
        "text-decoration": "underline" if style.underline else "",
    }
    look = "".join(f' {name}="{value}"' for name, value in looks.items() if value)
    place = f'x="{x * across:.4g}" y="{y * down + BASELINE}" textLength="{cell_len(text) * across:.5g}"'
    return f"<text {place}{look}>{escape(text)}</text>"


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.is_default else colour.get_truecolor().hex


def main(names: list[str]) -> None:
    """Draw the pictures of some names, or all."""
    PICTURES.mkdir(exist_ok=True)
    index = build_index([seeds_dir()], None)
    with TemporaryDirectory() as folder:
        for name, data in UNREADABLE.items():
            (Path(folder) / name).write_bytes(data)
        refused = build_index([seeds_dir(), Path(folder)], None)
    for picture in ALL:
        if not names or picture.name in names:
            lines = asyncio.run(shown(refused if picture.name == "refused" else index, picture))
            picture.file.write_text(drawn(lines, picture), encoding="utf-8")
            print(picture.file)


if __name__ == "__main__":
    main(sys.argv[1:])
