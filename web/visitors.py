"""Who is signed in: an id in the signed session cookie."""

from flask import session

from language import N_, Refusal


class SignInFirst(Refusal):
    """The page is for the staff, and nobody is signed in."""

    code = "sign_in_first"
    sentence = N_("You are not signed in. Open the sign-in link you were given.")


def remember_person(person_id: int) -> None:
    """Sign this person in, in this browser, keeping nothing of an earlier session."""
    session.clear()
    session["person_id"] = person_id


def visitor_id() -> int:
    """The id of the signed-in person. Refused when nobody is."""
    person_id = session.get("person_id")
    if not isinstance(person_id, int):
        raise SignInFirst
    return person_id
