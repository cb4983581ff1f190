import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import planning
from tests.proposals.conftest import Held

KINDS = ("xlsx", "csv", "docx")


def page(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_the_list_goes_straight_to_the_only_project(ada: FlaskClient, held: Held) -> None:
    answer = ada.get("/projects")

    assert (answer.status_code, answer.location) == (302, f"/projects/{held.project.id}")


def test_someone_without_projects_is_told_so(dee: FlaskClient) -> None:
    assert "Du leder ikke noe planarbeid ennå" in page(dee, "/projects")


def test_the_overview_leads_to_everything(ada: FlaskClient, held: Held) -> None:
    shown = page(ada, f"/projects/{held.project.id}")

    for said in ("Boligplan for Lillevik", "Hva må til for å nå målene?", "Flere eier"):
        assert said in shown
    assert f'href="/projects/{held.project.id}/proposals"' in shown
    assert 'href="/surveys/innspill"' in shown
    assert shown.count('aria-current="step"') == 1


def test_a_new_project_can_make_its_first_workshop(
    ada: FlaskClient, project: planning.Project
) -> None:
    shown = page(ada, f"/projects/{project.id}")

    assert f'action="/projects/{project.id}/workshops"' in shown
    assert 'value="idedugnad90"' in shown


def test_the_proposals_are_shown_with_their_numbers(ada: FlaskClient, held: Held) -> None:
    shown = page(ada, f"/projects/{held.project.id}/proposals")

    assert shown.index("Startlån") < shown.index("Byttedag")
    assert "3 av de 8 som så forslaget" in shown
    assert "Mer startlån" in shown


@pytest.mark.parametrize("sort", ["votes", "share", "departments", "inputs", "nonsense"])
def test_the_reader_chooses_the_order(ada: FlaskClient, held: Held, sort: str) -> None:
    shown = page(ada, f"/projects/{held.project.id}/proposals?sort={sort}")

    assert shown.count('aria-current="true"') == 1


@pytest.mark.parametrize("kind", KINDS)
def test_each_document_is_one_click_from_the_proposals(
    ada: FlaskClient, held: Held, kind: str
) -> None:
    path = f"/projects/{held.project.id}/proposals.{kind}"

    answer = ada.get(path)

    assert f'href="{path}"' in page(ada, f"/projects/{held.project.id}/proposals")
    assert answer.status_code == 200
    assert "attachment; filename=forslag-lillevik-2" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_tie_is_made_by_a_plain_form(ada: FlaskClient, held: Held) -> None:
    response = held.responses[0]
    form = {"response": response, "question": "idea", "to": f"idea-{held.ideas['Startlån']}"}

    answer = ada.post(f"/projects/{held.project.id}/ties", data={**form, "sort": "share"})

    assert answer.status_code == 303
    assert answer.location.endswith(f"/proposals?sort=share#outside-{response}-idea")
    assert "Fjern koblingen" in page(ada, f"/projects/{held.project.id}/proposals")


def test_a_tie_is_removed_by_a_plain_form(ada: FlaskClient, held: Held) -> None:
    to = {"response": held.responses[0], "question": "idea", "to": f"goal-{held.goals['G2']}"}
    ada.post(f"/projects/{held.project.id}/ties", data=to)

    answer = ada.post(f"/projects/{held.project.id}/ties/1/remove")

    assert answer.status_code == 303
    assert "Fjern koblingen" not in page(ada, f"/projects/{held.project.id}/proposals")


@pytest.mark.parametrize("to", ["", "goal-", "goal-x", "moon-1", "idea-999"])
def test_a_tie_to_nothing_is_refused(ada: FlaskClient, held: Held, to: str) -> None:
    form = {"response": held.responses[0], "question": "idea", "to": to}

    answer = ada.post(f"/projects/{held.project.id}/ties", data=form)

    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["", "/proposals", *(f"/proposals.{kind}" for kind in KINDS)])
def test_only_those_who_lead_the_project_see_it(
    dee: FlaskClient, ben: FlaskClient, held: Held, path: str
) -> None:
    assert dee.get(f"/projects/{held.project.id}{path}").status_code == 403
    assert ben.get(f"/projects/{held.project.id}{path}").status_code == 401


@pytest.mark.parametrize("path", ["/ties", "/ties/1/remove"])
def test_only_those_who_lead_the_project_tie(
    dee: FlaskClient, ben: FlaskClient, held: Held, path: str
) -> None:
    form = {"response": held.responses[0], "question": "idea", "to": f"goal-{held.goals['G1']}"}

    assert dee.post(f"/projects/{held.project.id}{path}", data=form).status_code == 403
    assert ben.post(f"/projects/{held.project.id}{path}", data=form).status_code == 401


def test_the_server_starts_without_what_only_documents_need() -> None:
    heavy = "{'pandas', 'docx', 'xlsxwriter'} & set(sys.modules)"
    code = f"import sys, app; sys.exit(1 if {heavy} else 0)"

    ran = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2])  # noqa: S603

    assert ran.returncode == 0
