"""How much is taken from the web: beyond each limit a feed is given up with the reason."""

from typing import Final

from wiredesk.read.limits import FEED_BYTES

BODY_BYTES: Final = FEED_BYTES
"""Of an answer, unpacked: what the reader of feeds takes. Packed ones are unpacked no further than this."""

CONNECT: Final = 10.0
"""Seconds to reach a server: more than a satellite line needs."""

SILENCE: Final = 30.0
"""Seconds in which a server says nothing at all."""

WHOLE: Final = 120.0
"""Seconds for all of one feed: a server that sends a byte now and then must not hold up the others."""

REDIRECTS: Final = 5
"""From one address to the next; real feeds need one or two."""

HOSTS_AT_ONCE: Final = 8
"""Servers that are asked at the same time; each of them has one connection."""

OPML_BYTES: Final = 4 * 1024**2
"""Of an OPML file: some 20,000 feeds."""

OPML_FEEDS: Final = 10_000
"""Of one OPML file."""
