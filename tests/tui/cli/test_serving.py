"""What `wiredesk serve` refuses, and how it says so."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wiredesk.store import Store
from wiredesk_tui.cli import serving

Command = Callable[..., Any]


@pytest.fixture
def indexed(wiredesk: Command, pile: Path) -> Path:
    assert wiredesk("index", pile, "--names", "fast").code == 0
    return pile


def test_a_pile_without_an_index_is_not_served(wiredesk: Command, pile: Path) -> None:
    result = wiredesk("serve", pile)
    assert result.code == 3
    assert "wiredesk index" in result.err


def test_standard_input_is_not_served(wiredesk: Command) -> None:
    assert wiredesk("serve", "-").code == 2


def test_a_missing_extra_is_named(wiredesk: Command, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "wiredesk_tui.web.server", raising=False)
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    result = wiredesk("serve", indexed)
    assert result.code == 2
    assert "textual_serve" in result.err
    assert "wiredesk[serve]" in result.err


def test_a_port_that_is_taken_is_told(wiredesk: Command, indexed: Path) -> None:
    with socket.socket() as taken:
        taken.bind((serving.HERE, 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = wiredesk("serve", indexed, "--port", port)
    assert result.code == 2
    assert f"{serving.HERE}:{port}: cannot be listened at" in result.err


def test_only_an_address_that_others_reach_is_warned_of(
    wiredesk: Command, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wiredesk_tui.web import server

    class Fake:
        def __init__(self, *arguments: object) -> None:
            pass

        def serve(self) -> None:
            pass

    monkeypatch.setattr(server, "DeskServer", Fake)
    assert "no password" not in wiredesk("serve", indexed).err
    assert "no password" in wiredesk("serve", indexed, "--host", "0.0.0.0").err


def test_a_served_pile_is_neither_indexed_nor_noted(indexed: Path, tmp_path: Path) -> None:
    from wiredesk_tui.web.served import read_only

    job = read_only("pile", Store(next((tmp_path / "data" / "wiredesk").glob("*"))))
    assert job.desk is None
    assert job.watch is None
