from datetime import date

import pytest

from wiredesk.read import FileRead, read_file, standard_input

LETTER = """Received: from a.example by b.example; Sun, 24 Mar 2024 10:00:00 +0000
Message-ID: <one@courier.example>
From: The Courier <news@courier.example>
Subject: =?utf-8?q?Br=C3=BCcke_shut?=
Date: Sun, 24 Mar 2024 23:30:00 -0500
List-Unsubscribe: <mailto:x@courier.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=windows-1252; format=flowed
Content-Transfer-Encoding: 8bit

The bridge is \x93shut\x94 until\x20
May, it is said.

--\x20
Unsubscribe here
"""
MULTIPART = """Message-ID: <two@x.example>
From: Ada Lind <ada@x.example>
Subject: Two parts
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/html; charset=utf-8

<p>Only <b>HTML</b> here.</p><p>And more.</p>
--b
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename="../../etc/story.txt"

An attached story.
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename="report.pdf"

xxxx
--b
Content-Type: message/rfc822

Message-ID: <three@x.example>
From: Tom <tom@x.example>
Subject: Within

The inner letter.
--b--
"""


def read(text: str | bytes) -> FileRead:
    return read_file(standard_input(text.encode("latin-1") if isinstance(text, str) else text))


def test_a_newsletter_gives_text_subject_sender_and_day() -> None:
    result = read(LETTER)
    assert result.format == "mail"
    [document] = result.documents
    assert document.item == "one@courier.example"
    assert document.text.strip() == "The bridge is “shut” until May, it is said."
    stated = document.stated
    assert (stated.title, stated.source, stated.byline) == ("Brücke shut", "The Courier", None)
    assert stated.published == date(2024, 3, 24)


def test_a_letter_of_a_person_has_a_byline_and_no_source() -> None:
    stated = read(LETTER.replace("List-Unsubscribe", "X-Other")).documents[0].stated
    assert (stated.source, stated.byline) == (None, "The Courier")


def test_html_bodies_attached_texts_and_attached_letters_are_read() -> None:
    result = read(MULTIPART.replace("From: Ada", "MIME-Version: 1.0\nFrom: Ada"))
    assert [(document.item, document.text.strip()) for document in result.documents] == [
        ("two@x.example", "Only HTML here.\nAnd more."),
        ("two@x.example ../../etc/story.txt", "An attached story."),
        ("three@x.example", "The inner letter."),
    ]
    [refusal] = result.refusals
    assert refusal.item == "two@x.example report.pdf"


def test_a_mailbox_is_read_message_by_message() -> None:
    letter = (
        "From x@y Mon Jan  1 00:00:00 2024\nSubject: {0}\nMessage-ID: <{0}@x>\n\n"
        "Text of {0}.\n>From here on.\n\n"
    )
    result = read("".join(letter.format(name) for name in ("one", "two")))
    assert [document.item for document in result.documents] == ["one@x", "two@x"]
    assert result.documents[1].text.strip() == "Text of two.\nFrom here on."


def test_a_letter_in_a_mailbox_without_text_is_refused_alone() -> None:
    line = "From x@y Mon Jan  1 00:00:00 2024\n"
    result = read(f"{line}Subject: empty\n\n\n\n{line}Subject: full\n\nText.\n")
    assert [document.stated.title for document in result.documents] == ["full"]
    assert [refusal.item for refusal in result.refusals] == ["message 1"]


@pytest.mark.parametrize(
    "header",
    [
        "Date: Sun, 99 Foo 2024 99:99:99 +9999", "Date: ", "Subject: =?bogus?q?=zz?=",
        "Subject: =?utf-8?b?////?=", "From: <<<>>>@@", "From: ,;:",
        "Content-Type: text/plain; charset=\"no such\"", "Content-Type: ;;;",
        "Content-Type: multipart/mixed",
        "Content-Transfer-Encoding: bogus", "Content-Transfer-Encoding: base64",
        "Content-Disposition: ;;;=\"", "Message-ID: <[]@>", "Content-Type: text/plain; charset=*''=",
        "Content-Type: text/html; charset=utf-16",
    ],
)  # fmt: skip
def test_malformed_headers_never_stop_the_reader(header: str) -> None:
    result = read(f"MIME-Version: 1.0\nReceived: x\nTo: x\n{header}\n\nThe text remains.\n")
    assert result.documents or result.refusals
    if not header.startswith(
        ("Content-Type: multi", "Content-Type: text/html", "Content-Transfer-Encoding: base64")
    ):
        assert "The text remains." in result.documents[0].text


def test_a_wrong_boundary_is_mended_by_the_one_that_is_there() -> None:
    result = read(
        MULTIPART.replace('boundary="b"', 'boundary="other"').replace("From: Ada", "Received: x\nFrom: Ada")
    )
    assert result.documents[0].text == "Only HTML here.\nAnd more."


def test_a_header_of_a_megabyte_is_refused_at_once() -> None:
    [refusal] = read("MIME-Version: 1.0\nTo: x\nSubject: " + "x " * 500_000 + "\n\nText.").refusals
    assert "header" in refusal.reason


def test_letters_within_letters_end() -> None:
    text = "MIME-Version: 1.0\nTo: x\n" + "Content-Type: message/rfc822\n\nTo: x\n" * 30 + "\nText."
    result = read(text)
    assert result.documents or result.refusals
