"""The calendars that dates are in: each said once in the header, and pointed to."""

from __future__ import annotations

from lxml import etree

import edition
from edition.config import EditionFacts
from edition.converter.write import write_document
from edition.model import Annotation, Block, Document, Metadata, Person, Source, Span
from edition.tei.names import NS, XML_ID

WORDS = "Dated 11 February 1731/2 and 9 thermidor an II and 11 February 1731/2"


def written(*calendars: str, persons: tuple[Person, ...] = ()) -> etree._Element:
    """A paragraph with three dates in these calendars."""
    spans = (Span(6, 24), Span(29, 46), Span(51, 69))
    dates = tuple(
        Annotation(
            "date", span, (("when", "1732-02-22"), ("calendar", f"#{name}")) if name else (), "date: day"
        )
        for span, name in zip(spans, calendars, strict=False)
    )
    source = Source("x", "x", WORDS, "utf-8")
    metadata = Metadata("Dates", language="en", persons=persons)
    document = Document(source, "prose", (Block("paragraph", Span(0, len(WORDS))),), dates, metadata)
    data = write_document(document, EditionFacts(), "1")
    assert edition.validate(data) == []
    return etree.fromstring(data)


def calendars(root: etree._Element) -> list[str]:
    """Their ids, in the order of the header."""
    listed = root.iterfind(".//tei:profileDesc/tei:calendarDesc/tei:calendar", NS)
    return [str(one.get(XML_ID)) for one in listed]


def test_each_calendar_is_said_once_in_a_fixed_order() -> None:
    root = written("republican", "julian", "republican")
    assert calendars(root) == ["julian", "republican"]
    assert root.xpath("string(//tei:calendar[1]/tei:p)", namespaces=NS) == "Julian calendar (Old Style)"


def test_a_text_with_gregorian_dates_has_no_list_of_calendars() -> None:
    assert calendars(written("", "")) == []


def test_a_person_keeps_an_id_that_a_calendar_would_have() -> None:
    root = written(
        "roman", "julian", persons=(Person("julian", ("Julian",)), Person("calendar-julian", ("J. C.",)))
    )
    assert calendars(root) == ["calendar-julian-1", "roman"]
    pointers = root.xpath("//tei:date/@calendar", namespaces=NS)
    assert pointers == ["#roman", "#calendar-julian-1"]


def test_the_date_of_a_letter_leads_to_its_calendar_too() -> None:
    text = "London, 11 February 1731/2\n\nDear Sir,\n\nI am well.\n\nYours truly,\nJohn Smith"
    converted = edition.convert(text, genre="letter", lang="en")
    assert converted.data is not None
    root = etree.fromstring(converted.data)
    assert calendars(root) == ["julian"]
    assert root.xpath("//tei:correspAction/tei:date/@when-custom", namespaces=NS) == ["1732-02-11"]
