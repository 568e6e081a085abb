"""A text as a search finds it: what each voice says in it, passage by passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
_OTHER_READINGS = {tei("orig"): tei("reg"), tei("sic"): tei("corr"), tei("abbr"): tei("expan")}


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a text, blanks as one, and the address on its page where they stand; "" is its top."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Voice:
    """All that one speaker (several, if they speak as one) says in a text; without `names` all the rest."""

    names: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _At:
    """Where a walk over the text is: the element that words are kept with, its address, who speaks."""

    unit: etree._Element
    address: str
    names: tuple[str, ...] = ()
    hidden: bool = False


def voices(document: TeiDocument) -> tuple[Voice, ...]:
    """The voices of a document as they begin to speak, the edited reading where there are two.

    Labels of speakers are left out, for they say who speaks; stage directions and notes are no speaker's.
    """
    root, known = as_shown(document.root)
    text = root.find(tei("text"))
    if text is None:
        return ()
    names = names_on_record(root)
    found: dict[_At, list[str]] = {}
    for at, piece in _pieces(text, known, names):
        found.setdefault(at, []).append(piece)
    said = [(at, " ".join("".join(pieces).split())) for at, pieces in found.items()]
    said = [(at, words) for at, words in said if words]
    spoken: dict[tuple[str, ...], list[Passage]] = {}
    for (at, words), address in zip(said, _near([at.address for at, _ in said]), strict=True):
        spoken.setdefault(at.names, []).append(Passage(address, words))
    return tuple(Voice(who, tuple(passages)) for who, passages in spoken.items())


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
            if one in known or one.tag in _APART or one.tag in _BLOCKS:
                yield at, " "
            piece = one.text
        else:
            if event == "end":
                at = stack.pop()
                if one.tag in _BLOCKS or (one.tag in _BREAKS and one.get("break") != "no"):
                    yield at, " "
            piece = one.tail if one is not text else None
        if piece and not stack[-1].hidden:
            yield stack[-1], piece


def _entered(
    around: _At, one: etree._Element, known: dict[etree._Element, str], names: dict[str, str]
) -> _At:
    who = around.names
    if one.tag in _SPEECHES:
        who = _speakers(one, names) or who
    elif one.tag in _ASIDE:
        who = ()
    other = _OTHER_READINGS.get(one.tag)
    parent = one.getparent()
    hidden = one.tag == tei("speaker") or (
        other is not None
        and parent is not None
        and parent.tag == tei("choice")
        and parent.find(other) is not None
    )
    own = one in known or one.tag in _APART
    return _At(one if own else around.unit, known.get(one, around.address), who, around.hidden or hidden)


def _speakers(speech: etree._Element, names: dict[str, str]) -> tuple[str, ...]:
    """Those on record to whom a speech points, else what its label says."""
    ids = (pointer[1:] for pointer in (speech.get("who") or "").split() if pointer[:1] == "#")
    found = tuple(dict.fromkeys(names[one] for one in ids if one in names))
    label = speech.find(tei("speaker"))
    if found or label is None:
        return found
    said = " ".join("".join(map(str, label.itertext())).split()).strip(" .,:;—–-")
    return (said,) if said else ()
