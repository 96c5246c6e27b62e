"""An index made by hand from invented articles, and apps over it."""

import re
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from threading import Event
from typing import Any

import polars as pl
import pytest
from textual import events
from textual.pilot import Pilot

from wiredesk import schema
from wiredesk.schema import conform, identifier
from wiredesk.store import Index
from wiredesk_tui.app import WiredeskApp
from wiredesk_tui.job import Job, OnPartial, OnProgress
from wiredesk_tui.line_widget import LineWidget
from wiredesk_tui.screen import DeskScreen
from wiredesk_tui.settings import Settings

FACT = re.compile(r"\{(\w+):([^|}]*)\|([^}]*)\}")
"""`{person:Anna Berg|Berg}`, `{day:2021-07-06|on Tuesday}`, `{figure:at least 300 count man|300 men}`."""
DATES = {"day", "month", "year", "undated"}
KINDS = set(schema.ACTOR_KINDS)

HARBOUR = (
    "Port strike enters second week",
    "{organisation:Dockers' Union|The Dockers' Union} said {day:2021-07-06|on Tuesday} that "
    "{figure:at least 300 count worker|at least 300 workers} had walked out in {place:Varnholm|Varnholm}. "
    "“We will not go back,” said {person:Anna Berg|Anna Berg}, who leads the union.",
    "{person:Anna Berg|Berg} met {person:Tomas Lind|Tomas Lind} in {month:2021-06|June 2021}. "
    "The port lost {figure:about 4500000 money EUR|about 4.5 million euros}.",
)
MINISTRY = (
    "Ministry offers talks in Varnholm",
    "{person:Tomas Lind|Tomas Lind}, the transport minister, offered talks in {year:2021|2021}. "
    "{undated:|Some time ago} the port had {figure:1200 count ship|1,200 ships} a year.",
)
QUIET = ("Quiet day", "Nothing of note was said about the weather.",)  # fmt: skip


def _days(kind: str, value: str) -> tuple[date | None, date | None]:
    if kind == "undated":
        return None, None
    parts = [int(part) for part in value.split("-")]
    first = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    last = {"day": first, "month": date(first.year, first.month, 28), "year": date(first.year, 12, 31)}[kind]
    return first, last


def index_of(
    articles: Sequence[Sequence[str]],
    *,
    about: Sequence[dict[str, Any]] = (),
    refused: Sequence[tuple[str, str]] = (),
) -> Index:
    """An index of articles, each a title and paragraphs with marked facts; `about` overrides columns."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schema.TABLES}
    actors: dict[tuple[str, str], dict[str, Any]] = {}
    for number, article in enumerate(articles):
        more = about[number] if number < len(about) else {}
        path = more.get("path", f"{number:03d}.txt")
        article_id = identifier(path)
        text, sentence = "", 0
        for paragraph, marked in enumerate(article):
            if text:
                text += "\n"
            for piece in re.split(r"(?<=[.”]) (?=[A-Z“{])", marked):
                start = len(text)
                at = 0
                for match in FACT.finditer(piece):
                    text += piece[at : match.start()]
                    at = match.end()
                    low = len(text)
                    text += match[3]
                    where = {"article_id": article_id, "sentence": sentence, "start": low, "end": len(text)}
                    _fact(rows, actors, match, where)
                text += piece[at:]
                kind = "title" if paragraph == 0 else "body"
                rows["sentences"].append(
                    {"article_id": article_id, "sentence": sentence, "start": start, "end": len(text),
                     "kind": kind, "paragraph": paragraph}
                )  # fmt: skip
                sentence += 1
                text += " "
            text = text[:-1]
        rows["texts"].append({"article_id": article_id, "text": text})
        rows["files"].append({"path": path, "status": "indexed", "articles": 1, "bytes": len(text)})
        rows["articles"].append(
            {"article_id": article_id, "path": path, "part": 0, "title": article[0],
             "words": len(text.split()),
             "source": f"The Daily {number}", "published": date(2021, 7, 1 + number % 28),
             "published_from": "header", "digest": path, **more}
        )  # fmt: skip
        rows["keywords"].append({"article_id": article_id, "keyword": "port strike", "score": 0.1, "rank": 1})
    for path, reason in refused:
        rows["files"].append({"path": path, "status": "refused", "articles": 0, "bytes": 1})
        rows["refused"].append({"path": path, "reason": reason})
    mentions = rows["mentions"]
    for actor in actors.values():
        mine = [one for one in mentions if one["actor_id"] == actor["actor_id"]]
        actor["aliases"] = sorted({one["surface"] for one in mine})
        actor["mentions"], actor["articles"] = len(mine), len({one["article_id"] for one in mine})
    rows["actors"] = sorted(actors.values(), key=lambda actor: -actor["mentions"])
    frames = {name: frame_of(name, table) for name, table in rows.items()}
    return replace(Index(), **frames)


def frame_of(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """A table of the store from rows that may leave columns out."""
    columns = schema.TABLES[name]
    whole = [{column: row.get(column) for column in columns} for row in rows]
    return conform(pl.DataFrame(whole, schema=columns), columns)


def _fact(
    rows: dict[str, list[dict[str, Any]]],
    actors: dict[tuple[str, str], dict[str, Any]],
    match: re.Match[str],
    where: dict[str, Any],
) -> None:
    kind, value, surface = match.groups()
    if kind in KINDS:
        actor_id = identifier(kind, value)
        actors.setdefault((kind, value), {"actor_id": actor_id, "name": value, "kind": kind, "role": None})
        rows["mentions"].append(
            {**where, "actor_id": actor_id, "surface": surface, "kind": kind, "basis": "name"}
        )
    elif kind in DATES:
        first, last = _days(kind, value)
        known = None if kind == "undated" else kind
        rows["events"].append(
            {**where, "text": surface, "value": value or None, "date_from": first, "date_to": last,
             "precision": known, "anchor": "explicit" if known else None}
        )  # fmt: skip
    else:
        words = value.split()
        number = next(at for at, word in enumerate(words) if word.isdigit())
        money = words[number + 1] == "money"
        rows["figures"].append(
            {**where, "text": surface, "value": float(words[number]), "kind": words[number + 1],
             "qualifier": " ".join(words[:number]) or None,
             "unit": words[-1] if money else None, "noun": None if money else words[-1]}
        )  # fmt: skip


@pytest.fixture
def index() -> Index:
    return index_of(
        [HARBOUR, MINISTRY, QUIET],
        about=[
            {},
            {},
            {"published": None, "published_from": None, "not_before": date(2020, 5, 1), "source": None},
        ],
        refused=[("broken.html", "broken.html: holds no article text; open it and save it as plain text")],
    )


def job_of(index: Index, *, stored: Index | None = None) -> Job:
    """A job whose index is there at once."""

    def build(on_progress: OnProgress, on_partial: OnPartial, cancel: Event) -> Index:
        return index

    return Job("Sample", lambda: stored, build)


LAYOUT_ROUNDS = 1
"""A part that comes to be shown is laid out, told its size, and then wraps its text anew."""

KEY_NAMES = {
    "/": "slash", "?": "question_mark", ":": "colon", "[": "left_square_bracket", " ": "space",
    "]": "right_square_bracket", "_": "underscore", "-": "minus", '"': "quotation_mark", "*": "asterisk",
}  # fmt: skip


@dataclass
class Reader:
    """One who presses keys and looks at the screen."""

    app: WiredeskApp
    pilot: Pilot[int]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all that follows from them is on the screen."""
        for key in keys:
            self.strike(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        for char in text:
            self.strike(char)
        await self.settle()

    def strike(self, key: str) -> None:
        """Press a key, and wait for nothing."""
        name = KEY_NAMES.get(key, key)
        self.app.post_message(events.Key(name, key if len(key) == 1 else {"space": " "}.get(key)))

    async def settle(self) -> None:
        """Wait for the threads, for what they post, and for the layout that follows from it."""
        await self.pilot.pause()
        while any(worker.is_running for worker in self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
        for _ in range(LAYOUT_ROUNDS):
            await self.pilot.pause()

    @property
    def desk(self) -> DeskScreen:
        """The desk."""
        return self.app.desks[0]

    def sees(self, selector: str) -> str:
        """What a part of the screen shows, line by line; "" where it is not shown."""
        found = list(self.app.screen.query(selector).results(LineWidget))
        lines = [
            widget.render_line(y).text.rstrip()
            for widget in found
            if widget.region and widget.is_on_screen
            for y in range(widget.size.height)
        ]
        return "\n".join(lines)

    def row(self, selector: str) -> str:
        """The row under a list's cursor."""
        return next((line for line in self.sees(selector).splitlines() if line.startswith("▸")), "")


ReaderOf = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def reader_of() -> ReaderOf:
    """Open an app over an index (or a job) and give its keys to a reader."""

    @asynccontextmanager
    async def opened(
        index: Index | Job, size: tuple[int, int] = (80, 24), *, settle: bool = True, **settings: Any
    ) -> AsyncGenerator[Reader]:
        job = index if isinstance(index, Job) else job_of(index)
        app = WiredeskApp(job, Settings(**settings), pause=0)
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            if settle:
                await reader.settle()
            yield reader

    return opened


@pytest.fixture
def articles() -> tuple[tuple[str, ...], ...]:
    """The invented articles, marked up."""
    return HARBOUR, MINISTRY, QUIET


@pytest.fixture
def make_index() -> Callable[..., Index]:
    """`index_of`, for tests with articles of their own."""
    return index_of


@pytest.fixture
def make_job() -> Callable[..., Job]:
    """`job_of`, for tests that say when what is there."""
    return job_of
