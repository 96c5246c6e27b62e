"""Read the development sets for names: documents of tokens and tags, in the sets' own tokens.

Some sets mark more than names: common nouns, titles, whole noun phrases. What of such a mark is the name is
taken where it is plain (a run of capitals); elsewhere its tokens are `UNSURE`, and whatever a tagger finds
there counts neither for nor against it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from training.corpora import Document, Sentence, cut_paragraph
from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.spans import OUTSIDE, Span, tags_of
from wiredesk.extract.names.tokens import tokenize

UNSURE: Final = "UNSURE"
"""Label of tokens of which the set does not say whether they are a name."""

_LINKS: Final = frozenset(("of", "the", "for", "&", "on", "de", "del", "al", "-", "–", ".", "'", "’"))
_IN_PERSONS: Final = frozenset(("de", "del", "al", "bin", "van", "von", "-", ".", "'", "’"))
_COMMON: Final = (
    "i|he|she|we|they|you|it|his|her|our|my|all|other|others|some|one|hundreds|people|police|both|various|here|"
    "there|someone|parents|more|each|local|anonymous|soldiers|airmen|minister|ministers|coalition|government|"
    "secretary|internet|web|state|church|crown|north|south|vbied|uav|ied|superheroes|friday"
)
"""Words of those marks that are no names although they have a capital."""
_COUNTRIES: Final = frozenset(
    ("United States", "United Kingdom", "North Korea", "South Korea", "New Zealand", "Hong Kong")
)
"""Countries count as places even where a set takes them for their governments: it is our convention."""
_ANNOTATED: Final = 6  # sentences of a MEANTIME text
_MEANTIME: Final = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_RE3D: Final = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
_GUM: Final = {"person": "PER", "organization": "ORG", "place": "LOC"}
_CONFIDENCE: Final = 0.5
_WNUT: Final = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}


def columns(
    file: Path, *, word: int = 1, tag: int = 2, mark: str = "# newdoc", only: str = ""
) -> list[Document]:
    """A file with a token a line. `mark` begins a document; `only` is what the mark of a wanted one holds."""
    documents: list[Document] = [[]]
    wanted = not only
    sentence = Sentence([], [])
    for line in [*file.read_text(encoding="utf-8", errors="replace").split("\n"), ""]:
        if line.startswith(mark):
            documents.append([])
            wanted = only in line
        elif not line.strip():
            if sentence.words and wanted:
                documents[-1].append(sentence)
            sentence = Sentence([], [])
        elif not line.startswith("# "):
            cells = line.split("\t") if "\t" in line else line.split(" ")
            if cells[word].strip():
                begins, _, name = cells[tag].partition("-")
                label = _WNUT.get(name, name)
                sentence.words.append(cells[word])
                sentence.tags.append(f"{begins}-{label}" if label in ("PER", "ORG", "LOC") else OUTSIDE)
    return [document for document in documents if document]


def meantime(folder: Path) -> list[Document]:
    """The first six sentences of each text; marks of proper names, the longest plain one of nested ones."""
    return [
        _meantime_text(ElementTree.parse(file).getroot())
        for file in sorted((folder / "intra_cross-doc_annotation").glob("*/*.xml"))
    ]


def _meantime_text(root: ElementTree.Element) -> Document:
    tokens = {token.attrib["t_id"]: token for token in root.iter("token")}
    kinds = {entity.attrib["m_id"]: entity.get("ent_type", "") for entity in root.iter("ENTITY")}
    kind_of = {
        source.attrib["m_id"]: kinds.get(relation[-1].attrib["m_id"], "")
        for relation in root.iter("REFERS_TO")
        for source in relation.findall("source")
    }
    marks: dict[int, list[Span]] = {}
    words: dict[int, list[str]] = {}
    place: dict[str, tuple[int, int]] = {}
    for identity, token in tokens.items():
        number = int(token.attrib["sentence"])
        if number < _ANNOTATED:
            row = words.setdefault(number, [])
            place[identity] = number, len(row)
            row.append(token.text or "_")
    for mention in root.iter("ENTITY_MENTION"):
        at = [
            place[anchor.attrib["t_id"]]
            for anchor in mention.findall("token_anchor")
            if anchor.attrib["t_id"] in place
        ]
        if at and (mention.get("syntactic_type") or "").endswith(("NAM", "APP")):
            label = _MEANTIME.get(kind_of.get(mention.attrib["m_id"], ""), UNSURE)
            positions = [position for number, position in at if number == at[0][0]]
            marks.setdefault(at[0][0], []).append(Span(min(positions), max(positions) + 1, label))
    return [Sentence(row, plain_names(row, marks.get(number, ()))) for number, row in sorted(words.items())]


def gum(folder: Path) -> list[Document]:
    """Token and class of each line; neighbouring tokens of one class are one mark."""
    documents: list[Document] = []
    for file in sorted(folder.glob("*.tsv")):
        document: Document = []
        for block in file.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
            words = [row[0] for row in rows]
            classes = [row[1] for row in rows]
            marks: list[Span] = []
            for at, name in enumerate(classes):
                if name != "O" and (not at or classes[at - 1] != name):
                    end = next((n for n in range(at, len(rows)) if classes[n] != name), len(rows))
                    if any(word[0].isupper() for word in words[at:end]):
                        marks.append(Span(at, end, _GUM.get(name, UNSURE)))
            if words:
                document.append(Sentence(words, plain_names(words, marks)))
        documents.append(document)
    return documents


def re3d(folder: Path) -> list[Document]:
    """Reports on the war in Syria and Iraq by governments; marks of more than half confidence."""
    documents: list[Document] = []
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        marks: dict[str, list[tuple[int, int, str]]] = {}
        for mark in _json_lines(part / "entities.json"):
            label = _RE3D.get(mark["type"], UNSURE)
            if mark["confidence"] > _CONFIDENCE and any(map(str.isupper, mark["value"])):
                marks.setdefault(mark["documentId"], []).append((mark["begin"], mark["end"], label))
        documents += [
            _re3d_text(text["text"], marks.get(text["_id"], []))
            for text in _json_lines(part / "documents.json")
        ]
    return documents


def _re3d_text(text: str, marks: Sequence[tuple[int, int, str]]) -> Document:
    document: Document = []
    offset = 0
    for line in text.split("\n"):
        starts = tokenize(line).starts
        first = 0
        for words, _ in cut_paragraph(line, ()):
            here = [offset + start for start in starts[first : first + len(words)]]
            spans: list[Span] = []
            for start, end, label in marks:
                held = [at for at, begins in enumerate(here) if start <= begins < end]
                if held:
                    spans.append(Span(held[0], held[-1] + 1, label))
            document.append(Sentence(words, plain_names(words, spans)))
            first += len(words)
        offset += len(line) + 1
    return document


def _json_lines(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def plain_names(words: Sequence[str], marks: Iterable[Span]) -> list[str]:
    """Tags for the names that marks plainly are; all other marked tokens are `UNSURE`."""
    names: list[Span] = []
    unsure: set[int] = set()
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
        name = None if mark.label == UNSURE else _name_in(words, mark)
        if name is None:
            unsure.update(range(mark.start, mark.end))
        elif all(name.end <= other.start or other.end <= name.start for other in names):
            unsure.update(range(mark.start, mark.end))
            names.append(name)
    tags = [f"I-{UNSURE}" if at in unsure else OUTSIDE for at in range(len(words))]
    for at, tag in enumerate(tags_of(names, len(words))):
        if tag != OUTSIDE:
            tags[at] = tag
    return tags


def _name_in(words: Sequence[str], mark: Span) -> Span | None:
    """The mark without an article, titles and a possessive at its ends, if plain capitals are left."""
    start, end, label = mark
    while end > start and not _capital(words[end - 1]):
        end -= 1
    titles = [at for at in range(start, end) if _is_title(words[at])]
    if titles and label == "PER":
        start = titles[-1] + 1
        while start < end and words[start] == ".":
            start += 1
    elif titles and titles[-1] == end - 1:
        return None
    while start < end and (not _capital(words[start]) or words[start] == "The"):
        start += 1
    inner = words[start:end]
    links = _LINKS if label != "PER" else _IN_PERSONS
    if not inner or not all(_capital(word) or word in links for word in inner):
        return None
    lists = load_lexicon().single.get(inner[0], ())
    if len(inner) == 1 and (
        "people" in lists or inner[0].split("’")[0].split("'")[0].lower() in _COMMON.split("|")
    ):
        return None
    country = (len(inner) == 1 and "country" in lists) or " ".join(inner) in _COUNTRIES
    return Span(start, end, "LOC" if country else label)


def _is_title(word: str) -> bool:
    return "title" in load_lexicon().classes.get(word.lower().rstrip("."), ())


def _capital(word: str) -> bool:
    return word[0].isupper() or (word[0].isdigit() and not word.isdigit())
