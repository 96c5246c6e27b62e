"""Theme files."""

from pathlib import Path

import pytest

from wiredesk_tui.theme import (
    PLAIN,
    TOKENS,
    Palette,
    ThemeError,
    contrast,
    list_themes,
    load_themes,
    read_theme,
    themes_dir,
)

SHIPPED = load_themes()[0]


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_promised_themes_are_there_and_sound() -> None:
    assert {"dark", "light", "high-contrast", "colour-blind", "sixteen", "monochrome"} <= set(SHIPPED)
    assert load_themes()[1] == []


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_text_stands_out_as_much_as_its_theme_promises(palette: Palette) -> None:
    for token, style in palette.styles.items():
        reached = contrast(style)
        if reached is None or token == "rule":
            continue
        assert reached >= palette.file.contrast, f"{token}: {reached:.2f}"
        for row in ("cursor", "cursor-blur"):
            assert (contrast(palette.over(token, row)) or 21) >= palette.file.contrast


def test_coloured_themes_promise_what_the_guideline_asks_for() -> None:
    coloured = [p for p in SHIPPED.values() if p.file.foreground.startswith("#")]
    assert all(palette.file.contrast >= 4.5 for palette in coloured)
    assert SHIPPED["high-contrast"].file.contrast >= 7


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_marks_are_told_apart_without_the_colour_of_their_letters(palette: Palette) -> None:
    plain = palette["text"]
    looks = {
        (s.bold, s.underline, s.italic, s.reverse or s.bgcolor != plain.bgcolor)
        for s in map(palette.__getitem__, ("text", "hit", "actor", "date", "figure"))
    }
    assert len(looks) == 5


def test_monochrome_names_no_colour() -> None:
    assert all(s.color is None and s.bgcolor is None for s in SHIPPED["monochrome"].styles.values())
    assert all(s.color is None and s.bgcolor is None for s in PLAIN.styles.values())


def test_an_unknown_key_is_told_with_file_key_and_the_nearest_one(tmp_path: Path) -> None:
    path = write(tmp_path, 'foregrund = "#ffffff"')
    with pytest.raises(ThemeError, match=r"^mine\.toml: foregrund: unknown key; did you mean 'foreground'\?"):
        read_theme(path)


def test_an_unknown_token_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, '[tokens]\nfigur = "bold"')
    with pytest.raises(
        ThemeError, match=r"^mine\.toml: tokens\.figur: unknown token; did you mean 'figure'\?"
    ):
        read_theme(path)


@pytest.mark.parametrize(
    "style", ["bold #12345", "blu on black", "red on", "on red bold", "blink", "link http"]
)
def test_a_bad_style_is_told_with_its_token(tmp_path: Path, style: str) -> None:
    path = write(tmp_path, f'[tokens]\nhit = "{style}"')
    with pytest.raises(ThemeError, match=r"^mine\.toml: tokens\.hit: "):
        read_theme(path)


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"^mine\.toml: is not TOML"):
        read_theme(write(tmp_path, "dark ="))


def test_a_theme_of_the_users_own_is_found_and_a_broken_one_is_told(tmp_path: Path) -> None:
    write(tmp_path, 'about = "Mine."\nforeground = "#ffffff"\nbackground = "#000000"')
    write(tmp_path, "nonsense = 1", "broken.toml")
    themes, mistakes = load_themes(tmp_path)
    assert "mine" in themes
    assert "dark" in themes
    assert [str(mistake)[:21] for mistake in mistakes] == ["broken.toml: nonsense"]
    assert ("mine", "Mine.") in list_themes(tmp_path)


def test_every_shipped_theme_says_what_it_is_for() -> None:
    assert all(about for _, about in list_themes())
    assert len(list(themes_dir().glob("*.toml"))) == len(SHIPPED)


def test_every_token_has_a_style_in_every_theme() -> None:
    assert all(set(palette.styles) == set(TOKENS) for palette in SHIPPED.values())
