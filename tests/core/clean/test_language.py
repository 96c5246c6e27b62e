import pytest

from wiredesk.clean.language import detect_language, language_of, stated_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The harbour office said that nobody had been on the quay when the crane fell."),
        (
            "fr",
            "Les éclusiers ont voté la reprise du travail après onze jours de grève, selon leur syndicat.",
        ),
        (
            "es",
            "El mercado central reabrió sus puertas después de dos años de obras, según el alcalde.",
        ),
        ("de", "Nach elf Monaten ist die Brücke über die Aller seit Dienstag wieder für den Verkehr frei."),
        (
            "it",
            "Il ponte sul fiume è stato riaperto dopo undici mesi di lavori, ha detto il sindaco.",
        ),
        (
            "pt",
            "A ponte sobre o rio foi reaberta depois de onze meses de obras, disse o presidente da câmara.",
        ),
        (
            "tr",
            "Nehrin köprüsü on bir ay sonra salı günü yeniden açıldı ve bu çok iyi bir haber.",
        ),
        ("ar", "قال رئيس البلدية إن الجسر على النهر فتح يوم الثلاثاء بعد أحد عشر شهرا من العمل في المدينة"),
        (
            "ru",
            "Мост через реку вновь открыт, и это было не просто, сказал мэр на площади.",
        ),
        (
            "uk",
            "Міст через річку знову відкрито у вівторок, і це було не просто, сказав мер.",
        ),
        (
            "nl",
            "De brug over de rivier is na elf maanden weer open, zei de burgemeester van het dorp.",
        ),
        (
            "fa",
            "شهردار گفت که پل رودخانه پس از یازده ماه کار در روز سه‌شنبه برای مردم شهر باز شد و این خوب است",
        ),
        ("ja", "十一か月の工事のあと、川にかかる橋が火曜日にふたたび開通したと市長が述べた。"),
        (
            "uk",
            "Двоє людей постраждали, коли катер налетів на скелю біля порту, повідомила поліція.",
        ),
        (
            "pt",
            "Duas pessoas ficaram feridas quando o barco bateu numa rocha perto do porto, diz a polícia.",
        ),
        ("fa", "پلیس اعلام کرد که دو نفر روز دوشنبه در پی برخورد قایق با صخره‌ای در نزدیکی بندر زخمی شدند"),
        ("el", "Η γέφυρα πάνω από τον ποταμό άνοιξε ξανά την Τρίτη."),
        ("zh", "经过十一个月的施工，这座横跨河流的大桥于星期二重新开放，市长说这对全城来说是个好消息。"),
    ],
)
def test_running_text_tells_its_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "Tarn: 3 killed", "Corvale Lines Lumera Port Almere Saltby Kestrel", "1,200 34 56 %"]
)
def test_too_little_text_tells_nothing(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("stated", "code"),
    [("en-GB", "en"), ("FR", "fr"), ("ckb", "ckb"), ("english", None), ("", None), (None, None), ("1", None)],
)
def test_a_stated_language_is_read_as_a_code(stated: str | None, code: str | None) -> None:
    assert stated_language(stated) == code


GERMAN = (
    "Der alte Kran im Hafenbecken bleibt stehen. Das hat der Stadtrat am Dienstag mit Mehrheit "
    "beschlossen, und nun soll ein Verein die Kosten für die Wartung tragen."
)


def test_a_text_may_plainly_contradict_the_language_its_page_states() -> None:
    assert language_of(GERMAN, "en") == "de"
    assert (
        language_of(
            "港が火曜日に再開した。市長は「船は戻る」と述べた。費用はまだ誰も知らないという。" * 3, "en-US"
        )
        == "ja"
    )
    assert language_of(GERMAN, "de-AT") == "de"


def test_what_is_stated_stands_where_the_text_tells_little() -> None:
    assert language_of("Bremen: 3 tot", "en") == "en"
    assert language_of("Corvale Lines Lumera Port Almere Saltby Kestrel " * 4, "fr") == "fr"
