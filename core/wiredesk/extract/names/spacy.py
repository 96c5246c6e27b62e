"""A spaCy pipeline that the user has installed, in place of the shipped taggers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Self

from wiredesk.errors import ConfigError
from wiredesk.extract.names.spans import Span, tags_of

if TYPE_CHECKING:
    from spacy.language import Language

_LABELS: Final = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG",
    "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "MISC": "MISC", "NORP": "MISC", "PRODUCT": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC",
    "LANGUAGE": "MISC",
}  # fmt: skip
"""Labels of OntoNotes and of the WikiNER models; the others (dates, quantities) are no names."""


class SpacyTagger:
    """Labels the words of a document by a spaCy pipeline with a component that sets `Doc.ents`."""

    def __init__(self, pipeline: "Language") -> None:
        self._pipeline = pipeline

    @classmethod
    def load(cls, model: str) -> Self:
        """Load an installed pipeline, or one in a folder.

        Raises:
            ConfigError: it is not there, or finds no names.
        """
        import spacy

        try:
            pipeline = spacy.load(model)
        except (OSError, ValueError, ImportError) as error:
            raise ConfigError(
                f"names: 'spacy:{model}' cannot be loaded ({error}); run: python -m spacy download {model}"
            ) from error
        if not {"ner", "entity_ruler"} & set(pipeline.pipe_names):
            raise ConfigError(f"names: 'spacy:{model}' finds no names; take a pipeline with a component ner")
        return cls(pipeline)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """IOB tags over PER, ORG, LOC and MISC, one for each word; no word may be empty."""
        return [self._tags(list(words)) for words in sentences]

    def _tags(self, words: list[str]) -> list[str]:
        if not words:
            return []
        from spacy.tokens import Doc

        doc: Doc = self._pipeline(Doc(self._pipeline.vocab, words=words))
        spans = [Span(e.start, e.end, _LABELS[e.label_]) for e in doc.ents if e.label_ in _LABELS]
        return tags_of(spans, len(words))


def model_version(model: str) -> str:
    """Name and version of an installed pipeline.

    Raises:
        ConfigError: it is not there.
    """
    import spacy.util

    try:
        meta = spacy.util.get_model_meta(_folder(model))
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"names: 'spacy:{model}' is not installed; run: python -m spacy download {model}"
        ) from error
    return f"{meta.get('name')} {meta.get('version')} {meta.get('spacy_git_version')}"


def _folder(model: str) -> str:
    import spacy.util

    return str(spacy.util.get_package_path(model)) if spacy.util.is_package(model) else model
