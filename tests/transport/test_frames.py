from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wsproto.frame_protocol import CloseReason, FrameProtocol

from transport.frames import framed, plain_texts

MOST = 100_000
TEXTS = st.lists(st.text(max_size=300), max_size=4)


def said(texts: Sequence[str]) -> bytes:
    """What a phone sends, framed and masked by somebody else."""
    phone = FrameProtocol(client=True, extensions=[])
    return b"".join(bytes(phone.send_data(text, fin=True)) for text in texts)


@given(TEXTS)
@example(["", "é" * 63, "x" * 125, "x" * 126, "x" * 65_535])
def test_plain_messages_are_read_as_they_were_sent(texts: list[str]) -> None:
    assert plain_texts(said(texts), MOST) == texts


@given(TEXTS.filter(bool), st.data())
def test_half_a_frame_is_left_to_others(texts: list[str], data: st.DataObject) -> None:
    whole, last = said(texts[:-1]), said(texts)
    cut = data.draw(st.integers(len(whole) + 1, len(last) - 1))

    assert plain_texts(last[:cut], MOST) is None


@given(st.binary(max_size=80))
def test_noise_is_never_an_error(noise: bytes) -> None:
    texts = plain_texts(noise, MOST)

    assert texts is None or all(isinstance(text, str) for text in texts)


@pytest.mark.parametrize(
    "frame",
    [
        bytes(FrameProtocol(client=True, extensions=[]).send_data("a", fin=False)),
        bytes(FrameProtocol(client=True, extensions=[]).send_data(b"a", fin=True)),
        bytes(FrameProtocol(client=True, extensions=[]).ping(b"a")),
        bytes(FrameProtocol(client=True, extensions=[]).close(CloseReason.GOING_AWAY)),
        framed("not masked"),
        bytes((0x81, 0xFE, 0, 1)) + bytes(5),  # a long form for a short length
        bytes((0x81, 0x82)) + bytes(4) + b"\xc3\x28",  # no UTF-8
        said(["x" * 70_000]),
    ],
    ids=["fragment", "binary", "ping", "close", "unmasked", "long form", "no text", "large"],
)
def test_whatever_is_not_plain_is_left_to_others(frame: bytes) -> None:
    assert plain_texts(frame, MOST) is None
    assert plain_texts(said(["first"]) + frame, MOST) is None


def test_a_message_that_is_too_long_is_left_to_others() -> None:
    assert plain_texts(said(["x" * 200]), 199) is None


@given(st.one_of(st.text(max_size=300), st.binary(max_size=300)))
@example("x" * 65_535)
@example("x" * 65_536)
@example(b"x" * 126)
def test_what_is_framed_is_read_by_others(message: str | bytes) -> None:
    phone = FrameProtocol(client=True, extensions=[])
    phone.receive_bytes(framed(message))

    frames = list(phone.received_frames())

    assert [frame.payload for frame in frames if frame.payload] == ([message] if message else [])
    assert frames[-1].message_finished
