"""The one-page brief, citations, exports."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.brief.brief import make_brief, plain
    from wiredesk.brief.citation import cite, describe
    from wiredesk.brief.exporting import EXPORT_FORMATS, EXPORTED, csv_safe, export, exported_table
    from wiredesk.brief.lines import Brief, BriefLine

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

__getattr__ = handing_on(
    __name__,
    {
        "brief": ("make_brief", "plain"),
        "citation": (
            "cite",
            "describe",
        ),
        "exporting": (
            "EXPORT_FORMATS",
            "EXPORTED",
            "csv_safe",
            "export",
            "exported_table",
        ),
        "lines": ("Brief", "BriefLine"),
    },
)
