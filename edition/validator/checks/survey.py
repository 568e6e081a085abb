"""One walk through a document, from which all checks live: its elements by name, its attributes by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from sys import intern

from lxml import etree

from edition.tei import TEI, XML_ID, local_name

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_IN_TEI = f"{{{TEI}}}"
_text = etree.XPath("string()")

Attributes = list[tuple[etree._Element, str]]

_KEPT = 100
"""How many elements of one name, or with one attribute, are kept. More are looked up when they are asked for:
for lxml each element that Python holds takes as much again as it takes in the tree."""
_PIECE = 25_000  # characters that are looked through at once


class Survey:
    """What stands where in a document. Elements of other vocabularies have identifiers only.

    `kinds` has the local name of the first element with each xml:id, `repeated` the elements that have one
    again, and `misnamed` the values of `id`, where xml:id was meant. `prefixed` are the attributes that
    somewhere have a colon in their value, `leaving` those that somewhere have something else than one
    pointer into the document.
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.kinds: dict[str, str] = {}
        self.repeated: Attributes = []
        self.misnamed: set[str] = set()
        self.prefixed: set[str] = set()
        self.leaving: set[str] = set()
        self._named: dict[str, list[etree._Element]] = {}
        self._attributes: dict[str, Attributes] = {}
        self._holders: dict[str, set[str]] = {}
        self._walk()

    def _walk(self) -> None:
        for element in self.root.iter("*"):
            tag = str(element.tag)
            ours = tag.startswith(_IN_TEI)
            if ours:
                named = self._named.setdefault(tag, [])
                if len(named) <= _KEPT:
                    named.append(element)
            for attribute, value in element.items():
                if attribute == XML_ID:
                    identifier = " ".join(str(value).split())
                    if identifier in self.kinds:
                        self.repeated.append((element, identifier))
                    else:
                        self.kinds[identifier] = intern(local_name(element))
                elif attribute == "id":
                    self.misnamed.add(str(value))
                if ours:
                    carried = self._attributes.setdefault(str(attribute), [])
                    if len(carried) <= _KEPT:
                        carried.append((element, str(value)))
                    self._holders.setdefault(str(attribute), set()).add(tag)
                    if not str(value).startswith("#") or len(value.split()) > 1:
                        self.leaving.add(str(attribute))
                    if ":" in value:
                        self.prefixed.add(str(attribute))

    @cached_property
    def identified(self) -> dict[str, etree._Element]:
        """The first element with each xml:id; so many that they are looked up only where one is needed."""
        found: dict[str, etree._Element] = {}
        for element in self.root.iter("*"):
            identifier = element.get(XML_ID)
            if identifier is not None:
                found.setdefault(" ".join(str(identifier).split()), element)
        return found

    def named(self, name: str) -> Iterable[etree._Element]:
        """The TEI elements of this name, in the order of the document."""
        tag = _IN_TEI + name
        kept = self._named.get(tag, [])
        return kept if len(kept) <= _KEPT else self.root.iter(tag)

    def elements(self, *names: str) -> Iterator[etree._Element]:
        """The TEI elements of these names: those of the first name, then those of the next."""
        return (element for name in names for element in self.named(name))

    def attributes(self, name: str) -> Iterable[tuple[etree._Element, str]]:
        """The TEI elements that carry this attribute, with its value, in the order of the document."""
        kept = self._attributes.get(name, [])
        return kept if len(kept) <= _KEPT else self._carriers(name)

    def _carriers(self, name: str) -> Iterator[tuple[etree._Element, str]]:
        for element in self.carriers(name):
            value = element.get(name)
            if value is not None:
                yield element, str(value)

    def carriers(self, *names: str) -> Iterator[etree._Element]:
        """The TEI elements of all names of which some carry one of these attributes, in document order."""
        tags = set[str]().union(*(self._holders.get(name, ()) for name in names))
        return self.root.iter(*tags) if tags else iter(())

    @cached_property
    def header(self) -> etree._Element | None:
        """The header of the document, or of the corpus that it is."""
        first = next(iter(self.named("teiHeader")), None)
        return first if first is not None and first.getparent() is self.root else None

    def texts(self) -> Iterator[str]:
        """All characters of the document and its comments, in pieces that end where markup begins or ends.

        As one string they would take half as much as the document.
        """
        pieces: list[str] = []
        size = 0
        for text in self.root.itertext():
            pieces.append(str(text))
            size += len(text)
            if size > _PIECE:
                yield "".join(pieces)
                pieces, size = [], 0
        yield "".join(pieces)

    @cached_property
    def length(self) -> int:
        """How many characters the document and its comments have."""
        return sum(map(len, self.texts()))

    def moved(self, element: etree._Element, *, file: bool) -> bool:
        """Whether pointers of `element` count from another place than this file, which xml:base names.

        On the root xml:base says where the document itself lives (RFC 3986, 4.4): that moves pointers to
        other files (`file`), not those that begin with #.
        """
        if _XML_BASE not in self._holders:
            return False
        return any(
            holder.get(_XML_BASE) is not None and (file or holder is not self.root)
            for holder in (element, *element.iterancestors())
        )


def words(element: etree._Element) -> str:
    """The text in `element`, with single blanks; comments are no text."""
    return " ".join(str(_text(element)).split())


def within(element: etree._Element, names: frozenset[str]) -> bool:
    """Whether `element` stands inside a TEI element of one of these names."""
    return any(str(ancestor.tag).removeprefix(_IN_TEI) in names for ancestor in element.iterancestors())


def times(count: int) -> str:
    """A count as a phrase: "once", "twice", "5 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
