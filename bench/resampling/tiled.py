"""An index whose articles all stand there several times: what views cost in a pile that nobody waits for."""

from pathlib import Path

import polars as pl

from wiredesk.derived import DERIVED
from wiredesk.schema import TABLES
from wiredesk.store import Index, Store

TILED = ("articles", "texts", "events", "figures", "keywords", "files")
"""Tables that the views of actors, time, figures and keywords read; of the others the one copy serves."""


class Tiled(Index):
    """Every article of a store so many times, each with identifiers of its own.

    Counts, orders and sizes are those of an index of that many articles but for rows that are equal, which
    stand beside each other. For views, not for words or pages.

    Args:
        directory: The store.
        times: How often.
    """

    def __init__(self, directory: Path, times: int) -> None:
        one = Store(directory).open()
        super().__init__(actors=one.actors, roles=one.roles, methods=one.methods)
        articles = one.height("articles")
        for name in TILED:
            self.__dict__[name] = _copies(one.table(name), times)
        height = {name: one.height(name) for name in TABLES}
        height["pairs"] = one.derived("pairs").height
        for name, schema in DERIVED.items():
            if name == "appeared":  # made of the tiled pairs when it is first asked for
                continue
            if name in ("seals", "outlets", "spellings"):
                self._derived[name] = one.derived(name)
                continue
            offsets = {"article": articles, "group": articles, "sentence": height["sentences"]}
            if name == "places":
                offsets |= {
                    "rank": articles,
                    **{column: height[column] for column in schema if column in height},
                }
            if name in ("moments", "amounts"):
                offsets["row"] = height["events" if name == "moments" else "figures"]
            self._derived[name] = _moved(name, one.derived(name), offsets, times)

    def height(self, name: str) -> int:
        """Rows of a table; of one that is not tiled as if it were."""
        return self.articles.height if name == "articles" else super().height(name)


def _copies(frame: pl.DataFrame, times: int) -> pl.DataFrame:
    if "article_id" not in frame.columns:
        return pl.concat([frame] * times)
    ids = [name for name in ("article_id", "duplicate_of") if name in frame.columns]
    return pl.concat(frame.with_columns(pl.col(ids) * times + n) for n in range(times))


def _moved(name: str, frame: pl.DataFrame, offsets: dict[str, int], times: int) -> pl.DataFrame:
    if name == "cast":
        return frame.with_columns(pl.col("mentions", "articles") * times)
    if name == "keys":
        return frame * times
    body, last = (frame, frame.clear()) if name != "places" else (frame.head(-1), frame.tail(1))
    moved = {column: by for column, by in offsets.items() if column in frame.columns}
    parts = [
        body.with_columns(
            (pl.col(column) + n * by).cast(frame.schema[column]) for column, by in moved.items()
        )
        for n in range(times)
    ]
    end = last.with_columns(
        (pl.col(column) + (times - 1) * by).cast(frame.schema[column]) for column, by in moved.items()
    )
    whole = pl.concat([*parts, end])
    if name == "moments":
        return whole.sort("date_from", "date_to", nulls_last=True)
    if name == "amounts":
        order = pl.concat(pl.int_range(part.height, eager=True).to_frame("place") for part in parts)
        return whole[order.select(pl.arg_sort_by("place")).to_series()]
    return whole
