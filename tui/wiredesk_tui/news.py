"""What has changed in a pile, in words."""

import polars as pl

from wiredesk.brief.wording import plural
from wiredesk.watch import Changes


def in_words(changes: Changes) -> str:
    """What has changed, the most telling first: "3 new articles, 1 changed"; "" where nothing has."""
    said: list[str] = []
    if changes.new:
        said.append(plural(changes.new, "new article"))
    for count, word in (
        (changes.changed, "changed"),
        (changes.moved, "moved"),
        (changes.removed, "removed"),
    ):
        if count:
            said.append(f"{f'{count:,}' if said else plural(count, 'article')} {word}")
    if changes.refused:
        said.append(f"{plural(changes.refused, 'file')} could not be read")
    return ", ".join(said)


def with_searches(changes: Changes, searches: pl.DataFrame) -> str:
    """`in_words`, and the saved searches in which something is new.

    Args:
        changes: What has changed in the pile.
        searches: Schema `wiredesk.query.searches.SEARCHES`.
    """
    said = in_words(changes)
    new = [f"{row['name']} ({row['new']:,})" for row in searches.iter_rows(named=True) if row["new"]]
    return f"{said}; new in {', '.join(new)}" if changes.new and new else said
