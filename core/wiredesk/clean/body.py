"""The body of an article: what stays, and the furniture between its paragraphs."""

import re

from wiredesk.clean.captions import is_credit
from wiredesk.clean.furniture import WEAK
from wiredesk.clean.lines import Line, is_body_like, is_headline_like, key
from wiredesk.clean.sorting import Sorting, describes_picture, keep, keep_caption, marks_picture, says_title

LONGEST_QUOTE = 70
"""Words of a pull quote."""
SHORTEST_QUOTE = 6
LONGEST_ATTRIBUTION = 18
LONGEST_LINKS = 6
"""How many headlines may follow a "Read more" that stands alone."""
SHORTEST_LINK = 4
"""Words of such a headline."""
LONGEST_LABEL = 2
LONGEST_SIGNOFF = 220
"""Characters of a sign-off at the end of the body's last paragraph."""
LONG_REPEAT = 8
"""A body line of so many words that comes again word for word is kept once."""

_TRAILING_SIGNOFF = re.compile(
    r"\s*[(\[](?:additional |with additional )?(?:reporting|editing|writing|compiled|edited|"
    r"written|translated|reported)(?: and \w+)? by [^()\[\]]{3,200}[)\]]\.?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„‘'].*[”\"»“’'][.,]?$")
_TITLED_NAME = re.compile(r"[—–-]?\s*[^\W\d_a-z][\w’'.-]*(?:\s[^\W_][\w’'.-]*)*(?:,\s.*)?$")


def sort_body(sorting: Sorting) -> None:
    """Sort the lines from the body's first to the article's last."""
    found, lines, kinds = sorting.found, sorting.lines, sorting.kinds
    skip = -1
    for at in range(sorting.body, len(lines)):
        line, kind = lines[at], kinds[at]
        if at >= sorting.foot:
            if (
                kind is None
                and sorting.foot <= at
                and not _below_tail(sorting, at)
                and describes_picture(sorting, at, head=False)
            ):
                keep_caption(sorting, line)
            else:
                found.footer.append(line)
        elif at <= skip or is_credit(line) or _is_link_above(sorting, at) or marks_picture(sorting, at):
            found.footer.append(line)
        elif kind is not None and (kind not in WEAK or _beside_furniture(sorting, at)):
            found.footer.append(line)
            skip = max(skip, _links_below(sorting, at))
        elif says_title(sorting, line):
            continue
        elif at != sorting.body and describes_picture(sorting, at, head=False):
            keep_caption(sorting, line)
        elif line.words >= LONG_REPEAT and line.text in sorting.seen:
            continue
        elif _is_pull_quote(sorting, at):
            if at + 1 < sorting.foot and _is_attribution(lines[at + 1]):
                skip = at + 1
        else:
            sorting.seen.add(line.text)
            text = line.text
            if (
                at == sorting.foot - 1
                and text[-1] in ")]."
                and (signed := _TRAILING_SIGNOFF.search(text, max(0, len(text) - LONGEST_SIGNOFF)))
                and signed.start()
            ):
                found.footer.append(
                    Line(signed[0].strip(), 0, 0, signed[0].count(" ") + 1, sentence=False, key="")
                )
                text = text[: signed.start()]
            keep(sorting, "body", text)


def _below_tail(sorting: Sorting, at: int) -> bool:
    return any(kind == "tail" for kind in sorting.kinds[sorting.foot : at])


def _beside_furniture(sorting: Sorting, at: int) -> bool:
    """Whether a line of a weak kind has furniture of any kind right above or below."""
    kinds, lines = sorting.kinds, sorting.lines
    above = at - 1 >= sorting.body and kinds[at - 1] is not None
    below = at + 1 < len(lines) and kinds[at + 1] is not None
    return above or below


def _is_link_above(sorting: Sorting, at: int) -> bool:
    """Whether a line is the headline of another article, with a "Read more" of no more words below it."""
    lines, kinds = sorting.lines, sorting.kinds
    if at + 2 >= len(lines) or kinds[at + 1] != "more" or kinds[at] is not None or at == sorting.body:
        return False
    line, button, below = lines[at : at + 3]
    linked = is_headline_like(line) and line.words >= 4 and not line.sentence
    return linked and button.words <= 2 and not button.text.endswith(":") and is_body_like(below)


def _links_below(sorting: Sorting, at: int) -> int:
    """The last of the headlines that a "Read more" without words of its own announces; `at` for none."""
    lines, kinds = sorting.lines, sorting.kinds
    if kinds[at] not in ("more", "tail") or lines[at].words > 5:
        return at
    last = at
    for below in range(at + 1, min(at + 1 + LONGEST_LINKS, sorting.foot)):
        line = lines[below]
        link = is_headline_like(line) or (line.bullet and not line.sentence)
        if (
            not link
            or (line.words < SHORTEST_LINK and not _is_label(line))
            or (below > at + 1 and line.gap > lines[at + 1].gap)
            or kinds[below] is not None
        ):
            break
        last = below
    return last


def _is_label(line: Line) -> bool:
    """Whether a line in a list of headlines is the section of the next: "NATION", "SPORT"."""
    return line.text.isupper() and line.words <= LONGEST_LABEL


def _is_pull_quote(sorting: Sorting, at: int) -> bool:
    """Whether a line is set apart from a longer line of the body that holds its words."""
    line = sorting.lines[at]
    if not (line.key and SHORTEST_QUOTE <= line.words <= LONGEST_QUOTE):
        return False
    apart = not line.sentence and not line.bullet and line.words >= LONG_REPEAT
    if not (apart or _QUOTED.fullmatch(line.text)):
        return False
    if sorting.joined is None:
        sorting.joined = "\n".join(
            f" {other.key or key(other.text)} " for other in sorting.lines[sorting.body :]
        )
    return sorting.joined.count(f" {line.key} ") > sorting.times[line.key]


def _is_attribution(line: Line) -> bool:
    """Whether a line names who said the quote above it: a name, perhaps with an office, and no sentence."""
    return (
        line.words <= LONGEST_ATTRIBUTION
        and line.text[-1] not in ".!?:"
        and _TITLED_NAME.match(line.text) is not None
    )
