"""Plain text, with or without front matter."""

from wiredesk.read.draft import Draft, Parsed
from wiredesk.read.encoding import decode
from wiredesk.read.front_matter import split_front_matter
from wiredesk.text import newlines


def read_plain(data: bytes) -> Parsed:
    """Read one text of any encoding.

    Raises:
        ReadError: its front matter is broken or too large.
    """
    decoded = decode(data)
    stated, text = split_front_matter(newlines(decoded.text))
    return Parsed(drafts=(Draft(text=text, stated=stated),), encoding=decoded.encoding)
