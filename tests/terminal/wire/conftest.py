"""The program at the end of a line of its own: what it sends is counted and shown on a terminal."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))  # whose figures come by the same wires
from wires import Wire

OpenWire = Callable[..., Wire]


@pytest.fixture
def wire(wiredesk: list[str], home: dict[str, str]) -> Iterator[OpenWire]:
    """Starts the program, with arguments, at the end of a line of its own."""
    opened: list[Wire] = []

    def start(
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        command: list[str] | None = None,
        environment: dict[str, str] | None = None,
        rate: float | None = None,
        mute: bool = False,
    ) -> Wire:
        whole = home | (environment or {})
        found = Wire([*(command or wiredesk), *arguments], columns, rows, whole, rate=rate, mute=mute)
        opened.append(found)
        return found

    yield start
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for stores, which keeps the sample's from test to test."""
    return tmp_path_factory.mktemp("stores")
