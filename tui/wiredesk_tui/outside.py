"""Values that a reader's file states, checked: the fields of a dataclass, and nothing else.

The checking library takes longer to load than a screen to be painted, so that only what reads such a file
imports this.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, create_model


def model_of(
    kind: type[Any], rules: Mapping[str, Any], *, without: frozenset[str] = frozenset()
) -> type[BaseModel]:
    """A model of what a file may state for a dataclass. What a file does not state is not in `stated_in`.

    Args:
        kind: The dataclass, which says what the fields are and what they are where nothing is stated.
        rules: Field -> the type that is checked where its own does not say enough.
        without: Fields that no file can state.
    """
    hints = get_type_hints(kind)
    known: dict[str, Any] = {
        field.name: (rules.get(field.name, hints[field.name]), None)
        for field in fields(kind)
        if field.name not in without
    }
    return create_model(kind.__name__, __config__=ConfigDict(extra="forbid"), **known)


def stated_in(model: type[BaseModel], data: object) -> dict[str, Any]:
    """The fields that are stated, as the dataclass takes them.

    Raises:
        pydantic.ValidationError: a key is unknown, or a value is not what its field takes.
    """
    checked = model.model_validate(data)
    return {name: getattr(checked, name) for name in checked.model_fields_set}
