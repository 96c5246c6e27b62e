"""Facts of all articles brought together: actors under one name, near-copies under one article."""

from wiredesk.link.actors import Linked, link_actors
from wiredesk.link.before import Before
from wiredesk.link.copies import COPIES, find_copies
from wiredesk.link.lexicon import Lexicon, load_lexicon
from wiredesk.link.settled import CopiesBefore

__all__ = [
    "COPIES", "Before", "CopiesBefore", "Lexicon", "Linked", "find_copies", "link_actors", "load_lexicon",
]  # fmt: skip
