"""The plain frames of a WebSocket: what phones send all the time, and what they are sent.

Whatever is not plain (a fragment, a ping, a goodbye, half a frame) is wsproto's to understand.
"""

TEXT, BINARY = 0x81, 0x82
"""The first byte of a frame that holds a whole message."""
MASKED = 0x80
TWO_BYTES, EIGHT_BYTES = 126, 127
"""In the place of a length: it follows, in so many bytes. RFC 6455, section 5.2."""
MOST_IN_TWO_BYTES = 0xFFFF


def framed(message: str | bytes) -> bytes:
    """The message as one frame of a server: no mask, no compression."""
    body = message.encode() if isinstance(message, str) else message
    kind = TEXT if isinstance(message, str) else BINARY
    if len(body) < TWO_BYTES:
        return bytes((kind, len(body))) + body
    if len(body) <= MOST_IN_TWO_BYTES:
        return bytes((kind, TWO_BYTES)) + len(body).to_bytes(2, "big") + body
    return bytes((kind, EIGHT_BYTES)) + len(body).to_bytes(8, "big") + body


def plain_texts(heard: bytes, most: int) -> list[str] | None:
    """The messages in these bytes; None unless they are whole, masked frames of text alone.

    None is longer than `most` bytes.
    """
    texts = []
    at = 0
    while at < len(heard):
        start, length = _span(heard, at)
        end = start + length
        if not start or len(heard) < end or length > most:
            return None
        try:
            texts.append(_unmasked(heard[start:end], heard[start - 4 : start]).decode())
        except UnicodeDecodeError:
            return None
        at = end
    return texts


def _span(heard: bytes, at: int) -> tuple[int, int]:
    """Where the body of the frame at this place starts and how long it is; 0 if it is not plain."""
    if len(heard) < at + 4 or heard[at] != TEXT or heard[at + 1] < MASKED:
        return 0, 0
    length = heard[at + 1] - MASKED
    if length < TWO_BYTES:
        return at + 6, length
    longer = int.from_bytes(heard[at + 2 : at + 4], "big")
    # A long form for a short length is an error, and eight bytes are no phone's message.
    return (at + 8, longer) if length == TWO_BYTES <= longer else (0, 0)


def _unmasked(body: bytes, mask: bytes) -> bytes:
    over = (mask * (len(body) // 4 + 1))[: len(body)]
    plain = int.from_bytes(body, "big") ^ int.from_bytes(over, "big")
    return plain.to_bytes(len(body), "big")
