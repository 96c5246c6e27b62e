"""Every key of the program, once: the bindings, the help, the manual are made from this table.

Nothing here imports the toolkit, so that a command without a screen can read the table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Context = Literal[
    "everywhere", "desk", "list", "timeline", "actors", "search", "reader", "program", "searches", "prompt",
    "page",
]  # fmt: skip

CONTEXTS: Final[dict[Context, str]] = {
    "list": "In a list",
    "actors": "In Actors",
    "timeline": "In the Timeline",
    "search": "In Search",
    "reader": "In the reader",
    "desk": "On the desk",
    "everywhere": "Everywhere",
    "program": "In the whole program",
    "searches": "In the list of saved searches",
    "prompt": "While typing a search or an action",
    "page": "In help and other pages",
}
"""Where a key works -> the heading under which help lists it. Inner contexts come before outer ones."""

WITHIN: Final[dict[Context, tuple[Context, ...]]] = {
    "program": (),
    "everywhere": ("program",),
    "desk": ("everywhere", "program"),
    "list": ("desk", "everywhere", "program"),
    "timeline": ("list", "desk", "everywhere", "program"),
    "actors": ("list", "desk", "everywhere", "program"),
    "search": ("list", "desk", "everywhere", "program"),
    "reader": ("desk", "everywhere", "program"),
    "searches": ("list", "program"),
    "prompt": ("program",),
    "page": ("program",),
}
"""Context -> the wider ones whose keys work there too."""


@dataclass(frozen=True, slots=True)
class Key:
    """An action and the keys for it.

    Attributes:
        id: The action's name: in the action line, in a keymap, in help.
        keys: The keys, parted by commas.
        action: What is called, as the toolkit writes it.
        text: What it does, in words.
        context: Where it works.
        also: Extra chords; they only add to the keys and are never the only way.
    """

    id: str
    keys: str
    action: str
    text: str
    context: Context
    also: str = ""


KEYS: Final[tuple[Key, ...]] = (
    # ---------------------------------------------------------------- panes
    Key("brief", "1", "pane('brief')", "the brief of what is selected", "desk"),
    Key("articles", "2", "pane('articles')", "the articles", "desk"),
    Key("actors", "3", "pane('actors')", "who acts", "desk"),
    Key("timeline", "4", "pane('timeline')", "what happened when", "desk"),
    Key("figures", "5", "pane('figures')", "which figures are claimed", "desk"),
    Key("agreement", "6", "agreement", "what sources agree on: not in this version", "desk"),
    Key("keywords", "7", "pane('search')", "keywords, and the sentences that match", "desk"),
    Key("refused", "r", "pane('refused')", "files that could not be read, and why", "desk"),
    # ---------------------------------------------------------------- query
    Key("search", "/", "search", "search: results come while you type", "everywhere"),
    Key("drop-facet", "backspace,c", "drop_facet", "drop the last part of the query", "everywhere"),
    Key("only-matching", "w,W", "only_matching", "only facts of sentences that match", "everywhere"),
    Key("sort", "s", "sort", "sort the list by something else", "everywhere"),
    Key("save-search", "S,+", "save_search", "save the query under a name", "everywhere"),
    Key("searches", "F,*", "searches", "saved searches, and what is new in each", "everywhere"),
    Key("mark-seen", "M", "mark_seen", "mark all that is selected as seen", "everywhere"),
    # ---------------------------------------------------------------- facts
    Key("next-fact", "],x", "fact(1)", "next fact; else next row, opened", "desk"),
    Key("previous-fact", "[,X", "fact(-1)", "fact before; else row before, opened", "desk"),
    Key("next-hit", "n", "hit(1)", "next place that matches the query", "desk"),
    Key("previous-hit", "N", "hit(-1)", "place before that matches the query", "desk"),
    Key("cite", "y", "cite", "sentence and citation, to be pasted", "everywhere"),
    # ---------------------------------------------------------------- screen
    Key("full", "f", "full", "the whole screen for one part, and back", "desk"),
    Key("next-part", "tab,o", "part(1)", "the next part of the screen", "desk"),
    Key("previous-part", "shift+tab,O", "part(-1)", "the part of the screen before", "desk"),
    Key("theme", "t", "next_theme", "the next theme", "everywhere"),
    Key("ground", "L,f8", "other_ground", "the theme for a light screen, or a dark one", "everywhere"),
    Key("profile", "p", "next_profile", "send the terminal all it can show, or less", "everywhere"),
    Key("actions", ":", "actions", "do any action by its name", "everywhere"),
    Key("help", "?,f1", "help", "the keys that work here; type to find one", "everywhere"),
    Key("back", "escape", "back", "go back; at the top: clear the query", "everywhere"),
    Key("quit", "q,Q", "leave", "go back; at the top: quit", "everywhere"),
    # ---------------------------------------------------------------- whatever is on the screen
    Key("redraw", "f5", "redraw", "draw the screen again", "program", "ctrl+l"),
    Key("suspend", "f9", "suspend", "rest in the background until `fg`", "program", "ctrl+z"),
    Key("quit-now", "f10", "quit_now", "quit", "program", "ctrl+q,ctrl+c"),
    # ---------------------------------------------------------------- lists
    Key("down", "j,down", "down", "next row", "list"),
    Key("up", "k,up", "up", "row before", "list"),
    Key("page-down", "J,pagedown", "page_down", "a page down", "list", "ctrl+f,ctrl+d"),
    Key("page-up", "K,pageup", "page_up", "a page up", "list", "ctrl+u"),
    Key("first", "g,home", "first", "first row", "list"),
    Key("last", "G,end", "last", "last row", "list"),
    Key("open", "enter", "open", "open the sentence, the article or the actor", "list"),
    Key("add", "space", "add", "narrow the query to this row", "list"),
    # ---------------------------------------------------------------- timeline
    Key("zoom-in", "z", "zoom(1)", "smaller spans of time: month, week, day", "timeline"),
    Key("zoom-out", "Z", "zoom(-1)", "wider spans of time", "timeline"),
    Key("next-span", "right,l", "span(1)", "first row of the next span of time", "timeline"),
    Key("previous-span", "left,h", "span(-1)", "first row of the span of time before", "timeline"),
    # ---------------------------------------------------------------- search
    Key("why", "i", "why", "why its article stands here", "search"),
    Key("other-list", "right,left", "other_list", "between the keywords and the sentences", "search"),
    # ---------------------------------------------------------------- reader
    Key("line-down", "j,down", "line(1)", "a line down", "reader"),
    Key("line-up", "k,up", "line(-1)", "a line up", "reader"),
    Key("text-down", "space,J,pagedown", "turn(1)", "a page down", "reader", "ctrl+f,ctrl+d"),
    Key("text-up", "b,K,pageup", "turn(-1)", "a page up", "reader", "ctrl+u"),
    Key("text-start", "g,home", "edge(-1)", "the beginning of the article", "reader"),
    Key("text-end", "G,end", "edge(1)", "the end of the article", "reader"),
    Key("show-hits", "h", "mark('hit')", "mark what matches the query, or not", "reader"),
    Key("show-actors", "a", "mark('actor')", "mark actors, or not", "reader"),
    Key("show-dates", "d", "mark('date')", "mark dates, or not", "reader"),
    Key("show-figures", "v", "mark('figure')", "mark figures, or not", "reader"),
    # ---------------------------------------------------------------- saved searches
    Key("search-rename", "n,R", "rename_search", "give the saved search another name", "searches"),
    Key("search-remove", "x,delete", "remove_search", "remove the saved search", "searches"),
    Key("searches-close", "escape,q", "close_page", "back to the desk", "searches"),
    # ---------------------------------------------------------------- prompt
    Key("prompt-accept", "enter", "accept", "keep the query, or do the action", "prompt"),
    Key("prompt-cancel", "escape", "cancel", "as it was before", "prompt"),
    Key("prompt-complete", "tab", "complete", "complete the action's name", "prompt"),
    Key("prompt-before", "up", "recall(-1)", "what was asked before", "prompt"),
    Key("prompt-after", "down", "recall(1)", "what was asked after that", "prompt"),
    # ---------------------------------------------------------------- pages
    Key("page-close", "escape", "close_page", "back to the desk", "page"),
    Key("page-line-down", "down", "scroll_list(1)", "next line", "page"),
    Key("page-line-up", "up", "scroll_list(-1)", "line before", "page"),
    Key("page-next", "pagedown", "turn_list(1)", "a page down", "page"),
    Key("page-previous", "pageup", "turn_list(-1)", "a page up", "page"),
)  # fmt: skip

BY_ID: Final[dict[str, Key]] = {key.id: key for key in KEYS}

_SHOWN: Final[dict[str, str]] = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "backspace": "Backspace",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "end": "End",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}
_ASCII_ARROWS: Final = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}


def keys_of(action: str, keymap: Mapping[str, str]) -> list[str]:
    """The keys that do an action, with a reader's own keymap taken into account."""
    if action in keymap:
        return [key.strip() for key in keymap[action].split(",")]
    return BY_ID[action].keys.split(",")


def shown(key: str, *, ascii: bool = False) -> str:
    """How a key is written for the reader."""
    name = _SHOWN.get(key, key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key)
    if name.startswith("ctrl+") and len(name) == len("ctrl+x"):
        return f"^{name[-1].upper()}"
    return _ASCII_ARROWS.get(name, name) if ascii else name
