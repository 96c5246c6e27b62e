"""Piles of files for the tests of the build, and what a build leaves behind."""

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import fake_rooms

from wiredesk.build import EngineName, Methods, build_index
from wiredesk.build.batch import Extraction
from wiredesk.build.pipeline import Pipeline
from wiredesk.read import FileRead, Found
from wiredesk.store import Index, Store

PEOPLE = ("Anna", "Boris", "Carla", "Dora", "Emil")


def text_of(seed: int) -> str:
    """Some article or two, the same for the same seed."""
    chance = random.Random(seed)
    lines = [
        f"{chance.choice(PEOPLE)} met {chance.choice(PEOPLE)} in {chance.randrange(1990, 2030)}.",
        f"They counted {chance.randrange(100)} boats and {chance.randrange(100)} planes.",
        chance.choice(["===", "Nobody objected."]),
        f"Later {chance.choice(PEOPLE)} left.",
    ]
    return "\n".join(lines)


def fill(folder: Path, files: Mapping[str, str]) -> Path:
    """Make a folder hold exactly these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        if file.name not in files:
            file.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def pile(count: int) -> dict[str, str]:
    """Names and texts of some files."""
    return {f"{number:03}.txt": text_of(number) for number in range(count)}


def build(
    folder: Path,
    store: Path | None,
    *,
    methods: Methods | None = None,
    processes: int = 0,
    engine: EngineName | None = None,
    scheduler: str | None = None,
    pipeline: Pipeline = fake_rooms.PIPELINE,
) -> Index:
    """Index a folder with the cheap rooms."""
    return build_index(
        [folder],
        Store(store) if store is not None else None,
        methods=methods or Methods(),
        processes=processes,
        engine=engine,
        scheduler=scheduler,
        pipeline=pipeline,
    )


def tree(store: Path) -> dict[str, bytes]:
    """The content of a store's current generation and of all else, but for other generations."""
    current = Store(store).open().generation
    return {
        file.relative_to(store).as_posix(): file.read_bytes()
        for file in sorted(store.rglob("*"))
        if file.is_file() and file.name not in ("current", "writer.lock")
        if file.parent.parent.name != "generations" or file.parent.name == current
    }


class Watched:
    """The cheap rooms, and a note of each file that they read."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.pipeline = Pipeline(
            fake_rooms.PIPELINE.methods,
            self._extraction,
            fake_rooms.linking,
            fake_rooms.PIPELINE.extraction_signature,
            fake_rooms.PIPELINE.linking_signature,
        )

    def _extraction(self, methods: Methods) -> Extraction:
        steps = fake_rooms.extraction(methods)

        def read(found: Found) -> FileRead:
            self.read.append(found.path)
            return steps.read(found)

        return replace(steps, read=read)
