"""How a fact is cited outside the program."""

import polars as pl

from wiredesk.brief.wording import UNKNOWN_SOURCE, publication
from wiredesk.query import Address
from wiredesk.store import Index


def cite(index: Index, address: Address) -> str:
    """A sentence with its source: quotation, outlet, title, date as known, file and sentence number.

    What is not known is said to be unknown. Sentences are counted from 1, as people do.

    Raises:
        KeyError: no such article or sentence.
    """
    places = index.derived("places")["sentences"]
    row = index.row_of(address.article_id)
    if not 0 <= address.sentence < places[row + 1] - places[row]:
        raise KeyError(address)
    sentence = index.stretch("sentences", places[row] + address.sentence, 1)
    start, end = sentence.select("start", "end").row(0)
    quotation = index.text_at(row)[start:end]
    if not (quotation[0] in '"“' and quotation[-1] in '"”'):
        quotation = f"“{quotation}”"
    return f"{quotation} — {describe(index, address.article_id)}, sentence {address.sentence + 1}"


def describe(index: Index, article_id: int) -> str:
    """An article in one line: outlet, title, date as known, link or file.

    Raises:
        KeyError: no such article.
    """
    rows = index.articles.filter(pl.col("article_id") == article_id).to_dicts()
    if not rows:
        raise KeyError(article_id)
    (article,) = rows
    parts = [
        article["source"] or UNKNOWN_SOURCE,
        f"“{article['title']}”" if article["title"] else "untitled",
        publication(article["published"], article["not_before"]),
        article["url"] or article["path"],
    ]
    return ", ".join(parts)
