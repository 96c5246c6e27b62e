"""Keywords: whole phrases of the text, each word once, the same in every run."""

import subprocess
import sys

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.extract.keywords import extract_keywords, keywords_of
from wiredesk.schema import ARTICLES, KEYWORDS, SENTENCES, TEXTS, conform
from wiredesk.text import fold

HEADLINE = "Harbour workers strike over night shifts"
BODY = [
    "The harbour workers of Port Halden walked out on Friday over night shifts, the Dockers' Union said.",
    "Union leader Marit Solberg said the port authority's offer of higher wages ignored the night shifts.",
    "The port authority called the strike illegal. It asked a labour court to end the strike.",
    "Marit Solberg told reporters that the labour court had no say in night shifts or in wages.",
]
CAPTION = "A photograph of zebras by Ottoline Featherstonehaugh"


def frames(
    language: str | None = "en", *, paragraphs: list[tuple[str, str]] | None = None
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    if paragraphs is None:
        paragraphs = [("title", HEADLINE), *(("body", line) for line in BODY), ("caption", CAPTION)]
    rows: list[dict[str, int | str]] = []
    at = 0
    for number, (kind, line) in enumerate(paragraphs):
        rows.append(
            {
                "article_id": 7,
                "sentence": number,
                "start": at,
                "end": at + len(line),
                "kind": kind,
                "paragraph": number,
            }
        )
        at += len(line) + 1
    text = "\n".join(line for _, line in paragraphs)
    articles = conform(pl.DataFrame([{"article_id": 7, "language": language}]), ARTICLES)
    texts = pl.DataFrame([(7, text)], schema=TEXTS, orient="row")
    return articles, texts, conform(pl.DataFrame(rows), SENTENCES)


def keywords(language: str | None = "en") -> list[str]:
    return extract_keywords(*frames(language)).get_column("keyword").to_list()


def test_the_matter_of_an_article_is_among_its_keywords() -> None:
    found = [fold(keyword) for keyword in keywords()]
    assert {"night shifts", "labour court"} <= set(found)
    assert any("solberg" in keyword for keyword in found)


def test_every_keyword_stands_in_the_text() -> None:
    text = fold(frames()[1].item(0, "text"))
    assert all(fold(keyword) in text for keyword in keywords())


def test_captions_give_no_keywords() -> None:
    assert not any("zebra" in fold(keyword) or "featherstone" in fold(keyword) for keyword in keywords())


def test_no_keyword_runs_from_the_headline_into_the_body() -> None:
    paragraphs = [
        ("title", "Quarrel over copper"),
        ("body", "Smelter plans divide the town of Halden again."),
    ]
    found = extract_keywords(*frames(paragraphs=paragraphs)).get_column("keyword").to_list()
    assert found
    assert not any("copper smelter" in fold(keyword) for keyword in found)


def test_a_possessive_joins_no_phrase() -> None:
    found = keywords_of(
        ["Halden's harbour closed. Halden’s harbour closed again, and Halden's mayor left."], "en"
    )
    assert found
    assert not any("halden harbour" in fold(keyword) for _, keyword in found)


def test_a_word_stands_in_one_keyword_whatever_its_number() -> None:
    words = [fold(word).rstrip("s") for keyword in keywords() for word in keyword.split(" ")]
    assert len(words) == len(set(words))


def test_names_and_terms_are_both_kept() -> None:
    found = keywords()
    assert any(keyword != keyword.lower() for keyword in found)
    assert any(keyword == keyword.lower() and " " in keyword for keyword in found)


def test_a_name_is_not_cut_before_its_end() -> None:
    assert "Union leader Marit" not in keywords()
    assert "leader Marit" not in keywords()


def test_days_of_the_week_are_no_keywords() -> None:
    assert not any("friday" in fold(keyword) for keyword in keywords())


def test_the_frame_is_ranked_by_score_and_cut() -> None:
    frame = extract_keywords(*frames(), per_article=4)
    assert frame.schema == KEYWORDS
    assert frame.get_column("rank").to_list() == [1, 2, 3, 4]
    assert frame.equals(frame.sort("score", "keyword"))


def test_an_unknown_language_gives_no_keywords() -> None:
    assert keywords(None) == []
    assert keywords("eo") == []
    assert keywords("zh") == []


def test_stop_words_are_the_languages_own() -> None:
    body = "Die Hafenarbeiter von Halden streiken. Der Streik der Hafenarbeiter dauert an, sagte Anna."
    found = [fold(keyword) for _, keyword in keywords_of([body], "de")]
    assert "hafenarbeiter" in found
    assert not {"die", "der", "sagte"} & set(found)


def test_fewer_than_one_keyword_is_an_error() -> None:
    with pytest.raises(ValueError, match="per_article"):
        extract_keywords(*frames(), per_article=0)


def test_no_articles_give_an_empty_frame() -> None:
    empty = extract_keywords(ARTICLES.to_frame(), TEXTS.to_frame(), SENTENCES.to_frame())
    assert empty.schema == KEYWORDS
    assert empty.is_empty()


def test_keywords_are_the_same_under_every_hash_seed() -> None:
    program = (
        "import sys; from wiredesk.extract.keywords import keywords_of;"
        "print(keywords_of(sys.stdin.read().split('\\n'), 'en'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], input="\n".join([HEADLINE, *BODY]), capture_output=True,
            text=True,
            check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1


def test_importing_the_extractor_does_not_import_yake() -> None:
    program = "import sys; import wiredesk.extract.keywords; sys.exit('yake' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": ":".join(sys.path)}, check=False
    )
    assert done.returncode == 0


def test_a_failure_inside_yake_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    for text in ("", ".", "\u200b", "!!! ???", "the of and", "1 2 3"):
        keywords_of([text], "en")
    assert capfd.readouterr() == ("", "")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_can_be_read(paragraphs: list[str]) -> None:
    for score, keyword in keywords_of(paragraphs, "en"):
        assert score >= 0
        assert keyword.strip() == keyword
        assert keyword
