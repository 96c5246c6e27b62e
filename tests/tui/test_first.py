"""What is shown while an index is being opened: it is kept as a text, and nothing is loaded for it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wiredesk
from wiredesk.brief import Brief, BriefLine, make_brief
from wiredesk.query import Address, Query, select
from wiredesk.store import open_store
from wiredesk_tui import first
from wiredesk_tui.contents import Options
from wiredesk_tui.first import First, called, first_of, from_text, to_text
from wiredesk_tui.front import file_states, shown

HEAVY = ("textual", "polars", "pydantic", "click", "asyncio", "yake", "trafilatura", "tantivy")
FIRST = First(
    Brief((BriefLine("The pile", heading=True), BriefLine("2 articles", False, Address(7, 0, 1, 4), 2))),
    2,
    {"indexed": 2, "refused": 1},
)

counts = st.integers(min_value=0, max_value=2**53)
lines = st.builds(
    BriefLine,
    st.text(max_size=9),
    st.booleans(),
    st.none() | st.builds(Address, counts, counts, counts, counts),
    counts,
)
firsts = st.builds(
    First,
    st.lists(lines, min_size=1, max_size=3).map(lambda some: Brief(tuple(some))),
    counts,
    st.dictionaries(st.sampled_from(("indexed", "grouped", "refused")), counts),
)


@given(firsts)
def test_what_is_kept_comes_back(known: First) -> None:
    assert from_text(to_text(known)) == known


@pytest.mark.parametrize(
    "damage",
    [
        ("{", "["),
        ('"lines"', '"rows"'),
        ("true", '"yes"'),
        ("[7, 0, 1, 4]", "[7, 0, 1]"),
        ("[7, 0, 1, 4]", "[7, 0, 1, -4]"),
        ('"2 articles"', "2"),
        ('"refused"', '"eaten"'),
        ('"articles": 2', '"articles": true'),
    ],
)
def test_what_is_damaged_is_nothing(damage: tuple[str, str]) -> None:
    text = to_text(FIRST)
    assert damage[0] in text
    assert from_text(text.replace(*damage)) is None


def test_the_first_brief_is_that_of_the_index(tmp_path: Path) -> None:
    index = wiredesk.index(wiredesk.seeds_dir(), store=tmp_path, names="fast", keywords="yake", processes=0)
    everything = select(index, Query())
    assert first_of(tmp_path) is None
    shown("brief", open_store(tmp_path), everything, Options())
    brief = make_brief(index, everything)
    assert first_of(tmp_path) == First(brief, index.articles.height, file_states(index))
    (tmp_path / "current").write_text('{"current": "../../elsewhere"}')
    assert first_of(tmp_path) is None


def test_what_another_release_kept_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = wiredesk.index(wiredesk.seeds_dir(), store=tmp_path, names="fast", keywords="yake", processes=0)
    everything = select(index, Query())
    shown("brief", index, everything, Options())
    assert first_of(tmp_path) is not None
    kept = open_store(tmp_path).kept(called("brief", "about"))
    assert kept is not None
    monkeypatch.setattr(first, "__version__", "0.0.9")
    assert first_of(tmp_path) is None
    assert open_store(tmp_path).kept(called("brief", "about")) is None


def test_a_first_screen_needs_neither_the_toolkit_nor_frames() -> None:
    program = (
        "import sys\n"
        "import wiredesk_tui.early.composed\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
