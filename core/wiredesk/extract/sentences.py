"""Sentences: where they begin and end within a paragraph.

Written for news in English and its neighbours, where a full stop is followed by white space; the
full stops of Chinese, Japanese, Arabic, Urdu and Hindi end a sentence by themselves. A paragraph is
a line of the text, and no sentence crosses it.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import polars as pl

from wiredesk.clean.article import CleanArticle
from wiredesk.schema import SENTENCES

_LETTERS: Final = r"[^\W\d_]"


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of sentences.toml."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    states: frozenset[str]
    calendar: frozenset[str]
    may_end: frozenset[str]
    ends_before_capital: frozenset[str]
    starters: frozenset[str]
    after_ordinal: frozenset[str]
    zones: frozenset[str]


def _load_words() -> _Words:
    lists: dict[str, str] = tomllib.loads(
        files("wiredesk.extract").joinpath("sentences.toml").read_text(encoding="utf-8")
    )
    return _Words(**{name: frozenset(words.split()) for name, words in lists.items()})


_WORDS: Final = _load_words()

_MARK: Final = re.compile(
    r"""
    (?<! [.!?…] ) (?P<mark> [.!?…]++ )
    (?P<closers> (?: ["”’'»)\]] | “(?=[\s,;.]|$) | [ \u00a0\u202f]»(?=[\s,;.]|$) )*+ )
    (?= \s | ["“‘«(] | [A-Z][a-z] )   # western
    | [。！？｡؟۔।॥]+ [」』”’）》"»)]* (?= . )                                             # needs no space
    """,
    re.VERBOSE,
)
_WORD_BEFORE: Final = re.compile(r"[^\s\"“”‘«(\[–—/]*\Z")
_WORD_AFTER: Final = re.compile(rf"\s{{0,8}}[\"“”‘’'«(\[]*({_LETTERS}+)?")
_DOTTED: Final = re.compile(rf"(?:{_LETTERS}\.)+{_LETTERS}")
_HOURS: Final = frozenset({"a.m", "p.m"})
_WEEKDAYS: Final = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_ASKED: Final = frozenset("QA")
_LONGEST_WORD: Final = 24  # how far back an abbreviation is looked for
_GAP: Final = 8  # how much white space may stand between an abbreviation and its number


def _stop_ends(paragraph: str, stop: int, behind: int, follower: str) -> bool:
    """Whether the single full stop at `stop` ends a sentence, given the word that follows it."""
    match = _WORD_BEFORE.search(paragraph, max(0, stop - _LONGEST_WORD), stop)
    written = match.group() if match else ""
    word = written.lower()
    starter = follower in _WORDS.starters
    if word in _WORDS.before_name:
        return False
    if word in _WORDS.before_number and (len(word) > 1 or written.islower()):  # "p. 7", not "P. Okoro"
        return not paragraph[behind : behind + _GAP].lstrip()[:1].isdigit()
    joined = word.rpartition("-")[2]  # "Feb. 12-Mar. 4", "R-Wis."
    if joined in _WORDS.calendar and written[len(word) - len(joined)].isupper():
        return starter
    if joined in _WORDS.states and _is_state(paragraph, stop, written):
        return starter
    if written in _ASKED and not paragraph[: stop - 1].rstrip(' "”’»)').rstrip(".?!…"):
        return False
    if written in _ASKED and paragraph[: stop - 1].rstrip(' "”’»)')[-1:] in "?!…":
        return False  # "... at night? A. Never."
    if word in _HOURS and (follower in _WORDS.zones or follower.lower() in _WORDS.calendar | _WEEKDAYS):
        return False
    if written == "v" or (len(word) == 1 and written.islower() and word.isalpha() and len(follower) == 1):
        return False  # "Harrow v. Vale", "z. B."
    if word in _WORDS.ends_before_capital:
        return starter or not paragraph[behind : behind + _GAP].lstrip().startswith(
            "("
        )  # "Harrow Inc. (HRW)"
    if word in _WORDS.may_end or _DOTTED.fullmatch(word):
        return starter
    if len(word) == 1 and word.isalpha() and written.isupper() and written != "I":
        return starter and len(follower) > 1
    if word.isdigit() and len(word) <= 2:
        at_start = stop < _LONGEST_WORD and not paragraph[: stop - len(word)].strip("•·*–- \t")
        return not at_start and follower not in _WORDS.after_ordinal
    return True


def _is_state(paragraph: str, stop: int, written: str) -> bool:
    """Whether an abbreviation stands where a state does: behind a town's comma, or a party's letter."""
    before, dash, state = written.rpartition("-")
    if not state[:1].isupper():
        return False
    return len(before) == 1 if dash else paragraph[: stop - len(written)].endswith(", ")


def _ends(paragraph: str, match: re.Match[str]) -> bool:
    """Whether a mark that may end a sentence does so."""
    mark = match["mark"]
    if mark is None:
        return True
    behind = match.end()
    after = _WORD_AFTER.match(paragraph, behind)
    follower = (after and after[1]) or ""
    glued = behind < len(paragraph) and paragraph[behind].isupper()
    if glued and not match["closers"]:  # "… ended.The …": scraped text loses spaces, web addresses have none
        return follower in _WORDS.starters and paragraph[match.start() - 1 : match.start()].islower()
    if follower[:1].islower():
        return False
    if mark == "." and not (match["closers"] and paragraph[match.end() - 1] in '”"»“'):
        return _stop_ends(paragraph, match.start(), behind, follower)
    return True


def sentence_spans(paragraph: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph.

    Returns:
        Offsets in the paragraph, in order, without overlap; no span begins or ends with white space,
        and all that is not white space lies in one. A paragraph of white space has none.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _MARK.finditer(paragraph):
        if _ends(paragraph, match):
            _add(spans, paragraph, start, match.end())
            start = match.end()
    _add(spans, paragraph, start, len(paragraph))
    return spans


def _add(spans: list[tuple[int, int]], paragraph: str, start: int, end: int) -> None:
    piece = paragraph[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(stripped)))


def split_sentences(articles: Sequence[CleanArticle], article_ids: Sequence[int]) -> pl.DataFrame:
    """Split the text of each article into sentences.

    Args:
        articles: The articles; `CleanArticle.text` is the text in which offsets count.
        article_ids: The identifier of each, in the same order.

    Returns:
        Frame with schema `SENTENCES`, in the order of the articles; `kind` and `paragraph` are those
        of the paragraph a sentence stands in. An article without text gives no rows.

    Raises:
        ValueError: not as many identifiers as articles.
    """
    rows: dict[str, list[int | str]] = {name: [] for name in SENTENCES}
    for article, article_id in zip(articles, article_ids, strict=True):
        offset = sentence = line = 0
        for paragraph in article.paragraphs:
            for text in paragraph.text.split("\n"):
                for start, end in sentence_spans(text):
                    rows["article_id"].append(article_id)
                    rows["sentence"].append(sentence)
                    rows["start"].append(offset + start)
                    rows["end"].append(offset + end)
                    rows["kind"].append(paragraph.kind)
                    rows["paragraph"].append(line)
                    sentence += 1
                offset += len(text) + 1
                line += 1
    return pl.DataFrame(rows, schema=SENTENCES)
