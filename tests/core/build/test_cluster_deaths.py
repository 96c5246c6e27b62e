"""Workers of a Dask cluster that die; apart from other clusters of this process, which get in the way."""

from functools import partial
from pathlib import Path

import fake_rooms
import pytest
from piles import fill

from wiredesk.build import Methods
from wiredesk.build.engines import Task
from wiredesk.build.facts import Facts
from wiredesk.read import find_files

pytest.importorskip("distributed")


def test_a_file_that_ends_its_workers_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    from wiredesk.build.engines.cluster import Cluster

    files = {"a.txt": "Anna came.", "b.txt": "DEADLY", "c.txt": "Fred came."}
    batch = tuple(find_files([fill(tmp_path / "pile", files)]))
    task = Task(partial(fake_rooms.extraction, Methods()), tmp_path / "parts", partial(str, "facts-1"))
    facts = Facts.together([part.facts() for part in Cluster(workers=1).run([batch], task, None)])
    assert facts.frames["articles"]["path"].to_list() == ["a.txt", "c.txt"]
    ((path, reason),) = facts.frames["refused"].select("path", "reason").rows()
    assert path == "b.txt"
    assert "ended the process that read it" in reason
