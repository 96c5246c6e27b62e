"""Fill an index: the function that a script or notebook begins with."""

from collections.abc import Callable, Iterable
from pathlib import Path

from wiredesk.build import AUTO, Cancel, EngineName, Methods, Progress, build_index
from wiredesk.link import load_lexicon
from wiredesk.store import Index, Store


def index(
    *paths: str | Path,
    store: str | Path | None = None,
    lexicons: Iterable[str | Path] = (),
    names: str = AUTO,
    keywords: str = AUTO,
    processes: int | None = None,
    engine: EngineName | None = None,
    scheduler: str | None = None,
    on_progress: Callable[[Progress], object] | None = None,
    cancel: Cancel | None = None,
) -> Index:
    """Index files, or bring an index up to date, and open it.

    Args:
        paths: Files and folders; "-" is standard input.
        store: Folder in which the index is kept, made where there is none: the next time, only what
            changed is read. None: the index stays in memory.
        lexicons: Files that extend the shipped list of names (TOML; see `wiredesk.link.lexicon`).
        names: What finds names: `auto` (careful up to a number of articles, where it is installed), `fast`,
            `careful`, or `spacy:MODEL`.
        keywords: What finds keywords: `auto`, `yake` or `yake-rust`.
        processes: How many worker processes; 0: none; None: two for more than a handful of files.
        engine: What works on the files: `serial`, `processes` or `dask`; None: processes, where they are
            worth it.
        scheduler: Address of a running Dask scheduler whose workers see the files and the store.
        on_progress: Called with a `wiredesk.build.Progress` after each step.
        cancel: Asked often whether to stop, for example a `threading.Event`.

    Returns:
        An index whose frames have the schemas of `wiredesk.schema`: `index.articles` has `ARTICLES`,
        `index.events` has `EVENTS`, and so on. What could not be read stands in `index.refused`.

    Raises:
        ReadError: a path is not there.
        ConfigError: a lexicon has a mistake in it, or what is to find names, or to work on
            the files, is not installed.
        StoreError: the store cannot be written (`StoreLockedError`: somebody else does).
        wiredesk.build.Cancelled: `cancel` was set.
    """
    return build_index(
        [Path(path) for path in paths],
        Store(Path(store)) if store is not None else None,
        lexicon=load_lexicon(*map(Path, lexicons)),
        methods=Methods(names, keywords),
        processes=processes,
        engine=engine,
        scheduler=scheduler,
        on_progress=on_progress or _ignore,
        cancel=cancel,
    )


def _ignore(_progress: Progress) -> None:
    """Tell nobody."""
