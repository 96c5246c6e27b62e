"""The form of a gold file: what a person found in some articles."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")  # other gold files note more than is scored here


class Surface(_Form):
    """A name as an article writes it."""

    s: str
    alts: tuple[str, ...] = ()
    """Other spans that count as the same."""
    opt: bool = False
    """Neither required nor counted as false."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """All that count."""
        return (self.s, *self.alts)


class NamedActor(_Form):
    """An actor that an article names."""

    id: str
    surfaces: tuple[Surface, ...]


class Placed(_Form):
    """An expression in a text: the `nth` after the start of its sentence."""

    text: str
    sent: str
    """The start of the sentence, or a few words before the expression where that is not unique."""
    nth: int = 0
    ctx: str | None = None
    """Words that end with the expression: where the reader cut the start of the sentence off."""
    opt: bool = False


class DateGold(Placed):
    """A date expression."""

    value: str | None
    """ISO 8601; null where the text does not prove one."""
    precision: str | None = None
    ok: tuple[str, ...] = ()
    """Other right values; "*": not judged."""
    alt: tuple[str, ...] = ()
    """Other right spans."""
    precision_ok: tuple[str, ...] = ()


class FigureGold(Placed):
    """A claimed figure."""

    value: float
    value_to: float | None = None
    ok: tuple[tuple[float, float | None], ...] = ()
    unit: str | None = None
    unit_ok: tuple[str | None, ...] = ()
    noun: str | None = None
    """The counted thing; judged only where there is one."""
    noun_ok: tuple[str, ...] = ()
    qualifier: str | None = None
    qualifier_ok: tuple[str | None, ...] = ()
    kind: str
    kind_ok: tuple[str, ...] = ()


class Part(_Form):
    """One article of a file."""

    title: str
    title_ok: tuple[str, ...] = ()
    source: str | None
    source_ok: tuple[str | None, ...] = ()
    published: str | None
    published_from: str | None = None
    published_from_ok: tuple[str, ...] = ()
    not_before: str | None = None
    """An ISO 8601 value, any day of which is right."""
    language: str = "en"
    boilerplate: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    """Their beginnings."""
    probes: tuple[str, ...]
    """Ends of body sentences: they find the article, and show that its body was kept."""
    actors: tuple[NamedActor, ...]
    ambiguous: tuple[str, ...] = ()
    """Surfaces that fit several actors, where nothing tells which: no actor is right."""
    events: tuple[DateGold, ...]
    figures: tuple[FigureGold, ...]
    times: tuple[Placed, ...] = ()
    """Times of day."""
    keywords: tuple[tuple[str, ...], ...] = ()
    """Each a list of alternatives."""


class Entity(_Form):
    """An actor of the whole corpus."""

    name: str
    names_ok: tuple[str, ...] = ()
    kind: str
    kinds_ok: tuple[str, ...]
    roles: tuple[str, ...] = ()
    """Any one of them, all of its words."""


class Gold(_Form):
    """A gold file."""

    root: str
    """The folder of the articles, from the folder of the gold file."""
    files: dict[str, tuple[Part, ...]]
    entities: dict[str, Entity]
    must_not_merge: tuple[tuple[str, ...], ...] = ()
    """Two actors that are not one, and why."""
    may_merge: tuple[tuple[str, str], ...] = ()
    ignore_surfaces: tuple[str, ...] = ()
    duplicates: tuple[tuple[tuple[str, int], tuple[str, int]], ...] = Field(default=())
    """Near-copies: the representative and the copy, each (file, part)."""
    only: tuple[str, ...] = ()
    """The tables that are annotated ("mentions", "dates", "figures"); empty: all of them."""


def read_gold(file: Path) -> Gold:
    """Read a gold file."""
    return Gold.model_validate_json(file.read_text(encoding="utf-8"))
