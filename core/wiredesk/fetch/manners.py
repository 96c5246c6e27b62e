"""When a feed may be asked again: a pure function of what its server said and how often it failed."""

from typing import Final

from wiredesk.fetch.client import Answer
from wiredesk.fetch.memory import Known

INTERVAL: Final = 15 * 60.0
"""Seconds between two requests for one feed at least, whoever asks for it: feeds of news agencies change
every few minutes, and an unchanged one costs its server a request all the same."""

LONGEST: Final = 24 * 3600.0
"""Seconds after which a feed is asked again that fails, or that says it is good for longer."""

LONGEST_ASKED_FOR: Final = 7 * LONGEST
"""Seconds that a server may ask us to stay away for at most: beyond it, a mistake is likelier than a wish."""

TRY_LATER: Final = frozenset({429, 503})
GONE: Final = 410


def after(known: Known, answer: Answer | None, now: float) -> Known:
    """What is known of a feed after a request, with the time from which it may be asked again.

    Args:
        known: What was known before.
        answer: What the server answered; None where the answer could not be used.
        now: Seconds since 1970.

    Returns:
        The same with `failures`, `not_before` and `gone` as they are now.
    """
    if answer is not None and answer.status in (200, 304):
        pause = min(max(INTERVAL, answer.max_age or 0.0), LONGEST)
        return known.model_copy(update={"failures": 0, "not_before": now + pause})
    if answer is not None and answer.status == GONE:
        return known.model_copy(update={"gone": True})
    failures = known.failures + 1
    pause = min(INTERVAL * 2.0 ** min(failures - 1, 16), LONGEST)
    if answer is not None and answer.retry_after is not None and answer.status in TRY_LATER:
        pause = min(max(INTERVAL, answer.retry_after), LONGEST_ASKED_FOR)
    return known.model_copy(update={"failures": failures, "not_before": now + pause})
