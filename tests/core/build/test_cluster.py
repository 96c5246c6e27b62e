"""Dask on this machine: the same index as anywhere, and what becomes of workers that are lost."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import fake_rooms
import pytest
from piles import build, fill, pile, tree

from wiredesk.build import Methods
from wiredesk.build.batch import Extraction
from wiredesk.build.engines import Task
from wiredesk.build.engines.choose import engine_for
from wiredesk.build.engines.cluster import work_on
from wiredesk.errors import ConfigError
from wiredesk.read import find_files

distributed = pytest.importorskip("distributed")


def signature() -> str:
    return "facts-1"


def task(folder: Path | None = None, seconds: float | None = 60.0) -> Task:
    return Task(partial(fake_rooms.extraction, Methods()), folder, signature, seconds)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Address of a scheduler with one worker in this process, as somebody else would have started it."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, host="127.0.0.1", protocol="tcp://",
        dashboard_address=None, silence_logs=50,
    ) as cluster:  # fmt: skip
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same_bytes_as_this_process(tmp_path: Path, scheduler: str) -> None:
    folder = fill(tmp_path / "pile", {**pile(30), "x.txt": "REFUSE", "y.txt": "DEFECT"})
    one = build(folder, tmp_path / "one", engine="serial")
    two = build(folder, tmp_path / "two", engine="dask", scheduler=scheduler)
    assert one.generation == two.generation
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_without_a_store_the_facts_come_back_over_the_line(tmp_path: Path, scheduler: str) -> None:
    folder = fill(tmp_path / "pile", pile(8))
    held = build(folder, None, engine="dask", scheduler=scheduler)
    assert held.articles.equals(build(folder, None).articles)


def test_work_that_takes_too_long_ends_its_process_and_other_work_does_not() -> None:
    code = (
        "import re\n"
        "from wiredesk.build.engines.watch import at_most\n"
        "with at_most(60), at_most(None): print('in time', flush=True)\n"
        "with at_most(0.2): re.match('(a|a)*b', 'a' * 40)\n"
        "print('never')"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stdout == "in time\n"
    assert "Timeout" in ended.stderr


def test_a_worker_of_another_version_is_sent_away(tmp_path: Path) -> None:
    batch = tuple(find_files([fill(tmp_path / "pile", pile(2))]))
    with pytest.raises(ConfigError, match="another version of wiredesk"):
        work_on(batch, task(), "facts-2", None)


def test_a_worker_that_does_not_see_the_files_or_the_folder_says_so(tmp_path: Path) -> None:
    batch = tuple(find_files([fill(tmp_path / "pile", pile(2))]))
    with pytest.raises(ConfigError, match=f"^{tmp_path / 'gone'}: is not seen by the worker"):
        work_on(batch, task(tmp_path / "gone"), "facts-1", None)
    elsewhere = tuple(replace(found, file=tmp_path / "far" / found.file.name) for found in batch)
    with pytest.raises(ConfigError, match=f"^{tmp_path / 'far'}: is not seen by the worker"):
        work_on(elsewhere, task(), "facts-1", None)


def test_a_worker_loads_its_models_once_for_all_batches(tmp_path: Path) -> None:
    batch = tuple(find_files([fill(tmp_path / "pile", pile(2))]))
    loaded: list[str] = []

    def steps(said: str) -> Extraction:
        loaded.append(said)
        return fake_rooms.extraction(Methods())

    for number in range(3):  # each batch brings an object of its own over the line
        arrived = replace(
            task(), steps=partial(steps, f"batch {number}"), signature=lambda: "facts of one load"
        )
        assert work_on(batch, arrived, "facts of one load", None).articles >= 2
    assert loaded == ["batch 0"]


def test_a_scheduler_is_for_dask_alone() -> None:
    with pytest.raises(ConfigError, match="--engine dask"):
        engine_for(5, None, "processes", "tcp://127.0.0.1:1")


def test_without_the_library_the_message_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from wiredesk.build.engines.choose import engine_for\n"
        "from wiredesk.errors import ConfigError\n"
        "try: engine_for(5, None, 'dask')\n"
        "except ConfigError as error: print(error)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'wiredesk[cluster]'" in ended.stdout
