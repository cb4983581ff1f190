"""Many people at once, but not more than a door can take."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

AT_ONCE = 20

PersonT = TypeVar("PersonT")
ResultT = TypeVar("ResultT")


async def each(
    do: Callable[[PersonT], Awaitable[ResultT]], people: Iterable[PersonT], at_once: int = AT_ONCE
) -> list[ResultT]:
    """Let everyone do it, a few at a time; the results in the order of the people."""
    gate = asyncio.Semaphore(at_once)

    async def _one(person: PersonT) -> ResultT:
        async with gate:
            return await do(person)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_one(person)) for person in people]
    return [task.result() for task in tasks]
