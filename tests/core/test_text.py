import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from wiredesk.text import REPLACEMENT, fold, fold_with_offsets, folds_in_place, newlines, safe, safe_line


def test_accents_quotes_dashes_and_no_break_spaces_fold_away() -> None:
    assert fold("Élan\u00a0“Ökonom” — İstanbul’s") == 'elan "okonom" - istanbul\'s'


def test_decomposed_and_composed_accents_fold_alike() -> None:
    assert fold(unicodedata.normalize("NFD", "Émile Žižek")) == fold("Émile Žižek") == "emile zizek"


def test_escape_sequences_and_bidi_overrides_cannot_pass() -> None:
    hostile = "a\x1b]52;c;AAAA\x07b\x9b2Jc\u202edesrever\u2066"
    shown = safe(hostile)
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e", "\u2066"}
    assert shown.count(REPLACEMENT) == 5


def test_a_display_row_has_no_line_breaks_and_no_invisible_characters() -> None:
    assert safe_line("one\ttwo\nthree\u200bfour\u00ad") == "one two threefour"


def test_every_line_break_becomes_a_line_feed() -> None:
    assert newlines("\ufeffa\r\nb\rc\n") == "a\nb\nc\n"
    assert safe("a\u2028b\x0bc") == "a\nb\nc"


def test_colour_codes_leave_no_numbers_behind() -> None:
    assert newlines("a \x1b[1;31mred\x1b[0m b\x9b4mc") == "a red bc"
    assert newlines("a\x1b[2Jb") == "a\x1b[2Jb"


@given(st.text())
def test_safe_text_keeps_its_length_and_is_stable(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert safe(safe(text)) == safe(text)
    assert all(c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs") for c in safe(text))


@given(st.text())
def test_folding_with_and_without_offsets_is_one_thing(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_character_folds_to_the_same_wherever_it_stands(text: str) -> None:
    assert fold(text) == "".join(fold(char) for char in text)


@given(st.text(st.characters(max_codepoint=0x2FFF), max_size=60))
def test_a_text_folds_as_its_characters_do_one_by_one(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
    assert folds_in_place(text) == all(len(fold(char)) == 1 for char in text)
