"""What mail programs put around a text: quoted replies, forwarded headers, signatures."""

import re

from wiredesk.clean.lines import ends_sentence

QUOTED_SHARE = 0.5
"""Where more of the lines are quoted, the quotation is the text, and only its marks go."""
SIGNATURE_LINES = 12
"""A signature is at most so long."""
SENTENCE_WORDS = 10
"""No signature holds a sentence of so many words."""

_QUOTED = re.compile(r"\s?>[> ]*")
_WROTE = re.compile(
    r"(?:On\b.{5,120}\bwrote|Le\b.{5,120}\ba écrit|"
    r"El\b.{5,120}\bescribió|Am\b.{5,120}\bschrieb.{0,80})\s?:\s*",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"-{2,}\s*(?:original message|forwarded message|forwarded by .{0,60}|message transféré|"
    r"message d'origine|mensaje (?:original|reenviado)|ursprüngliche nachricht|weitergeleitete "
    r"nachricht)\s*-{2,}|begin forwarded message:",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\*?(?:from|sent|to|cc|date|subject|reply-to|de|envoyé|à|objet|para|enviado|asunto|"
    r"von|gesendet|an|betreff)\*?\s*:\s?.*",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"--\s?|__+\s?|(?:sent from my|get outlook for|envoyé de mon|enviado desde mi|von meinem "
    r".{3,20} gesendet)\b.{0,60}",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"(?:sent from my|get outlook for|envoyé de mon|enviado desde mi|von meinem)\b", re.IGNORECASE
)


def without_mail_furniture(text: str) -> str:
    """A text without what mail programs add; a text that is no mail comes back as it is."""
    if not (
        "\n>" in text
        or text.startswith(">")
        or "\n--" in text
        or "orward" in text
        or "essage" in text
        or "ent from my" in text
        or "nvoyé de mon" in text
        or "nviado desde mi" in text
    ):
        return text
    rows = _without_forwards(text.split("\n"))
    quoted = [bool(_QUOTED.match(row)) for row in rows]
    filled = sum(bool(row.strip()) for row in rows)
    if sum(quoted) > QUOTED_SHARE * filled:
        rows = [_QUOTED.sub("", row, count=1) for row in rows]
    elif any(quoted):
        rows = _without_quotes(rows, quoted)
    return "\n".join(_without_signature(rows))


def _without_forwards(rows: list[str]) -> list[str]:
    """Drop "Forwarded message" lines with the header fields below them."""
    kept: list[str] = []
    in_header = False
    for row in rows:
        bare = _QUOTED.sub("", row, count=1).strip()
        if _FORWARD.fullmatch(bare):
            in_header = True
        elif in_header and (not bare or _FIELD.fullmatch(bare)):
            in_header = bool(bare) or kept[-1:] != [""]
            if not bare:
                kept.append("")
        else:
            in_header = False
            kept.append(row)
    return kept


def _without_quotes(rows: list[str], quoted: list[bool]) -> list[str]:
    kept: list[str] = []
    for row, is_quoted in zip(rows, quoted, strict=True):
        if is_quoted:
            if kept and _WROTE.fullmatch(kept[-1].strip()):
                kept.pop()
            continue
        kept.append(row)
    return kept


def _without_signature(rows: list[str]) -> list[str]:
    """Drop the signature: "-- " or "Sent from my ..." and the few lines below it, at the text's end."""
    filled = [at for at, row in enumerate(rows) if row.strip()]
    for at in filled[-SIGNATURE_LINES - 1 :]:
        bare = rows[at].strip()
        if _SENT_FROM.match(bare) or (rows[at].rstrip("\r") in ("-- ", "--") and at > filled[0]):
            told = any(
                row.count(" ") + 1 >= SENTENCE_WORDS and ends_sentence(row.strip()) for row in rows[at:]
            )
            return rows if told or not _SIGNATURE.fullmatch(bare) else rows[:at]
    return rows
