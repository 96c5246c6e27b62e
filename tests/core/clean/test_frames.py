from dataclasses import replace

from wiredesk.clean import CleanArticle, clean_documents, frames_of
from wiredesk.read.document import Document
from wiredesk.schema import ARTICLES, TEXTS, identifier

TEXT = "Bridge stays open\n\nCouncillors in Saltby voted on Monday to keep the swing bridge open to traffic."


def articles_of(*documents: Document) -> tuple[CleanArticle, ...]:
    return clean_documents(documents).articles


def test_no_articles_give_empty_frames() -> None:
    articles, texts = frames_of([])
    assert (articles.schema, articles.height) == (ARTICLES, 0)
    assert (texts.schema, texts.height) == (TEXTS, 0)


def test_frames_follow_path_and_part_and_hold_the_text() -> None:
    articles, texts = frames_of(articles_of(Document("b.txt", None, TEXT), Document("a.txt", None, TEXT)))
    assert (articles.schema, texts.schema) == (ARTICLES, TEXTS)
    assert articles["path"].to_list() == ["a.txt", "b.txt"]
    assert articles["article_id"].to_list() == texts["article_id"].to_list()
    assert texts["text"][0].split("\n")[0] == articles["title"][0]
    assert articles["words"].to_list() == [17, 17]
    assert articles["duplicate_of"].null_count() == 2


def test_a_new_entry_moves_no_other_entrys_number() -> None:
    alone, _ = frames_of(articles_of(Document("f.xml", "old", TEXT)))
    both, _ = frames_of(articles_of(Document("f.xml", "new", TEXT), Document("f.xml", "old", TEXT)))
    assert alone["article_id"][0] == both["article_id"][1] == identifier("f.xml", "old", "0")


def test_the_digest_follows_text_and_facts_and_not_the_place() -> None:
    (article,) = articles_of(Document("a.txt", None, TEXT))
    changed = [replace(article, byline="Ada Quill"), replace(article, paragraphs=article.paragraphs[:1])]
    moved = replace(article, path="b.txt", item="x", part=3)
    digests = [frames_of([one])[0]["digest"][0] for one in (article, moved, *changed)]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3
