"""`wiredesk serve`: the desk in a browser of this machine."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from wiredesk_tui.cli.corpus import STANDARD_INPUT, corpus
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure, tells_failures
from wiredesk_tui.cli.opening import what_to_open
from wiredesk_tui.cli.options import PILE, corpus_options
from wiredesk_tui.cli.output import say

HERE: Final = "127.0.0.1"
PORT: Final = 8470
"""Assigned to nothing known (IANA's registry of ports)."""


@click.command("serve")
@click.argument("paths", nargs=-1, type=PILE, metavar="[PATH]...")
@corpus_options()
@click.option("--sample", is_flag=True, help="Serve the sample corpus that comes with the program.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    metavar="N",
    help=f"The port to listen at (default {PORT}).",
)
@click.option(
    "--host",
    default=HERE,
    metavar="ADDRESS",
    help="The address to listen at, in place of this machine only. There is no password: whoever reaches it "
    "reads the pile.",
)
@tells_failures
def serve(paths: Sequence[Path], *, sample: bool, port: int, host: str, **where: Any) -> int:
    """Serve the desk to browsers of this machine, read-only, as the index is stored.

    PATH is what was indexed; without it, what was opened last. Needs `pip install 'wiredesk[serve]'`.
    """
    given, title = what_to_open(paths, where["also"], sample)
    if STANDARD_INPUT in given:
        raise Failure("-: standard input has no stored index to serve; name files or folders", Exit.USAGE)
    wanted = corpus(given, where["store"], where["config"], where["names"])
    if wanted.store is None or not wanted.store.is_filled:
        raise Failure(f"{title}: has no index yet; make one: wiredesk index PATH", Exit.UNREADABLE)
    try:
        from wiredesk_tui.web.server import OWN_NAMES, DeskServer
    except ModuleNotFoundError as error:
        raise Failure(
            f"serve needs {error.name}, which is not installed: pip install 'wiredesk[serve]'", Exit.USAGE
        ) from error
    wanted.store.open(on_fallback=say)  # what is wrong with it is told here, not in a browser
    if host not in OWN_NAMES:
        say(f"{host}: others may reach this address, there is no password, and nothing is encrypted")
    command = [sys.executable, "-m", "wiredesk_tui.web", str(wanted.store.directory.resolve()), title]
    if wanted.configuration.file is not None:
        command.append(str(wanted.configuration.file.resolve()))
    words = f"{title} is at"
    server = DeskServer(command, host, port, title, lambda page: say(f"{words} {page} (Ctrl+C ends)"))
    try:
        server.serve()
    except OSError as error:
        raise Failure(
            f"{host}:{port}: cannot be listened at ({error.strerror}); choose another with --port or --host",
            Exit.USAGE,
        ) from error
    return Exit.DONE
