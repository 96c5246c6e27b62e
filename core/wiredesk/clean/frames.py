"""Articles as the frames `ARTICLES` and `TEXTS`."""

from collections.abc import Sequence
from hashlib import blake2b

import polars as pl

from wiredesk.clean.article import CleanArticle
from wiredesk.schema import ARTICLES, TEXTS, identifier

_DIGEST_BYTES = 16


def article_id(article: CleanArticle, part: int) -> int:
    """The article's number: the same on every machine while its path, item and place there are the same.

    Args:
        part: 0-based place of the article among those of its item (not of its path), so that a new
            entry at the top of a feed moves no other entry's number.
    """
    return identifier(article.path, article.item or "", str(part))


def digest(article: CleanArticle) -> str:
    """Hex digest of an article's text and of what is known of it, not of where it stands."""
    told = (
        article.title, article.source, article.source_from, article.byline, article.place, article.agency,
        article.url, article.published, article.published_from, article.not_before, article.language,
        *(part for paragraph in article.paragraphs for part in (paragraph.kind, paragraph.text)),
    )  # fmt: skip
    plain = "\x1f".join("" if value is None else str(value) for value in told)
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def frames_of(articles: Sequence[CleanArticle]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frames of cleaned articles.

    Args:
        articles: All articles of whole paths, in any order; of one item in the order of the file.

    Returns:
        Frames with the schemas `ARTICLES` (sorted by path and part; `duplicate_of` is null) and
        `TEXTS`, in the same order. No articles give empty frames.
    """
    seen: dict[tuple[str, str | None], int] = {}
    rows: list[dict[str, object]] = []
    texts: list[tuple[str, int, int, str]] = []
    for article in articles:
        place = (article.path, article.item)
        within = seen.get(place, 0)
        seen[place] = within + 1
        number, text = article_id(article, within), article.text
        row = {name: getattr(article, name) for name in ARTICLES if hasattr(article, name)}
        row.update(article_id=number, words=len(text.split()), digest=digest(article), duplicate_of=None)
        rows.append(row)
        texts.append((article.path, article.part, number, text))
    frame = pl.DataFrame(rows, schema=ARTICLES).sort("path", "part")
    texts.sort(key=lambda text: text[:2])
    return frame, pl.DataFrame([text[2:] for text in texts], schema=TEXTS, orient="row")
