"""Where a fact stands: every fact has one."""

from typing import NamedTuple


class Address(NamedTuple):
    """Article, sentence and characters of a fact; offsets count in the article's text."""

    article_id: int
    sentence: int
    start: int
    end: int
