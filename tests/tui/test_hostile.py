"""Text that means harm is inert on every part of the screen."""

import base64
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from rich.cells import cell_len

from wiredesk.store import Index
from wiredesk.text import safe
from wiredesk_tui.line_widget import LineWidget

Make = Callable[..., Any]
HARM = (
    "\x1b]52;c;aGVsbG8=\x07", "\x1b[2J\x1b[H", "\x9b31m", "\u202egnp.exe\u202c", "\u2066x\u2069",
    "[@click=app.quit]click[/]", "[bold red]red[/]", "\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\",
    "\x00\x08\x7f\x85", "مرحبا بالعالم", "漢字かな交じり文", "e\u0301\u0327\u0327", "👩‍👩‍👧🏳️‍🌈",
)  # fmt: skip


def forbidden(text: str) -> list[str]:
    """The characters of a text that act on a terminal or reorder its line."""
    controls = [char for char in text if (ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0)]
    return controls + [
        char for char in text if char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    ]


@pytest.fixture
def hostile(make_index: Make) -> Index:
    """Articles full of harm: as they are after reading (`safe`), with metadata that went around it."""
    text = safe(" ".join(HARM)).replace("\n", " ").replace("|", "").replace("{", "").replace("}", "")
    body = (
        f"{{person:{text}|{text}}} said {{day:2021-07-06|{text}}} and {{undated:|{text}}} "
        f"that {{figure:at least 3 count {text.split()[0]}|{text}}}."
    )
    raw = "".join(HARM)
    about = [
        {"title": raw, "source": raw, "byline": raw, "path": raw, "url": raw, "published": date(2021, 7, 6)}
    ]
    index: Index = make_index([(text, body, body)], about=about, refused=[(raw, raw)])
    return index


def widgets(reader: Any) -> Iterator[LineWidget]:
    yield from (w for w in reader.app.screen.query(LineWidget) if w.region and w.is_on_screen)


def check(reader: Any) -> None:
    for widget in widgets(reader):
        for y in range(widget.size.height):
            strip = widget.render_line(y)
            assert not forbidden(strip.text), (widget, strip.text)
            assert cell_len(strip.text) == widget.size.width, (widget, strip.text)
            assert not any(s.style is not None and (s.style.meta or s.style.link) for s in strip)


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (37, 11)])
async def test_no_pane_lets_harm_through_and_every_line_keeps_its_width(
    reader_of: Make, hostile: Index, size: tuple[int, int]
) -> None:
    async with reader_of(hostile, size) as reader:
        for keys in (
            ("1",),
            ("2",),
            ("3",),
            ("enter",),
            ("4",),
            ("5",),
            ("7",),
            ("r",),
            ("r", "enter"),
            ("_",),
        ):
            await reader.press(*keys)
            check(reader)
        await reader.press("2", "enter")
        check(reader)
        for key in ("]", "space", "G", "f"):
            await reader.press(key)
            check(reader)
        await reader.press("escape", "escape", "3", "space", "2", "space", "y")
        check(reader)


async def test_a_citation_of_harm_is_harmless_on_the_screen(reader_of: Make, hostile: Index) -> None:
    async with reader_of(hostile) as reader:
        await reader.press("5", "y")
        assert reader.sees("NoticeText")
        check(reader)
        sent = base64.b64encode(reader.app.clipboard.encode())
        assert b"\x1b" not in sent


async def test_harm_that_is_pasted_into_the_search_is_cleaned(reader_of: Make, hostile: Index) -> None:
    from textual import events

    async with reader_of(hostile) as reader:
        await reader.press("/")
        reader.app.focused.post_message(events.Paste("".join(HARM[:4])))
        await reader.settle()
        assert not forbidden(reader.app.focused.value)


async def test_harm_in_an_error_is_harmless(reader_of: Make, hostile: Index) -> None:
    async with reader_of(hostile, (60, 12)) as reader:
        reader.desk.tell("".join(HARM), error=True)
        await reader.settle()
        check(reader)


async def test_markup_is_shown_as_it_is_written(reader_of: Make, hostile: Index) -> None:
    async with reader_of(hostile, (160, 48)) as reader:
        await reader.press("2", "enter")
        assert "[@click=app.quit]click[/]" in " ".join(reader.sees("#reader").split())
