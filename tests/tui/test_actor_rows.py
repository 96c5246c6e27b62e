"""What the actors pane tells of one actor: roles over time, and names that may mean it or another."""

from collections.abc import Sequence
from datetime import date

import polars as pl
import pytest

from wiredesk.query.views.actor import ACTOR_VIEW, NEIGHBOURS_VIEW, ROLES_VIEW
from wiredesk.query.views.ambiguous import AMBIGUOUS_VIEW
from wiredesk.schema import conform
from wiredesk_tui.actor_rows import rows_of
from wiredesk_tui.contents import ActorContent
from wiredesk_tui.look import UNICODE
from wiredesk_tui.panes.actors import seen

ROLES = [
    ("foreign minister", False, 1, date(2019, 2, 3)),
    ("Foreign minister", False, 2, date(2021, 2, 3)),
    ("president", True, 3, None),
]
DOUBTFUL = [("Velluri", "person", 2, ["Oren Velluri", "Ida Velluri"], 4, 0, 10, 17)]


def content(doubtful: Sequence[tuple[object, ...]]) -> ActorContent:
    said = pl.DataFrame(ROLES, schema=["role", "former", "article_id", "published"], orient="row")
    asked = ["surface", "kind", "mentions", "candidates", "article_id", "sentence", "start", "end"]
    roles = said.with_columns(
        pl.lit("He is a foreign minister.").alias("text"),
        *(pl.lit(0).alias(c) for c in ("sentence", "start", "end")),
    )
    return ActorContent(
        {"name": "Oren Velluri", "kind": "person", "aliases": ["Oren Velluri"]},
        ACTOR_VIEW.to_frame(),
        conform(roles, ROLES_VIEW),
        NEIGHBOURS_VIEW.to_frame(),
        conform(pl.DataFrame(doubtful, schema=asked, orient="row"), AMBIGUOUS_VIEW)
        if doubtful
        else AMBIGUOUS_VIEW.to_frame(),
    )


def test_roles_stand_once_with_their_years_and_what_is_over_is_former() -> None:
    shown = [row["text"] for row in rows_of(content([])) if row["sort"] == "text"]
    assert shown == ["foreign minister (2019, 2021)", "former president"]


def test_a_name_in_doubt_says_who_else_it_may_be_and_opens_its_sentence() -> None:
    (row,) = [row for row in rows_of(content(DOUBTFUL)) if row["sort"] == "said"]
    assert row["text"] == "Velluri, 2 mentions, who may as well be Ida Velluri"
    assert (row["address"].article_id, row["address"].start) == (4, 10)
    assert not [row for row in rows_of(content([])) if row["sort"] == "said"]


@pytest.mark.parametrize(
    ("first", "last", "width", "shown"),
    [
        (date(2024, 3, 1), date(2024, 4, 2), 23, "2024-03-01–2024-04-02"),
        (date(2024, 3, 1), date(2024, 4, 2), 10, "2024-03–04"),
        (date(2024, 3, 1), date(2024, 3, 9), 10, "2024-03"),
        (date(2021, 3, 1), date(2024, 3, 1), 10, "2021–2024"),
        (date(2024, 3, 1), date(2024, 3, 1), 10, "2024-03-01"),
        (None, None, 10, "?"),
    ],
)
def test_when_an_actor_was_seen_is_told_as_well_as_there_is_room(
    first: date | None, last: date | None, width: int, shown: str
) -> None:
    assert seen(first, last, width, UNICODE) == shown
