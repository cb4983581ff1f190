"""However ideas are compared, merged and hidden: what is counted is what ten lines would count."""

from collections.abc import Mapping

import hypothesis.strategies as st
from hypothesis import given, settings
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, ada_id, close, merge, vote
from tests.workshop.methods.rooms import room_voting_by, told
from workshop.actions import steering, tidying
from workshop.records import ComparisonRow, IdeaGroupRow, IdeaRow
from workshop.stage import Method

N = 4
NTH = st.integers(0, N - 1)
TAPS = st.lists(
    st.tuples(st.sampled_from([BEN, CHI]), NTH, st.integers(1, N - 1), st.booleans()), max_size=12
)
"""Who, for which idea, over which one (so many further on), or that one cannot choose."""


def counted(
    taps: list[tuple[str, int, int, bool]], lead: Mapping[int, int], hidden: set[int]
) -> dict[int, int]:
    """Of each idea the comparisons: one for each person and pair of leading ideas."""
    pairs = {(who, frozenset((one, (one + on) % N))) for who, one, on, _ in taps}
    seen = {(who, pair) for who, pair in pairs if not pair & hidden}
    united = {(who, frozenset(lead[idea] for idea in pair)) for who, pair in seen}
    apart = [pair for _who, pair in united if len(pair) > 1]
    return {idea: sum(idea in pair for pair in apart) for idea in range(N)}


def start_afresh(db: Session, room: int) -> None:
    """Nothing is compared, merged or hidden, and the voting is open."""
    db.execute(delete(ComparisonRow))
    db.execute(update(IdeaRow).values(group_id=None, hidden_at=None))
    db.execute(delete(IdeaGroupRow))
    steering.open_voting(db, room, ada_id(db), NOW)


def test_comparisons_are_conserved(db: Session, project: Project) -> None:
    room, ideas = room_voting_by(db, project, Method.PAIRS, N)

    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    @given(TAPS, st.sets(NTH, max_size=3), st.sets(NTH, max_size=1))
    def check(taps: list[tuple[str, int, int, bool]], merged: set[int], hidden: set[int]) -> None:
        start_afresh(db, room)
        for who, one, on, alike in taps:
            other = ideas[(one + on) % N]
            vote(db, room, who, ideas[one], f"{'like' if alike else 'over'}-{other}")
        merged -= hidden
        for idea in hidden:
            tidying.hide_idea(db, room, ideas[idea], ada_id(db), NOW)
        if len(merged) > 1:
            merge(db, room, [ideas[idea] for idea in sorted(merged)])
        close(db, room)

        lead = {i: min(merged) if i in merged and len(merged) > 1 else i for i in range(N)}
        expected = counted(taps, lead, hidden)
        assert told(db, room, "comparisons") == {
            ideas[i]: expected[i] for i in range(N) if i not in hidden and lead[i] == i
        }

    check()
