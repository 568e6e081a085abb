"""What the header of a TEI document says of the text, for those who cite it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from edition.bibliography import Entry, Name, entry_of, name_of
from edition.citing.dates import Date, date_of
from edition.citing.work import Whole, Work, whole_of
from edition.config import EditionFacts
from edition.converter.languages import Language
from edition.converter.languages import language as language_of
from edition.tei import NS, XML_LANG, TeiDocument
from edition.tei.language_tags import shortest_tag

_FILE = "tei:teiHeader/tei:fileDesc"
_PROFILE = "tei:teiHeader/tei:profileDesc"
_SOURCE = f"{_FILE}/tei:sourceDesc/tei:biblStruct[1]"
_SENT = f"{_PROFILE}/tei:correspDesc/tei:correspAction[@type='sent']"
_AUTHORS = (
    (f"{_FILE}/tei:titleStmt/tei:author",),
    (f"{_SOURCE}/tei:analytic/tei:author", f"{_SOURCE}/tei:monogr/tei:author"),
    (f"{_SENT}/tei:persName", f"{_SENT}/tei:orgName", f"{_SENT}/tei:name"),
)
_DATES = (
    f"{_SOURCE}/tei:monogr/tei:imprint/tei:date",
    f"{_SENT}/tei:date",
    f"{_PROFILE}/tei:creation/tei:date",
    f"{_FILE}/tei:sourceDesc/tei:bibl/tei:date",
)
_PUBLISHED = f"{_FILE}/tei:publicationStmt"


def work_of(document: TeiDocument, facts: EditionFacts, genre: str = "", page: str = "") -> Work:
    """A TEI document as what is cited. `facts` say what the edition is, `page` is its web address.

    What the header says of publisher, editors and address stands before what edition.toml says.
    """
    root = document.root
    language = shortest_tag(
        root.get(XML_LANG)
        or next(
            (one.get("ident", "") for one in root.iterfind(f"{_PROFILE}/tei:langUsage/tei:language", NS)), ""
        )
    )
    table = language_of(language)
    return Work(
        key=key_of(document.stem),
        genre=genre,
        title=_title(root).rstrip(" ,;:") or document.stem,
        authors=_authors(root, table),
        date=_date(root),
        language=language,
        source=_source(root, table),
        whole=_whole(root, facts, table),
        address=_address(root) or page,
    )


def key_of(stem: str) -> str:
    """The name of a file as a key that all programs take: ASCII letters, digits, `-` and `_`."""
    plain = unicodedata.normalize("NFKD", stem)
    signs = (
        sign if sign.isascii() else f"u{ord(sign):04x}" for sign in plain if not unicodedata.combining(sign)
    )
    return re.sub(r"[^A-Za-z0-9_-]+", "-", "".join(signs)).strip("-") or "text"


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _each(root: etree._Element, *paths: str) -> Iterator[etree._Element]:
    for path in paths:
        yield from (one for one in root.iterfind(path, NS) if _words(one))


def _title(root: etree._Element) -> str:
    titles = list(_each(root, f"{_FILE}/tei:titleStmt/tei:title"))
    main = [one for one in titles if one.get("type") == "main"]
    if titles:
        return _words((main or titles)[0])
    return next((_words(one) for one in _each(root, "tei:text/tei:body//tei:head")), "")


def _authors(root: etree._Element, language: Language) -> tuple[Name, ...]:
    for paths in _AUTHORS:
        found = [name_of(one, language) for one in _each(root, *paths)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _date(root: etree._Element) -> Date:
    return next(
        (date for path in _DATES for one in root.iterfind(path, NS) if (date := date_of(one))), Date()
    )


def _source(root: etree._Element, language: Language) -> Entry | None:
    element = root.find(_SOURCE, NS)
    return entry_of(element, language) if element is not None else None


def _whole(root: etree._Element, facts: EditionFacts, language: Language) -> Whole:
    said = whole_of(facts).whole
    editors = tuple(name_of(one, language) for one in _each(root, f"{_FILE}/tei:titleStmt/tei:editor"))
    publisher = next((_words(one) for one in _each(root, f"{_PUBLISHED}/tei:publisher")), "")
    place = next((_words(one) for one in _each(root, f"{_PUBLISHED}/tei:pubPlace")), "")
    date = next(
        (date for one in root.iterfind(f"{_PUBLISHED}/tei:date", NS) if (date := date_of(one))), Date()
    )
    return Whole(
        said.title,
        editors or said.editors,
        publisher or said.publisher,
        place or (said.place if not publisher else ""),
        date.value[:4] if not date.value.startswith("-") else "",
    )


def _address(root: etree._Element) -> str:
    """The first web address under which the header says that the text is published."""
    published = root.find(_PUBLISHED, NS)
    if published is None:
        return ""
    for path, attribute in (("tei:idno", ""), ("tei:ptr", "target"), ("tei:ref", "target")):
        for one in published.iterfind(path, NS):
            said = (one.get(attribute) or "").strip() if attribute else _words(one)
            if re.fullmatch(r"https?://\S+", said):
                return said
    return ""
