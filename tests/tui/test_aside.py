"""A small file is the old one or the new one, and nobody else's to read."""

import stat
from pathlib import Path

import pytest

from wiredesk_tui.aside import write_whole


def test_a_file_is_put_in_place_whole_and_private(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text("a longer text that stood there before\n")
    file.chmod(0o644)
    write_whole(file, "Malmö\n")
    assert file.read_text(encoding="utf-8") == "Malmö\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_where_writing_fails_the_old_text_stands_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text("old\n")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "half \udcff")
    assert file.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    with pytest.raises(OSError, match="kept"):
        write_whole(folder, "text")
    assert list(tmp_path.iterdir()) == [folder]
