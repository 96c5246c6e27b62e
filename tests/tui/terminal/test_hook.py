"""What the frame differ knows of the screen stays true whatever the toolkit hands over."""

from textual.app import ComposeResult
from textual.widgets import Static

from wiredesk_tui.terminal.hook import DiffingApp


class TwoLines(DiffingApp[None]):
    def compose(self) -> ComposeResult:
        yield Static("first line", id="first")
        yield Static("second line", id="second")


def wanted(app: TwoLines) -> list[str]:
    differ = app._differ  # pyright: ignore[reportPrivateUsage]
    assert differ is not None
    return ["".join(cell.text for cell in row).rstrip() for row in differ._wanted]  # pyright: ignore[reportPrivateUsage]


def show_second(app: TwoLines) -> None:
    """Hand over a frame in which only the second line is new."""
    compositor = app.screen._compositor  # pyright: ignore[reportPrivateUsage]
    compositor._dirty_regions.add(app.query_one("#second").region)  # pyright: ignore[reportPrivateUsage]
    update = compositor.render_partial_update()
    assert update is not None
    app._show(app.screen, update)  # pyright: ignore[reportPrivateUsage]


async def test_the_first_frame_is_whole_even_if_only_a_part_was_handed_over() -> None:
    app = TwoLines()
    async with app.run_test():
        show_second(app)
        assert wanted(app)[:2] == ["first line", "second line"]


async def test_a_frame_with_nothing_in_it_makes_nothing_unknown() -> None:
    app = TwoLines()
    async with app.run_test():
        show_second(app)
        known = app._differ  # pyright: ignore[reportPrivateUsage]
        app._display(app.screen, None)  # pyright: ignore[reportPrivateUsage]
        assert app._differ is known  # pyright: ignore[reportPrivateUsage]
        show_second(app)
        assert wanted(app)[:2] == ["first line", "second line"]
