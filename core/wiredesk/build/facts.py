"""What was found in files one at a time, before anything is linked: frames that can be kept and reused."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import polars as pl

from wiredesk.build.stretches import MOST_STRETCHES, in_stretches, stretches_of
from wiredesk.schema import TABLES
from wiredesk.store import Index

FACT_TABLES: Final = (
    "files", "refused", "articles", "texts", "sentences", "names", "events", "figures", "keywords",
    "sketches",
)  # fmt: skip
"""Tables of facts, with the schemas of `wiredesk.schema.TABLES`. What linking fills is null in them:
`status` of files, `duplicate_of` of articles."""

_BY_PATH: Final = ("files", "refused", "articles")
_ORDER: Final = {
    "texts": (), "sentences": ("sentence",), "names": ("start", "end"), "events": ("start", "end"),
    "figures": ("start", "end"), "keywords": ("rank",), "sketches": (),
}  # fmt: skip
"""By what the rows of one article are sorted."""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """The frames of some files.

    Attributes:
        frames: One for each of `FACT_TABLES`.
        ordered: Whether they are known to be in the order of `wiredesk.schema`.
    """

    frames: Mapping[str, pl.DataFrame]
    ordered: bool = False

    @classmethod
    def of_index(cls, index: Index) -> Self:
        """The facts that an index was made of."""
        frames = {name: index.table(name) for name in FACT_TABLES}
        frames["files"] = frames["files"].with_columns(status=pl.lit(None, pl.String))
        frames["articles"] = frames["articles"].with_columns(duplicate_of=pl.lit(None, pl.Int64))
        return cls(frames, ordered=True)

    @classmethod
    def together(cls, parts: Iterable["Facts"]) -> Self:
        """Facts of different files as one, in the order of `wiredesk.schema`.

        The same files give the same frames, whatever parts they came in.
        """
        listed = list(parts)
        new = [part for part in listed if not part.ordered]
        ordered = [part for part in listed if part.ordered]
        if new or not ordered:
            ordered.append(cls._sorted(new))
        return cls._merged(ordered) if len(ordered) > 1 else cls(ordered[0].frames, ordered=True)

    @classmethod
    def _merged(cls, listed: Sequence["Facts"]) -> Self:
        """Facts in order as one, by inserting the stretches of one between those of the other."""
        parts = [part.frames for part in listed]
        order = pl.concat(
            part["articles"].select("path", "part", pl.lit(at, pl.UInt32).alias("of")).with_row_index("row")
            for at, part in enumerate(parts)
        ).sort("path", "part")
        stretches = stretches_of(order.select(pl.col("of").alias("part"), "row"))
        if len(stretches) > MOST_STRETCHES:
            return cls._sorted(listed)
        frames = {name: in_stretches(parts, name, stretches).rechunk() for name in ("articles", *_ORDER)}
        for name, by in (("files", ("path",)), ("refused", ("path", "item", "reason"))):
            frames[name] = pl.concat([part[name] for part in parts]).sort(*by)
        return cls(frames, ordered=True)

    @classmethod
    def _sorted(cls, listed: Sequence["Facts"]) -> Self:
        frames = {
            name: pl.concat([TABLES[name].to_frame(), *(part.frames[name] for part in listed)])
            for name in FACT_TABLES
        }
        frames["files"] = frames["files"].sort("path")
        frames["refused"] = frames["refused"].sort("path", "item", "reason")
        frames["articles"] = frames["articles"].sort("path", "part")
        for name, order in _ORDER.items():
            frames[name] = in_article_order(frames["articles"], frames[name], order)
        return cls(frames, ordered=True)

    @property
    def digests(self) -> dict[str, str | None]:
        """Digest of each file by its path."""
        return dict(self.frames["files"].select("path", "digest").iter_rows())

    @property
    def files(self) -> int:
        """How many files there are."""
        return self.frames["files"].height

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return self.frames["articles"].height

    @property
    def refused(self) -> int:
        """How many files have no article."""
        return self.frames["files"].filter(pl.col("articles") == 0).height

    def unchanged(self, digests: Mapping[str, str | None]) -> Self:
        """The facts of those files that have the same digest still."""
        same = {
            path
            for path, digest in self.digests.items()
            if digest is not None and digests.get(path) == digest
        }
        return self if len(same) == self.files else self._only(same)

    def _only(self, paths: Collection[str]) -> Self:
        wanted = pl.DataFrame({"path": sorted(paths)}, schema={"path": pl.String})
        frames = {
            name: self.frames[name].join(wanted, on="path", how="semi", maintain_order="left")
            for name in _BY_PATH
        }
        if self.ordered:
            rows = self.frames["articles"].select("path").with_row_index("row")
            rows = rows.join(wanted, on="path", how="semi", maintain_order="left")
            stretches = stretches_of(rows.select(pl.lit(0, pl.UInt32).alias("part"), "row"))
            if len(stretches) <= MOST_STRETCHES:
                frames |= {name: in_stretches([self.frames], name, stretches) for name in _ORDER}
                return type(self)(frames, ordered=True)
        kept = frames["articles"].select("article_id")
        frames |= {name: self.frames[name].join(kept, on="article_id", how="semi") for name in _ORDER}
        return type(self)(frames)


def in_article_order(articles: pl.DataFrame, rows: pl.DataFrame, within: Sequence[str]) -> pl.DataFrame:
    """Rows with an `article_id` in the order of the articles; those of other articles are left out.

    Args:
        within: Columns by which the rows of one article are sorted.
    """
    places = articles.select("article_id").with_row_index("place")
    return rows.join(places, on="article_id").sort("place", *within).drop("place")
