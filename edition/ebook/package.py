"""The package document: what the book is, which files it has, in which order they are read (EPUB 3.3, 5)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.ebook.matter import Facts
from edition.ebook.xhtml import text

_DAY = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?")
_NO_DAY = "1980-01-01"
"""Where nothing in the document has a date: the first day that a ZIP archive can name."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book: its path below the package, its media type, its properties."""

    path: str
    media_type: str
    properties: str = ""
    in_spine: bool = False


def package(
    facts: Facts,
    *,
    identifier: str,
    items: Sequence[Item],
    statements: Sequence[tuple[str, str]],
    languages: Sequence[str],
    page_sources: Sequence[str],
    generator: str,
    report: str = "",
) -> bytes:
    """The package document. `identifier` is that of the book, `statements` are properties of `meta` with
    their values, `page_sources` say which printed pages the page list counts, `report` is the address of an
    evaluation of its accessibility.
    """
    ids = {item.path: f"i{number}" for number, item in enumerate(items, 1)}
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" '
        f'xml:lang="{facts.interface}" prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
        f'<dc:identifier id="book-id">{text(identifier)}</dc:identifier>\n',
        *_descriptive(facts, languages),
        f'<meta property="dcterms:modified">{modified(facts)}T00:00:00Z</meta>\n',
        *(f'<meta property="{key}">{text(value)}</meta>\n' for key, value in statements),
        *([f'<link rel="a11y:certifierReport" href="{text(report)}"/>\n'] if report else ()),
        *(f'<meta property="pageBreakSource">{text(source)}</meta>\n' for source in page_sources),
        f'<meta name="generator" content="{text(generator)}"/>\n',
        "</metadata>\n<manifest>\n",
    ]
    for item in items:
        properties = f' properties="{item.properties}"' if item.properties else ""
        parts.append(
            f'<item id="{ids[item.path]}" href="{text(item.path)}" '
            f'media-type="{item.media_type}"{properties}/>\n'
        )
    turned = ' page-progression-direction="rtl"' if facts.direction == "rtl" else ""
    parts.append(f"</manifest>\n<spine{turned}>\n")
    parts += [f'<itemref idref="{ids[item.path]}"/>\n' for item in items if item.in_spine]
    parts.append("</spine>\n</package>\n")
    return "".join(parts).encode()


def _descriptive(facts: Facts, languages: Sequence[str]) -> Iterator[str]:
    turned = f' xml:lang="{text(facts.language)}"' if facts.language != facts.interface else ""
    turned += ' dir="rtl"' if facts.direction == "rtl" else ""
    yield f'<dc:title id="title"{turned}>{text(facts.title)}</dc:title>\n'
    yield '<meta refines="#title" property="title-type">main</meta>\n'
    for number, subtitle in enumerate(facts.subtitles, 1):
        yield f'<dc:title id="subtitle{number}"{turned}>{text(subtitle)}</dc:title>\n'
        yield f'<meta refines="#subtitle{number}" property="title-type">subtitle</meta>\n'
    for kind, people in (("creator", facts.creators), ("contributor", facts.contributors)):
        for number, one in enumerate(people, 1):
            yield f'<dc:{kind} id="{kind}{number}">{text(one.name)}</dc:{kind}>\n'
            refined = f'refines="#{kind}{number}" property="role" scheme="marc:relators"'
            yield f"<meta {refined}>{one.role}</meta>\n"
    for language in languages:
        yield f"<dc:language>{text(language)}</dc:language>\n"
    if facts.publisher:
        yield f"<dc:publisher>{text(facts.publisher)}</dc:publisher>\n"
    if _DAY.fullmatch(facts.date):
        yield f"<dc:date>{facts.date}</dc:date>\n"
    for right in facts.rights:
        yield f"<dc:rights>{text(right)}</dc:rights>\n"
    if facts.source:
        yield f"<dc:source>{text(facts.source)}</dc:source>\n"
    for subject in facts.subjects:
        yield f"<dc:subject>{text(subject)}</dc:subject>\n"
    if facts.description:
        yield f"<dc:description>{text(facts.description)}</dc:description>\n"


def modified(facts: Facts) -> str:
    """The day of the last change that the document tells of, publication too; never that of the clock."""
    days = [value[:10] for value in (*facts.changed, facts.date) if _DAY.fullmatch(value[:10])]
    return max((_whole(day) for day in days), default=_NO_DAY)


def _whole(day: str) -> str:
    """A year or a month as its first day."""
    whole = f"{day}-01-01"[:10] if len(day) < 10 else day
    return (
        whole if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", whole) else f"{day[:4]}-01-01"
    )


def identifier_of(facts: Facts, stem: str, site: str) -> str:
    """What the book is known by, the same as long as the document calls itself the same: the identifier in
    its header, else its address, else a name-based UUID (RFC 9562, 5.5) of title, authors and file name.
    """
    own = facts.identifier
    if own:
        kind = facts.identifier_type.lower()
        if kind in ("isbn", "uuid", "doi"):
            prefix = {"isbn": "urn:isbn:", "uuid": "urn:uuid:", "doi": "https://doi.org/"}[kind]
            bare = re.sub(r"^(urn:(isbn|uuid):|https?://(dx\.)?doi\.org/|doi:)", "", own, flags=re.IGNORECASE)
            if kind != "uuid" or re.fullmatch(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", bare):
                return prefix + bare
        if kind != "uuid" and not own.lower().startswith("urn:uuid:"):
            return own
    name = (
        f"{site}{stem}.epub"
        if site
        else "\n".join([stem, facts.title, *(one.name for one in facts.creators)])
    )
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"
