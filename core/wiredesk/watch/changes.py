"""What is different between two indexes of the same pile, article by article."""

from dataclasses import dataclass

import polars as pl

from wiredesk.store import Index


@dataclass(frozen=True, slots=True)
class Changes:
    """How many articles are different, by what happened to them.

    Attributes:
        new: They were not there before, neither at their place nor elsewhere.
        changed: They stand where they stood and say something else.
        moved: They say what they said, and stand in another file.
        removed: They are gone.
        refused: Files that could not be read now and were not there, or could be read, before.
    """

    new: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0
    refused: int = 0

    def __bool__(self) -> bool:
        return any((self.new, self.changed, self.moved, self.removed, self.refused))


def changes_between(before: Index, after: Index) -> Changes:
    """Compare two indexes by the identifiers and the digests of their articles; times of files do not count.

    Args:
        before: What was known.
        after: What is known now.
    """
    old, now = (index.articles.select("article_id", "digest") for index in (before, after))
    come, gone = now.join(old, on="article_id", how="anti"), old.join(now, on="article_id", how="anti")
    moved = come.join(gone, on="digest", how="semi").height
    both = now.join(old, on="article_id")
    refused = after.refused.select("path").unique().join(before.refused, on="path", how="anti")
    return Changes(
        new=come.height - moved,
        changed=both.filter(pl.col("digest").ne_missing(pl.col("digest_right"))).height,
        moved=moved,
        removed=max(0, gone.height - moved),
        refused=refused.height,
    )
