from wiredesk.extract.names.votes import vote


def test_the_majority_overrules_the_odd_label() -> None:
    sentences = [["Ostrava", "won"], ["Ostrava", "lost"], ["Ostrava", "drew"]]
    tags = [["B-LOC", "O"], ["B-LOC", "O"], ["B-PER", "O"]]
    assert vote(sentences, tags) == [["B-LOC", "O"]] * 3


def test_without_a_clear_majority_every_label_stays() -> None:
    sentences = [["Ostrava", "won"], ["Ostrava", "lost"]]
    tags = [["B-LOC", "O"], ["B-ORG", "O"]]
    assert vote(sentences, tags) == tags


def test_a_name_of_several_words_is_found_where_it_was_overlooked() -> None:
    sentences = [["Ada", "Lund", "spoke"], ["later", "Ada", "Lund", "left"]]
    tags = [["B-PER", "I-PER", "O"], ["O", "O", "O", "O"]]
    assert vote(sentences, tags)[1] == ["O", "B-PER", "I-PER", "O"]


def test_a_single_word_is_carried_only_if_found_twice_and_alone() -> None:
    once = [["Lund", "spoke"], ["we", "saw", "Lund", "leave"]]
    assert vote(once, [["B-PER", "O"], ["O"] * 4])[1] == ["O"] * 4
    twice = [
        ["Lund", "spoke"],
        ["Lund", "sat"],
        ["we", "saw", "Lund", "leave"],
        ["the", "old", "Lund", "Bridge"],
    ]
    voted = vote(twice, [["B-PER", "O"], ["B-PER", "O"], ["O"] * 4, ["O"] * 4])
    assert voted[2] == ["O", "O", "B-PER", "O"]
    assert voted[3] == ["O"] * 4


def test_a_persons_surname_is_found_where_it_was_overlooked() -> None:
    sentences = [["Ada", "Lund", "spoke"], ["later", "Lund", "left"]]
    assert vote(sentences, [["B-PER", "I-PER", "O"], ["O"] * 3])[1] == ["O", "B-PER", "O"]


def test_a_surname_that_the_document_also_writes_small_is_not_carried() -> None:
    sentences = [["Ada", "Jobs", "spoke"], ["many", "jobs", "were", "lost"], ["Jobs", "matter"]]
    tags = [["B-PER", "I-PER", "O"], ["O"] * 4, ["O"] * 2]
    assert vote(sentences, tags) == tags


def test_two_names_taken_for_one_are_parted_if_both_stand_alone_elsewhere() -> None:
    sentences = [["Oslo", "and", "Lund", "Bank", "met"], ["Lund", "Bank", "left", "Oslo"]]
    tags = [["B-ORG", "I-ORG", "I-ORG", "I-ORG", "O"], ["B-ORG", "I-ORG", "O", "B-LOC"]]
    assert vote(sentences, tags)[0] == ["B-LOC", "O", "B-ORG", "I-ORG", "O"]
    assert vote(sentences[:1], tags[:1]) == tags[:1]
