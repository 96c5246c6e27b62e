"""Keywords: whole phrases and whole names, each once, the same in every run."""

import subprocess
import sys
from collections.abc import Sequence

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wiredesk.errors import ConfigError
from wiredesk.extract.keywords import extract_keywords
from wiredesk.schema import ARTICLES, KEYWORDS, NAMES, SENTENCES, TEXTS, conform
from wiredesk.text import fold, safe

HEADLINE = "Harbour workers strike over night shifts"
BODY = [
    "The harbour workers of Port Halden walked out on Friday over night shifts, the Dockers' Union said.",
    "Union leader Marit Solberg said the port authority's offer of higher wages ignored the night shifts.",
    "The port authority called the strike illegal. It asked a labour court to end the strike.",
    "Solberg told reporters that the labour court had no say in night shifts or in wages.",
]
CAPTION = "A photograph of zebras by Ottoline Featherstonehaugh"
PARAGRAPHS = [("title", HEADLINE), *(("body", line) for line in BODY), ("caption", CAPTION)]
NAMED = {
    "Port Halden": "place", "Dockers' Union": "organisation", "Marit Solberg": "person", "Solberg": "person",
    "Ottoline Featherstonehaugh": "person",
}  # fmt: skip

Frames = tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]


def frames(
    paragraphs: Sequence[tuple[str, str]] = PARAGRAPHS,
    named: dict[str, str] = NAMED,
    language: str | None = "en",
) -> Frames:
    """One article, a sentence a paragraph; a name is marked wherever no longer one holds it."""
    text = "\n".join(line for _, line in paragraphs)
    sentences: list[dict[str, int | str]] = []
    names: list[dict[str, int | str]] = []
    at = 0
    for number, (kind, line) in enumerate(paragraphs):
        end = at + len(line)
        sentences.append(
            {"article_id": 7, "sentence": number, "start": at, "end": end, "kind": kind, "paragraph": number}
        )
        taken: set[int] = set()
        for surface in sorted(named, key=len, reverse=True):
            start = text.find(surface, at, end)
            while start >= 0:
                if start not in taken:
                    names.append(
                        {"article_id": 7, "sentence": number, "start": start, "end": start + len(surface),
                         "surface": surface, "kind": named[surface]}
                    )  # fmt: skip
                    taken.update(range(start, start + len(surface)))
                start = text.find(surface, start + 1, end)
        at = end + 1
    articles = conform(pl.DataFrame([{"article_id": 7, "language": language}]), ARTICLES)
    texts = pl.DataFrame([(7, text)], schema=TEXTS, orient="row")
    return (
        articles,
        texts,
        conform(pl.DataFrame(sentences), SENTENCES),
        conform(pl.DataFrame(names, schema=NAMES), NAMES),
    )


def keywords(*given: Frames, **options: int) -> dict[str, str | None]:
    """Keywords and their sorts."""
    found = extract_keywords(*(given[0] if given else frames()), engine="yake", **options)
    return dict(found.select("keyword", "sort").iter_rows())


def of(*lines: str, named: dict[str, str] | None = None) -> dict[str, str | None]:
    return keywords(frames([("body", line) for line in lines], named or {}))


def test_the_matter_of_an_article_is_among_its_keywords() -> None:
    assert {"night shifts", "labour court", "port authority", "strike"} <= set(keywords())


def test_names_are_told_from_other_keywords() -> None:
    found = keywords()
    assert found["Marit Solberg"] == found["Port Halden"] == found["Dockers' Union"] == "name"
    assert found["night shifts"] == found["labour court"] == "plain"


def test_without_names_nothing_is_told_to_be_one() -> None:
    articles, texts, sentences, _ = frames()
    found = extract_keywords(articles, texts, sentences, engine="yake")
    assert found["sort"].null_count() == found.height > 0


def test_a_surname_and_its_full_name_are_one_keyword() -> None:
    assert [keyword for keyword in keywords() if "Solberg" in keyword] == ["Marit Solberg"]


def test_a_surname_that_fits_two_persons_is_taken_for_neither() -> None:
    named: dict[str, str] = dict.fromkeys(("Marit Solberg", "Jonas Solberg", "Solberg"), "person")
    found = extract_keywords(
        *frames([("body", "Marit Solberg and Jonas Solberg sailed. Solberg won the cup for rowing.")], named),
        engine="yake",
    )
    assert {"Marit Solberg", "Jonas Solberg"} <= set(found["keyword"])


def test_an_acronym_and_what_it_stands_for_are_one_keyword() -> None:
    named: dict[str, str] = dict.fromkeys(("Halden Port Authority", "HPA"), "organisation")
    found = of("The Halden Port Authority (HPA) met. HPA staff and the HPA board disagreed.", named=named)
    assert [keyword for keyword, sort in found.items() if sort == "name"] == ["HPA"]


def test_a_name_in_brackets_stands_for_the_one_before() -> None:
    named: dict[str, str] = dict.fromkeys(("Sons of the River", "Nehir"), "group")
    found = of("The Sons of the River (Nehir) burnt a bridge, and Nehir said so.", named=named)
    assert [keyword for keyword, sort in found.items() if sort == "name"] == ["Nehir"]


def test_no_keyword_cuts_a_name_or_runs_into_one() -> None:
    for keyword, sort in keywords().items():
        words = set(keyword.split())
        assert sort == "name" or not words & {"Halden", "Marit", "Solberg", "Dockers'"} or keyword in NAMED


def test_a_name_may_stand_before_the_word_that_it_modifies() -> None:
    found = of(
        "Nehir attacks on barges grew. The Nehir attacks frightened crews, and Nehir attacks go on.",
        named={"Nehir": "group"},
    )
    assert found["Nehir attacks"] == "plain"


def test_every_keyword_has_an_address() -> None:
    articles, texts, sentences, names = frames()
    text: str = texts.item(0, "text")
    found = extract_keywords(articles, texts, sentences, names, engine="yake")
    for row in found.join(sentences, on=["article_id", "sentence"], suffix="_of_it").iter_rows(named=True):
        assert row["start_of_it"] <= row["start"] < row["end"] <= row["end_of_it"]
        assert fold(text[row["start"] : row["end"]]) in (fold(row["keyword"]), "solberg")


def test_captions_give_no_keywords() -> None:
    assert not any("zebra" in fold(keyword) or "Ottoline" in keyword for keyword in keywords())


def test_no_keyword_runs_from_the_headline_into_the_body() -> None:
    given = frames(
        [("title", "Quarrel over copper"), ("body", "Smelter plans divide the town of Halden again.")], {}
    )
    found = keywords(given)
    assert found
    assert not any("copper smelter" in fold(keyword) for keyword in found)


def test_a_headline_in_capitals_gives_words_and_no_names() -> None:
    given = frames(
        [
            ("title", "Tanker Trucks Bring Water To Valley Farms"),
            ("body", "The tanker trucks came at dawn. Farms in the valley had no water."),
        ],
        {},
    )
    assert "tanker trucks" in keywords(given)


def test_a_possessive_joins_no_phrase() -> None:
    found = of("Halden's harbour closed. Halden’s harbour closed again, and Halden's mayor left.")
    assert found
    assert not any("halden harbour" in fold(keyword) for keyword in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [("air strikes", "air strike"), ("sleeper cells", "hidden sleeper cells"), ("airstrikes", "air strikes")],
)
def test_near_identical_phrases_are_one_keyword(one: str, other: str) -> None:
    found = of(f"The {one} were many. Of the {one} nobody spoke, and the {other} was a surprise.")
    same = {fold(phrase).replace(" ", "").rstrip("s") for phrase in (one, other)}
    assert sum(fold(keyword).replace(" ", "").rstrip("s") in same for keyword in found) == 1


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("She bought tamales, and he planted tamales.", "planted tamales"),
        ("The bank wants to postpone loans, to postpone loans for good.", "postpone loans"),
        ("Nobody could harvest rice, and nobody would harvest rice.", "harvest rice"),
    ],
)  # fmt: skip
def test_a_verb_begins_no_keyword(sentence: str, verb: str) -> None:
    found = of(sentence)
    assert found
    assert verb not in found


def test_days_of_the_week_are_no_keywords() -> None:
    assert not any("friday" in fold(keyword) for keyword in keywords())


def test_the_frame_is_ranked_and_cut() -> None:
    frame = extract_keywords(*frames(), per_article=4, engine="yake")
    assert frame.schema == KEYWORDS
    assert frame["rank"].to_list() == [1, 2, 3, 4]
    assert set(frame["sort"]) == {"name", "plain"}


@pytest.mark.parametrize("language", [None, "eo", "zh"])
def test_an_unknown_language_gives_no_keywords(language: str | None) -> None:
    assert keywords(frames(language=language)) == {}


@pytest.mark.parametrize(
    ("language", "body", "wanted", "unwanted"),
    [
        ("de", "Die Hafenarbeiter von Halden streiken. Der Streik der Hafenarbeiter dauert an, sagte Anna.",
         "hafenarbeiter", {"die", "der", "sagte"}),
        ("fr", "La grève des dockers bloque le port. Les dockers du port demandent une hausse des salaires.",
         "dockers", {"la", "les", "des", "une"}),
        ("es", "La huelga de los estibadores cierra el puerto. Los estibadores piden un aumento.",
         "estibadores", {"la", "los", "un"}),
        ("ar", "أعلن عمال الميناء الإضراب. وقال عمال الميناء إن الإضراب سيستمر حتى زيادة الأجور.",
         "الميناء", {"إن", "حتى"}),
    ],
)  # fmt: skip
def test_stop_words_are_the_languages_own(language: str, body: str, wanted: str, unwanted: set[str]) -> None:
    found = [keyword.lower() for keyword in keywords(frames([("body", body)], {}, language))]
    assert any(wanted in keyword.split() for keyword in found)
    assert not unwanted & {word for keyword in found for word in (keyword.split()[0], keyword.split()[-1])}


def test_fewer_than_one_keyword_is_an_error() -> None:
    with pytest.raises(ValueError, match="per_article"):
        extract_keywords(*frames(), per_article=0)


def test_no_articles_give_an_empty_frame() -> None:
    empty = extract_keywords(ARTICLES.to_frame(), TEXTS.to_frame(), SENTENCES.to_frame(), NAMES.to_frame())
    assert empty.schema == KEYWORDS
    assert empty.is_empty()


def test_an_engine_that_does_not_exist_is_told() -> None:
    with pytest.raises(ConfigError, match=r"keywords\.engine.*yake-rust"):
        extract_keywords(*frames(), engine="rake")


def test_keywords_are_the_same_under_every_hash_seed() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from test_keywords import keywords, frames;"
        "print(list(keywords(frames())))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program, __file__.rpartition("/")[0]], capture_output=True, text=True,
            check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1


def test_importing_the_extractor_does_not_import_yake() -> None:
    program = "import sys, wiredesk.extract as x; x.extract_keywords; sys.exit('yake' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": ":".join(sys.path)}, check=False
    )
    assert done.returncode == 0


def test_a_failure_inside_yake_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    for text in ("", ".", "\u200b", "!!! ???", "the of and", "1 2 3"):
        of(text)
    assert capfd.readouterr() == ("", "")


@example(["DOS"])  # a word of little meaning in one language, written like a name
@example(["DOS", "DOS NOS", "Nos"])
@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=80).map(lambda line: safe(line).replace("\n", " ")), max_size=4))
def test_any_text_can_be_read(lines: list[str]) -> None:
    paragraphs = [("title" if number == 0 else "body", line) for number, line in enumerate(lines)]
    if not paragraphs:
        return
    articles, texts, sentences, names = frames(paragraphs, {"A": "person", "0": "place", "a b": "group"})
    text: str = texts.item(0, "text")
    for engine in ("auto", "yake"):
        for row in extract_keywords(articles, texts, sentences, names, engine=engine).iter_rows(named=True):
            assert row["score"] >= 0
            assert row["keyword"].strip() == row["keyword"] != ""
            assert text[row["start"] : row["end"]]
