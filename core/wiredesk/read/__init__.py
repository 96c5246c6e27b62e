"""Bytes to documents: one module a format, and nothing that a bad file could stop."""

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
