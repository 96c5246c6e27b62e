"""The first frame where none was kept: the brief that lies beside the index, laid out as the desk will.

It is made of the very lines that the desk is made of, but without the toolkit and without opening the index.
What comes from a file is checked; where anything is in doubt there is no frame, and the start is one like any
other. What would still have to be computed is left blank, and the last line says that the desk is opening.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from wiredesk.errors import ConfigError
from wiredesk.seeds import seeds_dir
from wiredesk.store.places import store_directory
from wiredesk_tui.bar_lines import everything_line, opening_line, top_line
from wiredesk_tui.brief_rows import brief_head, brief_line, rows_of
from wiredesk_tui.cells import Line
from wiredesk_tui.cli.configuration import configuration
from wiredesk_tui.cli.grounds import theme_here
from wiredesk_tui.counts import Counts
from wiredesk_tui.early.still import fits
from wiredesk_tui.first import First, first_of
from wiredesk_tui.heads import MARGIN, heads_within, listed
from wiredesk_tui.hints import hints_everywhere
from wiredesk_tui.layout import Desk
from wiredesk_tui.lines import segments_of
from wiredesk_tui.look import Look
from wiredesk_tui.places import data_folder
from wiredesk_tui.settings import Settings
from wiredesk_tui.terminal.differ import Differ
from wiredesk_tui.terminal.grid import Row
from wiredesk_tui.terminal.profile import Profile, erases_in_colour, settled
from wiredesk_tui.terminal.styles import SYSTEMS
from wiredesk_tui.theme import find_theme
from wiredesk_tui.titles import SAMPLE, title_of
from wiredesk_tui.wearing import worn

AROUND: Final = 3
"""Lines around the panes: names, query, status."""


class Composed(NamedTuple):
    """A frame.

    Attributes:
        rows: Its cells.
        erases_in_colour: As `wiredesk_tui.terminal.differ.Differ` has it.
    """

    rows: Sequence[Row]
    erases_in_colour: bool


def compose(paths: Sequence[str], width: int, height: int) -> Composed | None:
    """The frame for an index that was shown before, to anybody; None where it cannot be told what is shown.

    Args:
        paths: What is opened, as it was called; nothing for the sample.
        width: Of the terminal, in columns.
        height: In lines.
    """
    given = [Path(path) for path in paths]
    desk = Desk(width, height)
    first = first_of(store_directory(given or [seeds_dir()], data_folder())) if desk.top else None
    if first is None:
        return None
    try:
        settings = configuration(None).settings
        profile = settled(settings.profile, ascii=settings.ascii)
        look = _look(settings, profile)
    except ConfigError:  # told when the desk is opened
        return None
    if settings.pane != desk.pane or profile.name == "plain" or look is None:
        return None
    in_colour = erases_in_colour()
    differ = Differ(width, height, SYSTEMS[profile.colours], erases_in_colour=in_colour)
    title = title_of(given) if given else SAMPLE
    lines = _lines(desk, first, title, settings, look)
    if len(lines) != height:
        return None
    for y, (line, over) in enumerate(lines):
        differ.put(y, 0, segments_of(line, width, look, over))
    if desk.wide:
        for y in range(AROUND - 1, height - 1):
            differ.put(y, desk.left_width, segments_of([], width - desk.left_width, look))
    return Composed(differ.rows, in_colour) if fits(differ.rows) else None


def _look(settings: Settings, profile: Profile) -> Look | None:
    folders = [settings.themes] if settings.themes else []
    palette = find_theme(profile.theme(theme_here(settings, profile)), *folders)
    return worn(palette, profile, ascii=settings.ascii) if palette is not None else None


def _lines(
    desk: Desk, first: First, title: str, settings: Settings, look: Look
) -> list[tuple[Line, str | None]]:
    """All lines from the top to the bottom, each with the token that the whole of it is painted with."""
    ellipsis = look.glyphs.ellipsis
    hints = hints_everywhere(settings.keys_in_force, ascii=look.ascii)
    return [
        (top_line(desk.pane, title, desk.width, ellipsis), None),
        (everything_line(hints, first.articles, desk.width), None),
        *_brief(first, desk.left_width if desk.wide else desk.width, desk.height - AROUND, look),
        (opening_line(Counts.of(first.files), desk.width, ellipsis), None),
    ]


def _brief(first: First, width: int, height: int, look: Look) -> list[tuple[Line, str | None]]:
    """The brief as an untouched list that has the keys; nothing where its page would be turned."""
    head = heads_within([brief_head(width)], height)
    room = max(1, width - MARGIN)
    rows = rows_of(first.brief, room)
    cursor = next((at for at, row in enumerate(rows) if row["first"]), 0)
    if any(row["entry"] == rows[cursor]["entry"] for row in rows[height - len(head) :]):
        return []  # the page is turned so that the whole entry can be seen
    lines: list[tuple[Line, str | None]] = [(line, "head-focus") for line in head]
    for at, row in enumerate(rows[: height - len(head)]):
        token = "cursor" if at == cursor else None
        lines.append((listed(brief_line(row, room, look.glyphs), look.glyphs.marker, token), None))
    return [*lines, *[([], None)] * (height - len(lines))]
