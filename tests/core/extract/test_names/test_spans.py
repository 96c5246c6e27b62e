from hypothesis import given
from hypothesis import strategies as st

from wiredesk.extract.names.spans import Span, spans_of, tags_of


def test_a_tag_that_continues_nothing_begins_a_span() -> None:
    assert spans_of(["I-PER", "I-ORG", "O", "B-ORG", "B-ORG", "I-ORG"]) == [
        Span(0, 1, "PER"),
        Span(1, 2, "ORG"),
        Span(3, 4, "ORG"),
        Span(4, 6, "ORG"),
    ]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from(["PER", "ORG", "LOC"]))))
def test_spans_and_tags_say_the_same(steps: list[tuple[int, int, str]]) -> None:
    spans: list[Span] = []
    at = 0
    for gap, length, label in steps:
        spans.append(Span(at + gap, at + gap + length, label))
        at += gap + length
    assert spans_of(tags_of(spans, at + 1)) == spans
