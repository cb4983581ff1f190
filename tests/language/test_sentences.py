from language import Sentence, catalogue_of, in_words

GETTEXT = catalogue_of("nb").gettext


def test_small_numbers_are_spoken_as_words() -> None:
    assert [in_words(n, GETTEXT) for n in (0, 1, 2, 12, 13)] == ["null", "én", "to", "tolv", "13"]


def test_a_sentence_is_spoken_with_its_details() -> None:
    said = Sentence("At most %(most)s votes on the same idea", {"most": 2})

    assert said.spoken(GETTEXT) == "Inntil to stemmer på samme idé"


def test_a_percent_sign_of_somebody_else_does_no_harm() -> None:
    assert Sentence("No %s detail").spoken(GETTEXT) == "No %s detail"
