"""A brief as values: what it says, line by line, and where that stands."""

from dataclasses import dataclass

from wiredesk.query import Address


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line of a brief, not yet wrapped.

    Attributes:
        text: What it says; a verbatim sentence, or words around extracted spans.
        heading: It heads a section.
        address: The sentence it stands for; None where a line stands for no single sentence.
        indent: By how many columns its continuation is set in when it is wrapped.
    """

    text: str
    heading: bool = False
    address: Address | None = None
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, line by line. Numbers in brackets refer to the articles listed at its end."""

    lines: tuple[BriefLine, ...]
