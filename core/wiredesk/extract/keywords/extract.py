"""Keywords of articles: YAKE's phrases, told apart by what a reader would call the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from wiredesk.extract.keywords.choose import choose
from wiredesk.extract.keywords.engine import Scorer, scorer_of
from wiredesk.extract.keywords.naming import Mention, group_names
from wiredesk.extract.keywords.phrases import Phrase, find_phrases
from wiredesk.extract.keywords.prose import Block, Sentence, make_prose
from wiredesk.extract.keywords.words import same_places, words_of
from wiredesk.schema import KEYWORDS, KeywordSort

PER_ARTICLE: Final = 20

_TITLE_CASE: Final = frozenset(("en",))
"""Languages whose headlines may have a capital at every word."""
_HEADINGS: Final = frozenset(("title", "summary"))


def extract_keywords(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    sentences: pl.DataFrame,
    names: pl.DataFrame | None = None,
    *,
    per_article: int = PER_ARTICLE,
    engine: str = "auto",
) -> pl.DataFrame:
    """Find the names, and the words and phrases of up to three words, that tell what each article is about.

    Headline, summary and body count, captions do not. A name is one keyword with its short forms and its
    acronym; no other keyword cuts a name or begins with a word and ends with one. Near-identical ones
    (singular and plural, part and whole, with hyphen and without) are one. A little more than half are
    names, as far as the article has both.

    Args:
        articles: Frame with schema `ARTICLES`; of it, only the language is used.
        texts: Frame with schema `TEXTS`.
        sentences: Frame with schema `SENTENCES`.
        names: Frame with schema `NAMES`, of the same texts. None: what is a name is not known, and no
            keyword is told to be one.
        per_article: How many keywords to keep for one article, at least 1.
        engine: What scores phrases: `auto`, `yake` or `yake-rust`, which may be followed by a version,
            as `keyword_engine` gives it.

    Returns:
        Frame with schema `KEYWORDS`, in the order of `texts`, then by rank. An article in a language that
        is unknown, or for which there are no stop words, has none: its keywords would be its commonest
        words. Neither has one that YAKE cannot digest.

    Raises:
        ValueError: `per_article` is less than 1.
        ConfigError: there is no such engine, or it is not installed.
    """
    if per_article < 1:
        raise ValueError(f"per_article: {per_article} is too few, it must be 1 or more")
    languages: dict[int, str | None] = dict(articles.select("article_id", "language").iter_rows())
    passages = _passages(sentences, names)
    rows: list[tuple[object, ...]] = []
    for article, text in texts.select("article_id", "text").iter_rows():
        language = languages.get(article)
        scorer = scorer_of(language, engine)
        if language is None or scorer is None or article not in passages:
            continue
        found = keywords_of(text, passages[article], language, scorer, per_article)
        rows += [
            (article, p.shown, p.score, rank, _sort(p, told=names is not None), p.sentence, p.start, p.end)
            for rank, p in enumerate(found, 1)
        ]
    return pl.DataFrame(rows, schema=KEYWORDS, orient="row")


@dataclass(slots=True)
class Passage:
    """What an article's keywords are taken from: its paragraphs, their sentences and the names in them."""

    blocks: list[Block] = field(default_factory=list[Block])
    sentences: list[Sentence] = field(default_factory=list[Sentence])
    mentions: list[Mention] = field(default_factory=list[Mention])


def keywords_of(text: str, passage: Passage, language: str, scorer: Scorer, most: int) -> Sequence[Phrase]:
    """The keywords of one article, best first.

    Args:
        text: The article's.
        passage: Its paragraphs, sentences and names, each in the order of the text.
        language: ISO 639-1.
        scorer: Of that language.
        most: How many to keep.
    """
    names = group_names(passage.mentions, text, same_places(language))
    prose = make_prose(text, passage.blocks, passage.sentences, names, title_case=language in _TITLE_CASE)
    return choose(find_phrases(prose, scorer, words_of(language)), most)


def _sort(phrase: Phrase, *, told: bool) -> KeywordSort | None:
    if not told:
        return None
    return "name" if phrase.is_name else "plain"


def _passages(sentences: pl.DataFrame, names: pl.DataFrame | None) -> dict[int, Passage]:
    """What to read of each article, captions left out."""
    read = sentences.filter(pl.col("kind") != "caption")
    passages: dict[int, Passage] = {}
    columns = ("article_id", "sentence", "start", "end", "kind", "paragraph")
    last: tuple[int, int] | None = None
    for article, number, start, end, kind, paragraph in read.select(columns).iter_rows():
        passage = passages.setdefault(article, Passage())
        passage.sentences.append(Sentence(start, end, number))
        if last == (article, paragraph):
            passage.blocks[-1] = passage.blocks[-1]._replace(end=end)
        else:
            passage.blocks.append(Block(start, end, kind in _HEADINGS))
        last = article, paragraph
    if names is not None:
        columns = ("article_id", "start", "end", "surface", "kind", "sentence")
        kept = names.join(read.select("article_id", "sentence"), on=["article_id", "sentence"], how="semi")
        for article, *mention in kept.select(columns).iter_rows():
            passages[article].mentions.append(Mention(*mention))
    return passages
