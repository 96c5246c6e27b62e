"""Random piles for searching, and a scan of them that shares no code with the program.

The words are few and alike, so that beginnings, slips, neighbours and sentence ends collide often.
"""

import random
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise

import polars as pl

from wiredesk import schema
from wiredesk.store import Index

WORDS = (
    "storm", "Storms", "stórm", "strom", "stor", "air", "air-strike", "Strike", "strikes", "l’Été", "ete",
    "e\u0301te\u0301", "été's", "naïve", "NAIVE", "a", "b", "c", "of", "the", "東京", "京都", "東",
    "\U00020000", "\U0001f600x", "x1", "2,500", "500", "straße", "strasse", "soft\u00adhyphen",
    "under_score", "𝐛old", "bold", "ﬁre", "fire", "(fire)", "“quoted”", "I\u0307stanbul", "Ørn", "orn",
    "Μάϊος", "μαιος",
)  # fmt: skip
JOINTS = (" ", " ", " ", "\u00a0", ", ", " – ", "\t")
SOURCES = ("Lund Gazette", "Oslo Ørn", None)
LANGUAGES = ("en", "fr", None)


@dataclass(frozen=True)
class Piece:
    """One article of a pile."""

    article_id: int
    sentences: tuple[str, ...]
    source: str | None
    published: date | None
    language: str | None


def pile(seed: int, articles: int = 60) -> list[Piece]:
    """A pile, the same for the same seed."""
    rnd = random.Random(seed)
    pieces: list[Piece] = []
    for number in range(articles):
        sentences: list[str] = []
        for _ in range(rnd.randrange(0, 5)):
            words = rnd.choices(WORDS, k=rnd.randrange(0, 9))
            sentences.append("".join(f"{word}{rnd.choice(JOINTS)}" for word in words).strip() + ".")
        published = date(2020, 1, 1) + timedelta(rnd.randrange(900)) if rnd.random() < 0.8 else None
        pieces.append(
            Piece(
                rnd.getrandbits(53) if number else 0,
                tuple(sentences),
                rnd.choice(SOURCES),
                published,
                rnd.choice(LANGUAGES),
            )
        )
    return pieces


def index_of(pieces: Iterable[Piece], *, title: Callable[[Piece], str | None] = lambda _: None) -> Index:
    """The pile as an index in memory; the first sentence is the title unless another one is given."""
    pieces = list(pieces)
    sentences: list[tuple[int, int, int, int, str, int]] = []
    texts: list[str] = []
    for piece in pieces:
        at = 0
        for number, sentence in enumerate(piece.sentences):
            sentences.append((piece.article_id, number, at, at + len(sentence), "body", number))
            at += len(sentence) + 1
        texts.append("\n".join(piece.sentences))
    ids = [piece.article_id for piece in pieces]
    articles = pl.DataFrame(
        {
            "article_id": ids,
            "path": [f"{number:05}.txt" for number in range(len(ids))],
            "part": [0] * len(ids),
            "title": [title(piece) or (piece.sentences or ("",))[0] for piece in pieces],
            "source": [piece.source for piece in pieces],
            "published": [piece.published for piece in pieces],
            "language": [piece.language for piece in pieces],
            "digest": [f"{hash_of(piece):x}" for piece in pieces],
        }
    )
    return Index(
        articles=schema.conform(articles, schema.ARTICLES),
        texts=pl.DataFrame({"article_id": ids, "text": texts}, schema=schema.TEXTS),
        sentences=pl.DataFrame(sentences, schema=schema.SENTENCES, orient="row"),
    )


def hash_of(piece: Piece) -> int:
    """Changes when the piece does."""
    return schema.identifier(*piece.sentences, str(piece.published), str(piece.source))


# ------------------------------------------------------------------ the naive scan
UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
            (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
            (0x20000, 0x3FFFF))  # fmt: skip
LETTERS = {"ø": "o", "Ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}


@lru_cache
def naive_words(text: str) -> tuple[str, ...]:
    """The words of a text, letter by letter."""
    words, now = list[str](), ""
    for char in text:
        if char == "\u00ad":
            continue
        for plain in unicodedata.normalize("NFKD", LETTERS.get(char, char)):
            if unicodedata.combining(plain):
                continue
            for letter in LETTERS.get(plain, plain).casefold():
                unspaced = any(low <= ord(letter) <= high for low, high in UNSPACED)
                if unspaced or not (letter.isalnum() or letter == "_"):
                    words, now = [*words, *([now] if now else [])], ""
                    words += [letter] if unspaced and letter.isalnum() else []
                else:
                    now += letter
    return tuple(words + ([now] if now else []))


@cache
def naive_slips(one: str, other: str) -> int:
    """Optimal string alignment, by its definition."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        naive_slips(one[:-1], other) + 1,
        naive_slips(one, other[:-1]) + 1,
        naive_slips(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    )
    if len(one) > 1 and len(other) > 1 and one[-1] == other[-2] and one[-2] == other[-1]:
        best = min(best, naive_slips(one[:-2], other[:-2]) + 1)
    return best


def naive_places(words: tuple[str, ...], phrase: tuple[str, ...], last: Callable[[str], bool]) -> list[range]:
    """Where a phrase stands, its last word tested by a function."""
    size = len(phrase)
    return [
        range(at, at + size)
        for at in range(len(words) - size + 1)
        if words[at : at + size - 1] == phrase[:-1] and last(words[at + size - 1])
    ]


def naive_apart(one: range, other: range) -> int:
    """How many words one has to go from one phrase to another; 0 where they overlap."""
    return min((abs(i - j) for i in one for j in other), default=0)


def naive_chain(places: list[list[range]], within: tuple[int, ...]) -> bool:
    """Whether there is a way from the first operand to the last."""
    ways = places[0]
    for (_, following), most in zip(pairwise(places), within, strict=True):
        ways = [to for to in following if any(1 <= naive_apart(way, to) <= most for way in ways)]
    return bool(ways)
