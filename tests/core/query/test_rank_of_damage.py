"""What the full-text index says is believed as far as it can be true."""

from datetime import date

import pytest

from wiredesk.query import rank
from wiredesk.store.fulltext import FullTextError, Ranked


def test_a_day_after_the_latest_article_is_damage_not_news() -> None:
    ranked = Ranked([1, 2], [date(2021, 5, 3).toordinal(), 2**62], [1.0, 2.0])
    with pytest.raises(FullTextError, match="damaged"):
        rank._ordered(ranked, date(2021, 5, 3), 2)  # pyright: ignore[reportPrivateUsage]
