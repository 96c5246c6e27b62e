"""The query language, the selection it makes, and the views that panes and commands show."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.query.address import Address
    from wiredesk.query.clauses import Clause
    from wiredesk.query.listing import Begun, Listing
    from wiredesk.query.query import Query, facet
    from wiredesk.query.searches import searches_view
    from wiredesk.query.selection import Selection, select
    from wiredesk.query.spoken import marks
    from wiredesk.query.views.actor import actor_view, neighbours_view, roles_over_time, roles_view
    from wiredesk.query.views.actors import actors_list, actors_view
    from wiredesk.query.views.ambiguous import ambiguous_view
    from wiredesk.query.views.articles import articles_list, articles_view
    from wiredesk.query.views.copies import copies_view, differences, differences_view
    from wiredesk.query.views.figures import figures_list, figures_view
    from wiredesk.query.views.highlights import Highlight, highlights
    from wiredesk.query.views.histogram import count_days, fitting_zoom, histogram
    from wiredesk.query.views.hits import hits_view
    from wiredesk.query.views.keywords import keywords_view
    from wiredesk.query.views.timeline import (
        timeline_list,
        timeline_over_time,
        timeline_view,
    )
    from wiredesk.query.views.why import why_texts, why_view
    from wiredesk.query.zooms import ZOOMS, Zoom

__all__ = [
    "ZOOMS",
    "Address",
    "Begun",
    "Clause",
    "Highlight",
    "Listing",
    "Query",
    "Selection",
    "Zoom",
    "actor_view",
    "actors_list",
    "actors_view",
    "ambiguous_view",
    "articles_list",
    "articles_view",
    "copies_view",
    "count_days",
    "differences",
    "differences_view",
    "facet",
    "figures_list",
    "figures_view",
    "fitting_zoom",
    "highlights",
    "histogram",
    "hits_view",
    "keywords_view",
    "marks",
    "neighbours_view",
    "roles_over_time",
    "roles_view",
    "searches_view",
    "select",
    "timeline_list",
    "timeline_over_time",
    "timeline_view",
    "why_texts",
    "why_view",
]

__getattr__ = handing_on(
    __name__,
    {
        "address": ("Address",),
        "clauses": ("Clause",),
        "listing": (
            "Begun",
            "Listing",
        ),
        "query": (
            "Query",
            "facet",
        ),
        "searches": ("searches_view",),
        "selection": (
            "Selection",
            "select",
        ),
        "spoken": ("marks",),
        "views.actor": (
            "actor_view",
            "neighbours_view",
            "roles_over_time",
            "roles_view",
        ),
        "views.actors": (
            "actors_list",
            "actors_view",
        ),
        "views.ambiguous": ("ambiguous_view",),
        "views.articles": (
            "articles_list",
            "articles_view",
        ),
        "views.copies": (
            "copies_view",
            "differences",
            "differences_view",
        ),
        "views.figures": (
            "figures_list",
            "figures_view",
        ),
        "views.highlights": (
            "Highlight",
            "highlights",
        ),
        "views.hits": ("hits_view",),
        "views.keywords": ("keywords_view",),
        "views.histogram": (
            "count_days",
            "fitting_zoom",
            "histogram",
        ),
        "views.timeline": (
            "timeline_list",
            "timeline_over_time",
            "timeline_view",
        ),
        "views.why": (
            "why_texts",
            "why_view",
        ),
        "zooms": ("ZOOMS", "Zoom"),
    },
)
