"""The files of a full-text index, held open from the moment it is opened, and the library over them."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiredesk.store.fulltext import shape
from wiredesk.store.fulltext.guard import FullTextError

if TYPE_CHECKING:
    from tantivy import Searcher

_OPEN_FILES: Final = Path("/proc/self/fd")
"""Where a process finds its own open files under a name, also those that have left their folder."""


def hold(folder: Path, sizes: Mapping[str, int], held: dict[str, int]) -> None:
    """Open files and keep them open.

    Args:
        folder: Of the full-text index.
        sizes: Name -> bytes.
        held: Gets name -> handle; also what was opened before something failed, which is to be let go.

    Raises:
        FullTextError: one has another size.
        OSError: one cannot be opened.
    """
    for name, size in sizes.items():
        held[name] = os.open(folder / name, os.O_RDONLY | os.O_CLOEXEC)
        if os.fstat(held[name]).st_size != size:
            raise FullTextError(f"{folder / name}: is damaged")


def let_go(held: dict[str, int]) -> None:
    """Close files that are held, each once."""
    for handle in held.values():
        os.close(handle)
    held.clear()


def searcher_of(folder: Path, held: Mapping[str, int]) -> "Searcher":
    """Have the library map files that are held; whatever it raises is the caller's to guard.

    Args:
        folder: Of the full-text index, for a system that does not show open files under a name.
        held: Name -> handle.
    """
    import tantivy

    # The library may put a lock beside what it reads while the folder is removed: then it stays behind.
    with tempfile.TemporaryDirectory(prefix="wiredesk-", ignore_cleanup_errors=True) as links:
        for name, handle in held.items():
            open_file = _OPEN_FILES / str(handle)
            Path(links, name).symlink_to(open_file if _OPEN_FILES.is_dir() else folder.resolve() / name)
        index = tantivy.Index.open(links)
        index.config_reader("manual")  # the files never change: nothing to watch them for
        index.register_tokenizer(*shape.analyser())
        return index.searcher()
