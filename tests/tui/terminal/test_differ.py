"""The frame differ shows what was asked for, in letters and colours, whatever stood there before."""

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual import __version__
from textual.strip import Strip

from wiredesk_tui.terminal import hook
from wiredesk_tui.terminal.differ import Differ

WIDTH, HEIGHT = 24, 8
ON_BLANKS = ("underscore", "strikethrough", "reverse")

styles = st.builds(
    Style,
    color=st.sampled_from([None, "red", "#ff8800", "bright_white"]),
    bgcolor=st.sampled_from([None, "blue", "#203040"]),
    bold=st.sampled_from([None, True, False]),
    italic=st.sampled_from([None, True]),
    underline=st.sampled_from([None, True]),
    reverse=st.sampled_from([None, True]),
)
letters = st.text(st.sampled_from("ab  xé≥…日本한"), min_size=1, max_size=WIDTH)
segments = st.lists(st.tuples(letters, styles), min_size=1, max_size=4)


def whole_row(parts: list[tuple[str, Style]]) -> Strip:
    return Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(WIDTH, Style())


rows = st.builds(whole_row, segments)
frames = st.lists(rows, min_size=HEIGHT, max_size=HEIGHT)
seams = st.lists(st.tuples(st.integers(1, HEIGHT - 2), rows), min_size=1, max_size=3)


class Shown:
    """A terminal that is sent things."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self.send("\x1b[?7l")

    def send(self, data: str) -> None:
        self._stream.feed(data)

    def look(self) -> list[list[tuple[object, ...]]]:
        """What is seen of each cell: of a blank neither the colour nor the weight of its letter."""
        return [
            [_look(self.screen.buffer[y][x]) for x in range(self.screen.columns)]
            for y in range(self.screen.lines)
        ]


def _look(cell: pyte.screens.Char) -> tuple[object, ...]:
    marked = tuple(getattr(cell, name) for name in ON_BLANKS)
    if cell.data == " " and not any(marked):
        return " ", cell.bg
    return cell.data, cell.fg, cell.bg, cell.bold, cell.italics, *marked


def as_the_toolkit_would(frame: list[Strip], system: ColorSystem) -> list[list[tuple[object, ...]]]:
    shown = Shown()
    for y, strip in enumerate(frame):
        shown.send(f"\x1b[{y + 1}H")
        for text, style, _ in strip:
            shown.send(Strip.render_style(style or Style(), text, system))
    return shown.look()


@pytest.mark.parametrize("system", [ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
@pytest.mark.parametrize("erases_in_colour", [True, False])
@settings(max_examples=12)
@given(sequence=st.lists(frames, min_size=1, max_size=3))
def test_any_frame_after_any_other_looks_as_the_toolkit_would_show_it(
    sequence: list[list[Strip]], system: ColorSystem, erases_in_colour: bool
) -> None:
    shown = Shown()
    differ = Differ(WIDTH, HEIGHT, system, erases_in_colour=erases_in_colour)
    for frame in sequence:
        for y, strip in enumerate(frame):
            differ.put(y, 0, strip)
        shown.send(differ.frame())
        assert shown.look() == as_the_toolkit_would(frame, system)


@settings(max_examples=25)
@given(frame=frames, by=st.integers(-5, 5), seams=seams)
def test_rows_that_move_come_to_stand_where_they_should(
    frame: list[Strip], by: int, seams: list[tuple[int, Strip]]
) -> None:
    shown = Shown()
    differ = Differ(WIDTH, HEIGHT, ColorSystem.EIGHT_BIT, erases_in_colour=True)
    moved = [frame[(y + by) % HEIGHT] for y in range(HEIGHT)]
    for y, strip in seams:
        moved[y] = strip
    for each in (frame, moved, frame):
        for y, strip in enumerate(each):
            differ.put(y, 0, strip)
        shown.send(differ.frame())
        assert shown.look() == as_the_toolkit_would(each, ColorSystem.EIGHT_BIT)


def text_frame(differ: Differ, lines: list[str]) -> str:
    for y, line in enumerate(lines):
        differ.put(y, 0, [Segment(line.ljust(differ.width))])
    return differ.frame()


def test_what_is_shown_already_is_not_sent_again() -> None:
    differ = Differ(WIDTH, HEIGHT, ColorSystem.EIGHT_BIT)
    text_frame(differ, ["one", "two"])
    assert text_frame(differ, ["one", "two"]) == ""
    assert "four" in text_frame(differ, ["one", "four"])


def test_lines_that_only_moved_are_moved_by_the_terminal() -> None:
    differ = Differ(40, 12, ColorSystem.EIGHT_BIT)
    lines = [f"{number} is the number of this line" for number in range(20)]
    text_frame(differ, lines[:12])
    assert len(text_frame(differ, lines[3:15])) < 150


def test_a_terminal_that_was_written_to_is_shown_everything_again() -> None:
    shown = Shown()
    differ = Differ(WIDTH, HEIGHT, ColorSystem.EIGHT_BIT)
    shown.send(text_frame(differ, ["one", "two"]))
    shown.send("\x1b[5;5Hmessage from another program")
    differ.forget()
    shown.send(differ.frame())
    assert [line.rstrip() for line in shown.screen.display] == ["one", "two", *[""] * 6]


def test_text_outside_of_the_screen_is_left_out() -> None:
    shown = Shown()
    differ = Differ(WIDTH, HEIGHT, ColorSystem.EIGHT_BIT)
    differ.put(HEIGHT, 0, [Segment("below")])
    differ.put(0, WIDTH - 2, [Segment("beside")])
    shown.send(differ.frame())
    assert [line.rstrip() for line in shown.screen.display] == [" " * (WIDTH - 2) + "be", *[""] * 7]


def test_half_a_wide_character_becomes_a_blank() -> None:
    shown = Shown()
    differ = Differ(WIDTH, HEIGHT, ColorSystem.EIGHT_BIT)
    differ.put(0, 0, [Segment("日本")])
    differ.put(0, 1, [Segment("x")])
    shown.send(differ.frame())
    assert shown.screen.display[0].rstrip() == " x本"


@pytest.mark.parametrize("odd", ["e\u0301", "👩\u200d🚀", "👍"])
def test_what_stands_behind_a_character_of_doubtful_width_stands_in_its_column(odd: str) -> None:
    differ = Differ(WIDTH, HEIGHT, ColorSystem.EIGHT_BIT)
    differ.put(0, 0, [Segment(f"{odd} behind".ljust(10))])
    width = 1 if odd.startswith("e") else 2
    assert f"{odd}\x1b[1;{width + 1}H" in differ.frame()


def test_the_toolkit_is_the_one_that_was_tested() -> None:
    assert __version__ == hook.TESTED
