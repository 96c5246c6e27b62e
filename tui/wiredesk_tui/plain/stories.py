"""What opens: an article sentence by sentence, an actor with all that is known of it, the brief."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from wiredesk.brief import Brief
from wiredesk.brief.wording import UNKNOWN_SOURCE, plural
from wiredesk.query import Address, Clause, Selection, facet, roles_over_time
from wiredesk.store import Index
from wiredesk_tui.contents import ActorContent
from wiredesk_tui.page import LABELS, make_page
from wiredesk_tui.plain.answer import Answer, Item, WholeArticle, answer_of
from wiredesk_tui.wording import KIND_FIELDS, published_in_words

Row = dict[str, Any]


def brief_lines(brief: Brief) -> Answer:
    """The brief; a line with a number has a sentence behind it."""
    items = [
        Item(
            line.text.upper() if line.heading else line.text,
            target=line.address,
            clause="a line of the brief cannot narrow the query",
        )
        for line in brief.lines
    ]
    numbered = [at for at, line in enumerate(brief.lines) if line.address is not None]
    return answer_of("Brief", items, numbered=numbered)


def article(index: Index, selection: Selection, target: Address | WholeArticle) -> Answer | None:
    """An article from a sentence on, a sentence an item; None where the index no longer holds it."""
    page = make_page(index, selection, target.article_id)
    if page is None:
        return None
    row = page.article
    hits = [mark.start for mark in page.marks if mark.kind == "hit"]
    clause = facet("source", row["source"] or "unknown")

    def item(number: int) -> Item:
        sentence = page.sentences[number]
        start, end = sentence.start, sentence.end
        text = LABELS.get(sentence.kind, "") + page.text[start:end]
        matches = ("matches the query",) if any(start <= hit < end for hit in hits) else ()
        return Item(text, matches, Address(target.article_id, sentence.number, start, end), clause)

    numbers = [sentence.number for sentence in page.sentences]
    first = target.sentence if isinstance(target, Address) else -1
    facts = (
        f"source: {row['source'] or UNKNOWN_SOURCE}",
        f"published: {published_in_words(row)}",
        f"file: {row['path']}",
        plural(len(numbers), "sentence"),
    )
    return Answer(
        row["title"] or "untitled",
        len(numbers),
        item,
        facts,
        start=numbers.index(first) if first in numbers else 0,
        article=target.article_id,
    )


def actor(content: ActorContent) -> Answer:
    """All that is known of an actor: what it is said to be, who stands beside it, every mention."""
    about: Row = content.actor
    others = [alias for alias in about["aliases"] if alias != about["name"]]
    mentions, articles = plural(about["mentions"], "mention"), plural(about["articles"], "article")
    facts = [f"kind: {about['kind']}", f"{mentions} in {articles}"]
    facts += [f"also called: {alias}" for alias in others]
    for role in roles_over_time(content.roles).iter_rows(named=True):
        years = f", {', '.join(map(str, role['years']))}" if role["years"] else ""
        facts.append(f"said to be: {'former ' if role['former'] else ''}{role['role']}{years}")
    return replace(answer_of(about["name"], list(_told(content))), facts=tuple(facts))


def _told(content: ActorContent) -> Iterator[Item]:
    about: Row = content.actor
    own = facet(KIND_FIELDS.get(about["kind"], "actor"), about["name"])
    for row in content.roles.iter_rows(named=True):
        yield _sentence(f"role: {row['role']}", row, own)
    for row in content.ambiguous.iter_rows(named=True):
        names = ", ".join(row["candidates"])
        yield Item(f"may be meant by: {row['surface']}", (f"may be: {names}",), _address(row), own)
    for row in content.neighbours.iter_rows(named=True):
        yield Item(
            f"named beside: {row['name']}",
            (plural(row["sentences"], "sentence") + ", which is no proof of a tie",),
            _address(row),
            facet(KIND_FIELDS.get(row["kind"], "actor"), row["name"]),
        )
    for row in content.sentences.iter_rows(named=True):
        yield _sentence(f"mention: {row['surface']}", row, own)


def _sentence(text: str, row: Row, clause: Clause) -> Item:
    facts = (
        f"source: {row['source'] or UNKNOWN_SOURCE}",
        f"published: {row['published'] or 'date unknown'}",
        f"sentence: {row['text']}",
    )
    return Item(text, facts, _address(row), clause)


def _address(row: Row) -> Address:
    return Address(row["article_id"], row["sentence"], row["start"], row["end"])
