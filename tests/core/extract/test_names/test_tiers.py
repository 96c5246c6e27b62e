from pathlib import Path

import pytest

from wiredesk.errors import ConfigError
from wiredesk.extract.names import load_tagger, tag_tokens, tiers

spacy = pytest.importorskip("spacy")
pytest.importorskip("onnxruntime")

WORDS = [["Zelda", "Oyelaran", "met", "the", "board", "of", "Brightwater", "Mills", "in", "Nairobi", "."]]


def absent(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    present = tiers.find_spec
    monkeypatch.setattr(tiers, "find_spec", lambda name: None if name in modules else present(name))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]


def test_auto_is_careful_with_few_articles_and_fast_with_many() -> None:
    assert tiers.choose_tier("auto", tiers.MOST_CAREFUL) == "careful"
    assert tiers.choose_tier("auto", tiers.MOST_CAREFUL + 1) == "fast"


def test_what_is_asked_for_by_name_does_not_hang_on_the_number() -> None:
    assert tiers.choose_tier("careful", 10**6) == "careful"
    assert tiers.choose_tier("fast", 1) == "fast"


def test_without_its_libraries_auto_is_fast_and_careful_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    absent(monkeypatch, "onnxruntime")
    assert tiers.choose_tier("auto", 1) == "fast"
    with pytest.raises(ConfigError, match=r"pip install 'wiredesk\[careful\]'"):
        tiers.choose_tier("careful", 1)


def test_without_spacy_its_stand_in_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    absent(monkeypatch, "spacy")
    with pytest.raises(ConfigError, match="pip install spacy"):
        tiers.choose_tier("spacy:en_core_web_sm", 1)


@pytest.mark.parametrize("names", ["swift", "spacy:", ""])
def test_an_unknown_tagger_is_refused_with_the_ones_there_are(names: str) -> None:
    with pytest.raises(ConfigError, match="auto, fast, careful or spacy:MODEL"):
        tiers.choose_tier(names, 1)


def test_a_pipeline_of_the_users_stands_in(tmp_path: Path) -> None:
    tags = tag_tokens([WORDS], tagger=load_tagger(f"spacy:{saved_pipeline(tmp_path)}"))[0][0]
    assert tags == ["B-PER", "I-PER", "O", "O", "O", "O", "B-ORG", "I-ORG", "O", "B-LOC", "O"]


def test_a_pipelines_signature_changes_with_its_version(tmp_path: Path) -> None:
    one = tiers.tier_signature(f"spacy:{saved_pipeline(tmp_path / 'one', '1.0')}")
    two = tiers.tier_signature(f"spacy:{saved_pipeline(tmp_path / 'two', '2.0')}")
    assert one != two


def test_a_pipeline_that_is_not_installed_is_named(tmp_path: Path) -> None:
    for call in (load_tagger, tiers.tier_signature):
        with pytest.raises(ConfigError, match="spacy:xx_no_such_model"):
            call("spacy:xx_no_such_model")


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ConfigError, match="finds no names"):
        load_tagger(f"spacy:{tmp_path / 'blank'}")


def saved_pipeline(folder: Path, version: str = "1.0") -> Path:
    """A small pipeline on disk that knows three names."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Zelda Oyelaran"},
            {"label": "ORG", "pattern": "Brightwater Mills"},
            {"label": "GPE", "pattern": "Nairobi"},
            {"label": "DATE", "pattern": "met"},
        ]
    )
    pipeline.meta["name"], pipeline.meta["version"] = "three_names", version
    folder.mkdir(exist_ok=True)
    pipeline.to_disk(folder / "pipeline")
    return folder / "pipeline"
