"""Options that several commands share."""

import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, Final

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _all(*options: Decorator) -> Decorator:
    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


class _Place(click.Path):
    """A path; never an empty one, as a variable that is not set gives: it would be the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or a failure that tells what is wrong with it."""
        if not os.fspath(value):
            self.fail("is empty; name a file or folder, or . for this folder", param, ctx)
        return super().convert(value, param, ctx)


PILE: Final = _Place(path_type=Path, allow_dash=True)
"""Where articles are; `-` is standard input."""

FOLDER: Final = _Place(path_type=Path, file_okay=False)
"""A folder to write into."""

_CONFIG: Final = _Place(path_type=Path, dir_okay=False)
"""A configuration file."""


class QueryCommand(click.Command):
    """A command that takes a query, in which `-word` means without that word and is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments: options begin with two dashes (or are `-h`), all else is path and query."""
        with_value = {
            name
            for option in self.params
            if isinstance(option, click.Option) and not option.is_flag
            for name in option.opts
        }
        options: list[str] = []
        others: list[str] = []
        coming = iter(args)
        for argument in coming:
            if argument == "--":
                others += coming
            elif argument in with_value:
                value = list(islice(coming, 1))
                if not value:
                    return super().parse_args(ctx, [argument])  # which tells what is missing
                options += [argument, *value]
            elif argument.startswith("--") or argument == "-h":
                options.append(argument)
            else:
                others.append(argument)
        return super().parse_args(ctx, [*options, "--", *others])


def also_option() -> Decorator:
    """Further paths of a corpus whose command takes one path and a query."""
    return click.option(
        "--also",
        "also",
        multiple=True,
        type=PILE,
        metavar="PATH",
        help="One more file or folder of the same corpus; may be given several times.",
    )


def config_option() -> Decorator:
    """Which configuration is in force."""
    return click.option(
        "--config",
        type=_CONFIG,
        metavar="FILE",
        help="Read this configuration rather than the usual one.",
    )


def index_options() -> Decorator:
    """Where the index is kept, and what makes it."""
    return _all(
        click.option(
            "--store",
            type=FOLDER,
            metavar="DIR",
            help="Keep the index in this folder rather than in the data folder.",
        ),
        config_option(),
        click.option(
            "--names",
            default=None,
            metavar="TAGGER",
            help="What finds names: fast, careful, spacy:MODEL, or auto: careful up to 1,500 articles.",
        ),
    )


def corpus_options() -> Decorator:
    """Where the articles are, and where their index is kept."""
    return _all(
        also_option(),
        index_options(),
        click.option(
            "--stored", is_flag=True, help="Use the stored index as it is; do not look at the files again."
        ),
    )


def output_options() -> Decorator:
    """In which form a view is printed."""
    return _all(
        click.option(
            "--plain", "form", flag_value="plain", default="plain", help="Text in columns (default)."
        ),
        click.option("--json", "form", flag_value="json", help="One JSON array."),
        click.option("--jsonl", "form", flag_value="jsonl", help="One JSON object a line."),
        click.option("--csv", "form", flag_value="csv", help="Comma separated values with a header."),
        click.option(
            "--limit",
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help="Print at most N rows, and say on standard error how many there are. 0: all (default).",
        ),
    )
