"""Who wrote to whom, when and where: the `correspDesc` of a header (Guidelines 2.4.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from edition.registers import Key, key_of, name_words, pointers
from edition.tei import NS, TeiDocument, tei

_VALUES = ("when", "when-iso", "from", "from-iso", "notBefore", "notBefore-iso", "to", "to-iso", "notAfter")
_PARTIES = tuple(map(tei, ("persName", "orgName", "name", "rs")))


@dataclass(frozen=True, slots=True)
class Party:
    """A sender or addressee: the name as it is written, and the record that it points to, if any."""

    name: str
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: `date` is a TEI value, `date_words` as it is written; what is not known is empty."""

    stem: str
    senders: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    date: str = ""
    date_words: str = ""
    sent_from: str = ""
    sent_to: str = ""


def letters(document: TeiDocument) -> Iterator[Letter]:
    """The letters that the header of a document describes, in its order."""
    header = document.root.find("tei:teiHeader", NS)
    if header is None:
        return
    for described in header.iterfind("tei:profileDesc/tei:correspDesc", NS):
        sent = described.find("tei:correspAction[@type='sent']", NS)
        received = described.find("tei:correspAction[@type='received']", NS)
        senders = tuple(_parties(sent, document.stem))
        addressees = tuple(_parties(received, document.stem))
        if senders or addressees:
            value, words = _date(sent)
            yield Letter(document.stem, senders, addressees, value, words, _place(sent), _place(received))


def _parties(action: etree._Element | None, stem: str) -> Iterator[Party]:
    if action is None:
        return
    for one in action.iter(*_PARTIES):
        if any(other.tag in _PARTIES for other in one.iterancestors()):
            continue
        if name := name_words(one):
            keys = (key_of(pointer, stem) for pointer in pointers(one))
            yield Party(name, next((key for key in keys if key is not None), None))


def _date(action: etree._Element | None) -> tuple[str, str]:
    found = action.find("tei:date", NS) if action is not None else None
    if found is None:
        return "", ""
    return next((value for name in _VALUES if (value := (found.get(name) or "").strip())), ""), _words(found)


def _place(action: etree._Element | None) -> str:
    found = action.find("tei:placeName", NS) if action is not None else None
    return _words(found) if found is not None else ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
