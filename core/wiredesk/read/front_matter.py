"""What stands above a plain text: YAML front matter, or a block of `Key: value` lines."""

import re
from collections.abc import Iterator
from typing import Any, Final, cast

from wiredesk.errors import ReadError
from wiredesk.read.document import Stated
from wiredesk.read.fields import FIELD_OF, plain_name, stated_of
from wiredesk.read.limits import FRONT_MATTER_CHARACTERS, FRONT_MATTER_DEPTH

_FENCE = re.compile(r"---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIRST_KEY = re.compile(r"(?:[ \t]*(?:#.*)?\n)*[A-Za-z][\w.-]*(?: [\w.-]+){0,2}[ \t]*:(?:\s|\Z)")
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,24}?)[ \t]*:[ \t]*(.*)")
_OTHER_HEADERS: Final = frozenset({
    "section", "category", "categories", "tags", "tag", "keywords", "topic", "topics", "edition", "page",
    "pages", "words", "wordcount", "length", "id", "slug", "copyright", "rights", "license", "licence",
    "location", "place", "city", "country", "region", "desk", "type", "kind", "status", "updated",
    "modified", "lastmodified", "accessed", "retrieved", "contact", "email", "from", "to",
})  # fmt: skip
"""Keys that stand in header blocks and say nothing this program keeps."""
_HEADER_LINES = 30
"""A longer run of keys and values is a table, not a header."""
_KEYS_NEEDED = 2
"""Known keys that make a block a header: one alone may be the first line of a text ("Date: unknown")."""


def split_front_matter(text: str) -> tuple[Stated, str]:
    """Part a text from the front matter or header lines above it.

    A text that begins with neither comes back whole; so does one whose first lines only look like a
    header ("BAGHDAD: Talks resumed on Monday").

    Args:
        text: With `\\n` as the line end.

    Returns:
        What the block states, and the text below it.

    Raises:
        ReadError: there is front matter, but it is broken, too large, or full of YAML aliases.
    """
    if text.startswith("---"):
        fenced = _FENCE.match(text, 0, FRONT_MATTER_CHARACTERS)
        if fenced is not None and (not fenced["block"].strip() or _FIRST_KEY.match(fenced["block"])):
            return stated_of(_yaml_mapping(fenced["block"])), text[fenced.end() :]
        if _FIRST_KEY.match(text.partition("\n")[2]) and _FENCE.match(text):
            raise ReadError(
                f"has front matter of more than {FRONT_MATTER_CHARACTERS:,} characters; shorten it"
            )
        return Stated(), text
    return _split_headers(text)


def _split_headers(text: str) -> tuple[Stated, str]:
    start = len(text) - len(text.lstrip("\n"))
    values: dict[str, str] = {}
    last = ""
    at = start
    for _ in range(_HEADER_LINES):
        line, newline, _rest = text[at : at + FRONT_MATTER_CHARACTERS].partition("\n")
        if not line.strip():
            break
        if line[0] in " \t" and last:  # a folded line, as in mail
            values[last] += " " + line.strip()
        elif (found := _HEADER_LINE.match(line)) and _is_key(found[1]):
            last = plain_name(found[1])
            values.setdefault(last, found[2].strip())
        else:
            return Stated(), text
        at += len(line) + len(newline)
    else:
        return Stated(), text
    if len({FIELD_OF[key] for key in values if key in FIELD_OF}) < _KEYS_NEEDED:
        return Stated(), text
    return stated_of(values), text[at:]


def _is_key(written: str) -> bool:
    name = plain_name(written)
    return name in FIELD_OF or name in _OTHER_HEADERS


def _yaml_mapping(block: str) -> dict[str, object]:
    # Imported here, the one place that needs it: most texts have no front matter.
    import yaml

    # libyaml where PyYAML was built with it: ten times faster.
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    value: object = None
    try:
        events = cast("Iterator[object]", yaml.parse(block, Loader=loader))
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                value = _value(next(events), events, FRONT_MATTER_DEPTH)
                break
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" in line {mark.line + 2}" if mark is not None else ""  # the fence is line 1
        problem = getattr(error, "problem", None) or "not YAML"
        raise ReadError(f"has broken front matter{line}: {problem}; mend it or take it out") from error
    if value in ("", None):
        return {}
    if not isinstance(value, dict):
        raise ReadError("has front matter that is not a list of `key: value` lines; mend it or take it out")
    return cast("dict[str, object]", value)


def _value(event: object, events: Iterator[object], depth: int) -> object:
    """Build a value from parser events; scalars stay text, so that no title becomes a number or a date."""
    import yaml

    if depth == 0:
        raise ReadError(f"has front matter nested deeper than {FRONT_MATTER_DEPTH} levels; flatten it")
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        values: list[object] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            values.append(_value(inner, events, depth - 1))
        return values
    if isinstance(event, yaml.MappingStartEvent):
        mapping: dict[str, object] = {}
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = _value(inner, events, depth - 1)
            mapping[str(key)] = _value(next(events), events, depth - 1)
        return mapping
    raise ReadError("has front matter with YAML aliases, which can grow without bound; write the values out")
