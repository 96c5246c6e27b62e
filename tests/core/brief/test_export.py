import json
from pathlib import Path

import polars as pl
import pytest

from wiredesk.brief import EXPORT_FORMATS, EXPORTED, csv_safe, export, exported_table
from wiredesk.errors import ExportError
from wiredesk.query import Query, select
from wiredesk.store import EMPTY_INDEX, Index


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_json_lines_carry_text_dates_and_nulls(index: Index, tmp_path: Path) -> None:
    export(index, select(index, Query()), tmp_path, "jsonl")
    article = rows(tmp_path / "articles.jsonl")[2]
    assert article["text"] == index.text(3)
    assert article["published"] is None
    assert article["not_before"] == "2019-01-01"
    assert rows(tmp_path / "actors.jsonl")[0]["aliases"] == ["Ida Falk", "Falk"]


def test_every_exported_span_says_what_its_row_says(index: Index, tmp_path: Path) -> None:
    export(index, select(index, Query()), tmp_path, "jsonl")
    texts = {row["article_id"]: str(row["text"]) for row in rows(tmp_path / "articles.jsonl")}
    for table, said in (("mentions", "surface"), ("events", "text"), ("figures", "text")):
        found = rows(tmp_path / f"{table}.jsonl")
        assert found
        for row in found:
            assert texts[row["article_id"]][row["start"] : row["end"]] == row[said]  # pyright: ignore


@pytest.mark.parametrize("format_", EXPORT_FORMATS)
def test_each_format_holds_every_table_also_of_nothing(tmp_path: Path, format_: str) -> None:
    files = export(EMPTY_INDEX, select(EMPTY_INDEX, Query()), tmp_path, format_)  # pyright: ignore
    assert [file.name for file in files] == [f"{name}.{format_}" for name in EXPORTED]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(file.name for file in files)


def test_a_query_narrows_what_is_exported(index: Index) -> None:
    selection = select(index, Query.parse("dyke"))
    assert exported_table(index, selection, "articles")["article_id"].to_list() == [2]
    assert exported_table(index, selection, "actors")["name"].to_list() == ["Ida Falk"]
    with pytest.raises(KeyError):
        exported_table(index, selection, "texts")


def test_no_cell_becomes_a_formula() -> None:
    frame = pl.DataFrame({"a": ["=1+1", "+2", "-3", "@x", "plain", None], "b": [["x", "y"]] * 6})
    safe = csv_safe(frame)
    assert safe["a"].to_list() == ["'=1+1", "'+2", "'-3", "'@x", "plain", None]
    assert safe["b"][0] == "x | y"


def test_a_folder_that_cannot_be_made_is_named(index: Index, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match=r"file: cannot be written .*choose another folder"):
        export(index, select(index, Query()), tmp_path / "file", "jsonl")


def test_an_export_replaces_its_own_files_and_leaves_others(index: Index, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    first = [path.read_bytes() for path in export(index, select(index, Query()), tmp_path, "csv")]
    again = [path.read_bytes() for path in export(index, select(index, Query()), tmp_path, "csv")]
    assert first == again
    assert (tmp_path / "notes.md").read_text() == "mine"
