"""The one-page brief, citations, exports."""

from wiredesk.brief.brief import Brief, BriefLine, make_brief, plain
from wiredesk.brief.citation import cite, describe
from wiredesk.brief.export import EXPORT_FORMATS, EXPORTED, csv_safe, export, exported_table

__all__ = [
    "EXPORTED",
    "EXPORT_FORMATS",
    "Brief",
    "BriefLine",
    "cite",
    "csv_safe",
    "describe",
    "export",
    "exported_table",
    "make_brief",
    "plain",
]
