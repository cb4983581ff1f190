"""The few proposals that have most votes of all."""

from measures import spans
from proposals.report import Proposal, Report

MOST = 10


def leading(report: Report, most: int = MOST) -> list[Proposal]:
    """Those with a place among the first; all who share the last such place, or none of them."""
    voted = [proposal for proposal in report.proposals if proposal.votes]
    places = spans([proposal.votes for proposal in voted])
    chosen = [
        proposal
        for proposal, place in zip(voted, places, strict=True)
        if place and (place.last <= most or place.first == 1)
    ]
    return sorted(chosen, key=lambda proposal: (-proposal.votes, proposal.headline.casefold()))
