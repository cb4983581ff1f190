"""`python -m rehearsal replay FOLDER` and `python -m rehearsal simulate`."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from aiohttp import ClientError
from socketio.exceptions import SocketIOError

from rehearsal.doors import IN_ENVIRONMENT, LEFT_BY_RUN, DoorShut, find_sign_in_link, loopback
from rehearsal.recording import BrokenRecording
from rehearsal.replay import replay
from rehearsal.simulate import Plan, simulate

SERVER = "http://127.0.0.1:5000"
MOST_MINUTES = 24 * 60.0
MOST_PARTICIPANTS = 2_000


def main(arguments: Sequence[str] | None = None) -> int:
    """What the process answers the shell: 0 when all went well, 1 if not, 2 when misused."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if not (loopback(given.server) or given.anywhere):
        parser.error(
            f"{given.server} is not on this machine; --anywhere rehearses there all the same"
        )
    given.sign_in = find_sign_in_link(given.sign_in)
    if given.sign_in is None and (given.command == "replay" or not given.code):
        parser.error(
            f"no sign-in link: give --sign-in, set {IN_ENVIRONMENT}, "
            f"or let `make run` leave one in {LEFT_BY_RUN}"
        )
    return _go(given)


def _go(given: Namespace) -> int:
    went_well = False
    try:
        went_well = asyncio.run(_replay(given) if given.command == "replay" else _simulate(given))
    except* (BrokenRecording, DoorShut, ClientError, SocketIOError) as faults:
        for fault in _leaves(faults):
            print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
    except* KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    return 0 if went_well else 1


async def _replay(given: Namespace) -> bool:
    return await replay(given.folder, given.server, given.sign_in)


async def _simulate(given: Namespace) -> bool:
    minutes = min(given.minutes, MOST_MINUTES)
    return await simulate(
        Plan(
            server=given.server,
            participants=given.participants,
            minutes=minutes,
            seed=given.seed,
            code=given.code,
            sign_in=given.sign_in,
            run=given.run,
        )
    )


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m rehearsal", description="People for a workshop.")
    commands = parser.add_subparsers(dest="command", required=True)
    replayed = commands.add_parser("replay", help="replay a Polis export and compare the results")
    replayed.add_argument("folder", type=Path, help="with comments, votes, participants-votes .csv")
    simulated = commands.add_parser("simulate", help="fill a workshop with simulated people")
    simulated.add_argument("--participants", type=_people, default=52, help="default: 52")
    simulated.add_argument("--minutes", type=float, default=10, help="at most; default: 10")
    simulated.add_argument("--seed", type=int, default=1, help="the same seed, the same people")
    which = simulated.add_mutually_exclusive_group()
    which.add_argument("--code", help="of the workshop; default: the newest that is running")
    which.add_argument("--run", action="store_true", help="make a workshop and lead it too")
    for command in (replayed, simulated):
        command.add_argument("--server", default=SERVER, help=f"default: {SERVER}")
        command.add_argument("--sign-in", help="a sign-in link of the project leader")
        command.add_argument("--anywhere", action="store_true", help="also on other machines")
    return parser


def _people(typed: str) -> int:
    people = int(typed)
    if not 1 <= people <= MOST_PARTICIPANTS:
        raise ValueError
    return people


def _leaves(faults: BaseExceptionGroup[BaseException]) -> list[BaseException]:
    """The faults themselves, each once, out of the groups they came in."""
    found: list[BaseException] = []
    for fault in faults.exceptions:
        found += _leaves(fault) if isinstance(fault, BaseExceptionGroup) else [fault]
    return list({str(fault): fault for fault in found}.values())


if __name__ == "__main__":
    sys.exit(main())
