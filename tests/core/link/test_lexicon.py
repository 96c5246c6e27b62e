"""The lexicon: shipped, extended by the reader, and strict."""

import re
from pathlib import Path

import pytest
from marked import link

from wiredesk.errors import ConfigError
from wiredesk.link import load_lexicon


def write(folder: Path, text: str, name: str = "names.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_the_shipped_lexicon_is_whole_and_keeps_its_branches_apart() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.entries) > 500
    named = {entry.within for entry in lexicon.entries.values() if entry.within is not None}
    assert named <= lexicon.entries.keys()
    assert load_lexicon() is lexicon


def test_a_person_known_by_an_alias_alone_leaves_the_surnames_of_others_to_them(tmp_path: Path) -> None:
    file = write(tmp_path, 'actors = [{ name = "Old Velluri", kind = "person", aliases = ["Foamy"] }]')
    read = link(
        "[Foamy](person) met [Ada Brog](person). Then [Brog](person) left.", lexicon=load_lexicon(file)
    )
    assert read.name("Foamy") == "Old Velluri"
    assert read.name("Brog") == "Ada Brog"


def test_a_user_file_adds_names(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """
        actors = [
          { name = "Sorvik Front", kind = "group", aliases = ["Black Gulls"], exact = ["SF"] },
          { name = "Old Velluri", kind = "person", aliases = ["Captain Foam"] },
        ]
        """,
    )
    read = link(
        "[Black Gulls](organisation), [SF](group), [Captain Foam](person).", lexicon=load_lexicon(file)
    )
    assert read.of("SF") == read.of("Black Gulls")
    assert {m["basis"] for m in read.linked.mentions.to_dicts()} == {"lexicon"}
    assert read.of("Captain Foam") == ("Old Velluri", "person")


def test_the_surname_of_a_person_of_the_lexicon_is_that_person(tmp_path: Path) -> None:
    file = write(
        tmp_path, 'actors = [{ name = "Oren Velluri", kind = "person", aliases = ["Abu Foam al-Bahri"] }]'
    )
    read = link(
        "[Abu Foam al-Bahri](person) spoke. [al-Bahri](person) left.",
        "[Oren Velluri](person) spoke. [Velluri](person) left.",
        lexicon=load_lexicon(file),
    )
    assert read.names() == ["Oren Velluri"]


def test_a_claim_of_the_user_beats_a_short_form_of_the_world(tmp_path: Path) -> None:
    file = write(
        tmp_path, 'actors = [{ name = "Sorvik Dock Federation", kind = "group", aliases = ["Sdf"] }]'
    )
    assert link("The [SDF](group) met.", lexicon=load_lexicon(file)).names() == ["Sorvik Dock Federation"]


def test_the_users_file_wins_over_the_shipped_one(tmp_path: Path) -> None:
    file = write(
        tmp_path, 'actors = [{ name = "Sorvik Dock Federation", kind = "organisation", exact = ["SDF"] }]'
    )
    assert link("The [SDF](group) met.", lexicon=load_lexicon(file)).of("SDF") == (
        "Sorvik Dock Federation",
        "organisation",
    )


def test_a_later_file_wins_over_an_earlier_one(tmp_path: Path) -> None:
    first = write(
        tmp_path, 'actors = [{ name = "Gull Union", kind = "group", aliases = ["Gulls"] }]', "a.toml"
    )
    second = write(
        tmp_path, 'actors = [{ name = "Gull Club", kind = "group", aliases = ["Gulls"] }]', "b.toml"
    )
    assert load_lexicon(first, second).find("Gulls", "gulls") == load_lexicon(second).entries["Gull Club"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("actors = [", "is not TOML"),
        ('actors = [{ name = "A Front" }]', r"entry 1 \(A Front\): kind: "),
        ('actors = [{ kind = "group" }]', "entry 1: name: "),
        ('actors = [{ name = "A Front", kind = "gang" }]', r"entry 1 \(A Front\): kind: .*'person'"),
        ('actors = [{ name = "A Front", kind = "group", alias = ["B"] }]', r"\(A Front\): alias: "),
        ('actors = [{ name = "A Front", kind = "group", aliases = "B" }]', r"\(A Front\): aliases: "),
        ("names = []", "names: "),
        ("actors = 3", "actors: "),
        (
            'actors = [{ name = "A", kind = "group", aliases = ["Gulls"] },'
            ' { name = "B", kind = "group", aliases = ["the gulls"] }]',
            "'gulls' is claimed by 'A' and 'B'; leave it to one of them",
        ),
        ('actors = [{ name = "A", kind = "group" }, { name = "A", kind = "place" }]', "'A' stands twice"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_and_entry_and_says_what_to_do(tmp_path: Path, text: str, words: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError, match=words) as caught:
        load_lexicon(file)
    assert str(caught.value).startswith(f"{file}: ")


def test_a_file_that_is_missing_or_not_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=re.escape(str(tmp_path / "none.toml")) + ": cannot be read"):
        load_lexicon(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'actors = [{ name = "Caf\xe9", kind = "place" }]')
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load_lexicon(tmp_path / "latin.toml")


def test_never_with_keeps_a_variant_apart(tmp_path: Path) -> None:
    file = write(tmp_path, 'actors = [{ name = "Tarrak", kind = "group", never_with = ["Tarrak militia"] }]')
    text = "[Tarrak](group) and [Tarrak militia](group)."
    assert len(link(text, lexicon=load_lexicon(file)).names()) == 2
    assert len(link(text).names()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The [Tarrak Rescue Unit](group) ([TRU](group)) met.",
        "The [Tarrak Rescue Unit](group), also known as the [Tarrak Rescue Band](group), met.",
        "The [Tarrak Rescue Unit](group) met. The [TRU](group) left.",
        "The [Tarrak Rescue Unit](group) met. Then [Tarrak Rescue](group) left.",
    ],
)
def test_what_the_lexicon_keeps_apart_no_article_joins(tmp_path: Path, text: str) -> None:
    file = write(
        tmp_path,
        """
        [[actors]]
        name = "Tarrak Rescue Unit"
        kind = "group"
        never_with = ["TRU", "Tarrak Rescue Band", "Tarrak Rescue"]
        """,
    )
    assert len(link(text, lexicon=load_lexicon(file)).names()) == 2
    assert len(link(text).names()) == 1


def test_persons_whom_the_lexicon_keeps_apart_stay_two(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        'actors = [{ name = "Oren Velluri", kind = "person",'
        ' never_with = ["Oren Osk Velluri", "O. Velluri"] }]',
    )
    text = "[Oren Velluri](person) met [Oren Osk Velluri](person). Later [O. Velluri](person) came."
    read = link(text, lexicon=load_lexicon(file))
    assert read.name("Oren Velluri") == "Oren Velluri"
    assert read.name("Oren Osk Velluri") != "Oren Velluri" != read.name("O. Velluri")
    assert link(text).linked.actors.height == 1
