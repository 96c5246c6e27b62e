"""What a pile is called."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

SAMPLE: Final = "the sample corpus"


def title_of(paths: Sequence[Path]) -> str:
    """What the files and folders of a pile are called together."""
    return ", ".join(path.name or str(path) for path in paths)
