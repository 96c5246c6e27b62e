"""A store with nothing in it, and a module that the tests of this folder share."""

import sys
from pathlib import Path

import pytest

from wiredesk.store import Store

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Where nothing was written yet."""
    return Store(tmp_path / "store")
