from datetime import date

import pytest

from wiredesk.read import FileRead, read_file, standard_input

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Bridge &amp;amp; road shut</title><link>https://courier.example/1</link><guid>tag:1</guid>
<dc:creator>Ada Lind</dc:creator><pubDate>Sun, 24 Mar 2024 23:30:00 -0500</pubDate>
<description>&lt;p&gt;A short summary of another kind.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>First &ldquo;paragraph&rdquo;.</p><p>Second<br>one.</p>
<script>x()</script>]]></content:encoded></item>
<item><title>Only a summary</title>
<link>https://courier.example/2</link><description>It rained.</description></item>
<item><title>Only a title</title></item>
<item><guid>tag:1</guid><title>Again</title><description>The same id.</description>
<source url="https://o.example">The Other</source></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Der Bote</title>
<entry><id>urn:1</id><title type="html">Br&amp;uuml;cke &lt;b&gt;zu&lt;/b&gt;</title>
<updated>2024-03-24T10:00:00Z</updated>
<link href="https://bote.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Eins.</p><p>Zwei.</p></div></content>
</entry></feed>"""


def read(text: str | bytes) -> FileRead:
    return read_file(standard_input(text.encode() if isinstance(text, str) else text))


def test_each_entry_is_a_document_with_what_the_feed_states() -> None:
    result = read(RSS)
    assert result.format == "feed"
    assert [document.item for document in result.documents[:2]] == ["tag:1", "https://courier.example/2"]
    first = result.documents[0]
    assert first.text == "First “paragraph”.\nSecond one."
    assert first.blocks
    stated = first.stated
    assert (stated.title, stated.source, stated.byline) == ("Bridge & road shut", "The Courier", "Ada Lind")
    assert (stated.published, stated.url) == (date(2024, 3, 24), "https://courier.example/1")
    assert (stated.summary, stated.language) == ("A short summary of another kind.", "en")


def test_the_summary_stands_in_for_missing_content_and_the_title_for_both() -> None:
    texts = [document.text for document in read(RSS).documents]
    assert texts[1:3] == ["It rained.", "Only a title"]


def test_an_entry_without_title_and_text_is_refused_and_the_others_are_read() -> None:
    empty = "<item><guid>tag:9</guid><description> <![CDATA[<p></p>]]></description></item>"
    result = read(RSS.replace("<item><title>Only a title", f"{empty}<item/><item><title>Only a title"))
    assert len(result.documents) == len(read(RSS).documents)
    assert result.refusals[0].item == "tag:9"
    assert len(result.refusals) == 2
    assert all("without title and text" in refusal.reason for refusal in result.refusals)


def test_an_entry_without_id_or_link_is_named_by_its_content() -> None:
    first, second = (read(RSS).documents[2].item for _ in range(2))
    assert first == second
    assert first


def test_an_id_that_comes_twice_is_numbered() -> None:
    assert read(RSS).documents[3].item == "tag:1 (2)"


def test_the_outlet_an_aggregator_names_is_the_source() -> None:
    assert read(RSS).documents[3].stated.source == "The Other"


def test_atom_is_read_too() -> None:
    [document] = read(ATOM).documents
    assert (document.item, document.stated.title, document.text) == ("urn:1", "Brücke zu", "Eins.\nZwei.")
    assert (document.stated.source, document.stated.published) == ("Der Bote", date(2024, 3, 24))


@pytest.mark.parametrize("written", ["--03-24", "2024-03", "24 March", "tomorrow"])
def test_a_partial_date_is_not_filled_up_from_the_clock(written: str) -> None:
    [document] = read(
        f"<rss><channel><item><title>x</title><pubDate>{written}</pubDate></item></channel></rss>"
    ).documents
    assert document.stated.published is None


def test_a_feed_in_another_encoding_is_read() -> None:
    entry = "<item><title>Мост закрыт</title></item>"
    data = f"<?xml version='1.0' encoding='windows-1251'?><rss><channel>{entry}</channel></rss>"
    result = read(data.encode("cp1251"))
    assert result.documents[0].stated.title == "Мост закрыт"
    assert result.encoding == "windows-1251"


def test_a_bomb_of_entities_ends_small() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 7))
    entry = "<item><title>a &e6; b</title></item>"
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "lol">{levels}]><rss><channel>{entry}</channel></rss>'
    result = read(bomb)
    assert sum(len(document.text) for document in result.documents) < 1000


def test_no_file_or_address_is_opened_for_a_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY n SYSTEM "http://localhost/x">]>'
    result = read(
        f"<?xml version='1.0'?>{entity}<rss><channel><item><title>a &e;&n; b</title></item></channel></rss>"
    )
    assert [document.text.split() for document in result.documents] in ([["a", "b"]], [["a", "&e;&n;", "b"]])


def test_a_feed_without_entries_and_xml_of_another_kind_are_refused() -> None:
    assert "without entries" in read("<rss><channel><title>x</title></channel></rss>").refusals[0].reason
    assert "neither a feed" in read("<?xml version='1.0'?><catalog><book/></catalog>").refusals[0].reason


def test_broken_markup_keeps_the_entries_that_can_be_read() -> None:
    broken = RSS.replace("It rained.", "It rained & <b>poured &bogus; ").replace("</channel></rss>", "")
    titles = [document.stated.title for document in read(broken).documents]
    assert titles[:2] == ["Bridge & road shut", "Only a summary"]
