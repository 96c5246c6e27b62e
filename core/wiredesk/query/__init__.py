"""The query language, the selection it makes, and the views that panes and commands show."""

from wiredesk.query.address import Address
from wiredesk.query.clauses import Clause
from wiredesk.query.listing import Begun, Listing
from wiredesk.query.query import Query, facet
from wiredesk.query.searches import searches_view
from wiredesk.query.select import Selection, select
from wiredesk.query.spoken import marks
from wiredesk.query.views.actor import actor_view, neighbours_view, roles_over_time, roles_view
from wiredesk.query.views.actors import actors_list, actors_view
from wiredesk.query.views.ambiguous import ambiguous_view
from wiredesk.query.views.articles import articles_list, articles_view
from wiredesk.query.views.copies import copies_view, differences, differences_view
from wiredesk.query.views.figures import figures_list, figures_view
from wiredesk.query.views.highlights import Highlight, highlights
from wiredesk.query.views.hits import hits_view
from wiredesk.query.views.keywords import keywords_view
from wiredesk.query.views.timeline import (
    ZOOMS,
    Zoom,
    count_days,
    fitting_zoom,
    histogram,
    timeline_days,
    timeline_list,
    timeline_view,
)
from wiredesk.query.views.why import why_texts, why_view

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
    "timeline_days",
    "timeline_list",
    "timeline_view",
    "why_texts",
    "why_view",
]
