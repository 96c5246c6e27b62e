"""The query language: text to clauses and back.

Bare words are ANDed; `"a phrase"`, `-not`, `OR`, brackets, a prefix `peshm*` (also the last word of a
phrase), `fuzzy~` (one letter may differ up to five letters, two from six; `~1` and `~2` say how many),
`storm near/5 "air strike"` (in one sentence, at most five words from one to the other), and the fields of
`wiredesk.query.fields`. Everything is compared by the words of `wiredesk.store.fulltext.words`.
"""

import difflib
import re
from dataclasses import dataclass

from wiredesk.errors import QueryError
from wiredesk.query.clauses import AllOf, AnyOf, Clause, Near, Node, Not, Words
from wiredesk.query.fields import FIELDS, ValueMistakeError
from wiredesk.store.fulltext import FARTHEST, words_of

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\))
      | (?P<minus>-)(?=\S)
      | (?P<or>OR\b|\|)
      | (?P<near>near/\d+(?=[\s()"]|$))
      | (?P<field>[A-Za-z]+):(?P<value>"[^"]*"?|[^\s()]*)
      | (?P<quote>"[^"]*"?)
      | (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_NO_OPERAND = ("", "close", "or", "near")
_DIGITS = 6
"""Of a distance that are read: all longer ones are too far."""
DEEPEST = 50
"""Brackets, and signs of what is not wanted, that may stand within one another: nobody writes more, and what
is pasted by mistake must not exhaust the interpreter's stack, here or where the clauses are looked up."""
_CURLY = str.maketrans("“”„‟«»", '""""""')
_FUZZY = re.compile(r"(?P<word>[^~]+)~(?P<distance>[12]?)")
_EXACT_LETTERS = 2
"""Letters up to which every other word of the language is near: `~` does nothing."""
_ONE_SLIP_LETTERS = 5
"""Letters up to which `~` allows one slip, beyond two: as in Elasticsearch's fuzziness AUTO."""


@dataclass(frozen=True, slots=True)
class _Token:
    type: str
    text: str
    start: int
    end: int
    field: str = ""


def quoted(value: str) -> str:
    """A field's value as the language wants it: in quotes where it is more than one plain word."""
    plain = re.fullmatch(r"[^\s()\"“”„‟«»]+", value)
    return value if plain else '"' + value.translate(_CURLY).replace('"', "'") + '"'


class Parser:
    """One pass over a query's text.

    Args:
        text: What the reader wrote.
        typing: The reader is still typing: the last bare word may go on, and an open quote is no error.
    """

    def __init__(self, text: str, *, typing: bool = False) -> None:
        self._text = text.translate(_CURLY)
        self._raw = text
        self._typing = typing
        self._tokens = self._split()
        self._at = 0
        self._depth = 0

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in order.

        Raises:
            QueryError: a clause is broken; its offsets point at it.
        """
        found: list[Clause] = []
        while self._at < len(self._tokens):
            start = self._tokens[self._at].start
            node = self._any_of()
            end = self._tokens[self._at - 1].end
            if node is not None:
                found.append(Clause(self._raw[start:end], node))
        return tuple(found)

    def _split(self) -> list[_Token]:
        tokens: list[_Token] = []
        at = 0
        while match := _TOKEN.match(self._text, at):
            kind = match.lastgroup or "word"
            kind = "field" if kind == "value" else kind
            field = (match["field"] or "").lower()
            text = match["value"] if kind == "field" else match[kind]
            start = match.start("field") if kind == "field" else match.start(kind)
            tokens.append(_Token(kind, text, start, match.end(), field))
            at = match.end()
        return tokens

    def _peek(self) -> str:
        return self._tokens[self._at].type if self._at < len(self._tokens) else ""

    def _next(self) -> _Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _any_of(self) -> Node | None:
        nodes = [self._near()]
        while self._peek() == "or":
            token = self._next()
            if not self._peek() or self._peek() == "close":
                if self._typing:
                    break
                raise QueryError("'OR' needs something behind it", start=token.start, end=token.end)
            nodes.append(self._near())
        kept = tuple(node for node in nodes if node is not None)
        return None if not kept else kept[0] if len(kept) == 1 else AnyOf(kept)

    def _near(self) -> Node | None:
        first = self._at
        nodes, within = [self._one()], list[int]()
        while self._peek() == "near":
            token = self._next()
            distance = int(token.text.partition("/")[2][:_DIGITS])
            if not 1 <= distance <= FARTHEST:
                says = f"'{token.text}': the distance is a number of words from 1 to {FARTHEST}"
                raise QueryError(says, start=token.start, end=token.end)
            if self._peek() in _NO_OPERAND:
                if self._typing and not self._peek():
                    break
                raise QueryError(
                    f"'{token.text}' needs something behind it", start=token.start, end=token.end
                )
            node = self._one()
            if node is None and self._typing and not self._peek():
                break
            nodes.append(node)
            within.append(distance)
        if not within:
            return nodes[0]
        words = tuple(node for node in nodes if isinstance(node, Words))
        if len(words) < len(nodes):
            start, end = self._tokens[first].start, self._tokens[self._at - 1].end
            raise QueryError("near/ stands between words or phrases", start=start, end=end)
        return Near(words, tuple(within))

    def _one(self) -> Node | None:
        token = self._next()
        if self._depth == DEEPEST:
            says = f"a query goes at most {DEEPEST} brackets deep"
            raise QueryError(says, start=token.start, end=token.end)
        self._depth += 1
        node = self._node(token)
        self._depth -= 1
        return node

    def _node(self, token: _Token) -> Node | None:
        match token.type:
            case "minus":
                node = self._one() if self._peek() else None
                return None if node is None else Not(node)
            case "open":
                return self._bracket(token)
            case "close":
                raise QueryError("')' closes no bracket", start=token.start, end=token.end)
            case "or" | "near":
                raise QueryError(
                    f"'{token.text}' needs something before it", start=token.start, end=token.end
                )
            case "field":
                return self._field(token)
            case "quote":
                return self._quote(token)
            case _:
                return self._word(token)

    def _bracket(self, opened: _Token) -> Node | None:
        nodes: list[Node] = []
        while self._peek() and self._peek() != "close":
            node = self._any_of()
            if node is not None:
                nodes.append(node)
        if self._peek() == "close":
            self._next()
        elif not self._typing:
            raise QueryError("'(' is never closed", start=opened.start, end=opened.end)
        return None if not nodes else nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes))

    def _field(self, token: _Token) -> Node | None:
        known = FIELDS.get(token.field)
        if known is None:
            near = difflib.get_close_matches(token.field, FIELDS, n=1)
            hint = f"did you mean {near[0]}:?" if near else f"there are {', '.join(FIELDS)}"
            raise QueryError(f"'{token.field}:' is no field; {hint}", start=token.start, end=token.end)
        value = self._unquoted(token).strip()
        if not value:
            if self._typing:
                return None
            raise QueryError(f"'{token.field}:' needs a value: {known[1]}", start=token.start, end=token.end)
        try:
            return known[0](value)
        except ValueMistakeError as mistake:
            if self._typing and token.end == len(self._text):
                return None
            raise QueryError(f"{token.field}: {mistake}", start=token.start, end=token.end) from mistake

    def _quote(self, token: _Token) -> Node | None:
        return _words(self._unquoted(token), prefix=self._open_end(token, '"'))

    def _word(self, token: _Token) -> Node | None:
        fuzzy = _FUZZY.fullmatch(token.text)
        if fuzzy is None:
            return _words(token.text, prefix=self._open_end(token, ""))
        words = words_of(fuzzy["word"])
        if len(words) != 1:
            says = f"'{token.text}': ~ stands behind a single word"
            raise QueryError(says, start=token.start, end=token.end)
        return Words(words[0], fuzzy=int(fuzzy["distance"] or _slips(words[0])))

    def _open_end(self, token: _Token, closer: str) -> bool:
        last = self._typing and token.end == len(self._text)
        return last and not (closer and len(token.text) > 1 and token.text.endswith(closer))

    def _unquoted(self, token: _Token) -> str:
        text = token.text
        if not text.startswith('"'):
            return text
        if not (len(text) > 1 and text.endswith('"')) and not self._typing:
            raise QueryError("a quote is never closed", start=token.start, end=token.end)
        return text.strip('"')


def _slips(word: str) -> int:
    return 0 if len(word) <= _EXACT_LETTERS else 1 if len(word) <= _ONE_SLIP_LETTERS else 2


def _words(text: str, *, prefix: bool) -> Words | None:
    """The words of a text; None where there are none."""
    words = words_of(text)
    return Words(" ".join(words), prefix or text.rstrip().endswith("*")) if words else None
