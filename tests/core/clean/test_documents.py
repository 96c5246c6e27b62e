import textwrap
from datetime import date

from wiredesk.clean import CleanArticle, clean_documents
from wiredesk.read.document import Document, Stated

BODY = (
    "Councillors in Saltby voted 14 to 9 on Monday to keep the town's swing bridge open to traffic.\n\n"
    "The bridge, built in 1911, carries about 6,000 vehicles a day, the harbour office said."
)


def one(text: str, stated: Stated | None = None, *, blocks: bool = False) -> CleanArticle:
    (article,) = clean_documents([Document("a.txt", None, text, stated or Stated(), blocks)]).articles
    return article


def kinds(article: CleanArticle) -> list[tuple[str, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs]


def test_a_stated_title_stands_first_and_its_repeat_goes() -> None:
    article = one(f"Bridge stays open\n{BODY}", Stated(title="Bridge stays open"), blocks=True)
    assert kinds(article)[0] == ("title", "Bridge stays open")
    assert article.text.count("Bridge stays open") == 1


def test_the_marks_of_markdown_headings_are_no_text() -> None:
    article = one(f"# Bridge stays open\n\n{BODY}\n\n## What comes next\n\nThe #SaveTheBridge group said so.")
    assert article.title == "Bridge stays open"
    assert "\nWhat comes next\n" in article.text
    assert "#SaveTheBridge" in article.text


def test_a_stated_title_with_the_outlet_behind_it_gives_way_to_the_headline_in_the_text() -> None:
    article = one(
        f"Swing bridge stays open\n\n{BODY}", Stated(title="Swing bridge stays open | Coast Ledger")
    )
    assert article.title == "Swing bridge stays open"
    assert [kind for kind, _ in kinds(article)] == ["title", "body", "body"]


def test_a_stated_title_keeps_another_headline_in_the_text() -> None:
    article = one(f"Squeaky bridge wins the day after a long debate\n\n{BODY}", Stated(title="Bridge vote"))
    assert kinds(article)[:2] == [
        ("title", "Bridge vote"),
        ("summary", "Squeaky bridge wins the day after a long debate"),
    ]


def test_in_blocks_every_line_is_a_paragraph_and_only_furniture_in_the_text_goes() -> None:
    lines = [
        "The bridge.",
        BODY.split("\n")[0],
        "Read more: Five times the bridge got stuck",
        "- one vote was spoilt",
        "Nobody sang.",
    ]
    article = one("\n".join(lines), Stated(title="Bridge vote"), blocks=True)
    assert [text for _, text in kinds(article)] == ["Bridge vote", lines[0], lines[1], lines[3], lines[4]]


def test_the_stated_summary_marks_the_paragraph_that_says_it() -> None:
    first = BODY.split("\n")[0]
    article = one(BODY, Stated(title="Bridge vote", summary=first), blocks=True)
    assert kinds(article)[1] == ("summary", first)


def test_an_entry_without_content_has_its_summary_as_text() -> None:
    article = one("", Stated(title="Bridge vote", summary="The bridge stays open."), blocks=True)
    assert kinds(article) == [("title", "Bridge vote"), ("summary", "The bridge stays open.")]


def test_what_is_stated_wins_over_what_the_text_shows() -> None:
    stated = Stated(
        source="Coast Ledger",
        published=date(2020, 1, 2),
        byline="Ada Quill",
        language="en-GB",
        url="https://example.org",
    )
    article = one(
        f"THE HARBOUR GAZETTE\nMonday, 3 June 2024\n\nBridge stays open\nBy Wren Tolliver\n\n{BODY}", stated
    )
    assert (article.source, article.source_from) == ("Coast Ledger", "metadata")
    assert (article.published, article.published_from) == (date(2020, 1, 2), "metadata")
    assert (article.byline, article.language, article.url, article.not_before) == (
        "Ada Quill",
        "en",
        "https://example.org",
        None,
    )


def test_what_the_reader_set_by_hand_is_marked_so() -> None:
    article = one(BODY, Stated(source="Coast Ledger", by_user=frozenset({"source"})))
    assert (article.source, article.source_from) == ("Coast Ledger", "user")


def test_parts_count_over_all_documents_of_a_path() -> None:
    documents = [
        Document("feed.xml", "a", BODY),
        Document("feed.xml", "b", BODY),
        Document("z.txt", None, BODY),
    ]
    assert [(a.path, a.item, a.part) for a in clean_documents(documents).articles] == [
        ("feed.xml", "a", 0),
        ("feed.xml", "b", 1),
        ("z.txt", None, 0),
    ]


def test_a_document_of_furniture_alone_is_refused_with_a_reason() -> None:
    cleaned = clean_documents(
        [Document("menu.txt", None, "Home\nShare\nFollow us on X\n"), Document("a.txt", None, BODY)]
    )
    assert [(refusal.path, refusal.item) for refusal in cleaned.refusals] == [("menu.txt", None)]
    assert "give the article's text" in cleaned.refusals[0].reason
    assert [article.path for article in cleaned.articles] == ["a.txt"]


def test_a_hint_in_the_text_or_a_photo_credit_shows_no_outlet() -> None:
    photo, hint = (
        "A boat passes. (Photo: Rui Castanho/Coast Ledger)",
        "The mayor told the Coast Ledger that he was glad.",
    )
    text = f"Bridge stays open\n\n{photo}\n\n{BODY}\n\n{hint}"
    article = one(text)
    assert (article.source, article.agency) == (None, None)


def test_a_signoff_at_the_end_of_the_last_paragraph_goes_alone() -> None:
    article = one(f"Bridge stays open\n\n{BODY} (Reporting by Ada Quill; Editing by Petra Lind)")
    assert article.text.endswith("the harbour office said.")


def test_a_signature_at_the_foot_shows_the_outlet() -> None:
    article = one(f"Bridge stays open\n\n{BODY}\n\n—Ada Quill, Harbour Gazette")
    assert (article.source, article.source_from) == ("Harbour Gazette", "header")
    assert "Quill" not in article.text


def test_a_repeated_headline_is_kept_once() -> None:
    article = one(f"Bridge stays open\n\nShare\n\nBridge stays open\n\n{BODY}\n\nBridge stays open")
    assert [text for _, text in kinds(article)].count("Bridge stays open") == 1


def test_a_quoted_reply_and_a_signature_go_and_a_quoted_message_stays() -> None:
    reply = "On Mon, 4 Mar 2024 at 17:03, Ada <a@example.org> wrote:\n> Any news?\n\n-- \nAda\n"
    mail = f"Bridge stays open\n\n{BODY}\n\n{reply}"
    assert one(mail).text.endswith("the harbour office said.")
    quoted = "\n".join(f"> {line}" for line in f"Bridge stays open\n\n{BODY}".split("\n"))
    assert one(quoted).text == one(f"Bridge stays open\n\n{BODY}").text


def test_text_wrapped_at_a_fixed_width_is_joined_to_paragraphs() -> None:
    paragraphs = ["Bridge stays open", *(f"{paragraph} It squeaks." for paragraph in BODY.split("\n\n"))]
    for width in (60, 72, 90):
        wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (*paragraphs, *paragraphs[1:]))
        assert [text for _, text in kinds(one(wrapped))] == paragraphs


def test_a_line_that_comes_again_word_for_word_is_kept_once() -> None:
    verse = "the salt goes up and the salt goes down and nobody asks who carries it over"
    article = one(f"A song of Ombra\n\n{BODY}\n\n{verse}\n\n{verse}")
    assert [text for _, text in kinds(article)].count(verse) == 1


def test_a_label_that_comes_again_is_who_speaks_and_no_place() -> None:
    said = "The harbour office has heard the question before and will answer it when the inquiry is over."
    assert one(f"Questions on the quay\n\nPELLA: {said}\n\nQ: Why not now?\n\nPELLA: {BODY}").place is None


def test_the_town_behind_the_one_name_of_a_byline_is_the_place() -> None:
    article = one(f"Saltby keeps its swing bridge\nBy Wren Tolliver, Montesol\n3 June 2024\n\n{BODY}")
    assert (article.byline, article.place) == ("Wren Tolliver", "Montesol")


def test_a_role_behind_a_name_is_no_place() -> None:
    article = one(f"Saltby keeps its swing bridge\nBy Wren Tolliver, Editor\n\n{BODY}")
    assert (article.byline, article.place) == ("Wren Tolliver", None)


def test_a_summary_is_one_short_text_right_below_the_title() -> None:
    article = one(f"Saltby keeps its swing bridge\nVote ends three years of argument\n\n{BODY}")
    assert [kind for kind, _ in kinds(article)][:3] == ["title", "summary", "body"]


def test_rows_questions_and_points_below_the_title_are_body() -> None:
    for rows in (
        "Bridges open: 14 of 19\nFerries: 3 of 6",
        "• Vote ends three years of argument\n• Repairs to begin soon",
        "Q: Is the bridge safe now?",
        "Ferries run again between the islands\nSchools stay shut in two villages\nWater is safe in the town",
    ):
        article = one(f"Saltby keeps its swing bridge\n\n{rows}\n\n{BODY}")
        assert {kind for kind, _ in kinds(article)} == {"title", "body"}, rows


def test_a_name_and_office_below_the_mark_of_a_picture_are_a_caption() -> None:
    caption = "Governor Wren Tolliver, at a ceremony in Saltby, 3 May"
    article = one(f"Saltby keeps its swing bridge\n\n{BODY}\n\n[Image]\n{caption}\n\n{BODY.swapcase()}")
    assert ("caption", caption) in kinds(article)
    assert "[Image]" not in article.text


def test_rows_of_a_table_and_a_heading_of_two_nouns_stay() -> None:
    rows = "bridge | length in metres | year of building\nSwing bridge | 64 | 1911"
    article = one(
        f"Saltby keeps its swing bridge\n\nBerths and Cranes\n\n{BODY}\n\n{rows}\n\n{BODY.swapcase()}"
    )
    assert all(line in article.text for line in ("Berths and Cranes", *rows.split("\n")))


def test_the_rights_at_the_foot_of_a_mail_go_and_the_points_of_a_law_stay() -> None:
    point = "(c) any other vessel that the harbour office names"
    article = one(
        f"Saltby keeps its bridge\n\n{BODY}\n\n{point}\n\n{BODY.swapcase()}\n\n(c) 2025 Quay Works Ltd"
    )
    assert point in article.text
    assert "Quay Works" not in article.text
