import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.read.encoding import decode

RUSSIAN = "Совет города решил, что мост будет закрыт до конца весны. Работы начнутся в понедельник."
ARABIC = "قرر مجلس المدينة إغلاق الجسر حتى نهاية الربيع. وستبدأ الأعمال يوم الاثنين."
FRENCH = "Le conseil a décidé que le pont sera fermé jusqu’à l’été. « Rien n’est sûr », a regretté la mairie."
GERMAN = "Der Rat der Stadt schließt die Brücke bis Ende Mai. „Das war überfällig“, hieß es."
PORTUGUESE = "A câmara decidiu que a ponte será fechada até ao verão. Não há previsão de reabertura."
POLISH = (
    "Rada miasta postanowiła zamknąć most do końca maja. Prace rozpoczną się w środę, później niż zakładano."
)
CZECH = "Zastupitelé rozhodli, že most bude do konce května uzavřen. Práce začnou příští týden v úterý."
HUNGARIAN = (
    "A képviselők úgy döntöttek, hogy május végéig lezárják a hidat; az időpontot később közlik, "
    "mert a költségről előbb a művezetővel egyeztetnek."
)
TURKISH = (
    "Belediye meclisi köprünün mayıs sonuna kadar kapatılmasına karar verdi. Çalışmalar salı günü başlıyor."
)
ENGLISH = "The council will close the bridge until May. “It’s overdue,” the mayor said – at a cost of £5m."


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ARABIC, "cp1256", "windows-1256"),
        (FRENCH, "cp1252", "windows-1252"),
        (PORTUGUESE, "latin-1", "windows-1252"),
        (GERMAN, "cp1252", "windows-1252"),
        (ENGLISH, "cp1252", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (CZECH, "cp1250", "windows-1250"),
        (HUNGARIAN, "cp1250", "windows-1250"),
        (TURKISH, "cp1254", "windows-1254"),
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8"),
        (RUSSIAN, "utf-16", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-32-be", "utf-32-be"),
        (ENGLISH, "utf-32", "utf-32-le"),
    ],
)
def test_a_paragraph_in_any_encoding_comes_right(text: str, encoding: str, shown: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == shown


def test_english_around_a_foreign_word_does_not_mislead() -> None:
    text = "The fine was £500, the bank said, and a café in Orléans paid €20."
    assert decode(text.encode("cp1252")).text == text


def test_what_is_declared_decides_where_statistics_cannot() -> None:
    assert decode("für".encode("cp1250"), "windows-1250").encoding == "windows-1250"
    assert decode("Привет".encode("iso8859-5"), "ISO-8859-5").text == "Привет"
    assert decode("会議".encode("iso-2022-jp"), "iso-2022-jp").text == "会議"


@pytest.mark.parametrize(
    "declared", ["utf-7", "punycode", "zip", "unicode_escape", "no-such-thing", "", "x" * 1000]
)
def test_a_strange_declaration_is_ignored(declared: str) -> None:
    assert decode(b"+AGEAYg- plain", declared).text == "+AGEAYg- plain"


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert decode(RUSSIAN.encode(), "iso-8859-1").text == RUSSIAN


def test_cut_utf_8_keeps_all_but_the_broken_end() -> None:
    decoded = decode(RUSSIAN.encode()[:-2] + b"\xd0")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(RUSSIAN[:-2])


def test_cut_utf_16_keeps_all_but_the_broken_end() -> None:
    assert decode(ENGLISH.encode("utf-16")[:-1]).text == ENGLISH[:-1] + "\ufffd"


@given(st.binary(max_size=300), st.one_of(st.none(), st.sampled_from(["utf-8", "big5", "cp1251", "utf-16"])))
def test_any_bytes_become_text(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    assert decoded.encoding


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf_8_is_never_mistaken(text: str) -> None:
    assert decode(text.encode()).text == text
