"""The query language, the selection it makes, and the views that panes and commands show."""

from wiredesk.query.address import Address
from wiredesk.query.clauses import Clause
from wiredesk.query.query import Query, facet
from wiredesk.query.select import Selection, select
from wiredesk.query.views.actors import (
    actor_view,
    actors_view,
    ambiguous_view,
    neighbours_view,
    roles_over_time,
    roles_view,
)
from wiredesk.query.views.articles import articles_view
from wiredesk.query.views.copies import copies_view, differences, differences_view
from wiredesk.query.views.figures import figures_view
from wiredesk.query.views.highlights import Highlight, highlights
from wiredesk.query.views.hits import hits_view
from wiredesk.query.views.keywords import keywords_view
from wiredesk.query.views.timeline import ZOOMS, Zoom, fitting_zoom, histogram, timeline_view

__all__ = [
    "ZOOMS",
    "Address",
    "Clause",
    "Highlight",
    "Query",
    "Selection",
    "Zoom",
    "actor_view",
    "actors_view",
    "ambiguous_view",
    "articles_view",
    "copies_view",
    "differences",
    "differences_view",
    "facet",
    "figures_view",
    "fitting_zoom",
    "highlights",
    "histogram",
    "hits_view",
    "keywords_view",
    "neighbours_view",
    "roles_over_time",
    "roles_view",
    "select",
    "timeline_view",
]
