"""`python -m bench.live`: the live workshop against a bare Node relay, on the same core in turn.

Ours is the whole server: rights, validation, budget, a commit to disk before every
acknowledgement, and news read from the database. The relay keeps nothing. Seats are taken
beforehand, straight in the database; joining is the page by HTTP, the WebSocket and `enter`.
"""

import argparse
import asyncio
import json
import math
import resource
import statistics
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict
from typing import Any

from bench.load import VOTE_S, Figures, put_under_load
from bench.rivals import our_room, peer_room, pin

SIZES = (250, 500, 1000, 2000)
MOST_GENERATOR_SHARE = 0.8
MOST_SPREAD = 0.25
FAST_ENOUGH_MS = 200
LADDER = (1000, 2000, 4000, 5000, 6000, 7000, 8000, 10_000)
ATTEMPTS = 2
"""A neighbour on the machine may spoil one of them."""
RATIOS = {
    "cpu_per_message": "cpu_us_per_message",
    "visible_p95": "visible_p95_ms",
    "join_p95": "join_p95_ms",
    "rss_per_person": "rss_per_person_kb",
}

Line = dict[str, Any]


def main(words: Sequence[str] | None = None) -> None:
    """Compare for each number of participants, and print a line for each."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--participants", type=int, help="only this many people")
    arguments.add_argument("--pairs", type=int, default=2, help="how often each server runs")
    arguments.add_argument("--seconds", type=float, default=VOTE_S, help="all vote within these")
    arguments.add_argument("--slow-disk", action="store_true", help="ours syncs in 5 ms")
    arguments.add_argument("--find-limit", action="store_true", help="how many get news in 200 ms")
    arguments.add_argument("--json", action="store_true", help="lines of JSON, as always")
    chosen = arguments.parse_args(words)
    _allow_many_files()
    pin()
    if chosen.find_limit:
        print(json.dumps(asyncio.run(find_limit(chosen.seconds))), flush=True)
        return
    lines = []
    for people in [chosen.participants] if chosen.participants else SIZES:
        lines.append(asyncio.run(compare(people, chosen)))
        print(json.dumps(lines[-1]), flush=True)
    if len(lines) > 1:
        print(json.dumps({"cpu_growth_exponent": growth(lines)}), flush=True)


async def compare(people: int, chosen: argparse.Namespace) -> Line:
    """Ours and the peer in turn, and what the pairs say together."""
    ours: list[Figures] = []
    peers: list[Figures] = []
    stored = doubled = 0
    for _ in range(chosen.pairs):
        async with our_room(people, slow_disk=chosen.slow_disk) as (room, count):
            ours.append(await put_under_load(room, vote_s=chosen.seconds))
        stored, doubled = stored + count.stored, doubled + count.doubled
        with peer_room(people, ours[-1]) as room:
            peers.append(await put_under_load(room, vote_s=chosen.seconds))
    acked = sum(figures.acked for figures in ours)
    return {
        **_together(ours),
        "sent": sum(figures.sent for figures in ours),
        "acked": acked,
        "stored": stored,
        "lost": max(0, acked - stored),
        "doubled": doubled + max(0, stored - acked),
        "peer": _together(peers),
        "ratios": {name: _ratio(ours, peers, field) for name, field in RATIOS.items()},
        "verdict": verdict(ours, peers),
    }


def verdict(ours: Sequence[Figures], peers: Sequence[Figures]) -> str:
    """Whether the comparison is sound, and how it came out."""
    if max(f.generator_cpu_share for f in (*ours, *peers)) > MOST_GENERATOR_SHARE:
        return "inconclusive: the generator was too busy"
    ratios = [a.cpu_us_per_message / b.cpu_us_per_message for a, b in zip(ours, peers, strict=True)]
    if max(ratios) / min(ratios) - 1 > MOST_SPREAD:
        return "inconclusive: the pairs differ too much"
    return "no dearer than the peer" if statistics.median(ratios) <= 1 else "dearer than the peer"


def growth(lines: Sequence[Line]) -> float:
    """The exponent a of CPU ~ participants^a, between the smallest and the largest room."""
    first, last = lines[0], lines[-1]
    people = float(last["participants"]) / float(first["participants"])
    exponent: float = math.log(float(last["cpu_s"]) / float(first["cpu_s"])) / math.log(people)
    return round(exponent, 2)


async def find_limit(seconds: float) -> Line:
    """The largest room of each in which news comes fast enough; the ladder bounds the time."""
    like: Figures | None = None

    async def our_news_ms(people: int) -> float:
        nonlocal like
        async with our_room(people) as (room, _):
            like = await put_under_load(room, vote_s=seconds)
        return like.visible_p95_ms

    async def their_news_ms(people: int) -> float:
        assert like is not None  # noqa: S101 (ours came first)
        with peer_room(people, like) as room:
            return (await put_under_load(room, vote_s=seconds)).visible_p95_ms

    ours, peers = await _highest(our_news_ms), await _highest(their_news_ms)
    return {"limit": ours, "peer_limit": peers, "ratio": round(ours / max(1, peers), 2)}


async def _highest(news_ms: Callable[[int], Awaitable[float]]) -> int:
    """The last step of the ladder at which news came fast enough."""
    reached = 0
    for people in LADDER:
        for _ in range(ATTEMPTS):
            if 0 <= await news_ms(people) <= FAST_ENOUGH_MS:
                reached = people
                break
        else:
            break
    return reached


def _together(runs: Sequence[Figures]) -> Line:
    """The median of each figure."""
    every = [asdict(run) for run in runs]
    return {name: round(statistics.median(one[name] for one in every), 2) for name in every[0]}


def _ratio(ours: Sequence[Figures], peers: Sequence[Figures], field: str) -> float:
    pairs = zip(ours, peers, strict=True)
    each = [float(getattr(a, field) / getattr(b, field)) for a, b in pairs]
    return round(statistics.median(each), 2)


def _allow_many_files() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    main()
