"""The table of keys as the toolkit wants it."""

from textual.binding import Binding, BindingType

from wiredesk_tui.keys import KEYS, Context


def bindings(context: Context) -> list[BindingType]:
    """The bindings of a context, for a widget's or screen's `BINDINGS`."""
    return [
        Binding(
            f"{key.keys},{key.also}" if key.also else key.keys,
            key.action,
            key.text,
            show=False,
            id=key.id,
        )
        for key in KEYS
        if key.context == context
    ]
