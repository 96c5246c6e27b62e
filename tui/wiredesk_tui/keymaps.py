"""A reader's own keys: what is wrong with them, and which count where two actions want the same one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wiredesk_tui.keys import BY_ID, CONTEXTS, KEYS, WITHIN, Context, keys_of

_NAMED_KEYS: Final = {
    *(
        "enter",
        "escape",
        "space",
        "tab",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
    ),
    *("up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
}
_CHORD: Final = re.compile(r"(?:(?:ctrl|alt|shift)\+)+(.+)")


def unknown_key(keys: str) -> str | None:
    """What is wrong with keys that are parted by commas, in words; None where all can be pressed."""
    for key in (part.strip() for part in keys.split(",")):
        chord = _CHORD.fullmatch(key)
        name = chord[1] if chord else key
        if not name:
            return "names no key between two commas; the comma itself is 'comma'"
        if len(name) > 1 and name != "comma" and name not in _NAMED_KEYS:
            return f"'{key}' is no key; write a character, f1 to f24, up, pagedown, enter, ctrl+x"
    return None


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that would do two things in one place."""

    key: str
    actions: tuple[str, str]

    def __str__(self) -> str:
        return f"'{self.key}' would be both '{self.actions[0]}' and '{self.actions[1]}'"


OVERRIDING: Final[tuple[Context, ...]] = ("timeline", "actors", "search")
"""Panes whose own keys may be those of lists: they are lists themselves, and theirs count."""


def giving_way(keys: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """A set of keys and the reader's own, which count first.

    Args:
        keys: Action -> its keys, where they are not the default ones.
        own: The same, by the reader; may name actions that there are not.

    Returns:
        Both; an action that the reader has not named loses the keys that the reader has given to another one
        in the same place or around it, unless it would be left with none.
    """
    found = {**keys, **own}
    for key in KEYS:
        if key.id in own:
            continue
        near = {key.context, *WITHIN[key.context]}
        taken = {
            one
            for other in (BY_ID[name] for name in own if name in BY_ID)
            if other.context in near or key.context in WITHIN[other.context]
            for one in keys_of(other.id, own)
        }
        before = keys_of(key.id, keys)
        left = [one for one in before if one not in taken]
        if left and left != before:
            found[key.id] = ",".join(left)
    return found


def clashes(keymap: Mapping[str, str]) -> list[Clash]:
    """Keys that would do two things in one place; empty where all is well."""
    found: dict[Clash, None] = {}
    for context in CONTEXTS:
        around = () if context in OVERRIDING else WITHIN[context]
        taken: dict[str, str] = {}
        for entry in KEYS:
            if entry.context != context and entry.context not in around:
                continue
            for key in keys_of(entry.id, keymap):
                if key in taken and taken[key] != entry.id:
                    found[Clash(key, (taken[key], entry.id))] = None
                taken[key] = entry.id
    return list(found)
