"""`wiredesk fetch`: feeds from the web into a folder, the one thing for which the program goes online."""

from collections.abc import Sequence
from pathlib import Path

import click

from wiredesk_tui.cli.configuration import configuration
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure, tells_failures
from wiredesk_tui.cli.options import FOLDER, config_option


@click.command("fetch")
@click.argument("feeds", nargs=-1, metavar="[URL|OPML]...")
@click.option(
    "--to",
    "folder",
    type=FOLDER,
    metavar="DIR",
    help="Where the articles are stored; it is made where it is missing (default: `feeds_to`).",
)
@click.option(
    "--private",
    is_flag=True,
    help="Let redirects, and feeds that an OPML file names, lead to addresses within the house.",
)
@config_option()
@tells_failures
def fetch(feeds: Sequence[str], folder: Path | None, private: bool, config: Path | None) -> int:
    """Store the articles of feeds (RSS, Atom, JSON Feed) as files, each once; without any: those configured.

    Each feed is asked at most every 15 minutes, however often this runs. Without a network, what is stored
    stays as it is, and the exit code is 1 when no feed at all could be fetched.
    """
    settings = configuration(config).settings
    folder = folder or settings.feeds_to
    given = feeds or settings.feeds
    if not given:
        raise Failure("fetch: name a feed or an OPML file, or set `feeds` in the configuration", Exit.USAGE)
    if folder is None:
        raise Failure("fetch: say where to with --to, or set `feeds_to` in the configuration", Exit.USAGE)
    # Imported here: the client of the web is for this command, and for watching feeds, alone.
    from wiredesk_tui.cli.feeds import fetched

    return fetched(given, folder, private=private)
