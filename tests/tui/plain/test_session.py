"""What is typed at the prompt of the line mode, and what is answered."""

import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.desk import Desk
from wiredesk.store import Index
from wiredesk_tui.cells import width_of
from wiredesk_tui.keys import BY_ID
from wiredesk_tui.plain import run
from wiredesk_tui.plain.commands import COMMANDS, commands_named
from wiredesk_tui.plain.loop import PROMPT
from wiredesk_tui.plain.paging import wrapped
from wiredesk_tui.plain.session import Session

Ask = Callable[..., list[str]]
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200)


@pytest.fixture
def ask(index: Index, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What the last of some lines is answered with, on a screen of 80 columns and endless height."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "500")

    def answer(*lines: str, of: Index = index, ascii: bool = False, desk: Desk | None = None) -> list[str]:
        sink = io.StringIO()
        source = io.StringIO("".join(line + "\n" for line in lines))
        run(of, source, sink, title="pile", ascii=ascii, desk=desk)
        answers = sink.getvalue().split(PROMPT)
        assert len(answers) == len(lines) + 2
        return answers[len(lines)].splitlines()

    return answer


def test_the_brief_is_told_at_first(ask: Ask) -> None:
    told = ask()
    assert told[0].startswith("pile: ")
    assert "THE PILE" in told


def test_a_row_has_its_number_and_a_fact_a_line(ask: Ask) -> None:
    told = ask("articles")
    assert told[0].startswith("Articles: 3, ")
    at = told.index("2. Port strike enters second week")
    assert told[at + 1 : at + 4] == ["   published: 2021-07-01", *told[at + 2 : at + 4]]
    assert "   source: The Daily 0" in told


def test_a_pane_takes_a_query_and_keeps_it(ask: Ask) -> None:
    told = ask("articles person:Berg", "figures")
    assert told[:2] == ["Figures: 2, by kind and thing", "query: person:Berg"]


def test_a_clause_that_leaves_nothing_is_named(ask: Ask) -> None:
    assert "nothing is left after zebra" in ask("search zebra")


def test_a_broken_query_is_told_and_changes_nothing(ask: Ask) -> None:
    assert "no date" in " ".join(ask("search date:foo"))
    assert ask("search date:foo", "query")[0].startswith("there is no query")


def test_opening_a_fact_tells_its_article_from_its_sentence_on(ask: Ask) -> None:
    told = ask("timeline", "1")
    assert told[0] == "Ministry offers talks in Varnholm"
    assert "source: The Daily 1" in told
    assert next(line for line in told if re.match(r"\d+\. ", line)).startswith("2. Tomas Lind")


def test_the_article_can_be_told_from_its_beginning(ask: Ask) -> None:
    told = ask("timeline", "1", "text-start")
    assert next(line for line in told if re.match(r"\d+\. ", line)).startswith("1. Ministry")


def test_next_and_previous_open_the_rows_of_the_list(ask: Ask) -> None:
    assert ask("articles", "open 1", "next")[0] == ask("articles", "open 2")[0]
    assert ask("articles", "open 2", "previous")[0] == ask("articles", "open 1")[0]
    assert "no row before" in ask("articles", "open 1", "previous")[0]


def test_an_actor_opens_with_what_is_known_of_it_and_leads_on_to_sentences(ask: Ask) -> None:
    names = [line for line in ask("actors") if re.match(r"\d+\. ", line)]
    number = next(line for line in names if "Anna Berg" in line).split(".")[0]
    told = ask("actors", f"open {number}")
    assert told[0] == "Anna Berg"
    assert "also called: Berg" in told
    first = next(line for line in told if "mention: Anna Berg" in line).split(".")[0]
    assert ask("actors", f"open {number}", f"open {first}")[0] == "Port strike enters second week"
    assert ask("actors", f"open {number}", f"open {first}", "back", "back")[0].startswith("Actors: ")


def test_a_citation_holds_the_sentence_and_its_source(ask: Ask) -> None:
    told = " ".join(line.strip() for line in ask("figures", "cite 1"))
    assert "sentence" in told
    assert "The Daily" in told
    assert ask("articles", "open 2", "cite 2") == ask("articles", "open 2", "2", "cite 2")
    assert ask("cite")[0].startswith("the number of a row is wanted")


def test_a_row_narrows_the_query_and_back_clears_it(ask: Ask) -> None:
    assert 'query: source:"The Daily 0"' in ask("articles", "add 2")
    assert ask("articles", "add 2", "add 1")[0].endswith("is in the query already")
    assert ask("articles", "add 2", "drop-facet")[0].startswith("Articles: 3")
    assert ask("articles", "add 2", "back")[0].startswith("Articles: 3")


def test_a_keyword_opens_where_it_stands(index: Index, ask: Ask) -> None:
    told = ask("keywords")
    assert told[1] == "1. port strike"


def test_a_saved_search_is_listed_with_what_is_new_and_opens_what_it_finds(ask: Ask, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    told = ask("search person:Berg", "save-search the  union", desk=desk)
    assert told == ["saved as 'the union': person:Berg"]
    listed = ask("searches", desk=desk)
    assert listed == [
        "Saved searches: 1",
        "1. the union",
        "   new: 1",
        "   articles: 1",
        "   query: person:Berg",
    ]
    assert ask("searches", "1", desk=desk)[:2] == ["Articles: 1, best and newest first", "query: person:Berg"]
    assert ask("figures", "searches", "back", desk=desk)[0].startswith("Figures: ")


def test_what_is_marked_as_seen_is_new_no_more(ask: Ask, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    ask("search person:Berg", "save-search one", desk=desk)
    assert ask("articles person:Berg", "mark-seen", desk=desk)[0].startswith("1 article marked as seen")
    assert ask("articles person:Berg", "mark-seen", "articles is:new", desk=desk)[0].startswith("Articles: 2")


def test_saved_searches_are_renamed_and_removed_by_their_numbers(ask: Ask, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    ask("search person:Berg", "save-search one", desk=desk)
    assert ask("searches", "search-rename 1 two words", desk=desk) == ["'one' is 'two words' now"]
    removed = ask("searches", "search-remove 1", desk=desk)
    assert removed == ["'two words' is removed; it was: person:Berg"]
    assert ask("searches", desk=desk)[0].startswith("no search is saved")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("save-search",), "nothing to save"),
        (("search port", "save-search"), "under which name"),
        (("articles", "search-remove 1"), "this row is no saved search"),
        (("search port", "save-search x", "searches", "search-rename 1"), "which name"),
        (("search port", "save-search x", "searches", "search-remove 2"), "there is no row 2"),
        (("search port", "save-search x", "searches", "cite"), "the number of a row is wanted"),
    ],
)
def test_what_is_wrong_with_a_saved_search_is_told(
    ask: Ask, tmp_path: Path, lines: tuple[str, ...], told: str
) -> None:
    assert ask(*lines, desk=Desk(tmp_path / "desk"))[0].startswith(told)


def test_where_nothing_is_kept_no_search_can_be_saved(ask: Ask) -> None:
    for lines in (("searches",), ("mark-seen",), ("search port", "save-search x")):
        assert ask(*lines)[0].startswith("nothing is kept of this pile")


@pytest.mark.parametrize("line", ["open", "open x", "open 0", "open 99", "open ²", "add", "cite 99"])
def test_a_number_that_is_none_is_told(ask: Ask, line: str) -> None:
    told = ask("articles", line)
    assert len(told) == 1
    assert told[0].startswith(("the number of a row", "there is no row"))


def test_a_page_holds_whole_rows_and_more_goes_on(ask: Ask) -> None:
    first = ask("page 6", "articles")
    assert first[-1] == "more: 2 of 3 left"
    assert ask("page 6", "articles", "") == ask("page 6", "articles", "more")
    assert ask("page 6", "articles", "more")[0].startswith("2. ")
    assert ask("page 6", "articles", "more", "redraw") == ask("page 6", "articles", "more")
    assert ask("page 0", "articles", "more") == ["that was all"]
    assert ask("page x")[0].startswith("how many lines")


def test_a_word_that_is_no_command_is_told(ask: Ask) -> None:
    assert ask("wibble") == ["no command is called 'wibble'; help lists them all"]
    assert ask("a")[0].startswith("'a' may be articles, actors")


def test_help_lists_every_command_and_can_be_searched(ask: Ask) -> None:
    told = " ".join(ask("help"))
    assert all(command.name in told for command in COMMANDS)
    assert len(ask("help sort")) < 6


def test_every_command_does_something(index: Index) -> None:
    handled = set(Session(index).handlers) | {"more", "redraw", "page", "quit"}
    assert handled == {command.name for command in COMMANDS}


def test_names_and_signs_are_those_of_the_screen_and_mean_one_thing() -> None:
    names = [name for command in COMMANDS for name in (command.name, *command.also)]
    assert len(names) == len(set(names))
    for name in ("brief", "articles", "actors", "timeline", "figures", "search", "cite", "open", "help"):
        assert name in BY_ID
        assert [command.name for command in commands_named(name)] == [name]
    assert commands_named("q")[0].name == "quit"
    assert commands_named("/")[0].name == "search"


def test_hostile_text_is_inert(make_index: Callable[..., Index], ask: Ask) -> None:
    hostile = "An \x1b[2J\x1b]52;c;aGk=\x07 \x9b31m\u202eevil\u200b \x00\x08\r end."
    pile = make_index([(hostile, hostile)], about=[{"source": hostile, "path": hostile}])
    for pane in ("brief", "articles", "open 1"):
        told = "\n".join(ask("articles", pane, of=pile))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)
        assert "evil" in told


def test_ascii_is_all_that_is_written_where_it_is_wanted(ask: Ask) -> None:
    for line in ("brief", "articles", "figures", "actors", "cite 1"):
        assert "\n".join(ask("articles", line, ascii=True)).isascii()


@given(text=TEXTS, width=st.integers(20, 60))
def test_lines_fit_the_width_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_line_mode_runs_without_the_toolkit() -> None:
    code = "import sys, wiredesk_tui.plain; sys.exit(any(name.startswith('textual') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
