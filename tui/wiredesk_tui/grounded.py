"""An app that learns from the terminal whether its ground is light or dark."""

from functools import partial
from typing import Final, TypeVar

from wiredesk_tui.terminal.driver import GroundAnswered
from wiredesk_tui.terminal.ground import By, Ground, Grounds
from wiredesk_tui.terminal.hook import DiffingApp

Returned = TypeVar("Returned")

UNANSWERED: Final = 5.0
"""Seconds without any answer after which none is counted on: twice what a start takes at 2 KB/s."""


class GroundedApp(DiffingApp[Returned]):
    """Wears what fits the terminal's ground, as soon as somebody tells of it.

    Attributes:
        grounds: What is known; None where nothing hangs on it.
    """

    grounds: Grounds | None = None

    @property
    def asks_ground(self) -> bool:
        """The driver is to ask the terminal."""
        return self.grounds is not None and self.grounds.asks

    def on_mount(self) -> None:
        """Some terminals answer nothing at all."""
        if self.asks_ground and not self.is_headless and not self.is_web:
            self.set_timer(UNANSWERED, partial(self._untold, at_once=False))

    def on_ground_answered(self, event: GroundAnswered) -> None:
        """Do as the terminal says, or turn to the reader."""
        if event.ground is None:
            self._untold(at_once=True)
        else:
            self.learn(event.ground, "terminal")
            self.follow(event.ground)

    def learn(self, ground: Ground, by: By) -> None:
        """Remember a ground for this kind of terminal."""
        if self.grounds is not None:
            self.grounds = self.grounds.learnt(ground, by)

    def _untold(self, *, at_once: bool) -> None:
        """Ask the reader, once, in a line that takes no key away: who does nothing takes what there is.

        Args:
            at_once: Else when the reader does something: a program left alone sends nothing.
        """
        if self.grounds is not None and not self.grounds.asked:
            self.learn(self.grounds.told.ground, "default")
            self.ask_ground(at_once=at_once)

    def follow(self, ground: Ground) -> None:
        """Wear what fits a ground."""
        raise NotImplementedError

    def ask_ground(self, *, at_once: bool) -> None:
        """Ask the reader, or as soon as another pane is turned to."""
        raise NotImplementedError
