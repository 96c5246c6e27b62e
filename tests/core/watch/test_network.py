"""Which folders are on another machine."""

from pathlib import Path

import pytest

from wiredesk.watch import on_network

MOUNTS = """\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/root rw
40 21 0:35 / /srv/clippings rw shared:3 - nfs4 files:/clippings rw,vers=4.2
41 21 0:36 / /srv/my\\040wires rw shared:4 - fuse.sshfs me@files:/wires rw
42 40 0:37 / /srv/clippings/here rw shared:5 - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/srv/clippings/today", True),
        ("/srv/clippings", True),
        ("/srv/clippings-of-old", False),
        ("/srv/clippings/here/x", False),
        ("/srv/my wires/a.txt", True),
        ("/home/me", False),
    ],
)
def test_the_innermost_mount_tells(path: str, remote: bool) -> None:
    assert on_network(Path(path), MOUNTS) is remote


def test_nothing_is_remote_where_no_mount_is_known() -> None:
    assert not on_network(Path("/srv"), "")
