"""A real server in a process of its own, and clients made of bare sockets."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from wsproto import ConnectionType, WSConnection
from wsproto.events import CloseConnection, Request, TextMessage

ROOT = Path(__file__).parent.parent.parent
Serve = Callable[..., int]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts the server of these tests; gives its port."""
    started = []

    def start(**environment: str) -> int:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.transport.relay"],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        return int(process.stdout.readline())

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=10)


class Client:
    """A WebSocket made of a bare socket, with the Socket.IO handshake behind it."""

    def __init__(self, port: int, *, small: bool = False) -> None:
        self.socket = socket.socket()
        if small:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.connect(("127.0.0.1", port))
        self.socket.settimeout(10)
        self.wire = WSConnection(ConnectionType.CLIENT)
        self.closed_with: int | None = None
        self._said: list[Any] = []
        self._text = ""
        target = "/socket.io/?EIO=4&transport=websocket"
        self.write(self.wire.send(Request(host="127.0.0.1", target=target)))
        assert self.hear().startswith("0{")
        self.say("40")
        assert self.hear().startswith("40")

    def write(self, frames: bytes) -> None:
        self.socket.sendall(frames)

    def say(self, text: str) -> None:
        self.write(self.wire.send(TextMessage(data=text)))

    def ask(self, event: str, said: object) -> Any:
        """What the server acknowledges the event with; what else is heard is left out."""
        self.say("427" + json.dumps([event, said]))
        while not (heard := self.hear()).startswith("437"):
            pass
        return json.loads(heard[3:])[0]

    def hear(self) -> str:
        """The next whole message."""
        while True:
            event = self.next_event()
            if isinstance(event, TextMessage):
                self._text += event.data
                if event.message_finished:
                    text, self._text = self._text, ""
                    return text

    def next_event(self) -> Any:
        """The next thing that the server does; it hangs up with an EOFError."""
        while not self._said:
            data = self.socket.recv(65_536)
            if not data:
                raise EOFError
            self.wire.receive_data(data)
            self._said = list(self.wire.events())
        event = self._said.pop(0)
        if isinstance(event, CloseConnection):
            self.closed_with = int(event.code)
        return event

    def code_of_closing(self) -> int | None:
        """Listen until the server hangs up; the code it said goodbye with."""
        try:
            while self.closed_with is None:
                self.next_event()
        except EOFError:
            pass
        return self.closed_with


Connect = Callable[..., Client]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Connects a client to the server at a port."""
    made: list[Client] = []

    def start(port: int, *, small: bool = False) -> Client:
        made.append(Client(port, small=small))
        return made[-1]

    yield start
    for client in made:
        client.socket.close()
