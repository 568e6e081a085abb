"""What a header says of the encoding: its principles, licence and programs, and how much was concluded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from edition.tei import NS, XML_LANG, local_name, tei

_DECLARATIONS = tuple(map(tei, ("projectDesc", "samplingDecl", "editorialDecl")))
_STATED = ("licence", "p", "ab")


@dataclass(frozen=True, slots=True)
class Principle:
    """A paragraph of the encoding description: `subject` is the TEI element around it ("hyphenation")."""

    subject: str
    words: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Encoding:
    """What one header says. `concluded` counts what stands in the text on a program's or an editor's
    responsibility (@resp, @cert), by certainty; its keys are "high", "medium", "low", "" and others.
    """

    principles: tuple[Principle, ...] = ()
    licences: tuple[tuple[str, str], ...] = ()  # words, address on the web
    programs: tuple[str, ...] = ()
    concluded: tuple[tuple[str, int], ...] = ()


NOTHING_SAID = Encoding()


def encoding(root: etree._Element) -> Encoding:
    """What a document says of its encoding."""
    header = root.find("tei:teiHeader", NS)
    counts: Counter[str] = Counter()
    text = root.find("tei:text", NS)
    if text is not None:
        for one in text.iter("*"):
            if one.get("resp") or one.get("cert"):
                counts[one.get("cert") or ""] += 1
    if header is None:
        return Encoding(concluded=tuple(sorted(counts.items())))
    return Encoding(
        tuple(_principles(header)),
        tuple(_licences(header)),
        tuple(
            " ".join(
                filter(None, (one.findtext("tei:label", "", NS) or one.get("ident"), one.get("version")))
            )
            for one in header.iterfind("tei:encodingDesc/tei:appInfo/tei:application", NS)
        ),
        tuple(sorted(counts.items())),
    )


def _principles(header: etree._Element) -> Iterator[Principle]:
    described = header.find("tei:encodingDesc", NS)
    if described is None:
        return
    for part in described.iterchildren(tei("p"), *_DECLARATIONS):
        paragraphs = (part,) if part.tag == tei("p") else part.iter(tei("p"))
        for one in paragraphs:
            above = one.getparent()
            words = _words(one)
            if words and above is not None:
                subject = "encodingDesc" if part is one else local_name(above)
                language = next((tag for el in (one, *one.iterancestors()) if (tag := el.get(XML_LANG))), "")
                yield Principle(subject, words, language)


def _licences(header: etree._Element) -> Iterator[tuple[str, str]]:
    for stated in header.iterfind("tei:fileDesc/tei:publicationStmt/tei:availability", NS):
        for one in stated.iterchildren(*map(tei, _STATED)):
            words, target = _words(one), one.get("target") or ""
            if one.get("type") != "unstated" and (words or target):
                yield words or target, target


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
