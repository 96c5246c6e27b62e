from pathlib import Path

from wiredesk.store import store_directory


def test_a_store_is_named_after_its_pile(tmp_path: Path) -> None:
    place = store_directory([tmp_path / "Überblick März 2024"], Path("/data"))
    assert place.parent == Path("/data/stores")
    assert place.name.startswith("uberblick-marz-2024-")


def test_the_same_paths_have_the_same_place(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    link = tmp_path / "link"
    one.mkdir()
    link.symlink_to(one)
    data = Path("/data")
    assert store_directory([one, two], data) == store_directory([two, one, one], data)
    assert store_directory([link], data) == store_directory([one / ".." / "one"], data)
    assert store_directory([one], data) != store_directory([two], data)
    assert store_directory([tmp_path / "a" / "one"], data).name != store_directory([one], data).name


def test_names_that_are_no_names() -> None:
    data = Path("/data")
    assert store_directory([Path("-")], data).name.startswith("standard-input-")
    assert store_directory([Path("/")], data).name.startswith("pile-")
    assert store_directory([Path("/piles/中文 \udcff")], data).name.startswith("中文-xff-")
    assert len(store_directory([Path("/" + "a" * 250)], data).name) < 60
