from workshop.first_paint import filled, holds


def test_a_sentence_takes_what_it_names_from_the_state() -> None:
    assert filled("{voted} av {joined} har stemt", {"voted": 3, "joined": 5}) == "3 av 5 har stemt"


def test_nothing_is_written_for_nothing() -> None:
    assert filled("[{left}] [{unknown}]", {"left": None}) == "[] []"


def test_a_part_is_shown_by_name_by_its_opposite_and_by_value() -> None:
    state = {"voting": "dots", "shown": False}

    assert holds("voting", state)
    assert holds("!shown", state)
    assert holds("voting=dots !shown", state)
    assert not holds("voting=opinion", state)
    assert not holds("voting shown", state)
