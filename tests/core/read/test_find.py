import os
import socket
from pathlib import Path

import pytest

from wiredesk.read import Found, digest_of, find_files, read_file, standard_input


def write(folder: Path, *names: str, text: str = "x") -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def paths(founds: list[Found]) -> list[str]:
    return [found.path for found in founds]


def reason(found: Found) -> str:
    return read_file(found).refusals[0].reason


def test_a_folder_is_searched_to_its_depth_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "east/far/c.txt")
    assert paths(find_files([tmp_path])) == ["a.txt", "b.txt", "east/far/c.txt"]


def test_a_file_that_is_named_is_found_under_its_name(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    assert paths(find_files([tmp_path / "b.txt"])) == ["b.txt"]


def test_hidden_files_and_what_tools_leave_behind_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "__pycache__/x.txt", ".git/x.txt", ".notes", "Thumbs.db")
    assert paths(find_files([tmp_path])) == ["a.txt"]


def test_a_path_that_is_not_there_is_found_with_the_reason(tmp_path: Path) -> None:
    [found] = find_files([tmp_path / "lost.txt"])
    assert found.path == "lost.txt"
    assert "not there" in reason(found)


def test_roots_whose_paths_would_clash_are_told_apart_by_their_names(tmp_path: Path) -> None:
    write(tmp_path, "monday/a.txt", "tuesday/a.txt", "other/c.txt")
    founds = find_files([tmp_path / "monday", tmp_path / "tuesday", tmp_path / "other"])
    assert paths(founds) == ["c.txt", "monday/a.txt", "tuesday/a.txt"]


def test_roots_of_the_same_name_get_as_many_names_as_it_takes(tmp_path: Path) -> None:
    write(tmp_path, "x/in/a.txt", "y/in/a.txt")
    assert paths(find_files([tmp_path / "x" / "in", tmp_path / "y" / "in"])) == ["x/in/a.txt", "y/in/a.txt"]


def test_a_file_given_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "east/a.txt")
    assert paths(find_files([tmp_path, tmp_path / "east", tmp_path / "east" / "a.txt"])) == ["east/a.txt"]


def test_a_folder_that_holds_no_articles_is_left_out_wherever_it_is(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "east/store/x.txt", "store/b.txt")
    (tmp_path / "link").symlink_to(tmp_path / "east", target_is_directory=True)
    found = find_files([tmp_path / "a.txt", tmp_path], leave_out=tmp_path / "link" / "store")
    assert [file.path for file in found if not file.refusals] == ["a.txt", "store/b.txt"]


def test_a_loop_of_links_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    founds = {found.path: found for found in find_files([tmp_path])}
    assert sorted(founds) == ["a.txt", "loop", "self"]
    assert "link to a folder" in reason(founds["loop"]) or "out of the folder" in reason(founds["loop"])
    assert "back to itself" in reason(founds["self"])


def test_a_link_that_leaves_the_folder_is_refused_and_one_within_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "pile/a.txt")
    pile = tmp_path / "pile"
    (pile / "out.txt").symlink_to(tmp_path / "secret.txt")
    (pile / "in.txt").symlink_to(pile / "a.txt")
    (pile / "gone.txt").symlink_to(pile / "nothing.txt")
    founds = {found.path: read_file(found) for found in find_files([pile])}
    assert "out of the folder" in founds["out.txt"].refusals[0].reason
    assert founds["in.txt"].documents[0].text == "x"
    assert "not there" in founds["gone.txt"].refusals[0].reason


def test_a_sidecar_that_is_a_link_out_of_the_folder_is_refused_and_its_file_read_without(
    tmp_path: Path,
) -> None:
    write(tmp_path, "pile/a.txt", "pile/b.txt")
    write(tmp_path, "secret.toml", text='title = "From elsewhere"')
    (tmp_path / "pile" / "a.txt.meta.toml").symlink_to(tmp_path / "secret.toml")
    (tmp_path / "pile" / "b.txt.meta.toml").mkdir()
    founds = {found.path: found for found in find_files([tmp_path / "pile"])}
    assert sorted(founds) == ["a.txt", "a.txt.meta.toml", "b.txt"]
    assert "out of the folder" in reason(founds["a.txt.meta.toml"])
    assert read_file(founds["a.txt"]).documents[0].stated.title is None


def test_a_sidecar_named_without_its_files_ending_is_told_how_to_be_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.meta.toml")
    assert "report.txt.meta.toml" in reason(find_files([tmp_path])[0])


def test_pipes_and_sockets_are_refused_without_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)  # a socket's path may not be long
        server.bind("sock")
        founds = find_files([tmp_path])
    assert paths(founds) == ["pipe.txt", "sock"]
    assert all("not a file" in reason(found) for found in founds)


def test_a_pipe_that_took_the_place_of_a_file_does_not_hang_the_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    result = read_file(Found(file=tmp_path / "a.txt", path="a.txt"))
    assert "not a file" in result.refusals[0].reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_folder_is_refused_and_the_rest_is_found(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "locked/b.txt")
    (tmp_path / "locked").chmod(0)
    try:
        founds = {found.path: found for found in find_files([tmp_path])}
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert sorted(founds) == ["a.txt", "locked"]
    assert "may not be read" in reason(founds["locked"])


def test_names_that_are_not_text_become_safe_and_stay_different(tmp_path: Path) -> None:
    for name in (
        b"caf\xe9.txt",
        b"caf\xe8.txt",
        b"a\x1b[2J.txt",
        "a\u202eb.txt".encode(),
        b"tab\t.txt",
        b"back\\slash.txt",
    ):
        (tmp_path / os.fsdecode(name)).write_text("x")
    found = paths(find_files([tmp_path]))
    assert len(set(found)) == 6
    assert "caf\\xe9.txt" in found
    assert "a\\u{1b}[2J.txt" in found
    assert all(path.isprintable() and path.isascii() for path in found)


def test_the_digest_is_the_same_whether_the_file_is_read_or_not(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "a.txt.meta.toml", text='title = "Set by hand"')
    write(tmp_path, "empty.txt", text="")
    for found in find_files([tmp_path, tmp_path / "lost"]):
        assert digest_of(found) == read_file(found).digest


def test_the_digest_changes_with_the_bytes_and_with_the_sidecar(tmp_path: Path) -> None:
    digests: list[str] = []
    for text, title in (("one", None), ("two", None), ("two", "A"), ("two", "B")):
        write(tmp_path, "a.txt", text=text)
        if title:
            write(tmp_path, "a.txt.meta.toml", text=f'title = "{title}"')
        digests += [digest_of(found) for found in find_files([tmp_path])]
    assert len(set(digests)) == 4


def test_the_digest_does_not_change_with_the_clock_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", text="one")
    [before] = find_files([tmp_path])
    first = digest_of(before)
    os.utime(tmp_path / "a.txt", (0, 0))
    [after] = find_files([tmp_path])
    assert digest_of(after) == first


def test_standard_input_is_a_file_named_dash() -> None:
    result = read_file(standard_input(b"A line from a pipe."))
    assert (result.path, result.documents[0].text) == ("-", "A line from a pipe.")
