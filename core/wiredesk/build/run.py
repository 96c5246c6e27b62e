"""One run of a build: from the files that were found to the index that is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from wiredesk.build.engines import EngineName, Task, batches_of, engine_for
from wiredesk.build.facts import Facts
from wiredesk.build.methods import Methods
from wiredesk.build.parts import Journal, Part
from wiredesk.build.pipeline import Pipeline
from wiredesk.build.progress import Cancel, Pace, Phase, Progress, stop_if_set
from wiredesk.link import Lexicon
from wiredesk.link.ticking import Tick
from wiredesk.read import Found, digest_of
from wiredesk.store import Index, Inputs, Store, Writer

if TYPE_CHECKING:
    from wiredesk.build.linking import Earlier

_TELL_FILES: Final = 200
"""Files between two reports while digests are taken: a few hundredths of a second."""


_TAKES_ITS_TIME: Final = 2_000
"""Articles whose names take some two seconds to link: then what is new is shown before that."""

_OTHER_RULES: Final = (
    "was made by other rules or methods than those of today; all files are read again, "
    "and the index before stays readable until that is done"
)


@dataclass(frozen=True, slots=True)
class Workers:
    """Who works on the files, as asked for; see `engines.engine_for`."""

    processes: int | None = None
    engine: EngineName | None = None
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What a build was asked for, and the steps of it; see `build_index`."""

    pipeline: Pipeline
    methods: Methods
    lexicon: Lexicon
    workers: Workers
    on_progress: Callable[[Progress], object]
    on_partial: Callable[[Index], object] | None
    on_notice: Callable[[str], object]
    cancel: Cancel | None
    pace: Pace = field(default_factory=Pace)

    def check(self, founds: Sequence[Found]) -> dict[str, str | None]:
        """Digest of each file by its path."""
        digests: dict[str, str | None] = {}
        for done, found in enumerate(founds):
            if done % _TELL_FILES == 0:
                self.tell("check", done, len(founds))
            digests[found.path] = digest_of(found)
        self.tell("check", len(founds), len(founds))
        return digests

    def hold(self, founds: Sequence[Found], digests: Mapping[str, str | None]) -> Index:
        """The index of these files, in memory alone."""
        return self.link(self.facts(founds, digests, [], None))

    def fill(
        self,
        store: Store,
        writer: Writer,
        founds: Sequence[Found],
        digests: Mapping[str, str | None],
        inputs: Inputs,
    ) -> None:
        """Make the index of these files the current one of a store."""
        journal = Journal(store.directory, inputs.signature)
        if not writer.adopt(inputs.name(digests)):
            current = store.current()
            known, old, left = journal.kept(), None, None
            if current is not None:
                old = store.generation(current)
                if current.inputs.signature == inputs.signature:
                    known = chain([Facts.of_index(old)], known)
                    if current.inputs.settings == inputs.settings:
                        left = store.left(current)
                else:
                    self.on_notice(f"{store.directory}: {_OTHER_RULES}")
            # Loaded here and below: where no file has changed, nothing is linked.
            from wiredesk.build.linking import earlier_of

            facts = self.facts(founds, digests, known, journal, old)
            earlier = None if old is None or left is None else earlier_of(old, left, facts)
            index = self.link(facts, earlier)
            self.tell("write", facts.files, facts.files, facts.articles, facts.refused)
            writer.write(index, inputs)
        journal.drop()

    def facts(
        self,
        founds: Sequence[Found],
        digests: Mapping[str, str | None],
        known: Iterable[Facts],
        journal: Journal | None,
        old: Index | None = None,
    ) -> Facts:
        """Facts of all files, in the order of `wiredesk.schema`.

        Args:
            known: Facts found earlier, of any files; those of files that did not change are used.
            journal: Where finished batches are kept meanwhile.
            old: The index as it can be read already: what is ready is worth showing when it holds twice
                as many articles, or when all is ready and only the linking will take its time.
        """
        missing = dict(digests)
        kept: list[Facts] = []
        for facts in known:
            unchanged = facts.unchanged(missing)
            kept.append(unchanged)
            for path in unchanged.digests:
                del missing[path]
        todo = [found for found in founds if found.path in missing]
        parts: list[Part] = []
        left, articles = len(todo), sum(facts.articles for facts in kept)
        shown = old.height("articles") if old is not None else 0
        for part in self._parts(todo, kept, journal):
            parts.append(part)
            left -= part.files
            articles += part.articles
            if self.on_partial is not None and left and articles >= max(1, 2 * shown):
                shown = articles
                self.on_partial(replace(self._linked(_together(kept, parts), self._go_on), complete=False))
        whole = _together(kept, parts)
        if self.on_partial is not None and old is not None and parts and shown >= _TAKES_ITS_TIME:
            from wiredesk.build.early import early_index

            added = Facts.together(part.facts() for part in parts)
            self.on_partial(early_index(old, self._linked(added, self._go_on), whole))
        return whole

    def _parts(self, todo: Sequence[Found], kept: Sequence[Facts], journal: Journal | None) -> Iterator[Part]:
        """Parts of the files that are to be read, as they come in."""
        workers = self.workers
        engine = engine_for(len(todo), workers.processes, workers.engine, workers.scheduler)
        task = Task(
            steps=partial(self.pipeline.extraction, self.methods),
            folder=journal.folder if journal is not None else None,
            signature=partial(self.pipeline.extraction_signature, self.methods),
        )
        done = sum(facts.files for facts in kept)
        total = done + len(todo)
        articles, refused = sum(facts.articles for facts in kept), sum(facts.refused for facts in kept)
        self.tell("extract", done, total, articles, refused)
        for part in engine.run(batches_of(todo, engine.width), task, self.cancel):
            done += part.files
            articles += part.articles
            refused += part.refused
            self.tell("extract", done, total, articles, refused)
            yield part

    def link(self, facts: Facts, earlier: "Earlier | None" = None) -> Index:
        """Bring facts together, and say so."""
        files, articles, refused = facts.files, facts.articles, facts.refused

        def tick(share: float) -> None:
            self.tell("link", min(files, int(share * files)), files, articles, refused)

        tick(0.0)
        index = self._linked(facts, tick, earlier)
        tick(1.0)
        return index

    def _linked(self, facts: Facts, tick: Tick, earlier: "Earlier | None" = None) -> Index:
        from wiredesk.build.linking import link_facts

        index = link_facts(facts, self.pipeline.linking(), self.lexicon, tick, earlier)
        return replace(index, methods=self.methods.by_name())

    def _go_on(self, _share: float) -> None:
        stop_if_set(self.cancel)

    def tell(self, phase: Phase, done: int = 0, total: int = 0, articles: int = 0, refused: int = 0) -> None:
        """Say how far the run is, or stop it here.

        Raises:
            Cancelled: it was asked for.
        """
        stop_if_set(self.cancel)
        rate, left = self.pace.told(phase, done, total)
        self.on_progress(Progress(phase, done, total, articles, refused, rate, left))


def _together(kept: Sequence[Facts], parts: Sequence[Part]) -> Facts:
    return Facts.together([*kept, *(part.facts() for part in parts)])
