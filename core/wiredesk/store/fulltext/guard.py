"""The one place where the failures of the search library are caught."""

from collections.abc import Generator
from contextlib import contextmanager

from wiredesk.errors import StoreError


class FullTextError(StoreError):
    """The full-text index cannot be used; a scan of the texts gives the same results."""


@contextmanager
def guarded(about: object) -> Generator[None, None, None]:
    """Turn whatever the search library raises into a `FullTextError`.

    A panic of its Rust code is no `Exception`, and its class cannot be imported: it is known by the name
    of its module.

    Args:
        about: What was read or written, for the message.
    """
    try:
        yield
    except (ValueError, OSError) as error:
        raise FullTextError(f"{about}: {error}") from error
    except BaseException as error:
        if type(error).__module__ != "pyo3_runtime":
            raise
        raise FullTextError(f"{about}: the search library failed ({error})") from error
