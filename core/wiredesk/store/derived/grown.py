"""Derived frames of an index that grew out of another: what Python works out text by text is taken over."""

from typing import Final

import polars as pl

from wiredesk.store.derived.derive import Frames
from wiredesk.store.derived.openings import make_seals, openings_of
from wiredesk.store.derived.rows import article_rows, first_rows, make_amounts, make_moments

_OPENINGS: Final = {"moments": ("events", make_moments), "amounts": ("figures", make_amounts)}


def derive_from(index: Frames, name: str, before: Frames) -> pl.DataFrame:
    """Compute a derived frame, and take over what is known of articles that did not change.

    Args:
        index: The index.
        name: Of the frame.
        before: Another index, whose facts were found by the same rules: an article with the same identifier
            and digest is the same there.

    Returns:
        As `derive`, to the last bit.

    Raises:
        KeyError: there is no such frame.
        StoreError: the index before is damaged.
    """
    articles, others = index.table("articles"), before.table("articles")
    if name == "seals":
        rows = _same_rows(articles, articles, others, others)
        return make_seals(index.table("texts"), before.derived(name)["seal"].gather(rows))
    if name in _OPENINGS:
        table, make = _OPENINGS[name]
        facts, older = index.table(table), before.table(table)
        rows = _same_rows(articles, facts, others, older)
        same = (older["sentence"].gather(rows) == facts["sentence"]).fill_null(value=False)
        known = before.derived(name).sort("row")["opening"].gather(rows)
        known = known.to_frame().select(pl.when(same).then("opening")).to_series()
        texts, sentences = index.table("texts"), index.table("sentences")
        return make(articles, facts, openings_of(articles, texts, sentences, facts, known))
    return index.derived(name)


def _same_rows(
    articles: pl.DataFrame, facts: pl.DataFrame, others: pl.DataFrame, older: pl.DataFrame
) -> pl.Series:
    """For each fact the row where it stood before; null where its article is new or changed."""
    stood = others.select(
        "article_id", "digest", first_rows(others, older).head(others.height).alias("stood")
    )
    stands = articles.select("article_id", "digest").join(
        stood, on=["article_id", "digest"], how="left", maintain_order="left"
    )
    moved = stands["stood"].cast(pl.Int64) - first_rows(articles, facts).head(articles.height).cast(pl.Int64)
    rows = pl.int_range(facts.height, eager=True) + moved.gather(article_rows(articles, facts))
    inside = pl.DataFrame({"row": rows}).select(pl.when(pl.col("row") < older.height).then("row"))["row"]
    same = older["article_id"].gather(inside) == facts["article_id"]
    return pl.DataFrame({"row": inside, "same": same}).select(pl.when("same").then("row"))["row"]
