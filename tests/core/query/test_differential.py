"""Every query finds, by both engines, what a naive scan of the pile finds."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from search_piles import WORDS, Piece, index_of, naive_chain, naive_places, naive_slips, naive_words, pile

from wiredesk.query import Query, hits_view, select
from wiredesk.store import Index
from wiredesk.store.fulltext import FullText, shape, write_fulltext

SEEDS = (1, 2, 3)

Sentences = frozenset[int] | None
"""Numbers of the sentences that match; None where no sentence can tell."""


@dataclass(frozen=True)
class Asked:
    """A query as text, and what it means for one article: whether it matches, and which sentences do."""

    text: str
    means: Callable[[Piece], tuple[bool, Sentences]]


class Engines:
    """A pile, and its index without and with a full-text index."""

    def __init__(self, pieces: list[Piece], scanned: Index, indexed: Index) -> None:
        self.pieces, self.scanned, self.indexed = pieces, scanned, indexed


@dataclass(frozen=True)
class Operand:
    """A word or phrase as text, and where it stands among words."""

    text: str
    places: Callable[[tuple[str, ...]], list[range]]


def by_sentence(text: str, test: Callable[[tuple[str, ...]], bool]) -> Asked:
    def means(piece: Piece) -> tuple[bool, Sentences]:
        found = frozenset(n for n, s in enumerate(piece.sentences) if test(naive_words(s)))
        return bool(found), found

    return Asked(text, means)


def by_article(text: str, test: Callable[[Piece], bool]) -> Asked:
    return Asked(text, lambda piece: (test(piece), None))


def word(text: str, star: str) -> Operand:
    words = naive_words(text)
    *_, last = words
    fits: Callable[[str], bool] = (lambda w: w.startswith(last)) if star else (lambda w: w == last)
    return Operand(f"{text}{star}", lambda among: naive_places(among, words, fits))


def fuzzy(text: str, most: int) -> Operand:
    (wanted,) = naive_words(text)
    fits: Callable[[str], bool] = lambda w: naive_slips(wanted, w) <= most  # noqa: E731
    return Operand(f"{text}~{most}", lambda among: naive_places(among, (wanted,), fits))


def phrase(parts: list[str], star: str) -> Operand:
    return word(" ".join(parts), star)


def quoted(operand: Operand) -> Operand:
    return replace(operand, text=f'"{operand.text}"')


PLAIN = [w for w in WORDS if w[0] not in "(“"]
words = st.builds(word, st.sampled_from(PLAIN), st.sampled_from(["", "", "*"]))
slipped = st.builds(fuzzy, st.sampled_from([w for w in PLAIN if len(naive_words(w)) == 1]), st.integers(1, 2))


def beginning(text: str, letters: int) -> Operand:
    return word(text[:letters], "*")


beginnings = st.builds(beginning, st.sampled_from(["storm", "strike", "fire"]), st.integers(1, 4))
phrases = st.builds(
    phrase, st.lists(st.sampled_from(PLAIN), min_size=2, max_size=3), st.sampled_from(["", "*"])
).map(quoted)
operands = st.one_of(words, words, slipped, beginnings, phrases)


@st.composite
def nears(draw: st.DrawFn) -> Asked:
    parts = draw(st.lists(operands, min_size=2, max_size=3))
    within = tuple(draw(st.integers(1, 6)) for _ in parts[1:])
    text = parts[0].text + "".join(
        f" near/{n} {part.text}" for n, part in zip(within, parts[1:], strict=True)
    )
    return by_sentence(text, lambda among: naive_chain([part.places(among) for part in parts], within))


def alone(operand: Operand) -> Asked:
    return by_sentence(operand.text, lambda among: bool(operand.places(among)))


fields = st.sampled_from(
    [
        by_article("source:lund", lambda p: p.source == "Lund Gazette"),
        by_article("source:unknown", lambda p: p.source is None),
        by_article("lang:fr", lambda p: p.language == "fr"),
        by_article("is:undated", lambda p: p.published is None),
        by_article("published:2021", lambda p: p.published is not None and p.published.year == 2021),
        by_article(
            "published:..2020-06", lambda p: p.published is not None and p.published <= date(2020, 6, 30)
        ),
    ]
)


def common(told: list[frozenset[int]]) -> frozenset[int]:
    return told[0].intersection(*told[1:])


def negated(asked: Asked) -> Asked:
    return Asked(f"-({asked.text})", lambda piece: (not asked.means(piece)[0], None))


def united(parts: list[Asked]) -> Asked:
    def means(piece: Piece) -> tuple[bool, Sentences]:
        found = [part.means(piece) for part in parts]
        told = [sentences for _, sentences in found if sentences is not None]
        return any(ok for ok, _ in found), frozenset[int]().union(*told) if told else None

    return Asked("(" + " OR ".join(f"({part.text})" for part in parts) + ")", means)


def together(parts: list[Asked]) -> Asked:
    def means(piece: Piece) -> tuple[bool, Sentences]:
        found = [part.means(piece) for part in parts]
        ok = all(ok for ok, _ in found)
        told = [sentences for _, sentences in found if sentences is not None]
        if not told:
            return ok, None
        return ok, common(told) if ok else frozenset()

    return Asked("(" + " ".join(part.text for part in parts) + ")", means)


single = st.one_of(operands.map(alone), operands.map(alone), nears(), fields)
clauses = st.recursive(
    single,
    lambda inner: st.one_of(
        inner.map(negated),
        st.lists(inner, min_size=2, max_size=3).map(united),
        st.lists(inner, min_size=2, max_size=3).map(together),
    ),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Generator[list[Engines]]:
    made: list[Engines] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shape, "FULLTEXT_FROM", 1)
        for seed in SEEDS:
            pieces = pile(seed)
            index = index_of(pieces)
            folder: Path = tmp_path_factory.mktemp("fulltext") / "index"
            assert write_fulltext(folder, index, "s")
            made.append(Engines(pieces, index, replace(index, fulltext=FullText.of(folder, len(pieces)))))
        yield made


def expected(pieces: list[Piece], asked: list[Asked]) -> tuple[list[int], dict[int, set[int]] | None]:
    """The articles, and the sentences of each that match every clause a sentence can tell."""
    articles: list[int] = []
    direct: dict[int, set[int]] = {}
    testable = False
    for piece in pieces:
        found = [one.means(piece) for one in asked]
        told = [sentences for _, sentences in found if sentences is not None]
        testable = testable or bool(told)
        if all(ok for ok, _ in found):
            articles.append(piece.article_id)
            if told and (sentences := common(told)):
                direct[piece.article_id] = set(sentences)
    return articles, direct if testable else None


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(range(len(SEEDS))), st.lists(clauses, min_size=1, max_size=3))
def test_both_engines_find_what_a_naive_scan_finds(
    engines: list[Engines], seed: int, asked: list[Asked]
) -> None:
    pieces, scanned, indexed = engines[seed].pieces, engines[seed].scanned, engines[seed].indexed
    query = Query.parse(" ".join(one.text for one in asked))
    articles, direct = expected(pieces, asked)
    for index in (scanned, indexed):
        selection = select(index, query)
        assert selection.height == len(articles)
        assert selection.articles["article_id"].to_list() == articles
        assert (selection.emptied_by is None) == bool(articles)
        assert set(selection.best(5)["article_id"]) <= set(articles)
        looked_up, hits = selection.direct, hits_view(index, selection)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("wiredesk.query.selection.MOST", 0)
            patch.setattr("wiredesk.query.views.hits.MOST", 0)
            by_frames = select(index, query)
            assert_frame_equal(hits_view(index, by_frames), hits)
        for found in (looked_up, by_frames.direct):
            if found is None:
                assert not direct
            else:
                rows: dict[int, set[int]] = {}
                for article, sentence in found.iter_rows():
                    rows.setdefault(article, set()).add(sentence)
                assert rows == (direct or {})
    assert indexed.fulltext is not None
    assert indexed.fulltext.trouble is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(range(len(SEEDS))), st.lists(operands.map(alone), min_size=1, max_size=3))
def test_both_engines_give_the_same_weights_and_the_same_best(
    engines: list[Engines], seed: int, asked: list[Asked]
) -> None:
    scanned, indexed = engines[seed].scanned, engines[seed].indexed
    query = Query.parse(" ".join(one.text for one in asked))
    by_scan, by_index = select(scanned, query), select(indexed, query)
    assert by_index.articles["score"].to_list() == pytest.approx(
        by_scan.articles["score"].to_list(), rel=1e-4
    )
    best = by_index.best(5)["score"].to_list()
    assert best == pytest.approx(by_scan.best(5)["score"].to_list(), rel=1e-4)
    assert best == sorted(best, reverse=True)
