"""How a room hands its names on: each is loaded when somebody first asks for it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def handing_on(package: str, homes: Mapping[str, Sequence[str]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package (PEP 562) that imports a module only for the names that lie in it.

    What asks for an address or a query then does not wait for frames to be loaded.

    Args:
        package: Its name.
        homes: Module of the package -> the names that it hands on; none may be called like a module.
    """
    found_in = {name: module for module, names in homes.items() for name in names}

    def hand_on(name: str) -> Any:
        if name not in found_in:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{found_in[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return hand_on
