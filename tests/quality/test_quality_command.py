"""`python bench/quality.py`: the table, and the renewal of baselines."""

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("scorers", reason="the scorers are part of the checkout alone")
import quality
from scorers import Absent, Row, baselines


def test_a_missed_target_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    quality.print_rows(
        "dates", [Row("set", {"F1": 79.0, "value": 81.0}, {"F1": 80.0, "value": 80.0})], wrong=False
    )
    missed, reached = capsys.readouterr().out.splitlines()
    assert missed.split() == ["dates", "set", "F1", "79.00", ">=", "80.0", quality.MISSED]
    assert reached.split() == ["dates", "set", "value", "81.00", ">=", "80.0"]


def test_wrong_items_are_listed_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    quality.print_rows("dates", [Row("set", {"F1": 79.0}, wrong=["a.txt: missed May"])], wrong=True)
    assert "    a.txt: missed May" in capsys.readouterr().out.splitlines()


def test_an_absent_set_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(quality.present([Absent("MEANTIME", Path("sets/meantime")), Row("other", {})]))
    assert [row.label for row in rows] == ["other"]
    assert "MEANTIME: left out" in capsys.readouterr().err


def test_a_renewed_baseline_is_what_the_next_run_is_held_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(baselines, "BASELINES", tmp_path)
    quality.renew("dates", [Row("set", {"F1": 70.0}, wrong=["a"])])
    quality.renew("dates", [Row("set", {"F1": 75.0}, wrong=["b"]), Row("new", {"F1": 50.0})])
    out = capsys.readouterr().out
    assert "70.00 ->  75.00" in out
    assert "newly wrong: b" in out
    assert baselines.read_baseline("dates")["set"].figures == {"F1": 75.0}
    assert baselines.falls(
        [Row("set", {"F1": 70.0}), Row("new", {"F1": 50.0})], baselines.read_baseline("dates")
    )


def test_the_table_is_there_for_programs_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["quality.py", "--only", "kinds", "--json"])
    quality.main()
    rows = json.loads(capsys.readouterr().out)["kinds"]
    assert {"label", "figures", "targets", "wrong"} <= rows[0].keys()


def test_an_unknown_extractor_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["quality.py", "--only", "nonsense"])
    with pytest.raises(SystemExit) as stopped:
        quality.main()
    assert stopped.value.code == 2
