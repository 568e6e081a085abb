"""The sources of a TEI document: the records of its header, and the references of its text that have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from edition.bibliography.entry import Entry, Name, Place
from edition.converter.forms.identifiers import identifier
from edition.converter.forms.references import read_name
from edition.converter.languages import Language
from edition.converter.languages import language as language_of
from edition.model import Position
from edition.tei import NS, TEI, XML_ID, XML_LANG, TeiDocument, local_name
from edition.tei.positions import Places

_PREFIX = "cited-"
_DATES = ("when", "from", "notBefore", "to", "notAfter")


def sources_of_text(
    name: str, document: TeiDocument, citations: Sequence[tuple[str, Position]]
) -> list[Entry]:
    """The sources of a text that was converted to `document`; `citations` are where the text cites which."""
    places: dict[str, list[Place]] = {}
    for record, position in citations:
        places.setdefault(record, []).append(Place(name, position))
    return [
        replace(entry, cited=tuple(places.get(element.get(XML_ID, ""), ())))
        for element, entry in _records(document)
    ]


def sources_of_document(document: TeiDocument) -> list[Entry]:
    """The sources of a TEI document, with the places of the references that point to them."""
    found = citations_in(document)
    wanted = {one for _, elements in found for one in elements}
    places = Places(document, [one for one in document.root.iter() if one in wanted] if wanted else [])
    return [
        replace(entry, cited=tuple(Place(document.name, places.element(one)) for one in elements))
        for entry, elements in found
    ]


def citations_in(document: TeiDocument) -> list[tuple[Entry, list[etree._Element]]]:
    """The sources of a TEI document, each with the elements of its text that cite it."""
    records = list(_records(document))
    ids = {element.get(XML_ID) for element, _ in records}
    pointing: dict[str, list[etree._Element]] = {}
    loose: list[etree._Element] = []
    for element in document.root.iterfind(".//tei:text//tei:bibl", NS):
        pointer = (element.get("corresp") or "").split(" ")[0].lstrip("#")
        if pointer and pointer in ids:
            pointing.setdefault(pointer, []).append(element)
        elif element.find("tei:title", NS) is not None and not _of_the_text_itself(element):
            loose.append(element)
    loose += document.root.iterfind(".//tei:text//tei:biblStruct", NS)
    found = [(entry, pointing.get(element.get(XML_ID, ""), [])) for element, entry in records]
    if loose:
        language = language_of(document.root.get(XML_LANG))
        found += [(_entry(element, language), [element]) for element in loose]
    return [(entry, elements) for entry, elements in found if entry.title or entry.container]


def _of_the_text_itself(element: etree._Element) -> bool:
    """Whether a reference stands in a masthead: it says where the text appeared, and cites nothing."""
    return any(one.get("type") == "masthead" for one in element.iterancestors(f"{{{TEI}}}div"))


def _records(document: TeiDocument) -> Iterator[tuple[etree._Element, Entry]]:
    language = language_of(document.root.get(XML_LANG))
    for listed in document.root.iterfind(".//tei:sourceDesc//tei:listBibl", NS):
        if listed.get("type") == "cited":
            for element in listed:
                if isinstance(element.tag, str) and local_name(element) in ("bibl", "biblStruct"):
                    yield element, _entry(element, language)


def _entry(element: etree._Element, language: Language) -> Entry:
    """A `bibl` or `biblStruct` as an entry."""
    titles = [(one.get("level") or "", _text(one)) for one in _all(element, "title")]
    pieces = [words for level, words in titles if level == "a"]
    works = [(level, words) for level, words in titles if level in ("j", "m", "u", "")]
    series = [words for level, words in titles if level == "s"]
    holds = bool(pieces) and bool(works)
    date = next(iter(_all(element, "date")), None)
    value = next((date.get(name, "") for name in _DATES if date.get(name)), "") if date is not None else ""
    authors = tuple(_name(one, language) for one in _all(element, "author"))
    title = pieces[0] if pieces else works[0][1] if works else series[0] if series else ""
    scopes = {one.get("unit") or "": _scope(one) for one in reversed(_all(element, "biblScope"))}
    kind = _kind([level for level, _ in titles], value, scopes)
    own = (element.get(XML_ID) or "").removeprefix(_PREFIX)
    year = value.lstrip("-").partition("-")[0]
    first = authors[0].family if authors else ""
    journal = kind in ("article", "newspaper") and not pieces
    return Entry(
        key=own or identifier(*first.split()[:2], *title.split()[:3], year) or "source",
        kind=kind,
        authors=authors,
        editors=tuple(_name(one, language) for one in _all(element, "editor")),
        title="" if journal else title,
        container=works[0][1] if (holds or journal) and works else "",
        series=series[0] if series and title != series[0] else "",
        edition=_first(element, "edition"),
        place=", ".join(_text(one) for one in _all(element, "pubPlace")),
        publisher=", ".join(_text(one) for one in _all(element, "publisher")),
        date=value,
        words=_text(date) if date is not None else "",
        volume=scopes.get("volume", ""),
        issue=scopes.get("issue", ""),
        pages=scopes.get("page", ""),
        identifiers=tuple((one.get("type") or "", _bare(_text(one))) for one in _all(element, "idno")),
        address=next((one.get("target", "") for name in ("ptr", "ref") for one in _all(element, name)), ""),
    )


def _kind(levels: Sequence[str], date: str, scopes: dict[str, str]) -> str:
    if "j" in levels:
        return "newspaper" if date.count("-") == 2 and "volume" not in scopes else "article"
    if "a" in levels:
        return "chapter" if "m" in levels else "other"
    return "unpublished" if "u" in levels else "book" if "m" in levels else "other"


def _name(element: etree._Element, language: Language) -> Name:
    words = _text(element)
    role = element.get("role") or ""
    if "," in words:
        family, _, given = words.partition(",")
        return Name(family.strip(), given.strip(), role)
    read = read_name(words, language)
    if read is None or not read.given:
        return Name(words, "", role)
    if words.endswith(read.surname):
        return Name(read.surname, words[: -len(read.surname)].strip(), role)
    return Name(read.surname, " ".join(f"{one}." if len(one) == 1 else one for one in read.given), role)


def _scope(element: etree._Element) -> str:
    if element.get("n"):
        return element.get("n", "")
    ends = [value for value in (element.get("from"), element.get("to")) if value]
    return "-".join(ends) or _text(element)


def _bare(words: str) -> str:
    """An identifier without its label or address ("doi:10.1234/x")."""
    for label in ("https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/"):
        words = words.removeprefix(label)
    label, colon, rest = words.partition(":")
    return rest.strip() if colon and label.casefold() in ("doi", "arxiv", "isbn", "issn", "pmid") else words


def _all(element: etree._Element, name: str) -> list[etree._Element]:
    return list(element.iter(f"{{{TEI}}}{name}"))


def _first(element: etree._Element, name: str) -> str:
    return next((_text(one) for one in _all(element, name)), "")


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split()).strip("_ ")
