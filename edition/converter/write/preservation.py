"""The promise that no character is lost, checked on every conversion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from edition.converter.write.characters import from_reference
from edition.model import Source
from edition.tei import tei

_STRETCH = 1 << 16  # characters that are compared at a time
_EVERY_BLANK = [c for c in map(chr, range(0x3001)) if c.isspace()]
_BLANKS = "".join(c for c in _EVERY_BLANK if c.isascii()).encode()
_OTHER_BLANKS = re.compile(b"|".join(c.encode() for c in _EVERY_BLANK if not c.isascii()))


def lost_text(root: etree._Element, source: Source) -> int | None:
    """Offset in `source` of the first non-blank character that the tree's `text` lacks or has too much.

    None when every non-blank character of the source stands, in order, inside `text`, and no other.
    """
    text = root.find(tei("text"))
    assert text is not None
    if _same(_characters(text), source.text):
        return None
    return _first_difference("".join(_characters(text)), source.text)


def _characters(text: etree._Element) -> Iterator[str]:
    """The characters in `text`, piece by piece; a `g` counts as the character it stands for."""
    if text.find(f".//{tei('g')}") is None:
        return map(str, text.itertext())
    return _with_references(text)


def _with_references(text: etree._Element) -> Iterator[str]:
    for event, element in etree.iterwalk(text, events=("start", "end")):
        if event == "start":
            if element.tag == tei("g"):
                yield from_reference(element.get("ref", ""))
            else:
                yield element.text or ""
        elif element is not text:
            yield element.tail or ""


def _same(written: Iterable[str], source: str) -> bool:
    """Whether two texts are the same but for blanks; looks at a stretch at a time, for the memory's sake."""
    mine = map(_bare, _together(written))
    theirs = (_bare(source[start : start + _STRETCH]) for start in range(0, len(source), _STRETCH))
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


def _together(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces of a text joined to stretches that are worth a comparison."""
    row: list[str] = []
    length = 0
    for piece in pieces:
        row.append(piece)
        length += len(piece)
        if length >= _STRETCH:
            yield "".join(row)
            row, length = [], 0
    yield "".join(row)


def _bare(text: str) -> bytes:
    """A text without what Python counts as blanks, as UTF-8: bytes are rid of them faster than characters."""
    data = text.encode("utf-8", errors="surrogatepass").translate(None, _BLANKS)
    return _OTHER_BLANKS.sub(b"", data) if _OTHER_BLANKS.search(data) else data


def _first_difference(written: str, source: str) -> int:
    rest = iter(character for character in written if not character.isspace())
    for offset, character in enumerate(source):
        if not character.isspace() and next(rest, None) != character:
            return offset
    return len(source)
