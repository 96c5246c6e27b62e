"""What the program says of some files, as plain rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import wiredesk
from wiredesk.schema import TABLES

SayRow = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """Rows by table, as `wiredesk.schema.TABLES` has them; an article's row has its `text`, too."""

    tables: Mapping[str, list[SayRow]]

    def of(self, table: str, article_id: int) -> list[SayRow]:
        """The rows of one article."""
        return [row for row in self.tables[table] if row["article_id"] == article_id]


def index_files(files: Iterable[Path], *, names: str = "fast") -> Said:
    """Run the whole program on files, in this process and in memory, with what every machine has.

    Raises:
        wiredesk.errors.ConfigError: the tagger that `names` asks for is not installed.
    """
    index = wiredesk.index(*files, processes=0, names=names, keywords="yake")
    tables = {name: index.table(name).to_dicts() for name in TABLES}
    for row in tables["articles"]:
        row["text"] = index.text(row["article_id"])
    return Said(tables)
