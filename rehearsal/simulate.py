"""A workshop filled with simulated people."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random

from aiohttp import ClientError
from socketio.exceptions import SocketIOError

from rehearsal import doors
from rehearsal.attendee import Attendee
from rehearsal.crowd import each
from rehearsal.doors import Browser, DoorShut
from rehearsal.phone import Journal, Phone

TEMPLATE = "idedugnad90"
ARRIVAL_S = 10.0
"""Within this time everyone comes in."""
MOST_STAGES = 30


@dataclass(frozen=True)
class Plan:
    """How a simulation is to go."""

    server: str
    participants: int
    minutes: float
    seed: int
    code: str | None = None
    """The workshop to fill; None for the newest that runs, or a new one when `run`."""
    sign_in: str | None = None
    run: bool = False
    """Whether to make a workshop and lead it through its stages."""


async def simulate(plan: Plan) -> bool:
    """Fill a workshop with people until it ends or the time is up; whether anyone got in."""
    journal = Journal()
    async with AsyncExitStack() as browsers:
        leader = await browsers.enter_async_context(Browser(plan.server))
        code, workshop = await _find_workshop(leader, plan)
        print(f"{plan.participants} people come to workshop {code}")
        until = asyncio.get_running_loop().time() + 60 * plan.minutes
        arrived = await _arrive(browsers, plan, code, journal)
        async with asyncio.TaskGroup() as tasks:
            if workshop and arrived:
                stages = arrived[0].state["stages"]
                tasks.create_task(_lead(leader, workshop, stages, until))
            lives = [tasks.create_task(_attend(attendee, until)) for attendee in arrived]
        await each(lambda attendee: attendee.phone.disconnect(), arrived)
    _tell([life.result() for life in lives], journal)
    return bool(arrived)


async def _find_workshop(leader: Browser, plan: Plan) -> tuple[str, int | None]:
    """The code of the workshop; its id too when it is ours to lead."""
    if plan.code:
        return plan.code, None
    if plan.sign_in is None:
        raise DoorShut("no_sign_in_link", "Give --code, or a sign-in link")
    project = await doors.sign_in(leader, plan.sign_in)
    if plan.run:
        workshop, code = await doors.create_workshop(leader, project, TEMPLATE, plan.participants)
        return code, workshop
    for workshop in await doors.workshops(leader, project):
        shown = await doors.code_of(leader, workshop)
        if shown and await _takes_people(plan.server, shown):
            return shown, None
    raise DoorShut("no_workshop", "No workshop is running. Start one, or simulate with --run")


async def _takes_people(server: str, code: str) -> bool:
    async with Browser(server) as anyone:
        try:
            return bool(await doors.departments(anyone, code))
        except DoorShut:
            return False


async def _arrive(
    browsers: AsyncExitStack, plan: Plan, code: str, journal: Journal
) -> list[Attendee]:
    """Everyone comes in within some seconds; who is refused stays outside."""
    async with Browser(plan.server) as anyone:
        offered = list(await doors.departments(anyone, code))

    async def _come(number: int) -> Attendee | None:
        chance = Random(f"{plan.seed} {number}")
        await asyncio.sleep(chance.uniform(0, ARRIVAL_S))
        browser = await browsers.enter_async_context(Browser(plan.server))
        department = offered[number % len(offered)]
        try:
            return await _sit_down(Phone(browser, code, journal), department, plan.seed, chance)
        except (DoorShut, ClientError, SocketIOError) as fault:
            journal.refusals[getattr(fault, "code", type(fault).__name__)] += 1
            return None

    came = await each(_come, range(plan.participants), at_once=plan.participants)
    return [attendee for attendee in came if attendee]


async def _sit_down(phone: Phone, department: str, taste: int, chance: Random) -> Attendee:
    await doors.join(phone.browser, phone.code, department)
    goals = await doors.goals(phone.browser, phone.code)
    await phone.connect()
    return Attendee(phone, goals, taste, chance)


async def _attend(attendee: Attendee, until: float) -> bool:
    """Whether this person could stay to the end."""
    try:
        await attendee.attend(until)
    except (DoorShut, ClientError, SocketIOError):
        return False
    return True


async def _lead(leader: Browser, workshop: int, stages: int, until: float) -> None:
    """Facilitate: every stage gets the same time; then the workshop is ended."""
    loop = asyncio.get_running_loop()
    for left in range(min(stages, MOST_STAGES), 0, -1):
        await asyncio.sleep(max(0, until - loop.time()) / left)
        if left > 1:
            await doors.move_on(leader, workshop)
    await doors.end_workshop(leader, workshop)


def _tell(stayed: Sequence[bool], journal: Journal) -> None:
    refusals = ", ".join(f"{code} {n}" for code, n in journal.refusals.most_common()) or "none"
    p50, p95 = journal.quantile_ms(0.5), journal.quantile_ms(0.95)
    print(f"joined: {len(stayed)}, of whom {stayed.count(False)} could not stay to the end")
    print(f"ideas: {journal.accepted['propose']}, votes: {journal.accepted['vote']}")
    print(f"refusals: {refusals}")
    print(f"acknowledged within {p50:.1f} ms (median), {p95:.1f} ms (95 %)")
