"""The tables of a selection as files, and any view as text for other programs."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Final, Literal, get_args

import polars as pl

from wiredesk.errors import ExportError
from wiredesk.query import Selection
from wiredesk.store import Index

ExportFormat = Literal["jsonl", "csv", "parquet"]
EXPORT_FORMATS: Final[tuple[ExportFormat, ...]] = get_args(ExportFormat)

EXPORTED: Final = (
    "articles",
    "sentences",
    "actors",
    "mentions",
    "roles",
    "events",
    "figures",
    "keywords",
    "files",
    "refused",
)
"""Tables that are exported, one file each; an article's text stands in the articles' table."""

_FORMULA: Final = r"^[=+\-@\t\r]"
"""A cell that begins so is a formula to a spreadsheet, which text from outside must never become."""

_LIST_GAP: Final = " | "


def exported_table(index: Index, selection: Selection, name: str) -> pl.DataFrame:
    """One table of a selection as it is exported.

    Args:
        index: The index.
        selection: What to export; actors are those named in it, files are always all.
        name: One of `EXPORTED`.

    Returns:
        The frame of that name, narrowed; `articles` with the column `text`.

    Raises:
        KeyError: no such table.
    """
    if name not in EXPORTED:
        raise KeyError(name)
    frame = index.table(name)
    if name == "articles":
        frame = frame.join(index.texts, on="article_id", how="left", maintain_order="left")
    if selection.everything or name in ("files", "refused"):
        return frame
    if name == "actors":
        named = index.mentions.join(selection.articles, on="article_id", how="semi")
        return frame.join(named, on="actor_id", how="semi", maintain_order="left")
    return frame.join(selection.articles, on="article_id", how="semi", maintain_order="left")


def export(index: Index, selection: Selection, directory: Path, format_: ExportFormat) -> list[Path]:
    """Write the tables of a selection into a folder, one file each.

    Each file is written aside and renamed, so that a reader never sees half of one. Files of an
    earlier export are replaced; nothing else in the folder is touched.

    Returns:
        The files, in the order of `EXPORTED`.

    Raises:
        ExportError: the folder cannot be made or written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        return [
            _write_aside(
                directory / f"{name}.{format_}", exported_table(index, selection, name), _WRITERS[format_]
            )
            for name in EXPORTED
        ]
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"{directory}: cannot be written ({reason}); choose another folder") from error


def csv_safe(frame: pl.DataFrame) -> pl.DataFrame:
    """A frame as CSV can hold it: lists joined by ' | ', no cell that is a formula."""
    joined = frame.with_columns(
        pl.col(name).list.join(_LIST_GAP) for name, dtype in frame.schema.items() if dtype == pl.List
    )
    return joined.with_columns(
        pl.when(pl.col(pl.String).str.contains(_FORMULA))
        .then("'" + pl.col(pl.String))
        .otherwise(pl.col(pl.String))
        .name.keep()
    )


def _write_aside(target: Path, frame: pl.DataFrame, write: Callable[[pl.DataFrame, IO[bytes]], None]) -> Path:
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as aside:
        try:
            write(frame, aside)
            aside.flush()
            os.fchmod(aside.fileno(), 0o666 & ~_umask())
            Path(aside.name).replace(target)
        except BaseException:
            Path(aside.name).unlink(missing_ok=True)
            raise
    return target


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_WRITERS: Final[dict[ExportFormat, Callable[[pl.DataFrame, IO[bytes]], None]]] = {
    "jsonl": lambda frame, file: frame.write_ndjson(file),
    "csv": lambda frame, file: csv_safe(frame).write_csv(file),
    "parquet": lambda frame, file: frame.write_parquet(file),
}
