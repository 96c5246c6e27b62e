"""Development sets that tell which names are one actor: MEANTIME over a whole corpus, re3d within a report.

MEANTIME (Minard et al., 2016) is CAT XML; only its proper names that have an instance over the corpus count,
since an entity known to its own article alone may be any other's. re3d (Dstl, 2017) is JSON a line; it marks
pairs of names that a report uses for one another, and persons with what they are.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from scorers.linking import Mark, Marked

KINDS: Final = {"PER": "person", "ORG": "organisation", "LOC": "place"}
"""MEANTIME's types that are actors."""

_RE3D_KINDS: Final = {"Person": "person", "Organisation": "organisation", "Location": "place"}
_NO_SPACE_BEFORE: Final = frozenset((*".,;:!?)]%'’”", "'s", "’s", "n't"))
_NO_SPACE_BEHIND: Final = frozenset("([$£€“")
_CERTAIN: Final = 0.5
_OFFICE: Final = re.compile(
    r"\b(?:for|of|to)\b|(?:minister|secretary|commander|general|advisor|spokesperson)$", re.IGNORECASE
)


def read_meantime(corpus: Path) -> list[Marked]:
    """Articles of one corpus with their proper names, keyed by instance."""
    return [_read_cat(file) for file in sorted(corpus.glob("*.xml"))]


def _read_cat(file: Path) -> Marked:
    root = ElementTree.parse(file).getroot()
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    sentence = "0"
    for token in root.iter("token"):
        word = token.text or ""
        if token.get("sentence") != sentence:
            sentence = token.get("sentence", "")
            text += "\n"
        elif text and word not in _NO_SPACE_BEFORE and text[-1] not in _NO_SPACE_BEHIND:
            text += " "
        spans[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
    mentions: dict[str, tuple[int, int]] = {}
    for mention in root.iter("ENTITY_MENTION"):
        tokens = [spans[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor")]
        if mention.get("syntactic_type") == "NAM" and tokens:
            mentions[mention.get("m_id", "")] = (tokens[0][0], tokens[-1][1])
    entities = {entity.get("m_id"): entity for entity in root.iter("ENTITY")}
    marks: list[Mark] = []
    for chain in root.iter("REFERS_TO"):
        target = chain.find("target")
        entity = entities.get(target.get("m_id")) if target is not None else None
        kind = KINDS.get(entity.get("ent_type", "")) if entity is not None else None
        if entity is None or kind is None:
            continue
        key = entity.get("instance_id")
        if key is None:  # an entity that only its own article was annotated with may be any other's
            continue
        wanted = [mentions.get(source.get("m_id", "")) for source in chain.iter("source")]
        marks.extend(Mark(*span, kind, key) for span in wanted if span is not None)
    return Marked(file.name, text, tuple(sorted(set(marks))))


def read_re3d(source: Path) -> tuple[list[Marked], list[tuple[int, tuple[Mark, Mark]]]]:
    """The reports of one source with their capitalised names, and the pairs among these."""
    texts = {str(row["_id"]): str(row["text"]) for row in _json_lines(source / "documents.json")}
    marks: dict[str, set[Mark]] = defaultdict(set)
    for row in _json_lines(source / "entities.json"):
        kind = _RE3D_KINDS.get(str(row["type"]))
        if kind is not None and _number(row["confidence"]) > _CERTAIN:
            start, end = int(_number(row["begin"])), int(_number(row["end"]))
            document = str(row["documentId"])
            words = texts[document][start:end]
            if any(char.isupper() for char in words) and not (kind == "person" and _OFFICE.search(words)):
                marks[document].add(Mark(start, end, kind, "?"))
    order = {document: number for number, document in enumerate(sorted(texts))}
    articles = [Marked(document, texts[document], tuple(sorted(marks[document]))) for document in order]
    at = {
        (order[document], mark.start, mark.end): mark
        for document in order
        for mark in marks[document]
    }  # fmt: skip
    pairs: dict[tuple[int, tuple[Mark, Mark]], None] = {}
    for row in _json_lines(source / "relations.json"):
        if row["type"] != "IsSynonymOf" or _number(row["confidence"]) <= _CERTAIN:
            continue
        number = order[str(row["documentId"])]
        ends = [
            at.get((number, int(_number(row[f"{side}Begin"])), int(_number(row[f"{side}End"]))))
            for side in ("source", "target")
        ]
        if ends[0] is not None and ends[1] is not None:
            pairs[number, (min(ends[0], ends[1]), max(ends[0], ends[1]))] = None
    return articles, list(pairs)


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def _json_lines(file: Path) -> list[Mapping[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
