"""How well names are brought together under actors, given the names themselves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from scorers import GOLD, Absent, Counts, Row, find_set
from scorers.linking import Found, Mark, Marked, b_cubed, clusters, link_marked, read_marked, roles_found
from scorers.links_sets import KINDS, read_meantime, read_re3d
from wiredesk.schema import identifier

_TARGETS: Final = {
    "person": {"precision": 98.0, "F1": 90.0},
    "organisation": {"precision": 98.0, "F1": 85.0},
    "place": {"precision": 98.0, "F1": 88.0},
}


def gate() -> Iterator[Row]:
    """B³ of the marked articles, each part linked as one corpus; what is ambiguous, nobody, a role."""
    for part, label in (("dev", "development articles"), ("held", "held-out articles")):
        articles, wanted = read_marked(GOLD / "links" / part)
        found = link_marked(articles)
        pairs = [pair for of_kind in clusters(articles, found).values() for pair in of_kind]
        precision, recall, f1 = b_cubed(pairs)
        marks = [(number, mark) for number, article in enumerate(articles) for mark in article.marks]
        unsure = [found.actors.get(key, 0) is None for key in marks if key[1].key == "?"]
        nobody = [key not in found.actors for key in marks if key[1].key == "-"]
        stated = roles_found(articles, found)
        roles = Counts(len(stated & wanted), len(stated), len(wanted))
        figures = {"precision": precision, "recall": recall, "F1": f1}
        figures |= {"left ambiguous": 100 * sum(unsure) / len(unsure)} if unsure else {}
        figures |= {"dropped": 100 * sum(nobody) / len(nobody)} if nobody else {}
        figures |= {"roles precision": roles.precision, "roles recall": roles.recall}
        lines = [_role(role, "missing") for role in wanted - stated]
        lines += [_role(role, "added") for role in stated - wanted]
        yield Row(label, figures, wrong=(*_wrong(articles, found), *sorted(lines)))


def _role(role: tuple[str, str, str, bool], state: str) -> str:
    article, key, words, former = role
    return f"{article} {key}: {words}{' (former)' if former else ''} {state}"


def score(sets: Path) -> Iterator[Row | Absent]:
    """B³ of MEANTIME's proper names, its corpora linked one by one; re3d's pairs that are understood."""
    meantime = find_set(sets, "meantime", "intra_cross-doc_annotation")
    if meantime.is_dir():
        yield from _meantime(meantime)
    else:
        yield Absent("MEANTIME", meantime)
    re3d = find_set(sets, "re3d")
    if re3d.is_dir():
        yield _re3d(re3d)
    else:
        yield Absent("re3d", re3d)


def _meantime(folder: Path) -> Iterator[Row]:
    pooled: dict[str, list[tuple[object, object]]] = {kind: [] for kind in KINDS.values()}
    wrong: dict[str, list[str]] = {kind: [] for kind in KINDS.values()}
    for corpus in sorted(folder.iterdir()):
        articles = read_meantime(corpus)
        found = link_marked(articles)
        for kind, pairs in clusters(articles, found).items():
            pooled[kind].extend(((corpus.name, one), (corpus.name, other)) for one, other in pairs)
            wrong[kind].extend(_wrong(articles, found, kind))
    for kind, pairs in pooled.items():
        precision, recall, f1 = b_cubed(pairs)
        figures = {"precision": precision, "recall": recall, "F1": f1}
        yield Row(f"MEANTIME, {kind}", figures, _TARGETS[kind], wrong[kind])


def _wrong(articles: list[Marked], found: Found, kind: str | None = None) -> list[str]:
    """Each gold actor in several parts, and each found one that holds several, with the surfaces."""
    name_of = dict(found.linked.actors.select("actor_id", "name").iter_rows())
    split: dict[str, dict[object, list[str]]] = {}
    joined: dict[object, dict[str, list[str]]] = {}
    for number, article in enumerate(articles):
        for mark in article.marks:
            if mark.key in "?-" or (kind is not None and mark.kind != kind):
                continue
            actor = found.actors.get((number, mark))
            part: object = (number, mark) if actor is None else actor
            surface = article.text[mark.start : mark.end]
            split.setdefault(mark.key, {}).setdefault(part, []).append(surface)
            joined.setdefault(part, {}).setdefault(mark.key, []).append(surface)
    lines = [
        f"split {key}: " + " / ".join(" + ".join(sorted(set(surfaces))) for surfaces in parts.values())
        for key, parts in split.items()
        if len(parts) > 1
    ]
    lines += [
        f"joined {name_of.get(part, part)}: "
        + " / ".join(f"{key} {sorted(set(surfaces))}" for key, surfaces in keys.items())
        for part, keys in joined.items()
        if len(keys) > 1
    ]
    return lines


def _re3d(folder: Path) -> Row:
    held: list[bool] = []
    wrong: list[str] = []
    for source in sorted(path.parent for path in folder.glob("*/relations.json")):
        articles, pairs = read_re3d(source)
        found = link_marked(articles)
        for number, (one, other) in pairs:
            held.append(_understood(articles, found, number, one, other))
            if not held[-1]:
                text = articles[number].text
                wrong.append(f"{text[one.start : one.end]} | {text[other.start : other.end]}")
    return Row("re3d, synonyms", {"understood": 100 * sum(held) / len(held)}, wrong=wrong)


def _understood(articles: list[Marked], found: Found, number: int, one: Mark, other: Mark) -> bool:
    """Whether two names are one actor, or one is the person whose role the other states."""
    actors = [found.actors.get((number, mark)) for mark in (one, other)]
    if actors[0] is not None and actors[0] == actors[1]:
        return True
    key = identifier(articles[number].name, "", str(number))
    roles = found.linked.roles.filter(
        (pl.col("article_id") == key)
        & pl.col("actor_id").is_in([actor for actor in actors if actor is not None])
        & (pl.col("start") < max(one.end, other.end))
        & (pl.col("end") > min(one.start, other.start))
    )
    return roles.height > 0
