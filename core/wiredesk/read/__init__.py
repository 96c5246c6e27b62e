"""Bytes to documents: one module a format, and nothing that a bad file could stop."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.read.document import Document, FileRead, Refusal, Stated
    from wiredesk.read.file import read_file
    from wiredesk.read.find import LEFT_OUT, find_files
    from wiredesk.read.found import Found, digest_of, standard_input

__all__ = [
    "LEFT_OUT",
    "Document",
    "FileRead",
    "Found",
    "Refusal",
    "Stated",
    "digest_of",
    "find_files",
    "read_file",
    "standard_input",
]

__getattr__ = handing_on(
    __name__,
    {
        "document": (
            "Document",
            "FileRead",
            "Refusal",
            "Stated",
        ),
        "file": ("read_file",),
        "find": (
            "LEFT_OUT",
            "find_files",
        ),
        "found": (
            "Found",
            "digest_of",
            "standard_input",
        ),
    },
)
