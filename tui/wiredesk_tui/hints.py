"""The keys worth knowing where the reader is, for the first and the last line of the screen."""

from collections.abc import Mapping
from typing import Final, Literal

from wiredesk_tui.contents import PaneName
from wiredesk_tui.keys import keys_of, shown

Place = PaneName | Literal["reader", "typing a query", "typing an action"]
"""Where the reader of the screen is, as far as hints go."""

HINTS: Final[dict[Place, dict[str, str]]] = {
    "brief": {"help": "help", "open": "sentence", "cite": "cite", "full": "full", "quit": "quit"},
    "articles": {"help": "help", "open": "read", "add": "source", "sort": "sort", "cite": "cite"},
    "actors": {"help": "help", "open": "more", "add": "narrow", "sort": "sort", "quit": "quit"},
    "timeline": {"help": "help", "open": "open", "zoom-in": "zoom", "add": "narrow", "cite": "cite"},
    "figures": {"help": "help", "open": "open", "add": "narrow", "sort": "sort", "cite": "cite"},
    "search": {"help": "help", "open": "open", "other-list": "other list", "sort": "sort", "cite": "cite"},
    "refused": {"help": "help", "open": "whole reason", "quit": "quit"},
    "reader": {"back": "back", "next-fact": "fact", "text-down": "page", "next-hit": "hit", "cite": "cite"},
    "typing a query": {"prompt-accept": "keep", "prompt-cancel": "as before", "prompt-before": "earlier"},
    "typing an action": {"prompt-accept": "do it", "prompt-complete": "complete", "prompt-cancel": "back"},
}
"""Place -> actions and their words, the most useful first."""
HINTS_EVERYWHERE: Final = {
    "search": "search",
    "actions": "any action",
    "theme": "theme",
    "next-part": "other part",
}
"""Actions that work in all places, and their words."""


def hints_everywhere(keymap: Mapping[str, str], *, ascii: bool) -> tuple[tuple[str, str], ...]:
    """The keys worth knowing wherever the reader is, each with its word."""
    return tuple(
        (shown(keys_of(action, keymap)[0], ascii=ascii), word) for action, word in HINTS_EVERYWHERE.items()
    )


def hints_for(place: Place, keymap: Mapping[str, str], *, ascii: bool) -> tuple[str, ...]:
    """The keys worth knowing in a place, each with its word, the most useful first."""
    return tuple(
        f"{shown(keys_of(action, keymap)[0], ascii=ascii)} {word}" for action, word in HINTS[place].items()
    )
