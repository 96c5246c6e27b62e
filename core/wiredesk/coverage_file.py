"""What coverage.toml may say."""

from pydantic import BaseModel, ConfigDict


class CoverageFile(BaseModel):
    """The table of what is attempted, and the names of languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    attempted: dict[str, frozenset[str]]
    """Language -> some of `wiredesk.coverage.ATTEMPTS`."""
    labels: dict[str, str]
    """Language -> its name in English."""
