import pytest

from questions import Contact, NotAnOption, accept
from questions.contact import ContactLeft, NotAnEmail

KIND = Contact()


def test_the_answer_has_a_text_per_field() -> None:
    typed = {"name": [" Kari  Nes "], "email": ["kari@nes.example"]}

    assert accept(KIND, typed) == {"name": "Kari Nes", "email": "kari@nes.example"}


def test_all_fields_empty_is_no_answer() -> None:
    assert accept(KIND, {"name": [" "], "email": []}) is None


def test_a_field_left_out_is_named() -> None:
    with pytest.raises(ContactLeft) as refused:
        accept(KIND, {"name": ["Kari"]})

    assert refused.value.parts == ("email",)


@pytest.mark.parametrize(
    "email", ["kari", "kari@", "@nes.example", "kari@nes", "a@b@c.no", "a@b.c"]
)
def test_an_address_no_letter_would_reach_is_refused(email: str) -> None:
    with pytest.raises(NotAnEmail):
        accept(KIND, {"name": ["Kari"], "email": [email]})


@pytest.mark.parametrize("email", ["kari@nes.no", "kari.nes+bolig@post.nes.no", "åse@blåbær.no"])
def test_a_plausible_address_is_taken(email: str) -> None:
    assert accept(Contact(("email",)), {"email": [email]}) == {"email": email}


def test_only_the_fields_that_are_asked_for_are_taken() -> None:
    with pytest.raises(NotAnOption):
        Contact(("name",)).check({"name": "Kari", "email": "kari@nes.no"})
