"""The promise that no character is lost, checked on every conversion."""

from __future__ import annotations

from lxml import etree

from edition.converter.write.characters import from_reference
from edition.model import Source
from edition.tei import tei


def lost_text(root: etree._Element, source: Source) -> int | None:
    """Offset in `source` of the first non-blank character that the tree's `text` lacks or has too much.

    None when every non-blank character of the source stands, in order, inside `text`, and no other.
    """
    text = root.find(tei("text"))
    assert text is not None
    if "".join(_characters(text).split()) == "".join(source.text.split()):
        return None
    return _first_difference(_characters(text), source.text)


def _characters(text: etree._Element) -> str:
    """The characters in `text`; a `g` counts as the character it stands for."""
    if text.find(f".//{tei('g')}") is None:
        return "".join(str(piece) for piece in text.itertext())
    return "".join(_with_references(text))


def _with_references(text: etree._Element) -> list[str]:
    pieces: list[str] = []
    for event, element in etree.iterwalk(text, events=("start", "end")):
        if event == "start":
            if element.tag == tei("g"):
                pieces.append(from_reference(element.get("ref", "")))
            else:
                pieces.append(element.text or "")
        elif element is not text:
            pieces.append(element.tail or "")
    return pieces


def _first_difference(written: str, source: str) -> int:
    rest = iter(character for character in written if not character.isspace())
    for offset, character in enumerate(source):
        if not character.isspace() and next(rest, None) != character:
            return offset
    return len(source)
