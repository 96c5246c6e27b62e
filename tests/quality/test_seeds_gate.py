"""The whole program on the sample corpus may not get worse; and a program that is worse does not get by."""

import random
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest

pytest.importorskip("scorers", reason="the scorers are part of the checkout alone")
from scorers.baselines import Reached, falls, reached
from scorers.seeds import SAMPLE, said_of
from scorers.whole import Gold, Said, judge, read_gold
from scorers.whole.pairing import pair_up

Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def gold() -> Gold:
    return read_gold(SAMPLE)


@pytest.fixture(scope="module")
def said() -> Said:
    return said_of(SAMPLE)


@pytest.fixture(scope="module")
def best(gold: Gold, said: Said) -> dict[str, Reached]:
    return reached(judge(gold, said, "sample"))


def test_the_sample_corpus_stays_as_well_understood_as_it_was(hold: Callable[[str], None]) -> None:
    hold("seeds")


def drop(table: str) -> Callable[[Tables], None]:
    """Lose a tenth of a table's rows."""

    def drop_rows(tables: Tables) -> None:
        tables[table] = [row for n, row in enumerate(tables[table]) if n % 10 != 3]

    drop_rows.__name__ = f"drop_{table}"
    return drop_rows


def shift(table: str) -> Callable[[Tables], None]:
    """Move a tenth of a table's spans by one character."""

    def shift_rows(tables: Tables) -> None:
        for row in tables[table][::10]:
            row["start"] += 1
            row["end"] += 1

    shift_rows.__name__ = f"shift_{table}"
    return shift_rows


def take_capitals_for_names(tables: Tables) -> None:
    for row in tables["articles"]:
        word = next(
            word for word in row["text"].split() if word.isalpha() and word.islower() and len(word) > 5
        )
        start = row["text"].index(word)
        first = tables["mentions"][0]
        tables["mentions"].append(
            {
                **first,
                "article_id": row["article_id"],
                "surface": word,
                "start": start,
                "end": start + len(word),
            }
        )
    for row in tables["sentences"]:
        row["kind"] = "body"


def merge_surnames(tables: Tables) -> None:
    latest: dict[str, int] = {}
    new: dict[int, int] = {}
    for row in tables["actors"]:
        if row["kind"] == "person":
            new[row["actor_id"]] = latest.setdefault(row["name"].split()[-1], row["actor_id"])
    for row in tables["mentions"]:
        row["actor_id"] = new.get(row["actor_id"], row["actor_id"])


def split_aliases(tables: Tables) -> None:
    chance = random.Random(1)
    known = {row["actor_id"]: row for row in tables["actors"]}
    made: dict[tuple[int, str], int] = {}
    for row in tables["mentions"]:
        if row["actor_id"] is not None:
            key = (row["actor_id"], row["surface"])
            if key not in made:
                made[key] = chance.getrandbits(50)
                tables["actors"].append({**known[key[0]], "actor_id": made[key], "name": key[1]})
            row["actor_id"] = made[key]


def take_persons_for_places(tables: Tables) -> None:
    for row in [*tables["actors"], *tables["mentions"]]:
        row["kind"] = "place" if row["kind"] == "person" else row["kind"]


def forget_roles(tables: Tables) -> None:
    for row in tables["actors"]:
        row["role"] = None


def invent_dates(tables: Tables) -> None:
    for row in tables["events"]:
        if row["value"] is None:
            row["value"], row["date_from"], row["date_to"] = (
                "2026-11-21",
                date(2026, 11, 21),
                date(2026, 11, 21),
            )


def miss_days_by_a_week(tables: Tables) -> None:
    for row in tables["events"]:
        if row["precision"] == "day":
            row["date_from"] = row["date_to"] = row["date_from"] + timedelta(days=7)
            row["value"] = row["date_from"].isoformat()


def widen_dates(tables: Tables) -> None:
    for row in tables["events"][::5]:
        row["text"] += " and"


def take_every_number_for_a_figure(tables: Tables) -> None:
    row = tables["figures"][0]
    for event in tables["events"]:
        spans = {key: event[key] for key in ("article_id", "sentence", "start", "end", "text")}
        tables["figures"].append({**row, **spans, "value": 4711.0, "value_to": None, "unit": None})


def forget(field: str) -> Callable[[Tables], None]:
    """Leave one column of the figures empty."""

    def forget_field(tables: Tables) -> None:
        for row in tables["figures"]:
            row[field] = None

    forget_field.__name__ = f"forget_{field}"
    return forget_field


def multiply_by_thousand(tables: Tables) -> None:
    for row in tables["figures"][::10]:
        row["value"] *= 1000


def leak_furniture(tables: Tables) -> None:
    for row in tables["articles"]:
        row["text"] += "\nFollow"


def take_captions_for_body(tables: Tables) -> None:
    for row in tables["sentences"]:
        row["kind"] = "body"


def publish_all_today(tables: Tables) -> None:
    for row in tables["articles"]:
        row["published"] = row["published"] or date(2026, 11, 21)


def join_articles(tables: Tables) -> None:
    tables["articles"] = [row for row in tables["articles"] if row["part"] == 0]


def forget_titles(tables: Tables) -> None:
    for row in tables["articles"]:
        row["title"] = "News"


def forget_copies(tables: Tables) -> None:
    for row in tables["articles"]:
        row["duplicate_of"] = None


def link_all_names(tables: Tables) -> None:
    for row in tables["mentions"]:
        row["actor_id"] = row["actor_id"] or tables["actors"][0]["actor_id"]


WORSE = [
    (drop("articles"), {"articles", "cleaning", "mentions", "dates"}),
    (drop("mentions"), {"mentions"}),
    (drop("events"), {"dates"}),
    (drop("figures"), {"figures"}),
    (drop("keywords"), {"keywords"}),
    (shift("mentions"), {"spans"}),
    (shift("events"), {"spans"}),
    (shift("figures"), {"spans"}),
    (take_capitals_for_names, {"mentions", "actors"}),
    (merge_surnames, {"actors"}),
    (split_aliases, {"actors"}),
    (take_persons_for_places, {"mentions", "actors"}),
    (forget_roles, {"actors"}),
    (invent_dates, {"dates"}),
    (miss_days_by_a_week, {"dates"}),
    (widen_dates, {"dates"}),
    (take_every_number_for_a_figure, {"figures"}),
    (forget("unit"), {"figures"}),
    (forget("noun"), {"figures"}),
    (forget("qualifier"), {"figures"}),
    (forget("kind"), {"figures"}),
    (multiply_by_thousand, {"figures"}),
    (leak_furniture, {"cleaning"}),
    (take_captions_for_body, {"cleaning"}),
    (publish_all_today, {"articles"}),
    (join_articles, {"articles"}),
    (forget_titles, {"articles"}),
    (forget_copies, {"copies"}),
]


@pytest.mark.parametrize(("worsen", "rows"), WORSE, ids=[worsen.__name__ for worsen, _ in WORSE])
def test_a_worse_output_is_caught(
    gold: Gold, said: Said, best: dict[str, Reached], worsen: Callable[[Tables], None], rows: set[str]
) -> None:
    tables = deepcopy(dict(said.tables))
    worsen(tables)
    fallen = falls(judge(gold, Said(tables), "sample"), best)
    assert rows <= {line.removeprefix("sample, ").split(":")[0] for line in fallen}


def test_the_message_names_what_fell_and_what_is_newly_wrong(
    gold: Gold, said: Said, best: dict[str, Reached]
) -> None:
    tables = deepcopy(dict(said.tables))
    lost = next(row for row in tables["figures"] if row["text"].startswith("137"))
    tables["figures"].remove(lost)
    fallen = falls(judge(gold, Said(tables), "sample"), best)
    assert any(line.startswith("sample, figures: value recall fell from") for line in fallen)
    assert any(line.startswith("  newly wrong: 06-two-reports.txt: 137 people") for line in fallen)


def test_every_item_of_the_gold_stands_in_its_article(gold: Gold, said: Said) -> None:
    for pair in pair_up(gold, said):
        lost = [item.text for item in (*pair.gold.events, *pair.gold.figures) if not pair.spans(item)]
        assert not lost, f"{pair.label}: {lost}"
        missing = [
            surface.s for actor in pair.gold.actors for surface in actor.surfaces if not surface.opt
            and not any(any(True for _ in pair.text.find(text)) for text in surface.spellings)
        ]  # fmt: skip
        assert not missing, f"{pair.label}: {missing}"
