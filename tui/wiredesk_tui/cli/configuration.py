"""The settings that are in force, and where they come from."""

from dataclasses import dataclass
from pathlib import Path

from wiredesk.errors import ConfigError
from wiredesk_tui.cli.places import config_file
from wiredesk_tui.settings import Settings, load_settings


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
    return Configuration(load_settings(file), file)
