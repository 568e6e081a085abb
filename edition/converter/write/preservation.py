"""The promise that no character is lost, checked on every conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.converter.write.characters import from_reference
from edition.model import Source

_STRETCH = 1 << 16  # bytes or characters that are compared at a time
_TEXT, _TEXT_END = b"<text>", b"</text>"
_TAG = re.compile(rb"<[^>]*>")
_PLACEHOLDER = re.compile(rb'<g ref="([^"]*)">[^<]*</g>')
_SIGN = re.compile(rb"&(?:amp|lt|gt|#13);")
_SIGNS = {b"&amp;": b"&", b"&lt;": b"<", b"&gt;": b">", b"&#13;": b""}
_EVERY_BLANK = [c for c in map(chr, range(0x3001)) if c.isspace()]
_BLANKS = "".join(c for c in _EVERY_BLANK if c.isascii()).encode()
_OTHER_BLANKS = re.compile(b"|".join(c.encode() for c in _EVERY_BLANK if not c.isascii()))


def lost_text(written: bytes, source: Source) -> int | None:
    """Offset in `source` of the first non-blank character that the text of a document lacks or has too much.

    `written` is a document as our builder writes it. None when every non-blank character of the source
    stands, in order, inside `text`, and no other; a `g` counts as the character it stands for. Both are
    compared as bytes without tags and blanks, some at a time: a tree and long strings would fill the memory.
    """
    if _same(_characters(written), _bare_stretches(source.text)):
        return None
    mine = b"".join(_characters(written)).decode("utf-8", errors="surrogatepass")
    return _first_difference(mine, source.text)


def _characters(written: bytes) -> Iterator[bytes]:
    """The characters in `text` without blanks; no tag of ours goes over the end of a line."""
    place, end = written.index(_TEXT), written.rindex(_TEXT_END)
    while place < end:
        line_end = written.find(b"\n", min(place + _STRETCH, end), end)
        stop = line_end if line_end >= 0 else end
        stretch = written[place:stop]
        if b"<g " in stretch:
            stretch = _PLACEHOLDER.sub(_stood_for, stretch)
        words = _TAG.sub(b"", stretch)
        if b"&" in words:
            words = _SIGN.sub(lambda match: _SIGNS[match.group()], words)
        yield _bare(words)
        place = stop


def _stood_for(match: re.Match[bytes]) -> bytes:
    """The character that a `g` stands for, as the builder would write it."""
    character = from_reference(match[1].decode())
    return character.encode("utf-8", errors="surrogatepass")


def _bare_stretches(text: str) -> Iterator[bytes]:
    for start in range(0, len(text), _STRETCH):
        yield _bare(text[start : start + _STRETCH].encode("utf-8", errors="surrogatepass"))


def _bare(data: bytes) -> bytes:
    """Text in UTF-8 without what Python counts as blanks."""
    data = data.translate(None, _BLANKS)
    return _OTHER_BLANKS.sub(b"", data) if _OTHER_BLANKS.search(data) else data


def _same(mine: Iterator[bytes], theirs: Iterator[bytes]) -> bool:
    one = other = b""
    while True:
        one = one or next(filter(None, mine), b"")
        other = other or next(filter(None, theirs), b"")
        common = min(len(one), len(other))
        if not common:
            return one == other
        if one[:common] != other[:common]:
            return False
        one, other = one[common:], other[common:]


def _first_difference(written: str, source: str) -> int:
    rest = iter(written)
    for offset, character in enumerate(source):
        if not character.isspace() and next(rest, None) != character:
            return offset
    return len(source)
