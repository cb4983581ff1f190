"""Drawing up the report from the evidence table."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from measures import FEWEST, share, spans, suppress, wilson
from proposals import outside_voices
from proposals.evidence import IDEA, PROPOSAL, bearing_on, evidence
from proposals.headline import headline_of
from proposals.material import Material
from proposals.report import (
    Breakdown,
    Measure,
    OutsideInput,
    Proposal,
    Report,
    Section,
    in_order,
)
from workshop import Count

if TYPE_CHECKING:
    from planning import Goal
    from surveys import OutsideProposal
    from workshop import Finding

Voices = Mapping[tuple[int, str], OutsideInput]


def draw_up(material: Material) -> Report:
    """The report: per goal its proposals and what outsiders say that bears on it."""
    table = evidence(material)
    sections = tuple(_section(goal, table, material) for goal in (*material.goals, None))
    return Report(
        project=material.project,
        drawn_at=material.drawn_at,
        sections=sections,
        breakdowns=tuple(_breakdowns(sections, material)),
        stakeholders=outside_voices.stakeholders(table, material),
        workshops=tuple(material.workshops),
        surveys=tuple(material.surveys),
        participants=sum(sum(people.values()) for people in material.participation.values()),
        responses=outside_voices.responses(table),
        fewest=FEWEST,
        strategies=tuple(material.strategies),
        at_tables=material.at_tables,
    )


def _section(goal: "Goal | None", table: pd.DataFrame, material: Material) -> Section:
    part = bearing_on(table, goal.id if goal else None)
    voices = _voices(material)
    ideas = [
        _from_workshop(finding, part, voices, material)
        for finding in material.findings
        if finding.goal_id == (goal.id if goal else None)
    ]
    untied = part[part["source"].eq(PROPOSAL) & part["idea"].isna()]
    outside = [_from_outside(voices[key]) for key in _keys(untied)]
    return Section(
        goal=goal,
        proposals=tuple(_ranked([*ideas, *outside])),
        points=outside_voices.points(part, table, material) if goal else (),
        importance=outside_voices.importance(part) if goal else (),
    )


def _from_workshop(
    finding: "Finding", part: pd.DataFrame, voices: Voices, material: Material
) -> Proposal:
    rows = part[part["idea"].eq(finding.idea_id).fillna(value=False)]
    counted = rows[rows["source"].eq(IDEA)].iloc[0]
    headline, text = headline_of(finding.texts[0])
    departments = {department.id: department.title for department in material.departments}
    seen = int(counted["seen"])
    return Proposal(
        key=f"idea-{finding.idea_id}",
        headline=headline,
        text=text,
        merged=finding.texts[1:],
        idea_id=finding.idea_id,
        method=finding.method,
        votes=int(counted["votes"]),
        voters=int(counted["voters"]),
        against=finding.against,
        passed=finding.passed,
        seen=seen,
        share=share(finding.voters, seen) if finding.method else None,
        doubt=wilson(finding.voters, seen) if finding.method else None,
        departments=int(counted["departments"]),
        workshop=finding.workshop_title,
        department=departments.get(finding.department_id or 0),
        reservations=tuple((one.criterion, one.text) for one in finding.reservations),
        owners=finding.owners,
        way=finding.way,
        table=finding.table,
        from_tables=finding.from_tables,
        inputs=tuple(voices[key] for key in _keys(rows[rows["source"].eq(PROPOSAL)])),
        passed_by=finding.exposure.passed if finding.exposure else None,
        not_shown=finding.exposure.not_shown if finding.exposure else None,
        comments=finding.comments,
        need=finding.need,
        ranks={},
        told=finding.told,
    )


def _from_outside(voice: OutsideInput) -> Proposal:
    headline, text = headline_of(voice.text)
    return Proposal(
        key=f"outside-{voice.response_id}-{voice.question_key}",
        headline=headline,
        text=text,
        merged=(),
        idea_id=None,
        method=None,
        votes=0,
        voters=0,
        against=0,
        passed=0,
        seen=0,
        share=None,
        doubt=None,
        departments=0,
        workshop=None,
        department=None,
        reservations=(),
        owners=(),
        way=None,
        table=None,
        from_tables=Count(0),
        inputs=(voice,),
        passed_by=None,
        not_shown=None,
        comments=(),
        need=None,
        ranks={},
    )


def _ranked(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Each with its places, those with most votes first; equals by headline, sharing a place."""
    places = {
        measure: spans([proposal.score(measure) for proposal in proposals]) for measure in Measure
    }
    ranked = [
        replace(proposal, ranks={measure: places[measure][n] for measure in Measure})
        for n, proposal in enumerate(proposals)
    ]
    return in_order(ranked, Measure.VOTES)


def _breakdowns(sections: Sequence[Section], material: Material) -> list[Breakdown]:
    """Each idea with its votes per department, those with most votes first."""
    shown = {
        idea: row
        for workshop_id in {finding.workshop_id for finding in material.findings}
        for idea, row in _shown_in(workshop_id, material).items()
    }
    together = [
        Breakdown(proposal, section.goal, shown[proposal.idea_id])
        for section in sections
        for proposal in section.proposals
        if proposal.idea_id is not None
    ]
    return sorted(together, key=lambda line: (-line.proposal.votes, line.proposal.headline))


def _shown_in(workshop_id: int, material: Material) -> dict[int, dict[str, int | None]]:
    """What may be told of one workshop: for each idea, its votes per department or None.

    Small departments are those with few people in this very workshop. A department that was
    only in other workshops has a column all the same, with no votes.
    """
    findings = [finding for finding in material.findings if finding.workshop_id == workshop_id]
    members = material.participation.get(workshop_id, {})
    rows = suppress([finding.votes_by_department for finding in findings], members)
    seated = {key for people in material.participation.values() for key in people}
    columns = [department for department in material.departments if department.id in seated]
    return {
        finding.idea_id: {column.title: row.get(column.id, 0) for column in columns}
        for finding, row in zip(findings, rows, strict=True)
    }


def _voices(material: Material) -> dict[tuple[int, str], OutsideInput]:
    titles = {kind.key: kind.title for kind in material.stakeholder_types}
    ties = {(tie.response_id, tie.question_key): tie.id for tie in material.ties}
    return {
        (outside.response_id, outside.question_key): _voice(outside, titles, ties)
        for outside in material.outside
    }


def _voice(
    outside: "OutsideProposal",
    titles: Mapping[str, str],
    ties: Mapping[tuple[int, str], int],
) -> OutsideInput:
    return OutsideInput(
        response_id=outside.response_id,
        question_key=outside.question_key,
        text=outside.text,
        stakeholder=titles.get(outside.stakeholder_type or ""),
        organisation=outside.organisation,
        tie_id=ties.get((outside.response_id, outside.question_key)),
    )


def _keys(rows: pd.DataFrame) -> list[tuple[int, str]]:
    return [
        (int(response), str(question))
        for response, question in zip(rows["response"], rows["question"], strict=True)
    ]
