"""Who is said to be what, in the words that say it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from wiredesk.link.offices import DETERMINERS, Token, classify, is_past, tokens_in, was, without_past
from wiredesk.link.statements import stated_behind
from wiredesk.text import fold

_REACH = 170
_THEN = re.compile(r"Then\b")


class Role(NamedTuple):
    """The words that state a person's role.

    Attributes:
        former: The words around them say that it is over.
    """

    actor_id: int
    start: int
    end: int
    sentence: int
    former: bool


def find_roles(
    text: str, names: Sequence[tuple[int, int, int | None]], sentences: Sequence[tuple[int, int, int]]
) -> Iterator[Role]:
    """Find what an article says its persons are.

    Before the name ("Prime Minister A B", "the commander, Gen. A B") and behind it ("A B, head of C,",
    "A B, who leads C", "A B was appointed judge", "A B resigned as judge").

    Args:
        text: The article's text.
        names: Start, end and, for a person, the actor of each name, in the order of the text.
        sentences: Start, end and number, in order; a role stands within one sentence.

    Yields:
        Roles in the order of the text; two persons never share one's words.
    """
    at = 0
    done = 0
    for index, (start, end, actor) in enumerate(names):
        if actor is None:
            continue
        while at < len(sentences) and sentences[at][1] <= start:
            at += 1
        if at == len(sentences) or start < sentences[at][0]:
            continue
        first, last, number = sentences[at]
        previous = max(
            (e for _, e, person in names[max(0, index - 6) : index] if person is not None), default=0
        )
        floor = max(first, previous, done, start - _REACH)
        following = next((s for s, _, person in names[index + 1 :] if person is not None), len(text))
        inside = [
            (s, e) for s, e, person in names[max(0, index - 8) : index] if person is None and s >= floor
        ]
        for a, b, former in _before(text, floor, start, inside):
            yield Role(actor, a, b, number, former)
        for a, b, former in stated_behind(text, end, min(last, following + 1), following):
            yield Role(actor, a, b, number, former)
            done = b


def _before(
    text: str, floor: int, start: int, inside: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """Spans of the roles directly before a name, the nearest first."""
    behind = text[floor:start].rstrip()
    last = behind.rsplit(None, 1)
    if len(last) > 1 and not behind.endswith(","):  # nearly all names have another word before them
        stop = floor + len(behind)
        if _ends(last[1], stop - len(last[1]), stop, inside):
            return
    tokens = tokens_in(text, floor, start)
    if tokens and floor and not text[floor - 1].isspace() and not text[floor].isspace():
        tokens.pop(0)  # the rest of a name or word
    near, rest = _run(tokens, inside)
    span = _trim(near)
    if span is not None:
        yield span[0], span[1], span[2] or any(was(token) for token, _, _ in rest[-2:])
    only_rank = all(classify(token) in ("office", "honorific") or is_past(token) for token, _, _ in near)
    if rest and rest[-1][0].endswith(",") and rest[-1][0] != "," and only_rank:
        far, _ = _run([*rest[:-1], (rest[-1][0][:-1], rest[-1][1], rest[-1][2] - 1)], inside)
        owned = text[max(0, floor - 2) : floor + 2]  # "Velluri's deputy, A B", Velluri being a person
        if far and (
            _opened(tokens, far) or (far[0][1] == tokens[0][1] and any(s in owned for s in ("'s", "’s")))
        ):
            span = _trim(far)
            if span is not None:
                yield span


def _opened(tokens: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether the office of a run has a determiner or possessive before it, as in "its leader, A B"."""
    before = [token for token, _, end in tokens if end <= run[0][1]][-1:]
    lead = [token for token, _, _ in takewhile(lambda part: classify(part[0]) != "office", run)]
    return any(fold(token) in DETERMINERS or token.endswith(("'s", "’s")) for token in (*before, *lead))


def _run(tokens: Sequence[Token], inside: Sequence[tuple[int, int]]) -> tuple[list[Token], list[Token]]:
    """The tokens at the end that may be the words of an office, and the tokens before them."""
    run: list[Token] = []
    at = len(tokens)
    while at:
        token, start, end = tokens[at - 1]
        opening = _opening(token)
        if _ends(token, start, end, inside):
            break
        run.insert(0, (token[opening:], start + opening, end))
        at -= 1
        if opening:
            break
    return run, list(tokens[:at])


def _opening(token: str) -> int:
    return len(token) - len(token.lstrip("“\"‘'([•—–"))


def _ends(token: str, start: int, end: int, inside: Sequence[tuple[int, int]]) -> bool:
    """Whether a token is before the words of an office, and none of them; `inside` are spans of names."""
    always = _ends_unless_named(token)
    return always is True or (always is None and not any(s < end and start < e for s, e in inside))


@lru_cache(maxsize=1 << 16)
def _ends_unless_named(token: str) -> bool | None:
    """Whether a token is never one of the words of an office; None: only as part of a name."""
    kind = classify(token)
    dotted = token.endswith(".") and (kind in ("office", "honorific") or token.count(".") > 1)
    closed = token[-1] in ',;:!?)”"—–]' or (token[-1] == "." and not dotted) or token in ("-", "•", "—", "–")
    if closed or kind == "break" or _THEN.match(token):
        return True
    opening = _opening(token)
    return False if kind or token[opening : opening + 1].isupper() else None


def _trim(run: Sequence[Token]) -> tuple[int, int, bool] | None:
    """The span of the office in a run of tokens and whether it is over, or None where there is none."""
    kinds = [classify(token) for token, _, _ in run]
    last = len(run)
    while last and kinds[last - 1] == "honorific":
        last -= 1
    offices = [at for at in range(last) if kinds[at] == "office"]
    if not offices:
        return None
    if offices[-1] != last - 1 and not any(kinds[at] == "link" for at in range(offices[0] + 1, last)):
        return None
    if kinds[last - 1] == "link":
        return None
    first = 0
    for at in range(last):
        if fold(run[at][0]) in ("and", "&") and not any(office < at for office in offices):
            modifiers = at > first and all(kinds[i] == "word" for i in range(first, at))
            first = first if modifiers else at + 1
    for at in range(first, offices[-1] + 1):
        joins = fold(run[at][0]) in ("and", "&")
        if kinds[at] == "link" and not joins and not any(first <= office < at for office in offices):
            first = at + 1  # "the government of President …" says nothing of an office
    for at in range(offices[0] + 1, offices[-1]):
        if kinds[at] == "link" and fold(run[at][0]) == "to":
            first = at + 1  # "adviser to President …" is somebody else
    while first < last and kinds[first] in ("link", "honorific"):
        first += 1
    if first >= last:
        return None
    start, former = without_past(run[first:last])
    return (start, run[last - 1][2], former) if start < run[last - 1][2] else None
