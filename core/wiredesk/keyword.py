"""When two keywords of different articles are one."""

from typing import Final

from wiredesk.text import fold

_SHORT: Final = 3
"""Letters up to which a final -s is part of the word (gas, bus)."""


def keyword_key(keyword: str) -> str:
    """The same for keywords that differ in case, accents, number or hyphens: "Air strikes", "air-strike"."""
    return "".join(_singular(word) for word in fold(keyword).replace("-", " ").replace(".", "").split())


def _singular(word: str) -> str:
    if len(word) <= _SHORT or word[-1] != "s" or word[-2] in "su":
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
