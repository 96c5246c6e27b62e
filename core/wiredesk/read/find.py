"""Which files there are to read below the paths that were given, and what is stated of them by hand.

Left out without a word: hidden files and folders (names that begin with a dot), what tools leave
behind (`LEFT_OUT`), and sidecars, which belong to their files. Everything else is found: what cannot
be read (devices, broken links, locked folders, links out of the tree) comes with its reason.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wiredesk.errors import ReadError
from wiredesk.read.document import Refusal
from wiredesk.read.found import STANDARD_INPUT, Found, bytes_of, reason_of, standard_input
from wiredesk.read.limits import FILE_BYTES, SIDECAR_BYTES
from wiredesk.read.paths import shown, told_apart
from wiredesk.read.sidecar import (
    SIDECAR_SUFFIX,
    TABLE_NAME,
    Fault,
    Sidecar,
    Table,
    read_sidecar,
    read_table,
    table_key,
)

LEFT_OUT: Final = frozenset(
    {
        "__pycache__",
        "__MACOSX",
        "node_modules",
        "lost+found",
        "CVS",
        "Thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "Icon\r",
    }
)
"""Names that are left out: what systems and tools leave in folders."""

_NO_FILE = "is a device, pipe or socket, not a file; leave it out"


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to look into: its names below the root, and the table rows that apply to files below it."""

    path: str
    names: tuple[str, ...]
    rows: Mapping[str, Sidecar]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that was met in a tree; rows by their path below the root."""

    file: Path
    path: str
    rows: Mapping[str, tuple[int, Sidecar]]
    faults: tuple[Fault, ...]

    def found(self, read: Iterable[str] | None = None) -> Iterator[Found]:
        """The table itself as something that was found, if it has faults.

        Args:
            read: Paths of all files of the tree, to tell rows that name none of them; None: not told.
        """
        faults = list(self.faults)
        if read is not None:
            names = frozenset(read)
            reason = "column path: names a file that is not there; mend the path or remove the row"
            faults += [
                Fault(f"line {line}", reason) for path, (line, _) in self.rows.items() if path not in names
            ]
        if faults:
            refusals = tuple(
                Refusal(path=self.path, item=fault.where, reason=fault.reason) for fault in faults
            )
            yield Found(file=self.file, path=self.path, refusals=refusals)


def find_files(paths: Sequence[Path], *, leave_out: Path | None = None) -> list[Found]:
    """Find all files below some paths.

    A folder is searched with all folders in it. Links to files are followed as long as they stay in
    the folder that was given; links to folders are not (what they lead to is found where it stands).
    "-" is standard input, read here and now. A file that is given twice is found once.

    Args:
        paths: Files and folders; one that is not there is found too, with the reason.
        leave_out: A folder that holds no articles, wherever below the paths it is: the index itself.

    Returns:
        One entry a file, sorted by `Found.path`. Paths are relative to the folder that was given; where
        two of several folders would so show the same path, their own names stand before it.
    """
    founds: dict[str, tuple[str, Found]] = {}
    for root in dict.fromkeys(map(Path, paths)):
        folder = os.path.abspath(root if root.is_dir() else root.parent)
        for found in _below(root, leave_out and os.path.realpath(leave_out)):
            founds.setdefault(os.path.abspath(found.file), (folder, found))
    return sorted(told_apart(list(founds.values())), key=lambda found: found.path)


def _below(root: Path, leave_out: str | None) -> Iterator[Found]:
    if str(root) == STANDARD_INPUT:
        yield standard_input(sys.stdin.buffer.read(FILE_BYTES + 1))
        return
    name = shown(Path(os.path.abspath(root)).name or "/")
    try:
        mode = root.stat().st_mode
    except (OSError, ValueError) as error:
        yield _refused(root, name, reason_of(error))
        return
    if stat.S_ISDIR(mode):
        yield from _in_tree(root, name, leave_out)
    elif stat.S_ISREG(mode):
        table = (
            _table(root.parent / TABLE_NAME, (TABLE_NAME,)) if (root.parent / TABLE_NAME).is_file() else None
        )
        row = table.rows.get(_key((root.name,))) if table is not None else None
        yield from table.found() if table is not None else ()
        yield from _with_sidecar(
            root, name, row[1] if row else None, os.path.lexists(f"{root}{SIDECAR_SUFFIX}")
        )
    else:
        yield _refused(root, name, _NO_FILE)


def _in_tree(root: Path, root_name: str, leave_out: str | None) -> Iterator[Found]:
    inside = os.path.join(os.path.realpath(root), "")
    todo = [_Folder(str(root), (), {})]
    tables: list[_Table] = []
    read: list[str] = []
    while todo:
        folder = todo.pop()
        try:
            with os.scandir(folder.path) as listing:
                entries = {entry.name: entry for entry in listing if not _is_left_out(entry.name)}
        except OSError as error:
            yield _refused(Path(folder.path), _shown_path(folder.names) or root_name, reason_of(error))
            continue
        rows = folder.rows
        if TABLE_NAME in entries and _why_not(entries[TABLE_NAME], inside) is None:
            table = _table(Path(entries.pop(TABLE_NAME).path), (*folder.names, TABLE_NAME))
            tables.append(table)
            rows = {
                **rows,
                **{path: sidecar.over(rows.get(path)) for path, (_, sidecar) in table.rows.items()},
            }
        for name, entry in sorted(entries.items()):
            names = (*folder.names, name)
            if entry.is_dir(follow_symlinks=False):
                if os.path.join(inside, *names) != leave_out:
                    todo.append(_Folder(entry.path, names, rows))
            elif name.endswith(SIDECAR_SUFFIX):
                yield from _no_use(entry, names, entries, inside)
            elif (reason := _why_not(entry, inside)) is not None:
                yield _refused(Path(entry.path), _shown_path(names), reason)
            else:
                key = _key(names) if tables else ""
                read.append(key)
                beside = entries.get(f"{name}{SIDECAR_SUFFIX}")
                has_sidecar = beside is not None and _why_not(beside, inside) is None
                yield from _with_sidecar(Path(entry.path), _shown_path(names), rows.get(key), has_sidecar)
    for table in tables:
        yield from table.found(read)


def _is_left_out(name: str) -> bool:
    return name.startswith(".") or name in LEFT_OUT


def _shown_path(names: Sequence[str]) -> str:
    return "/".join(map(shown, names))


def _key(names: Sequence[str]) -> str:
    return table_key("/".join(names)) or ""


def _why_not(entry: "os.DirEntry[str]", inside: str) -> str | None:
    """Why an entry that is no folder cannot be read; None where it can."""
    try:
        if entry.is_file(follow_symlinks=False):
            return None
        if not entry.is_symlink():
            return _NO_FILE
        mode = entry.stat().st_mode
    except OSError as error:
        return reason_of(error)
    if not os.path.realpath(entry.path).startswith(inside):
        return "is a link that leads out of the folder; give its target as a path of its own"
    if stat.S_ISDIR(mode):
        return "is a link to a folder, which is read where it stands; leave it out"
    return None if stat.S_ISREG(mode) else _NO_FILE


def _no_use(
    entry: "os.DirEntry[str]", names: Sequence[str], beside: Mapping[str, object], inside: str
) -> Iterator[Found]:
    """A sidecar as something that was found, if it cannot be read or describes no file."""
    reason = _why_not(entry, inside)
    if reason is None and entry.name.removesuffix(SIDECAR_SUFFIX) not in beside:
        reason = (
            "describes a file that is not beside it; put it beside its file and name it after the file's "
            f"whole name, such as report.txt{SIDECAR_SUFFIX}, or remove it"
        )
    if reason is not None:
        yield _refused(Path(entry.path), _shown_path(names), reason)


def _with_sidecar(file: Path, path: str, row: Sidecar | None, has_sidecar: bool) -> Iterator[Found]:
    sidecar = row
    if has_sidecar:
        beside = Path(f"{file}{SIDECAR_SUFFIX}")
        try:
            data = bytes_of(Found(file=beside, path=""))
            if len(data) > SIDECAR_BYTES:
                raise ReadError(f"holds more than {SIDECAR_BYTES // 1024} kB; shorten it")
            sidecar = read_sidecar(data).over(row)
        except ReadError as error:
            yield _refused(beside, f"{path}{SIDECAR_SUFFIX}", str(error))
    yield Found(file=file, path=path, sidecar=sidecar)


def _table(file: Path, names: Sequence[str]) -> _Table:
    try:
        table = read_table(bytes_of(Found(file=file, path="")))
    except ReadError as error:
        table = Table({}, (Fault(None, str(error)),))
    rows = {_key((*names[:-1], path)): row for path, row in table.rows.items()}
    return _Table(file, _shown_path(names), rows, table.faults)


def _refused(file: Path, path: str, reason: str) -> Found:
    return Found(file=file, path=path, refusals=(Refusal(path=path, item=None, reason=reason),))
