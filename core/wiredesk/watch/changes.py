"""What is different between two indexes of the same pile, article by article."""

from dataclasses import dataclass

from wiredesk.store import Index


@dataclass(frozen=True, slots=True)
class Changes:
    """How many articles are different, by what happened to them.

    Attributes:
        new: They were not there before, neither at their place nor elsewhere.
        changed: They stand where they stood and say something else.
        moved: They say what they said, and stand in another file.
        removed: They are gone.
        refused: Files that could not be read now and were not there, or could be read, before.
    """

    new: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0
    refused: int = 0

    def __bool__(self) -> bool:
        return any((self.new, self.changed, self.moved, self.removed, self.refused))


def changes_between(before: Index, after: Index) -> Changes:
    """Compare two indexes by the identifiers and the digests of their articles; times of files do not count.

    Args:
        before: What was known.
        after: What is known now.
    """
    old, now = _digests(before), _digests(after)
    gone = {old[article] for article in old.keys() - now.keys()}
    come = [now[article] for article in now.keys() - old.keys()]
    moved = sum(digest in gone for digest in come)
    return Changes(
        new=len(come) - moved,
        changed=sum(old[article] != now[article] for article in old.keys() & now.keys()),
        moved=moved,
        removed=max(0, len(old.keys() - now.keys()) - moved),
        refused=len(_refused(after) - _refused(before)),
    )


def _digests(index: Index) -> dict[int, str | None]:
    return dict(index.articles.select("article_id", "digest").iter_rows())


def _refused(index: Index) -> set[str]:
    return set(index.refused["path"])
