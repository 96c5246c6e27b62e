"""The table of keys."""

from itertools import pairwise

import pytest

from wiredesk_tui import keymaps, keys
from wiredesk_tui.actions import NAMED, PAGES
from wiredesk_tui.app import WiredeskApp
from wiredesk_tui.keys import BY_ID, CONTEXTS, KEYS, WITHIN
from wiredesk_tui.pages import HelpList, help_rows, matching
from wiredesk_tui.presets import PRESETS, Preset


def test_no_key_does_two_things_in_one_place() -> None:
    assert keymaps.clashes({}) == []


def test_a_clash_in_a_keymap_is_told() -> None:
    assert [str(clash) for clash in keymaps.clashes({"down": "k"})] == ["'k' would be both 'down' and 'up'"]


def test_a_clash_with_a_wider_place_is_told() -> None:
    assert [str(clash) for clash in keymaps.clashes({"down": "t"})] == [
        "'t' would be both 'theme' and 'down'"
    ]


def test_a_readers_own_key_is_taken_from_what_has_others() -> None:
    found = keymaps.giving_way({}, {"down": "x,K", "theme": "k"})
    assert (found["next-fact"], found["page-up"], found["up"]) == ("]", "pageup", "up")
    assert keymaps.clashes(found) == []


def test_what_has_no_other_key_keeps_its_own_and_the_clash_is_told() -> None:
    found = keymaps.giving_way({}, {"down": "t"})
    assert "theme" not in found
    assert keymaps.clashes(found)


def test_every_action_has_a_name_of_its_own() -> None:
    assert len(BY_ID) == len(KEYS)


@pytest.mark.parametrize("binding", KEYS, ids=lambda binding: binding.id)
def test_every_action_works_without_ctrl_or_alt(binding: keys.Key) -> None:
    assert any("ctrl" not in key and "alt" not in key for key in binding.keys.split(","))


def test_keys_that_later_work_needs_are_free() -> None:
    assert not {"m", "e", "u"} & {key for binding in KEYS for key in binding.keys.split(",")}


@pytest.mark.parametrize("context", CONTEXTS)
def test_help_lists_every_action_and_begins_with_where_the_reader_is(context: keys.Context) -> None:
    rows = help_rows(context, {}, ascii=False)
    assert {row["action"] for row in rows} >= {binding.id for binding in KEYS}
    used = {key.context for key in KEYS}
    here: keys.Context = (
        context if context in used else next(place for place in WITHIN[context] if place in used)
    )
    assert rows[0]["text"] == CONTEXTS[here] + " (where you are)"
    assert all(after["keys"] is not None for row, after in pairwise(rows) if row["keys"] is None)


def test_help_is_found_by_words_in_any_order() -> None:
    found = matching(help_rows("list", {}, ascii=False), "row first")
    assert [row["action"] for row in found if row["keys"]] == ["first", "next-span", "previous-span"]


def test_help_shows_the_readers_own_keys() -> None:
    rows = help_rows("list", {"down": "x"}, ascii=False)
    assert next(row["keys"] for row in rows if row["action"] == "down") == "x"


@pytest.mark.parametrize("preset", PRESETS)
def test_nothing_in_help_is_cut_off_at_80_columns(preset: Preset) -> None:
    page = HelpList()
    for row in help_rows("list", PRESETS[preset], ascii=False):
        shown = "".join(span.text for span in page.row_line(row, 78))
        assert row["text"] in shown, row
        assert row["keys"] is None or row["keys"] in shown, row
        assert row["action"] in shown, row


def test_help_in_ascii_names_the_arrows() -> None:
    assert all(row["keys"].isascii() for row in help_rows("timeline", {}, ascii=True) if row["action"])


def test_the_action_line_knows_every_action_of_the_desk() -> None:
    assert set(NAMED) == {binding.id for binding in KEYS if binding.context not in PAGES}


def test_every_wider_context_is_known() -> None:
    assert all(wider in CONTEXTS for within in WITHIN.values() for wider in within)


def test_every_binding_calls_an_action_that_exists() -> None:
    from wiredesk_tui.body import Body
    from wiredesk_tui.pages import HelpPage
    from wiredesk_tui.panes import ActorsPane, TimelinePane
    from wiredesk_tui.panes.search import HitList, KeywordList
    from wiredesk_tui.prompt_input import PromptInput
    from wiredesk_tui.reader import Reader
    from wiredesk_tui.row_list import RowList
    from wiredesk_tui.saved import SearchesPage
    from wiredesk_tui.screen import DeskScreen

    owners: dict[str, tuple[type, ...]] = {
        "program": (WiredeskApp,), "everywhere": (DeskScreen,), "desk": (Body,), "list": (RowList,),
        "actors": (ActorsPane,), "timeline": (TimelinePane,),
        "search": (KeywordList, HitList), "reader": (Reader,), "prompt": (PromptInput,), "page": (HelpPage,),
        "searches": (SearchesPage,),
    }  # fmt: skip
    for binding in KEYS:
        name = "action_" + binding.action.split("(")[0]
        assert all(hasattr(owner, name) for owner in owners[binding.context]), binding.id
