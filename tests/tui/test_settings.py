"""The settings file."""

from pathlib import Path

import pytest

from wiredesk_tui.settings import Settings
from wiredesk_tui.settings_file import SettingsError, load_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "")) == Settings()


def test_settings_are_read(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, 'theme = "light"\nascii = true\n[keymap]\ndown = "x,down"'))
    assert (settings.theme, settings.ascii, settings.keymap) == ("light", True, {"down": "x,down"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('them = "dark"', "1: them: unknown key; did you mean 'theme'?"),
        ("ascii = 3.5", "1: ascii: "),
        ('pane = "agreement"', "1: pane: "),
        ('[keymap]\ndwn = "x"', "2: keymap.dwn: unknown action; did you mean 'down'?"),
        ('keys = "emacs"', "1: keys: "),
        ('theme = "dark"\n\n[keymap]\nup = "x"\ndown = "pgdn"', "5: keymap.down: 'pgdn' is no key"),
        ('[keymap]\ndown = "s"', "2: keymap: 's' would be both 'sort' and 'down'"),
        ("theme =", " is not TOML"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_the_key(tmp_path: Path, text: str, told: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}:{told}")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "none.toml")


def test_every_setting_can_be_stated_and_is_taken_as_stated(tmp_path: Path) -> None:
    text = (
        'theme = "light"\nground = "dark"\nthemes = "mine"\nprofile = "lean"\nascii = true\nmouse = true\n'
        'pane = "actors"\naliases = ["more.toml"]\nnames = "spacy:xx"\nkeywords = "yake"\nprocesses = 2\n'
        'watch = true\npoll = 2\nfeeds = ["http://localhost/feed"]\nfeeds_to = "news"\nkeys = "vim"\n'
        'keyboard = "auto"\n[keymap]\ndown = "x"\n'
    )
    settings = load_settings(write(tmp_path, text))
    assert settings.stated == settings.held.keys()
    held, usual = settings.held, Settings().held
    assert held | {"keyboard": None} == {
        "theme": "light", "ground": "dark", "themes": Path("mine"), "profile": "lean", "ascii": True,
        "mouse": True, "pane": "actors", "aliases": (Path("more.toml"),), "names": "spacy:xx",
        "keywords": "yake", "processes": 2, "watch": True, "poll": 2.0, "feeds": ("http://localhost/feed",),
        "feeds_to": Path("news"), "keys": "vim", "keyboard": None, "keymap": {"down": "x"},
    }  # fmt: skip
    assert [name for name in usual if held[name] == usual[name]] == ["keyboard"]


@pytest.mark.parametrize("text", ["processes = 65", "poll = 0.1", 'names = "slow"', 'stated = ["theme"]'])
def test_what_is_out_of_bounds_is_no_setting(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=f":1: {text.split()[0]}: "):
        load_settings(write(tmp_path, text))
