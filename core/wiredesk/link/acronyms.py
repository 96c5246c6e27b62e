"""Names that an article itself explains: "Kestrel Rescue Union (KRU)", "KRU (…)", "…, or KRU"."""

import re
from collections.abc import Iterator, Sequence

from wiredesk.link.forms import Form
from wiredesk.link.lexicon import Lexicon
from wiredesk.link.normalise import abbreviates, core, is_acronym, undotted

_IN_BRACKETS = re.compile(
    r"(?:['’]s)?\s{0,2}\(\s?[\"“‘']?(?:the\s|or\s|also\s)?([^\W\d_][\w.&-]{1,11})[\"”’']?\s?[);,]"
)
_OR = re.compile(
    r",?\s(?:or|or\ssimply|known\sas|known\sby\sits\s[\w ]{0,20}initials|abbreviated\s(?:as|to)|"
    r"shortened\sto)\s(?:the\s)?[\"“‘']?([^\W\d_][\w.&-]{1,11})\b"
)
_ALSO = re.compile(
    r",?\s\(?(?:also\s(?:known\sas|called|named|spelled|written)|better\sknown\sas|otherwise\sknown\sas|"
    r"formerly(?:\sknown\sas|\scalled)?|previously\sknown\sas|a\.?k\.?a\.?|alias|now\s(?:known\sas|called))\s"
    r"(?:by\sits\s\w+\sacronym\sas\s)?(?:the\s)?[\"“‘']?"
)
# A foreign body's short form need not abbreviate its English name; two letters are too few to trust that.
_FOREIGN_LETTERS = 3
_BEFORE_BRACKET = 5


def definitions(
    text: str, names: Sequence[tuple[int, int, Form]], lexicon: Lexicon
) -> Iterator[tuple[str, Form]]:
    """Each name that the text explains by another: in brackets, or by words such as "also known as".

    Args:
        text: The article's text.
        names: Start, end and form of its names in the order of the text.
        lexicon: Tells which words before a name are a state's, and not part of its acronym.

    Yields:
        What is explained (an acronym without periods, or else a key) and the name it stands for; never a
        person's name.
    """
    for at, (start, end, form) in enumerate(names):
        if form.kind == "person":
            continue
        behind = names[at + 1] if at + 1 < len(names) else None
        end = _end_of(form, start, end)
        if text.find("(", end, end + _BEFORE_BRACKET) >= 0:
            yield from _bracketed(text, start, end, form, behind, lexicon)
        elif behind is not None and behind[0] - end < _REACH:
            yield from _worded(text, end, form, behind, lexicon)


_REACH = 60


def may_explain(text: str, start: int, end: int, form: Form) -> bool:
    """Whether `definitions` may find anything behind a name, whatever is named next."""
    end = _end_of(form, start, end)
    if text.find("(", end, end + _BEFORE_BRACKET) >= 0:
        return True
    return _ALSO.match(text, end) is not None or _OR.match(text, end) is not None


def _end_of(form: Form, start: int, end: int) -> int:
    """Where a name ends, without a bracket that was taken for a part of it."""
    opened = form.surface.find("(", 1)
    return start + len(form.surface[:opened].rstrip()) if opened > 0 else end


def _bracketed(
    text: str, start: int, end: int, form: Form, behind: tuple[int, int, Form] | None, lexicon: Lexicon
) -> Iterator[tuple[str, Form]]:
    if form.short:
        if (
            behind is not None
            and behind[0] - end <= 3
            and text[behind[1] : behind[1] + 1] == ")"
            and start < behind[0]
        ):
            long = behind[2]
            same_sort = (form.kind == "place") == (long.kind == "place") and long.kind != "person"
            if same_sort and not long.short and _abbreviates(form.core, long, lexicon):
                yield form.short, long
        return
    found = _IN_BRACKETS.match(text, end)
    if found is not None:
        short = core(found[1])
        inside = behind[2] if behind is not None and behind[0] < found.end() else None
        if is_acronym(short) and _explains(short, form, inside, lexicon):
            yield undotted(short), form


def _worded(
    text: str, end: int, form: Form, behind: tuple[int, int, Form], lexicon: Lexicon
) -> Iterator[tuple[str, Form]]:
    other = behind[2]
    also = _ALSO.match(text, end)
    if also is not None and also.end() == behind[0] and other.key != form.key:
        alike = (form.kind == "place") == (other.kind == "place") and other.kind != "person"
        if alike and not (form.entry and other.entry) and not form.noun and not other.noun:
            yield (other.short or other.key, form) if other.entry is None else (form.short or form.key, other)
        return
    either = _OR.match(text, end)
    if either is not None and either.start(1) == behind[0]:
        short = core(either[1])
        if is_acronym(short) and not form.short and _abbreviates(short, form, lexicon):
            yield undotted(short), form


def _explains(short: str, long: Form, inside: Form | None, lexicon: Lexicon) -> bool:
    if long.short:
        return False
    if _abbreviates(short, long, lexicon):
        return True
    foreign = long.kind in ("organisation", "group") and (inside is None or inside.kind == long.kind)
    return (
        foreign
        and " " in long.core
        and sum(char.isalpha() for char in short) >= _FOREIGN_LETTERS
        and short.isupper()
        and (inside is None or inside.entry is None)
    )


def _abbreviates(short: str, long: Form, lexicon: Lexicon) -> bool:
    """Whether an acronym is that of a name, or of the name behind its state: "US Sorvik Command (SORCOM)"."""
    if abbreviates(short, long.core):
        return True
    first, _, rest = undotted(long.core).partition(" ")
    owner = first.removesuffix("'s").removesuffix("’s")
    state = lexicon.adjectives.get(owner.casefold()) or lexicon.keys.get(owner.casefold())
    return (state is not None or owner in lexicon.exact) and bool(rest) and abbreviates(short, rest)
