"""What is said in a text: speeches of plays and debates, utterances, quoted words of a speaker on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from edition.site.context import Contexts
from edition.tei import local_name, tei

_SPEECHES = (tei("sp"), tei("u"), tei("said"))
_ASIDE = {tei(name) for name in ("speaker", "stage", "note", "fw", "vocal", "kinesic", "incident")}


@dataclass(frozen=True, slots=True)
class Speech:
    """`speakers` are ids of records in the text's TEI, `name` what these are called, else what the label
    says; `words` are without label, stage directions and notes; `kind` is the TEI element.
    """

    stem: str
    number: int
    kind: str
    speakers: tuple[str, ...]
    name: str
    words: str
    address: str


def speeches(text: etree._Element, stem: str, contexts: Contexts, names: dict[str, str]) -> Iterator[Speech]:
    """The speeches of a text in their order, numbered from 1; what nobody is said to say is none. `names` are
    those of the records of the document.
    """
    number = 0
    for element in text.iter(*_SPEECHES):
        ids = tuple(pointer[1:] for pointer in (element.get("who") or "").split() if pointer[:1] == "#")
        label = element.find(tei("speaker"))
        if not ids and label is None:
            continue
        known = [names[one] for one in ids if one in names]
        said = "" if label is None else " ".join("".join(map(str, label.itertext())).split())
        number += 1
        yield Speech(
            stem,
            number,
            local_name(element),
            ids,
            "; ".join(known) or said,
            " ".join("".join(_pieces(element)).split()),
            contexts.address(element),
        )


def _pieces(element: etree._Element) -> Iterator[str]:
    """The words that are spoken, with a blank where a block ends."""
    inside = 0
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        aside = one.tag in _ASIDE
        piece = None
        if event == "start":
            inside += aside
            piece = one.text
        else:
            inside -= aside if event == "end" else 0
            piece = one.tail if one is not element else None
        if piece and not inside:
            yield piece
        if event == "end" and one.tag in (tei("p"), tei("l"), tei("lb"), tei("ab")):
            yield " " if one.get("break") != "no" else ""
