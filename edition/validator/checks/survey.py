"""One walk through a document, from which all checks live: its elements by name, its attributes by name."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from edition.tei import TEI, XML_ID

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_IN_TEI = f"{{{TEI}}}"
_text = etree.XPath("string()")

Attributes = list[tuple[etree._Element, str]]


class Survey:
    """What stands where in a document. Elements of other vocabularies have identifiers only.

    `named` has the TEI elements of each name, `attributes` the TEI elements that carry each attribute, with
    its value, both in the order of the document. `identifiers` has every xml:id, `identified` the first
    element of each, and `misnamed` the values of `id`, where xml:id was meant.
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.named: dict[str, list[etree._Element]] = {}
        self.attributes: dict[str, Attributes] = {}
        self.identifiers: Attributes = []
        self.identified: dict[str, etree._Element] = {}
        self.misnamed: set[str] = set()
        self._walk()

    def _walk(self) -> None:
        local: dict[str, str | None] = {}
        for element in self.root.iter("*"):
            tag = str(element.tag)
            if tag not in local:
                local[tag] = tag[len(_IN_TEI) :] if tag.startswith(_IN_TEI) else None
            name = local[tag]
            if name is not None:
                self.named.setdefault(name, []).append(element)
            for attribute, value in element.items():
                if attribute == XML_ID:
                    identifier = " ".join(str(value).split())
                    self.identifiers.append((element, identifier))
                    self.identified.setdefault(identifier, element)
                elif attribute == "id":
                    self.misnamed.add(str(value))
                if name is not None:
                    self.attributes.setdefault(str(attribute), []).append((element, str(value)))

    def elements(self, *names: str) -> list[etree._Element]:
        """The TEI elements of these names: those of the first name, then those of the next."""
        return [element for name in names for element in self.named.get(name, ())]

    @cached_property
    def header(self) -> etree._Element | None:
        """The header of the document, or of the corpus that it is."""
        first = next(iter(self.named.get("teiHeader", ())), None)
        return first if first is not None and first.getparent() is self.root else None

    @cached_property
    def text(self) -> str:
        """All characters of the document, without tags."""
        return str(etree.tostring(self.root, method="text", encoding="unicode"))

    def moved(self, element: etree._Element, *, file: bool) -> bool:
        """Whether pointers of `element` count from another place than this file, which xml:base names.

        On the root xml:base says where the document itself lives (RFC 3986, 4.4): that moves pointers to
        other files (`file`), not those that begin with #.
        """
        if _XML_BASE not in self.attributes:
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
