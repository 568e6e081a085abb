"""How large a picture is, told from the beginning of its file: so a page keeps its place while it loads."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

Size = tuple[int, int]
"""Width and height in pixels."""

_START_OF_FRAME = frozenset((*range(0xC0, 0xD0),)) - {0xC4, 0xC8, 0xCC}


def picture_size(path: Path) -> Size | None:
    """Width and height of a PNG, JPEG, GIF or WebP file; None for any other, or one that is broken.

    Raises OSError for a file that cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(30)
        try:
            size = _size(head, file)
        except (struct.error, IndexError):
            return None
    return size if size and all(0 < side < 1_000_000 for side in size) else None


def _size(head: bytes, file: BinaryIO) -> Size | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):  # PNG, 11.2.2 IHDR
        width, height = struct.unpack(">II", head[16:24])
    elif head[:6] in (b"GIF87a", b"GIF89a"):
        width, height = struct.unpack("<HH", head[6:10])
    elif head[:2] == b"\xff\xd8":
        return _size_of_jpeg(file)
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _size_of_webp(head)
    else:
        return None
    return width, height


def _size_of_jpeg(file: BinaryIO) -> Size | None:
    """From the header of the first frame (ITU-T T.81, B.2.2); segments before it are passed over."""
    file.seek(2)
    while True:
        start = file.read(4)
        if len(start) < 4 or start[0] != 0xFF:
            return None
        marker, length = start[1], struct.unpack(">H", start[2:])[0]
        if marker in _START_OF_FRAME:
            _, height, width = struct.unpack(">BHH", file.read(5))
            return width, height
        if length < 2:
            return None
        file.seek(length - 2, 1)


def _size_of_webp(head: bytes) -> Size | None:
    """Of the three kinds of RFC 9649: extended, lossless, lossy."""
    kind = head[12:16]
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
