"""Whether a folder is on another machine: the system then tells only of what this machine does there."""

import re
from pathlib import Path
from typing import Final

POLL: Final = 5.0
"""Seconds between two looks where the system does not tell: a look asks for the state of every file, which
for 100,000 files over a network takes about as long."""

_MOUNTS: Final = Path("/proc/self/mountinfo")
_REMOTE: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "vboxsf", "prl_fs"}
)
_REMOTE_FUSE: Final = ("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.davfs")
_ESCAPE: Final = re.compile(r"\\([0-7]{3})")


def on_network(path: Path, mounts: str | None = None) -> bool:
    """Whether a path lies on a file system of another machine; False where that cannot be told.

    Args:
        path: Any path; need not exist.
        mounts: In the form of Linux' `/proc/self/mountinfo`; None: that file.
    """
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return False
    there = path.resolve()
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _, behind = line.partition(" - ")
        fields, about = before.split(" "), behind.split(" ")
        if len(fields) > 4 and about[0]:
            point = Path(_ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[4]))
            if there.is_relative_to(point) and len(point.parts) >= best:
                best, kind = len(point.parts), about[0]
    return kind in _REMOTE or kind.startswith(_REMOTE_FUSE)
