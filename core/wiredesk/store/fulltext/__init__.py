"""The full-text index beside the frames of a generation, by tantivy; and the word rule of all searching."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.store.fulltext.answers import Look, Newest, Ranked
    from wiredesk.store.fulltext.fulltext import FullText
    from wiredesk.store.fulltext.guard import FullTextError
    from wiredesk.store.fulltext.shape import FARTHEST, FOLDER, NO_DAY
    from wiredesk.store.fulltext.words import (
        Pattern,
        Word,
        is_spaced,
        words_of,
        words_of_folded,
        words_with_places,
    )
    from wiredesk.store.fulltext.writing import is_whole, write_fulltext

__all__ = [
    "FARTHEST",
    "FOLDER",
    "NO_DAY",
    "FullText",
    "FullTextError",
    "Look",
    "Newest",
    "Pattern",
    "Ranked",
    "Word",
    "is_spaced",
    "is_whole",
    "words_of",
    "words_of_folded",
    "words_with_places",
    "write_fulltext",
]

__getattr__ = handing_on(
    __name__,
    {
        "answers": (
            "Look",
            "Newest",
            "Ranked",
        ),
        "fulltext": ("FullText",),
        "guard": ("FullTextError",),
        "shape": (
            "FARTHEST",
            "FOLDER",
            "NO_DAY",
        ),
        "words": (
            "Pattern",
            "Word",
            "is_spaced",
            "words_of",
            "words_of_folded",
            "words_with_places",
        ),
        "writing": (
            "is_whole",
            "write_fulltext",
        ),
    },
)
