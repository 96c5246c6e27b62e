"""The table of keys as the toolkit wants it."""

from textual.binding import Binding, BindingType

from wiredesk_tui.keys import KEYS, Context


def bindings(context: Context) -> list[BindingType]:
    """The bindings of a context, for a widget's or screen's `BINDINGS`.

    They have priority: the toolkit then does them before it hands the next key to whoever has the
    focus. Otherwise the first letters typed after "/" could still reach the list that was left. Not so
    while something is typed, where a key must wait for the letters before it.
    """
    return [
        Binding(
            f"{key.keys},{key.also}" if key.also else key.keys,
            key.action,
            key.text,
            show=False,
            priority=context != "prompt",
            id=key.id,
        )
        for key in KEYS
        if key.context == context
    ]
