"""A text as a search finds it: what each voice says in it, passage by passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from edition.site import names_on_record
from edition.tei import TeiDocument, tei
from edition.tei.typeface import as_shown

_SPEECHES = {tei(name) for name in ("sp", "u", "said")}
_ASIDE = {tei(name) for name in ("stage", "note", "vocal", "kinesic", "incident")}
_APART = _ASIDE | {
    tei(name) for name in ("head", "item", "cell", "figDesc", "opener", "closer", "castItem", "titlePart")
}
_BLOCKS = {tei(name) for name in ("label", "salute", "signed", "dateline", "byline", "trailer", "lg", "list")}
_BREAKS = {tei(name) for name in ("lb", "pb", "cb")}
_CHOICE = tei("choice")
_LEMMA, _VARIANTS = tei("lem"), (tei("rdg"), tei("rdgGrp"))

_Reading = Literal["both", "edited", "written", "none"]
_PAIRS = (("orig", "reg"), ("sic", "corr"), ("abbr", "expan"))
_OTHERS: dict[str, tuple[str, _Reading]] = {
    **{tei(written): (tei(edited), "written") for written, edited in _PAIRS},
    **{tei(edited): (tei(written), "edited") for written, edited in _PAIRS},
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a text, blanks as one, and the address on its page where they stand; "" is its top.

    `words` is the edited reading, `written` the same passage as the source has it (TEI 12.3.1: `orig`, `sic`,
    `abbr` where a `choice` has `reg`, `corr`, `expan` too); empty where it is no other.
    """

    address: str
    words: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """All that one speaker (several, if they speak as one) says in a text; without `names` all the rest."""

    names: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _At:
    """Where a walk over the text is: the element that words are kept with, its address, who speaks; and in
    which readings of the text the words stand.
    """

    unit: etree._Element
    address: str
    names: tuple[str, ...] = ()
    reading: _Reading = field(default="both", compare=False)


def voices(document: TeiDocument) -> tuple[Voice, ...]:
    """The voices of a document as they begin to speak.

    Labels of speakers are left out, for they say who speaks; stage directions and notes are no speaker's.
    """
    root, known = as_shown(document.root)
    text = root.find(tei("text"))
    if text is None:
        return ()
    names = names_on_record(root)
    found: dict[_At, list[tuple[_Reading, str]]] = {}
    for at, piece in _pieces(text, known, names):
        found.setdefault(at, []).append((at.reading, piece))
    said = [(at, _words(pieces, "edited"), _words(pieces, "written")) for at, pieces in found.items()]
    said = [one for one in said if one[1] or one[2]]
    spoken: dict[tuple[str, ...], list[Passage]] = {}
    for (at, words, written), address in zip(said, _near([at.address for at, *_ in said]), strict=True):
        passage = Passage(address, words, written if written != words else "")
        spoken.setdefault(at.names, []).append(passage)
    return tuple(Voice(who, tuple(passages)) for who, passages in spoken.items())


def _words(pieces: list[tuple[_Reading, str]], reading: _Reading) -> str:
    return " ".join("".join(piece for of, piece in pieces if of in ("both", reading)).split())


def _near(found: list[str]) -> list[str]:
    """The addresses; where there is none (a heading) that of the next passage, at the end of the last."""
    near = next(filter(None, reversed(found)), "")
    filled = []
    for address in reversed(found):
        near = address or near
        filled.append(near)
    return filled[::-1]


def _pieces(
    text: etree._Element, known: dict[etree._Element, str], names: dict[str, str]
) -> Iterator[tuple[_At, str]]:
    stack = [_At(text, "")]
    for event, one in etree.iterwalk(text, events=("start", "end", "comment", "pi")):
        if event == "start":
            at = _entered(stack[-1], one, known, names)
            stack.append(at)
            if at.unit is one or one.tag in _BLOCKS:
                yield at, " "
            piece = one.text if one.tag != _CHOICE else None
        else:
            if event == "end":
                at = stack.pop()
                if one.tag in _BLOCKS or (one.tag in _BREAKS and one.get("break") != "no"):
                    yield at, " "
            piece = one.tail if one is not text else None
            if _is_chosen(one):  # blanks between readings are no text, but two of one kind are two words
                piece = None
                if any(_reading("both", other) == at.reading for other in one.itersiblings("*")):
                    yield at, " "
        if piece and stack[-1].reading != "none":
            yield stack[-1], piece


def _entered(
    around: _At, one: etree._Element, known: dict[etree._Element, str], names: dict[str, str]
) -> _At:
    who = around.names
    if one.tag in _SPEECHES:
        who = _speakers(one, names) or who
    elif one.tag in _ASIDE:
        who = ()
    own = one in known or one.tag in _APART or _is_variant(one)
    return _At(
        one if own else around.unit, known.get(one, around.address), who, _reading(around.reading, one)
    )


def _is_variant(one: etree._Element) -> bool:
    """Whether an element is a reading that does not stand in the text, but in the apparatus (TEI 13.1.2): one
    beside a lemma, or after the first. It is a passage of its own, so that no words of two run together.
    """
    if one.tag not in _VARIANTS:
        return False
    return next(one.itersiblings(_LEMMA, *_VARIANTS, preceding=True), None) is not None or (
        next(one.itersiblings(_LEMMA), None) is not None
    )


def _is_chosen(one: etree._Element) -> bool:
    parent = one.getparent()
    return parent is not None and parent.tag == _CHOICE


def _reading(around: _Reading, one: etree._Element) -> _Reading:
    """In which readings the words of an element stand, within an element whose words stand in `around`."""
    if one.tag == tei("speaker"):
        return "none"
    parent = one.getparent()
    if parent is None or not _is_chosen(one):
        return around
    other, own = _OTHERS.get(str(one.tag), ("", around))
    if not other or parent.find(other) is None:
        return around
    return own if around in ("both", own) else "none"


def _speakers(speech: etree._Element, names: dict[str, str]) -> tuple[str, ...]:
    """Those on record to whom a speech points, else what its label says."""
    ids = (pointer[1:] for pointer in (speech.get("who") or "").split() if pointer[:1] == "#")
    found = tuple(dict.fromkeys(names[one] for one in ids if one in names))
    label = speech.find(tei("speaker"))
    if found or label is None:
        return found
    said = " ".join("".join(map(str, label.itertext())).split()).strip(" .,:;—–-")
    return (said,) if said else ()
