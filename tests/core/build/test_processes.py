import os
import select
import signal
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import fake_rooms
import pytest
from piles import build, fill, pile, tree

from wiredesk.build import Methods
from wiredesk.build.engines import Task, batches_of
from wiredesk.build.engines.choose import processes_for
from wiredesk.build.engines.processes import Processes
from wiredesk.build.facts import Facts
from wiredesk.read import find_files

SCRIPT = """
import sys
sys.path[:0] = sys.argv[3:]
from pathlib import Path
import fake_rooms
from wiredesk.build import build_index
from wiredesk.store import Store

def told(progress):
    if progress.phase == "extract":
        print(progress.done, flush=True)

# No guard of the main module: whoever runs this file twice would be caught at it.
print("main", flush=True)
store, rooms = Store(Path(sys.argv[2])), fake_rooms.PIPELINE
build_index([Path(sys.argv[1])], store, processes=2, on_progress=told, pipeline=rooms)
"""


def test_one_process_or_two_give_the_same_bytes(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pile", {**pile(30), "x.txt": "REFUSE"})
    one, two = (build(folder, tmp_path / f"{n}", processes=n).generation for n in (0, 2))
    assert one == two
    assert tree(tmp_path / "0") == tree(tmp_path / "2")


def test_a_file_that_kills_its_reader_is_refused_alone_and_tried_again(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pile", {**pile(8), "005.txt": "DEADLY"})
    index = build(folder, tmp_path / "store", processes=2)
    assert index.refused["path"].to_list() == ["005.txt"]
    assert "killed by signal 9" in index.refused["reason"][0]
    assert index.files["articles"].to_list().count(0) == 1
    again = build(folder, tmp_path / "store", processes=1)
    assert again.generation == index.generation
    fill(folder, {**pile(8), "005.txt": "Fred came."})
    mended = build(folder, tmp_path / "store", processes=2)
    assert mended.refused.height == 0
    assert "Fred" in set(mended.actors["name"])


def test_a_file_that_takes_too_long_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pile", {"a.txt": "Anna came.", "b.txt": "ENDLESS", "c.txt": "Fred came."})
    first, endless, last = find_files([folder])
    task = Task(
        partial(fake_rooms.extraction, Methods()),
        None,
        partial(fake_rooms.extraction_signature, Methods()),
        1.5,
    )
    parts = list(Processes(2).run([(first, endless), (last,)], task, None))
    facts = Facts.together(part.facts() for part in parts)
    assert facts.frames["articles"]["path"].to_list() == ["a.txt", "c.txt"]
    assert facts.frames["refused"]["path"].to_list() == ["b.txt"]
    assert "took longer to read" in facts.frames["refused"]["reason"][0]


def test_the_time_of_a_batch_grows_with_its_bytes(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pile", {"long.txt": "x" * 1_000_000, "short.txt": "x"})
    long, short = ((found,) for found in find_files([folder]))
    task = Task(partial(fake_rooms.extraction, Methods()), None, lambda: "")
    least, most = task.limit(short), task.limit(long)
    assert least is not None
    assert most is not None
    assert 30 < least < most - 60
    assert replace(task, seconds=None).limit(long) is None


@pytest.mark.parametrize("processes", [0, 2])
def test_a_defect_refuses_the_guilty_file_alone_and_says_what_failed(tmp_path: Path, processes: int) -> None:
    folder = fill(tmp_path / "pile", {"a.txt": "Anna came.", "b.txt": "DEFECT", "c.txt": "Fred came."})
    index = build(folder, tmp_path / "store", processes=processes)
    assert index.articles["path"].to_list() == ["a.txt", "c.txt"]
    assert index.refused["path"].to_list() == ["b.txt"]
    assert "ZeroDivisionError: a defect" in index.refused["reason"][0]
    assert "please report" in index.refused["reason"][0]


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to wait for another's process")
def test_workers_end_with_their_parent_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pile", pile(200))
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), str(folder), str(tmp_path / "store"), *fake_rooms_path()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        said = [parent.stdout.readline() for _ in range(3)]
        assert said[:2] == ["main\n", "0\n"]
        workers = [os.pidfd_open(worker) for worker in children(parent.pid)]
        parent.send_signal(signal.SIGKILL)
    assert workers
    for worker in workers:
        assert select.select([worker], [], [], 20)[0]
        os.close(worker)
    assert list((tmp_path / "store" / "journal").rglob("*.zip"))
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("main\n")
    assert int(ended.stdout.split()[1]) > 0
    assert ended.stdout.count("main") == 1
    build(folder, tmp_path / "undisturbed")
    assert tree(tmp_path / "store") == tree(tmp_path / "undisturbed")


def fake_rooms_path() -> list[str]:
    return [str(Path(fake_rooms.__file__).parent)]


def children(parent: int) -> list[int]:
    """Processes whose parent is that one (Linux)."""
    found: list[int] = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == parent:
            found.append(int(status.parent.name))
    return found


def test_batches_hold_every_file_once_in_order(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pile", {**pile(120), "big.txt": "x" * 3_000_000})
    founds = find_files([folder])
    for width in (1, 2, 7):
        batches = batches_of(founds, width)
        assert [found for batch in batches for found in batch] == founds
        assert max(map(len, batches)) <= 50
        assert all(batches)
    (of_the_big_one,) = (batch for batch in batches_of(founds, 1) if batch[-1].path == "big.txt")
    assert len(of_the_big_one) == 1
    assert batches_of([], 2) == []


def test_a_handful_of_files_needs_no_process_of_its_own() -> None:
    assert processes_for(5, None) == 0
    assert processes_for(5, 2) == 2
    assert processes_for(1, 2) == 1
    assert processes_for(0, 2) == 0
    assert processes_for(10_000, 0) == 0
    assert processes_for(10_000, None) in (0, 2)
