"""What the line sends is taken for text only where it is, however it is cut into reads."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key
from textual.message import Message

from wiredesk_tui.terminal.typed import LineParser, TypedText

cuts = st.lists(st.integers(0, 40), max_size=6)
texts = st.text(st.characters(exclude_characters="\x1b", exclude_categories=["Cs"]), max_size=12)


def fed(data: bytes, places: list[int]) -> str:
    typed = TypedText()
    marks = [0, *sorted(place for place in places if place < len(data)), len(data)]
    return "".join(typed.feed(data[start:end]) for start, end in itertools.pairwise(marks))


@given(text=texts, places=cuts)
def test_text_comes_whole_in_whatever_parts_it_was_sent(text: str, places: list[int]) -> None:
    assert fed(text.encode(), places) == text


@given(places=cuts)
def test_bytes_of_another_encoding_are_left_out(places: list[int]) -> None:
    assert fed(b"a\xe9b\xffc", places) == "abc"


@given(places=cuts)
def test_a_mouse_report_of_old_is_left_out_also_in_parts(places: list[int]) -> None:
    # A cut inside its first three bytes would make the Escape a key, which nobody can tell apart.
    late = [place for place in places if place not in (2, 3)]
    assert fed(b"1\x1b[M\x20\xc8\x302", late) == "12"


def test_a_lone_escape_is_not_held_back() -> None:
    assert TypedText().feed(b"\x1b") == "\x1b"


@given(places=st.lists(st.integers(0, 12), max_size=4))
def test_answers_of_the_terminal_are_no_keys_however_they_are_cut(places: list[int]) -> None:
    answers: list[None] = []
    parser = LineParser(lambda: answers.append(None))
    text = "a\x1b[0n\x1b[3nb\x1b[A"
    marks = [0, *sorted(places), len(text)]
    events: list[Message] = []
    for start, end in itertools.pairwise(marks):
        if part := text[start:end]:
            events += parser.feed(part)
    assert [event.key for event in events if isinstance(event, Key)] == ["a", "b", "up"]
    assert len(answers) == 2
