"""Units of figures: an amount in dollars is one, whatever it is for each of."""

import polars as pl
import pytest

from wiredesk.brief.wording import amount, measure
from wiredesk.query.clauses import Figures
from wiredesk.query.facts import figures_matching
from wiredesk.schema import FIGURES, conform


@pytest.mark.parametrize(
    ("unit", "values"), [("usd", [83.4, 5.0]), ("USD/bbl", [83.4]), ("usd/h", []), ("km", [3.0])]
)
def test_a_unit_is_matched_plainly_and_with_what_it_is_for_each_of(unit: str, values: list[float]) -> None:
    rows = {"value": [83.4, 5.0, 3.0], "unit": ["USD", "USD", "km"], "per": ["bbl", None, None]}
    figures = conform(pl.DataFrame(rows), FIGURES)
    assert figures["value"].filter(figures_matching(figures, Figures(unit=unit))).to_list() == values


def test_a_rate_is_shown_behind_a_stroke() -> None:
    assert amount(83.4, None, measure("USD", "bbl"), None) == "83.4 USD/bbl"
    assert (measure("km", None), measure(None, None)) == ("km", None)
