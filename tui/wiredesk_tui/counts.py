"""What became of the files that were found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

STATUSES: Final = ("indexed", "grouped", "refused")
"""What may become of a file, as `wiredesk.schema.FileStatus` has it."""


@dataclass(frozen=True)
class Counts:
    """Files that were found, by what became of them."""

    indexed: int = 0
    grouped: int = 0
    refused: int = 0

    @property
    def found(self) -> int:
        """All of them."""
        return self.indexed + self.grouped + self.refused

    def forms(self) -> tuple[tuple[str, str], ...]:
        """The sum, the longest form first; each as what went well, and what was refused."""
        found, indexed, grouped, refused = (
            f"{count:,}" for count in (self.found, self.indexed, self.grouped, self.refused)
        )
        return (
            (f"{found} files = {indexed} indexed + {grouped} grouped + ", f"{refused} refused "),
            (f"{found} files = {indexed} + {grouped} + ", f"{refused} refused "),
            (f"{found} = {indexed}+{grouped}+", f"{refused} "),
        )

    @staticmethod
    def of(states: Mapping[str, int]) -> "Counts":
        """Take how many files are in which state."""
        return Counts(*(states.get(name, 0) for name in STATUSES))
