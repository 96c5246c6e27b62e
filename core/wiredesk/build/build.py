"""The pipeline over all of the way in: from files to an index in a store."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from wiredesk.build.engines import batches_of, processes_for, run_batches
from wiredesk.build.facts import Facts
from wiredesk.build.journal import Journal
from wiredesk.build.linking import link_facts
from wiredesk.build.methods import Methods, articles_in
from wiredesk.build.pipeline import PIPELINE, Pipeline
from wiredesk.build.progress import Cancel, Phase, Progress, stop_if_set
from wiredesk.build.signature import lexicon_signature
from wiredesk.errors import ReadError, StoreError
from wiredesk.link import Lexicon, load_lexicon
from wiredesk.read import Found, digest_of, find_files
from wiredesk.store import STANDARD_INPUT, Index, Inputs, Store, Writer, resolved, root_name

_TELL_FILES: Final = 200
"""Files between two reports while digests are taken: a few hundredths of a second."""


_BEST: Final = Methods()


def _ignore(_told: object) -> None:
    """Tell nobody."""


def build_index(
    paths: Sequence[Path],
    store: Store | None,
    *,
    lexicon: Lexicon | None = None,
    methods: Methods = _BEST,
    processes: int | None = None,
    on_progress: Callable[[Progress], object] = _ignore,
    on_partial: Callable[[Index], object] | None = None,
    cancel: Cancel | None = None,
    pipeline: Pipeline = PIPELINE,
) -> Index:
    """Index files, or bring the index of a store up to date.

    Files whose bytes did not change are not read again: their facts are taken from the store, and only
    brought together anew. Where nothing changed at all, nothing is written. A build that was stopped
    or killed goes on from where it was. The same files give the same bytes, however they came about.

    Args:
        paths: Files and folders; "-" is standard input. A path given twice counts once.
        store: Where the index is kept; None: in memory alone. It may stand among the files: it is not
            read as one of them.
        lexicon: Names known beforehand; None: the shipped ones. Another one changes no fact of a
            single file, so it costs no reading.
        methods: What is to find names and keywords; the index records what did.
        processes: How many worker processes find facts, 0 for none; None: two, where the machine has
            as many cores and there is enough to do.
        on_progress: Called with what is being done, from the calling thread.
        on_partial: Called with what is ready (`Index.complete` is False) after the first batch of files
            and whenever the number of articles has doubled since.
        cancel: Asked between files and batches whether to stop, for example a `threading.Event`.
        pipeline: The steps; tests bring their own.

    Returns:
        The index. Each file that was found is a row of `FILES`: indexed, grouped or refused. No files
        give an index without articles.

    Raises:
        ReadError: a path is not there.
        ConfigError: a method is not installed.
        Cancelled: `cancel` was set; the store keeps its old index, and what was done for the next time.
        StoreLockedError: another process is writing the store, and something changed.
        StoreNewerError: a newer version of the program wrote the store.
        StoreError: the store cannot be written; it keeps its old index.
    """
    lexicon = lexicon if lexicon is not None else load_lexicon()
    given = _each_once(paths)
    stop_if_set(cancel)
    on_progress(Progress("find", 0, 0, 0, 0))
    founds = find_files(list(given.values()), leave_out=store.directory if store is not None else None)
    chosen = pipeline.methods(methods, articles_in(founds))
    run = _Run(pipeline, chosen, lexicon, processes, on_progress, on_partial, cancel)
    digests = run.check(founds)
    inputs = Inputs(
        roots=tuple(map(root_name, given)),
        signature=pipeline.extraction_signature(chosen),
        methods=chosen.by_name(),
        settings={"linking": pipeline.linking_signature(), "lexicon": lexicon_signature(lexicon)},
    )
    if store is None:
        return run.link(run.facts(founds, digests, [], None))
    if store.holds(inputs.name(digests)):
        _tidy(store)
    else:
        with store.lock() as writer:
            run.fill(store, writer, founds, digests, inputs)
    return store.open()


def _each_once(paths: Sequence[Path]) -> dict[Path, Path]:
    """The paths as they were given, by what they resolve to, in an order that does not hang on theirs.

    Raises:
        ReadError: one is not there.
    """
    given: dict[Path, Path] = {}
    for path in map(Path, paths):
        if str(path) != STANDARD_INPUT and not os.path.lexists(path):
            raise ReadError(f"{path}: is not there; check its name")
        given.setdefault(resolved(path), path)
    return dict(sorted(given.items()))


def _tidy(store: Store) -> None:
    """Remove what a writer left that was killed when its index was already in place."""
    if not (store.has_leftovers or Journal.is_in(store.directory)):
        return
    try:
        with store.lock() as writer:
            Journal(store.directory, "").drop()
            writer.clean()
    except StoreError:
        return  # a reader may not, and need not; and a writer that lives does it itself


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a build: what it was asked for, and the steps of it."""

    pipeline: Pipeline
    methods: Methods
    lexicon: Lexicon
    processes: int | None
    on_progress: Callable[[Progress], object]
    on_partial: Callable[[Index], object] | None
    cancel: Cancel | None

    def check(self, founds: Sequence[Found]) -> dict[str, str | None]:
        """Digest of each file by its path."""
        digests: dict[str, str | None] = {}
        for done, found in enumerate(founds):
            if done % _TELL_FILES == 0:
                self.tell("check", done, len(founds))
            digests[found.path] = digest_of(found)
        self.tell("check", len(founds), len(founds))
        return digests

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
            known = journal.kept()
            if current is not None and current.inputs.signature == inputs.signature:
                known = chain([Facts.of_index(store.generation(current))], known)
            facts = self.facts(founds, digests, known, journal)
            index = self.link(facts)
            self.tell("write", facts.files, facts.files, facts.articles, facts.refused)
            writer.write(index, inputs)
        journal.drop()

    def facts(
        self,
        founds: Sequence[Found],
        digests: Mapping[str, str | None],
        known: Iterable[Facts],
        journal: Journal | None,
    ) -> Facts:
        """Facts of all files, in the order of `wiredesk.schema`.

        Args:
            known: Facts found earlier, of any files; those of files that did not change are used.
            journal: Where finished batches are kept meanwhile.
        """
        missing = dict(digests)
        parts: list[Facts] = []
        for facts in known:
            part = facts.unchanged(missing)
            parts.append(part)
            for path in part.digests:
                del missing[path]
        todo = [found for found in founds if found.path in missing]
        processes = processes_for(len(todo), self.processes)
        batches = batches_of(todo, processes)
        articles, refused = sum(part.articles for part in parts), sum(part.refused for part in parts)
        done, shown = len(founds) - len(todo), 0
        self.tell("extract", done, len(founds), articles, refused)
        steps = partial(self.pipeline.extraction, self.methods)
        for facts in run_batches(batches, steps, processes, self.cancel):
            if journal is not None:
                journal.add(facts)
            parts.append(facts)
            done += facts.files
            articles += facts.articles
            refused += facts.refused
            self.tell("extract", done, len(founds), articles, refused)
            if self.on_partial is not None and done < len(founds) and articles >= max(1, 2 * shown):
                shown = articles
                self.on_partial(replace(self._linked(Facts.together(parts)), complete=False))
        return Facts.together(parts)

    def link(self, facts: Facts) -> Index:
        """Bring facts together, and say so."""
        self.tell("link", 0, facts.files, facts.articles, facts.refused)
        index = self._linked(facts)
        self.tell("link", facts.files, facts.files, facts.articles, facts.refused)
        return index

    def _linked(self, facts: Facts) -> Index:
        index = link_facts(facts, self.pipeline.linking(), self.lexicon)
        return replace(index, methods=self.methods.by_name())

    def tell(self, phase: Phase, done: int = 0, total: int = 0, articles: int = 0, refused: int = 0) -> None:
        """Say how far the run is, or stop it here.

        Raises:
            Cancelled: it was asked for.
        """
        stop_if_set(self.cancel)
        self.on_progress(Progress(phase, done, total, articles, refused))
