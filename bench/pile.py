"""Make a pile of any number of articles from the sentences of given ones, always the same.

    python bench/pile.py PLACE --articles N [--texts FOLDER] [--form store|texts|jsonl]

PLACE: made and filled. As `store` it is what indexing the pile would give: facts are found once in each
given article and drawn together with its sentences, so a million articles take minutes. `texts` (a file
an article) and `jsonl` (a thousand articles a file) are for indexing. The 10,000 articles of a small pile
are the first of a larger one. Drawing from many texts gives many actors: the sample corpus has few.
"""

import argparse
import time
from pathlib import Path
from typing import Final

import wiredesk
from resampling import make_stock, write_jsonl, write_store, write_texts

FORMS: Final = {"store": write_store, "texts": write_texts, "jsonl": write_jsonl}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("place", type=Path)
    parser.add_argument("--articles", type=int, default=10_000, help="how many (default: 10000)")
    parser.add_argument("--texts", type=Path, help="articles to draw from (default: the sample corpus)")
    parser.add_argument("--form", choices=FORMS, default="store", help="what to write (default: store)")
    parser.add_argument("--stock", type=Path, help="folder that keeps what was found in the given articles")
    parser.add_argument("--names", default="fast", help="what finds names (default: fast)")
    parser.add_argument("--keywords", default="auto", help="what finds keywords (default: auto)")
    given = parser.parse_args()
    if given.place.exists() and any(given.place.iterdir()):
        parser.error(f"{given.place} is not empty; name a new folder")
    begun = time.perf_counter()
    given.place.mkdir(parents=True, exist_ok=True)
    kept = given.stock or given.place.with_name(f"{given.place.name}.stock")
    stock = make_stock(given.texts or wiredesk.seeds_dir(), kept, names=given.names, keywords=given.keywords)
    drawn = time.perf_counter()
    FORMS[given.form](stock, given.place, given.articles)
    taken = time.perf_counter() - drawn
    print(f"{stock.sentences.height:,} sentences, {stock.actors.height:,} actors in {drawn - begun:.1f} s")
    print(f"{given.articles:,} articles in {taken:.1f} s, {given.articles / taken:,.0f} a second")


if __name__ == "__main__":
    main()
