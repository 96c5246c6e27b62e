"""Theme files: what each part of the screen looks like.

A theme is one TOML file; its name is the file's stem. `[tokens]` gives each token (`TOKENS`) a style such as
"bold #ffffff on #303030": colours as "#rrggbb" or the names of the 16 ANSI colours, the attributes bold,
italic, underline and reverse. A token that is left out looks like plain text.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from rich.color import Color
from rich.style import Style

from wiredesk.errors import ConfigError

PACKAGE: Final = Path(__file__).parent
CHECKOUT: Final = PACKAGE.parents[1]

TOKENS: Final[dict[str, str]] = {
    "text": "plain text",
    "muted": "what stands back: counts, dates, captions of columns",
    "title": "headlines and names",
    "headline": "an article's headline in the reader",
    "heading": "a heading inside a list",
    "rule": "lines between parts, the ends of a bar",
    "bar": "bars and the histogram",
    "head": "the head of a pane",
    "head-focus": "the head of the pane that has the keys",
    "cursor": "the row under the cursor",
    "cursor-blur": "the row under the cursor of a pane without the keys",
    "mark": "the mark in the margin of the sentence that was opened",
    "facet": "the query's facets",
    "key": "a key in a hint",
    "warning": "what the reader should know",
    "error": "what went wrong",
    "hit": "what matches the query",
    "actor": "an actor's name",
    "date": "a date expression",
    "figure": "a figure",
    "fact": "the fact that was opened",
}
"""Token -> what it is for."""


class ThemeError(ConfigError):
    """A theme file with a mistake in it, or a theme that does not exist."""


@dataclass(frozen=True)
class ThemeFile:
    """What a theme file may say."""

    about: str = ""
    """What it is for, in a line."""
    dark: bool = True
    """The background is darker than the text."""
    contrast: float = 4.5
    """Least contrast of every token that the theme promises (WCAG 2.1, relative luminance)."""
    foreground: str = "default"
    background: str = "default"
    accent: str = "default"
    tokens: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Palette:
    """A theme, ready to paint with.

    Attributes:
        name: Of the theme.
        file: What its file says.
        styles: Token -> the style, its colours filled up from plain text.
    """

    name: str
    file: ThemeFile
    styles: Mapping[str, Style]

    def __getitem__(self, token: str) -> Style:
        return self.styles[token]

    def over(self, token: str, ground: str) -> Style:
        """A token on a row that is painted with another: its attributes in the row's colours.

        What stands out by reversed colours elsewhere is underlined on such a row.
        """
        style = self.styles[token]
        set_apart = bool(style.underline or style.reverse or token in ("hit", "fact"))
        return self.styles[ground] + Style(bold=style.bold or None, underline=set_apart or None)


def palette_of(name: str, file: ThemeFile) -> Palette:
    """Make the styles of a theme file's tokens."""
    plain = Style(
        color=None if file.foreground == "default" else Color.parse(file.foreground),
        bgcolor=None if file.background == "default" else Color.parse(file.background),
    )
    styles = {token: plain + Style.parse(file.tokens.get(token, "")) for token in TOKENS}
    return Palette(name, file, styles)


PLAIN: Final = palette_of(
    "plain",
    ThemeFile(
        tokens={
            **dict.fromkeys(
                ("title", "headline", "heading", "mark", "facet", "key", "warning", "actor"), "bold"
            ),
            **dict.fromkeys(("cursor", "hit"), "reverse"),
            **dict.fromkeys(("head", "cursor-blur", "date"), "underline"),
            **dict.fromkeys(("head-focus", "error"), "bold reverse"),
            "figure": "bold underline",
            "fact": "bold underline reverse",
        }
    ),
)
"""Attributes only, for when no theme file is at hand."""


def read_theme(path: Path) -> Palette:
    """Read one theme file. Those that come with the program are taken as they are: its tests check them.

    Raises:
        ThemeError: the file cannot be read, is no TOML, or has an unknown key or a bad colour.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ThemeError(f"{path.name}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"{path.name}: is not TOML: {error}") from error
    return palette_of(path.stem, ThemeFile(**data) if path.parent == themes_dir() else _checked(path, data))


def _checked(path: Path, data: dict[str, Any]) -> ThemeFile:
    # What it takes to check takes longer to load than a screen to be painted.
    from wiredesk_tui.theme_file import theme_file

    return theme_file(path.name, data)


def themes_dir() -> Path:
    """Folder of the shipped themes: inside the wheel, or at the top of a checkout."""
    installed = PACKAGE / "themes"
    return installed if installed.is_dir() else CHECKOUT / "themes"


def load_themes(*folders: Path) -> tuple[dict[str, Palette], list[ThemeError]]:
    """Read the shipped themes and those of the user's folders, a later folder's over an earlier's.

    Returns:
        Name -> theme, sorted by name, and the mistakes in files that were left out.
    """
    themes: dict[str, Palette] = {}
    mistakes: list[ThemeError] = []
    for folder in (themes_dir(), *folders):
        for path in sorted(folder.glob("*.toml")):
            try:
                themes[path.stem] = read_theme(path)
            except ThemeError as mistake:
                mistakes.append(mistake)
    return dict(sorted(themes.items())), mistakes


def find_theme(name: str, *folders: Path) -> Palette | None:
    """The theme that `load_themes` gives of that name; None where there is none. The others are not read."""
    for folder in reversed((themes_dir(), *folders)):
        path = folder / f"{name}.toml"
        if path.exists():
            try:
                return read_theme(path)
            except ThemeError:
                continue
    return None


def list_themes(folder: Path | None = None) -> list[tuple[str, str]]:
    """Names of the shipped themes and of a user's own, each with what it is for, or its mistake."""
    themes, mistakes = load_themes(*([folder] if folder else []))
    about = [(name, palette.file.about) for name, palette in themes.items()]
    return about + [(str(mistake).split(":", 1)[0], str(mistake)) for mistake in mistakes]


def contrast(style: Style) -> float | None:
    """Contrast of a style's text on its ground, 1..21 (WCAG 2.1); None for the terminal's own colours."""
    text, ground = style.color, style.bgcolor
    if text is None or ground is None or text.triplet is None or ground.triplet is None:
        return None
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in colour.get_truecolor().normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
