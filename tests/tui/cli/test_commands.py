import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wiredesk._version import __version__
from wiredesk.store.manifest import FORMAT
from wiredesk_tui.cli.group import COMMANDS

HEADLESS = [
    ["--version"],
    ["--help"],
    ["brief"],
    ["actors"],
    ["figures", "--json"],
    ["config", "show"],
    ["man"],
]


def modules_after(arguments: list[str], home: Path) -> set[str]:
    """The modules that a command has imported when it is done."""
    script = (
        "import sys\nfrom wiredesk_tui.__main__ import run\nrun(sys.argv[1:])\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    places = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **places, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", HEADLESS, ids=" ".join)
def test_a_headless_command_never_imports_the_toolkit(
    arguments: list[str], pile: Path, tmp_path: Path
) -> None:
    takes_path = arguments[0] in ("brief", "actors", "figures")
    called = [arguments[0], str(pile), *arguments[1:]] if takes_path else arguments
    assert "textual" not in modules_after(called, tmp_path)


@pytest.mark.parametrize("arguments", [["index"], ["brief"], ["search"], ["man"], ["config", "show"]])
def test_only_commands_that_fetch_or_watch_load_what_they_need_for_it(
    arguments: list[str], pile: Path, tmp_path: Path
) -> None:
    called = arguments if arguments[0] in ("man", "config") else [arguments[0], str(pile), "--names", "fast"]
    assert not modules_after(called, tmp_path) & {"urllib3", "watchfiles", "wiredesk.fetch", "http.client"}


def test_the_version_needs_neither_frames_nor_toolkit(tmp_path: Path) -> None:
    assert not modules_after(["--version"], tmp_path) & {
        "textual",
        "polars",
        "yake",
        "pydantic",
        "wiredesk.schema",
    }


def test_the_library_never_imports_the_program() -> None:
    script = (
        "import sys, pkgutil, importlib, wiredesk\n"
        "for module in pkgutil.walk_packages(wiredesk.__path__, 'wiredesk.'):\n"
        "    importlib.import_module(module.name)\n"
        "print('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert not set(done.stdout.split()) & {"textual", "rich", "wiredesk_tui"}


def test_the_version_is_the_packages(wiredesk: Callable[..., Any]) -> None:
    assert wiredesk("--version").out == f"wiredesk {__version__}\n"


def test_help_names_every_command(wiredesk: Callable[..., Any]) -> None:
    shown = wiredesk("--help").out
    for command in COMMANDS:
        if command != "open":
            assert re.search(rf"^  {command} ", shown, re.MULTILINE), command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(wiredesk: Callable[..., Any], command: str) -> None:
    shown = wiredesk(command, "--help")
    assert shown.code == 0
    assert "Usage: wiredesk" in shown.out


@pytest.mark.parametrize(
    "arguments",
    [["articles"], ["articles", ".", "--form", "xml"], ["export", "."], ["index"], ["config", "burn"]],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2(wiredesk: Callable[..., Any], arguments: list[str]) -> None:
    wrong = wiredesk(*arguments)
    assert wrong.code == 2
    assert wrong.out == ""
    assert "Usage:" in wrong.err


def test_indexing_accounts_for_every_file(wiredesk: Callable[..., Any], pile: Path, tmp_path: Path) -> None:
    done = wiredesk("index", pile, "--store", tmp_path / "store")
    assert done.code == 0
    assert done.out == ""
    assert "3 files in = 2 indexed + 0 grouped + 1 refused" in done.err
    assert "empty.txt" in done.err


def test_export_writes_one_file_a_table(wiredesk: Callable[..., Any], pile: Path, tmp_path: Path) -> None:
    done = wiredesk("export", pile, "falk", "--to", tmp_path / "out", "--format", "csv")
    assert done.code == 0
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".csv"}
    assert (tmp_path / "out" / "articles.csv").read_text().startswith("article_id,path,")


def test_tables_are_not_written_among_the_articles(wiredesk: Callable[..., Any], pile: Path) -> None:
    refused = wiredesk("export", pile, "--to", pile / "tables")
    assert refused.code == 2
    assert "choose a folder outside" in refused.err
    assert not (pile / "tables").exists()


def test_an_index_being_written_is_exit_code_4(
    wiredesk: Callable[..., Any], pile: Path, tmp_path: Path
) -> None:
    from wiredesk.store import Store

    with Store(tmp_path / "store").lock():
        locked = wiredesk("index", pile, "--store", tmp_path / "store")
    assert locked.code == 4
    assert "store" in locked.err


def rewritten(store: Path, old: str, new: str) -> None:
    """Change what a store says of itself."""
    pointer = store / "current"
    pointer.write_text(pointer.read_text().replace(old, new))


def test_an_index_of_a_newer_version_is_refused(
    wiredesk: Callable[..., Any], pile: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    assert wiredesk("index", pile, "--store", store).code == 0
    rewritten(store, f'"format": {FORMAT}', '"format": 99')
    for arguments in (["index", pile], ["articles", pile], ["articles", pile, "--stored"]):
        refused = wiredesk(*arguments, "--store", store)
        assert refused.code == 4
        assert "a newer version of wiredesk wrote it" in refused.err


def test_an_index_of_an_older_version_is_made_anew(
    wiredesk: Callable[..., Any], pile: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    wiredesk("index", pile, "--store", store)
    rewritten(store, f'"format": {FORMAT}', '"format": 0')
    stored = wiredesk("articles", pile, "--store", store, "--stored")
    assert stored.code == 3
    assert "index the files again to make it anew" in stored.err
    again = wiredesk("index", pile, "--store", store)
    assert again.code == 0
    assert "older version of wiredesk" in again.err
    assert wiredesk("articles", pile, "--store", store, "--stored").code == 0


def test_a_scheduler_that_is_not_there_is_named(
    wiredesk: Callable[..., Any], pile: Path, tmp_path: Path
) -> None:
    where = ("--store", tmp_path / "store", "--scheduler", "tcp://127.0.0.1:1")
    other = wiredesk("index", pile, *where, "--engine", "serial")
    assert other.code == 2
    assert "say --engine dask" in other.err


def test_configuration_is_shown_with_where_it_comes_from(
    wiredesk: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('theme = "light"\n')
    shown = wiredesk("config", "show", "--config", file).out
    assert str(file) in shown
    assert 'theme = "light"  # set' in shown
    assert "mouse = false  # default" in shown


def test_a_mistake_in_the_configuration_names_file_and_key(
    wiredesk: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('tehme = "light"\n')
    wrong = wiredesk("config", "check", "--config", file)
    assert wrong.code == 2
    assert str(file) in wrong.err
    assert "did you mean 'theme'?" in wrong.err
    assert wiredesk("config", "check").code == 0
    assert wiredesk("config", "check", "--config", tmp_path / "none.toml").code == 2


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('aliases = ["gone.toml"]', "gone.toml"),
        ('aliases = ["names.toml"]', "names.toml: entry 1 (Lund)"),
        ('theme = "drak"', "theme: is none of"),
        ('themes = "mine"', "odd.toml"),
    ],
)
def test_what_a_configuration_names_is_checked_as_well(
    wiredesk: Callable[..., Any], tmp_path: Path, setting: str, told: str
) -> None:
    (tmp_path / "names.toml").write_text('[[actors]]\nname = "Lund"\nkind = "fruit"\n')
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "odd.toml").write_text("ground = 5")
    file = tmp_path / "mine.toml"
    file.write_text(setting)
    wrong = wiredesk("config", "check", "--config", file)
    assert wrong.code == 2
    assert told in wrong.err


def test_a_path_in_a_configuration_starts_from_its_folder(
    wiredesk: Callable[..., Any], pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "names.toml").write_text('[[actors]]\nname = "Ida B. Falk"\nkind = "person"\n')
    (tmp_path / "conf" / "mine.toml").write_text('aliases = ["names.toml"]')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "conf"))
    assert wiredesk("articles", pile, "--config", "conf/mine.toml").code == 0
    (tmp_path / "home.toml").write_text('aliases = ["~/names.toml"]')
    assert wiredesk("config", "check", "--config", "home.toml").code == 0


@pytest.mark.parametrize(
    "arguments",
    [["articles", ""], ["index", ""], ["articles", ".", "--also", ""], ["index", ".", "--store", ""], [""]],
    ids=repr,
)
def test_an_empty_path_is_not_taken_for_the_current_folder(
    wiredesk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = wiredesk(*arguments)
    assert wrong.code == 2
    assert "is empty" in wrong.err
    assert not list(tmp_path.iterdir())


def test_at_least_six_themes_are_listed(wiredesk: Callable[..., Any]) -> None:
    assert len(wiredesk("themes").out.splitlines()) >= 6


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(wiredesk: Callable[..., Any], shell: str) -> None:
    assert "_WIREDESK_COMPLETE" in wiredesk("completion", shell).out


def test_the_manual_tells_every_command_field_and_exit_code(wiredesk: Callable[..., Any]) -> None:
    from wiredesk.query.fields import FIELDS

    page = wiredesk("man").out
    assert page.startswith(".TH WIREDESK 1")
    for command in COMMANDS:
        assert rf"\fB{command}\fR" in page
    for field in FIELDS:
        assert f".B {field}:" in page
    for code in (0, 1, 2, 3, 4, 130):
        assert f".B {code}\n" in page
