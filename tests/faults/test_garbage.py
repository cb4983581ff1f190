"""What no phone sends: whoever sends it is turned away, and nobody else notices."""

import asyncio
import socket
import struct
from collections.abc import Sequence
from random import Random

import pytest

from tests.faults.crowd import (
    connected,
    entering,
    frame,
    handshake,
    room_with,
    run,
    seen,
    until,
    upgraded,
    vote,
)
from tests.faults.server import Server

CHANCE = Random(1)
BEFORE_THE_UPGRADE = {
    "noise": CHANCE.randbytes(5000),
    "half a request": handshake()[:60],
    "no key": handshake(key=""),
    "a wrong key": handshake(key="æøå"),
    "an old version": handshake(version=8),
    "no such session": handshake().replace(b"EIO=4", b"EIO=4&sid=nobody"),
    "endless headers": b"GET / HTTP/1.1\r\n" + b"X-Long: " + b"x" * 100_000,
    "a wrong length": b"POST /socket.io/?EIO=4 HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
}
AFTER_THE_UPGRADE = {
    "noise": CHANCE.randbytes(5000),
    "a frame of an exabyte": b"\x81\xff" + struct.pack(">Q", 2**60) + bytes(4),
    "a frame larger than is taken": 20 * frame(b"4" * 65_000, 0, final=False),
    "a frame without a mask": b"\x81\x05hello",
    "no UTF-8": frame(b"42/workshop,\xff\xfe\xfd"),
    "a reserved opcode": frame(b"hello", 0x0B),
    "a reserved bit": b"\xf1\x80" + bytes(4),
    "a large ping": frame(b"x" * 4000, 9),
    "a continuation of nothing": frame(b"hello", 0),
    "a goodbye of one byte": frame(b"\x03", 8),
    "half a frame": frame(b"42/workshop")[:7],
    "no engine packet": frame(b"hello"),
    "an empty frame": frame(b""),
    "binary noise": frame(CHANCE.randbytes(400), 2),
    "no socket packet": frame(b"4") + frame(b"49") + frame(b"4hello"),
    "another namespace": frame(b"40/nowhere,") + frame(b'42/nowhere,["vote",{}]'),
    "no JSON": frame(b"42/workshop,[") + frame(b'42/workshop,7["vote",{'),
    "no event": frame(b"42/workshop,{}") + frame(b"42/workshop,[]") + frame(b"42/workshop,[7]"),
    "a huge number": frame(b'42/workshop,1["vote",{"idea":' + b"9" * 5000 + b"}]"),
    "a deep message": frame(b'42/workshop,1["vote",' + b"[" * 60_000),
    "an endless acknowledgement": frame(b"42/workshop," + b"9" * 5000 + b'["vote"]'),
    "attachments that never come": frame(
        b'4599999-/workshop,["vote",{"_placeholder":true,"num":0}]'
    ),
    "an unasked acknowledgement": frame(b"43/workshop,17[]"),
    "events nobody knows": frame(b'42/workshop,1["on_vote"]') + frame(b'42/workshop,2["connect"]'),
    "a name that is no name": frame(b'42/workshop,1["__init__",{}]'),
    "half a letter": frame(b'42/workshop,1["propose",{"text":"\\ud800","client_id":"12345678"}]'),
}


@pytest.mark.parametrize("upgraded_first", [False, True], ids=["bare", "upgraded"])
def test_garbage_disturbs_nobody(server: Server, *, upgraded_first: bool) -> None:
    async def story() -> None:
        async with room_with(server, 10) as (room, phones):
            if upgraded_first:
                sockets = []
                for said in AFTER_THE_UPGRADE.values():
                    noisy = upgraded(room, phones[0].browser)
                    sockets.append(noisy)
                    _shout(noisy, [entering(room.code), said])
            else:
                sockets = [_bare(server.port, said) for said in BEFORE_THE_UPGRADE.values()]

            for idea in room.ideas:
                answers = await asyncio.gather(*(vote(phone, idea, 1) for phone in phones))
                assert all(answer["ok"] for answer in answers)
            await room.go("next")
            for one in sockets:
                one.close()

            fresh = seen(await room.fresh())
            await until(lambda: all(phone.version >= fresh["version"] for phone in phones))
            assert all(map(connected, phones))
            assert all(seen(phone.room) == fresh for phone in phones)
            assert [row[1:3] for row in fresh["results"]] == [[10, 10]] * 3

    run(story)


def _bare(port: int, said: bytes) -> socket.socket:
    bare = socket.create_connection(("127.0.0.1", port))
    _shout(bare, [said])
    return bare


def _shout(noisy: socket.socket, words: Sequence[bytes]) -> None:
    for said in words:
        try:
            noisy.sendall(said)
        except OSError:  # it has been turned away already
            return
