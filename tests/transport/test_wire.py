import socket
import time

import pytest
from wsproto.events import CloseConnection, Ping, Pong, TextMessage

from tests.transport.conftest import Connect, Serve


@pytest.mark.parametrize("transport", ["own", "stock"])
def test_a_message_is_answered_and_a_shout_is_heard_by_all(
    serve: Serve, connect: Connect, transport: str
) -> None:
    port = serve(IDEDUGNAD_TRANSPORT=transport)
    ben, chi = connect(port), connect(port)

    assert ben.ask("echo", {"é": [1, 2]}) == {"é": [1, 2]}
    ben.say('42["shout","hei"]')

    assert ben.hear() == chi.hear() == '42["heard","hei"]'


def test_a_fragmented_message_is_understood(serve: Serve, connect: Connect) -> None:
    ben = connect(serve())

    ben.write(ben.wire.send(TextMessage(data='427["echo",', message_finished=False)))
    ben.write(ben.wire.send(Ping(payload=b"between")))
    ben.write(ben.wire.send(TextMessage(data='"whole"]', message_finished=True)))

    pong = ben.next_event()
    assert isinstance(pong, Pong)
    assert pong.payload == b"between"
    assert ben.hear() == '437["whole"]'


def test_too_large_a_message_closes_its_own_connection_alone(
    serve: Serve, connect: Connect
) -> None:
    port = serve()
    ben, chi = connect(port), connect(port)

    ben.say("42" + "x" * 200_000)

    assert ben.code_of_closing() == 1009
    assert chi.ask("echo", "alive") == "alive"


def test_text_that_is_not_utf_8_closes_with_1007(serve: Serve, connect: Connect) -> None:
    ben = connect(serve())

    ben.write(b"\x81\x84\0\0\0\0\x34\x32\xff\xfe")

    assert ben.code_of_closing() == 1007


def test_a_frame_without_a_mask_closes_with_1002(serve: Serve, connect: Connect) -> None:
    ben = connect(serve())

    ben.write(b"\x81\x01x")

    assert ben.code_of_closing() == 1002


def test_a_goodbye_is_answered(serve: Serve, connect: Connect) -> None:
    ben = connect(serve())

    ben.write(ben.wire.send(CloseConnection(code=1000)))

    assert ben.code_of_closing() == 1000


def test_the_wheel_pings_and_lets_go_of_who_does_not_answer(serve: Serve, connect: Connect) -> None:
    port = serve(PING_S="1")
    ben, chi = connect(port), connect(port)

    for _ in range(4):
        assert chi.hear() == "2"
        chi.say("3")

    assert ben.hear() == "2"
    with pytest.raises((EOFError, ConnectionError)):
        ben.hear()
    assert chi.ask("echo", "alive") == "alive"


def test_a_handshake_of_garbage_is_refused(serve: Serve) -> None:
    with socket.create_connection(("127.0.0.1", serve()), timeout=10) as raw:
        raw.sendall(
            b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n"
            b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 7\r\n\r\n"
        )
        assert raw.recv(1000).startswith(b"HTTP/1.1 400")


def test_a_slow_reader_keeps_a_whole_stream_and_delays_nobody(
    serve: Serve, connect: Connect
) -> None:
    port = serve()
    slow, ben = connect(port, small=True), connect(port)
    said = "x" * 8_000

    for _ in range(20):
        ben.say(f'42["shout","{said}"]')
        assert len(ben.hear()) > 8_000
    heard = [slow.hear() for _ in range(20)]

    assert heard == [f'42["heard","{said}"]'] * 20


def test_who_does_not_read_is_let_go_before_memory_grows(serve: Serve, connect: Connect) -> None:
    port = serve()
    deaf, ben = connect(port, small=True), connect(port)
    before = ben.ask("size", 0)
    said = "x" * 80_000

    start = time.monotonic()
    for _ in range(200):  # 16 MB
        ben.say(f'42["shout","{said}"]')
        ben.hear()

    assert time.monotonic() - start < 10
    # Half of what was said: the deaf one's share would be all of it.
    assert ben.ask("size", 0) - before < 8_000
    with pytest.raises((EOFError, ConnectionError)):
        [deaf.hear() for _ in range(200)]
