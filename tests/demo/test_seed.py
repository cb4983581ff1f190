from random import Random

from flask import Flask
from hypothesis import assume, given
from hypothesis import strategies as st

import people
import planning
import storage
import surveys
import workshop
from demo.held_workshop import DOTS, share_out
from demo.seed import LEADER, greeting, seed
from tests.conftest import NOW


@given(
    st.lists(st.integers(0, 20), min_size=1, max_size=10),
    st.integers(12, 40),
    st.integers(),
)
def test_every_idea_gets_the_dots_that_are_wished_for_it(
    wishes: list[int], people: int, chance: int
) -> None:
    wished = dict(enumerate(wishes))
    assume(sum(wishes) <= people * DOTS // 2 and max(wishes) <= people)

    given_dots = share_out(wished, [f"person-{n}" for n in range(people)], Random(chance))

    per_person: dict[str, int] = {}
    per_idea = dict.fromkeys(wished, 0)
    for (person, idea), dots in given_dots.items():
        per_person[person] = per_person.get(person, 0) + dots
        per_idea[idea] += dots
    assert max(given_dots.values(), default=0) <= 2
    assert max(per_person.values(), default=0) <= DOTS
    assert per_idea == wished


def test_the_sample_project_is_whole_and_is_founded_once(house: Flask) -> None:
    with storage.transaction() as db:
        first = seed(db, NOW, Random(1))
        again = seed(db, NOW, Random(2))
        person = people.sign_in(db, again.sign_in.rsplit("/", 1)[1], NOW)
        (project,) = planning.projects_of(db, person.id)
        findings = workshop.findings_of(db, project.id)
        (survey,) = surveys.surveys_of(db, project.id)

    assert (first.join, first.survey) == (again.join, again.survey)
    assert person.name == LEADER[0]
    assert len(findings) == 25
    assert sum(finding.votes for finding in findings) == 244
    assert max(findings, key=lambda f: f.votes).texts[0].startswith("Housing First")
    assert survey.responses == 16


def test_the_greeting_says_where_to_begin(house: Flask) -> None:
    with storage.transaction() as db:
        links = seed(db, NOW, Random(1))

    said = greeting(links, "http://127.0.0.1:5000")

    for link in (links.sign_in, links.join, links.survey):
        assert f"http://127.0.0.1:5000{link}" in said
    assert links.code in said
