"""How parent and worker talk: a length of eight bytes, then that many bytes."""

from __future__ import annotations

from typing import BinaryIO

_LENGTH = 8


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Send `data`. Raises BrokenPipeError when nobody is left to read it."""
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame; None when the other side is gone, also in the middle of a frame."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return data if len(data) == length else None
