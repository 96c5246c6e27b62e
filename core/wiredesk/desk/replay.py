"""What a desk's log comes to, and what is added to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import polars as pl

from wiredesk.desk.log import Begun, Entry, Removed, Renamed, Saved, Seen, opened, read
from wiredesk.desk.seen import KEYS, from_text, to_text
from wiredesk.errors import DeskError
from wiredesk.text import safe_line

NAME: Final = 60
"""Characters of a saved search's name: what fits in a line beside its query and its counts."""


@dataclass
class State:
    """What a log comes to: searches, name to query; keys of articles that were seen, None before any look."""

    searches: dict[str, str] = field(default_factory=dict[str, str])
    seen: pl.Series | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A log as a whole.

    Attributes:
        file: Of it; need not be there.
    """

    file: Path

    def state(self) -> State:
        """Play it from its beginning; where there is none, nothing was done yet.

        Raises:
            DeskError: it cannot be read.
        """
        return _replayed(read(self.file))

    def save(self, name: str, query: str) -> None:
        """Save a query under a name.

        Raises:
            DeskError: the name is none, or the log cannot be written.
        """
        self._add(lambda _: Saved(name=_checked(name), query=query))

    def remove(self, name: str) -> None:
        """Remove a saved search.

        Raises:
            DeskError: there is none of that name, or the log cannot be written.
        """
        self._add(lambda state: Removed(name=_known(name, state.searches)))

    def rename(self, name: str, to: str) -> None:
        """Give a saved search a name that is free.

        Raises:
            DeskError: a name makes no sense, or the log cannot be written.
        """
        self._add(lambda state: Renamed(name=_known(name, state.searches), to=_free(to, state.searches)))

    def mark_seen(self, keys: pl.Series) -> None:
        """Note keys of articles that were seen; those that were noted before are not written again.

        Raises:
            DeskError: the log cannot be written.
        """

        def seen(state: State) -> Entry | None:
            new = keys if state.seen is None else keys.filter(~keys.is_in(state.seen.implode()))
            return Seen(keys=to_text(new)) if len(new) or state.seen is None else None

        self._add(seen)

    def _add(self, entry_of: Callable[[State], Entry | None]) -> None:
        with opened(self.file) as log:
            entry = entry_of(_replayed(log.entries))
            if entry is not None:
                log.add([entry])


def _replayed(entries: Iterable[Entry]) -> State:
    state = State()
    for entry in entries:
        match entry:
            case Begun():
                pass
            case Saved(name=name, query=query):
                state.searches[name] = query
            case Removed(name=name):
                state.searches.pop(name, None)
            case Renamed(name=name, to=to):
                if name in state.searches:
                    state.searches[to] = state.searches.pop(name)
            case Seen(keys=text):
                known = state.seen if state.seen is not None else pl.Series("key", [], KEYS)
                state.seen = pl.concat([known, _keys(text)])
    return state


def _keys(text: str) -> pl.Series:
    try:
        return from_text(text)
    except ValueError as error:
        raise DeskError(f"the desk: what was seen is damaged ({error}); take that line away") from error


def _checked(name: str) -> str:
    """A name for a search, without blanks around it and within it.

    Raises:
        DeskError: nothing is left of it, or it is too long.
    """
    plain = " ".join(safe_line(name).split())
    if not plain:
        raise DeskError("a saved search needs a name; type one")
    if len(plain) > NAME:
        raise DeskError(f"a name of {len(plain)} characters is too long; {NAME} are the most")
    return plain


def _known(name: str, searches: Mapping[str, str]) -> str:
    plain = _checked(name)
    if plain not in searches:
        there = ", ".join(sorted(searches)) or "none yet"
        raise DeskError(f"no search is saved as '{plain}'; there are: {there}")
    return plain


def _free(name: str, searches: Mapping[str, str]) -> str:
    plain = _checked(name)
    if plain in searches:
        raise DeskError(f"another search is saved as '{plain}' already; choose another name")
    return plain
