"""The group of all commands; what is no command is a path to open."""

from importlib import import_module
from typing import Any, Final

import click

from wiredesk._version import __version__
from wiredesk_tui.cli.streams import output_told

_HOME: Final = {
    "open": "opening",
    "index": "indexing",
    "export": "indexing",
    "serve": "serving",
    "watch": "watching",
    "fetch": "fetching",
    **dict.fromkeys(
        ("articles", "actors", "ambiguous", "timeline", "figures", "keywords", "search", "brief", "refused"),
        "views",
    ),
    "copies": "copying",
    "searches": "searching",
    "dates": "dating",
    "tag": "tagging",
    **dict.fromkeys(("config", "themes", "completion", "man", "reset"), "setup"),
}
"""Command -> the module that holds it: only that one is imported, so that help and version are quick."""

COMMANDS: Final = tuple(_HOME)


class Commands(click.Group):
    """A group that finds its commands when they are called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands by name; `open` is what happens without one."""
        return [name for name in COMMANDS if name != "open"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and take the command from it."""
        home = _HOME.get(cmd_name)
        if home is None:
            return None
        name = {"open": "open_"}.get(cmd_name, cmd_name)
        found = getattr(import_module(f"wiredesk_tui.cli.{home}"), name)
        return found if isinstance(found, click.Command) else None

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the arguments; help and version are printed here."""
        with output_told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with output_told():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first, or `open` with everything as its paths."""
        if args and args[0] in _HOME:
            return super().resolve_command(ctx, args)
        return "open", self.get_command(ctx, "open"), args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hand everything to `open` where nothing says otherwise, its options too."""
        if not args or (args[0] not in _HOME and args[0] not in ("--help", "-h", "--version")):
            args = ["open", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="What is no command is a path: `wiredesk clippings/` indexes it and opens it. "
    "`wiredesk COMMAND --help` tells more of each. Exit codes: 0 done, 1 nothing found, 2 usage or "
    "configuration, 3 input unreadable, 4 index locked or newer, 130 interrupted, "
    "141 the reader of the output has gone.",
)
@click.version_option(__version__, message="wiredesk %(version)s")
def wiredesk() -> None:
    """Brief yourself from a pile of news articles: who acts, what happened when, which figures are claimed.

    Every fact leads to the sentence behind it.
    """
