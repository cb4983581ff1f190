from dataclasses import replace
from fractions import Fraction

from measures import Span
from proposals.drawing_up import draw_up
from proposals.report import Measure, Report, Section, in_order
from tests.proposals.examples import (
    HELSE,
    NAV,
    OWNING,
    PLAN,
    RENTING,
    STAB,
    finding,
    material,
    outside,
    points,
    rated,
    tie,
)


def first(report: Report) -> Section:
    return report.sections[0]


def test_each_goal_has_its_own_proposals() -> None:
    report = draw_up(material(finding(1), finding(2, goal_id=RENTING), finding(3, goal_id=None)))

    keys = [[proposal.key for proposal in section.proposals] for section in report.sections]
    assert keys == [["idea-1"], ["idea-2"], ["idea-3"]]


def test_a_proposal_says_what_stands_behind_it() -> None:
    (proposal,) = first(draw_up(material(finding(1, "Startlån\nTil flere")))).proposals

    assert (proposal.headline, proposal.text) == ("Startlån", "Til flere")
    assert (proposal.votes, proposal.voters, proposal.seen) == (4, 3, 10)
    assert proposal.share == Fraction(3, 10)
    assert proposal.departments == 2
    assert (proposal.workshop, proposal.department) == ("Idédugnad i februar", "Nav")


def test_those_with_equal_votes_share_a_rank() -> None:
    findings = [finding(n, f"Idé {n}", votes=votes) for n, votes in enumerate((5, 9, 5, 1))]

    proposals = first(draw_up(material(*findings))).proposals

    assert [proposal.ranks[Measure.VOTES] for proposal in proposals] == [
        Span(1, 1), Span(2, 3), Span(2, 3), Span(4, 4),
    ]  # fmt: skip


def test_the_order_of_the_findings_changes_nothing() -> None:
    findings = [finding(n, f"Idé {n}", votes=votes) for n, votes in enumerate((5, 9, 5, 1))]

    assert first(draw_up(material(*findings))) == first(draw_up(material(*findings[::-1])))


def test_each_column_has_its_own_order() -> None:
    loud = finding(1, "Mange stemmer", votes=9, voters=3)
    broad = finding(2, "Mange velgere", votes=8, voters=8)

    proposals = first(draw_up(material(loud, broad))).proposals

    assert [proposal.idea_id for proposal in in_order(proposals, Measure.VOTES)] == [1, 2]
    assert [proposal.idea_id for proposal in in_order(proposals, Measure.SHARE)] == [2, 1]


def test_what_nobody_voted_on_has_no_place_among_votes() -> None:
    report = draw_up(material(finding(1), finding(2, method=None, votes=0, voters=0, seen=4)))

    last = first(report).proposals[-1]
    assert (last.idea_id, last.votes, last.share) == (2, 0, None)
    assert last.ranks[Measure.VOTES] is None


def test_who_voted_has_seen_it() -> None:
    (proposal,) = first(draw_up(material(finding(1, voters=3, seen=0)))).proposals

    assert proposal.seen == 3


def test_an_outside_proposal_supports_the_idea_it_is_tied_to() -> None:
    report = draw_up(material(finding(1), outside=[outside(7, "Sånn!")], ties=[tie(7, idea_id=1)]))

    (proposal,) = first(report).proposals
    assert [voice.text for voice in proposal.inputs] == ["Sånn!"]
    assert proposal.inputs[0].stakeholder == "Utbygger"
    assert proposal.votes == 4


def test_an_outside_proposal_tied_to_a_goal_is_a_proposal_of_its_own() -> None:
    report = draw_up(material(outside=[outside(7, "Sånn!")], ties=[tie(7, goal_id=OWNING)]))

    (proposal,) = first(report).proposals
    assert (proposal.headline, proposal.votes, len(proposal.inputs)) == ("Sånn!", 0, 1)


def test_an_outside_proposal_that_is_not_tied_waits_without_a_goal() -> None:
    report = draw_up(material(finding(1), outside=[outside(7, "Sånn!")]))

    assert [proposal.headline for proposal in report.sections[-1].proposals] == ["Sånn!"]


def test_no_outside_proposal_is_lost_when_its_idea_is_gone() -> None:
    ties = [tie(7, goal_id=RENTING, idea_id=99), tie(8, idea_id=99)]
    report = draw_up(material(outside=[outside(7, "En"), outside(8, "To")], ties=ties))

    assert [[p.headline for p in section.proposals] for section in report.sections] == [
        [], ["En"], ["To"],
    ]  # fmt: skip


def test_points_are_summed_per_type_of_stakeholder() -> None:
    answers = [
        points(1, 7, "M1", "utbygger"),
        points(1, 3, "M2", "utbygger"),
        points(2, 10, "M2", "bruker"),
        points(3, 2, "M1", "utbygger"),
    ]

    owning, renting, _ = draw_up(material(answers=answers)).sections

    assert [(p.stakeholder, p.responses, p.points) for p in owning.points] == [
        ("Utbygger", 2, 9), ("Brukerorganisasjon", 1, 0),
    ]  # fmt: skip
    assert [p.points for p in renting.points] == [3, 10]


def test_importance_shows_median_and_distribution_and_passes_over_what_is_no_number() -> None:
    steps: list[int | str] = [5, 4, 4, "dont_know"]
    answers = [rated(n, step, "M1", "M2") for n, step in enumerate(steps)]

    owning, renting, _ = draw_up(material(answers=answers)).sections

    (line,) = owning.importance
    assert (line.label, line.answered, line.median) == ("Skaffer tomter", 3, 4.0)
    assert line.distribution == ((1, 0), (2, 0), (3, 0), (4, 2), (5, 1))
    assert renting.importance == owning.importance


def test_every_type_of_stakeholder_is_listed_also_those_not_heard() -> None:
    heard = outside(2, "Hei", stakeholder=None)
    report = draw_up(material(answers=[points(1, 7, "M1", "utbygger")], outside=[heard]))

    lines = [(line.title, line.responses, line.proposals) for line in report.stakeholders]
    assert lines == [("Utbygger", 1, 0), ("Brukerorganisasjon", 0, 0), ("", 1, 1)]
    assert report.stakeholders[0].points == {"M1": 7, "M2": 0}
    assert report.responses == 2


def test_votes_of_small_departments_are_hidden_among_others() -> None:
    votes = {PLAN: 3, NAV: 1, HELSE: 1, STAB: 2}
    members = {PLAN: 5, NAV: 4, HELSE: 3, STAB: 1}
    report = draw_up(material(finding(1, votes_by_department=votes), participation={1: members}))

    assert report.breakdowns[0].by_department == {
        "Plan": 3, "Nav": 1, "Helse": None, "Stab": None,
    }  # fmt: skip


def test_a_department_is_small_by_the_workshop_and_not_by_the_project() -> None:
    votes = {PLAN: 3, NAV: 1}
    members = {PLAN: 5, NAV: 2, HELSE: 3}
    findings = [
        finding(1, votes_by_department=votes),
        replace(finding(2, votes_by_department=votes), workshop_id=2),
    ]
    there = {1: members, 2: {PLAN: 5, NAV: 4}}
    report = draw_up(material(*findings, participation=there))

    shown = {line.proposal.idea_id: line.by_department for line in report.breakdowns}
    assert shown[1] == {"Plan": 3, "Nav": None, "Helse": None}
    assert shown[2] == {"Plan": 3, "Nav": 1, "Helse": 0}


def test_a_department_that_was_not_there_is_no_column() -> None:
    report = draw_up(material(finding(1)))

    assert list(report.breakdowns[0].by_department) == ["Plan", "Nav", "Helse"]


def test_an_empty_project_has_an_empty_report() -> None:
    report = draw_up(material(participation={}))

    assert report.proposals == ()
    assert (report.participants, report.responses) == (0, 0)
