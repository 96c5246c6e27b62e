"""An index on object storage: an S3-compatible server of this machine."""

import re
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from polars.testing import assert_frame_equal
from store_samples import INPUTS, small_index

from wiredesk import schema
from wiredesk.errors import StoreError, StoreNewerError
from wiredesk.store import Store, open_store

pytest.importorskip("moto")

Put = Callable[[str, bytes], None]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Address of a server with an empty bucket named `desk`."""
    command = [sys.executable, "-u", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = (re.search(r"Running on (http://127\.0\.0\.1:\d+)", line) for line in process.stderr)
        address = next(found[1] for found in told if found)
        try:
            put_at(address)("desk", b"")
            yield address
        finally:
            process.kill()


def put_at(server: str) -> Put:
    def put(path: str, data: bytes) -> None:
        kind = {"Content-Type": "application/octet-stream"}
        asked = urllib.request.Request(f"{server}/{path}", data=data, method="PUT", headers=kind)
        with urllib.request.urlopen(asked, timeout=30) as answer:
            assert answer.status == 200

    return put


@pytest.fixture
def put(server: str, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts an object into the bucket; Polars knows where that is and who asks."""
    settings = {
        "AWS_ACCESS_KEY_ID": "reader", "AWS_SECRET_ACCESS_KEY": "none", "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": server, "AWS_ALLOW_HTTP": "true",
    }  # fmt: skip
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return put_at(server)


def copied(store: Store, put: Put, name: str) -> str:
    """The address of a store whose files were put into the bucket."""
    for file in store.directory.rglob("*"):
        if file.is_file():
            put(f"desk/{name}/{file.relative_to(store.directory).as_posix()}", file.read_bytes())
    return f"s3://desk/{name}"


def test_an_index_on_object_storage_opens_like_any_other(tmp_path: Path, put: Put) -> None:
    written = Store(tmp_path).write(small_index("one", "two"), INPUTS)
    index = open_store(copied(Store(tmp_path), put, "index") + "/")
    assert index.complete
    assert index.generation == written.generation
    assert index.height("articles") == 2
    for name in schema.TABLES:
        assert_frame_equal(index.table(name), written.table(name))
    assert index.text(schema.identifier("two")) == "two"


def test_what_is_missing_there_is_named(tmp_path: Path, put: Put) -> None:
    with pytest.raises(StoreError, match=r"^s3://desk/nothing/current: is not there; copy"):
        open_store("s3://desk/nothing")
    store = Store(tmp_path)
    index = store.write(small_index("one"), INPUTS)
    (tmp_path / "generations" / index.generation / "texts.parquet").unlink()
    found = open_store(copied(store, put, "half"))
    assert found.articles.height == 1
    with pytest.raises(StoreError, match=r"texts\.parquet: is not there"):
        _ = found.texts


def test_an_index_of_a_newer_version_is_left_alone_there_too(tmp_path: Path, put: Put) -> None:
    Store(tmp_path).write(small_index("one"), INPUTS)
    pointer = tmp_path / "current"
    pointer.write_text(pointer.read_text().replace('"format": 1', '"format": 99'))
    with pytest.raises(StoreNewerError, match=r"^s3://desk/newer/current: a newer version"):
        open_store(copied(Store(tmp_path), put, "newer"))
