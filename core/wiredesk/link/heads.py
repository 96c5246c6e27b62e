"""The name itself within a surface that says more: "Danish airline Kestrel Air", "Sorvik, Kenya"."""

import re

from wiredesk.link.normalise import body_key
from wiredesk.link.offices import classify
from wiredesk.link.vocabulary import vocabulary

_BRACKET = re.compile(r"\s*\([^()]*\)?$")
_APPOSITION = re.compile(r",\s+(?=(?:an?|the|its|which|who)\s)")


def head_of(name: str, kind: str) -> str:
    """A body's or place's name without what describes it.

    A descriptor in lower case before it, a bracket or an apposition behind it, the state or region behind a
    town's comma, "central" before a town. A name that has none of these stays as it is.

    Args:
        name: As `normalise.core` gives it.
        kind: As tagged; a person's name stays as it is (`person_in`).
    """
    if kind == "person" or " " not in name:
        return name
    head = _BRACKET.sub("", name) or name
    if "," in head:
        head = _before_comma(head, kind)
    words = head.split(" ")
    if kind == "place":
        while len(words) > 1 and words[0] in vocabulary().place_parts and words[1][:1].isupper():
            words.pop(0)
        return " ".join(words)
    for at in range(len(words) - 2, -1, -1):
        described = words[at].strip(",").casefold() in vocabulary().descriptors and words[at].islower()
        if described and words[at + 1][:1].isupper():
            return " ".join(words[at + 1 :])
    return head


def _before_comma(name: str, kind: str) -> str:
    apposition = _APPOSITION.search(name)
    if apposition is not None:
        return name[: apposition.start()]
    head, _, rest = name.partition(", ")
    if kind == "place":
        return head
    if rest and " " in head and head.rpartition(" ")[2] in vocabulary().descriptors:
        return rest
    return head if rest.rstrip(".,") == "" or body_key(rest) in vocabulary().legal else name


def person_in(surface: str) -> tuple[int, int]:
    """The span of a person's name in a surface with an office before or behind a comma; else all of it."""
    at = surface.find(", ")
    if at < 0:
        return 0, len(surface)
    before, behind = surface[:at].split(), surface[at + 2 :].split()
    if len(before) > 1 and any(classify(word) == "office" for word in behind[:4]):
        return 0, at
    if any(classify(word) == "office" for word in before) and len(behind) > 1:
        return at + 2, len(surface)
    return 0, len(surface)
