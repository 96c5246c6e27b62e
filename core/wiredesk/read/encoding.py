"""Bytes to characters: what the bytes prove first, then what the container declares, then statistics.

Central European and Western text differ in few bytes and a detector by statistics mixes them up on a
few paragraphs, so among the encodings of Latin script the alphabets of their languages decide: the
one in which the most of the text's own letters are at home (Unicode CLDR's exemplar characters).
"""

import codecs
import re
from dataclasses import dataclass
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARABLE = re.compile(
    r"utf-?(8|16|32)([-_]?[bl]e)?|(windows|cp|x-cp)-?_?(125\d|874|932|936|949|950)|iso-?_?8859-?_?\d{1,2}"
    r"|latin-?_?\d|us-ascii|ascii|koi8-?_?[ru]|gbk?|gb-?_?2312|gb-?_?18030|big5(-?hkscs)?|shift-?_?jis|sjis"
    r"|euc-?_?(jp|kr)|ks-?_?c-?_?5601(-\d+)?|iso-?_?2022-?_?jp|mac-?_?roman|macintosh|tis-?620",
    re.IGNORECASE,
)
"""Character sets of the web; Python knows more codecs (zip, punycode), which no article may ask for."""
_WEB_NAMES = {
    "latin-1": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
"""Codec to the larger one that browsers take it for (WHATWG Encoding Standard, "labels")."""

_CANDIDATES = [
    "cp1252", "cp1251", "cp1256", "cp1250", "cp1253", "cp1254", "cp1255", "cp1257", "koi8_r", "cp932",
    "gb18030", "big5", "cp949", "euc_jp", "cp874",
]  # fmt: skip
"""What articles are written in when not in Unicode. DOS and old Macintosh sets only cause false alarms."""

_ALPHABETS: Final = (
    ("cp1252", "àâæçéèêëîïôœùûüÿ"), ("cp1252", "äöüßé"), ("cp1252", "áéíñóúüªº"),
    ("cp1252", "áâãàçéêíóôõúªº"), ("cp1252", "àèéìòóùî"), ("cp1252", "åäöæøéü"), ("cp1252", "áðéíóúýþæö"),
    ("cp1252", "àçèéíïòóúü·"), ("cp1252", "éëïöüáíóúèê"), ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áčďéěíňóřšťúůýž"), ("cp1250", "áäčďéíĺľňóôŕšťúýž"), ("cp1250", "áéíóöőúüű"),
    ("cp1250", "ăâîşţ"), ("cp1250", "čćđšž"),
    ("cp1254", "çğıiöşüâîû"), ("cp1257", "ąčęėįšųūž"), ("cp1257", "āčēģīķļņšūž"), ("cp1257", "äõöüšž"),
)  # fmt: skip
"""Letters beyond a to z, language by language; at a tie the earlier wins, Western Europe first."""
_IN_WORDS = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f]|[^\x00-\x7f](?=[^\W\d_])")
"""Characters beyond ASCII beside a letter; alone they are signs: "£500" must not become "Ł500"."""
_LATIN = frozenset(codec for codec, _ in _ALPHABETS)

_SAMPLE_BYTES = 32_768
"""Detectors learn nothing from more."""
_BROKEN_SHARE = 0.1
"""Of UTF-8's own multi-byte sequences: fewer broken ones, and it is UTF-8 that was cut or damaged."""
_NUL_SHARE = 0.1
"""Of every second byte: text in UTF-16 has a zero beside each space and Latin letter."""
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""What text has none of, and numbers in two bytes, which have zeros too, have many of."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the name of the encoding it was in; bytes that do not fit it have become U+FFFD."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode text of any encoding.

    A byte order mark decides, then strict UTF-8, then the declared encoding if all bytes fit it, then
    what the bytes look like. Never fails: undecodable bytes become U+FFFD.

    Args:
        data: The bytes of a text.
        declared: What a header or meta tag calls the encoding; unknown names are ignored.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name)
    if (wide := wide_encoding(data)) is not None:
        return Decoded(data.decode(wide, "replace"), wide)
    codec = _codec(declared)
    if codec == "iso2022_jp" and (text := _strictly(data, codec)) is not None:
        return Decoded(text, "iso-2022-jp")  # all its bytes are ASCII: nothing else would show it
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if codec is not None and (text := _strictly(data, codec)) is not None:
        return Decoded(text, _shown(codec))
    if _is_broken_utf8(data):
        return Decoded(data.decode("utf-8", "replace"), "utf-8")
    codec = _detected(data)
    return Decoded(data.decode(codec, "replace"), _shown(codec))


def wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a byte order mark by where their zero bytes stand; else None."""
    sample = data[:4096]
    if b"\0" not in sample:
        return None
    size = max(1, len(sample) // 4)
    first, second, third, fourth = (sample[at::4].count(0) / size for at in range(4))
    even, odd = (first + third) / 2, (second + fourth) / 2
    if min(second, third, fourth) > 1 - _NUL_SHARE and first < _NUL_SHARE:
        return "utf-32-le"
    if min(first, second, third) > 1 - _NUL_SHARE and fourth < _NUL_SHARE:
        return "utf-32-be"
    wide = "utf-16-le" if odd > even else "utf-16-be"
    if max(odd, even) < _NUL_SHARE or min(odd, even) > _NUL_SHARE / 10:
        return None
    return None if _CONTROL.search(sample.decode(wide, "replace")) else wide


def _codec(declared: str | None) -> str | None:
    if declared is None or not _DECLARABLE.fullmatch(declared.strip()):
        return None
    try:
        name = codecs.lookup(declared.strip().lower().removeprefix("x-")).name
    except LookupError:
        return None
    return _WEB_NAMES.get(name, name)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _shown(codec: str) -> str:
    return codec.replace("cp125", "windows-125").replace("_", "-")


def _is_broken_utf8(data: bytes) -> bool:
    sample = data[:_SAMPLE_BYTES]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return whole > 1 and broken <= max(1, whole * _BROKEN_SHARE)


def _detected(data: bytes) -> str:
    # Imported here, the one place that needs it: 20 ms that no run over UTF-8 should pay.
    from charset_normalizer import from_bytes

    sample = _telling_lines(data)
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    codec = best.encoding if best is not None else "cp1252"
    return _latin_codec(sample) if codec in _LATIN else codec


def _telling_lines(data: bytes) -> bytes:
    """Lines with bytes beyond ASCII, as far as the sample goes."""
    lines: list[bytes] = []
    size = 0
    for line in data[: 64 * _SAMPLE_BYTES].splitlines(keepends=True):
        if not line.isascii():
            lines.append(line[:_SAMPLE_BYTES])
            size += len(lines[-1])
            if size >= _SAMPLE_BYTES:
                break
    return b"".join(lines)


def _latin_codec(sample: bytes) -> str:
    letters = {codec: _letters(sample, codec) for codec in sorted(_LATIN)}
    at_home = [sum(char in alphabet for char in letters[codec]) for codec, alphabet in _ALPHABETS]
    return _ALPHABETS[at_home.index(max(at_home))][0]


def _letters(sample: bytes, codec: str) -> str:
    return "".join(_IN_WORDS.findall(sample.decode(codec, "replace").lower()))
