import subprocess
import sys
from pathlib import Path

import pytest
from store_samples import INPUTS, small_index

from wiredesk.errors import StoreLockedError
from wiredesk.store import Store

HOLDER = """
import sys
from pathlib import Path
from wiredesk.store import Store
with Store(Path(sys.argv[1])).lock():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_in_the_same_process_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with (
        store.lock(),
        pytest.raises(StoreLockedError, match=f"^{tmp_path}: process "),
        Store(tmp_path).lock(),
    ):
        pass
    with store.lock():
        pass


def test_a_writer_in_another_process_is_named_and_its_death_frees_the_store(tmp_path: Path) -> None:
    index = Store(tmp_path).write(small_index("one"), INPUTS)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            with pytest.raises(StoreLockedError, match=f"process {holder.pid} of .* is writing this index"):
                Store(tmp_path).write(small_index("two"), INPUTS)
            assert Store(tmp_path).open().generation == index.generation
        finally:
            holder.kill()
    assert Store(tmp_path).write(small_index("two"), INPUTS).text
