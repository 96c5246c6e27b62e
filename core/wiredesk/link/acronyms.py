"""Short forms that an article itself explains: "Kestrel Rescue Union (KRU)", "KRU (Kestrel Rescue Union)"."""

import re
from collections.abc import Iterator, Sequence

from wiredesk.link.forms import Form
from wiredesk.link.normalise import abbreviates, core, is_acronym, undotted

_IN_BRACKETS = re.compile(r"\s{0,2}\(\s?[\"“‘']?(?:the\s|or\s)?([^\W\d_][\w.&-]{1,11})[\"”’']?\s?[);,]")
# A foreign body's short form need not abbreviate its English name; two letters are too few to trust that.
_FOREIGN_LETTERS = 3


def definitions(text: str, names: Sequence[tuple[int, int, Form]]) -> Iterator[tuple[str, Form]]:
    """Each short form that the text puts into brackets behind a name, or the other way round.

    Args:
        text: The article's text.
        names: Start, end and form of its names in the order of the text.

    Yields:
        The short form without periods and the name it stands for; never a person's name.
    """
    for at, (start, end, form) in enumerate(names):
        if text.find("(", end, end + 3) < 0 or form.kind == "person":
            continue
        if form.short:
            long = names[at + 1] if at + 1 < len(names) else None
            if (
                long is not None
                and long[0] - end <= 3
                and text[long[1] : long[1] + 1] == ")"
                and start < long[0]
            ):
                same_sort = (form.kind == "place") == (long[2].kind == "place") and long[2].kind != "person"
                if same_sort and not long[2].short and abbreviates(form.core, long[2].core):
                    yield form.short, long[2]
            continue
        found = _IN_BRACKETS.match(text, end)
        if found is not None:
            short = core(found[1])
            inside = names[at + 1][2] if at + 1 < len(names) and names[at + 1][0] < found.end() else None
            if is_acronym(short) and _explains(short, form, inside):
                yield undotted(short), form


def _explains(short: str, long: Form, inside: Form | None = None) -> bool:
    if long.short:
        return False
    if abbreviates(short, long.core):
        return True
    foreign = long.kind in ("organisation", "group") and (inside is None or inside.kind == long.kind)
    return (
        foreign
        and " " in long.core
        and sum(char.isalpha() for char in short) >= _FOREIGN_LETTERS
        and short.isupper()
        and (inside is None or inside.entry is None)
    )
