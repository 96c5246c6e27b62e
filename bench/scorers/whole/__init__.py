"""Score whole articles: what the program says of files, beside what a person said of them.

`judge(gold, said)` gives a row for each table. The form and the conventions of a gold file stand in
tests/quality/gold/README.md; `gold.py` is the form in code.
"""

from scorers.whole.gold import Gold, read_gold
from scorers.whole.judge import carefully, judge
from scorers.whole.said import Said, index_files

__all__ = ["Gold", "Said", "carefully", "index_files", "judge", "read_gold"]
