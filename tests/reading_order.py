"""All that a text says, told from the TEI document and from its web page, each on its own, to be compared.

Streams without blanks: `text` in the order of the document, each footnote put back where it is called;
`diplomatic`, the same with the forms that the source has (Guidelines, 3.5), which the page holds as well;
`readings` that the text does not show (Guidelines, 12 and 3.5); `annotations`, whose words are about the text
(18, 21.1, 3.9.2); `pictures`, how pictures are described. What the page says on its own account is of the
class `editorial`, or stands in a `nav`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

_TEI = "{http://www.tei-c.org/ns/1.0}"
ANNOTATIONS = frozenset(
    ("index", "interp", "interpGrp", "span", "spanGrp", "certainty", "precision", "respons", "alt", "altGrp")
) | {"link", "linkGrp", "join", "joinGrp", "timeline", "substJoin", "listTranspose"}
_BESIDE_READINGS = ("note", "noteGrp", "wit", "witDetail")
_SHOWN = ("corr", "reg", "expan", "ex", "lem")
_WRITTEN = ("sic", "orig", "abbr", "am")
_NO_DESCRIPTION = ("Figure", "Abbildung", "Figura", "Afbeelding")


@dataclass
class Said:
    """What a text says, stream by stream."""

    text: str = ""
    diplomatic: str = ""
    readings: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


def said_by_document(root: Any) -> Said:
    """What the texts of a TEI element say."""
    said = Said()
    said.text = _letters(_told_by_texts(root, said))
    said.diplomatic = _letters(_told_by_texts(root, Said(), written=True))
    return said


def spoken_by_document(root: Any) -> str:
    """The stream `text` of a TEI element with the blanks that the document has in it."""
    return _told_by_texts(root, Said())


def _told_by_texts(root: Any, said: Said, *, written: bool = False) -> str:
    texts = root.findall(f"{_TEI}text")
    calls = {
        ref.get("target", "")[1:]: ref
        for text in texts
        for ref in reversed(list(text.iter(f"{_TEI}ref")))
        if ref.get("type") == "note-call" and ref.get("target", "").startswith("#")
    }
    notes = {
        note.get("{http://www.w3.org/XML/1998/namespace}id"): note
        for text in texts
        for note in text.iter(f"{_TEI}note")
        if note.get("place") in ("foot", "bottom", "end", "page", "foot-mixed")
    }
    called = {id(calls[key]): note for key, note in notes.items() if key in calls}
    reader = _Document(said, called, written=written)
    return "".join(piece for text in texts for piece in reader.words(text))


def said_by_page(page: str) -> Said:
    """What a web page says of its text."""
    root: Any = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    said = Said(
        readings=[_letters(_all(one)) or "—" for one in root.xpath("//*[@class='reading']")],
        annotations=list(
            filter(None, (_letters(_all(one)) for one in root.xpath("//*[@class='annotation-list']/li")))
        ),
    )
    reader = _Page(said, root)
    said.text = _letters(
        "".join(piece for article in root.iter("article") for piece in reader.words(article))
    )
    as_written = _Page(Said(), root, written=True)
    said.diplomatic = _letters(
        "".join(piece for article in root.iter("article") for piece in as_written.words(article))
    )
    return said


def said_by_ebook(book: bytes) -> Said:
    """What an e-book of one text says of its text, file after file in the order of its spine."""
    mains = [_plain(main) for main in mains_of_ebook(book)]
    body = "".join(etree.tostring(main, method="html", encoding="unicode") for main in mains)
    root: Any = html.document_fromstring(f"<html><body>{body}</body></html>")
    said = Said(
        readings=[_letters(_all(one)) or "—" for one in root.xpath("//*[@class='reading']")],
        annotations=list(
            filter(None, (_letters(_all(one)) for one in root.xpath("//*[@class='annotation-list']/li")))
        ),
    )
    reader = _Ebook(said, root)
    said.text = _letters(
        "".join(piece for article in root.iter("article") for piece in reader.words(article))
    )
    if reader.left:
        raise AssertionError(f"notes that nothing calls: {sorted(reader.left)}")
    return said


def mains_of_ebook(book: bytes) -> list[Any]:
    """The `main` of each file of the texts in an e-book, in the order of reading."""
    archive = zipfile.ZipFile(io.BytesIO(book))
    package: Any = etree.fromstring(archive.read("EPUB/package.opf"))
    paths = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    spine = [paths[item.get("idref")] for item in package.iter("{*}itemref")]
    return [
        etree.fromstring(archive.read(f"EPUB/{path}")).find("{*}body/{*}main")
        for path in spine
        if path.startswith("text/")
    ]


def _plain(main: Any) -> Any:
    """An element of XHTML without namespaces, as the parser of HTML knows them."""
    for element in main.iter(etree.Element):
        element.tag = etree.QName(element).localname
        for name in [name for name in element.attrib if name.startswith("{")]:
            del element.attrib[name]
    etree.cleanup_namespaces(main)
    return main


class _Document:
    def __init__(self, said: Said, called: dict[int, Any], *, written: bool = False) -> None:
        self._said = said
        self._written = written
        self._called = called
        self._elsewhere = {id(note) for note in called.values()}

    def words(self, element: Any) -> Iterator[str]:
        """The words in `element`; what belongs to another stream goes there."""
        yield element.text or ""
        for child in element.iterchildren():
            if isinstance(child.tag, str):
                yield from self._element(child)
            yield child.tail or ""

    def _element(self, element: Any) -> Iterator[str]:
        name = etree.QName(element).localname if element.tag.startswith(_TEI) else ""
        parent = etree.QName(element.getparent()).localname
        if id(element) in self._elsewhere or name == "binaryObject":
            return
        if name == "pc" and element.get("force") == "weak" and not self._written and _parts_a_word(element):
            return
        if name in ANNOTATIONS:
            self._keep(self._said.annotations, element)
        elif name == "figDesc" or (name == "desc" and parent in ("graphic", "media")):
            words = _letters("".join(self.words(element)))
            self._said.pictures.extend([words] if words else [])
        elif name == "choice" or (
            name == "app" and next(element.iterancestors(f"{_TEI}listApp"), None) is None
        ):
            written = _written(element) if self._written and name == "choice" else None
            yield from self._variant(element, shown_reading(element), written)
        else:
            yield from self.words(element)
            if id(element) in self._called:
                yield from self.words(self._called[id(element)])

    def _variant(self, element: Any, shown: Any, written: Any) -> Iterator[str]:
        readings = [
            one for one in _ungrouped(element) if not (_repeats_text(element) and one.tag == f"{_TEI}lem")
        ]
        # What is not shown stands in the list before what stands inside of the shown one.
        self._said.readings.extend(_letters(_all(one)) or "—" for one in readings if one is not shown)
        chosen = written if written is not None else shown
        if chosen is not None:
            yield from self._element(chosen)

    def _keep(self, stream: list[str], element: Any) -> None:
        words = _letters(_all(element))
        if words:
            stream.append(words)


class _Page:
    def __init__(self, said: Said, root: Any, *, written: bool = False) -> None:
        self._said = said
        self._written = written
        self._notes = {note.get("id"): note for note in root.xpath("//*[@class='notes']/li")}
        self._without_call = root.xpath("//*[@class='notes']/li[span[contains(@class, 'number')]]")

    def words(self, element: Any) -> Iterator[str]:
        """The words in `element`, without the signs of the edition."""
        classes = element.get("class", "").split()
        if element.tag == "img":
            if element.get("alt") not in _NO_DESCRIPTION:
                self._said.pictures.append(_letters(element.get("alt")))
        elif "figure-description" in classes:
            words = _letters("".join(self._within(element, self.words)))
            self._said.pictures.extend([words] if words else [])
        elif "note-call" in classes:
            yield from self._note(element, said="editorial" not in classes)
        elif element.tag != "nav" and not {"editorial", "editorial-title"} & set(classes):
            if self._is_other_form(element):
                self._pass_over(element)
                return
            yield from self._within(element, self.words)

    def _within(self, element: Any, words: Callable[[Any], Iterator[str]]) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                yield from words(child)
            yield child.tail or ""

    def _is_other_form(self, element: Any) -> bool:
        """Whether this stands for the other of the two readings of the whole text."""
        if element.get("hidden") is not None:
            return not self._written
        variant = element.getparent()
        return (
            self._written
            and "variant" in variant.get("class", "").split()
            and any(one.get("hidden") is not None for one in variant)
        )

    def _pass_over(self, element: Any) -> None:
        """Notes without a call go with the words they stand at."""
        for call in element.find_class("note-call"):
            if not call.xpath(".//a/@href"):
                self._without_call.pop(0)

    def _note(self, call: Any, *, said: bool) -> Iterator[str]:
        if said:
            yield from self._within(call, self.words)
        links = call.xpath(".//a/@href")
        note = self._notes.pop(links[0][1:]) if links else self._without_call.pop(0)
        yield from self._within(note.find_class("note-text")[0], self.words)


class _Ebook(_Page):
    """An e-book has its footnotes as asides."""

    def __init__(self, said: Said, root: Any) -> None:
        super().__init__(said, root)
        notes = root.xpath("//aside[@role='doc-footnote']")
        self._notes = {note.get("id"): note for note in notes if note.xpath("a[contains(@class, 'number')]")}
        self._without_call = [note for note in notes if note.xpath("span[contains(@class, 'number')]")]

    @property
    def left(self) -> list[str]:
        """Notes that have not been met."""
        return [*self._notes, *(note.get("id") for note in self._without_call)]


def shown_reading(variant: Any) -> Any:
    """The reading of the text: what corrects, regularises or expands, the lemma; else the first."""
    readings = list(_ungrouped(variant))
    if _repeats_text(variant):
        return None
    named = [one for one in readings if etree.QName(one).localname in _SHOWN]
    others = [one for one in readings if etree.QName(one).localname not in _BESIDE_READINGS]
    return next(iter(named + others), None)


def _repeats_text(variant: Any) -> bool:
    """Whether the place stands in the text already, between two points (Guidelines, 13.2.2)."""
    return bool(variant.tag == f"{_TEI}app" and variant.get("from"))


def _written(choice: Any) -> Any:
    """The form that the source has, if the choice gives it."""
    return next((one for one in choice.iterchildren(*(f"{_TEI}{name}" for name in _WRITTEN))), None)


def _parts_a_word(hyphen: Any) -> bool:
    following = hyphen.getnext()
    return (
        not (hyphen.tail or "").strip()
        and following is not None
        and following.tag == f"{_TEI}lb"
        and following.get("break") == "no"
    )


def _ungrouped(variant: Any) -> Iterator[Any]:
    for child in variant.iterchildren(tag=etree.Element):
        if child.tag == f"{_TEI}rdgGrp":
            yield from _ungrouped(child)
        else:
            yield child


def _all(element: Any) -> str:
    return "".join(element.itertext(tag=None))


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
