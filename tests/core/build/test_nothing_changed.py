"""Where no file has changed, an index is brought up to date without what finds facts."""

import subprocess
import sys
from pathlib import Path

import wiredesk

FINDS_FACTS = (
    "wiredesk.clean.documents",
    "wiredesk.extract.dates",
    "wiredesk.extract.figures",
    "wiredesk.link.actors",
    "trafilatura",
)
ARTICLE = "---\ntitle: Talks begin\ndate: 2024-05-01\n---\nAda Holt met Bo Lind in Lund on Monday.\n"


def test_nothing_that_finds_facts_is_loaded_where_no_file_has_changed(tmp_path: Path) -> None:
    pile, store = tmp_path / "pile", tmp_path / "store"
    pile.mkdir()
    (pile / "one.md").write_text(ARTICLE)
    wiredesk.index(pile, store=store, names="fast", keywords="yake", processes=0)
    program = (
        "import sys, wiredesk\n"
        f"index = wiredesk.index({str(pile)!r}, store={str(store)!r}, names='fast', keywords='yake')\n"
        f"print(index.height('articles'), [name for name in {FINDS_FACTS!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1 []"
