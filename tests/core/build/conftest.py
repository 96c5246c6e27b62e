"""A pile and a place for its index, and modules that the tests of this folder share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pile of a dozen files."""
    from piles import fill, pile

    return fill(tmp_path / "pile", pile(12))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where its index is to be kept."""
    return tmp_path / "store"
