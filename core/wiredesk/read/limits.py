"""How much is read: beyond each limit a file or document is refused with the reason, never cut in silence.

Articles are small (a long one has 10,000 words); the limits leave room for whole archives in one file
and still keep a hostile file from taking the memory or the afternoon.
"""

from typing import Final

FILE_BYTES: Final = 256 * 1024**2
"""Of any file: it is read whole, so this bounds memory. A mailbox or an archive beyond it can be split."""

PAGE_BYTES: Final = 10 * 1024**2
"""Of an HTML page: libxml2 itself stops at text nodes of 10 MB."""

FEED_BYTES: Final = 8 * 1024**2
"""Of a feed: feedparser needs one to five seconds a megabyte."""

JSON_BYTES: Final = 64 * 1024**2
"""Of a JSON file that is one value: parsed objects take ten times their text. JSON Lines go line by line."""

MESSAGE_BYTES: Final = 32 * 1024**2
"""Of one mail message, attachments included; mail servers stop at about this size."""

DOCUMENTS: Final = 100_000
"""Of one file."""

DOCUMENT_CHARACTERS: Final = 2_000_000
"""Of one document: a book of 800 pages."""

PAGE_ELEMENTS: Final = 60_000
"""Of an HTML page that is searched for its article; a larger one is taken as plain text, in linear time."""

PAGE_DEPTH: Final = 200
"""Of nested elements in a page that is searched for its article."""

PAGE_DEPTH_READ: Final = 250
"""Of nested elements in a page that is read at all: at 256 libxml2 drops the rest of the page."""

PAGE_ATTRIBUTES: Final = 256
"""Of one element: libxml2 compares each with all before it, and 300,000 take five minutes."""

FRONT_MATTER_CHARACTERS: Final = 16_384
"""Of a front matter block; a YAML parser needs a millisecond a kilobyte."""

FRONT_MATTER_DEPTH: Final = 6
"""Of values nested in front matter."""

SIDECAR_BYTES: Final = 64 * 1024
"""Of a `NAME.meta.toml`."""

METADATA_CHARACTERS: Final = 2_000
"""Of a title, source, ...; a longer one is not what it says it is, and stays unknown."""

ITEM_CHARACTERS: Final = 300
"""Of a document's name within its file; a longer one is replaced by a digest of it."""

HEADER_BYTES: Final = 16_384
"""Of one mail header that is looked at: the parser of `email` takes quadratic time, a minute for 1 MB."""

MAIL_DEPTH: Final = 8
"""Of messages attached to messages."""

MAIL_PARTS: Final = 500
"""Of one message."""
