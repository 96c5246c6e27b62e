"""Theme files."""

from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet
from rich.style import Style

from wiredesk_tui.shades import SHADES, lowered
from wiredesk_tui.theme import (
    PLAIN,
    TOKENS,
    Palette,
    ThemeError,
    ThemeFile,
    contrast,
    find_theme,
    list_themes,
    load_themes,
    read_theme,
    themes_dir,
)

SHIPPED = load_themes()[0]
GROUNDS = ("head", "head-focus", "cursor", "cursor-blur")
APART = (
    ("text", "hit"), ("text", "actor"), ("text", "date"), ("text", "figure"), ("actor", "date"),
    ("actor", "figure"), ("date", "figure"), ("hit", "actor"), ("hit", "date"), ("hit", "figure"),
    ("head", "head-focus"), ("cursor", "cursor-blur"), ("text", "cursor"), ("text", "heading"),
    ("text", "key"), ("muted", "facet"), ("text", "error"),
)  # fmt: skip
"""Tokens whose difference says something that nothing else on the screen says."""


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


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_text_stands_out_as_much_in_256_colours(palette: Palette) -> None:
    near = lowered(palette, 256)
    for token, style in near.styles.items():
        for colour in (style.color, style.bgcolor):
            assert colour is None or colour.triplet is None or colour.triplet in SHADES, token
        if token != "rule":
            assert (contrast(style) or 21) >= palette.file.contrast, token
    for token in near.styles:
        for ground in GROUNDS:
            assert (contrast(near.over(token, ground)) or 21) >= palette.file.contrast, (token, ground)


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_every_token_can_be_read_on_every_line_that_is_painted_whole(palette: Palette) -> None:
    for token in TOKENS:
        for ground in GROUNDS:
            assert (contrast(palette.over(token, ground)) or 21) >= palette.file.contrast, (token, ground)


def grey(style: Style) -> tuple[object, ...]:
    """What is left of a style where no hue is seen: attributes, and whether its ground is another."""
    return bool(style.bold), bool(style.underline), bool(style.italic), bool(style.reverse)


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_nothing_is_told_by_colour_alone(palette: Palette) -> None:
    """Pairs that must be told apart differ in an attribute, or in how light their grounds are."""
    for one, other in APART:
        first, second = palette[one], palette[other]
        assert grey(first) != grey(second) or lightness(first) != pytest.approx(
            lightness(second), abs=0.02
        ), (
            one,
            other,
        )


def lightness(style: Style) -> float:
    """Of a style's ground, 0..1; one of the terminal's own 16 counts as other than its ground."""
    ground = style.bgcolor
    if ground is None or ground.is_default:
        return 0.0
    red, green, blue = (ground.triplet or ColorTriplet(128, 128, 128)).normalized
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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


@pytest.mark.parametrize("path", sorted(themes_dir().glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_theme_is_what_its_checked_copy_is(tmp_path: Path, path: Path) -> None:
    copied = read_theme(write(tmp_path, path.read_text(encoding="utf-8"), path.name))
    assert copied == read_theme(path)
    assert isinstance(copied.file, ThemeFile)


def test_one_theme_is_found_as_it_is_among_all(tmp_path: Path) -> None:
    write(tmp_path, 'foreground = "#ffffff"\nbackground = "#000000"', "dark.toml")
    write(tmp_path, "foreground = 7", "light.toml")
    write(tmp_path, 'accent = "red"', "mine.toml")
    for folders in ([], [tmp_path]):
        themes, _ = load_themes(*folders)
        for name in [*themes, "none"]:
            assert find_theme(name, *folders) == themes.get(name), (name, folders)
