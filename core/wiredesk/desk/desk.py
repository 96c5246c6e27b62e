"""The reader's own work on one pile: saved searches, and what was seen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import polars as pl

from wiredesk.desk.log import Begun, Entry, Removed, Renamed, Saved, Seen, opened, read
from wiredesk.desk.seen import KEYS, from_text, keys_of, to_text
from wiredesk.errors import DeskError
from wiredesk.store.places import store_directory
from wiredesk.text import safe_line

NAME: Final = 60
"""Characters of a saved search's name: what fits in a line beside its query and its counts."""


def desk_file(paths: Iterable[Path], data_dir: Path) -> Path:
    """The file of a pile's desk: the same for the same paths, whoever keeps their index and where.

    Args:
        paths: The files and folders of the pile.
        data_dir: Folder for the user's data.
    """
    return data_dir / "desks" / f"{store_directory(paths, data_dir).name}.jsonl"


@dataclass
class _State:
    """What a log comes to."""

    searches: dict[str, str] = field(default_factory=dict[str, str])
    seen: pl.Series | None = None


_EntryOf = Callable[[_State], Entry | None]


@dataclass(frozen=True, slots=True)
class Desk:
    """One reader's work on one pile; nothing is made on disk before there is some.

    Attributes:
        file: A log that is only added to: a process that is killed leaves it as it was, or with the last
            thing done in it. Two programs may use it at the same time.
    """

    file: Path

    def searches(self) -> dict[str, str]:
        """The saved searches: name to query, in the order of their names.

        Raises:
            DeskError: the file cannot be read.
        """
        return dict(sorted(_replayed(read(self.file)).searches.items()))

    def seen(self) -> pl.Series | None:
        """Keys of the articles that were seen (`wiredesk.desk.seen`); None where nobody has looked yet.

        Raises:
            DeskError: the file cannot be read.
        """
        return _replayed(read(self.file)).seen

    def save(self, name: str, query: str) -> None:
        """Save a query as it is, whether it can be read or not; one of that name is replaced.

        Raises:
            DeskError: the name is none, or the file cannot be written.
        """
        self._do(lambda _: Saved(name=checked_name(name), query=query))

    def remove(self, name: str) -> None:
        """Remove a saved search.

        Raises:
            DeskError: there is none of that name, or the file cannot be written.
        """
        self._do(lambda state: Removed(name=_known(name, state.searches)))

    def rename(self, name: str, to: str) -> None:
        """Give a saved search another name.

        Raises:
            DeskError: there is none of that name, one has the other name already, the other name is none, or
                the file cannot be written.
        """
        self._do(lambda state: Renamed(name=_known(name, state.searches), to=_free(to, state.searches)))

    def mark_seen(self, articles: pl.DataFrame) -> None:
        """Note that articles were seen.

        Args:
            articles: As for `wiredesk.desk.seen.keys_of`.

        Raises:
            DeskError: the file cannot be written.
        """
        keys = keys_of(articles)

        def seen(state: _State) -> Entry | None:
            new = keys if state.seen is None else keys.filter(~keys.is_in(state.seen.implode()))
            return Seen(keys=to_text(new)) if len(new) or state.seen is None else None

        self._do(seen)

    def _do(self, entry_of: _EntryOf) -> None:
        with opened(self.file) as log:
            entry = entry_of(_replayed(log.entries))
            if entry is not None:
                log.add([entry])


def _replayed(entries: Iterable[Entry]) -> _State:
    state = _State()
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


def checked_name(name: str) -> str:
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
    plain = checked_name(name)
    if plain not in searches:
        there = ", ".join(sorted(searches)) or "none yet"
        raise DeskError(f"no search is saved as '{plain}'; there are: {there}")
    return plain


def _free(name: str, searches: Mapping[str, str]) -> str:
    plain = checked_name(name)
    if plain in searches:
        raise DeskError(f"another search is saved as '{plain}' already; choose another name")
    return plain
