"""Documents to articles: the steps of cleaning in their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wiredesk.clean.article import CleanArticle, Paragraph
from wiredesk.clean.furniture import furniture_kind
from wiredesk.clean.furniture_marks import Kind
from wiredesk.clean.header import byline_place, fields_at
from wiredesk.clean.language import language_of
from wiredesk.clean.lines import key, lines_of
from wiredesk.clean.mail import without_mail_furniture
from wiredesk.clean.origin import origin
from wiredesk.clean.published import not_before, publication
from wiredesk.clean.sort import sort_lines
from wiredesk.clean.sorting import SortedLines
from wiredesk.clean.split import split_lines
from wiredesk.read.document import Document, Refusal, Stated

_PREFIX = re.compile(r"^(?:(?:re|fwd?|fw|tr|aw|wg|rv)\s*:\s*)+(?=\S)", re.IGNORECASE)

_NOTHING_LEFT = (
    "nothing but menus, notices and the like was left after cleaning; give the article's text alone"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came out of documents.

    Attributes:
        articles: In the order of the documents, and of the file within one.
        refusals: Documents in which nothing but furniture stood.
    """

    articles: tuple[CleanArticle, ...]
    refusals: tuple[Refusal, ...]


def clean_documents(documents: Sequence[Document]) -> Cleaned:
    """Turn documents into articles without furniture.

    Bylines, stamps, share and follow lines, links to other articles, sign-offs, notes about the
    article, rights, menus and repeated lines go; headline, summary, captions (each once) and body
    stay. Crossheads stay, as body. A dateline stays where it stands, at the start of the body's first
    line, so that the line reads as it was printed.

    Args:
        documents: All documents of whole paths: `part` counts the articles of a path over them.
    """
    articles: list[CleanArticle] = []
    refusals: list[Refusal] = []
    parts: dict[str, int] = {}
    for document in documents:
        before = len(articles)
        articles += _articles(document, parts.get(document.path, 0))
        parts[document.path] = parts.get(document.path, 0) + len(articles) - before
        if len(articles) == before:
            refusals.append(Refusal(document.path, document.item, _NOTHING_LEFT))
    return Cleaned(tuple(articles), tuple(refusals))


def _articles(document: Document, part: int) -> Iterator[CleanArticle]:
    """The articles of a document; the first is number `part` of its path."""
    text = document.text if document.blocks else without_mail_furniture(document.text)
    lines = lines_of(text)
    kinds: list[Kind | None] = [furniture_kind(line) for line in lines]
    whole = document.blocks or document.single
    ranges = [(0, len(lines))] if whole else split_lines(lines, kinds)
    for number, (start, end) in enumerate(ranges):
        stated = document.stated if number == 0 else _stated_of_all(document.stated)
        block, length = (None, 0) if document.blocks else fields_at(lines, start)
        stated = _merged(stated, block) if block else stated
        found = sort_lines(
            lines[start + length : end],
            kinds[start + length : end],
            stated_title=_title(stated),
            blocks=document.blocks,
        )
        article = _article(document, stated, found, part)
        if article is not None:
            yield article
            part += 1


def _stated_of_all(stated: Stated) -> Stated:
    """What a container states of every article of its text: outlet, language, address."""
    return Stated(source=stated.source, language=stated.language, url=stated.url, by_user=stated.by_user)


def _merged(stated: Stated, block: Stated) -> Stated:
    """What the container states, and where it is silent, what a block of fields in the text does."""
    return replace(
        stated,
        title=stated.title or block.title,
        source=stated.source or block.source,
        published=stated.published or block.published,
        url=stated.url or block.url,
        byline=stated.byline or block.byline,
        summary=stated.summary or block.summary,
        language=stated.language or block.language,
    )


def _title(stated: Stated) -> str | None:
    title = " ".join((stated.title or "").split())
    return _PREFIX.sub("", title) or None


def _article(document: Document, stated: Stated, found: SortedLines, part: int) -> CleanArticle | None:
    paragraphs = list(found.paragraphs)
    summary = " ".join((stated.summary or "").split())
    if summary:
        paragraphs = _with_summary(paragraphs, summary)
    if found.title:
        paragraphs.insert(0, Paragraph("title", found.title))
    if not paragraphs:
        return None
    last = next((paragraph.text for paragraph in reversed(paragraphs) if paragraph.kind == "body"), "")
    came = origin(stated, found.header, found.footer, found.dateline, last)
    published, published_from = publication(
        stated, found.header, found.footer, found.dateline, page=document.blocks or document.single
    )
    return CleanArticle(
        path=document.path,
        item=document.item,
        part=part,
        paragraphs=tuple(paragraphs),
        title=found.title,
        source=came.source,
        source_from=came.source_from,
        byline=came.byline,
        place=found.dateline.place if found.dateline else _place_of_byline(found),
        agency=came.agency,
        url=stated.url,
        published=published,
        published_from=published_from,
        not_before=None if published else not_before(paragraphs, [*found.header, *found.footer]),
        language=language_of(" ".join(p.text for p in paragraphs), stated.language),
    )


def _place_of_byline(found: SortedLines) -> str | None:
    return next((place for line in found.header if (place := byline_place(line.text))), None)


def _with_summary(paragraphs: list[Paragraph], summary: str) -> list[Paragraph]:
    """The stated summary marks the paragraph that says it; where nothing else stands, it is the text."""
    wanted = key(summary)
    for at, paragraph in enumerate(paragraphs[:4]):
        if paragraph.kind == "body" and key(paragraph.text) == wanted:
            return [*paragraphs[:at], Paragraph("summary", paragraph.text), *paragraphs[at + 1 :]]
    return paragraphs or [Paragraph("summary", summary)]
