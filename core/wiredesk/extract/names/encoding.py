"""What the careful tagger's network sees of a document: sub-words, and what is known of each word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from wiredesk.extract.names.features import DocumentWords, document_words, is_headline
from wiredesk.extract.names.lexicon import Lexicon

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHAPES: Final = ("lower", "capitals", "initial", "inner", "digits", "mark")
LISTS: Final = (
    "body", "city", "country", "event", "first", "given", "last", "people", "product", "region", "surname",
)  # fmt: skip
CLASSES: Final = ("body", "link", "place", "saying", "ship", "title")
PLACES: Final = ("opens", "headline", "lower", "upper", "longer")
TRAITS: Final[tuple[str, ...]] = (
    *(f"shape={name}" for name in SHAPES),
    *(f"list={name}" for name in LISTS),
    *(f"class={name}" for name in CLASSES),
    *(f"place={name}" for name in PLACES),
    *(f"longer={name}" for name in LISTS),
)
"""What a word may be known for; the network has a weight vector for each, and their order is the model's."""
_NUMBER: Final = {trait: number for number, trait in enumerate(TRAITS)}

MOST_PIECES: Final = 224
"""Sub-words of one stretch of text that is judged together: about ten sentences. The network's base was
trained on stretches up to 256; longer ones cost more per word, shorter ones tell less of the document."""
_MOST_OF_A_WORD: Final = 12  # sub-words; what is longer is an address or noise
_CACHED_WORDS: Final = 40_000


@dataclass(frozen=True, slots=True)
class Word:
    """What one word lends to the network wherever it stands."""

    pieces: tuple[int, ...]
    """Numbers of its sub-words, at least one."""
    traits: tuple[int, ...]
    """Numbers in `TRAITS`."""
    lower: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words of a document that the network judges together, as sub-words in order."""

    places: list[tuple[int, int]]
    """Each word's sentence and its number in it."""
    firsts: list[int]
    """Where each word's first sub-word is."""
    pieces: list[int]
    traits: list[tuple[int, ...]]
    """For each sub-word, the traits of its word."""


class Encoder:
    """Turns documents into stretches; keeps what it found out of each word it has met."""

    def __init__(self, tokenizer: "Tokenizer", lexicon: Lexicon) -> None:
        self._tokenizer = tokenizer
        self._lexicon = lexicon
        self._words: dict[str, Word] = {}
        unknown = tokenizer.token_to_id("[UNK]")
        opening, closing = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
        if unknown is None or opening is None or closing is None:
            raise ValueError("the tokenizer has no [UNK], [CLS], [SEP]")
        self._unknown, self._opening, self._closing = unknown, opening, closing

    def document(self, sentences: Sequence[Sequence[str]]) -> list[Stretch]:
        """The stretches of a document, in order; every word is in one.

        A stretch ends with a sentence, unless one sentence alone is too long for it.
        """
        known = document_words(sentences)
        stretches: list[Stretch] = []
        filled = Stretch([], [], [self._opening], [()])
        for number, sentence in enumerate(sentences):
            words = [self._word(word) for word in sentence]
            traits = self._traits(sentence, words, known)
            size = sum(len(word.pieces) for word in words)
            for at, word in enumerate(words):
                begins = not at and len(filled.pieces) + size > MOST_PIECES
                if begins or len(filled.pieces) + len(word.pieces) > MOST_PIECES:
                    stretches.append(filled)
                    filled = Stretch([], [], [self._opening], [()])
                filled.places.append((number, at))
                filled.firsts.append(len(filled.pieces))
                filled.pieces.extend(word.pieces)
                filled.traits.extend([traits[at]] * len(word.pieces))
        stretches.append(filled)
        for stretch in stretches:
            stretch.pieces.append(self._closing)
            stretch.traits.append(())
        return [stretch for stretch in stretches if stretch.places]

    def _traits(
        self, sentence: Sequence[str], words: Sequence[Word], known: DocumentWords
    ) -> list[tuple[int, ...]]:
        headline = is_headline(sentence)
        longer = self._longer(sentence)
        found: list[tuple[int, ...]] = []
        for at, word in enumerate(words):
            traits = word.traits
            if headline:
                traits += (_NUMBER["place=headline"],)
            if not at:
                traits += (_NUMBER["place=opens"],)
            if word.capital:
                if word.lower in known.lower:
                    traits += (_NUMBER["place=lower"],)
                if word.lower in known.upper:
                    traits += (_NUMBER["place=upper"],)
            found.append(traits + longer.get(at, ()))
        return found

    def _longer(self, sentence: Sequence[str]) -> dict[int, tuple[int, ...]]:
        """Traits of the words that are part of a listed name of several words."""
        found: dict[int, tuple[int, ...]] = {}
        for at, word in enumerate(sentence):
            for name, kind in self._lexicon.longer.get(word, ()):
                if tuple(sentence[at : at + len(name)]) == name:
                    number = _NUMBER.get(f"longer={kind}")
                    if number is not None:
                        found[at] = (number, _NUMBER["place=longer"])
                        found.update((inside, (number,)) for inside in range(at + 1, at + len(name)))
                    break
        return found

    def _word(self, word: str) -> Word:
        described = self._words.get(word)
        if described is None:
            described = self._describe(word)
            if len(self._words) < _CACHED_WORDS:
                self._words[word] = described
        return described

    def _describe(self, word: str) -> Word:
        pieces = self._tokenizer.encode(word, add_special_tokens=False).ids[:_MOST_OF_A_WORD]
        lower = word.lower()
        traits = [f"shape={_shape(word)}"]
        traits += [f"list={name}" for name in self._lexicon.lists(word)]
        traits += [f"class={name}" for name in self._lexicon.classes.get(lower.rstrip("."), ())]
        return Word(
            pieces=tuple(pieces) or (self._unknown,),
            traits=tuple(sorted({_NUMBER[trait] for trait in traits if trait in _NUMBER})),
            lower=lower,
            capital=word[0].isupper(),
        )


def _shape(word: str) -> str:
    if not word[0].isalnum():
        return "mark"
    if word.islower():
        return "lower"
    if len(word) > 1 and word.isupper():
        return "capitals"
    if word[0].isupper():
        return "initial"
    if any(c.isupper() for c in word):
        return "inner"
    return "digits" if any(c.isdigit() for c in word) else "lower"
