"""The promise that no character is lost, checked on every conversion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from lxml import etree

from edition.converter.write.characters import from_reference
from edition.model import Source
from edition.tei import tei

_STRETCH = 1 << 16  # characters that are compared at a time


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
    position, end = 0, len(source)
    mine: list[str] = []
    length = 0
    for piece in chain(filter(None, written), ("",)):
        mine.append(piece)
        length += len(piece)
        if length < _STRETCH and piece:
            continue
        wanted = "".join("".join(mine).split())
        while wanted:
            if position >= end:
                return False
            theirs = "".join(source[position : position + _STRETCH].split())
            position += _STRETCH
            common = min(len(wanted), len(theirs))
            if wanted[:common] != theirs[:common]:
                return False
            wanted = wanted[common:]
            if theirs[common:]:
                position = _after(source, position - _STRETCH, common)
        mine, length = [], 0
    return not source[position:].strip()


def _after(source: str, start: int, count: int) -> int:
    """The offset after the next `count` characters of `source` that are no blanks."""
    position = start
    while count:
        stretch = source[position : position + count]
        count -= len("".join(stretch.split()))
        position += len(stretch)
    return position


def _first_difference(written: str, source: str) -> int:
    rest = iter(character for character in written if not character.isspace())
    for offset, character in enumerate(source):
        if not character.isspace() and next(rest, None) != character:
            return offset
    return len(source)
