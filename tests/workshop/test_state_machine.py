"""Whatever three people and a facilitator do, in any order: the room agrees with a small model."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from random import Random

import hypothesis.strategies as st
from flask import Flask
from hypothesis import Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select, update
from sqlalchemy.orm import Session

import storage
from language import Refusal
from people import hash_of
from planning import Project, departments_of
from tests.conftest import NOW
from tests.workshop.cast import BEN, ada_id, merge, propose, room_with_ideas, vote
from workshop.actions import steering, tidying
from workshop.actions.looking import own_of, picture_of
from workshop.actions.opening import make_workshop, take_seat
from workshop.actions.undoing import undo_last
from workshop.ballot import OPINIONS, Vote
from workshop.picture import Audience, news_for
from workshop.records import BallotRow, IdeaRow, ParticipantRow, StageRow
from workshop.stage import Method, StageKind

PROPOSE, DOTS, OPINION, SCORE, RANKING = 2, 4, 5, 6, 7
"""The stages in which something is taken; the agenda is "kort45" with more votes at its end."""
VOTING = (DOTS, OPINION, SCORE, RANKING)
LAST = VOTING[-1]
TAKES_IDEAS = {PROPOSE, PROPOSE + 1}
VOTES, MOST = 3, 2
PEOPLE = ("Ben", "Chi", "Eli")
WORDS = {value: word for word, value in OPINIONS.items()}

NTH = st.integers(0, 2)
VALUES: st.SearchStrategy[Vote] = st.sampled_from([1, 2, 0, 3, 4, -1, *OPINIONS, "maybe", None])
IDEAS = st.lists(NTH, min_size=1, max_size=3, unique=True)
BURST = st.lists(
    st.tuples(st.sampled_from(PEOPLE), NTH, st.integers(0, MOST), st.sampled_from([*OPINIONS])),
    min_size=1,
    max_size=8,
)
"""Votes that fit: who, for which idea, so many dots (or more as a score) or that word."""


class No(Exception):
    """The model refuses."""


def insist(allowed: object) -> None:
    """Refuse unless this is so."""
    if not allowed:
        raise No


@dataclass
class Model:
    """The room in plain Python."""

    at: int = 1
    ended: bool = False
    closed: set[int] = field(default_factory=set)
    ideas: list[int] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    groups: list[list[int]] = field(default_factory=list)
    """The leading idea of a group first."""
    given: dict[tuple[int, str], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    """By stage and person, what they gave each idea; the latest last."""
    done: list[Callable[[], object]] = field(default_factory=list)
    """How to take back each step of the facilitator, the latest last."""

    @property
    def open(self) -> bool:
        """Whether votes are taken."""
        return self.at in VOTING and self.at not in self.closed

    def together(self, idea: int) -> list[int]:
        """The group of the idea, or the idea alone."""
        return next((group for group in self.groups if idea in group), [idea])

    def spent(self, stage: int, who: str) -> int:
        """The dots on ideas that can be seen."""
        return sum(v for idea, v in self.given[stage, who].items() if idea not in self.hidden)

    def vote(self, who: str, idea: int, value: Vote) -> None:
        """In the place of what the person gave the idea, or any of its group."""
        insist(not self.ended and self.open and idea not in self.hidden)
        given, group = self.given[self.at, who], self.together(idea)
        if self.at == RANKING:
            return self.rank(who, group[0], value)
        before = sum(given.get(each, 0) for each in group)
        stored = value
        if isinstance(value, str):
            insist(self.at == OPINION and value in OPINIONS)
            stored = OPINIONS[value]
        elif value is not None:
            insist(self.at != OPINION)
            insist(0 <= value <= (max(MOST, before - 1) if self.at == DOTS else 5))
            insist(self.at != DOTS or self.spent(DOTS, who) - before + value <= VOTES)
            stored = value or None
        for each in group:
            given.pop(each, None)
        if isinstance(stored, int):
            given[group[0]] = stored
        return None

    def rank(self, who: str, lead: int, value: Vote) -> None:
        """The list is written anew; what stands on a hidden idea stays there."""
        insist(value is None or (isinstance(value, int) and value >= 0))
        order = [idea for idea in self.ranking(who) if idea != lead]
        if isinstance(value, int) and value:
            insist(len(order) < VOTES)
            order.insert(value - 1, lead)
        hidden = {i: v for i, v in self.given[RANKING, who].items() if i in self.hidden}
        self.given[RANKING, who] = hidden | {idea: n for n, idea in enumerate(order, 1)}

    def ranking(self, who: str) -> list[int]:
        """The person's list: of merged ideas, the best place counts."""
        places = {card: min(values) for card, values in self.seen(RANKING, who).items()}
        return sorted(places, key=lambda card: (places[card], card))

    def move(self, to: int) -> None:
        """Going on closes what is open."""
        insist(not self.ended and 1 <= to <= LAST)
        here, closes = self.at, self.open and to > self.at
        self.closed |= {here} if closes else set()
        self.at = to
        self.done.append(lambda: self.stand(here, reopen=closes))

    def stand(self, at: int, *, reopen: bool) -> None:
        """Back at this stage, and its voting open again; going back may go on in the agenda."""
        self.move(at)
        self.closed -= {at} if reopen else set()

    def close(self) -> None:
        """Take no more votes."""
        insist(not self.ended and self.open)
        self.closed.add(self.at)
        self.done.append(self.reopen)

    def reopen(self) -> None:
        """Take votes again."""
        insist(not self.ended and self.at in VOTING)
        self.closed.discard(self.at)
        self.done.append(self.close)

    def end(self) -> None:
        """Close what is open; to take it back opens it."""
        insist(not self.ended)
        closes = self.open
        self.closed |= {self.at} if closes else set()
        self.ended = True

        def back() -> None:
            self.ended = False
            self.closed -= {self.at} if closes else set()

        self.done.append(back)

    def resume(self) -> None:
        """Go on after the end."""
        self.ended = False
        self.done.append(self.end)

    def undo(self) -> None:
        """Take back the latest step; what that does is no step of its own."""
        insist(self.done)
        *before, back = self.done
        back()
        self.done = before

    def split(self, idea: int) -> None:
        """Make every idea of the group single."""
        group = self.together(idea)
        self.groups = [each for each in self.groups if each != group]
        if len(group) > 1:
            self.done.append(lambda: self.merge(group))

    def merge(self, ideas: list[int]) -> None:
        """The first leads, or whoever led it."""
        insist(not self.ended and not self.hidden & set(ideas))
        groups = [self.together(idea) for idea in ideas]
        everyone = list(dict.fromkeys(idea for group in groups for idea in group))
        insist(len(everyone) > 1)
        old = [group for group in self.groups if group in groups]
        self.groups = [group for group in self.groups if group not in groups] + [everyone]

        def back() -> None:
            insist(not self.ended)
            self.groups = [group for group in self.groups if group != everyone] + old

        self.done.append(back)

    def hide(self, idea: int) -> None:
        """Hidden ideas are single."""
        insist(not self.ended)
        self.split(idea)
        self.hidden.add(idea)
        self.done.append(lambda: self.show(idea))

    def hide_all(self, ideas: list[int]) -> None:
        """As one step."""
        for idea in ideas:
            self.hide(idea)

    def show(self, idea: int) -> None:
        """Votes come back with the idea, unless they have been used elsewhere."""
        insist(not self.ended)
        self.hidden.discard(idea)
        self.done.append(lambda: self.hide(idea))
        for who in PEOPLE:
            if self.spent(DOTS, who) > VOTES:
                del self.given[DOTS, who][idea]
            if len(self.given[RANKING, who].keys() - self.hidden) > VOTES:
                del self.given[RANKING, who][idea]

    def seen(self, stage: int, who: str) -> dict[int, list[int]]:
        """What the person gave, by the idea under which it is shown; the latest last."""
        cards: dict[int, list[int]] = {}
        for idea, value in self.given[stage, who].items():
            if idea not in self.hidden:
                cards.setdefault(self.together(idea)[0], []).append(value)
        return cards

    def results(self) -> list[list[int]] | None:
        """For each idea: votes, voters, against, passed. The best first."""
        held = [stage for stage in VOTING if stage <= self.at]
        if not held or held[-1] not in self.closed:
            return None
        stage, rows = held[-1], []
        for idea in self.ideas:
            if idea in self.hidden or self.together(idea)[0] != idea:
                continue
            each = [self.seen(stage, who).get(idea) for who in PEOPLE]
            votes = [min(sum(v), MOST) if stage == DOTS else v[-1] for v in each if v]
            if stage == RANKING:
                lists = [self.ranking(who) for who in PEOPLE]
                votes = [VOTES - order.index(idea) for order in lists if idea in order]
            yes = [v for v in votes if v > 0]
            row = [idea, sum(yes), len(yes), votes.count(-1), votes.count(0)]
            merit: tuple[float, float] = (sum(yes), votes.count(VOTES) if stage == RANKING else 0)
            if stage == SCORE:
                high = len([v for v in votes if v > 3])
                row = [idea, high, high, 0, 0]
                placed = len(votes) == len(PEOPLE)  # fewer than three are too few
                merit = (high / len(votes), sum(votes) / len(votes)) if placed else (-1, -1)
            rows.append((merit, row))
        rows.sort(key=lambda line: (-line[0][0], -line[0][1], line[1][3], line[1][0]))
        return [row for _merit, row in rows]


class Room(RuleBasedStateMachine):
    """Lets the house and the model do the same, each act in a transaction of its own."""

    project: Project
    rooms = count()

    @initialize(stage=st.sampled_from(VOTING), votes=BURST)
    def open(self, stage: int, votes: list[tuple[str, int, int, str]]) -> None:
        self.model = Model()
        number = next(self.rooms)
        self.tokens = {who: f"token-of-{who}-{number}" for who in PEOPLE}
        with storage.transaction() as db:
            self.ada = ada_id(db)
            chance = Random(number)
            opened = make_workshop(
                db, self.project.id, "kort45", self.ada, NOW, chance, len(PEOPLE)
            )
            self.id = opened.id
            _hold_more_votes(db, self.id)
            for token in self.tokens.values():
                take_seat(db, opened.code, departments_of(db, self.project.id)[0].id, token, NOW)
            texts = ["Idé 0", "Idé 1", "Idé 2"]
            entered = tidying.enter_ideas(db, self.id, texts, None, self.ada, NOW)
            self.model.ideas = entered
            self.model.done.append(lambda: self.model.hide_all(entered))
            self.version = picture_of(db, self.id).version
        self.hold_a_vote(stage, votes)

    @rule(who=st.sampled_from(PEOPLE))
    def propose(self, who: str) -> None:
        ideas: list[int] = []
        text = f"Idé {len(self.model.ideas)}"

        def do(db: Session) -> None:
            ideas.append(propose(db, self.id, self.tokens[who], text))
            assert propose(db, self.id, self.tokens[who], text) == ideas[0]  # sent twice

        self.both(lambda: insist(not self.model.ended and self.model.at in TAKES_IDEAS), do)
        self.model.ideas += ideas

    @rule(who=st.sampled_from(PEOPLE), nth=NTH, value=VALUES)
    def vote(self, who: str, nth: int, value: Vote) -> None:
        idea = self.idea(nth)
        left: list[int | None] = []

        self.both(
            lambda: self.model.vote(who, idea, value),
            lambda db: left.append(vote(db, self.id, self.tokens[who], idea, value)),
        )
        if left:
            assert left == [self.left(who)]

    @rule(stage=st.sampled_from(VOTING), votes=BURST)
    def hold_a_vote(self, stage: int, votes: list[tuple[str, int, int, str]]) -> None:
        if self.model.ended:
            self.resume()
        if not self.model.open:
            self.move(str(stage))
        if not self.model.open:
            self.open_voting()
        for who, nth, dots, word in votes:
            fitting = {OPINION: word, SCORE: dots + 3, RANKING: dots + 1}
            self.vote(who, nth, fitting.get(self.model.at, dots))

    @rule(act=st.sampled_from(["merge", "merge", "split", "hide", "show"]), nths=IDEAS)
    def tidy(self, act: str, nths: list[int]) -> None:
        getattr(self, act)(nths)

    @rule(act=st.sampled_from(["close_voting", "open_voting", "end", "resume"]))
    def steer(self, act: str) -> None:
        getattr(self, act)()

    @rule(to=st.sampled_from(["4", "5", "6", "7", "next", "previous", "2", "0", "8", "tilbake"]))
    def move(self, to: str) -> None:
        steps = {"next": self.model.at + 1, "previous": self.model.at - 1, "tilbake": 0}
        number = steps[to] if to in steps else int(to)
        self.both(
            lambda: self.model.move(number),
            lambda db: steering.move_to(db, self.id, to, self.ada, NOW),
        )

    def close_voting(self) -> None:
        self.both(self.model.close, lambda db: steering.close_voting(db, self.id, self.ada, NOW))

    def open_voting(self) -> None:
        self.both(self.model.reopen, lambda db: steering.open_voting(db, self.id, self.ada, NOW))

    def end(self) -> None:
        self.both(self.model.end, lambda db: steering.end_workshop(db, self.id, self.ada, NOW))

    def resume(self) -> None:
        if not self.model.ended:
            return  # to resume what goes on changes nothing, see test_steering.py
        self.both(
            self.model.resume, lambda db: steering.resume_workshop(db, self.id, self.ada, NOW)
        )

    @rule(acts=st.lists(st.tuples(st.sampled_from(["merge", "split", "hide"]), IDEAS)))
    def tidy_and_think_again(self, acts: list[tuple[str, list[int]]]) -> None:
        for act, nths in acts:
            self.tidy(act, nths)
        self.undo(len(acts) + 1)

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.both(self.model.undo, lambda db: undo_last(db, self.id, self.ada, NOW))

    def merge(self, nths: list[int]) -> None:
        ideas = [self.idea(nth) for nth in nths]
        self.both(lambda: self.model.merge(ideas), lambda db: merge(db, self.id, ideas))

    def split(self, nths: list[int]) -> None:
        lead = self.model.together(self.idea(nths[0]))[0]
        if lead == self.model.together(self.idea(nths[0]))[-1]:
            return

        def split() -> None:
            insist(not self.model.ended)
            self.model.split(lead)

        def do(db: Session) -> None:
            group = db.get_one(IdeaRow, lead).group_id
            assert group is not None
            tidying.split_group(db, self.id, group, self.ada, NOW)

        self.both(split, do)

    def hide(self, nths: list[int]) -> None:
        idea = self.idea(nths[0])
        if idea in self.model.hidden:
            return  # to hide it twice changes nothing, see test_hiding.py

        self.both(
            lambda: self.model.hide(idea),
            lambda db: tidying.hide_idea(db, self.id, idea, self.ada, NOW),
        )

    def show(self, nths: list[int]) -> None:
        hidden = sorted(self.model.hidden)
        if not hidden:
            return
        idea = hidden[nths[0] % len(hidden)]
        self.both(
            lambda: self.model.show(idea),
            lambda db: tidying.show_idea(db, self.id, idea, self.ada, NOW),
        )

    @invariant()
    def what_is_stored_is_what_was_given(self) -> None:
        query = select(StageRow.ordinal, ParticipantRow.token_hash, BallotRow.idea_id)
        query = query.add_columns(BallotRow.value).join_from(BallotRow, StageRow)
        query = query.join(ParticipantRow).where(StageRow.workshop_id == self.id)
        with storage.reading() as db:
            stored = sorted(map(tuple, db.execute(query)))
        assert stored == sorted(
            (stage, hash_of(self.tokens[who]), idea, value)
            for (stage, who), given in self.model.given.items()
            for idea, value in given.items()
        )

    @invariant()
    def ideas_are_hidden_and_merged_as_in_the_model(self) -> None:
        with storage.reading() as db:
            cards = picture_of(db, self.id).cards
        lead = {idea: self.model.together(idea)[0] for idea in self.model.ideas}
        assert {card.id: (card.hidden, card.merged_into or card.id) for card in cards} == {
            idea: (idea in self.model.hidden, lead[idea]) for idea in self.model.ideas
        }

    @invariant()
    def the_result_is_the_models(self) -> None:
        with storage.reading() as db:
            news = news_for(Audience.SCREEN, picture_of(db, self.id), 0)
        assert news["results"] == self.model.results()
        at = self.model.at
        assert news["state"]["voted"] == sum(1 for who in PEOPLE if self.model.given[at, who])

    @invariant()
    def nobody_overspends_and_everyone_sees_their_own(self) -> None:
        at = self.model.at
        for who, token in self.tokens.items():
            with storage.reading() as db:
                own = own_of(db, self.id, token)
            seen = self.model.seen(at, who).items()
            if at == DOTS:
                assert own.votes == {card: sum(values) for card, values in seen}
                assert own.left is not None
                assert own.left >= 0
            elif at == RANKING:
                order = self.model.ranking(who)
                assert own.votes == {card: place for place, card in enumerate(order, 1)}
            elif at == SCORE:
                # Of several scores on merged ideas, as of several opinions below.
                scored = {card: values[-1] for card, values in seen if len(values) == 1}
                assert scored.items() <= own.votes.items()
                assert len(own.votes) == len(seen)
            else:
                # Of several opinions on merged ideas, see the test at the end.
                once = {card: WORDS[values[-1]] for card, values in seen if len(values) == 1}
                assert once.items() <= own.votes.items()
                assert len(own.votes) == len(seen)
            assert own.left == self.left(who)

    def both(self, model: Callable[[], object], house: Callable[[Session], object]) -> None:
        """Do it here and there: both accept it and the version grows, or both refuse."""
        expected = _accepted(model, No)
        accepted = _accepted(lambda: _in_a_transaction(house), Refusal)
        assert accepted == expected
        with storage.reading() as db:
            version = picture_of(db, self.id).version
        assert version > self.version if accepted else version == self.version
        self.version = version

    def idea(self, nth: int) -> int:
        """One of the ideas."""
        return self.model.ideas[nth % len(self.model.ideas)]

    def left(self, who: str) -> int | None:
        """The dots that the person has left; None where dots are not given."""
        return VOTES - self.model.spent(DOTS, who) if self.model.at == DOTS else None


def test_any_sequence_of_acts_agrees_with_the_model(house: Flask, project: Project) -> None:
    class ThisRoom(Room):
        pass

    ThisRoom.project = project
    run_state_machine_as_test(
        ThisRoom,
        settings=settings(
            max_examples=30,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],  # to shrink so long a story takes minutes
        ),
    )


def test_people_see_the_opinion_that_counts_for_merged_ideas(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    _hold_more_votes(db, room)
    steering.move_to(db, room, str(OPINION), ada_id(db), NOW)
    for idea, opinion in ((one, "agree"), (two, "disagree"), (one, "pass")):
        vote(db, room, BEN, idea, opinion)

    merge(db, room, [one, two])

    assert own_of(db, room, BEN).votes == {one: "pass"}


def _accepted(act: Callable[[], object], refusal: type[Exception]) -> bool:
    try:
        act()
    except refusal:
        return False
    return True


def _in_a_transaction(act: Callable[[Session], object]) -> None:
    with storage.transaction() as db:
        act(db)


def _hold_more_votes(db: Session, workshop_id: int) -> None:
    """Make the last stage a vote of another kind, and add some more."""
    last = update(StageRow).where(StageRow.workshop_id == workshop_id, StageRow.ordinal == OPINION)
    db.execute(last.values(kind=StageKind.VOTE, method=Method.OPINION))
    for ordinal, method, votes in ((SCORE, Method.SCORE, 0), (RANKING, Method.RANKING, VOTES)):
        db.add(
            StageRow(
                workshop_id=workshop_id,
                ordinal=ordinal,
                kind=StageKind.VOTE,
                title=str(method),
                prompt="",
                notes="",
                minutes=5,
                method=method,
                votes=votes,
                most_per_idea=0,
            )
        )
    db.flush()
