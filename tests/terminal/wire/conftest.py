"""The program at the end of a line of its own: what it sends is counted and shown on a terminal."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))  # whose figures come by the same wires
from starts import ARTICLE, ENTERED, LEFT, SETTLED, Painted, briefs, frames, stub

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


@pytest.fixture
def stubbed(tmp_path: Path, home: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Gives an environment in which the first library that is imported does something else."""
    monkeypatch.setenv("PYTHONPATH", home["PYTHONPATH"])
    return lambda does: stub(tmp_path / "stub", does)


@pytest.fixture
def shown(wire: Any, stores: Path) -> dict[str, str]:
    """The sample was shown before, in a window of the usual size; gives the environment of that start."""
    environment = {f"XDG_{name}_HOME": str(stores / name.lower()) for name in ("DATA", "STATE", "CONFIG")}
    if frames(environment):
        return environment
    opened = wire("--sample", environment=environment)
    opened.until(SETTLED)
    opened.settle()
    opened.write("q")
    assert opened.wait() == 0
    return environment


@pytest.fixture
def painted(wire: Any, stubbed: Callable[[str], Any]) -> Painted:
    """Whether a start shows anything before it imports anything."""

    def start(*arguments: str, environment: dict[str, str], **options: Any) -> bool:
        opened = wire(*arguments, environment=environment | stubbed("sys.exit(7)"), **options)
        assert opened.wait() == 7
        assert (ENTERED in opened.sent) == (LEFT in opened.sent)
        return ENTERED in opened.sent

    return start


@pytest.fixture
def bare(shown: dict[str, str]) -> Iterator[dict[str, str]]:
    """The same, but of the sample nothing is known beside its index: only a kept frame can be shown."""
    texts = {file: file.read_text() for file in briefs(shown)}
    assert texts
    for file in texts:
        file.unlink()
    yield shown
    for file, text in texts.items():
        file.write_text(text)


@pytest.fixture
def pile(wire: Any, tmp_path: Path) -> Path:
    """A pile of one article that was opened once."""
    place = tmp_path / "pile"
    place.mkdir()
    (place / "one.md").write_text(ARTICLE.format(title="Talks begin", day=1))
    opened = wire(str(place))
    opened.until("1 files = 1 indexed")
    opened.settle()
    opened.write("q")
    assert opened.wait() == 0
    return place
