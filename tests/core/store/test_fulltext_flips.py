"""A changed byte of the full-text index, which its size does not tell of."""

from pathlib import Path

import pytest
from fulltext_samples import found, index_of
from store_samples import INPUTS

from wiredesk.query import select
from wiredesk.store import Store
from wiredesk.store.fulltext import FullTextError, asking, is_whole, shape

TEXTS = {n: f"storm {n}\nthe air strikes of day {n} began" for n in range(60)}


@pytest.fixture(autouse=True)
def from_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full-text index is written for any pile."""
    monkeypatch.setattr(shape, "FULLTEXT_FROM", 1)


def flip(file: Path) -> None:
    """Change one bit; the file may be shared, so a new one takes its place."""
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.unlink()
    file.write_bytes(data)


@pytest.mark.parametrize("kind", ["pos", "idx", "term", "fast", "fieldnorm"])
def test_one_flipped_bit_is_told_scanned_around_and_mended(tmp_path: Path, kind: str) -> None:
    store = Store(tmp_path)
    generation = store.write(index_of(TEXTS), INPUTS).generation
    folder = tmp_path / "generations" / generation / shape.FOLDER
    flip(next(folder.glob(f"*.{kind}")))
    index = store.open()
    fulltext = index.fulltext
    assert fulltext is not None
    assert fulltext.trouble is None
    _ = select(index, '"air strikes"').height  # whatever it says: it is what starts the comparison
    fulltext.wait_for_check()
    assert fulltext.trouble is not None
    assert "is damaged" in fulltext.trouble or "failed" in fulltext.trouble
    assert "index the files again" in fulltext.trouble
    selection = select(index, '"air strikes"')
    assert selection.height == len(TEXTS)
    assert selection.trouble == fulltext.trouble
    with pytest.raises(FullTextError):
        fulltext.count(asking.everything())
    assert not is_whole(folder, len(TEXTS))
    assert store.mend()
    mended = store.open().fulltext
    assert mended is not None
    assert found(mended, "air", "strikes") == set(TEXTS)
    mended.wait_for_check()
    assert mended.trouble is None


def test_a_flipped_bit_that_no_reader_met_is_mended_too(tmp_path: Path) -> None:
    store = Store(tmp_path)
    generation = store.write(index_of(TEXTS), INPUTS).generation
    folder = tmp_path / "generations" / generation / shape.FOLDER
    assert not store.mend()
    flip(next(folder.glob("*.store")))
    assert store.mend()
    assert not store.mend()
