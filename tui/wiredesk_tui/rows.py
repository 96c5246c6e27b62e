"""What a list shows: rows of a frame, sliced as they are needed, or rows made by hand."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol

if TYPE_CHECKING:
    import polars as pl

    from wiredesk.query import Listing

Row = dict[str, Any]


class Rows(Protocol):
    """What a list shows."""

    def __len__(self) -> int: ...

    def __getitem__(self, at: int, /) -> Row: ...

    def key(self, at: int) -> Hashable:
        """What the row is, in whatever order rows stand."""
        ...

    def find(self, key: Hashable) -> int | None:
        """Where the row with that key stands."""
        ...


@dataclass(frozen=True)
class FrameKey:
    """The columns that tell a frame's rows apart, and their values in one row."""

    names: tuple[str, ...]
    values: tuple[Hashable, ...]


class FrameRows:
    """The rows of a view, sliced as they are needed.

    Args:
        view: Any view, or a frame.
        names: The columns that tell its rows apart; all must be there.
    """

    _SLICE: ClassVar[int] = 32
    """A row may take a millisecond to make: so many do not keep a key waiting."""

    def __init__(self, view: "Listing | pl.DataFrame", names: Sequence[str]) -> None:
        from wiredesk.query import Listing

        self._listing = view if isinstance(view, Listing) else Listing.of(view)
        self._names = tuple(names)
        self._slices: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        return self._listing.height

    def __getitem__(self, at: int, /) -> Row:
        number, within = divmod(at, self._SLICE)
        if number not in self._slices:
            if len(self._slices) > 16:
                self._slices.clear()
            self._slices[number] = self._listing.slice(number * self._SLICE, self._SLICE).to_dicts()
        return self._slices[number][within]

    def key(self, at: int) -> Hashable:
        """The columns that tell rows apart, with their values."""
        row = self[at]
        return FrameKey(self._names, tuple(row[name] for name in self._names))

    def find(self, key: Hashable) -> int | None:
        """The first row with these values; None also for a key of other columns."""
        if not isinstance(key, FrameKey) or key.names != self._names:
            return None
        return self._listing.find(**dict(zip(key.names, key.values, strict=True)))


class ListRows:
    """Rows that were made by hand; each has its "key"."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, at: int, /) -> Row:
        return self._rows[at]

    def key(self, at: int) -> Hashable:
        """The row's own key."""
        return self._rows[at].get("key", at)

    def find(self, key: Hashable) -> int | None:
        """The first row with that key."""
        return next((at for at in range(len(self._rows)) if self.key(at) == key), None)


NO_ROWS: Final = ListRows()
