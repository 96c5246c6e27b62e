import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fake_rooms
import pytest
from piles import build, fill, pile, tree

from wiredesk.store import Store

DYING = """
import os, signal, sys
sys.path[:0] = sys.argv[4:]
from pathlib import Path
import fake_rooms
from wiredesk.build import build_index
from wiredesk.store import Store

left, real = int(sys.argv[3]), os.replace

def replace(*args):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    real(*args)

os.replace = replace
build_index([Path(sys.argv[1])], Store(Path(sys.argv[2])), processes=0, pipeline=fake_rooms.PIPELINE)
"""


class Killed(BaseException):
    """Stands for the end of the process."""


def before(place: Path) -> tuple[Path, Path]:
    """A pile with an older index of it."""
    folder, store = place / "pile", place / "store"
    fill(folder, pile(6))
    build(folder, store)
    fill(folder, {**pile(9), "002.txt": "Zora came. She had 7 maps."})
    return folder, store


def test_killed_at_any_step_it_goes_on_to_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, base = before(tmp_path)
    whole = shutil.copytree(base, tmp_path / "whole")
    build(folder, whole)
    old, new = Store(base).open().generation, Store(whole).open().generation
    steps, seen = 0, set[str]()
    while True:
        store = shutil.copytree(base, tmp_path / f"{steps}")
        left = steps

        def dying(real: Callable[..., Any]) -> Callable[..., Any]:
            def replaced(*args: Any, **kwargs: Any) -> Any:
                nonlocal left
                if left == 0:
                    raise Killed
                left -= 1
                return real(*args, **kwargs)

            return replaced

        with monkeypatch.context() as patch:
            for name in ("replace", "fsync", "mkdir", "unlink", "rmdir"):
                patch.setattr(os, name, dying(getattr(os, name)))
            try:
                build(folder, store)
                break
            except Killed:
                steps += 1
        seen.add(Store(store).open().generation)
        build(folder, store)
        assert tree(store) == tree(whole)
        assert (store / "current").read_bytes() == (whole / "current").read_bytes()
        assert not Store(store).has_leftovers
    assert seen == {old, new}
    assert steps > 20


@pytest.mark.parametrize("step", [0, 1, 3, 4, 5, 6])
def test_a_process_killed_for_real_goes_on_to_the_same_bytes(tmp_path: Path, step: int) -> None:
    folder, store = before(tmp_path)
    whole = shutil.copytree(store, tmp_path / "whole")
    build(folder, whole)
    rooms = str(Path(fake_rooms.__file__).parent)
    ended = subprocess.run(
        [sys.executable, "-c", DYING, str(folder), str(store), str(step), rooms],
        capture_output=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert Store(store).open().generation in {path.name for path in (whole / "generations").iterdir()}
    build(folder, store)
    assert tree(store) == tree(whole)


def test_a_damaged_journal_costs_only_its_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, store = before(tmp_path)
    whole = shutil.copytree(store, tmp_path / "whole")
    build(folder, whole)

    def die(*_args: object, **_options: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("wiredesk.build.linking.link_facts", die)
        with pytest.raises(Killed):
            build(folder, store)
    entries = sorted((store / "journal").rglob("*.zip"))
    assert len(entries) > 2
    entries[0].write_bytes(b"")
    entries[1].write_bytes(entries[1].read_bytes()[:-40])
    data = bytearray(entries[2].read_bytes())
    data[len(data) // 2] ^= 1
    entries[2].write_bytes(data)
    build(folder, store)
    assert tree(store) == tree(whole)
