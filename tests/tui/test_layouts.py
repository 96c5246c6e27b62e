"""Sets of keys, and keyboards with other letters."""

from collections.abc import Callable
from string import ascii_letters
from typing import Any

import pytest

from wiredesk.store import Index
from wiredesk_tui.keymaps import clashes, unknown_key
from wiredesk_tui.keys import BY_ID, KEYS, WITHIN, keys_of
from wiredesk_tui.layouts import Keyboard, same_place, spread
from wiredesk_tui.presets import PRESETS, Preset

PREFIXES = {"ctrl+a", "ctrl+b", "ctrl+s"}
"""Of screen and tmux, and what a terminal line takes for itself; Ctrl+Z does here what it does there."""
TYPES: dict[Keyboard, str] = {
    "russian": 'йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,!"№;%:?*()_+-=0123456789',
    "ukrainian": 'йцукенгшщзхїфівапролджєячсмитьбю.ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,!"№;%:?*()_+-=0123456789',
    "greek": ";ςερτυθιοπ[]ασδφγηξκλ'ζχψωβνμ,./:ΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ\"ΖΧΨΩΒΝΜ<>?!@#$%^&*()_+-=0123456789",
    "arabic": "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ×÷<>][/:\"~}{',.؟آأـ،\ufef7!@#$%^&*()_+-=0123456789",
    "persian": "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./][}{»«:؛كژء><؟آأة\u0654!٬٫﷼٪×،*)(_+-=۰۱۲۳۴۵۶۷۸۹",
    "hebrew": "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.QWERTYUIOP}{ASDFGHJKL:\"ZXCVBNM><?!@#$%^&*()_+-=0123456789",
    "french": ascii_letters + "&é\"'(-è_çà)=1234567890°+^$*ù,;:!?./§%µ£¨<>#{[|`\\@]}",
}
"""What the keyboards type, with Shift and AltGr, besides keys with names."""


@pytest.mark.parametrize("preset", PRESETS)
def test_a_set_of_keys_is_whole_and_without_clashes(preset: Preset) -> None:
    keymap = PRESETS[preset]
    assert set(keymap) <= set(BY_ID)
    assert all(unknown_key(keys) is None for keys in keymap.values())
    assert clashes(spread(keymap)) == []


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_is_taken_by_a_wider_place(preset: Preset) -> None:
    every = spread(PRESETS[preset])
    for key in KEYS:
        wider = [other.id for other in KEYS if other.context in WITHIN[key.context]]
        outer = {one: other for other in wider for one in every[other].split(",")}
        for one in every[key.id].split(","):
            assert one not in outer or key.context in ("timeline", "search"), (one, key.id, outer[one])


@pytest.mark.parametrize("preset", PRESETS)
def test_nothing_lies_on_what_tmux_and_screen_take(preset: Preset) -> None:
    every = spread(PRESETS[preset])
    assert not PREFIXES & {key for keys in every.values() for key in keys.split(",")}


def test_with_arrows_no_letter_does_anything() -> None:
    for key in KEYS:
        assert not any(len(one) == 1 and one.isalpha() for one in keys_of(key.id, PRESETS["arrows"])), key.id


@pytest.mark.parametrize(
    ("typed", "ours"),
    [("о", "j"), ("л", "k"), ("х", "["), ("ъ", "]"), ("ї", "]"), ("П", "G"), ("ξ", "j"), (";", "q"),
     ("Ν", "N"), ("ت", "j"), ("ﻻ", "b"), ("؟", "?"), ("ח", "j"), ("&", "1"), ("é", "2"),
     ('"', "3"), ("'", "4"), ("(", "5"), ("-", "6"), ("è", "7"), ("٣", "3"), ("۵", "5")],
)  # fmt: skip
def test_a_key_is_the_same_on_other_keyboards(typed: str, ours: str) -> None:
    assert typed in same_place()[ours]


def test_a_character_stands_for_one_key() -> None:
    typed = [char for others in same_place().values() for char in others]
    assert len(typed) == len(set(typed))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("keyboard", TYPES)
def test_every_action_is_reached_from_every_keyboard(keyboard: Keyboard, preset: Preset) -> None:
    every = spread(PRESETS[preset], keyboard)
    for action, keys in every.items():
        reached = [one for one in keys.split(",") if len(one) > 1 or one in TYPES[keyboard]]
        assert reached, action


@pytest.mark.parametrize("keyboard", TYPES)
def test_a_keyboard_that_is_named_has_no_key_with_two_actions(keyboard: Keyboard) -> None:
    assert clashes(spread({}, keyboard)) == []


def test_where_two_keyboards_disagree_the_named_one_counts() -> None:
    assert "ظ" in spread({})["search"]
    assert "ظ" in spread({}, "persian")["zoom-in"]
    assert "ظ" not in spread({}, "persian")["search"]


def test_what_lies_under_altgr_on_many_keyboards_lies_elsewhere_too() -> None:
    for key in KEYS:
        assert any(len(one) > 1 or one not in "[]{}@#\\|~" for one in key.keys.split(",")), key.id


def test_a_readers_own_key_is_no_other_keyboards() -> None:
    every = spread({"theme": "о"})
    assert every["theme"] == "о"
    assert "о" not in every["down"].split(",")


@pytest.mark.parametrize("down", ["j", "о", "ξ", "ت", "down"])
async def test_the_next_row_is_reached_on_every_keyboard(
    reader_of: Callable[..., Any], index: Index, down: str
) -> None:
    async with reader_of(index, pane="articles") as reader:
        before = reader.row("#articles")
        await reader.press(down)
        assert reader.row("#articles") != before


async def test_letters_of_other_keyboards_are_typed_into_a_search(
    reader_of: Callable[..., Any], index: Index
) -> None:
    async with reader_of(index) as reader:
        await reader.type("/мороз")
        await reader.press("enter")
        assert str(reader.desk.asked) == "мороз"


async def test_a_set_of_keys_is_in_force(reader_of: Callable[..., Any], index: Index) -> None:
    async with reader_of(index, pane="articles", keys="arrows") as reader:
        before = reader.row("#articles")
        await reader.press("j")
        assert reader.row("#articles") == before
        await reader.press("down", "f3")
        assert reader.app.focused.id == "input"


def test_what_is_no_key_is_told() -> None:
    assert unknown_key("j,f3,ctrl+x,pagedown") is None
    assert "'pgdn' is no key" in (unknown_key("j,pgdn") or "")
    assert unknown_key("j,,k") is not None
