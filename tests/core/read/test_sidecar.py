from datetime import date
from pathlib import Path

from wiredesk.read import Document, FileRead, find_files, read_file


def read(root: Path) -> dict[str, FileRead]:
    return {found.path: read_file(found) for found in find_files([root])}


def only(result: FileRead) -> Document:
    [document] = result.documents
    return document


def test_a_sidecar_overrides_front_matter_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ntitle: From the file\nsource: The Courier\n---\nText.")
    (tmp_path / "a.txt.meta.toml").write_text('title = "By hand"\npublished = 2024-03-24\n')
    found = read(tmp_path)
    assert list(found) == ["a.txt"]
    stated = only(found["a.txt"]).stated
    assert (stated.title, stated.source, stated.published) == ("By hand", "The Courier", date(2024, 3, 24))
    assert stated.by_user == {"title", "published"}


def test_a_table_applies_to_files_below_its_folder_and_a_nearer_one_wins(tmp_path: Path) -> None:
    (tmp_path / "east").mkdir()
    (tmp_path / "east" / "a.txt").write_text("Text.")
    (tmp_path / "wiredesk.csv").write_text("path,title,source\neast/a.txt,Far,The Courier\n")
    (tmp_path / "east" / "wiredesk.csv").write_text("path;title\na.txt;Near\n")
    stated = only(read(tmp_path)["east/a.txt"]).stated
    assert (stated.title, stated.source) == ("Near", "The Courier")


def test_a_table_applies_to_a_file_that_is_named_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "wiredesk.csv").write_text("path,source\na.txt,The Courier\nb.txt,Another\n")
    assert only(read(tmp_path / "a.txt")["a.txt"]).stated.source == "The Courier"


def test_a_bad_row_names_line_and_column_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("Text.")
    (tmp_path / "wiredesk.csv").write_text(
        "path,published,publishd,url\n"
        "a.txt,03/04/2024,,\n"
        "b.txt,24 March 2024,,\n"
        "c.txt,,,javascript:alert(1)\n"
        "../d.txt,2024-01-01,,\n"
        "e.txt,2024-01-01,,\n"
        "b.txt,2024-01-01,,\n"
    )
    found = read(tmp_path)
    faults = [(refusal.item, refusal.reason) for refusal in found["wiredesk.csv"].refusals]
    assert [item for item, _ in faults] == ["line 1", "line 2", "line 4", "line 5", "line 7", "line 6"]
    assert '"publishd"' in faults[0][1]
    assert faults[1][1].startswith("column published:")
    assert faults[2][1].startswith("column url:")
    assert "not there" in faults[-1][1]
    assert only(found["a.txt"]).stated.published is None
    assert only(found["b.txt"]).stated.published == date(2024, 3, 24)


def test_a_table_without_paths_is_refused_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "wiredesk.csv").write_text("file,title\na.txt,X\n")
    found = read(tmp_path)
    assert 'no column "path"' in found["wiredesk.csv"].refusals[0].reason
    assert only(found["a.txt"]).stated.title is None


def test_a_broken_sidecar_is_refused_and_its_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.txt.meta.toml").write_text("titel = 'x'")
    (tmp_path / "b.txt").write_text("Text.")
    (tmp_path / "b.txt.meta.toml").write_text("title = ")
    (tmp_path / "c.txt.meta.toml").write_text("title = 'x'")
    found = read(tmp_path)
    assert "titel" in found["a.txt.meta.toml"].refusals[0].reason
    assert "not TOML" in found["b.txt.meta.toml"].refusals[0].reason
    assert "not beside it" in found["c.txt.meta.toml"].refusals[0].reason
    assert only(found["a.txt"]).text == only(found["b.txt"]).text == "Text."


def test_of_many_documents_only_what_can_be_true_of_all_is_set(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"title": "One", "text": "First."}\n{"title": "Two", "text": "Second."}\n'
    )
    (tmp_path / "a.jsonl.meta.toml").write_text('title = "By hand"\nsource = "The Courier"\n')
    documents = read(tmp_path)["a.jsonl"].documents
    assert [document.stated.title for document in documents] == ["One", "Two"]
    assert {document.stated.source for document in documents} == {"The Courier"}
    assert documents[0].stated.by_user == {"source"}
