"""What the reader of one format hands to the door (`wiredesk.read.file`), before text is made safe."""

from dataclasses import dataclass, field

from wiredesk.read.document import Stated


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its format gave it: the fields of `Document` but the path, nothing made safe yet."""

    text: str
    item: str | None = None
    stated: Stated = field(default_factory=Stated)
    blocks: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class Reject:
    """One document, or one part of the file, that could not be read."""

    item: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that one format's reader found in a file.

    A reader that can make nothing of the whole file raises `ReadError` with the reason instead.
    """

    drafts: tuple[Draft, ...]
    rejects: tuple[Reject, ...] = ()
    encoding: str | None = None
