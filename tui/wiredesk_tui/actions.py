"""Actions by name, and what a place on the desk is cited as."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual.message import Message
from textual.widget import Widget

from wiredesk.brief import cite, describe
from wiredesk.query import Address
from wiredesk.store import Index
from wiredesk_tui.contents import PaneName
from wiredesk_tui.hints import Place
from wiredesk_tui.keys import BY_ID, CONTEXTS, KEYS, Context, Key, keys_of, shown
from wiredesk_tui.prompt_input import PromptInput
from wiredesk_tui.reader import Reader
from wiredesk_tui.wishes import Open, OpenArticle

_PANE_CONTEXTS: Final[dict[PaneName, Context]] = {
    "actors": "actors",
    "timeline": "timeline",
    "search": "search",
}
PAGES: Final[tuple[Context, ...]] = ("searches", "prompt", "page")
"""Contexts that hold all keys while they last."""
NAMED: Final[tuple[str, ...]] = tuple(key.id for key in KEYS if key.context not in PAGES)
"""Actions that the action line knows."""


def context_of(focused: Widget | None, pane: PaneName) -> Context:
    """Where the reader of the screen is, as the key table sees it."""
    if isinstance(focused, Reader):
        return "reader"
    if isinstance(focused, PromptInput):
        return "prompt"
    return _PANE_CONTEXTS.get(pane, "list")


def action_named(name: str) -> Key | None:
    """The action of that name, or the only one that begins like it."""
    name = name.strip().lower()
    if name in NAMED:
        return BY_ID[name]
    begun = [known for known in NAMED if known.startswith(name)]
    return BY_ID[begun[0]] if len(begun) == 1 and name else None


def told_of(names: Sequence[str], keymap: Mapping[str, str], *, ascii: bool) -> str:
    """What the action line says to the names that begin like what is typed: all of them, or what one does."""
    if len(names) != 1:
        return "  ".join(names)
    key = BY_ID[names[0]]
    keys = " ".join(shown(one, ascii=ascii) for one in keys_of(key.id, keymap))
    return f"{key.id}: {key.text} ({keys})"


def place_of(key: Key) -> str:
    """Where an action works, in words."""
    return CONTEXTS[key.context].lower()


def citation(index: Index, wish: Message | None) -> str | None:
    """What the target of a wish is cited as; None where there is nothing to cite."""
    match wish:
        case Open(address):
            return _cited(index, address)
        case OpenArticle(article_id):
            return describe(index, article_id)
        case _:
            return None


def _cited(index: Index, address: Address) -> str | None:
    try:
        return cite(index, address)
    except KeyError:  # the index was replaced, and the article is gone
        return None


def hint_place(focused: Widget | None, pane: PaneName, *, action: bool) -> Place:
    """Where the reader is; `action` tells what is typed where something is."""
    if isinstance(focused, Reader):
        return "reader"
    if isinstance(focused, PromptInput):
        return "typing an action" if action else "typing a query"
    return pane
