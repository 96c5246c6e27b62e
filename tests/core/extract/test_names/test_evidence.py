from wiredesk.extract.names.evidence import document_evidence


def test_a_word_learns_how_it_was_labelled_elsewhere_but_not_its_own_label() -> None:
    sentences = [["Lund", "spoke"], ["Ada", "Lund", "left"]]
    first, second = document_evidence(sentences, [["B-LOC", "O"], ["B-PER", "I-PER", "O"]])
    assert b"elsewhere=PER" in first[0]
    assert b"ends=PER" in first[0]
    assert b"elsewhere=LOC" in second[1]
    assert second[0] == [b"elsewhere=none", b"begins=PER"]
    assert first[1] == []
