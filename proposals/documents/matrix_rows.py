"""The priority matrix as a table: the proposals that were scored on two axes."""

from collections.abc import Iterable, Sequence

import workshop
from proposals.documents.rows import Cell
from proposals.report import Proposal
from proposals.words import Words

AXES = "axes"
_ORDER = [*workshop.QUARTERS.values()]


def on_two_axes(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those that were scored on two axes: what to do now first, what has too few scores last."""
    return sorted((one for one in proposals if one.method == AXES and one.told), key=_quarter)


def matrix_headings(proposals: Sequence[Proposal], words: Words) -> list[str]:
    """The headings over the matrix."""
    return [words.gettext("Proposal"), *(head for head, _figure in words.figures(proposals[0]))]


def matrix_row(proposal: Proposal, words: Words) -> list[Cell]:
    """One proposal in the matrix."""
    return [proposal.headline, *(figure for _head, figure in words.figures(proposal))]


def _quarter(proposal: Proposal) -> int:
    quarter = proposal.told[0][1]
    return _ORDER.index(quarter) if quarter in _ORDER else len(_ORDER)
