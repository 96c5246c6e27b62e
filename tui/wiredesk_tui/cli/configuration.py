"""The settings that are in force, and where they come from."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wiredesk.errors import ConfigError
from wiredesk_tui.places import config_file
from wiredesk_tui.settings import Settings


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings and the file that they were read from; None: all are defaults."""

    settings: Settings
    file: Path | None


def configuration(named: Path | None) -> Configuration:
    """Read the configuration.

    Args:
        named: A file that the user named and that must therefore exist; None for the usual one, which
            need not.

    Raises:
        ConfigError: the file cannot be read or has a mistake in it.
    """
    if named is not None and not named.exists():
        raise ConfigError(f"{named}: there is no such file; name another after --config")
    file = named or config_file()
    if not file.exists():
        return Configuration(Settings(), None)
    from wiredesk_tui.settings_file import load_settings  # not loaded where there is no file

    settings = load_settings(file)
    paths: dict[str, Any] = {}
    if settings.aliases:
        paths["aliases"] = tuple(_beside(file, alias) for alias in settings.aliases)
    if settings.themes is not None:
        paths["themes"] = _beside(file, settings.themes)
    if settings.feeds:
        paths["feeds"] = tuple(
            one if "://" in one else str(_beside(file, Path(one))) for one in settings.feeds
        )
    if settings.feeds_to is not None:
        paths["feeds_to"] = _beside(file, settings.feeds_to)
    return Configuration(replace(settings, **paths), file)


def _beside(file: Path, stated: Path) -> Path:
    """A path as a configuration states it, wherever the program was started."""
    return file.parent / Path(os.path.expanduser(stated))
