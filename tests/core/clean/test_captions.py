import pytest

from wiredesk.clean.captions import is_caption, is_credit, without_credit, without_label
from wiredesk.clean.lines import Line, lines_of


def line(text: str) -> Line:
    return lines_of(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Caption: The swing bridge opens for a trawler.",
        "FILE - Farmers carry a straw horse through Ombra, Oct. 3, 2021.",
        "The mayor cuts the first loaf. Picture: Tessa Lindqvist",
        "Ash covers roofs in Lower Ersa. Ana Brightwater/Northern Courier",
        "Un promeneur dans la forêt, mercredi. (Photo Hugo Lantier)",
        "A boat leaves the quay in Saltby, July 9, 2022. (credit: SALTBY HARBOUR OFFICE/VIA COMMONS)",
        "A diver surfaces near the wreck. © Rui Castanho",
    ],
)
def test_a_credit_or_a_label_makes_a_caption_anywhere(text: str) -> None:
    assert is_caption(line(text), head=False, last=False, repeated=False, credited=False)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, Livia Santoro (left), and a baker meet in Ombra.",
        "Fighters walk past a mill in Tarn. AFP",
        "A woman is seen on the quay.",
    ],
)
def test_above_the_body_less_will_do(text: str) -> None:
    assert is_caption(line(text), head=True, last=False, repeated=False, credited=False)


@pytest.mark.parametrize(
    "text",
    [
        'The harbour was quiet, "like a church", said the skipper (left alone by his crew).',
        "The office said that eleven wrecks lie in the bay, and that it would look for more (see map).",
        "Councillors voted 14 to 9 on Monday to keep the bridge open to traffic.",
        "Nobody was hurt, the police said. (Reuters)",
    ],
)
def test_body_is_no_caption(text: str) -> None:
    assert not is_caption(line(text), head=False, last=True, repeated=False, credited=False)


@pytest.mark.parametrize(
    "text",
    [
        "(Photo: Tessa Lindqvist/Ombra Images)",
        "(photo credit: OMBRA IMAGES/TESSA LINDQVIST)",
        "Photographs by Rui Castanho",
        "(AFP)",
    ],
)
def test_a_credit_alone_is_told_from_a_caption(text: str) -> None:
    assert is_credit(line(text))


def test_a_caption_without_its_credit_is_the_same_caption() -> None:
    plain = "Dancers wait behind the stage in Ombra, May 4, 2021."
    assert without_credit(f"{plain} (photo credit: OMBRA IMAGES/T. LINDQVIST)") == without_credit(plain)


def test_the_label_goes_and_the_credit_stays() -> None:
    assert (
        without_label("PHOTO: A boy, 9, with the cake. Picture: Rui Castanho")
        == "A boy, 9, with the cake. Picture: Rui Castanho"
    )
