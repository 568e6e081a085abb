"""The teiHeader (Guidelines 2): what the text and the settings say, and how it was encoded.

What is not known is left out. The one element TEI demands that we cannot fill, a publication statement
without a publisher, says that none is stated.
"""

from __future__ import annotations

from edition.config import EditionFacts
from edition.converter.annotate.insertions import EDITOR
from edition.converter.languages import language as language_table
from edition.converter.write.calendars import Calendars
from edition.converter.write.characters import character_id, code_point, description, picture
from edition.converter.write.cited import write_cited
from edition.converter.write.inline import RESPONSIBLE
from edition.converter.write.practice import PRACTICE
from edition.model import Correspondent, Document, Letter, Metadata, Person
from edition.tei.availability import write_availability
from edition.tei.build import TeiBuilder

_OWN_LANGUAGE = "en"  # of the header: its statements are ours


def _language_of(metadata: Metadata) -> str | None:
    """`@xml:lang` for words of the text that stand in the header; None where the header's own will do."""
    return None if metadata.language == _OWN_LANGUAGE else metadata.language or "und"


def write_header(
    builder: TeiBuilder,
    document: Document,
    facts: EditionFacts,
    version: str,
    characters: list[str],
    *,
    calendars: Calendars,
) -> None:
    """The teiHeader, in English, whatever the language of the text."""
    with builder.division("teiHeader", xml_lang=_OWN_LANGUAGE):
        with builder.division("fileDesc"):
            _title_statement(builder, document, facts, version)
            _publication_statement(builder, facts)
            if facts.title:
                with builder.division("seriesStmt"):
                    builder.leaf("title", facts.title, level="s")
            _source_description(builder, document)
        _encoding_description(builder, version, characters)
        _profile_description(builder, document.metadata, calendars)


def _title_statement(builder: TeiBuilder, document: Document, facts: EditionFacts, version: str) -> None:
    metadata, annotations = document.metadata, document.annotations
    with builder.division("titleStmt"):
        inferred = metadata.title_certainty
        builder.leaf(
            "title",
            metadata.title,
            xml_lang=_language_of(metadata),
            type_="incipit" if inferred else None,
            resp=RESPONSIBLE if inferred else None,
            cert=str(inferred) if inferred else None,
        )
        for subtitle in metadata.subtitles:
            builder.leaf("title", subtitle, xml_lang=_language_of(metadata), type_="sub")
        for author in metadata.authors:
            builder.leaf("author", author)
        for editor in facts.editors:
            builder.leaf("editor", editor)
        with builder.division("respStmt", xml_id="edition"):
            builder.leaf("resp", "structure, speakers, dates and sources recognised and encoded by rule")
            builder.leaf("name", f"edition {version}")
        if metadata.model:
            with builder.division("respStmt", xml_id="ner"):
                builder.leaf("resp", "names marked where no rule found one, by a statistical model")
                builder.leaf("name", metadata.model)
        if any(a.get("resp") == EDITOR for a in annotations):
            _source_editor(builder, metadata)


def _source_editor(builder: TeiBuilder, metadata: Metadata) -> None:
    """Who put words in brackets into what the source quotes: its editor, who is hardly ever named."""
    with builder.division("respStmt", xml_id=EDITOR[1:]):
        builder.leaf("resp", "insertions and remarks in brackets, as they stand in the source")
        periodical = metadata.periodical.title if metadata.periodical is not None else ""
        builder.leaf("name", periodical or "the editor of the source, who is not named")


def _publication_statement(builder: TeiBuilder, facts: EditionFacts) -> None:
    with builder.division("publicationStmt"):
        if not facts.publisher:
            # The type lets pages leave out what is only there because TEI wants something here.
            builder.leaf("ab", "No publisher of this encoding is stated.", type_="unstated")
            if facts.licence:
                builder.leaf("p", f"Licence: {facts.licence}")
            return
        builder.leaf("publisher", facts.publisher)
        if facts.place:
            builder.leaf("pubPlace", facts.place)
        write_availability(builder, facts)


def _source_description(builder: TeiBuilder, document: Document) -> None:
    """The piece at analytic level in its periodical at monographic level (Guidelines 3.12.2)."""
    metadata = document.metadata
    periodical = metadata.periodical
    with builder.division("sourceDesc"):
        if periodical is None or not periodical.title:
            with builder.line("bibl", xml_lang=_language_of(metadata)):
                with builder.phrase("title", type_="incipit" if metadata.title_certainty else None):
                    builder.text(metadata.title)
                for author in metadata.authors:
                    builder.text(", ")
                    with builder.phrase("author"):
                        builder.text(author)
                if words := metadata.date_words or metadata.date:
                    builder.text(", ")
                    with builder.phrase("date", **_date_attributes(metadata)):
                        builder.text(words)
            write_cited(builder, metadata.cited, _language_of(metadata))
            return
        with builder.division("biblStruct", xml_id="source", xml_lang=_language_of(metadata)):
            with builder.division("analytic"):
                for author in metadata.authors:
                    builder.leaf("author", author)
                builder.leaf("title", metadata.title, level="a")
            with builder.division("monogr"):
                builder.leaf("title", periodical.title, level="j")
                with builder.division("imprint"):
                    for unit, number, words in periodical.scopes:
                        builder.leaf("biblScope", words, unit=unit, n=number)
                    if words := metadata.date_words or metadata.date:
                        builder.leaf("date", words, **_date_attributes(metadata))
        write_cited(builder, metadata.cited, _language_of(metadata))


def _date_attributes(metadata: Metadata) -> dict[str, str | None]:
    """The value of the text's own date, else of the date given from outside."""
    return dict(metadata.date_attributes) if metadata.date_words else {"when": metadata.date}


def _encoding_description(builder: TeiBuilder, version: str, characters: list[str]) -> None:
    with builder.division("encodingDesc"):
        with builder.division("editorialDecl"):
            for practice in PRACTICE:
                with builder.division(practice.element, **dict(practice.attributes)):
                    builder.leaf("p", practice.words)
        with builder.division("appInfo"), builder.division("application", ident="edition", version=version):
            builder.leaf("label", "edition")
        if characters:
            with builder.division("charDecl"):
                for character in characters:
                    with builder.division("char", xml_id=character_id(character)):
                        builder.leaf("desc", f"{description(character)} {code_point(character)}")
                        builder.leaf("mapping", picture(character), type_="picture")


def _profile_description(builder: TeiBuilder, metadata: Metadata, calendars: Calendars) -> None:
    speakers = [person for person in metadata.persons if person.speaks]
    mentioned = [person for person in metadata.persons if not person.speaks]
    if not (metadata.language or calendars or metadata.persons or metadata.letters):
        return
    with builder.division("profileDesc"):
        if metadata.language:
            with builder.division("langUsage"):
                name = language_table(metadata.language).name or metadata.language
                inferred = metadata.language_certainty
                builder.leaf(
                    "language",
                    name,
                    ident=metadata.language,
                    resp=RESPONSIBLE if inferred else None,
                    cert=str(inferred) if inferred else None,
                )
                for code in metadata.passages:
                    builder.leaf(
                        "language",
                        language_table(code).name or code,
                        ident=code,
                        resp=RESPONSIBLE,
                        cert="medium",
                    )
        if calendars:
            with builder.division("calendarDesc"):
                for identifier, words in calendars:
                    with builder.division("calendar", xml_id=identifier):
                        builder.leaf("p", words)
        if metadata.persons:
            with builder.division("particDesc"):
                _persons(builder, "speakers", speakers, _language_of(metadata))
                _persons(builder, "mentioned", mentioned, _language_of(metadata))
        for letter in metadata.letters:
            _correspondence(builder, letter, _language_of(metadata))


def _correspondence(builder: TeiBuilder, letter: Letter, language: str | None) -> None:
    """Who wrote a letter, where and when, and to whom (Guidelines 2.4.6): concluded from its own words."""
    with builder.division("correspDesc", resp=RESPONSIBLE, cert="medium", xml_lang=language):
        if letter.sender or letter.place or letter.date_words:
            with builder.division("correspAction", type_="sent"):
                _correspondent(builder, letter.sender)
                if letter.place:
                    builder.leaf("placeName", letter.place)
                if letter.date_words:
                    builder.leaf("date", letter.date_words, **dict(letter.date_attributes))
        if letter.addressee:
            with builder.division("correspAction", type_="received"):
                _correspondent(builder, letter.addressee)


def _correspondent(builder: TeiBuilder, who: Correspondent) -> None:
    if who:
        builder.leaf("persName", who.name, ref=f"#{who.id}" if who.id else None)


def _persons(builder: TeiBuilder, kind: str, persons: list[Person], language: str | None) -> None:
    if not persons:
        return
    with builder.division("listPerson", type_=kind):
        for person in persons:
            element = "personGrp" if person.kind == "group" else "person"
            with builder.division(element, xml_id=person.id):
                for form in person.forms:
                    builder.leaf("persName", form)
                for authority, value in person.identifiers:
                    builder.leaf("idno", value, type_=authority)
                if person.description:
                    builder.leaf("note", person.description, xml_lang=language)
