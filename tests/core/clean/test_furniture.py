import pytest

from wiredesk.clean.furniture import furniture_kind
from wiredesk.clean.lines import lines_of


def kind(text: str) -> str | None:
    return furniture_kind(lines_of(text)[0])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Share", "share"),
        ("Short Url", "share"),
        ("Follow us on Facebook and X", "share"),
        ("@upland_courier", "share"),
        ("Síguenos en Instagram", "share"),
        ("Read More: Five times the bridge got stuck", "more"),
        ("A LIRE AUSSI : le canal", "more"),
        ("Lesen Sie auch: Der Umleitung müde", "more"),
        ("Updated 3 sec ago", "stamp"),
        ("Powered by automated translation", "translated"),
        ("Editing by Petra Lind and Ada Quill", "signoff"),
        ("(Reporting by Tomas Elling in Lumera; Editing by Pernille Voss)", "signoff"),
        ("Correction: An earlier version of this article gave the wrong day.", "note"),
        ("EDITOR'S NOTE: The names have been changed.", "note"),
        ("This article was amended on 3 May 2022 to correct a name.", "note"),
        ("Sign up to our weekly newsletter here", "subscribe"),
        ("© 2024 The Upland Courier. All rights reserved.", "copyright"),
        ("Tous droits réservés", "copyright"),
        ("ADVERTISEMENT", "advert"),
        ("5 min read", "reading"),
        ("Comments (14)", "tail"),
        ("3 Comments", "tail"),
        ("Tags: bees, lavender", "tags"),
        ("We use cookies to make this page better.", "cookies"),
        ("Home > World > Islands", "menu"),
        ("About us | Contact | Privacy policy", "menu"),
        ("Media contact: Lotte Mirren, +00 555 0101", "contact"),
    ],
)
def test_furniture_is_told_by_its_words(line: str, expected: str) -> None:
    assert kind(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Published in 2019, the report found that the bridge would not last another ten years.",
        "Correction of the river's course began in spring, and nobody asked the fishermen.",
        "Editor-in-chief Ada Quill said that the paper would go on.",
        "Reporting by the observatory showed that the ash had reached the coast by noon.",
        "More on that later, said the minister, and left by the side door.",
        "Follow the money, the auditor told the council, and it leads to the quay.",
        "Share prices fell by 3 percent on Monday.",
        "The labour newsletter was printed in the cellar of the town hall.",
        "He read more than he wrote.",
        "Copyright law is older than the printing press, she said.",
        "Stand by me, the captain shouted.",
    ],
)
def test_a_sentence_that_starts_alike_is_text(line: str) -> None:
    assert kind(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("You’ve read 2 of 3 free articles", "subscribe"),
        ("Get the Morning Report", "subscribe"),
        ("Where we work | What we do | Get involved", "nav"),
        ("Editor's note 8/2/2024: The bridge is longer than was said.", "note"),
        ("Download the Harbour News app for breaking news", "share"),
        ("💬 27", "share"),
        ("PUBLISHED WED, SEP 18 2024 7:05 AM UPDATED WED, SEP 18 2024 9:41 AM", "stamp"),
    ],
)
def test_what_pages_put_around_articles_is_told_by_its_form(line: str, expected: str) -> None:
    assert kind(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Get the children to school",
        "More in town go without food",
        "“Your support means a lot to the crew,” she said.",
        "The post broke our community guidelines, the company said.",
        "Tolliver | Pella | Okello",
    ],
)
def test_words_that_a_reader_may_write_stay(line: str) -> None:
    assert kind(line) is None
