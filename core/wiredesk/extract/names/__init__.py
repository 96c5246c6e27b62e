"""Names of persons, organisations, places and groups: a CRF tagger, votes within the article, wording."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.extract.names.conll import tag_conll
    from wiredesk.extract.names.extract import extract_names, tag_tokens
    from wiredesk.extract.names.tagger import Tagger
    from wiredesk.extract.names.tiers import load_tagger

__all__ = ["Tagger", "extract_names", "load_tagger", "tag_conll", "tag_tokens"]

__getattr__ = handing_on(
    __name__,
    {
        "conll": ("tag_conll",),
        "extract": (
            "extract_names",
            "tag_tokens",
        ),
        "tagger": ("Tagger",),
        "tiers": ("load_tagger",),
    },
)
