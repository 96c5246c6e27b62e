import polars as pl

from wiredesk.build.batch import outside_names
from wiredesk.schema import EVENTS, NAMES, conform


def test_a_date_inside_a_name_is_no_event() -> None:
    names = conform(
        pl.DataFrame({"article_id": [1, 1], "sentence": [0, 0], "start": [0, 40], "end": [16, 44]}), NAMES
    )
    events = conform(
        pl.DataFrame(
            {
                "article_id": [1, 1, 1, 2],
                "sentence": [0, 0, 0, 0],
                "start": [0, 20, 40, 0],
                "end": [12, 24, 44, 12],
            }
        ),
        EVENTS,
    )
    kept = outside_names(events, names)
    assert kept.select("article_id", "start").rows() == [(1, 20), (1, 40), (2, 0)]
    assert kept.schema == EVENTS
