import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

VIEWS = ("articles", "actors", "timeline", "dates", "figures", "keywords", "refused")


def test_who_acts_and_what_happened_when(wiredesk: Callable[..., Any], pile: Path) -> None:
    actors = wiredesk("actors", pile)
    assert actors.code == 0
    assert "Ida Falk" in actors.out
    timeline = wiredesk("timeline", pile, "reyes")
    assert "2021-05-03" in timeline.out
    assert "Ida Falk met Prime Minister Omar Reyes" in timeline.out


@pytest.mark.parametrize("view", VIEWS)
def test_every_form_holds_the_same_rows(wiredesk: Callable[..., Any], pile: Path, view: str) -> None:
    rows = json.loads(wiredesk(view, pile, "--json").out)
    assert rows
    assert [json.loads(line) for line in wiredesk(view, pile, "--jsonl").out.splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(wiredesk(view, pile, "--csv").out)))
    assert [list(row) for row in table] == [list(row) for row in rows]
    assert len(wiredesk(view, pile, "--plain").out.splitlines()) == len(rows) + 1


def test_articles_tell_what_was_not_attempted_in_their_language(
    wiredesk: Callable[..., Any], pile: Path
) -> None:
    (pile / "port.txt").write_text(
        "عمال الميناء يعلنون الإضراب\n\n"
        "أعلن عمال الميناء الإضراب يوم الثلاثاء. وقال عمال الميناء إن الإضراب سيستمر "
        "حتى زيادة الأجور، وإن السفن لن تدخل الميناء قبل نهاية الشهر.\n",
        encoding="utf-8",
    )
    (row,) = (line for line in wiredesk("articles", pile, "--plain").out.splitlines() if "port.txt" in line)
    assert "names, roles, relative dates" in row
    assert "in Arabic: names, roles and relative dates not attempted" in wiredesk("brief", pile).out


def test_keywords_tell_names_from_others(wiredesk: Callable[..., Any], pile: Path) -> None:
    sorts = {row["keyword"]: row["sort"] for row in json.loads(wiredesk("keywords", pile, "--json").out)}
    assert sorts["Ida Falk"] == "name"
    assert "plain" in sorts.values()


def test_a_copy_is_told_by_its_headline_and_by_the_one_that_it_copies(
    wiredesk: Callable[..., Any], pile: Path
) -> None:
    sentences = [f"The {count}th ship of the harbour lay still for {count} days." for count in range(20, 50)]
    for name, headline in (("a", "Harbour of Lund shut"), ("b", "Ships must wait in Lund")):
        (pile / f"{name}.txt").write_text("\n\n".join([headline, *sentences]) + "\n", encoding="utf-8")
    heads, row = wiredesk("copies", pile).out.splitlines()
    assert heads.index("title") < heads.index("copy of") < heads.index("copied file")
    assert row.index("Harbour of Lund shut") < row.index("Ships must wait in Lund")
    assert row.index("a.txt") < row.index("b.txt")


def test_a_figure_keeps_its_bound_and_its_unit(wiredesk: Callable[..., Any], pile: Path) -> None:
    shown = wiredesk("figures", pile).out
    assert "> 2,500" in shown
    assert "4,000,000 EUR" in shown


def test_what_a_limit_cuts_off_is_said(wiredesk: Callable[..., Any], pile: Path) -> None:
    cut = wiredesk("articles", pile, "--jsonl", "--limit", 1)
    assert len(cut.out.splitlines()) == 1
    assert "1 of 2 rows" in cut.err


def test_a_limit_beyond_all_numbers_limits_nothing(wiredesk: Callable[..., Any], pile: Path) -> None:
    assert len(wiredesk("articles", pile, "--jsonl", "--limit", 10**30).out.splitlines()) == 2


def test_nothing_found_because_nothing_could_be_read_is_told(
    wiredesk: Callable[..., Any], pile: Path
) -> None:
    nothing = wiredesk("articles", pile / "empty.txt", "falk")
    assert nothing.code == 3
    assert "no article could be read, 1 refusal" in nothing.err


def test_a_query_is_not_blamed_for_files_that_were_all_read(wiredesk: Callable[..., Any], pile: Path) -> None:
    (pile / "empty.txt").unlink()
    assert "zeppelin" not in wiredesk("refused", pile, "zeppelin").err


def test_nothing_found_is_exit_code_1_and_names_the_clause(wiredesk: Callable[..., Any], pile: Path) -> None:
    nothing = wiredesk("search", pile, "falk", "zeppelin")
    assert nothing.code == 1
    assert nothing.out == ""
    assert "'zeppelin'" in nothing.err


def test_a_broken_query_is_pointed_at(wiredesk: Callable[..., Any], pile: Path) -> None:
    broken = wiredesk("articles", pile, "falk", "plase:Lund")
    assert broken.code == 2
    assert "did you mean place:?" in broken.err
    assert "       ^^^^^^^^^^" in broken.err


def test_a_broken_clause_is_pointed_at_in_columns_of_the_terminal(
    wiredesk: Callable[..., Any], pile: Path
) -> None:
    _, query, mark = wiredesk("articles", pile, "日本\n\u200b plase:x").err.splitlines()
    assert query == "  日本  plase:x"
    assert mark == "        ^^^^^^^"  # each of the two first characters is two columns wide


def test_an_option_without_its_value_is_named(wiredesk: Callable[..., Any], pile: Path) -> None:
    wrong = wiredesk("articles", pile, "-storm", "--limit")
    assert wrong.code == 2
    assert "'--limit' requires an argument" in wrong.err


@pytest.mark.parametrize(
    "query",
    [["-storm"], ["falk", "-storm"], ["-storm", "--jsonl"], ["--", "-storm"], ["-storm", "OR", "zeppelin"]],
    ids=" ".join,
)
def test_a_word_after_a_dash_is_left_out_and_no_option(
    wiredesk: Callable[..., Any], pile: Path, query: list[str]
) -> None:
    found = wiredesk("articles", pile, "--json", *query).out
    assert "dyke.txt" in found
    assert "talks.txt" not in found


def test_an_option_that_is_not_known_is_no_part_of_the_query(
    wiredesk: Callable[..., Any], pile: Path
) -> None:
    wrong = wiredesk("articles", pile, "falk", "--jsno")
    assert wrong.code == 2
    assert "--jsno" in wrong.err


def test_a_path_that_is_not_there_is_exit_code_3(wiredesk: Callable[..., Any], tmp_path: Path) -> None:
    missing = wiredesk("articles", tmp_path / "nowhere")
    assert missing.code == 3
    assert "nowhere" in missing.err
    assert "Traceback" not in missing.err


def test_input_of_which_nothing_can_be_read_is_exit_code_3(
    wiredesk: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "one.pdf").write_bytes(b"%PDF-1.4 ...")
    for command in ("brief", "actors", "index"):
        assert wiredesk(command, tmp_path / "one.pdf").code == 3
    assert wiredesk("refused", tmp_path / "one.pdf").code == 0
    (tmp_path / "none").mkdir()
    assert wiredesk("brief", tmp_path / "none").code == 1


def test_a_refused_file_is_listed_with_its_reason(wiredesk: Callable[..., Any], pile: Path) -> None:
    assert "empty.txt" in wiredesk("refused", pile).out
    brief = wiredesk("brief", pile)
    assert "3 files in = 2 indexed + 0 grouped + 1 refused" in brief.out


def test_the_brief_is_the_same_from_the_stored_index(wiredesk: Callable[..., Any], pile: Path) -> None:
    first = wiredesk("brief", pile)
    assert first.code == 0
    (pile / "talks.txt").unlink()
    assert wiredesk("brief", pile, "--stored").out == first.out
    assert "Omar Reyes" not in wiredesk("brief", pile).out


def test_an_older_index_in_place_of_a_damaged_one_is_said_in_words(
    wiredesk: Callable[..., Any], pile: Path, tmp_path: Path
) -> None:
    wiredesk("index", pile, "--store", tmp_path / "store")
    (pile / "dyke.txt").unlink()
    wiredesk("index", pile, "--store", tmp_path / "store")
    current = json.loads((tmp_path / "store" / "current").read_text())["current"]
    (tmp_path / "store" / "generations" / current / "events.parquet").write_bytes(b"")
    shown = wiredesk("articles", pile, "--store", tmp_path / "store", "--stored", "--json")
    assert len(json.loads(shown.out)) == 2
    assert shown.err.startswith("wiredesk: ")
    assert "events.parquet: is damaged" in shown.err


def test_text_from_articles_cannot_steer_the_terminal(wiredesk: Callable[..., Any], pile: Path) -> None:
    (pile / "evil.txt").write_text(
        "Harm \x1b[2J\x1b]52;c;AAAA\x07 in Lund\n\nIda Falk \u202emet\u2066 700 people in Lund in 2020.\n"
    )
    for view in (*VIEWS, "brief", "search"):
        shown = wiredesk(view, pile, "lund") if view == "search" else wiredesk(view, pile)
        assert not set(shown.out) & set("\x1b\x07\u202e\u2066")


def test_what_is_no_command_is_opened_and_printed_without_a_terminal(
    wiredesk: Callable[..., Any], pile: Path
) -> None:
    opened = wiredesk(pile)
    assert opened.code == 0
    assert opened.out == wiredesk("brief", pile).out


def test_without_a_path_the_sample_corpus_is_opened(wiredesk: Callable[..., Any]) -> None:
    sample = wiredesk()
    assert sample.code == 0
    assert "Masrour Barzani" in sample.out
    assert wiredesk("--sample").out == sample.out


def test_several_paths_make_one_corpus(wiredesk: Callable[..., Any], pile: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A third report\n\nThe mayor of Torna resigned on 7 June 2020.\n")
    rows = json.loads(wiredesk("articles", pile, "--also", other, "--json").out)
    assert len(rows) == 3
