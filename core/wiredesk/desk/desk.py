"""The reader's own work on one pile: saved searches, and what was seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wiredesk.store.places import store_directory

if TYPE_CHECKING:
    import polars as pl

    from wiredesk.desk.replay import Record


def desk_file(paths: Iterable[Path], data_dir: Path) -> Path:
    """The file of a pile's desk: the same for the same paths, whoever keeps their index and where.

    Args:
        paths: The files and folders of the pile.
        data_dir: Folder for the user's data.
    """
    return data_dir / "desks" / f"{store_directory(paths, data_dir).name}.jsonl"


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
        return dict(sorted(self._record().state().searches.items())) if self.file.exists() else {}

    def seen(self) -> "pl.Series | None":
        """Keys of the articles that were seen (`wiredesk.desk.seen`); None where nobody has looked yet.

        Raises:
            DeskError: the file cannot be read.
        """
        return self._record().state().seen if self.file.exists() else None

    def save(self, name: str, query: str) -> None:
        """Save a query as it is, whether it can be read or not; one of that name is replaced.

        Raises:
            DeskError: the name is none, or the file cannot be written.
        """
        self._record().save(name, query)

    def remove(self, name: str) -> None:
        """Remove a saved search.

        Raises:
            DeskError: there is none of that name, or the file cannot be written.
        """
        self._record().remove(name)

    def rename(self, name: str, to: str) -> None:
        """Give a saved search another name.

        Raises:
            DeskError: there is none of that name, one has the other name already, the other name is none, or
                the file cannot be written.
        """
        self._record().rename(name, to)

    def mark_seen(self, articles: "pl.DataFrame") -> None:
        """Note that articles were seen.

        Args:
            articles: As for `wiredesk.desk.seen.keys_of`.

        Raises:
            DeskError: the file cannot be written.
        """
        from wiredesk.desk.seen import keys_of

        self._record().mark_seen(keys_of(articles))

    def _record(self) -> "Record":
        # Imported here: its models take 15 ms, which only those who have a desk should wait for.
        from wiredesk.desk.replay import Record

        return Record(self.file)
