"""A pile as files, or as the store that indexing them would make."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from resampling.draw import CHUNK, Chunk, draw_chunk
from resampling.stock import Stock
from wiredesk.schema import ACTORS, TABLES, conform
from wiredesk.store import Index, Inputs, Store


def write_texts(stock: Stock, folder: Path, articles: int) -> None:
    """Write plain texts with front matter, a thousand a folder."""
    for path, source, published, _, text in _told(stock, articles):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        about = [f"source: {source}"] * bool(source) + [f"published: {published}"] * bool(published)
        head = "\n".join(["---", *about, "---", ""]) if about else ""
        file.write_text(head + text.replace("\n", "\n\n") + "\n", encoding="utf-8")


def write_jsonl(stock: Stock, folder: Path, articles: int) -> None:
    """Write JSON Lines, a thousand articles a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, source, published, title, text in _told(stock, articles):
        shard, name = path.split("/")
        row = {
            "id": name.removesuffix(".txt"),
            "title": title,
            "source": source,
            "published": str(published) if published else None,
            "text": text.partition("\n")[2].replace("\n", "\n\n"),
        }
        with (folder / f"{shard}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_store(stock: Stock, directory: Path, articles: int) -> None:
    """Write the store of a pile whose files never were: nothing is extracted, spans are true.

    Needs the memory of the largest table (three gigabytes for a million texts).
    """
    with tempfile.TemporaryDirectory(dir=directory.parent) as place:
        folder = Path(place)
        counts: list[pl.DataFrame] = []
        for number, chunk in enumerate(_chunks(stock, articles)):
            counts.append(chunk.named)
            for name, frame in chunk.frames.items():
                (folder / name).mkdir(exist_ok=True)
                frame.write_parquet(folder / name / f"{number:04}.parquet", compression="lz4")
        actors = _counted(stock.actors, counts)
        inputs = Inputs(roots=("pile",), signature=f"resampled {articles}", methods=dict(stock.methods))
        with Store(directory).lock() as writer:
            writer.write(_Parts(folder, actors), inputs)


class _Parts(Index):
    """An index of parts on disk, of which a table is read when it is asked for, and not kept."""

    def __init__(self, folder: Path, actors: pl.DataFrame) -> None:
        super().__init__(actors=actors)
        self.__dict__["_folder"] = folder
        for name in TABLES:
            if name != "actors":
                del self.__dict__[name]

    def __getattribute__(self, name: str) -> object:
        if name in TABLES and name != "actors":
            folder: Path = self.__dict__["_folder"]
            return pl.read_parquet(folder / name / "*.parquet")
        return super().__getattribute__(name)


def _chunks(stock: Stock, articles: int) -> Iterator[Chunk]:
    for number in range(-(-articles // CHUNK)):
        yield draw_chunk(stock, number, min(CHUNK, articles - number * CHUNK))


def _told(stock: Stock, articles: int) -> Iterator[tuple[str, str | None, object, str, str]]:
    for chunk in _chunks(stock, articles):
        rows = chunk.frames["articles"].join(chunk.frames["texts"], on="article_id", maintain_order="left")
        yield from rows.select("path", "source", "published", "title", "text").iter_rows()


def _counted(actors: pl.DataFrame, counts: list[pl.DataFrame]) -> pl.DataFrame:
    named = pl.concat(counts).group_by("actor_id").sum()
    counted = (
        actors.drop("mentions", "articles")
        .join(named, on="actor_id")
        .sort("mentions", "articles", "name", "kind", descending=[True, True, False, False])
    )
    return conform(counted, ACTORS)
