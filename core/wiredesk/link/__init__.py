"""Facts of all articles brought together: actors under one name, near-copies under one article."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.link.actors import Linked, link_actors
    from wiredesk.link.before import Before
    from wiredesk.link.copies import COPIES, find_copies
    from wiredesk.link.lexicon import Lexicon, load_lexicon
    from wiredesk.link.settled import CopiesBefore

__all__ = [
    "COPIES",
    "Before",
    "CopiesBefore",
    "Lexicon",
    "Linked",
    "find_copies",
    "link_actors",
    "load_lexicon",
]

__getattr__ = handing_on(
    __name__,
    {
        "actors": (
            "Linked",
            "link_actors",
        ),
        "before": ("Before",),
        "copies": (
            "COPIES",
            "find_copies",
        ),
        "lexicon": (
            "Lexicon",
            "load_lexicon",
        ),
        "settled": ("CopiesBefore",),
    },
)
