"""The main job, by keyboard alone, in a real terminal: also over ssh."""

from pathlib import Path
from typing import Any

import pytest

ARTICLES = {
    "talks.txt": "---\ntitle: Talks in Lund\nsource: The Lund Gazette\npublished: 2021-05-04\n---\n"
    "Mayor Ida Falk met Prime Minister Omar Reyes in Lund on Monday, 3 May 2021.\n\n"
    "The two spoke about the harbour. Falk said the storm had driven more than 2,500 people from their"
    " homes.\n\nThe Skåne\u00a0Flood\u00a0Agency was founded in 1998.\n",
    "dyke.txt": "---\ntitle: The dyke and its price\nsource: Malmö Courier\npublished: 2022-01-09\n---\n"
    "A new dyke would cost 4 million euros, Mayor Ida Falk said on Friday.\n\n"
    "The government in Stockholm had promised half of it.\n",
    "quiet.txt": "Nothing happened in the village of Torna.\n\nThe weather was good all week.\n",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def brief_and_leave(terminal: Any) -> None:
    """Who met whom and when, narrowed by an actor; a figure's sentence; a phrase; and out."""
    terminal.until(r"Talks in Lund")
    terminal.press("3")
    terminal.until(r"▸.* per .*Ida Falk")
    terminal.write("/Reyes")
    terminal.press("Enter")
    terminal.until(r"▸.*2021-05-04.*Reyes")
    terminal.press("Enter")
    terminal.until(r"Ida Falk met Prime Minister Omar Reyes in Lund")
    terminal.press("BSpace")
    terminal.until(r"  3 articles")
    terminal.press("3")
    terminal.until(r"▸.* per .*Ida Falk")
    terminal.press("Space", "4")
    terminal.until(r"person:.?Ida Falk")
    terminal.until(r"2021-05-03")
    terminal.press("BSpace", "5")
    terminal.until(r">2,500 .*people")
    terminal.press("/")
    terminal.write("2,500")
    terminal.press("Enter", "5")
    terminal.until(r"▸ +>2,500 .*people")
    terminal.press("Enter")
    terminal.until(r"▌ .*said the storm")
    terminal.press("BSpace", "/")
    terminal.write('"skane flood agency"')
    terminal.press("Enter")
    terminal.until(r"Flood.Agency was founded")
    terminal.press("F10")
    terminal.until(r"left with 0")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_the_main_job_is_done_by_keyboard_alone(
    start: Any, home: dict[str, str], wiredesk: list[str], pile: Path, columns: int, rows: int
) -> None:
    terminal = start([*wiredesk, str(pile)], columns=columns, rows=rows, environment=home)
    brief_and_leave(terminal)


def test_the_main_job_is_done_over_ssh(
    start: Any, sshd: Any, home: dict[str, str], wiredesk: list[str], pile: Path
) -> None:
    terminal = start(sshd.remote([*wiredesk, str(pile)], home))
    brief_and_leave(terminal)
