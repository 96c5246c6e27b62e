"""What the reader of the news states by hand: `NAME.meta.toml` beside a file, `wiredesk.csv` in a folder."""

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Final

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from wiredesk.errors import ReadError
from wiredesk.read.document import Stated
from wiredesk.read.encoding import decode
from wiredesk.read.fields import as_day
from wiredesk.text import newlines

SIDECAR_SUFFIX: Final = ".meta.toml"
TABLE_NAME: Final = "wiredesk.csv"
_PATH = "path"


def _certain_day(value: object) -> date | None:
    if value in (None, ""):
        return None
    day = as_day(value)
    if day is None:
        raise ValueError("not a day that can be read in one way only; write it like 2024-03-24")
    return day


def _text_or_none(value: object) -> object:
    return (value.strip() or None) if isinstance(value, str) else value


def _web_address(value: object) -> object:
    text = _text_or_none(value)
    if isinstance(text, str) and not re.fullmatch(r"https?://\S+", text, re.IGNORECASE):
        raise ValueError("not an address of the web; write it like https://example.org/story")
    return text


_Text = Annotated[str | None, BeforeValidator(_text_or_none)]


class Sidecar(BaseModel):
    """Fields of `Stated` that were set by hand for one file; None was not set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: _Text = None
    source: _Text = None
    published: Annotated[date | None, BeforeValidator(_certain_day)] = None
    url: Annotated[str | None, BeforeValidator(_web_address)] = None
    byline: _Text = Field(default=None, validation_alias=AliasChoices("byline", "author"))
    summary: _Text = None
    language: _Text = None

    def over(self, other: "Sidecar | None") -> "Sidecar":
        """This sidecar's fields, and the other's where this one sets none."""
        return self if other is None else other.model_copy(update=self.model_dump(exclude_none=True))

    def applied_to(self, stated: Stated, *, only: bool) -> Stated:
        """Set the fields by hand over what the container states.

        Args:
            stated: Of one document.
            only: It is the only document of its file. Of several, no title, byline, summary or
                address can be meant for each, so these are left.
        """
        shared = {"source", "published", "language"}
        fields = {
            name: value
            for name, value in self.model_dump(exclude_none=True).items()
            if only or name in shared
        }
        return replace(stated, **fields, by_user=stated.by_user | fields.keys()) if fields else stated


_COLUMNS: Final = (*Sidecar.model_fields, "author")


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a sidecar: where (in words, None for the whole file) and what to do."""

    where: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """A `wiredesk.csv`: the sidecar of each path, relative to its folder, with the line that sets it."""

    rows: Mapping[str, tuple[int, Sidecar]]
    faults: tuple[Fault, ...]


def read_sidecar(data: bytes) -> Sidecar:
    """Read a `NAME.meta.toml`.

    Raises:
        ReadError: it is not TOML, or a key or value in it is not known.
    """
    try:
        values = tomllib.loads(newlines(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        raise ReadError("is not UTF-8, as TOML has to be; save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReadError(f"is not TOML: {error}; mend it or take it away") from error
    try:
        return Sidecar.model_validate(values)
    except ValidationError as error:
        raise ReadError("; ".join(f"key {name}: {problem}" for name, problem in _problems(error))) from error


def read_table(data: bytes) -> Table:
    """Read a `wiredesk.csv`: comma, semicolon or tab between columns; any encoding.

    A row with a fault is left out, a column that is not known is passed over; each is told as a fault.
    """
    lines = newlines(decode(data).text).split("\n")
    delimiter = max(",;\t", key=lines[0].count)
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=True)
    rows: dict[str, tuple[int, Sidecar]] = {}
    faults: list[Fault] = []
    try:
        header = [name.strip().lower() for name in next(reader)]
        if _PATH not in header:
            return Table(
                {}, (Fault("line 1", f'has no column "{_PATH}"; name the columns in its first line'),)
            )
        faults += _unknown_columns(header)
        for values in reader:
            line = reader.line_num
            if any(value.strip() for value in values):
                _add_row(
                    dict(zip(header, values, strict=False)), len(values) - len(header), line, rows, faults
                )
    except csv.Error as error:
        faults.append(Fault(f"line {reader.line_num}", f"is not CSV from here on: {error}; mend this line"))
    return Table(rows, tuple(faults))


def _unknown_columns(header: list[str]) -> Iterator[Fault]:
    known = ", ".join((_PATH, *_COLUMNS))
    for number, name in enumerate(header, start=1):
        if name != _PATH and name not in _COLUMNS:
            yield Fault("line 1", f'column {number} "{name}" is not known; known are {known}')


def _add_row(
    row: dict[str, str], excess: int, line: int, rows: dict[str, tuple[int, Sidecar]], faults: list[Fault]
) -> None:
    where = f"line {line}"
    path = table_key(row.pop(_PATH, ""))
    if excess > 0:
        faults.append(
            Fault(where, f"has {excess} values more than there are columns; put quotes around commas")
        )
    elif path is None:
        faults.append(
            Fault(where, 'column path: has to be a path below this folder, such as "east/report.txt"')
        )
    elif path in rows:
        faults.append(
            Fault(where, f"column path: line {rows[path][0]} names this file already; join the two")
        )
    else:
        try:
            known = {name: value for name, value in row.items() if name in _COLUMNS and value.strip()}
            rows[path] = (line, Sidecar.model_validate(known))
        except ValidationError as error:
            faults += [Fault(where, f"column {name}: {problem}") for name, problem in _problems(error)]


def table_key(path: str) -> str | None:
    """The form in which paths of a table and of a folder are compared; None if it leads out of the folder."""
    parts = PurePosixPath(path.strip().replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts:
        return None
    return unicodedata.normalize("NFC", "/".join(parts))


def _problems(error: ValidationError) -> Iterator[tuple[str, str]]:
    for problem in error.errors(include_url=False, include_input=False, include_context=False):
        name = ".".join(str(part) for part in problem["loc"])
        said = problem["msg"].removeprefix("Value error, ")
        if problem["type"] == "extra_forbidden":
            said = f"is not known; known are {', '.join(_COLUMNS)}"
        yield name, said
