"""Which tagger finds the names: the fast one, the careful one, or a spaCy pipeline of the user's."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from wiredesk.errors import ConfigError
from wiredesk.extract.names.tagger import CrfTagger, Tagger

AUTO: Final = "auto"
FAST: Final = "fast"
CAREFUL: Final = "careful"
SPACY: Final = "spacy:"

MOST_CAREFUL: Final = 1_500
"""Articles up to which `auto` is careful. A first run of 1,000 should end within two minutes on two cores: of
370 words each they took 54 s there, 22 s with the fast tagger, on a machine without 8-bit instructions."""

WEIGHTS: Final = Path(__file__).parent / "weights"
CARD: Final = "careful.json"
"""What the careful model was trained for: its `traits` and `labels`, in order, and its file's `digest`."""

_CAREFUL_NEEDS: Final = ("onnxruntime", "tokenizers")


def choose_tier(names: str, articles: int) -> str:
    """What `names` comes to for a corpus of so many articles: `fast`, `careful` or `spacy:MODEL`.

    Args:
        names: `auto`, or one of those.

    Raises:
        ConfigError: it is none of them, or it is not installed; the message says what to install.
    """
    if names == AUTO:
        return CAREFUL if articles <= MOST_CAREFUL and _has_careful() else FAST
    if names == CAREFUL and not _has_careful():
        raise ConfigError(
            "names: 'careful' needs onnxruntime and tokenizers; run: pip install 'wiredesk[careful]'"
        )
    if names in (FAST, CAREFUL):
        return names
    if names.startswith(SPACY) and len(names) > len(SPACY):
        if find_spec("spacy") is None:
            raise ConfigError(f"names: {names!r} needs spaCy; run: pip install spacy")
        return names
    raise ConfigError(f"names: {names!r} is no tagger; take auto, fast, careful or spacy:MODEL")


def _has_careful() -> bool:
    return (WEIGHTS / CARD).is_file() and all(find_spec(module) is not None for module in _CAREFUL_NEEDS)


def load_tagger(names: str = FAST) -> Tagger:
    """A tagger by its name, loaded once in a process.

    Args:
        names: As `choose_tier` takes it; `auto` is careful where that is installed.

    Raises:
        ConfigError: there is no such tagger, or it is not installed.
    """
    return _load(choose_tier(names, articles=0))


@cache
def _load(tier: str) -> Tagger:
    # Imported here: who is content with the fast tagger need not have the others' libraries.
    if tier == CAREFUL:
        from wiredesk.extract.names.careful import CarefulTagger

        return CarefulTagger.load(WEIGHTS)
    if tier.startswith(SPACY):
        from wiredesk.extract.names.spacy import SpacyTagger

        return SpacyTagger.load(tier.removeprefix(SPACY))
    return CrfTagger()


def tier_signature(tier: str) -> str:
    """Names the models behind a tier, as far as they are not code of this package: they decide what is found.

    Raises:
        ConfigError: the tier's model cannot be found.
    """
    if tier == CAREFUL:
        return str(json.loads((WEIGHTS / CARD).read_text(encoding="utf-8"))["digest"])
    if tier.startswith(SPACY):
        from wiredesk.extract.names.spacy import model_version

        return model_version(tier.removeprefix(SPACY))
    return ""
