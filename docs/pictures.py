"""Draw the pictures of the documents from the program itself: `python docs/pictures.py`.

Each picture is the program on the sample corpus, after some keys, as SVG beside this file.
"""

import asyncio
import re
from pathlib import Path
from typing import Final

from wiredesk.build import build_index
from wiredesk.seeds import seeds_dir
from wiredesk.store import Index
from wiredesk_tui.app import WiredeskApp
from wiredesk_tui.job import Job

HERE: Final = Path(__file__).parent

PICTURES: Final[dict[str, tuple[tuple[int, int], tuple[str, ...]]]] = {
    "brief": ((80, 24), ("1",)),
    "articles": ((80, 24), ("2", "down", "enter")),
    "actors": ((80, 24), ("3",)),
    "timeline": ((80, 24), ("4",)),
    "figures": ((80, 24), ("5",)),
    "search": ((80, 24), ("slash", *"2,500", "enter")),
    "wide": ((160, 48), ("5", "down", "down", "down", "enter")),
}
"""Name -> size in columns and rows, and the keys that lead to what is shown."""

_FONTS: Final = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
"""The pictures fetch nothing: whoever looks at them has some fixed-width font."""


def job(index: Index) -> Job:
    """A job whose index is ready."""
    return Job("the sample corpus", lambda: index, lambda on_progress, on_partial, cancel: index)


async def draw(index: Index, name: str) -> Path:
    """Run the program, press the keys, and write what it shows."""
    size, keys = PICTURES[name]
    app = WiredeskApp(job(index))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause(0.3)
        drawn = app.export_screenshot(title=f"wiredesk {size[0]}×{size[1]}", simplify=True)
    target = HERE / f"{name}-{size[0]}x{size[1]}.svg"
    target.write_text(_FONTS.sub("", drawn).replace("Fira Code", "monospace"), encoding="utf-8")
    return target


def main() -> None:
    """Draw all pictures."""
    index = build_index([seeds_dir()], None)
    for name in PICTURES:
        print(asyncio.run(draw(index, name)))


if __name__ == "__main__":
    main()
