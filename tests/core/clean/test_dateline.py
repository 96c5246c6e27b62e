from datetime import date

import pytest

from wiredesk.clean.dateline import Dateline, dateline, lone_dateline, written_small

REST = "The harbour office said on Monday that nobody had been on the quay."


def parsed(head: str, *, first: bool = True) -> Dateline | None:
    return dateline(head + REST, first=first)


@pytest.mark.parametrize(
    ("head", "place", "outlet", "agency", "day"),
    [
        ("SALTBY (The Coast Ledger) – ", "Saltby", "The Coast Ledger", None, None),
        ("SALTBY, Tarn Region - ", "Saltby, Tarn Region", None, None, None),
        ("PORT TAMBER: ", "Port Tamber", None, None, None),
        ("GENEVA, 3 May (Lakeside News Agency) - ", "Geneva", None, "Lakeside News Agency", None),
        ("KYIV, Ukraine — ", "Kyiv, Ukraine", None, None, None),
        ("LUMERA, Nov. 14, 2023 (AP) — ", "Lumera", None, "AP", date(2023, 11, 14)),
        ("Port Almere, 12 February 2025 – ", "Port Almere", None, None, date(2025, 2, 12)),
        ("VALBOURG, le 3 mai 2024 (AFP) - ", "Valbourg", None, "AFP", date(2024, 5, 3)),
        ("Montesol, 3 may (EFE).- ", "Montesol", None, "EFE", None),
        ("MONTESOL (Noticias del Valle) -- ", "Montesol", "Noticias del Valle", None, None),
        ("ABBOT/ORRIN, June 3 - ", "Abbot/Orrin", None, None, None),
        ("MUHANGA, Rwanda. ", "Muhanga, Rwanda", None, None, None),
        ("ADRÉ, eastern Chad – ", "Adré, eastern Chad", None, None, None),
        (
            "N'DOLA, Tarn (Upland Today/Agence Corran) – ",
            "N'Dola, Tarn",
            "Upland Today",
            "Agence Corran",
            None,
        ),
        ("(Reuters) - ", None, None, "Reuters", None),
    ],
)
def test_a_dateline_gives_place_outlet_agency_and_day(
    head: str, place: str | None, outlet: str | None, agency: str | None, day: date | None
) -> None:
    assert parsed(head) == Dateline(len(head), place, outlet, agency, day)


@pytest.mark.parametrize(
    "line",
    [
        "NOTE: This is what we did not know before the storm came in.",
        "UPDATE – The thing was never really said on Friday by anybody.",
        "KAYAK: Six Boats Reach the Final and One Sinks on the Way Home",
        "U.S. President Ada Quill said on Monday that it was time to leave.",
        "Wheat, barley and oats were brought in late this year in the valley.",
        "Q: How many wells are there in the valley of the upper Corran?",
    ],
)
def test_a_label_a_headline_or_a_sentence_is_no_dateline(line: str) -> None:
    assert dateline(line, first=True) is None


def test_a_place_in_small_letters_counts_only_at_the_start_of_the_body() -> None:
    assert parsed("Saltby – ") is not None
    assert parsed("Saltby – ", first=False) is None


def test_a_dateline_without_a_year_tells_no_day() -> None:
    told = parsed("LUMERA, Nov 14 (Reuters) - ")
    assert told is not None
    assert told.day is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("EL AMRA, Tarn", "El Amra, Tarn"),
        ("SALTBY, TARN | Sunday 8 November", "Saltby, Tarn"),
        ("SALTBY, Thursday", "Saltby"),
    ],
)
def test_a_dateline_may_stand_alone(line: str, place: str) -> None:
    told = lone_dateline(line)
    assert told is not None
    assert told.place == place


@pytest.mark.parametrize("line", ["HIGHLIGHTS", "Saltby", "TARN | Live: Rate Day and Derby Day"])
def test_a_label_alone_is_no_dateline(line: str) -> None:
    assert lone_dateline(line) is None


def test_places_in_capitals_are_written_small() -> None:
    assert written_small("PORT-AU-PRINCE, Haiti") == "Port-au-Prince, Haiti"
    assert written_small("DAR ES SALAAM") == "Dar es Salaam"
    assert written_small("ST. JOHN'S, N.L.") == "St. John's, N.L."
    assert written_small("Le Mans") == "Le Mans"


@pytest.mark.parametrize(
    ("head", "place", "agency", "day"),
    [
        ("NORVINSK, May 17, 2024. /TASS/. ", "Norvinsk", "TASS", date(2024, 5, 17)),
        ("Saltby, May 3, 2024, SPA -- ", "Saltby", "SPA", date(2024, 5, 3)),
        ("NEW SALTBY, Oct. 30, 2023 /PRNewswire/ -- ", "New Saltby", "PRNewswire", date(2023, 10, 30)),
        ("NORVINSK. Oct 30 (Interfax) - ", "Norvinsk", "Interfax", None),
        ("PORT TAMBER--(BUSINESS WIRE)--", "Port Tamber", "BUSINESS WIRE", None),
        ("(ANSA) - LUMERA, 30 OTT - ", "Lumera", "ANSA", None),
        ("НОРВИНСК, 17 мая. /ТАСС/. ", "Норвинск", "ТАСС", None),
        ("Saltby, SANA- ", "Saltby", "SANA", None),
        ("مرجان 5 مارس (رويترز) - ", "مرجان", "رويترز", None),
        ("مرجان (أ ف ب) - ", "مرجان", "أ ف ب", None),
    ],
)
def test_wire_services_have_manners_of_their_own(
    head: str, place: str, agency: str, day: date | None
) -> None:
    assert parsed(head) == Dateline(len(head), place, None, agency, day)


def test_an_outlet_with_a_number_in_its_name_is_no_place() -> None:
    assert parsed("SALTBY (Coast 24) – ") == Dateline(20, "Saltby", "Coast 24", None, None)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [("SALTBY 3 Oct. (EUROPA PRESS) -", "Saltby", "EUROPA PRESS"), ("SALTBY —", "Saltby", None)],
)
def test_a_dateline_may_stand_above_its_text(line: str, place: str, agency: str | None) -> None:
    found = lone_dateline(line)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    ("head", "place", "outlet", "agency", "day"),
    [
        (
            "SALTBY, Mass., Oct. 9, 2025 /CoastLine/ -- ",
            "Saltby, Mass.",
            "CoastLine",
            None,
            date(2025, 10, 9),
        ),
        ("SALTBY, Mass.--(COASTLINE)--", "Saltby, Mass.", "COASTLINE", None, None),
        ("SALTBY, Mass. – October 9, 2025 – ", "Saltby, Mass.", None, None, date(2025, 10, 9)),
        ("Port Almere, Dec 1 (PTI) ", "Port Almere", None, "PTI", None),
        ("PORT TAMBER CITY—", "Port Tamber City", None, None, None),
    ],
)
def test_press_releases_and_papers_without_spaces_have_datelines_of_their_own(
    head: str, place: str, outlet: str | None, agency: str | None, day: date | None
) -> None:
    assert parsed(head) == Dateline(len(head), place, outlet, agency, day)


@pytest.mark.parametrize(
    "text",
    [
        "MINISTER OKELLO: The ports will stay closed for one more day, whatever the owners say.",
        "SPOKESPERSON: The ministry has seen the reports and has nothing to add to what was said on Monday.",
        "OKELLO: I said last week that the ports stay closed, and nothing since has changed that.",
        "Nobody came—The harbour office said on Monday that nobody had been on the quay since the storm.",
    ],
)
def test_who_speaks_is_no_place(text: str) -> None:
    assert dateline(text, first=True) is None
