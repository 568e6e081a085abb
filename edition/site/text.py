"""What the edition as a whole has to know of each of its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from edition.bibliography import without_byline
from edition.converter.languages import Language
from edition.converter.languages import language as language_of
from edition.registers import name_words
from edition.site.cited import Cited, cited
from edition.site.context import Contexts
from edition.site.dates import DatedPlace, dated_places
from edition.site.letters import Letter, letters
from edition.site.mentions import Mention, mentions
from edition.site.principles import NOTHING_SAID, Encoding, encoding
from edition.site.speeches import Speech, speeches
from edition.tei import NS, XML_ID, XML_LANG, TeiDocument, tei
from edition.tei.language_tags import shortest_tag
from edition.tei.typeface import as_shown

_VALUES = ("when", "when-iso", "from", "from-iso", "notBefore", "notBefore-iso", "to", "to-iso", "notAfter")
_DATES = (
    "tei:fileDesc/tei:sourceDesc/tei:biblStruct/tei:monogr/tei:imprint/tei:date",
    "tei:profileDesc/tei:correspDesc/tei:correspAction[@type='sent']/tei:date",
    "tei:profileDesc/tei:creation/tei:date",
    "tei:fileDesc/tei:sourceDesc/tei:bibl/tei:date",
)


@dataclass(frozen=True, slots=True)
class SiteText:
    """A text of the edition. `stem` names its files; `date` is a TEI value ("1849-05-12"), `date_words` the
    date as it is written; `genre` is one of edition.config.GENRES; `dates` and `speeches` are those in the
    text, `sources` what it cites, `mentions` the names that point to a record; `letters` is what its header
    tells of letters, `encoding` what it says of itself. What is not known is empty.
    """

    stem: str
    title: str
    authors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    date: str = ""
    date_words: str = ""
    genre: str = ""
    language: str = ""
    dates: tuple[DatedPlace, ...] = ()
    speeches: tuple[Speech, ...] = ()
    sources: tuple[Cited, ...] = ()
    mentions: tuple[Mention, ...] = ()
    letters: tuple[Letter, ...] = ()
    encoding: Encoding = NOTHING_SAID

    @property
    def year(self) -> str:
        """The year of the date with its sign ("1849", "-0043"); empty where there is none."""
        sign, figures = ("-", self.date[1:]) if self.date.startswith("-") else ("", self.date)
        year = figures.partition("-")[0]
        return f"{sign}{year}" if len(year) >= 4 and year.isdecimal() else ""


def describe(document: TeiDocument, genre: str = "") -> SiteText:
    """A TEI document as a text of the edition; without `genre` that is told from its structure."""
    root, known = as_shown(document.root)
    document = replace(document, root=root)
    header = root.find("tei:teiHeader", NS)
    text = root.find("tei:text", NS)
    names = names_on_record(root)
    date, date_words = _date(header) if header is not None else ("", "")
    described = SiteText(
        stem=document.stem,
        title=_title(header) or document.stem,
        authors=_authors(header, language_of(_language(root, header))),
        speakers=_speakers(text, names),
        date=date,
        date_words=date_words,
        genre=genre or _genre(root),
        language=_language(root, header),
        letters=tuple(letters(document)),
        encoding=encoding(root),
    )
    if text is None:
        return replace(described, sources=tuple(cited(document, None)))
    contexts = Contexts(text, known)
    return replace(
        described,
        dates=tuple(dated_places(text, document.stem, contexts)),
        speeches=tuple(speeches(text, document.stem, contexts, names)),
        sources=tuple(cited(document, contexts)),
        mentions=tuple(mentions(text, document.stem, contexts)),
    )


def words(element: etree._Element) -> str:
    """The words of an element, blanks as one."""
    return " ".join("".join(map(str, element.itertext())).split())


def _all(header: etree._Element | None, path: str) -> Iterator[etree._Element]:
    if header is not None:
        yield from header.iterfind(path, NS)


def _title(header: etree._Element | None) -> str:
    titles = [one for one in _all(header, "tei:fileDesc/tei:titleStmt/tei:title") if words(one)]
    main = [one for one in titles if one.get("type") == "main"]
    return words((main or titles)[0]) if titles else ""


def _authors(header: etree._Element | None, language: Language) -> tuple[str, ...]:
    source = "tei:fileDesc/tei:sourceDesc/tei:biblStruct[1]"
    for paths in (
        ("tei:fileDesc/tei:titleStmt/tei:author",),
        (f"{source}/tei:analytic/tei:author", f"{source}/tei:monogr/tei:author"),
        ("tei:profileDesc/tei:correspDesc/tei:correspAction[@type='sent']/tei:persName",),
    ):
        named = [name for path in paths for one in _all(header, path) if (name := words(one))]
        found = [without_byline(name, language) for name in named]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _date(header: etree._Element) -> tuple[str, str]:
    """The first date of the text that has a value with a year: of its source, or of the letter."""
    for path in _DATES:
        for one in header.iterfind(path, NS):
            value = next((value for name in _VALUES if (value := (one.get(name) or "").strip())), "")
            if value and not value.startswith("--") and value.lstrip("-")[:4].isdecimal():
                return value, words(one)
    return "", ""


def _language(root: etree._Element, header: etree._Element | None) -> str:
    text = root.find("tei:text", NS)
    named = next(_all(header, "tei:profileDesc/tei:langUsage/tei:language"), None)
    said = (text.get(XML_LANG) if text is not None else None, root.get(XML_LANG))
    of_header = named.get("ident") or "" if named is not None else ""
    return shortest_tag(next(filter(None, said), of_header))


def _speakers(text: etree._Element | None, names: dict[str, str]) -> tuple[str, ...]:
    """The names of those on record to whom a speech points, as they begin to speak."""
    if text is None:
        return ()
    pointers = (one.get("who") for one in text.iter(tei("sp"), tei("said"), tei("u")))
    ids = dict.fromkeys(
        pointer[1:] for several in pointers for pointer in (several or "").split() if pointer[:1] == "#"
    )
    return tuple(dict.fromkeys(names[one] for one in ids if one in names))


def names_on_record(root: etree._Element) -> dict[str, str]:
    """The name that each record of a person or a body beside the text goes by, under its id."""
    found: dict[str, str] = {}
    for part in root.iterchildren(tei("teiHeader"), tei("standOff")):
        for record in part.iter(tei("person"), tei("personGrp"), tei("org")):
            own = record.get(XML_ID)
            named = record.iterchildren(tei("persName"), tei("orgName"), tei("name"))
            name = next(filter(None, map(name_words, named)), "")
            if own and name:
                found.setdefault(own, name)
    return found


def _genre(root: etree._Element) -> str:
    """The genre that the structure of a document speaks for; empty where it speaks for none."""
    text = root.find("tei:text", NS)
    if text is None:
        return ""
    if root.find("tei:teiHeader/tei:profileDesc/tei:correspDesc", NS) is not None:
        return "letter"
    if next(text.iter(tei("sp")), None) is not None:
        return "debate" if _debates(root) else "drama"
    if next(text.iter(tei("u")), None) is not None:
        return "debate"
    if root.find("tei:teiHeader/tei:fileDesc/tei:sourceDesc/tei:biblStruct/tei:analytic", NS) is not None:
        return "article"
    lines = sum(1 for _ in text.iter(tei("l")))
    paragraphs = sum(1 for _ in text.iter(tei("p")))
    return "verse" if lines > paragraphs else "prose" if paragraphs else ""


def _debates(root: etree._Element) -> bool:
    return any(
        (one.get("type") or "") in ("debate", "sitting", "debateSection") for one in root.iter(tei("div"))
    )
