"""What the facts depend on apart from the files: the code, its data, the libraries it uses."""

import json
import platform
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from wiredesk.build.methods import Methods
from wiredesk.link import Lexicon

_PACKAGE: Final = Path(__file__).parents[1]
_BATCH: Final = "build/batch.py"
_LATER: Final = frozenset(
    (
        "__init__.py", "__pycache__", "_version.py", "api.py", "brief", "build", "derived.py", "link",
        "py.typed", "query", "raw.py", "seeds", "seeds.py", "store", "watch",
    )
)  # fmt: skip
"""What works on facts that are found already. All else may find them, also what is added one day."""
_LINKING: Final = ("build/linking.py", "link")
_LIBRARIES: Final = (
    "charset-normalizer", "feedparser", "onnxruntime", "polars", "python-crfsuite", "pyyaml", "tokenizers",
    "trafilatura", "yake", "yake-rust",
)  # fmt: skip
_DIGEST_BYTES: Final = 16
_WEIGHTS: Final = "weights"
"""Folder of large models; who uses one states its digest, so that the others need not read it."""


@cache
def extraction_signature(methods: Methods) -> str:
    """Digest of all that finds the facts of one file; facts of another signature are found anew.

    It follows from the code itself, so that no change of a rule can leave old facts in an index.

    Raises:
        ConfigError: a method's model is not there.
    """
    from wiredesk.extract.names.tiers import tier_signature

    chosen = (methods.names, tier_signature(methods.names), methods.keywords)
    return _digest(
        *_contents((_BATCH, *extraction_parts())), *_versions(), *(part.encode() for part in chosen)
    )


def extraction_parts() -> tuple[str, ...]:
    """Files and folders of the package, beside `build/batch.py`, on which the facts of a file depend."""
    return tuple(sorted(part.name for part in _PACKAGE.iterdir() if part.name not in _LATER))


@cache
def linking_signature() -> str:
    """Digest of all that brings the facts together, the lexicon apart; another one: linked anew."""
    return _digest(*_contents(_LINKING), *_versions())


def lexicon_signature(lexicon: Lexicon) -> str:
    """Digest of a lexicon's content."""
    plain = {
        "entries": {name: entry.model_dump(mode="json") for name, entry in lexicon.entries.items()},
        "exact": dict(lexicon.exact),
        "keys": dict(lexicon.keys),
        "adjectives": dict(lexicon.adjectives),
        "apart": {name: sorted(others) for name, others in lexicon.apart.items()},
    }
    return _digest(json.dumps(plain, sort_keys=True).encode())


def _contents(parts: tuple[str, ...]) -> Iterator[bytes]:
    for part in parts:
        place = _PACKAGE / part
        for file in sorted(place.rglob("*")) if place.is_dir() else (place,):
            if file.is_file() and not {"__pycache__", _WEIGHTS}.intersection(file.parts):
                yield file.relative_to(_PACKAGE).as_posix().encode()
                yield file.read_bytes()


def _versions() -> Iterator[bytes]:
    yield platform.python_version_tuple()[1].encode()  # its tables of Unicode
    for library in _LIBRARIES:
        try:
            yield f"{library} {version(library)}".encode()
        except PackageNotFoundError:
            yield f"{library} absent".encode()


def _digest(*parts: bytes) -> str:
    hashed = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()
