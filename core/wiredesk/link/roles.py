"""Who is said to be what, in the words that say it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from wiredesk.link.normalise import undotted
from wiredesk.link.vocabulary import vocabulary
from wiredesk.text import fold

_TOKEN = re.compile(r"\S+")
_DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "this"))
_REACH = 170
_BEHIND = re.compile(r"\s*(?:\([^()\n]{1,40}\))?\s?,\s+(?:(?:aged\s+)?\d{2},\s+)?")
_CLAUSE = re.compile(r"(?:[^,;:()“”\"\n—–.!?]|(?<=\b[A-Z])\.(?=[\w.’' ])|(?<=\d)[.,](?=\d)|\.(?=\w))+")
_LEADS_AT_MOST = 90
_BEHIND_AT_MOST = 110
_MODIFIERS_AT_MOST = 7


@dataclass(frozen=True, slots=True)
class Role:
    """The words that state a person's role."""

    actor_id: int
    start: int
    end: int
    sentence: int


def find_roles(
    text: str, names: Sequence[tuple[int, int, int | None]], sentences: Sequence[tuple[int, int, int]]
) -> Iterator[Role]:
    """Find what an article says its persons are.

    Before the name ("Prime Minister A B", "the commander, Gen. A B") and behind it ("A B, head of C,",
    "A B, who leads C").

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
        for a, b in _before(text, floor, start, inside):
            yield Role(actor, a, b, number)
        behind = _after(text, end, min(last, following + 1), following)
        if behind is not None:
            yield Role(actor, *behind, number)
            done = behind[1]


@lru_cache(maxsize=1 << 16)
def _classify(token: str) -> str:
    """What a token is in the words of an office: office, word, link, break, or "" for none of these."""
    words = vocabulary()
    bare = fold(undotted(token)).strip("'\"“”‘’.,()").removesuffix("'s")
    last = bare.rpartition("-")[2] if "-" in bare else bare
    if bare in words.honorifics - words.offices - words.office_links:
        return "honorific"
    if bare in words.offices or (last in words.offices and last != bare):
        return "office"
    if bare.removesuffix("s") in words.offices and bare.endswith("s"):
        return "word"
    if bare in words.office_links:
        return "link"
    if bare in words.office_words or bare in words.common or bare in words.past:
        return "word"
    if bare in words.breaks or bare in words.nothing:
        return "break"
    return ""


def _before(
    text: str, floor: int, start: int, inside: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Spans of the roles directly before a name, the nearest first."""
    tokens = [
        (found[0], floor + found.start(), floor + found.end()) for found in _TOKEN.finditer(text[floor:start])
    ]
    if tokens and floor and not text[floor - 1].isspace() and not text[floor].isspace():
        tokens.pop(0)  # the rest of a name or word
    near, rest = _run(tokens, inside)
    span = _trim(near)
    if span is not None:
        yield span
    only_rank = all(_classify(token) in ("office", "honorific") for token, _, _ in near)
    if rest and rest[-1][0].endswith(",") and rest[-1][0] != "," and only_rank:
        far, _ = _run([*rest[:-1], (rest[-1][0][:-1], rest[-1][1], rest[-1][2] - 1)], inside)
        if far and _opened(tokens, far):
            span = _trim(far)
            if span is not None:
                yield span


def _opened(tokens: Sequence[tuple[str, int, int]], run: Sequence[tuple[str, int, int]]) -> bool:
    """Whether the office of a run has a determiner or possessive before it, as in "its leader, A B"."""
    before = [token for token, _, end in tokens if end <= run[0][1]][-1:]
    lead = [token for token, _, _ in takewhile(lambda part: _classify(part[0]) != "office", run)]
    return any(fold(token) in _DETERMINERS or token.endswith(("'s", "’s")) for token in (*before, *lead))


def _run(
    tokens: Sequence[tuple[str, int, int]], inside: Sequence[tuple[int, int]]
) -> tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]:
    """The tokens at the end that may be the words of an office, and the tokens before them."""
    run: list[tuple[str, int, int]] = []
    at = len(tokens)
    while at:
        token, start, end = tokens[at - 1]
        opening = len(token) - len(token.lstrip("“\"‘'([•—–"))
        kind = _classify(token)
        dotted = token.endswith(".") and (kind in ("office", "honorific") or token.count(".") > 1)
        closed = (
            token[-1] in ',;:!?)”"—–]' or (token[-1] == "." and not dotted) or token in ("-", "•", "—", "–")
        )
        named = any(s < end and start < e for s, e in inside)
        if (
            closed
            or kind == "break"
            or token.startswith("Then")
            or not (kind or named or token[opening : opening + 1].isupper())
        ):
            break
        run.insert(0, (token[opening:], start + opening, end))
        at -= 1
        if opening:
            break
    return run, list(tokens[:at])


def _trim(run: Sequence[tuple[str, int, int]]) -> tuple[int, int] | None:
    """The span of the office in a run of tokens, or None where there is none."""
    kinds = [_classify(token) for token, _, _ in run]
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
    while first < last and kinds[first] in ("link", "honorific"):
        first += 1
    return (run[first][1], run[last - 1][2]) if first < last else None


def _after(text: str, end: int, ceiling: int, following: int) -> tuple[int, int] | None:
    """Span of the role behind a name: an apposition, or a clause with a verb of leading."""
    opened = _BEHIND.match(text, end, ceiling)
    if opened is None:
        return None
    clause = _CLAUSE.match(text, opened.end(), min(ceiling, opened.end() + _BEHIND_AT_MOST + 40))
    if clause is None:
        return None
    tokens = [
        (found[0], clause.start() + found.start(), clause.start() + found.end())
        for found in _TOKEN.finditer(clause[0])
    ]
    words = vocabulary()
    if tokens and fold(tokens[0][0]) == "who":
        if len(tokens) > 2 and fold(tokens[1][0]) in words.leads:
            stop = next((s for token, s, _ in tokens[3:] if fold(token) in words.ends), clause.end())
            return _cut(text, tokens[1][1], min(stop, tokens[1][1] + _LEADS_AT_MOST), following)
        return None
    if tokens and (fold(tokens[0][0]) in _DETERMINERS or tokens[0][0].endswith(("'s", "’s"))):
        tokens = tokens[1:]
    office = -1
    for at, (token, _, _) in enumerate(tokens[: _MODIFIERS_AT_MOST + 1]):
        kind = _classify(token)
        if kind == "office":
            office = at
            break
        if kind not in ("word", "link") and not token[:1].isupper():
            return None
    if office < 0:
        return None
    stop = next((s for token, s, _ in tokens[office + 1 :] if fold(token) in words.ends), clause.end())
    return _cut(text, tokens[0][1], min(stop, tokens[0][1] + _BEHIND_AT_MOST), following)


def _cut(text: str, start: int, stop: int, following: int) -> tuple[int, int] | None:
    """A span without white space at its end, on a word's edge; None where it would take in another person."""
    if following < stop:
        return None
    while stop > start and (
        text[stop - 1].isspace() or (stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum())
    ):
        stop -= 1
    return (start, stop) if stop > start else None
