import csv
import io
import json

import polars as pl
import pytest

from wiredesk.query import Listing, listing
from wiredesk_tui.cli.output import Form, emit

VIEW = pl.DataFrame(
    {"name": ["Ida Falk", "=1+1", "Omar\nReyes", "é", "Lund"], "kinds": [["a", "b"], [], ["c"], ["d"], ["e"]]}
)


def printed(capsys: pytest.CaptureFixture[str], form: Form, *, limit: int = 0) -> str:
    capsys.readouterr()
    emit(Listing.of(VIEW), (), form=form, limit=limit)
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("limit", [0, 4])
def test_an_output_in_portions_is_the_same_as_in_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: Form, limit: int
) -> None:
    whole = printed(capsys, form, limit=limit)
    monkeypatch.setattr(listing, "A_PORTION", 2)
    assert printed(capsys, form, limit=limit) == whole


def test_no_more_rows_are_made_at_a_time_than_a_portion_has(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(listing, "A_PORTION", 2)
    made: list[int] = []

    def show(rows: pl.Series) -> pl.DataFrame:
        made.append(rows.len())
        return VIEW[rows]

    whole = Listing.of(VIEW)
    emit(Listing(whole.schema, whole.rows, show, whole.column), (), form="jsonl", limit=0)
    assert made == [2, 2, 1]
    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == VIEW[
        "name"
    ].to_list()


@pytest.mark.parametrize(("form", "text"), [("json", "[]\n"), ("jsonl", ""), ("csv", "name,kinds\n")])
def test_a_view_without_rows_is_sound(capsys: pytest.CaptureFixture[str], form: Form, text: str) -> None:
    emit(VIEW.clear(), (), form=form, limit=0)
    assert capsys.readouterr().out == text


def test_a_table_in_portions_has_one_head(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(listing, "A_PORTION", 2)
    rows = list(csv.reader(io.StringIO(printed(capsys, "csv"))))
    assert [row[0] for row in rows] == ["name", "Ida Falk", "'=1+1", "Omar\nReyes", "é", "Lund"]
