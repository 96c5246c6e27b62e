"""The documents say what the program does."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from wiredesk.brief import EXPORTED
from wiredesk.query.fields import FIELDS
from wiredesk_tui.cli.group import COMMANDS
from wiredesk_tui.cli.manual import manual
from wiredesk_tui.settings import Settings

TOP = Path(__file__).parents[2]
README = (TOP / "README.md").read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOP / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_of_the_readme_are_the_programs() -> None:
    assert script("tables").filled(README) == README, "run: python docs/tables.py"


def test_the_manual_page_is_the_programs() -> None:
    page = (TOP / "docs" / "wiredesk.1").read_text(encoding="utf-8")
    assert page == manual(), "run: wiredesk man > docs/wiredesk.1"


def test_every_command_shown_in_the_readme_exists() -> None:
    shown = re.findall(r"^ {4}(?:\.venv/bin/)?wiredesk +(\S+)", README, re.MULTILINE)
    assert len(shown) > 4
    for word in shown:
        assert word in COMMANDS or word.startswith("~"), word


def test_every_field_shown_in_the_readme_exists() -> None:
    for field in re.findall(r"[ `'(]([a-z]+):[A-Za-z0-9><\"]", README):
        assert field in FIELDS or field in ("http", "https"), field


def test_every_link_of_the_papers_leads_somewhere() -> None:
    for paper in (*TOP.glob("*.md"), *(TOP / "docs").glob("*.md"), *(TOP / "bench").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)", paper.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (paper.parent / target).exists(), f"{paper.name}: {target}"


def test_contributing_names_the_commands_of_ci_and_no_others() -> None:
    told = set(re.findall(r"^ {4}make (\w+)", (TOP / "CONTRIBUTING.md").read_text(), re.MULTILINE))
    run = set(re.findall(r"^make (\w+)", (TOP / ".ci" / "run").read_text(), re.MULTILINE))
    assert told == run == {"check", "test"}


def test_the_library_guide_names_every_exported_table() -> None:
    guide = " ".join((TOP / "docs" / "library.md").read_text(encoding="utf-8").split())
    for table in EXPORTED:
        assert table in guide, table


@pytest.mark.parametrize("setting", sorted(Settings().held))
def test_every_setting_is_documented(setting: str) -> None:
    guide = (TOP / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert f"`{setting}`" in guide
