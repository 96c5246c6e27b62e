"""What a line widget needs to paint: a palette and the characters of our own furniture."""

from dataclasses import dataclass
from typing import Final

from wiredesk_tui.theme import PLAIN, Palette


@dataclass(frozen=True)
class Glyphs:
    """The characters that we draw with ourselves.

    Attributes:
        marker: Before the row under the cursor.
        margin: Before the sentence that was opened.
        blocks: Heights of a histogram's top cell, eighths where there are eight.
        fill: A whole cell of a bar; `part` are its eighths, thinnest first.
        empty: The rest of a progress bar.
    """

    marker: str
    margin: str
    ellipsis: str
    blocks: str
    fill: str
    part: str
    empty: str
    rule: str
    bar: str
    dot: str
    dash: str
    arrow: str
    more: str
    fewer: str
    about: str


UNICODE: Final = Glyphs(
    marker="▸", margin="▌", ellipsis="…", blocks="▁▂▃▄▅▆▇█", fill="█", part="▏▎▍▌▋▊▉", empty="░",
    rule="─", bar="│", dot="·", dash="–", arrow="›", more="≥", fewer="≤", about="~",
)  # fmt: skip
ASCII: Final = Glyphs(
    marker=">", margin="|", ellipsis="..", blocks=".:#", fill="#", part="", empty="-",
    rule="-", bar="|", dot="-", dash="-", arrow=">", more=">=", fewer="<=", about="~",
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """Palette and furniture."""

    palette: Palette = PLAIN
    glyphs: Glyphs = UNICODE

    @property
    def ascii(self) -> bool:
        """Our own furniture stays below U+007F."""
        return self.glyphs is ASCII


PLAIN_LOOK: Final = Look()
