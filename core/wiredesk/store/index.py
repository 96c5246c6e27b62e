"""The open index: every frame of one generation of a store."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

import polars as pl

from wiredesk import schema


@dataclass(frozen=True, eq=False)  # eq=False: comparing frames raises
class Index:
    """All frames of a corpus, each with the schema of its name (`wiredesk.schema.TABLES`).

    An index is replaced, never changed. While a store is being filled, `complete` is False and the
    frames hold what is ready so far, linked among itself.
    """

    files: pl.DataFrame = field(default_factory=schema.FILES.to_frame)
    refused: pl.DataFrame = field(default_factory=schema.REFUSED.to_frame)
    articles: pl.DataFrame = field(default_factory=schema.ARTICLES.to_frame)
    texts: pl.DataFrame = field(default_factory=schema.TEXTS.to_frame)
    sentences: pl.DataFrame = field(default_factory=schema.SENTENCES.to_frame)
    names: pl.DataFrame = field(default_factory=schema.NAMES.to_frame)
    events: pl.DataFrame = field(default_factory=schema.EVENTS.to_frame)
    figures: pl.DataFrame = field(default_factory=schema.FIGURES.to_frame)
    keywords: pl.DataFrame = field(default_factory=schema.KEYWORDS.to_frame)
    actors: pl.DataFrame = field(default_factory=schema.ACTORS.to_frame)
    mentions: pl.DataFrame = field(default_factory=schema.MENTIONS.to_frame)
    roles: pl.DataFrame = field(default_factory=schema.ROLES.to_frame)
    generation: str = ""
    """Name of the generation in its store; "" for one that was never written."""
    complete: bool = True
    methods: Mapping[str, str] = field(default_factory=dict[str, str])
    """What found the facts where there is a choice: `names` (fast, careful, spacy:MODEL), `keywords`."""

    def table(self, name: str) -> pl.DataFrame:
        """The frame of that name.

        Raises:
            KeyError: there is no such table.
        """
        if name not in schema.TABLES:
            raise KeyError(name)
        frame: pl.DataFrame = getattr(self, name)
        return frame

    @cached_property
    def _row_of(self) -> dict[int, int]:
        return {article: row for row, article in enumerate(self.texts["article_id"])}

    def text(self, article_id: int) -> str:
        """The clean text of an article, in which all its offsets count.

        Raises:
            KeyError: no such article.
        """
        text: str = self.texts["text"][self._row_of[article_id]]
        return text


EMPTY_INDEX = Index()

_FRAMES = {f.name for f in fields(Index)} - {"generation", "complete", "methods"}
if set(schema.TABLES) != _FRAMES:
    raise AssertionError(f"Index and schema.TABLES differ: {_FRAMES ^ set(schema.TABLES)}")
