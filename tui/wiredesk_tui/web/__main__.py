"""What the server starts for each reader: `python -m wiredesk_tui.web STORE TITLE [CONFIGURATION]`."""

import sys
from pathlib import Path

from wiredesk.store import Store
from wiredesk_tui.cli.configuration import configuration
from wiredesk_tui.web.served import served


def main() -> None:
    """Show a store to the reader at the other end of the pipe."""
    store, title, *config = sys.argv[1:]
    settings = configuration(Path(config[0]) if config else None).settings
    served(title, Store(Path(store)), settings).run()


if __name__ == "__main__":
    main()
