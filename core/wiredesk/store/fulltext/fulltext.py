"""An open full-text index: asks, and gives up for good when the search library fails."""

import threading
import weakref
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from wiredesk.errors import StoreError
from wiredesk.store.disk import explained
from wiredesk.store.fulltext import shape
from wiredesk.store.fulltext.answers import Look, Newest, Ranked
from wiredesk.store.fulltext.checking import checking
from wiredesk.store.fulltext.files import hold, let_go, searcher_of
from wiredesk.store.fulltext.guard import FullTextError, guarded
from wiredesk.store.fulltext.stated import BROKEN, STATED, read_stated

if TYPE_CHECKING:
    from tantivy import DocAddress, Query, Schema, Searcher

_REMEMBERED: Final = 4_000
"""Articles of which it is known where they stand: those of some dozens of queries, in half a megabyte."""

_REMEDY: Final = "the texts are scanned instead, which takes longer; index the files again to make it anew"


class FullText:
    """The full-text index of one generation. Safe to be used by several threads.

    The library is loaded and the files are mapped when something is first asked. Until then they are held
    open, so that the index stays whole however often the store is written meanwhile. The library wants to
    put a lock file beside what it reads; it is shown a folder of its own with links to the files, so that
    a reader needs no right to write. Sizes are compared when it is opened, every byte behind the back of the
    first question.

    Attributes:
        trouble: Why nothing can be asked any more, fit to be shown; None while all is well.
    """

    def __init__(
        self,
        folder: Path,
        files: dict[str, int],
        trouble: str | None = None,
        digests: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self._digests = digests or {}
        self._checking: threading.Thread | None = None
        self.trouble = trouble
        self._files = files
        self._close = weakref.finalize(self, let_go, files)
        self._searcher: Searcher | None = None
        self._schema: Schema | None = None
        self._opening = threading.Lock()
        self._places: dict[int, DocAddress] = {}

    @classmethod
    def of(cls, folder: Path, articles: int) -> Self | None:
        """Hold the full-text index in a folder.

        Args:
            folder: Of the full-text index.
            articles: How many there are in the generation.

        Returns:
            None where there is none. A damaged one is in `trouble` from the start.
        """
        files: dict[str, int] = {}
        try:
            stated = read_stated(folder)
            if stated is None:
                return None
            if stated.version != shape.VERSION or stated.articles != articles:
                return cls(
                    folder, {}, f"{folder / STATED}: the full-text index is of another version; {_REMEDY}"
                )
            with explained(folder):
                hold(folder, stated.files, files)
        except StoreError as error:
            let_go(files)
            return cls(folder, {}, f"{error}; {_REMEDY}")
        return cls(folder, files, digests=stated.digests)

    @property
    def schema(self) -> "Schema":
        """The fields, for building queries.

        Raises:
            FullTextError: as `count`.
        """
        if self._schema is None:
            with self.asked():
                self._schema = shape.make_schema()
        return self._schema

    def count(self, query: "Query") -> int:
        """How many articles match.

        Raises:
            FullTextError: the index failed; from now on it is in `trouble`.
        """
        with self.asked() as searcher:
            found: Any = searcher.search(query, limit=1)
            return found.count

    def look(self, query: "Query", limit: int, *, plus: float = 0.0, counted: bool = True) -> Look:
        """How many articles match, and the weights of the best of them; of equal ones any.

        Args:
            query: What is asked.
            limit: How many at most, at least 1.
            plus: What every article weighs besides.
            counted: Count them all; otherwise `Look.found` is more than the limit where there are more, and
                the library passes over what cannot be among the best.

        Raises:
            FullTextError: as `count`.
        """
        with self.asked() as searcher:
            found: Any = searcher.search(query, limit=limit, count=counted)
            hits = found.hits
            many = found.count if counted else len(hits) + (len(hits) == limit)
            return Look(many, [score + plus for score, _ in hits], [place for _, place in hits])

    def ranked(self, look: Look, first: int | None = None) -> Ranked:
        """Tell which articles have been looked at.

        Args:
            look: What `look` gave.
            first: Only so many of them; None: all.

        Raises:
            FullTextError: as `count`.
        """
        with self.asked() as searcher:
            places = look.places[:first]
            days: Any = searcher.fast_field_values(shape.DAY, places)
            return Ranked(self._numbers(searcher, places), days, look.scores[:first])

    def best(self, query: "Query", limit: int) -> Ranked:
        """The articles that match best; of equal ones any.

        Raises:
            FullTextError: as `count`.
        """
        return self.ranked(self.look(query, limit)) if limit > 0 else Ranked([], [], [])

    def newest(self, query: "Query", limit: int) -> Newest:
        """How many articles match, and the newest of them; of the same day any.

        Args:
            query: What is asked.
            limit: How many at most, at least 1.

        Raises:
            FullTextError: as `count`.
        """
        with self.asked() as searcher:
            found: Any = searcher.search(query, limit=limit, order_by_field=shape.DAY)
            hits = found.hits
            articles = self._numbers(searcher, [place for _, place in hits])
            return Newest(found.count, articles, [day for day, _ in hits])

    def texts(self, articles: Sequence[int]) -> dict[int, str]:
        """The texts of some articles, by number; those that are not there are left out.

        Raises:
            FullTextError: as `count`.
        """
        if not articles:
            return {}
        with self.asked() as searcher:
            places = {article: self._places[article] for article in articles if article in self._places}
            others = [article for article in articles if article not in places]
            if others:
                from tantivy import Query

                these = Query.term_set_query(self.schema, shape.ARTICLE, others)
                found = [place for _, place in searcher.search(these, limit=len(others), count=False).hits]
                places |= zip(self._numbers(searcher, found), found, strict=True)
            stored: Any = {article: searcher.doc(at).get_first(shape.TEXT) for article, at in places.items()}
            return {article: bytes(text).decode("utf-8", "surrogatepass") for article, text in stored.items()}

    def terms(self, beginning: str, field: str = shape.BODY) -> list[str]:
        """The words in the index that begin like this.

        Raises:
            FullTextError: as `count`.
        """
        with self.asked() as searcher:
            return [word for word, _ in searcher.terms_with_prefix(field, beginning)]

    def _numbers(self, searcher: "Searcher", places: "list[DocAddress]") -> list[int]:
        """The articles at some places, which are remembered: their texts are often wanted next."""
        numbers: Any = searcher.fast_field_values(shape.ARTICLE, places)
        if len(self._places) > _REMEMBERED:
            self._places = {}
        self._places.update(zip(numbers[:_REMEMBERED], places, strict=False))
        return numbers

    @contextmanager
    def asked(self) -> "Generator[Searcher, None, None]":
        """Do something with the library; whatever it raises means that this index has failed.

        Raises:
            FullTextError: it failed now or before.
        """
        if self.trouble is not None:
            raise FullTextError(self.trouble)
        try:
            with guarded(self.folder):
                yield self._opened()
        except FullTextError as error:
            self._fail(str(error))
            raise FullTextError(self.trouble) from error

    def wait_for_check(self) -> None:
        """Wait until every byte was compared, which begins with the first question."""
        if self._checking is not None:
            self._checking.join()

    def _fail(self, why: str) -> None:
        self.trouble = f"{why}; {_REMEDY}"
        self._searcher = None
        self._mark_broken()

    def _opened(self) -> "Searcher":
        if self._searcher is None:
            with self._opening:
                if self._searcher is None:
                    self._searcher = self._open()
        return self._searcher

    def _open(self) -> "Searcher":
        searcher = searcher_of(self.folder, self._files)
        with suppress(OSError):  # too many open files: answers go before
            self._checking = checking(self.folder, self._files, self._digests, _failing(weakref.ref(self)))
        self._close()
        return searcher

    def _mark_broken(self) -> None:
        with suppress(OSError):  # a reader that may not write here leaves no mark
            (self.folder / BROKEN).touch()


def _failing(index: "weakref.ref[FullText]") -> Callable[[str], None]:
    """Tells an index of its damage, and does not keep it."""

    def fail(why: str) -> None:
        held = index()
        if held is not None:
            held._fail(why)  # pyright: ignore[reportPrivateUsage]

    return fail
