from dataclasses import replace

import polars as pl

from wiredesk import schema
from wiredesk.brief import make_brief, plain
from wiredesk.query import Query, select
from wiredesk.store import EMPTY_INDEX, Index


def test_every_line_with_an_address_opens_a_sentence_that_says_it(index: Index) -> None:
    brief = make_brief(index, select(index, Query()))
    sentences = {(row["article_id"], row["sentence"]): row for row in index.sentences.to_dicts()}
    addressed = [line for line in brief.lines if line.address is not None]
    assert len(addressed) > 10
    for line in addressed:
        assert line.address is not None
        row = sentences[line.address.article_id, line.address.sentence]
        assert row["start"] <= line.address.start < line.address.end <= row["end"]


def test_dated_sentences_stand_in_their_order_and_a_copy_is_not_told_twice(index: Index) -> None:
    text = plain(make_brief(index, select(index, Query())), width=200)
    dated = text[text.index("WHAT HAPPENED WHEN") : text.index("FIGURES")]
    assert dated.index("2019") < dated.index("2021-05-03")
    assert dated.count("met Prime Minister") == 1


def test_a_bound_stays_a_bound(index: Index) -> None:
    text = plain(make_brief(index, select(index, Query())), width=200)
    assert "> 2,500 people" in text


def test_what_is_not_known_is_said(index: Index) -> None:
    text = plain(make_brief(index, select(index, Query())), width=200)
    assert "1 article without a day of publication" in text
    assert "1 article without an outlet that is named" in text
    assert "date unknown, not before 2019-01-01" in text


def test_what_a_language_has_not_is_said(index: Index) -> None:
    articles = index.articles.with_columns(pl.Series("language", ["ar", "ar", "en", "sv"], pl.String))
    text = plain(make_brief(replace(index, articles=articles), select(index, "")), width=110)
    assert "2 articles in Arabic: names, roles and relative dates not attempted" in text
    assert "1 article in Swedish: names, roles, dates and figures not attempted" in text
    assert "English" not in text


def test_names_among_the_keywords_stand_apart(index: Index) -> None:
    lines = [line.text for line in make_brief(index, select(index, "")).lines]
    assert "names among them: Lund harbour" in lines
    assert "dyke plan, 1 article" in lines


def test_a_brief_speaks_of_the_selection_only(index: Index) -> None:
    text = plain(make_brief(index, select(index, Query.parse("dyke"))), width=200)
    assert "narrowed to: dyke" in text
    assert "Omar Reyes" not in text


def test_numbers_in_brackets_resolve_at_the_end(index: Index) -> None:
    lines = [line.text for line in make_brief(index, select(index, Query())).lines]
    cited = {line.split("]")[0] + "]" for line in lines[lines.index("Cited") + 1 :]}
    used = {"[" + line.rsplit("[", 1)[1] for line in lines[: lines.index("Cited")] if line.endswith("]")}
    assert used == cited
    assert used


def test_files_in_are_always_accounted_for(index: Index) -> None:
    states = ["indexed", "indexed", "grouped", "refused"]
    files = schema.conform(pl.DataFrame({"path": list("abcd"), "status": states}), schema.FILES)
    text = plain(make_brief(Index(files=files), select(EMPTY_INDEX, Query())))
    assert "4 files in = 2 indexed + 1 grouped + 1 refused" in text


def test_an_empty_pile_gives_a_brief_that_says_so() -> None:
    text = plain(make_brief(EMPTY_INDEX, select(EMPTY_INDEX, Query())))
    assert "0 articles" in text


def test_wrapped_lines_fit_and_nothing_in_them_steers_a_terminal(index: Index) -> None:
    hostile = index.texts.with_columns(pl.col("text").str.replace_all("harbour", "\x1b[2Jbour"))
    shown = replace(index, texts=hostile)
    text = plain(make_brief(shown, select(shown, Query())), width=40)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 40
