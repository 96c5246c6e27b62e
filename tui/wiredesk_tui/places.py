"""Where the program keeps things: the XDG folders, by platformdirs."""

from pathlib import Path
from typing import Final

import platformdirs

_NAME: Final = "wiredesk"


def config_file() -> Path:
    """The usual configuration file; it need not exist."""
    return platformdirs.user_config_path(_NAME) / "config.toml"


def data_folder() -> Path:
    """Where stores are kept."""
    return platformdirs.user_data_path(_NAME)


def last_desk_file() -> Path:
    """Names the paths that were opened last, one a line."""
    return platformdirs.user_state_path(_NAME) / "last"


def ground_file() -> Path:
    """Remembers of each kind of terminal whether its ground is light or dark."""
    return platformdirs.user_state_path(_NAME) / "ground"


def citation_file() -> Path:
    """Holds the last citation that could not be put on a clipboard."""
    return platformdirs.user_state_path(_NAME) / "citation.txt"


def printed_folder() -> Path:
    """Holds what libraries have printed while the screen was on, of programs that failed."""
    return platformdirs.user_state_path(_NAME) / "printed"
