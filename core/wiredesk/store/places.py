"""Where the index of a pile of files is kept when nobody says where."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Final

from wiredesk.text import fold

STANDARD_INPUT: Final = "-"
_NAME_LENGTH: Final = 40
_DIGEST_BYTES: Final = 5  # 40 bits: two of a thousand piles share a name once in two million such lists


def resolved(path: Path) -> Path:
    """The absolute path without links; "-" (standard input) as it is."""
    return path if str(path) == STANDARD_INPUT else path.resolve()


def root_name(root: Path) -> str:
    """A root as text for a file or a message; bytes that are not UTF-8 as escapes."""
    return bytes(root).decode("utf-8", "backslashreplace")


def store_directory(paths: Iterable[Path], data_dir: Path) -> Path:
    """Folder for the index of a pile: the same for the same paths, in whichever order they are given.

    Args:
        paths: The files and folders of the pile; need not exist.
        data_dir: Folder for the user's data, in which all stores are kept.

    Returns:
        A folder below `data_dir` whose name begins with that of one of the paths. It is not made.
    """
    roots = sorted({root_name(resolved(path)) for path in paths})
    digest = blake2b("\x1f".join(roots).encode(), digest_size=_DIGEST_BYTES).hexdigest()
    first = "standard-input" if roots[:1] == [STANDARD_INPUT] else Path(roots[0]).name if roots else "nothing"
    readable = re.sub(r"[\W_]+", "-", fold(first)).strip("-")[:_NAME_LENGTH].strip("-") or "pile"
    return data_dir / "stores" / f"{readable}-{digest}"
