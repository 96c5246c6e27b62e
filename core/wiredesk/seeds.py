"""Where the sample corpus is."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def seeds_dir() -> Path:
    """Folder of the sample corpus: inside the wheel, or at the top of a checkout."""
    installed = _PACKAGE / "seeds"
    return installed if installed.is_dir() else _CHECKOUT / "seeds"
