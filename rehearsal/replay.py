"""A recorded conversation, replayed through the doors and compared with what was published."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook
from tqdm import tqdm

from rehearsal import doors
from rehearsal.comparison import Comparison, Sheet, compare_ballots, compare_workbook
from rehearsal.crowd import each
from rehearsal.doors import Browser, DoorShut
from rehearsal.phone import Journal, Phone, insist
from rehearsal.recording import Participant, Recording, read_recording

TEMPLATE = "enighet"
SHEET = "Idéer med stemmer"

Phones = Mapping[str, Phone]
Ideas = Mapping[str, int]
Seats = Mapping[str, tuple[str, str]]
"""The department, id and name, in which each published group sits."""


@dataclass(frozen=True)
class Room:
    """A workshop that was made for the replay."""

    project: int
    workshop: int
    code: str


async def replay(folder: Path, server: str, sign_in: str) -> bool:
    """Replay the export in this folder; whether the server says what was published."""
    recording = read_recording(folder)
    print(_described(recording))
    journal = Journal()
    async with AsyncExitStack() as browsers:
        leader = await browsers.enter_async_context(Browser(server))
        room = await _prepare(leader, sign_in, recording)
        browsers.push_async_callback(doors.end_workshop, leader, room.workshop)
        earlier = await _sheet(leader, room)
        ideas = await _put_statements(leader, room, recording)
        seats = await _departments(server, room, recording)
        with _timed(f"{len(recording.participants)} people join"):
            phones = await _let_in(browsers, server, room, recording, seats, journal)
        await doors.move_on(leader, room.workshop)
        await _cast_all(recording, phones, ideas)
        await doors.close_voting(leader, room.workshop)
        comparisons = (
            await _compare_workbook(leader, room, recording, seats, earlier),
            await _compare_ballots(recording, phones, ideas),
        )
        await each(Phone.disconnect, phones.values())
    return _tell(comparisons, journal)


def _described(recording: Recording) -> str:
    people = len(recording.participants)
    sizes = ", ".join(
        f"{len(recording.members(group))} in group {group or '(none)'}"
        for group in recording.groups
    )
    asked, cast = len(recording.statements), len(recording.casts)
    opening = f"{recording.name}: {asked} statements, {people} people ({sizes}), {cast} votes cast"
    checked = "The last votes in votes.csv are those of participants-votes.csv."
    return "\n".join([opening, checked, *recording.remarks])


async def _prepare(leader: Browser, sign_in: str, recording: Recording) -> Room:
    project = await doors.sign_in(leader, sign_in)
    people = len(recording.participants)
    workshop, code = await doors.create_workshop(leader, project, TEMPLATE, people)
    print(f"Workshop {workshop}, code {code}, in project {project}")
    return Room(project, workshop, code)


async def _put_statements(leader: Browser, room: Room, recording: Recording) -> Ideas:
    texts = [statement.text for statement in recording.statements]
    ids = await doors.write_ideas(leader, room.workshop, texts)
    keys = [statement.key for statement in recording.statements]
    return dict(zip(keys, ids, strict=True))


async def _departments(server: str, room: Room, recording: Recording) -> Seats:
    async with Browser(server) as anyone:
        offered = list((await doors.departments(anyone, room.code)).items())
    if len(offered) < len(recording.groups):
        raise DoorShut("few_departments", f"There are {len(offered)} departments to choose from")
    return dict(zip(recording.groups, offered, strict=False))


async def _let_in(
    browsers: AsyncExitStack,
    server: str,
    room: Room,
    recording: Recording,
    seats: Seats,
    journal: Journal,
) -> Phones:
    async def _join(person: Participant) -> Phone:
        browser = await browsers.enter_async_context(Browser(server))
        await doors.join(browser, room.code, seats[person.group][0])
        phone = Phone(browser, room.code, journal)
        await phone.connect()
        return phone

    phones = await each(_join, recording.participants)
    return {person.key: phone for person, phone in zip(recording.participants, phones, strict=True)}


async def _cast_all(recording: Recording, phones: Phones, ideas: Ideas) -> None:
    for cast in tqdm(recording.casts, desc="votes", unit=" votes", mininterval=0.5):
        vote = {"idea": ideas[cast.statement], "value": str(cast.stance)}
        insist(await phones[cast.voter].say("vote", vote))


async def _sheet(leader: Browser, room: Room) -> Sheet:
    """The workbook's sheet of ideas as it is now."""
    file = await doors.workbook(leader, room.project)
    book = CalamineWorkbook.from_filelike(BytesIO(file))
    return book.get_sheet_by_name(SHEET).to_python()


async def _compare_workbook(
    leader: Browser, room: Room, recording: Recording, seats: Seats, earlier: Sheet
) -> Comparison:
    with _timed("workbook"):
        sheet = await _sheet(leader, room)
    names = {group: name for group, (_, name) in seats.items()}
    return compare_workbook(recording, sheet, names, earlier)


async def _compare_ballots(recording: Recording, phones: Phones, ideas: Ideas) -> Comparison:
    """Everyone loses the connection, comes back, and gets their ballots handed back."""

    async def _come_back(person: Participant) -> Mapping[str, object]:
        phone = phones[person.key]
        await phone.disconnect()
        answer = await phone.connect()
        votes: Mapping[str, object] = answer["mine"]["votes"]
        return votes

    with _timed("all come back"):
        votes = await each(_come_back, recording.participants)
    keys = [person.key for person in recording.participants]
    return compare_ballots(recording, ideas, dict(zip(keys, votes, strict=True)))


def _tell(comparisons: Sequence[Comparison], journal: Journal) -> bool:
    p50, p95 = (journal.quantile_ms(share, "vote") for share in (0.5, 0.95))
    print(f"votes acknowledged within {p50:.1f} ms (median), {p95:.1f} ms (95 %)")
    for comparison in comparisons:
        print(comparison.told())
    same = not any(comparison.differences for comparison in comparisons)
    print("Everything is as published." if same else "NOT as published.")
    return same


@contextmanager
def _timed(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    print(f"{what}: {time.perf_counter() - start:.1f} s")
