"""The table of keys as the toolkit wants it."""

from textual.binding import Binding, BindingType

from wiredesk_tui.keys import BINDINGS, Context


def bindings(context: Context) -> list[BindingType]:
    """The bindings of a context, for a widget's or screen's `BINDINGS`."""
    return [
        Binding(
            f"{key.chords},{key.also}" if key.also else key.chords,
            key.action,
            key.about,
            show=False,
            id=key.id,
        )
        for key in BINDINGS
        if key.context == context
    ]
