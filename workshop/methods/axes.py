"""Two axes: each idea gets from 1 to 5 for its effect and from 1 to 5 for its feasibility."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import ClassVar

from language import N_
from workshop.methods.matrix import placed, side
from workshop.methods.scale import FEWEST, NOTHING, Spread, mean_of, median_of, middle_half, written
from workshop.methods.way import Figures, Merit, NotAVote, Uniting, Vote, Way
from workshop.stage import Stage
from workshop.tally import Standing

HIGH = 4
"""Whoever gives an idea so much on both axes stands behind it."""

QUARTERS = {
    (True, True): N_("Do now"),
    (True, False): N_("Plan"),
    (False, True): N_("Small steps"),
    (False, False): N_("Leave"),
}
"""By whether the effect and the feasibility are high."""

_VOTE = re.compile(r"(?:e([0-5]))?(?:f([0-5]))?")


class Axes(Way):
    """A vote is "e4f2": 4 for effect, 2 for feasibility. One that is left out stays as it was.

    So "e4" and "f2" are votes too, and the buttons of one axis need to know nothing of the
    other; 0 takes a score back. Stored is one number, 42; half a vote has a nought (40) and
    counts when the other half has come. Of one person's whole votes on merged ideas, the
    latest counts.
    """

    name = N_("Score effect and feasibility")
    uniting = Uniting.WHOLE
    looks_back = True
    told: ClassVar[Mapping[str, str]] = {
        "word": N_("Quarter"),
        "effect": N_("Effect"),
        "ease": N_("Feasibility"),
        "people": N_("People"),
    }

    def accept(
        self, stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: list[int]
    ) -> int | None:
        """Both scores in one number, with what the person gave before where one is left out."""
        said = _VOTE.fullmatch(vote) if isinstance(vote, str) and vote else None
        if said is None:
            raise NotAVote
        held = _apart(before[-1]) if before else (0, 0)
        effect, ease = (
            int(new) if new else old for new, old in zip(said.groups(), held, strict=True)
        )
        return 10 * effect + ease or None

    def shown(self, stored: int) -> Vote:
        """Both scores; nothing stands for the one that is not given."""
        effect, ease = _apart(stored)
        return (f"e{effect}" if effect else "") + (f"f{ease}" if ease else "")

    def standing(self, stage: Stage, idea: int, spread: Mapping[int, int]) -> Standing:
        """Its votes are those who gave it a high score on both axes."""
        whole = {value: people for value, people in spread.items() if all(_apart(value))}
        behind = sum(people for value, people in whole.items() if min(_apart(value)) >= HIGH)
        return Standing(idea, behind, behind, spread=whole)

    def merit(self, standing: Standing) -> Merit | None:
        """The quarter, then effect and feasibility together; no place with too few scores."""
        if sum(standing.spread.values()) < FEWEST:
            return None
        ease, effect = _medians(standing.spread)
        quarter = [*QUARTERS.values()].index(_quarter(standing.spread))
        means = sum((mean_of(axis) for axis in _axes(standing.spread)), Fraction())
        return -quarter, ease + effect, means

    def figures(self, stage: Stage, standing: Standing) -> Figures:
        """The quarter, both medians with the middle half, and how many scored it."""
        people = sum(standing.spread.values())
        nothing: Figures = {"number": "", "bar": None, "people": people}
        if not people:
            return nothing | dict.fromkeys(self.told, NOTHING) | {"people": 0, "apart": 1}
        effect, ease = _axes(standing.spread)
        few = people < FEWEST
        return nothing | {
            "word": NOTHING if few else _quarter(standing.spread),
            "effect": _median_and_half(effect),
            "ease": _median_and_half(ease),
            **({"apart": 1} if few else {}),
        }

    def laid_out(self, order: Sequence[Standing], figures: Sequence[Figures]) -> None:
        """Number the ideas, and give each a spot in the matrix of its own."""
        shown = [(s, told) for s, told in zip(order, figures, strict=True) if "apart" not in told]
        spots = placed([_medians(standing.spread) for standing, _ in shown])
        for n, ((_, told), spot) in enumerate(zip(shown, spots, strict=True), 1):
            told |= {"number": str(n), "x": spot.x, "y": spot.y}


def _apart(stored: int) -> tuple[int, int]:
    return divmod(stored, 10)


def _axes(spread: Spread) -> tuple[dict[int, int], dict[int, int]]:
    """How many gave each step of the one axis and of the other."""
    axes: tuple[dict[int, int], dict[int, int]] = {}, {}
    for value, people in spread.items():
        for axis, step in zip(axes, _apart(value), strict=True):
            axis[step] = axis.get(step, 0) + people
    return axes


def _medians(spread: Spread) -> tuple[Fraction, Fraction]:
    """What lies to the right in the matrix, and what lies upwards."""
    effect, ease = _axes(spread)
    return median_of(ease), median_of(effect)


def _quarter(spread: Spread) -> str:
    ease, effect = _medians(spread)
    return QUARTERS[side(effect), side(ease)]


def _median_and_half(spread: Spread) -> str:
    """The median, and where the middle half lies: "4 (3-5)"."""
    low, high = middle_half(spread)
    half = str(low) if low == high else f"{low}{NOTHING}{high}"
    return f"{written(median_of(spread))} ({half})"
