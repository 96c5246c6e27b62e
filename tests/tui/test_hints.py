"""The keys that the first and the last line name."""

import pytest

from wiredesk_tui.contents import PANES
from wiredesk_tui.hints import HINTS, HINTS_EVERYWHERE, Place, hints_everywhere, hints_for
from wiredesk_tui.keys import BY_ID, WITHIN, Context
from wiredesk_tui.presets import PRESETS, Preset

CONTEXTS: dict[str, Context] = {
    "reader": "reader", "typing a query": "prompt", "typing an action": "prompt", "timeline": "timeline",
    "search": "search",
}  # fmt: skip
"""Place of a hint -> where its keys are looked up, where that is not any list."""


def test_every_pane_has_hints() -> None:
    assert set(PANES) <= set(HINTS)


@pytest.mark.parametrize("place", HINTS)
def test_a_hint_names_an_action_that_works_there(place: Place) -> None:
    here = CONTEXTS.get(place, "list")
    for action in HINTS[place]:
        assert BY_ID[action].context in (here, *WITHIN[here]), action
    assert all(BY_ID[action].context in ("everywhere", "desk") for action in HINTS_EVERYWHERE)


@pytest.mark.parametrize("preset", PRESETS)
def test_hints_name_the_keys_in_force(preset: Preset) -> None:
    keymap = PRESETS[preset]
    assert all(key.isascii() for key, _ in hints_everywhere(keymap, ascii=True))
    assert all(hint.isascii() for place in HINTS for hint in hints_for(place, keymap, ascii=True))
    assert hints_for("figures", {"open": "o"}, ascii=True)[1] == "o open"
