"""Feeds from the web into a folder of files: the only room that goes online, and only when it is asked to."""

from wiredesk.fetch.address import checked_address
from wiredesk.fetch.fetch import Feed, Outcome, fetch_feeds
from wiredesk.fetch.manners import INTERVAL
from wiredesk.fetch.opml import read_opml

__all__ = ["INTERVAL", "Feed", "Outcome", "checked_address", "fetch_feeds", "read_opml"]
