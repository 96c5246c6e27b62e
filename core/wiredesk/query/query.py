"""One value that says what the reader narrowed to."""

from dataclasses import dataclass, replace
from typing import Self

from wiredesk.query.clauses import Clause
from wiredesk.query.fields import FIELDS
from wiredesk.query.language import Parser, quoted


@dataclass(frozen=True, slots=True)
class Query:
    """Clauses that must all hold; none of them means everything.

    Every pane, command and export is a function of an index and a query.
    """

    clauses: tuple[Clause, ...] = ()

    @classmethod
    def parse(cls, text: str, *, typing: bool = False) -> Self:
        """Read a query.

        Args:
            text: In the language of `wiredesk.query.language`.
            typing: The reader is still typing: the last word may go on, open ends are forgiven.

        Raises:
            QueryError: a clause is broken; the error's offsets point at it.
        """
        return cls(Parser(text, typing=typing).clauses())

    def __str__(self) -> str:
        return " ".join(clause.text for clause in self.clauses)

    def plus(self, clause: Clause) -> Self:
        """This query and one clause more; a clause that is there already is not added again."""
        return self if clause in self.clauses else replace(self, clauses=(*self.clauses, clause))

    def minus_last(self) -> Self:
        """This query without its last clause."""
        return replace(self, clauses=self.clauses[:-1])


def facet(field: str, value: str) -> Clause:
    """A clause made from a row of a view rather than from text: `facet("place", "Erbil")`.

    Raises:
        KeyError: no such field.
        QueryError: the value does not fit the field.
    """
    if field not in FIELDS:
        raise KeyError(field)
    (clause,) = Parser(f"{field}:{quoted(value)}").clauses()
    return clause
