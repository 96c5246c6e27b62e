"""No change of a rule may leave old facts in an index."""

import json
import subprocess
import sys
from pathlib import Path

import wiredesk
from wiredesk.build.signature import extraction_parts

PACKAGE = Path(wiredesk.__file__).parent
LOADED = """
import json, sys
from wiredesk import clean, extract, read
from wiredesk.extract import keywords, names
from wiredesk.extract.names import tiers
for room in (clean, extract, keywords, names, read):
    for name in room.__all__:  # a room loads what it hands on when that is asked for
        getattr(room, name)
files = [module.__file__ for name, module in sys.modules.items() if name.startswith("wiredesk.")]
print(json.dumps([file for file in files if file]))
"""


def test_the_facts_signature_covers_whatever_the_rooms_load_that_find_them() -> None:
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    loaded = {Path(file).relative_to(PACKAGE).parts[0] for file in json.loads(done.stdout)}
    assert {"days.py", "coverage.py", "text.py"} <= loaded
    assert loaded - {"_version.py"} <= set(extraction_parts())


def test_the_facts_signature_covers_the_tables_beside_the_code() -> None:
    assert {"days.toml", "coverage.toml"} <= set(extraction_parts())
