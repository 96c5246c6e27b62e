"""The open index: every frame of one generation of a store."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Self

import polars as pl

from wiredesk import schema
from wiredesk.store.derived import derive
from wiredesk.store.fulltext import FullText


@dataclass(frozen=True, eq=False, repr=False)  # eq=False: comparing frames raises
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
    sketches: pl.DataFrame = field(default_factory=schema.SKETCHES.to_frame)
    actors: pl.DataFrame = field(default_factory=schema.ACTORS.to_frame)
    mentions: pl.DataFrame = field(default_factory=schema.MENTIONS.to_frame)
    roles: pl.DataFrame = field(default_factory=schema.ROLES.to_frame)
    generation: str = ""
    """Name of the generation in its store; "" for one that was never written."""
    complete: bool = True
    methods: Mapping[str, str] = field(default_factory=dict[str, str])
    """What found the facts where there is a choice: `names` (fast, careful, spacy:MODEL), `keywords`."""

    left: Mapping[str, pl.DataFrame] | None = None
    """What linking leaves to save work the next time (`wiredesk.link.before`), while it is not written yet;
    `Store.left` reads it."""

    fulltext: FullText | None = None
    """Answers what texts hold; None: they are scanned."""

    seen: pl.Series | None = None
    """Keys of articles that the reader has seen (`wiredesk.desk.seen`), where that was handed in: it belongs
    to the reader and is never stored. None: nobody has looked, so all are new."""

    def __repr__(self) -> str:
        """What it is, without its frames: whoever logs one must not read them all for that."""
        return (
            f"<{type(self).__name__} {self.generation or 'unwritten'}: {self.height('articles'):,} articles>"
        )

    def with_seen(self, seen: pl.Series | None) -> Self:
        """The same index for a reader who has seen these articles."""
        other = copy(self)
        other.__dict__["seen"] = seen
        return other

    def table(self, name: str) -> pl.DataFrame:
        """The frame of that name.

        Raises:
            KeyError: there is no such table.
        """
        if name not in schema.TABLES:
            raise KeyError(name)
        frame: pl.DataFrame = getattr(self, name)
        return frame

    def height(self, name: str) -> int:
        """Rows of the table of that name.

        Raises:
            KeyError: there is no such table.
        """
        return self.table(name).height

    def derived(self, name: str) -> pl.DataFrame:
        """A frame that is computed from the tables, with its schema of `wiredesk.derived.DERIVED`; made once.

        Raises:
            KeyError: there is no such frame.
        """
        known = self._derived.get(name)
        if known is None:
            known = self._derived[name] = derive(self, name)
        return known

    @cached_property
    def _derived(self) -> dict[str, pl.DataFrame]:
        return {}

    def where(self, name: str, test: pl.Expr) -> pl.DataFrame:
        """The rows of a table that pass a test, in their order.

        Raises:
            KeyError: there is no such table.
        """
        return self.table(name).filter(test)

    def gather(self, name: str, rows: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
        """Some columns of some rows of a table.

        Args:
            name: Of the table.
            rows: Their 0-based places, in any order.
            columns: Names of its columns.

        Raises:
            KeyError: there is no such table.
        """
        return self.table(name).select(columns)[rows]

    def stretch(self, name: str, first: int, length: int) -> pl.DataFrame:
        """Rows of a table that stand together.

        Raises:
            KeyError: there is no such table.
        """
        return self.table(name).slice(first, length)

    def of_article(self, name: str, row: int) -> pl.DataFrame:
        """The rows of a table that belong to one article.

        Args:
            name: One of the tables of which `wiredesk.derived.PLACES` tells where an article's rows stand.
            row: Of the article in `articles`.
        """
        first, behind = self.derived("places")[name].slice(row, 2)
        return self.stretch(name, first, behind - first)

    def kept(self, name: str) -> pl.DataFrame | None:
        """What `keep` put beside this very index, in this run or an earlier one; None where nothing did."""
        del name
        return None

    def keep(self, name: str, frame: pl.DataFrame) -> None:
        """Put a small frame that was computed from this index beside it, where that is possible."""

    def keep_text(self, name: str, text: str) -> None:
        """Put a small text that was made from this index beside it, where that is possible.

        `wiredesk.store.kept_text` gives it without opening the index.
        """

    def read_only(self) -> "Index":
        """The same index, beside which nothing is kept."""
        return self

    def row_of(self, article_id: int) -> int:
        """The row of an article in `articles`, and of its text in `texts`.

        Raises:
            KeyError: no such article.
        """
        row = self.articles["article_id"].index_of(article_id)
        if row is None:
            raise KeyError(article_id)
        return row

    def text_at(self, row: int) -> str:
        """The clean text of the article in that row of `articles`."""
        text: str = self.texts["text"][row]
        return text

    def text(self, article_id: int) -> str:
        """The clean text of an article, in which all its offsets count.

        Raises:
            KeyError: no such article.
        """
        return self.text_at(self.row_of(article_id))


EMPTY_INDEX = Index()

_FRAMES = {f.name for f in fields(Index)} - {"generation", "complete", "methods", "left", "fulltext", "seen"}
if set(schema.TABLES) != _FRAMES:
    raise AssertionError(f"Index and schema.TABLES differ: {_FRAMES ^ set(schema.TABLES)}")
