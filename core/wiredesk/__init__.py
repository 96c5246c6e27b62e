"""A briefing desk's library: who acts, what happened when, which figures are claimed, in a pile of news."""

from wiredesk._version import __version__

__all__ = ["__version__"]
