"""The library's errors: one small family, a class a layer.

Every message starts with the file or setting it is about and ends with what to do.
"""


class WiredeskError(Exception):
    """Anything the library refuses to do; its text is fit to be shown to the reader as it is."""


class ReadError(WiredeskError):
    """A file, or one document in it, that cannot be read."""


class StoreError(WiredeskError):
    """A store that cannot be opened or written."""


class StoreLockedError(StoreError):
    """Another process is writing this store."""


class StoreNewerError(StoreError):
    """The store was written by a newer version of the program."""


class QueryError(WiredeskError):
    """A query with a broken clause.

    Attributes:
        start: Offset in the query's text at which the broken clause begins.
        end: Offset behind its last character.
    """

    def __init__(self, message: str, *, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class ExportError(WiredeskError):
    """A folder or file that an export cannot be written to."""


class FetchError(WiredeskError):
    """A feed that cannot be fetched, or not be kept.

    Attributes:
        reached: A server was reached; False where the network, or the server, is not there.
    """

    def __init__(self, message: str, *, reached: bool = True) -> None:
        super().__init__(message)
        self.reached = reached


class DeskError(WiredeskError):
    """The reader's own work cannot be read or written, or what is asked of it makes no sense."""


class ConfigError(WiredeskError):
    """A configuration file, lexicon or other data file of the user's with a mistake in it."""
