"""Names that fit several actors, and whom they may mean."""

from typing import Final

import polars as pl

from wiredesk.query.selection import Selection, narrow
from wiredesk.store import Index

AMBIGUOUS_VIEW: Final = pl.Schema(
    {
        "surface": pl.String,  # a name that fits several actors, and nothing tells which
        "kind": pl.String,
        "mentions": pl.Int32,
        "articles": pl.Int32,
        "candidates": pl.List(pl.String),  # names of the actors it may mean, the most named first
        "candidate_ids": pl.List(pl.Int64),
        "article_id": pl.Int64,  # address of the first mention
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
    }
)


def ambiguous_view(index: Index, selection: Selection, *, direct_only: bool = False) -> pl.DataFrame:
    """The names in the selected articles that fit several actors.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Count only mentions in sentences that match the query directly.

    Returns:
        Frame with schema `AMBIGUOUS_VIEW`, most mentions first. Candidates are the actors of that kind that
        are called so elsewhere or, for a person, bear its last word as the last of their
        name, or else as the first.
    """
    mentions = narrow(selection, index.where("mentions", pl.col("actor_id").is_null()))
    if direct_only:
        mentions = mentions.filter("direct")
    found = mentions.group_by("surface", "kind", maintain_order=True).agg(
        pl.len().cast(pl.Int32).alias("mentions"),
        pl.col("article_id").n_unique().cast(pl.Int32).alias("articles"),
        pl.col("article_id", "sentence", "start", "end").first(),
    )
    return (
        found.join(_candidates(index.actors, found), on=["surface", "kind"], how="left")
        .with_columns(pl.col("candidates", "candidate_ids").fill_null([]))
        .sort("mentions", "articles", "surface", "kind", descending=[True, True, False, False])
        .select(list(AMBIGUOUS_VIEW))
    )


def _candidates(actors: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """For each surface and kind, the actors it may mean."""
    person = pl.col("kind") == "person"
    asked = found.select(
        "surface",
        "kind",
        person.alias("person"),
        pl.when(person).then(_last_word(pl.col("surface"))).otherwise(pl.col("surface")).alias("called"),
    )
    known = actors.with_row_index("rank").select(
        "rank", "actor_id", "name", person.alias("person"), pl.col("aliases").alias("called")
    )
    by_alias = (
        known.explode("called")
        .with_columns(
            pl.when("person").then(_last_word(pl.col("called"))).otherwise(pl.col("called")).alias("called")
        )
        .unique(["rank", "called"])
    )
    by_given_name = known.filter("person").with_columns(
        pl.col("name").str.to_lowercase().str.extract(r"^(\S+)").alias("called")
    )
    found_by_alias = asked.join(by_alias, on=["person", "called"], how="inner")
    others = asked.join(found_by_alias, on=["surface", "kind"], how="anti")
    return (
        pl.concat([found_by_alias, others.join(by_given_name, on=["person", "called"], how="inner")])
        .sort("rank")
        .group_by("surface", "kind", maintain_order=True)
        .agg(pl.col("name").alias("candidates"), pl.col("actor_id").alias("candidate_ids"))
    )


def _last_word(name: pl.Expr) -> pl.Expr:
    return name.str.to_lowercase().str.replace("['’]s?$", "").str.extract(r"([^\s]+)$")
