"""Nothing in an index may hang on today's date or on the times of files."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from piles import tree

SHIM = """
import datetime as module, sys, time

NOW = float(sys.argv[1])

class _Like(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])

real_date, real_datetime = module.date, module.datetime

class date(real_date, metaclass=_Like):
    @classmethod
    def today(cls):
        return real_date.fromtimestamp(NOW)

class datetime(real_datetime, metaclass=_Like):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.fromtimestamp(NOW, tz)
    @classmethod
    def today(cls):
        return real_datetime.fromtimestamp(NOW)
    @classmethod
    def utcnow(cls):
        return real_datetime.fromtimestamp(NOW, module.timezone.utc).replace(tzinfo=None)

module.date, module.datetime = date, datetime
real_localtime, real_gmtime = time.localtime, time.gmtime
time.time = lambda: NOW
time.time_ns = lambda: int(NOW * 1e9)
time.localtime = lambda seconds=None: real_localtime(NOW if seconds is None else seconds)
time.gmtime = lambda seconds=None: real_gmtime(NOW if seconds is None else seconds)

from pathlib import Path
import wiredesk
assert date.today().year == real_date.fromtimestamp(NOW).year
index = wiredesk.index(Path(sys.argv[2]), store=sys.argv[3], processes=0)
print(index.events.height, index.articles["published"].is_not_null().sum())
"""

FILES = {
    "dated.txt": "Title: Storm closes the port\nDate: 2021-03-09\n\nThe port of Lund closed on Monday. "
    "It opened in 1987. More than 300 ships waited last week.\n",
    "undated.txt": "Mayor praises crews\n\nThe mayor spoke yesterday and will speak again on Friday, 6 May. "
    "By the end of the year 40 crews will have gone, she said in July.\n",
    "mail.eml": "From: desk@example.org\nSubject: Harbour note\nDate: Tue, 9 Mar 2021 10:00:00 +0000\n\n"
    "The harbour reopened this morning. Two days ago 12 boats were lost.\n",
    "feed.xml": "<rss version='2.0'><channel><title>Lund Wire</title><item><title>Crane falls</title>"
    "<description>A crane fell in the port today, the third this month.</description></item></channel></rss>",
    "page.html": "<html><head><title>Dyke holds</title></head><body><article><h1>Dyke holds</h1>"
    "<p>The dyke held last night, officials in Lund said on Sunday after a long day of rain and wind.</p>"
    "</article></body></html>",
}


def test_the_frames_are_the_same_in_1990_and_2040(tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    trees: list[dict[str, bytes]] = []
    for year in (1990, 2040):
        now = datetime(year, 7, 1, 12, tzinfo=UTC).timestamp()
        for file in folder.iterdir():
            os.utime(file, (now, now))
        store = tmp_path / f"{year}"
        command = [sys.executable, "-c", SHIM, str(now), str(folder), str(store)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
        events, dated = map(int, ended.stdout.split())
        assert events > 5
        assert dated >= 2
        trees.append(tree(store))
    assert trees[0] == trees[1]
