"""The pipeline over all of the way in: from files to an index in a store."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from wiredesk.build.engines import EngineName
from wiredesk.build.methods import Methods, articles_in
from wiredesk.build.parts import Journal
from wiredesk.build.pipeline import PIPELINE, Pipeline
from wiredesk.build.progress import Cancel, Progress, stop_if_set
from wiredesk.build.run import Run, Workers
from wiredesk.build.signature import lexicon_signature
from wiredesk.errors import ReadError, StoreError
from wiredesk.link import Lexicon, load_lexicon
from wiredesk.read import find_files
from wiredesk.store import STANDARD_INPUT, Index, Inputs, Store, resolved, root_name

_BEST: Final = Methods()

_ADDRESS: Final = re.compile(r"(https?|feed):/{1,2}(.+)", re.IGNORECASE)


def _ignore(_told: object) -> None:
    """Tell nobody."""


def build_index(
    paths: Sequence[Path],
    store: Store | None,
    *,
    lexicon: Lexicon | None = None,
    methods: Methods = _BEST,
    processes: int | None = None,
    engine: EngineName | None = None,
    scheduler: str | None = None,
    on_progress: Callable[[Progress], object] = _ignore,
    on_partial: Callable[[Index], object] | None = None,
    on_notice: Callable[[str], object] = _ignore,
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
        engine: What works on the files: `serial` (this process), `processes`, `dask`; None: processes,
            where there is enough to do. Whichever it is, the index is the same to the byte.
        scheduler: Address of a running Dask scheduler, whose workers see the files and the store under
            the same names as this process.
        on_progress: Called with what is being done, from the calling thread.
        on_partial: Called with what is ready (`Index.complete` is False) after the first batch of files
            and whenever the number of articles has doubled since.
        on_notice: Called with a message fit to be shown where a stored index cannot be gone on from, and
            all files are read again.
        cancel: Asked between files and batches whether to stop, for example a `threading.Event`.
        pipeline: The steps; tests bring their own.

    Returns:
        The index. Each file that was found is a row of `FILES`: indexed, grouped or refused. No files
        give an index without articles.

    Raises:
        ReadError: a path is not there.
        ConfigError: a method or an engine is not installed, or the scheduler does not answer.
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
    workers = Workers(processes, engine, scheduler)
    run = Run(pipeline, chosen, lexicon, workers, on_progress, on_partial, on_notice, cancel)
    digests = run.check(founds)
    inputs = Inputs(
        roots=tuple(map(root_name, given)),
        signature=pipeline.extraction_signature(chosen),
        methods=chosen.by_name(),
        settings={"linking": pipeline.linking_signature(), "lexicon": lexicon_signature(lexicon)},
    )
    if store is None:
        return run.hold(founds, digests)
    held = store.holds(inputs.name(digests))
    if held:
        _tidy(store)
    else:
        with store.lock() as writer:
            trouble = store.trouble()
            if trouble is not None:
                on_notice(f"{trouble}; that is done now")
            run.fill(store, writer, founds, digests, inputs)
    _mend(store, on_notice, to_the_byte=held)
    return store.open()


def _each_once(paths: Sequence[Path]) -> dict[Path, Path]:
    """The paths as they were given, by what they resolve to, in an order that does not hang on theirs.

    Raises:
        ReadError: one is not there.
    """
    given: dict[Path, Path] = {}
    for path in map(Path, paths):
        if str(path) != STANDARD_INPUT and not os.path.lexists(path):
            raise ReadError(_absent(str(path)))
        given.setdefault(resolved(path), path)
    return dict(sorted(given.items()))


def _absent(path: str) -> str:
    address = _ADDRESS.fullmatch(path)  # a path has lost one of the two slashes
    if address is None:
        return f"{path}: is not there; check its name"
    return (
        f"{address[1]}://{address[2]}: is an address, not a file; articles of a feed are stored by "
        f"`wiredesk fetch --to FOLDER {address[1]}://{address[2]}`, and then FOLDER can be indexed"
    )


def _mend(store: Store, on_notice: Callable[[str], object], *, to_the_byte: bool) -> None:
    """Make a full-text index anew that is damaged, failed somebody or is of another version."""
    try:
        if store.mend(to_the_byte=to_the_byte):
            on_notice(f"{store.directory}: its full-text index was damaged or old; it has been made anew")
    except StoreError:
        return  # a reader may not, and need not: texts are scanned meanwhile


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
