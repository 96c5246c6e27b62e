"""Numbers: every way of writing one comes out as the same value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.extract.figures.digits import value_of
from wiredesk.extract.figures.numbers import find_numbers
from wiredesk.extract.figures.passage import prepare

UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def values(text: str, language: str = "en") -> list[float]:
    return [number.value for number in find_numbers(prepare(text, language))]


def spelled(number: int) -> str:
    """English words for a number, the British way."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f"-{UNITS[rest]}" if rest else "")
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            count, rest = divmod(number, size)
            joint = " and " if rest and rest < 100 else " "
            return f"{spelled(count)} {word}" + (joint + spelled(rest) if rest else "")
    raise AssertionError(number)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,600", 1600), ("1,600.5", 1600.5), ("816 000", 816_000), ("12,34,567", 1_234_567), ("2½", 2.5),
        ("2 1/2", 2.5), ("4.2bn", 4.2e9), ("3 million", 3e6), ("1.5 lakh", 150_000), ("7 crore", 7e7),
        ("£1.3million", 1.3e6), ("0.5", 0.5), ("two and a half million", 2.5e6), ("a dozen", 12),
        ("six dozen", 72),
        ("half a million", 500_000), ("half-dozen", 6), ("a million and a half", 1.5e6), ("twenty-two", 22),
        ("a hundred and five", 105), ("two thousand five hundred", 2500), ("an estimated five", 5),
        ("one point three", 1.3), ("two-thirds", 2 / 3), ("3.5 trillion", 3.5e12), ("six and a half", 6.5),
        ("several hundred", 100), ("tens of thousands", 10_000), ("hundreds", 100), ("1.600,5", 1600.5),
    ],
)  # fmt: skip
def test_a_number_is_written_out_in_full(written: str, value: float) -> None:
    assert values(f"{written} of them.") == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "1.600 Menschen", 1600), ("de", "3,2 Mrd. Euro", 3.2e9),
        ("de", "zwei Millionen", 2e6),
        ("fr", "2,5 millions", 2.5e6), ("fr", "mille soldats", 1000), ("fr", "trois milliards", 3e9),
        ("es", "1.600 personas", 1600), ("es", "cinco mil", 5000),
        ("es", "tres mil millones", 3e9),
        ("en", "1.600 metres", 1.6),
    ],
)  # fmt: skip
def test_the_language_tells_what_points_and_commas_mean(language: str, text: str, value: float) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "the G7", "an F-16", "Covid-19", "at 10:30", "at 10.30am", "by 5pm", "at 5 p.m.", "around 24/7",
        "version 1.2.3",
        "on 12/05/2004", "agent 007", "room B12", "mail a1@example.org", "0900 GMT", "file_12",
        "the 5.5e9_x3",
    ],
)  # fmt: skip
def test_what_is_glued_into_something_else_is_no_number(text: str) -> None:
    assert values(f"{text}.") in ([], [5.5])


def test_words_that_make_no_single_number_are_several() -> None:
    assert values("two three-bedroom flats") == [2, 3]
    assert values("ten to twelve") == [10, 12]
    assert values("two and three") == [2, 3]


def test_a_multiplier_alone_counts_nothing() -> None:
    assert values("a half hearted million euro baby in the thousand islands") == []


def test_number_words_inside_other_words_are_left_alone() -> None:
    assert values("Someone from Tennessee often weighs anyone's kitten in Sixmilebridge") == []


@given(st.integers(0, 10**12 - 1))
def test_words_and_digits_of_a_number_agree(number: int) -> None:
    assert values(f"{spelled(number)} people") == [number]
    assert values(f"{number:,} people") == [number]


@given(st.integers(1000, 10**9))
def test_grouped_digits_agree_in_every_style(number: int) -> None:
    grouped = f"{number:,}"
    assert value_of(grouped, decimal_comma=False) == number
    assert value_of(grouped.replace(",", "."), decimal_comma=True) == number
    assert values(f"{grouped.replace(',', chr(0xA0))} people") == [number]


@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from(["thousand", "million", "billion", "bn", "trillion"]),
)
def test_a_scaled_number_is_its_mantissa_times_the_scale(whole: int, tenth: int, scale: str) -> None:
    size = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}[scale]
    joint = "" if scale == "bn" else " "
    assert values(f"${whole}.{tenth}{joint}{scale}") == [pytest.approx((whole + tenth / 10) * size)]


@given(st.text())
def test_numbers_of_any_text_are_spans_in_order(text: str) -> None:
    behind = 0
    for number in find_numbers(prepare(text)):
        assert behind <= number.start < number.end <= len(text)
        behind = number.end


@given(st.text(alphabet="0123456789.,-/: £$%mkbn½andto", max_size=60))
def test_odd_runs_of_digits_and_signs_never_break_the_reader(text: str) -> None:
    for number in find_numbers(prepare(text)):
        assert number.value >= 0
