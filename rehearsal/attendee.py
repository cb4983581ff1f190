"""A simulated person in a workshop: writes, reads, votes, loses the connection, comes back."""

import asyncio
from collections.abc import Callable, Mapping
from random import Random
from typing import Any
from uuid import UUID

from rehearsal.ideas import STRATEGIES
from rehearsal.phone import Phone

PAUSE_S = (1.0, 6.0)
"""How long someone thinks between two acts."""
NOTICES_S = (0.0, 1.0)
"""How long it takes to notice that a stage has begun."""
AWAY_S = (1.0, 8.0)
"""How long a lost connection stays lost."""
LOSES_CONNECTION = 0.02
"""The share of turns in which the phone loses its connection."""
WRITES = 0.35
"""The share of turns in which someone writes an idea while ideas are taken."""
REGRETS = 0.08
"""The share of votes that take a dot back."""
MOST_IDEAS = 3
"""What one person writes at most."""
READ_AT_ONCE = 5
OPINIONS = ("agree", "disagree", "pass")


def _opinion(liking: float, chance: Random) -> str:
    return chance.choices(OPINIONS, (liking, 1, 0.5))[0]


def _score(liking: float, chance: Random) -> int:
    return max(1, min(5, round(chance.gauss(1.5 + liking, 1))))


ANSWERS: Mapping[str, Callable[[float, Random], int | str]] = {
    "approval": lambda liking, chance: int(chance.random() < 1 - 1 / (1 + liking)),
    "opinion": _opinion,
    "score": _score,
    "axes": lambda liking, chance: f"e{_score(liking, chance)}f{_score(1.5, chance)}",
}
"""What someone says of an idea that is liked so well, by the way of voting."""


class Attendee:
    """Someone with a phone. The same chance makes the same person."""

    def __init__(self, phone: Phone, goals: list[str], taste: int, chance: Random) -> None:
        self.phone = phone
        self._goals = goals
        self._taste = taste
        self._chance = chance
        self._wrote = 0
        self._seen: set[int] = set()
        self._votes: dict[int, int | str] = {}
        self._left = 0
        self._stage = 0

    @property
    def state(self) -> Mapping[str, Any]:
        """What the phone says about the stage."""
        state: Mapping[str, Any] = self.phone.room["state"]
        return state

    @property
    def ideas(self) -> list[int]:
        """The ideas on the phone."""
        return list(self.phone.room["ideas"])

    async def attend(self, until: float) -> None:
        """Take part until the workshop ends, or until this time of the event loop."""
        loop = asyncio.get_running_loop()
        while loop.time() < until and not self.state["ended"]:
            self._follow()
            await self._act()
            await self._pause(until)

    async def _act(self) -> None:
        if self._chance.random() < LOSES_CONNECTION:
            await self._drop_out()
        elif self.state["proposing"] and self._chance.random() < WRITES:
            await self._propose()
        elif self.state["voting"] == "dots":
            await self._give_dots()
        elif self.state["voting"] in ANSWERS:
            await self._answer()
        elif self.state["voting"] == "ranking":
            await self._rank()
        elif self.state["voting"] == "pairs":
            await self._compare()
        elif self.state["showing"]:
            await self._read()

    async def _pause(self, until: float) -> None:
        """Think for a while; a change of the stage wakes people up, but not all at once."""
        loop = asyncio.get_running_loop()
        end = min(loop.time() + self._chance.uniform(*PAUSE_S), until)
        while loop.time() < end and self.state["ordinal"] == self._stage:
            self.phone.news.clear()
            try:
                await asyncio.wait_for(self.phone.news.wait(), end - loop.time())
            except TimeoutError:
                return
        await asyncio.sleep(self._chance.uniform(*NOTICES_S))

    def _follow(self) -> None:
        """Start afresh in a new stage, with the dots that it gives."""
        if self.state["ordinal"] == self._stage:
            return
        self._stage = self.state["ordinal"]
        self._votes = {}
        self._left = int(self.state["votes"])

    async def _drop_out(self) -> None:
        await self.phone.disconnect()
        await asyncio.sleep(self._chance.uniform(*AWAY_S))
        answer = await self.phone.connect()
        self._follow()
        self._votes = {int(idea): vote for idea, vote in answer["mine"]["votes"].items()}
        self._left = int(answer["left"] or 0)

    async def _propose(self) -> None:
        if self._wrote == MOST_IDEAS:
            return
        self._wrote += 1
        idea = {
            "text": self._chance.choice(STRATEGIES),
            "goal": int(self._chance.choice(self._goals)) if self._goals else None,
            "client_id": str(UUID(int=self._chance.getrandbits(128), version=4)),
        }
        await self.phone.say("propose", idea)

    async def _read(self) -> None:
        unread = [idea for idea in self.ideas if idea not in self._seen]
        chosen = self._chance.sample(unread, min(READ_AT_ONCE, len(unread)))
        if chosen:
            self._seen.update(chosen)
            await self.phone.say("seen", {"ideas": chosen})

    async def _give_dots(self) -> None:
        given = {idea: int(dots) for idea, dots in self._votes.items() if dots}
        if given and self._chance.random() < REGRETS:
            idea = self._chance.choice(list(given))
            await self._vote(idea, given[idea] - 1)
            return
        open_to = [idea for idea in self.ideas if given.get(idea, 0) < self.state["most"]]
        if self._left and open_to:
            weights = [self._popularity(idea) for idea in open_to]
            idea = self._chance.choices(open_to, weights)[0]
            await self._vote(idea, given.get(idea, 0) + 1)

    async def _answer(self) -> None:
        """Say something of an idea that was not voted on before: the better, the more popular."""
        unanswered = [idea for idea in self.ideas if idea not in self._votes]
        if unanswered:
            idea = self._chance.choice(unanswered)
            say = ANSWERS[self.state["voting"]]
            await self._vote(idea, say(self._popularity(idea), self._chance))

    async def _rank(self) -> None:
        unranked = [idea for idea in self.ideas if idea not in self._votes]
        if unranked and len(self._votes) < self.state["votes"]:
            weights = [self._popularity(idea) for idea in unranked]
            idea = self._chance.choices(unranked, weights)[0]
            await self._vote(idea, self._chance.randint(1, len(self._votes) + 1))

    async def _compare(self) -> None:
        if len(self.ideas) < 2:  # noqa: PLR2004 (a pair)
            return
        one, other = self._chance.sample(self.ideas, 2)
        weights = (self._popularity(one), self._popularity(other))
        better = self._chance.choices((one, other), weights)[0]
        await self.phone.say("vote", {"idea": better, "value": f"over-{one + other - better}"})

    async def _vote(self, idea: int, value: int | str) -> None:
        answer = await self.phone.say("vote", {"idea": idea, "value": value})
        if answer["ok"]:
            self._votes[idea] = value
            self._left = int(answer["left"] or 0)

    def _popularity(self, idea: int) -> float:
        """How well an idea is liked: the same for everyone, and a few are liked much more."""
        return Random(f"{self._taste} {idea}").paretovariate(1.2)
