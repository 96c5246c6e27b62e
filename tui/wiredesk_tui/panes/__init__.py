"""The panes: each shows what it is handed and posts wishes; none knows of another."""

from wiredesk_tui.panes.actors import ActorsPane
from wiredesk_tui.panes.articles import ArticlesPane
from wiredesk_tui.panes.brief import BriefPane
from wiredesk_tui.panes.figures import FiguresPane
from wiredesk_tui.panes.refused import RefusedPane
from wiredesk_tui.panes.search import SearchPane
from wiredesk_tui.panes.timeline import TimelinePane

__all__ = [
    "ActorsPane",
    "ArticlesPane",
    "BriefPane",
    "FiguresPane",
    "RefusedPane",
    "SearchPane",
    "TimelinePane",
]
