"""What a query says, as values: a tree of nodes for each of its clauses."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from wiredesk.schema import ActorKind


@dataclass(frozen=True, slots=True)
class Words:
    """A word or a phrase.

    Attributes:
        folded: What is looked for: the words of `wiredesk.store.fulltext.words_of`, one space between them.
        prefix: The last word may go on.
        fuzzy: So many letters of a single word may be changed, added, missing or swapped: 0 to 2.
    """

    folded: str
    prefix: bool = False
    fuzzy: int = 0

    @property
    def words(self) -> list[str]:
        """One by one."""
        return self.folded.split(" ")


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases in one sentence, each at most so many words from the next, in either order.

    Attributes:
        words: Two or more.
        within: A distance for each two neighbours of `words`; 1: beside each other.
    """

    words: tuple[Words, ...]
    within: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor by name or alias; `kind` None means any."""

    name: str
    kind: "ActorKind | None" = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """Articles of which this is one of the best keywords."""

    folded: str


@dataclass(frozen=True, slots=True)
class Source:
    """The outlet: folded name or a part of it; None for articles whose outlet is unknown."""

    folded: str | None


@dataclass(frozen=True, slots=True)
class Dates:
    """Days from `first` to `last`, both included; None is open.

    Attributes:
        of: Whose days: "event" (a dated sentence), "published", or "any" of both.
    """

    first: date | None
    last: date | None
    of: Literal["any", "event", "published"] = "any"


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures by value (both ends included; None is open), unit, counted thing or kind."""

    low: float | None = None
    high: float | None = None
    unit: str | None = None
    noun: str | None = None
    kind: str | None = None
    above: bool = False
    """`low` itself is left out."""
    below: bool = False
    """`high` itself is left out."""


@dataclass(frozen=True, slots=True)
class Language:
    """Articles in a language (ISO 639-1)."""

    code: str


@dataclass(frozen=True, slots=True)
class Path:
    """Articles of files whose shown path holds this, folded."""

    folded: str


Trait = Literal[
    "copy", "new", "date", "figure", "actor", "keyword", "dated", "undated", "sourced", "unsourced"
]


@dataclass(frozen=True, slots=True)
class Has:
    """Articles that have something, or are something."""

    trait: Trait


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not match."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Articles that match every node."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Articles that match at least one node."""

    nodes: tuple["Node", ...]


Node = Words | Near | Actor | Keyword | Source | Dates | Figures | Language | Path | Has | Not | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a query; all clauses of a query must hold.

    Attributes:
        text: As written; parsing it gives the clause again.
        node: What it means.
    """

    text: str
    node: Node
