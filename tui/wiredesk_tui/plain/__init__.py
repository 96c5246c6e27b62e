"""The line mode: lines in, lines out, for screen readers, logs and terminals without a cursor to move.

No escape code, no screen, no toolkit: a command is typed at a prompt, and what it finds is told row by row,
one fact a line, in pages.
"""

from wiredesk_tui.plain.loop import run

__all__ = ["run"]
