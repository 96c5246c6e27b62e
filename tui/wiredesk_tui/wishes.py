"""What panes wish for. The screen hears it and acts; a pane never acts on another."""

from dataclasses import dataclass

from textual.message import Message

from wiredesk.query import Address, Clause


@dataclass
class Open(Message):
    """Show the sentence at an address in the reader, and give it the keys unless told otherwise."""

    address: Address
    focus: bool = True


@dataclass
class OpenArticle(Message):
    """Show an article from its beginning, and give the reader the keys unless told otherwise."""

    article_id: int
    focus: bool = True


@dataclass
class OpenActor(Message):
    """Show what is known of an actor."""

    actor_id: int


@dataclass
class Why(Message):
    """Tell why an article stands where it does among those that match."""

    article_id: int


@dataclass
class Narrow(Message):
    """Add a clause to the query."""

    clause: Clause


@dataclass
class Zoom(Message):
    """Look closer at time (+1) or wider (-1)."""

    step: int


@dataclass
class Say(Message):
    """Tell the reader something."""

    text: str
    error: bool = False


@dataclass
class Arrived(Message):
    """Another index is shown, the first one, or none is there to be waited for.

    Attributes:
        generation: Its name in its store; "" for none, and for one that is not stored.
    """

    generation: str


@dataclass
class NextTheme(Message):
    """Put the next theme on."""


@dataclass
class OtherGround(Message):
    """Take the terminal's ground for light where it was taken for dark, and the other way round."""


@dataclass
class NextProfile(Message):
    """Send the terminal more, or less."""


@dataclass
class HandOn(Message):
    """Show a text, and hand it on for pasting."""

    text: str
