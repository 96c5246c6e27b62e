"""What others print leads to a file, and back, and files that nobody was told of do not stay."""

import os
from pathlib import Path

import pytest

from wiredesk_tui.terminal.printed import KEPT, Printed


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> int:
    """A stream of this process that takes itself for a terminal's: its own end, to read from."""
    read, write = os.pipe()
    monkeypatch.setattr("wiredesk_tui.terminal.printed.STREAMS", (write,))
    monkeypatch.setattr(os, "isatty", write.__eq__)
    monkeypatch.setenv("STREAM", str(write))
    return read


def test_what_is_printed_goes_to_the_file_and_then_to_the_terminal_again(
    terminal: int, tmp_path: Path
) -> None:
    stream = int(os.environ["STREAM"])
    printed = Printed(str(tmp_path / "printed"))
    for text in (b"one", b"two"):
        printed.divert()
        printed.divert()  # again, as after a start that came to nothing
        os.write(stream, text)
        printed.give_back()
        printed.give_back()
    os.write(stream, b"three")
    assert os.read(terminal, 100) == b"three"
    told = printed.left(failed=True)
    file = tmp_path / "printed" / f"{os.getpid()}.txt"
    assert told.startswith(f"{file}:")
    assert file.read_bytes() == b"onetwo"
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("text", "failed"), [(b"", True), (b"noise", False)])
def test_a_file_that_nobody_is_told_of_goes(terminal: int, tmp_path: Path, text: bytes, failed: bool) -> None:
    printed = Printed(str(tmp_path))
    printed.divert()
    os.write(int(os.environ["STREAM"]), text)
    printed.give_back()
    assert printed.left(failed=failed) == ""
    assert list(tmp_path.iterdir()) == []


def test_where_no_file_can_be_made_nothing_is_printed_either(terminal: int, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    printed = Printed(str(tmp_path / "taken"))
    printed.divert()
    os.write(int(os.environ["STREAM"]), b"noise")
    printed.give_back()
    os.write(int(os.environ["STREAM"]), b"after")
    assert os.read(terminal, 100) == b"after"
    assert printed.left(failed=True) == ""


def test_of_programs_that_are_gone_only_the_newest_files_stay(terminal: int, tmp_path: Path) -> None:
    living = tmp_path / f"{os.getppid()}.txt"
    living.touch()
    for number in range(KEPT + 3):
        gone = tmp_path / f"{2**22 + number + 1}.txt"  # more than processes are numbered to
        gone.write_text("noise")
        os.utime(gone, (number, number))
    empty = tmp_path / f"{2**22}.txt"
    empty.touch()
    Printed(str(tmp_path)).divert()
    left = sorted(int(file.stem) for file in tmp_path.iterdir() if int(file.stem) > 2**22)
    assert left == [2**22 + number + 1 for number in range(4, KEPT + 3)]
    assert living.exists()
    assert not empty.exists()


def test_a_stream_that_is_no_terminal_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    monkeypatch.setattr("wiredesk_tui.terminal.printed.STREAMS", (write,))
    printed = Printed(str(tmp_path / "printed"))
    printed.divert()
    os.write(write, b"noise")
    assert os.read(read, 100) == b"noise"
    assert printed.left(failed=True) == ""
    assert not (tmp_path / "printed").exists()
