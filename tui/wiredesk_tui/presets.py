"""Sets of keys to begin with. Each names only what differs from the table of keys."""

from typing import Final, Literal

Preset = Literal["default", "vim", "arrows"]

_VIM: Final[dict[str, str]] = {
    "page-down": "ctrl+d,ctrl+f,pagedown",
    "page-up": "ctrl+u,pageup",
    "text-down": "ctrl+d,ctrl+f,space,pagedown",
    "text-up": "ctrl+u,b,pageup",
    "open": "l,enter",
    "next-span": "w,right",
    "previous-span": "b,left",
    "only-matching": "o",
    "next-part": "tab",
    "previous-part": "shift+tab",
    "first": "g,home",
    "last": "G,end",
    "redraw": "ctrl+l,f5",
}
"""`l` opens as it goes right in a file manager with vim's keys; spans of time are vim's words."""

_ARROWS: Final[dict[str, str]] = {
    "down": "down", "up": "up", "page-down": "pagedown,.", "page-up": "pageup,*",
    "first": "home,<", "last": "end,>", "open": "enter", "add": "space,+",
    "line-down": "down", "line-up": "up", "text-down": "space,pagedown,.", "text-up": "pageup,*",
    "text-start": "home,<", "text-end": "end,>",
    "next-fact": "]", "previous-fact": "[", "next-hit": ")", "previous-hit": "(",
    "next-span": "right", "previous-span": "left", "zoom-in": "+", "zoom-out": "-",
    "search": "/,f3", "actions": ":,f2", "drop-facet": "backspace,f12", "only-matching": "=", "sort": "f7",
    "cite": "f8", "full": "f4", "next-part": "tab,f6", "previous-part": "shift+tab", "refused": "8",
    "why": "_", "save-search": "insert", "searches": "{", "mark-seen": "}",
    "search-rename": "insert", "search-remove": "delete", "searches-close": "escape,0",
    "theme": "f9", "profile": "f11", "ground": "9", "back": "escape", "quit": "0", "quit-now": "f10",
    "suspend": "%",
    "show-hits": "!", "show-actors": "@", "show-dates": "#", "show-figures": "$",
}  # fmt: skip
"""No letter does anything: for those who type by ear, and for keyboards whose letters are others."""

PRESETS: Final[dict[Preset, dict[str, str]]] = {"default": {}, "vim": _VIM, "arrows": _ARROWS}
"""Name -> action -> its keys, parted by commas."""
