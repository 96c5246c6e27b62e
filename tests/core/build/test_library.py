"""The library as a script sees it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from piles import tree

import wiredesk

GUIDE = Path(__file__).parents[3] / "docs" / "library.md"


def test_the_guide_runs_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.M | re.S))
    assert code.count("assert") >= 4
    monkeypatch.chdir(tmp_path)
    exec(compile(code, str(GUIDE), "exec"), {"__name__": "guide"})


def test_the_real_rooms_give_the_same_bytes_however_they_are_run(tmp_path: Path) -> None:
    pile, on, anew = tmp_path / "pile", tmp_path / "on", tmp_path / "anew"
    seeds = sorted(file for file in wiredesk.seeds_dir().iterdir() if file.is_file())
    pile.mkdir()
    for half in (seeds[::2], seeds[1::2]):
        for file in half:
            shutil.copy(file, pile)
        wiredesk.index(pile, store=on, processes=2)  # processes of their own: another seed for hashes
    index = wiredesk.index(pile, store=anew, processes=0)
    assert tree(on) == tree(anew)
    assert index.files.height >= len(seeds) - 1  # a sidecar is no file of its own
    counts = index.files["status"].value_counts().rows()
    assert sum(count for _, count in counts) == index.files.height


def modules_after(code: str) -> set[str]:
    """Modules that a fresh Python has loaded after some code."""
    command = [sys.executable, "-c", f"import sys, wiredesk\n{code}\nprint(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_importing_the_package_loads_nothing_else() -> None:
    loaded = modules_after("wiredesk.__version__")
    assert {name for name in loaded if name.startswith("wiredesk")} == {"wiredesk", "wiredesk._version"}
    assert "polars" not in loaded


def test_opening_a_store_loads_no_room_of_the_way_in(tmp_path: Path) -> None:
    wiredesk.index(store=tmp_path / "store")
    loaded = modules_after(f"wiredesk.open_store({str(tmp_path / 'store')!r}).articles")
    assert "wiredesk.store" in loaded
    assert not loaded & {"wiredesk.build", "wiredesk.link", "wiredesk.extract", "wiredesk.read", "yake"}


def test_every_public_name_is_there() -> None:
    assert dir(wiredesk) == wiredesk.__all__
    for name in wiredesk.__all__:
        assert getattr(wiredesk, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'rumours'"):
        _ = getattr(wiredesk, "rumours")  # noqa: B009
