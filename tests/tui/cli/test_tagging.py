import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wiredesk_tui.cli.exits import Exit

TOKENS = "-DOCSTART- -X-\n\nAnna O\nLindqvist O\nvisited O\nCopenhagen O\n. O\n"


def test_a_file_of_tokens_comes_back_with_tags(wiredesk: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "tokens.conll"
    file.write_text(TOKENS, encoding="utf-8")
    done = wiredesk("tag", "--conll", file, "--names", "fast")
    assert done.code == Exit.DONE
    assert done.out == "-DOCSTART- O\n\nAnna B-PER\nLindqvist I-PER\nvisited O\nCopenhagen B-LOC\n. O\n"


def test_tokens_may_come_from_standard_input(
    wiredesk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Caf\xe9\n")))
    assert wiredesk("tag", "--conll", "-").out.count("\n") == 1


def test_a_file_that_is_not_there_is_told(wiredesk: Callable[..., Any], tmp_path: Path) -> None:
    done = wiredesk("tag", "--conll", tmp_path / "none")
    assert done.code == Exit.UNREADABLE
    assert "cannot be read" in done.err


def test_a_tagger_that_is_not_there_is_a_mistake_of_usage(
    wiredesk: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "tokens.conll"
    file.write_text(TOKENS, encoding="utf-8")
    done = wiredesk("tag", "--conll", file, "--names", "swift")
    assert done.code == Exit.USAGE
    assert "swift" in done.err
