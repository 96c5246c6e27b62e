"""Near-copies: grouped when they are one story, left alone when they only share words."""

import random
import subprocess
import sys
from collections.abc import Sequence
from datetime import date

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import Pile, plain

from wiredesk.link import COPIES, CopiesBefore, find_copies
from wiredesk.schema import ARTICLES, TEXTS, conform
from wiredesk.shingles import sketches

SYLLABLES = (
    "ba",
    "den",
    "fir",
    "gol",
    "han",
    "jor",
    "kel",
    "lum",
    "mar",
    "nis",
    "pol",
    "quen",
    "ros",
    "sul",
    "tam",
    "ver",
)


def prose(seed: int, words: int) -> str:
    """Text that shares no run of words with that of another seed."""
    made = random.Random(seed)
    return " ".join("".join(made.choice(SYLLABLES) for _ in range(3)) for _ in range(words)) + "."


def copies(
    *texts: str, published: Sequence[date | None] = (), titles: Sequence[str | None] = ()
) -> list[int | None]:
    """For each text the number of the one it is a copy of."""
    return numbers(plain(texts, published=published, titles=titles))


def numbers(made: Pile) -> list[int | None]:
    found = find_copies(made.articles, made.texts)
    assert found.schema == COPIES
    of = {key: at for at, key in enumerate(made.articles["article_id"])}
    assert found["article_id"].to_list() == made.articles["article_id"].to_list()
    return [None if key is None else of[key] for key in found["duplicate_of"]]


STORY = prose(1, 400)
OTHER = prose(2, 400)


def cut(text: str, share: float) -> str:
    words = text.split()
    return " ".join(words[: round(len(words) * share)])


def edited(text: str, each: int) -> str:
    return " ".join("changed" if at % each == 0 else word for at, word in enumerate(text.split()))


@pytest.mark.parametrize(
    "version",
    [
        pytest.param(STORY, id="the same text"),
        pytest.param(cut(STORY, 0.7), id="cut by 30 percent"),
        pytest.param(cut(STORY, 0.35), id="its first third"),
        pytest.param("Quay opens early\n" + STORY, id="another headline"),
        pytest.param(
            cut(STORY, 0.5) + " " + prose(3, 60) + STORY.removeprefix(cut(STORY, 0.5)), id="a paragraph more"
        ),
        pytest.param(edited(STORY, 20), id="each twentieth word changed"),
        pytest.param(STORY.upper(), id="in capitals"),
        pytest.param(STORY.replace(" ", "\u00a0").replace(".", " –"), id="other spaces and signs"),
    ],
)
def test_one_story_is_grouped(version: str) -> None:
    assert sum(found is not None for found in copies(STORY, OTHER, version)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(STORY, OTHER, id="nothing shared"),
        pytest.param(prose(4, 300) + prose(5, 100), prose(6, 300) + prose(5, 100), id="a long quotation"),
        pytest.param(prose(7, 60) + prose(8, 200), prose(7, 60) + prose(9, 200), id="boilerplate"),
        pytest.param(prose(10, 45), prose(11, 300) + prose(10, 45) + prose(12, 300), id="a quotation alone"),
        pytest.param("Shares of Kestrel rose in Sorvik.", "Shares of Gull rose in Sorvik.", id="formulas"),
        pytest.param("Rain.", "Rain.", id="too short to tell"),
    ],
)  # fmt: skip
def test_stories_that_share_words_stay_apart(one: str, other: str) -> None:
    assert copies(one, other) == [None, None]


def test_the_longest_stands_for_all() -> None:
    assert copies(cut(STORY, 0.7), STORY, cut(STORY, 0.8)) == [1, None, 1]


def test_of_equally_long_ones_the_earliest_published_stands_for_all() -> None:
    days = [None, date(2021, 5, 4), date(2021, 5, 3)]
    assert copies(STORY, STORY, STORY, published=days) == [2, 2, None]


def test_a_series_is_no_copy() -> None:
    base = prose(20, 200)
    bulletins = [base + prose(21, 80), base + prose(22, 80)]
    assert copies(*bulletins) != [None, None]
    assert copies(*bulletins, published=[date(2021, 5, 1), date(2021, 5, 20)]) == [None, None]
    assert copies(*bulletins, titles=["January 9: Tides at Sorvik", "January 11: Tides at Sorvik"]) == [
        None,
        None,
    ]
    assert copies(*bulletins, titles=["Tides at Sorvik", "Sorvik tides"]) != [None, None]


def test_a_story_that_everybody_carries_is_one_group() -> None:
    found = copies(*(prose(100 + n, 12) + " " + STORY for n in range(60)))
    assert len({n for n in found if n is not None}) == 1
    assert found.count(None) == 1


def test_a_formula_that_everybody_carries_groups_nothing() -> None:
    footer = prose(50, 40)
    assert set(copies(*(prose(200 + n, 150) + " " + footer for n in range(60)))) == {None}


def test_a_chain_of_likeness_makes_no_chain_of_copies() -> None:
    whole = prose(30, 900).split()
    windows = [" ".join(whole[at : at + 300]) for at in range(0, 601, 100)]
    found = copies(*windows)
    assert all(first is None or found[first] is None for first in found)
    assert found[-1] != 0


def test_hashes_are_the_same_in_every_process() -> None:
    code = (
        "import polars as pl\n"
        "from wiredesk.shingles import shingles\n"
        "text = 'Oh là là, five seas under two moons'\n"
        "frame = pl.DataFrame({'article_id': [0], 'text': [text]})\n"
        "print(*sorted(shingles(frame)['hash'].to_list()))\n"
    )
    path = ":".join(sys.path)
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": path},
        ).stdout.split()[0]
        for seed in ("1", "2")
    }
    assert printed == {"672964627540670679"}


def test_no_article_gives_no_row() -> None:
    made = plain(["x"])
    assert find_copies(made.articles.clear(), made.texts.clear()).equals(COPIES.to_frame())


shapes = st.tuples(st.integers(0, 2), st.floats(0.2, 1), st.integers(0, 2))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(shapes, min_size=1, max_size=8), st.integers(0, 99))
def test_groups_are_flat_and_independent_of_row_order(shape: list[tuple[int, float, int]], seed: int) -> None:
    texts = [cut(prose(40 + story, 150), share) + " " + prose(60 + tail, 20) for story, share, tail in shape]
    made = plain(texts)
    found = numbers(made)
    assert all(first is None or (found[first] is None and first != at) for at, first in enumerate(found))
    mixed = Pile(
        made.articles.sample(fraction=1, shuffle=True, seed=seed),
        made.texts.sample(fraction=1, shuffle=True, seed=seed + 1),
        made.sentences,
        made.names,
    )
    one = find_copies(made.articles, made.texts).sort("article_id")
    other = find_copies(mixed.articles, mixed.texts).sort("article_id")
    assert one.equals(other)


# ------------------------------------------------------------------ going on from what was found before
def pile_of(versions: dict[int, int]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Articles, texts and sketches of versions of articles, many of them near-copies of few stories."""
    rows: list[tuple[int, str, date | None]] = []
    texts: list[tuple[int, str]] = []
    for number, version in versions.items():
        made = random.Random(f"{number} {version}")
        words = prose(made.randrange(4), made.choice((60, 300))).split()
        if made.random() < 0.5:
            words = words[made.randrange(40) :] + prose(100 + made.randrange(3), 30).split()
        published = made.choice((None, date(2021, 3, made.randrange(1, 29))))
        rows.append((number, f"{number}-{version}", published))
        texts.append((number, " ".join(words)))
    articles = pl.DataFrame(rows, schema=["article_id", "digest", "published"], orient="row").cast(
        {"article_id": pl.Int64, "digest": pl.String, "published": pl.Date}
    )
    text_frame = pl.DataFrame(texts, schema=TEXTS, orient="row")
    return conform(articles, ARTICLES), text_frame, sketches(text_frame)


@pytest.mark.parametrize("postings", [3, 24])
@pytest.mark.parametrize("seed", range(15))
def test_going_on_from_an_earlier_pile_finds_the_same(
    monkeypatch: pytest.MonkeyPatch, seed: int, postings: int
) -> None:
    monkeypatch.setattr("wiredesk.link.copies._POSTINGS", postings)
    chance = random.Random(seed)
    versions = dict.fromkeys(chance.sample(range(60), 40), 0)
    articles, texts, sketched = pile_of(versions)
    found = find_copies(articles, texts, sketched)
    for _ in range(4):
        before = CopiesBefore(articles.drop("duplicate_of").join(found, on="article_id"), sketched)
        for number in chance.sample(sorted(versions), 6):
            del versions[number]
        for number in chance.sample(range(60), 8):
            versions[number] = chance.randrange(3)
        articles, texts, sketched = pile_of(versions)
        found = find_copies(articles, texts, sketched, before)
        assert found.equals(find_copies(articles, texts, sketched))


def test_what_was_compared_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    articles, texts, sketched = pile_of(dict.fromkeys(range(40), 0))
    found = find_copies(articles, texts, sketched)
    assert found["duplicate_of"].count() > 5
    before = CopiesBefore(articles.drop("duplicate_of").join(found, on="article_id"), sketched)

    def fail(*_args: object, **_kwargs: object) -> bool:
        raise AssertionError

    monkeypatch.setattr("wiredesk.link.copies._alike", fail)
    assert find_copies(articles, texts, sketched, before).equals(found)
