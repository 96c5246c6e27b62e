"""What sets the program up: configuration, themes, completion, manual page."""

from pathlib import Path

import click
from pydantic_core import to_jsonable_python

from wiredesk_tui.cli.configuration import configuration
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import Failure, tells_failures
from wiredesk_tui.cli.grounds import ground_in_words, theme_here
from wiredesk_tui.cli.options import config_option
from wiredesk_tui.places import config_file, data_folder, last_desk_file
from wiredesk_tui.terminal.profile import settled


@click.group("config")
def config() -> None:
    """Show or check the configuration."""


@config.command("show")
@config_option()
@tells_failures
def show(config: Path | None) -> int:
    """Print every setting that is in force, and the file it comes from."""
    found = configuration(config)
    told = found.settings.stated
    click.echo(f"# configuration: {found.file or f'{config_file()} (there is none: all are defaults)'}")
    click.echo(f"# stores: {data_folder()}")
    click.echo(f"# last desk: {last_desk_file()}")
    for name, held in found.settings.held.items():
        value = to_jsonable_python(held)
        line = f"# {name}: not set" if value is None else f"{name} = {_toml(value)}"
        click.echo(f"{line}  # {'set' if name in told else 'default'}")
    settings = found.settings
    profile = settled(settings.profile, ascii=settings.ascii)
    click.echo(f"# here the profile is {profile.name} ({profile.why}): {profile.told()}")
    click.echo(f"#   colours: {profile.colours:,} ({profile.colours_why})")
    click.echo(f"#   ascii: {_toml(profile.ascii)} ({profile.ascii_why})")
    click.echo(f"#   ground: {ground_in_words(settings, profile)}")
    wanted = theme_here(settings, profile)
    if (worn := profile.theme(wanted)) != wanted:
        click.echo(f"#   theme: {worn}, as {wanted} needs more colours")
    return Exit.DONE


@config.command("check")
@config_option()
@tells_failures
def check(config: Path | None) -> int:
    """Say whether the configuration and what it names are sound; a mistake is told with file and key."""
    from wiredesk.link import load_lexicon
    from wiredesk_tui.theme import load_themes

    found = configuration(config)
    settings = found.settings
    load_lexicon(*settings.aliases)
    themes, mistakes = load_themes(*([settings.themes] if settings.themes else []))
    if mistakes:
        raise Failure(f"{settings.themes}: {mistakes[0]}", Exit.USAGE)
    if settings.theme not in themes:
        raise Failure(f"{found.file}: theme: is none of {', '.join(themes)}", Exit.USAGE)
    click.echo(f"{found.file or config_file()}: {'sound' if found.file else 'there is none, which is fine'}")
    return Exit.DONE


@click.command("themes")
@config_option()
@tells_failures
def themes(config: Path | None) -> int:
    """List the themes, shipped and your own."""
    from wiredesk_tui.theme import list_themes

    for name, about in list_themes(configuration(config).settings.themes):
        click.echo(f"{name:<16}{about}")
    return Exit.DONE


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> int:
    """Print the completion script of a shell: `wiredesk completion bash >> ~/.bashrc`."""
    from click.shell_completion import get_completion_class

    from wiredesk_tui.cli.group import wiredesk

    made = get_completion_class(shell)
    if made is None:
        raise Failure(f"{shell}: no completion for this shell; take bash, zsh or fish", Exit.USAGE)
    click.echo(made(wiredesk, {}, "wiredesk", "_WIREDESK_COMPLETE").source())
    return Exit.DONE


@click.command("man")
def man() -> int:
    """Print the manual page: `wiredesk man | man -l -`."""
    from wiredesk_tui.cli.manual import manual

    click.echo(manual(), nl=False)
    return Exit.DONE


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            pairs = ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items())  # pyright: ignore
            return "{" + (f" {pairs} " if pairs else "") + "}"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"  # pyright: ignore
        case int() | float():
            return str(value)
        case _:
            escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'


@click.command("reset")
@tells_failures
def reset() -> int:
    """Print what makes a terminal usable again that a program has left broken.

    Where keys do not show, type it blindly and press Ctrl+J.
    """
    from wiredesk_tui.terminal.restore import RESTORE, restore_lines

    click.echo(RESTORE, nl=False, color=True)
    restore_lines(0)
    return Exit.DONE
