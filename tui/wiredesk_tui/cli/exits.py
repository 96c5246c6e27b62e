"""Exit codes: an interface, so they never change their meaning."""

from enum import IntEnum


class Exit(IntEnum):
    """What the program says to its caller when it leaves."""

    DONE = 0
    NOTHING = 1  # nothing found
    USAGE = 2  # usage or configuration
    UNREADABLE = 3  # the input
    LOCKED = 4  # the index is locked, or newer than the program
    INTERRUPTED = 130
    NO_READER = 141  # whoever read standard output has gone, as `| head` does; 128 and the signal's number
