import json
from datetime import date

import pytest

from wiredesk.read import Document, FileRead, read_file, standard_input

PARAGRAPHS = [
    "The council of Marnow voted on Monday to shut the old bridge until May, for cracks in two piers.",
    "Engineers had warned since autumn that lorries of over 12 tonnes could bring the span down.",
    "Traffic will be sent over the northern ring road, which adds about 25 minutes to the way into town.",
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(head: str = "", body: str = TEXT, lang: str = "en-GB") -> str:
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Old bridge shut</h1>{body}</article>"
        "<footer>© 2031 The Courier. All rights reserved.</footer></body></html>"
    )


def read(text: str | bytes) -> FileRead:
    return read_file(standard_input(text.encode() if isinstance(text, str) else text))


def only(text: str | bytes) -> Document:
    result = read(text)
    assert result.refusals == ()
    [document] = result.documents
    return document


def test_the_article_is_found_a_paragraph_a_line() -> None:
    document = only(page())
    assert document.blocks
    assert [line for line in document.text.split("\n") if line != "Old bridge shut"] == PARAGRAPHS


def test_a_page_is_known_by_its_content_whatever_its_name() -> None:
    assert read(page()).format == "html"
    xhtml = "<html xmlns='http://www.w3.org/1999/xhtml'><body>Text</body></html>"
    assert read(f"<?xml version='1.0'?>\n<!-- x -->\n{xhtml}").format == "html"


def test_headings_and_list_items_are_lines_and_entities_are_characters() -> None:
    items = "<ul><li>First point made</li><li>Second point made</li></ul>"
    body = f"<p>{PARAGRAPHS[0]}</p><h2>Why &amp; when</h2><p>{PARAGRAPHS[1]}</p>{items}"
    lines = only(page(body=body)).text.split("\n")
    assert "Why & when" in lines
    assert "First point made" in lines
    assert "Second point made" in lines


def test_metadata_come_from_json_ld() -> None:
    head = """<title>Old bridge shut | The Courier</title>
        <script type="application/ld+json">{"@graph": [
        {"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Old bridge shut",
        "datePublished": "2024-03-24T23:30:00-05:00",
        "author": [{"@type": "Person", "name": "Ada Lind"}, {"name": "Tom Berg"}],
        "publisher": {"name": "The Courier &amp; Post"}, "inLanguage": "en",
        "dateModified": "2024-04-01"}]}</script>
        <link rel="canonical" href="https://courier.example/bridge">"""
    stated = only(page(head)).stated
    assert (stated.title, stated.source, stated.byline) == (
        "Old bridge shut",
        "The Courier & Post",
        "Ada Lind, Tom Berg",
    )
    assert (stated.published, stated.url) == (date(2024, 3, 24), "https://courier.example/bridge")
    assert stated.language == "en"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-24T10:00:00Z">',
        '<meta name="date" content="2024-03-24">',
        '<meta itemprop="datePublished" content="24 March 2024">',
        '<link rel="canonical" href="https://courier.example/2024/03/24/bridge">',
        '<script type="application/ld+json">{broken</script><meta name="pubdate" content="20240324">',
    ],
)
def test_the_day_is_read_where_the_page_states_it(head: str) -> None:
    assert only(page(head)).stated.published == date(2024, 3, 24)


@pytest.mark.parametrize(
    "element",
    [
        '<time datetime="2024-03-24T08:00">Sunday</time>',
        '<span class="entry-date">March 24, 2024</span>',
        '<time class="published">24 March 2024</time><time class="updated" datetime="2024-04-02">now</time>',
    ],
)
def test_the_day_is_read_from_elements_made_for_it(element: str) -> None:
    assert only(page(body=element + TEXT)).stated.published == date(2024, 3, 24)


@pytest.mark.parametrize(
    "extra",
    [
        "<p>The bridge was built on 24 March 1931, the archive says, and rebuilt on 2 May 1958.</p>",
        '<time datetime="2024-03-24">a</time><time datetime="2024-03-25">b</time>',
        '<img src="/uploads/2024/03/24/bridge.jpg">',
        '<meta property="article:modified_time" content="2024-03-24">',
        '<p>Last updated <time datetime="2024-03-24">on Sunday</time></p>',
        '<p>page revision 8, last edited: <span class="odate time">24 Mar 2024</span></p>',
    ],
)
def test_no_day_is_guessed_from_text_copyright_images_or_changes(extra: str) -> None:
    assert only(page(body=extra + TEXT)).stated.published is None


def test_of_several_articles_on_a_page_only_its_own_gives_the_day() -> None:
    nodes = '{{"@type": "NewsArticle", "headline": "{}", "datePublished": "{}"}}'
    others = f"[{nodes.format('Another', '2024-01-01')}, {nodes.format('Old bridge shut', '2024-03-24')}]"
    assert only(page(f'<script type="application/ld+json">{others}</script>')).stated.published == date(
        2024, 3, 24
    )
    strangers = f"[{nodes.format('Another', '2024-01-01')}, {nodes.format('A third', '2024-03-24')}]"
    assert only(page(f'<script type="application/ld+json">{strangers}</script>')).stated.published is None


def test_an_address_that_could_act_is_not_kept() -> None:
    assert only(page('<meta property="og:url" content="javascript:alert(1)">')).stated.url is None


def test_the_charset_of_the_page_is_used() -> None:
    text = page("<meta charset='windows-1251'>", body="<p>Мост закрыт.</p>", lang="ru")
    document = only(text.encode("cp1251"))
    assert "Мост закрыт." in document.text


def test_a_page_without_an_article_is_taken_whole_without_its_furniture() -> None:
    document = only("<html><body><nav>Menu</nav><div>Closed.</div></body></html>")
    assert document.text == "Closed."


def test_a_page_without_text_is_refused() -> None:
    [refusal] = read("<html><body><script>var text = 1</script></body></html>").refusals
    assert "no text" in refusal.reason


def test_scripts_and_markup_in_text_are_inert() -> None:
    document = only(
        page(
            body=f"<p>{PARAGRAPHS[0]}</p><script>alert(1)</script><p>{PARAGRAPHS[1]} &lt;b&gt;x&lt;/b&gt;</p>"
        )
    )
    assert "alert" not in document.text
    assert "<b>x</b>" in document.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html><body>" + "<div>" * 50_000 + "text", "nested deeper"),
        ("<html><body><p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>", "attributes"),
        ("<html><body><p>" + "word " * 2_300_000, "10 MB of HTML"),
    ],
)
def test_pages_made_to_stop_a_reader_are_refused_with_the_reason(text: str, said: str) -> None:
    [refusal] = read(text).refusals
    assert said in refusal.reason


def test_what_looks_like_many_attributes_in_a_script_is_none() -> None:
    script = "<script>if (i <a " + " ".join(f"x{n}" for n in range(1000)) + ") {}</script>"
    assert only(page(script)).blocks


def test_a_bomb_of_entities_stays_small() -> None:
    entities = '<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;">'
    bomb = f"<!DOCTYPE html [{entities}]><html><body><p>Text &b;</p></body></html>"
    assert len(only(bomb).text) < 200


def test_a_page_of_very_many_elements_is_read_in_linear_time() -> None:
    document = only("<html><body>" + "<p>Short line.</p>" * 70_000 + "</body></html>")
    assert document.text.count("\n") == 69_999
    assert not document.blocks


def test_comments_without_end_before_the_root_do_not_hang() -> None:
    assert read("<!---->" * 550 + "text").documents


def test_a_page_is_one_article_also_where_none_is_found_in_it() -> None:
    assert only("<html><body><div>Closed.</div></body></html>").single
    assert only(page()).single


def lines(text: str | bytes) -> list[str]:
    return only(text).text.split("\n")


def test_a_list_between_two_paragraphs_is_text() -> None:
    items = ["a nurse, paid by the board;", "a van that starts in the cold;", "a mast on Gallows Hill."]
    listed = "".join(f"<li>{item}</li>" for item in items)
    first, *others = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    found = lines(page(body=f"{first}<ul>{listed}</ul>{''.join(others)}"))
    assert found[-6:] == [PARAGRAPHS[0], *items, *PARAGRAPHS[1:]]


def test_links_and_captions_between_two_paragraphs_are_no_text() -> None:
    first, *others = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    links = "<ul><li><a href='/1'>Ferry fares to rise again.</a></li></ul>"
    caption = "<figure><figcaption>The bridge on Monday.</figcaption></figure>"
    share = "<p class='share-line'>Share this with a friend of yours today.</p>"
    text = only(page(body=first + links + caption + share + "".join(others))).text
    assert "Ferry" not in text
    assert "on Monday." not in text.replace(PARAGRAPHS[0], "")
    assert "Share this" not in text


@pytest.mark.parametrize(
    "box",
    [
        "<div class='author-box'><p>Wren Tolliver has written about bridges since 2011.</p></div>",
        "<div id='paywallOffer'><p>Unlimited access to every story for a pound a week.</p></div>",
        "<ul class='latest-posts'><li><a href='/1'>Ferry fares to rise</a> - May 3, 2022</li></ul>",
    ],
)
def test_a_part_that_names_itself_as_something_else_goes(box: str) -> None:
    assert [line for line in lines(page(body=TEXT + box)) if line != "Old bridge shut"] == PARAGRAPHS


def test_a_page_named_so_as_a_whole_stays() -> None:
    text = f"<html><body><div class='newsletter'><h1>Old bridge shut</h1>{TEXT}</div></body></html>"
    assert [line for line in lines(text) if line != "Old bridge shut"] == PARAGRAPHS


def test_a_short_body_that_the_page_declares_is_the_article() -> None:
    short = "<div itemprop='articleBody'><p>The bridge is shut until Monday, police said.</p></div>"
    links = "".join(
        f"<li><a href='/{n}'>A headline of some length about number {n}</a></li>" for n in range(20)
    )
    assert lines(f"<html><body><h1>Bridge shut</h1>{short}<ul>{links}</ul></body></html>") == [
        "The bridge is shut until Monday, police said."
    ]


def test_a_body_that_stands_in_json_ld_alone_is_read() -> None:
    declared = json.dumps({"@type": "NewsArticle", "articleBody": "\n\n".join(PARAGRAPHS)})
    head = f"<head><script type='application/ld+json'>{declared}</script></head>"
    assert lines(f"<html>{head}<body><p>Menu</p></body></html>") == PARAGRAPHS


def test_a_body_in_json_ld_takes_the_paragraphs_of_the_page() -> None:
    declared = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(PARAGRAPHS)})
    other = "".join(
        f"<p>Another story of the day, number {n}, with many words of its own.</p>" for n in range(30)
    )
    shown = "".join(f"<div class='widget'><p>{paragraph}</p></div>" for paragraph in PARAGRAPHS)
    text = (
        f"<html><head><script type='application/ld+json'>{declared}</script></head>"
        f"<body><article>{other}</article>{shown}</body></html>"
    )
    assert lines(text) == PARAGRAPHS


def test_the_standfirst_is_the_summary() -> None:
    deck = "Engineers had warned of cracks in two piers since the autumn."
    head = f'<meta name="description" content="{deck}">'
    header = f"<html><head>{head}</head><body><header><h1>Old bridge shut</h1><p>{deck}</p></header>"
    document = only(f"{header}<article>{TEXT}</article></body></html>")
    assert document.stated.summary == deck
    assert document.text.split("\n")[0] == deck


@pytest.mark.parametrize(
    "line",
    [
        "<div><span>24 March 2024</span> <span>by Wren Tolliver</span></div>",
        "<p>By Wren Tolliver</p><p>24.03.2024, 10:15</p>",
        "<p>by Wren Tolliver</p><p>Sunday, 24 March 2024, updated 26 March 2024</p>",
    ],
)
def test_what_stands_below_the_headline_tells_day_and_author(line: str) -> None:
    stated = only(f"<html><body><h1>Old bridge shut</h1>{line}{TEXT}</body></html>").stated
    assert (stated.published, stated.byline) == (date(2024, 3, 24), "Wren Tolliver")


def test_two_days_below_the_headline_tell_none() -> None:
    days = "<p>24 March 2024</p><p>2 April 2024</p>"
    assert only(f"<html><body><h1>Old bridge shut</h1>{days}{TEXT}</body></html>").stated.published is None


def test_nobody_is_no_author() -> None:
    assert only(page('<meta name="author" content="admin">')).stated.byline is None


def test_a_long_list_that_was_skipped_takes_no_time() -> None:
    items = "".join(f"<li>Item number {n} of the list</li>" for n in range(15_000))
    first, *others = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert PARAGRAPHS[2] in only(page(body=f"{first}<ul>{items}</ul>{''.join(others)}")).text
