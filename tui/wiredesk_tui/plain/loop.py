"""Reading commands and writing what they answer, a page at a time."""

import shutil
from collections.abc import Callable, Iterator
from typing import Final, TextIO

from wiredesk.desk import Desk
from wiredesk.errors import WiredeskError
from wiredesk.store import Index
from wiredesk_tui.plain.answer import Answer, note
from wiredesk_tui.plain.commands import commands_named, parted
from wiredesk_tui.plain.paging import Page
from wiredesk_tui.plain.session import Session
from wiredesk_tui.terminal.letters import to_ascii

PROMPT: Final = "wiredesk> "
WIDEST: Final = 110
"""Columns of a line at most; the eye loses longer ones."""
USUAL: Final = (80, 24)
"""Columns and lines of a terminal that does not tell its size."""
BESIDE: Final = 3
"""Lines of a screen that a page leaves: its heading, what is left, the prompt."""
SHORTEST: Final = 5
"""Lines of a page on a terminal of fewer; it scrolls then."""


def run(
    index: Index, source: TextIO, sink: TextIO, *, title: str, ascii: bool, desk: Desk | None = None
) -> None:
    """Answer commands until the reader leaves or the input ends.

    Args:
        index: What is asked.
        source: Where commands come from, a line each.
        sink: Where answers go: text and line ends, nothing else.
        title: What the pile is called.
        ascii: Write nothing but ASCII.
        desk: The reader's own work on the pile; None: no search can be saved.
    """
    lines = _Lines(Session(index, desk), to_ascii if ascii else str)
    _write(sink, lines.told(note(f"{title}: type help for what can be typed, quit to leave")))
    _write(sink, lines.told(lines.session.answer))
    while True:
        sink.write(PROMPT)
        sink.flush()
        typed = source.readline()
        if not typed:
            sink.write("\n")
            return
        try:
            answer = lines.answer(typed)
            if answer is None:
                return
            _write(sink, answer)
        except WiredeskError as error:
            _write(sink, lines.told(note(str(error))))


def _write(sink: TextIO, lines: Iterator[str]) -> None:
    for line in lines:
        sink.write(line + "\n")
    sink.flush()


class _Lines:
    """Commands in, lines out: what was told last goes on with `more`."""

    def __init__(self, session: Session, spell: Callable[[str], str]) -> None:
        self.session = session
        self._spell = spell
        self._page = Page(session.answer, spell)
        self._height: int | None = None

    def told(self, answer: Answer) -> Iterator[str]:
        """An answer's heading and its first page; one without items does not end the last one."""
        page = Page(answer, self._spell)
        if answer.count:
            self._page = page
        width, height = self._size()
        heading = list(page.heading(width))
        yield from heading
        yield from page.turn(width, height, len(heading) - 1)

    def answer(self, typed: str) -> Iterator[str] | None:
        """What a line is answered with; None: the reader leaves."""
        word, argument = parted(typed)
        if not word:
            return self._more()
        found = commands_named(word)
        if len(found) != 1:
            if not found:
                return self.told(note(f"no command is called '{word}'; help lists them all"))
            return self.told(note(f"'{word}' may be {', '.join(command.name for command in found)}"))
        match found[0].name:
            case "quit":
                return None
            case "more":
                return self._more()
            case "redraw":
                self._page.again()
                return self._page.turn(*self._size())
            case "page":
                return self._set_height(argument)
            case name:
                return self.told(self.session.handlers[name](argument))

    def _more(self) -> Iterator[str]:
        if not self._page.left:
            return self.told(note("that was all"))
        return self._page.turn(*self._size())

    def _set_height(self, argument: str) -> Iterator[str]:
        if not (argument.isascii() and argument.isdecimal() and len(argument) < 5):
            return self.told(note("how many lines? For instance: page 20; page 0 tells everything at once"))
        self._height = int(argument)
        words = f"a page has {argument} lines" if self._height else "everything is told at once"
        return self.told(note(words))

    def _size(self) -> tuple[int, int]:
        """Columns of a line and lines of a page."""
        columns, rows = shutil.get_terminal_size(USUAL)
        height = max(SHORTEST, rows - BESIDE) if self._height is None else self._height
        return min(columns, WIDEST), height
