"""Texts taken exactly as they are: nothing cleaned away, no index made.

For scoring, and for texts that somebody else has cleaned. A text file may begin with front matter, YAML
between `---` lines or `key: value` lines with an empty line behind them, of which `published` (or `date`)
and `language` are read; a single line `published: 2013-03-22` will do. All below is the body.

    report = raw.read(Path("report.txt").read_bytes())
    raw.dates({"report.txt": report})

Offsets count the code points of the body, line breaks and all: behind `---` lines it begins with the next
line, behind bare `key: value` lines after the one empty line that ends them. White space is kept; only
what could act on a terminal is replaced, one code point by one.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from wiredesk.clean.language import detect_language
from wiredesk.extract.dates import CALENDAR, extract_dates, extract_events
from wiredesk.extract.figures import extract_figures
from wiredesk.extract.sentences import sentence_spans
from wiredesk.read.encoding import decode
from wiredesk.read.fields import stated_of
from wiredesk.read.front_matter import split_front_matter
from wiredesk.schema import ARTICLES, SENTENCES, TEXTS, TimexType, conform, identifier
from wiredesk.text import newlines, safe

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_LONE_LINE: Final = re.compile(
    r"\s*(published|date)[ \t]*:[ \t]*(.+?)[ \t]*(?:(?:\r\n|\r|\n){1,2}|\Z)", re.IGNORECASE
)
_BARE_CARRIAGE_RETURN: Final = re.compile(r"\r(?!\n)")
_SENTENCE_ENDS: Final = '.!?:;…"”’)]'
_WRAPPED: Final = 55
"""A line that is broken off in the middle of a sentence is at least so long; headings are shorter."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A text and what is known of it.

    Attributes:
        text: The body.
        published: Day of publication; None: then nothing is relative to it.
        language: ISO 639-1; None: read as English.
    """

    text: str
    published: date | None = None
    language: str | None = None


def read(data: bytes) -> Raw:
    """Take a text file apart.

    The language is told by the text where the front matter does not state it.

    Raises:
        ReadError: its front matter is broken or too large.
    """
    whole = decode(data).text.removeprefix("\ufeff")
    stated, rest = split_front_matter(newlines(whole))
    lines = newlines(whole).count("\n") - rest.count("\n")
    body = whole[_behind_lines(whole, lines) :]
    if lines and not whole.startswith("---"):
        body = body[_behind_lines(body, 1) :]  # the empty line that ends a block without a fence
    elif not lines and (lone := _LONE_LINE.match(whole)):
        alone = stated_of({lone[1]: lone[2]})
        if alone.published is not None:
            stated, body = alone, whole[lone.end() :]
    text = safe(_BARE_CARRIAGE_RETURN.sub("\n", body).replace("\r", " "))
    return Raw(text, stated.published, stated.language or detect_language(text))


def _behind_lines(text: str, count: int) -> int:
    at = 0
    for _ in range(count):
        match = _LINE_END.search(text, at)
        if match is None:
            return len(text)
        at = match.end()
    return at


def frames(raws: Mapping[str, Raw]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Texts as the frames that extractors take.

    Args:
        raws: The texts by the name of each, for example its path.

    Returns:
        Frames with the schemas `ARTICLES`, `TEXTS` and `SENTENCES`. Of an article only the number, path,
        day of publication and language are filled. Paragraphs are blocks between empty lines, and lines,
        save where a line breaks in the middle of a sentence.
    """
    ids = [identifier(name, "", "0") for name in raws]
    articles = pl.DataFrame(
        [
            (key, name, raw.published, raw.language)
            for key, (name, raw) in zip(ids, raws.items(), strict=True)
        ],
        schema={name: ARTICLES[name] for name in ("article_id", "path", "published", "language")},
        orient="row",
    )
    texts = [(key, raw.text) for key, raw in zip(ids, raws.values(), strict=True)]
    sentences = [
        (key, number, start, end, "body", paragraph)
        for key, text in texts
        for number, (start, end, paragraph) in enumerate(_sentences(text))
    ]
    return (
        conform(articles, ARTICLES),
        pl.DataFrame(texts, schema=TEXTS, orient="row"),
        pl.DataFrame(sentences, schema=SENTENCES, orient="row"),
    )


def _sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of each sentence, and the number of its paragraph."""
    for number, (start, end) in enumerate(_paragraphs(text)):
        for first, last in sentence_spans(text[start:end]):
            yield start + first, start + last, number


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines = text.split("\n")
    start = end = 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        end += len(line)
        if not _breaks_off(line.rstrip(), following.lstrip()):
            yield start, end
            start = end + 1
        end += 1


def _breaks_off(line: str, following: str) -> bool:
    """Whether a line ends in the middle of a sentence, which goes on in the following one."""
    if not line or not following or line[-1] in _SENTENCE_ENDS:
        return False
    return len(line) >= _WRAPPED or following[0].islower()


def dates(raws: Mapping[str, Raw], *, types: Collection[TimexType] = CALENDAR) -> pl.DataFrame:
    """The date expressions of texts.

    Args:
        raws: The texts by name.
        types: Which types of TIMEX3 to give.

    Returns:
        Frame with schema `DATES` and, before its columns, the name as `path`; see `extract_dates`.
    """
    articles, texts, sentences = frames(raws)
    return _named(articles, extract_dates(articles, texts, sentences, types=types))


def figures(raws: Mapping[str, Raw]) -> pl.DataFrame:
    """The figures of texts.

    Args:
        raws: The texts by name.

    Returns:
        Frame with schema `FIGURES` and, before its columns, the name as `path`; see `extract_figures`.
    """
    articles, texts, sentences = frames(raws)
    events = extract_events(articles, texts, sentences)
    return _named(articles, extract_figures(articles, texts, sentences, events))


def _named(articles: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    named = rows.join(articles.select("article_id", "path"), on="article_id", maintain_order="left")
    return named.select("path", *rows.columns)
