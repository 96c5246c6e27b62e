"""Standard streams that are closed, full, gone or of a small alphabet."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "Skåne waits — Łódź too\n\nIda Falk said that at least 300 ships waited in Lund on 3 May 2021.\n"
FULL = Path("/dev/full")

Shell = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Runs a line of shell in which `$wiredesk` is the program and `$pile` a folder with one article."""
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.txt").write_text(TEXT, encoding="utf-8")
    home = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    command = f"{sys.executable} -m wiredesk_tui"
    paths = os.pathsep.join(filter(None, sys.path))

    def run(line: str, **more: str) -> "subprocess.CompletedProcess[bytes]":
        named = {"PYTHONPATH": paths, "wiredesk": command, "pile": str(tmp_path / "pile"), **home, **more}
        return subprocess.run(
            ["bash", "-c", line], env={**os.environ, **named}, capture_output=True, check=False, timeout=60
        )

    return run


@pytest.mark.parametrize("line", ["articles $pile 2>&-", "articles $pile 2>&- <&-", "index $pile >&- 2>&-"])
def test_a_closed_stream_that_is_not_needed_stops_no_command(shell: Shell, line: str) -> None:
    done = shell(f"$wiredesk {line}")
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", ["articles $pile", "--help"])
def test_data_for_a_closed_standard_output_is_a_failure(shell: Shell, arguments: str) -> None:
    done = shell(f"$wiredesk {arguments} >&-")
    assert done.returncode == 3
    assert done.stderr.startswith(b"wiredesk: standard output: cannot be written")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
def test_what_cannot_be_said_undoes_nothing(shell: Shell) -> None:
    assert shell(f"$wiredesk index $pile 2>{FULL}").returncode == 0
    assert shell(f"$wiredesk articles $pile nothing 2>{FULL}").returncode == 1
    assert shell(f"$wiredesk articles $pile/none 2>{FULL}").returncode == 3


def test_closed_standard_input_is_an_article_without_text(shell: Shell) -> None:
    done = shell("$wiredesk brief - <&-")
    assert done.returncode == 3
    assert b"1 refused" in done.stdout


@pytest.mark.parametrize("arguments", ["timeline $pile", "--help"])
def test_output_whose_reader_has_gone_ends_as_other_programs_do(shell: Shell, arguments: str) -> None:
    # The reader of the pipe is gone before the first byte is written.
    done = shell(f"$wiredesk index $pile; ($wiredesk {arguments}; echo $? >&2) | true")
    assert done.stderr.splitlines()[1:] == [b"141"]


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("arguments", ["articles $pile", "--help"])
def test_output_that_cannot_be_written_is_told_in_words(shell: Shell, arguments: str) -> None:
    done = shell(f"$wiredesk {arguments} > {FULL}")
    assert done.returncode == 3
    assert b"standard output: cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
@pytest.mark.parametrize("command", ["brief", "figures"])
def test_no_character_stops_an_output_of_a_small_alphabet(shell: Shell, encoding: str, command: str) -> None:
    done = shell(f"$wiredesk {command} $pile", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert done.stderr == b""


def test_output_for_programs_is_utf_8_whatever_the_terminal_wants(shell: Shell) -> None:
    for form in ("--json", "--jsonl", "--csv"):
        plain = shell(f"$wiredesk articles $pile {form}", PYTHONIOENCODING="utf-8").stdout
        assert "Łódź" in plain.decode()
        assert shell(f"$wiredesk articles $pile {form}", PYTHONIOENCODING="latin-1").stdout == plain


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "C"}],
    ids=["latin-1", "ascii", "C"],
)
def test_what_an_alphabet_lacks_is_spelt_out(shell: Shell, environment: dict[str, str]) -> None:
    unset = {"PYTHONIOENCODING", "PYTHONUTF8"} - set(environment)
    shown = shell(f"unset {' '.join(sorted(unset))}; $wiredesk figures $pile", **environment).stdout
    assert b">= 300" in shown
    assert b"\\u" not in shown
    if "LC_ALL" in environment:
        assert shown.isascii()


def test_a_single_file_is_counted_in_the_singular(wiredesk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    told = wiredesk("index", tmp_path / "a.txt").err
    assert "1 file in = 1 indexed + 0 grouped + 0 refused; 1 article (" in told


INTERRUPTED = """
import sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
from wiredesk_tui.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["click", "wiredesk_tui.cli.views"])
def test_an_interrupt_is_exit_code_130_without_a_word_however_early(shell: Shell, module: str) -> None:
    script = INTERRUPTED.format(module=module)
    done = shell(f'{sys.executable} -c "$script" articles $pile', script=script)
    assert done.returncode == 130
    assert done.stderr.strip() == b""
