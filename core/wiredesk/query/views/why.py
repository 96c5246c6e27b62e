"""Why an article is as good as it is for a query: every part of its weight."""

from typing import Final

import polars as pl

from wiredesk.query.clauses import Near, Words
from wiredesk.query.plan import leaves
from wiredesk.query.rank import named_weights, newest_of, newness
from wiredesk.query.rows import article_rows
from wiredesk.query.selection import Selection
from wiredesk.query.weigh import weights_of
from wiredesk.store import Index

WHY_VIEW: Final = pl.Schema(
    {
        "article_id": pl.Int64,
        "part": pl.String,  # words, in the text or the title; "actors"; "newness"
        "place": pl.String,  # text, title, named, or newness, by which the sum of the others is multiplied
        "weight": pl.Float64,
    }
)
WHY_TEXT: Final = pl.Schema({"article_id": pl.Int64, "score": pl.Float64, "why": pl.String})


def why_view(index: Index, selection: Selection, articles: pl.Series) -> pl.DataFrame:
    """The parts of some selected articles' weights (`wiredesk.query.rank`).

    Args:
        index: The index.
        selection: What was asked.
        articles: Identifiers of the articles.

    Returns:
        Frame with schema `WHY_VIEW`: the articles in the order given, the words in that of the query.
        The sum of an article's weights, without newness, times its newness is its score.
    """
    ids = articles.unique(maintain_order=True)
    nodes = tuple(clause.node for clause in selection.query.clauses)
    parts: list[pl.DataFrame] = [WHY_VIEW.to_frame()]
    for leaf in leaves(nodes):
        weights = weights_of(index, leaf, ids)
        parts += [_part(weights, leaf_in_words(leaf), place) for place in ("text", "title")]
    named = named_weights(index, nodes)
    if named is not None:
        weights = pl.DataFrame({"article_id": ids, "weight": named.gather(article_rows(index, ids))})
        parts.append(_part(weights, "actors", "named", "weight"))
    days = index.articles.select("article_id", "published").filter(pl.col("article_id").is_in(ids.implode()))
    new = days.select("article_id", newness(pl.col("published"), newest_of(index)).alias("weight"))
    parts.append(_part(new, "newness", "newness", "weight"))
    order = pl.DataFrame({"article_id": ids}).with_row_index("order")
    return (
        order.join(pl.concat(parts), on="article_id", how="inner", maintain_order="left_right")
        .filter(pl.col("weight") != 0)
        .select(list(WHY_VIEW))
    )


def why_texts(index: Index, selection: Selection, articles: pl.Series) -> pl.DataFrame:
    """`why_view` as a line for each article: "2.31 = (storm 1.20 text + 0.81 title) × 1.15 newness".

    Returns:
        Frame with schema `WHY_TEXT`, an article a row, in the order given.
    """
    rows: list[tuple[int, float, str]] = []
    for (article,), parts in why_view(index, selection, articles).group_by("article_id", maintain_order=True):
        *weighed, newest = parts.select("part", "place", "weight").iter_rows()
        score = sum(weight for _, _, weight in weighed) * newest[2]
        told = " + ".join(f"{part} {weight:.2f} {place}" for part, place, weight in weighed) or "0"
        why = f"{score:.2f} = ({told}) × {newest[2]:.2f} newness"
        rows.append((int(str(article)), score, why))
    return pl.DataFrame(rows, WHY_TEXT, orient="row")


def leaf_in_words(leaf: Words | Near) -> str:
    """Words as the query language writes them."""
    if isinstance(leaf, Near):
        first, *others = map(leaf_in_words, leaf.words)
        return first + "".join(f" near/{n} {word}" for n, word in zip(leaf.within, others, strict=True))
    text = f"{leaf.folded}{'*' if leaf.prefix else ''}"
    if leaf.fuzzy:
        return f"{text}~{leaf.fuzzy}"
    return f'"{text}"' if " " in text else text


def _part(weights: pl.DataFrame, part: str, place: str, column: str | None = None) -> pl.DataFrame:
    return weights.select(
        "article_id",
        pl.lit(part).alias("part"),
        pl.lit(place).alias("place"),
        pl.col(column or place).cast(pl.Float64).alias("weight"),
    )
