"""What nobody understands is one line in the log; what fails in the house is told in full."""

import logging
from typing import Any

import pytest
import socketio
from engineio import packet

import transport
from transport.direct import DirectSocket


@pytest.fixture
def visitor() -> DirectSocket:
    server = socketio.Server(
        async_mode="threading",
        async_handlers=False,
        engineio_logger=logging.getLogger(__name__),
        client_manager=transport.direct_manager(),
    )

    def fail(_connection: str, *_said: Any) -> None:
        raise ZeroDivisionError

    server.on("vote", fail, namespace="/")
    visitor = DirectSocket(server.eio, "one")
    server.eio.sockets["one"] = visitor
    server.eio.handlers["connect"]("one", {})
    visitor.receive(packet.Packet(packet.MESSAGE, "0"))
    return visitor


@pytest.mark.parametrize("said", ["9", "hello", "2[", "2{}", "", '2["vote",{'])
def test_what_is_no_packet_is_told_in_one_line(
    visitor: DirectSocket, caplog: pytest.LogCaptureFixture, said: str
) -> None:
    visitor.receive(packet.Packet(packet.MESSAGE, said))

    assert [record.exc_info for record in caplog.records if record.levelno >= logging.ERROR] == [
        None
    ]


def test_what_fails_in_the_house_is_told_in_full(
    visitor: DirectSocket, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.receive(packet.Packet(packet.MESSAGE, '2["vote",{}]'))

    (record,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert record.exc_info
