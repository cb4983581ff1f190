"""The load: everyone joins within a few seconds, then everyone votes once, and all hear of it."""

import asyncio
import os
import random
import statistics
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bench.phones import Phone

JOIN_S = 5
VOTE_S = 10
SETTLE_S = 1.0
TICKS_PER_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Room:
    """A room on a server under test, and who is to come."""

    pid: int
    address: str
    code: str
    cookies: Sequence[str]
    votes: Sequence[tuple[int, object]]
    """For each person, the idea and the vote."""
    sign_in: str = ""
    """Where the facilitator signs in, and then the path of the desk."""
    desk: str = ""


@dataclass(frozen=True)
class Figures:
    """What one server did under one load. Times in milliseconds."""

    participants: int
    sent: int
    acked: int
    ack_p50_ms: float
    ack_p95_ms: float
    ack_p99_ms: float
    visible_p50_ms: float
    visible_p95_ms: float
    join_p95_ms: float
    join_cpu_s: float
    cpu_s: float
    cpu_us_per_message: float
    """Server CPU over the vote window, per message of news that reached a phone."""
    rss_per_person_kb: float
    bytes_per_s: float
    messages_per_s: float
    generator_cpu_share: float
    page_bytes: int
    arrival_bytes: int
    news_bytes: int


async def put_under_load(room: Room, *, join_s: float = JOIN_S, vote_s: float = VOTE_S) -> Figures:
    """Everyone joins, everyone votes."""
    place = urlsplit(room.address)
    host, port = place.hostname or "127.0.0.1", place.port or 80
    phones = [
        Phone(n, f"{host}:{port}", f"/w/{room.code}", cookie, room.code)
        for n, cookie in enumerate(room.cookies)
    ]
    before, cpu_before = _rss_kb(room.pid), _cpu_s(room.pid)
    await asyncio.gather(
        *(
            _after(n * join_s / len(phones), phone.join(host, port))
            for n, phone in enumerate(phones)
        )
    )
    await asyncio.sleep(SETTLE_S)
    joined = _cpu_s(room.pid) - cpu_before
    grown = (_rss_kb(room.pid) - before) / len(phones)
    figures = await _burst(room, phones, vote_s, joined, grown)
    for phone in phones:
        phone.hang_up()
    return figures


async def _burst(
    room: Room, phones: Sequence[Phone], vote_s: float, join_cpu_s: float, rss_kb: float
) -> Figures:
    chance = random.Random(1)
    for phone in phones:
        phone.frames = phone.bytes = 0
    start, cpu, own = time.perf_counter(), _cpu_s(room.pid), time.process_time()
    await asyncio.gather(
        *(
            _after(chance.uniform(0, vote_s), phone.vote(*vote))
            for phone, vote in zip(phones, room.votes, strict=True)
        )
    )
    await asyncio.sleep(SETTLE_S)
    took = time.perf_counter() - start
    cpu_s, own_s = _cpu_s(room.pid) - cpu, time.process_time() - own
    messages = sum(phone.frames for phone in phones)
    acks = [phone.acked_ms for phone in phones if phone.answer.get("ok") and phone.acked_ms >= 0]
    seen = [phone.visible_ms for phone in phones if phone.visible_ms >= 0]
    joins = [phone.joined_ms for phone in phones]
    return Figures(
        participants=len(phones),
        sent=len(phones),
        acked=len(acks),
        ack_p50_ms=_quantile(acks, 50),
        ack_p95_ms=_quantile(acks, 95),
        ack_p99_ms=_quantile(acks, 99),
        visible_p50_ms=_quantile(seen, 50),
        visible_p95_ms=_quantile(seen, 95),
        join_p95_ms=_quantile(joins, 95),
        join_cpu_s=round(join_cpu_s, 2),
        cpu_s=round(cpu_s, 2),
        cpu_us_per_message=round(1e6 * cpu_s / max(1, messages), 2),
        rss_per_person_kb=round(rss_kb, 1),
        bytes_per_s=round(sum(phone.bytes for phone in phones) / took),
        messages_per_s=round(messages / took),
        generator_cpu_share=round(own_s / took, 2),
        page_bytes=phones[0].page_bytes,
        arrival_bytes=phones[0].arrival_bytes,
        news_bytes=phones[0].news_bytes,
    )


async def _after(wait_s: float, doing: Awaitable[None]) -> None:
    await asyncio.sleep(wait_s)
    await doing


def _quantile(values: Sequence[float], percent: int) -> float:
    if len(values) < 2:  # noqa: PLR2004 (no spread in one value)
        return -1
    return round(statistics.quantiles(values, n=100)[percent - 1], 1)


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_S


def _rss_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
