"""Names that are known beforehand: which are the same actor, and which must be kept apart.

A lexicon file is TOML with one array, `actors`. An entry:

    { name = "…", kind = "place", aliases = ["…"], exact = ["…"], never_with = ["…"] }

`aliases` count without case, accents and punctuation; `exact` are short forms that count in this very
case only (periods do not matter: "US" also stands for "U.S."). `never_with` are names that are never the
same actor as this one, whatever an article's brackets or a likeness suggest. A place may also have
`adjectives`, words of nationality that are no actors themselves but tell whose ministry is meant, and
`within`, the state it lies in.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wiredesk.errors import ConfigError
from wiredesk.link.normalise import body_key, core, undotted
from wiredesk.schema import ActorKind
from wiredesk.text import fold

SHIPPED = "aliases.toml"


class Entry(BaseModel):
    """One actor of a lexicon file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: str = Field(min_length=1)
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    within: str | None = None
    never_with: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    actors: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known beforehand, by every form it is known by.

    Attributes:
        entries: By name.
        exact: Short forms that count in this case only, without periods, to the name of their entry.
        keys: Folded forms (`normalise.body_key`) to the name of their entry.
        adjectives: Folded words of nationality to the name of their place.
        apart: Folded forms of an entry that names others in `never_with`, to all forms of these.
        chosen: Names of the entries of the user's files: shown under that name whatever the corpus says.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict[str, Entry])
    exact: Mapping[str, str] = field(default_factory=dict[str, str])
    keys: Mapping[str, str] = field(default_factory=dict[str, str])
    adjectives: Mapping[str, str] = field(default_factory=dict[str, str])
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    chosen: frozenset[str] = frozenset()

    def find(self, name: str, key: str) -> Entry | None:
        """The entry of a name (without article and possessive) or of its key; None where there is none."""
        known = self.exact.get(undotted(name)) or self.keys.get(key)
        return self.entries[known] if known is not None else None

    def apart_are(self, one: str, other: str) -> bool:
        """Whether two names, or keys, or an entry's name behind "=", must never be one actor."""
        if not self.apart:
            return False
        first, second = _key(one), _key(other)
        return second in self.apart.get(first, ()) or first in self.apart.get(second, ())


def _key(name: str) -> str:
    return body_key(core(name.removeprefix("=").partition("@")[0]))


def _read(path: Path | None) -> tuple[str, tuple[Entry, ...]]:
    label = SHIPPED if path is None else str(path)
    try:
        if path is None:
            text = files("wiredesk.link").joinpath(SHIPPED).read_text(encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{label}: cannot be read ({error.strerror}); check the path.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{label}: is not UTF-8; save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{label}: is not TOML ({error}); correct that line.") from error
    try:
        return label, _File.model_validate(raw).actors
    except ValidationError as error:
        raise ConfigError(f"{label}: {_first_mistake(raw, error)}") from error


def _first_mistake(raw: Mapping[str, object], error: ValidationError) -> str:
    mistake = error.errors(include_url=False)[0]
    where = mistake["loc"]
    actors = raw.get("actors")
    entry = ""
    if len(where) > 1 and isinstance(actors, list) and isinstance(where[1], int):
        row: object = actors[where[1]]  # pyright: ignore[reportUnknownVariableType]
        named: object = row.get("name") if isinstance(row, dict) else None  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
        entry = f"entry {where[1] + 1} ({named}): " if named else f"entry {where[1] + 1}: "
    key = ".".join(str(part) for part in where[2:]) or ".".join(str(part) for part in where)
    return f"{entry}{key}: {mistake['msg']}; correct or remove it."


def _claims(entry: Entry) -> Iterable[tuple[str, str]]:
    """Each form of an entry, as ("exact" | "keys", form)."""
    for form in entry.exact:
        yield "exact", undotted(form)
    for form in (entry.name, *entry.aliases):
        if form not in entry.exact:
            yield "keys", body_key(core(form))


def _claim(label: str, entries: tuple[Entry, ...]) -> dict[str, dict[str, str]]:
    """Forms of one file to the names of their entries.

    Raises:
        ConfigError: two entries claim one form, or one name stands twice.
    """
    claimed: dict[str, dict[str, str]] = {"exact": {}, "keys": {}, "adjectives": {}}
    names: set[str] = set()
    for entry in entries:
        if entry.name in names:
            raise ConfigError(f"{label}: entry {entry.name!r} stands twice; make one entry of the two.")
        names.add(entry.name)
        for table, form in _claims(entry):
            other = claimed[table].setdefault(form, entry.name)
            if other != entry.name:
                raise ConfigError(
                    f"{label}: {form!r} is claimed by {other!r} and {entry.name!r}; leave it to one of them."
                )
        for adjective in entry.adjectives:
            claimed["adjectives"].setdefault(fold(adjective), entry.name)
    return claimed


def _combine(read: Iterable[tuple[str, tuple[Entry, ...]]]) -> Lexicon:
    """One lexicon of several files; all but the first are the user's."""
    entries: dict[str, Entry] = {}
    tables: dict[str, dict[str, str]] = {"exact": {}, "keys": {}, "adjectives": {}}
    chosen: set[str] = set()
    for number, (label, found) in enumerate(read):
        claimed = _claim(label, found)
        tables["exact"] = {
            form: name for form, name in tables["exact"].items() if body_key(form) not in claimed["keys"]
        }
        for table, forms in claimed.items():
            tables[table] |= forms
        entries |= {entry.name: entry for entry in found}
        chosen.update(entry.name for entry in found if number)
    apart: dict[str, set[str]] = {}
    for entry in entries.values():
        others = {form for name in entry.never_with for form in _forms(name, entries)}
        for form in _forms(entry.name, entries) if others else ():
            apart.setdefault(form, set()).update(others - {form})
    kept = {form: frozenset(others) for form, others in apart.items()}
    return Lexicon(entries=entries, apart=kept, chosen=frozenset(chosen), **tables)


def _forms(name: str, entries: Mapping[str, Entry]) -> set[str]:
    """Keys of a name, with those of its entry where it has one."""
    entry = entries.get(name)
    forms = (name, *entry.aliases, *entry.exact) if entry is not None else (name,)
    return {body_key(core(form)) for form in forms}


@cache
def _shipped() -> Lexicon:
    return _combine([_read(None)])


def load_lexicon(*extra: Path) -> Lexicon:
    """The shipped lexicon, extended by the user's files.

    A later file wins: a form that it claims no longer stands for an earlier file's entry. An entry of the
    same name as an earlier one adds its forms to it and replaces its kind and all else.

    Raises:
        ConfigError: a file cannot be read, has an unknown key or kind, or claims one form for two
            entries; the message names the file and the entry.
    """
    return _combine([_read(None), *map(_read, extra)]) if extra else _shipped()
