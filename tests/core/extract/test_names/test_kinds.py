import pytest

from wiredesk.extract.names.kinds import kind_of


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("Labour Party", "group"),
        ("Front for the Liberation of the Coast", "group"),
        ("Third Armoured Brigade", "group"),
        ("Taliban", "group"),
        ("Afghan Taliban", "group"),
        ("Ministry of Armed Forces", "organisation"),
        ("Taliban Ministry", "organisation"),
        ("Bank of the North", "organisation"),
        ("Coast Guard", "organisation"),
    ],
)
def test_a_body_is_a_group_by_its_name_or_the_head_of_its_name(surface: str, kind: str) -> None:
    assert kind_of("ORG", surface, surface.split()) == kind


def test_persons_and_places_keep_their_kind_and_other_labels_have_none() -> None:
    assert kind_of("PER", "Victor Army", ["Victor", "Army"]) == "person"
    assert kind_of("LOC", "Army Road", ["Army", "Road"]) == "place"
    assert kind_of("MISC", "Kurdish", ["Kurdish"]) is None
