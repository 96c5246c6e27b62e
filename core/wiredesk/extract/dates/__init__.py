"""Date expressions: found by a grammar over kinds of words, resolved only where the text proves the date."""

from wiredesk.extract.dates.expressions import ALL, CALENDAR, extract_dates
from wiredesk.extract.dates.extract import extract_events

__all__ = ["ALL", "CALENDAR", "extract_dates", "extract_events"]
