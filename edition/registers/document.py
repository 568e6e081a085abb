"""The register of an edition as a TEI document: `standOff` with a list for each kind of record.

`ptr[@type="text"]` points to the record in each text that mentions it, `@n` says how often; the texts
themselves are listed in the body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from edition.config import EditionFacts
from edition.registers.gathering import RecordKind, TextRecords
from edition.registers.merging import Gathered, merge
from edition.tei.availability import write_availability
from edition.tei.build import TeiBuilder

REGISTER = "register"
"""The stem of the file."""

_LISTS: tuple[tuple[str, tuple[RecordKind, ...]], ...] = (
    ("listPerson", ("person",)),
    ("listPlace", ("place",)),
    ("listOrg", ("org",)),
    ("listBibl", ("work",)),
)


def register_document(
    texts: Sequence[TextRecords],
    facts: EditionFacts,
    version: str,
    merged: Sequence[Gathered] | None = None,
) -> bytes | None:
    """The register of several texts, in UTF-8; None where they have no records. `merged` are their records
    where these are one already.
    """
    # Who speaks as one in a text ("All", "Both") is a group there and nowhere else.
    records = [record for record in (merge(texts) if merged is None else merged) if record.kind != "group"]
    if not records:
        return None
    builder = TeiBuilder()
    languages = Counter(text.language for text in texts if text.language)
    with builder.division("TEI", xml_lang=languages.most_common(1)[0][0] if languages else None):
        _header(builder, facts, version)
        with builder.division("standOff", type_=REGISTER):
            for name, kinds in _LISTS:
                listed = [record for record in records if record.kind in kinds]
                if listed:
                    with builder.division(name):
                        for record in listed:
                            _record(builder, record)
        with builder.division("text"), builder.division("body"), builder.division("div", type_=REGISTER):
            builder.leaf("head", facts.title or "Register")
            with builder.division("list"):
                for text in texts:
                    with builder.line("item"), builder.phrase("ref", target=f"{_file(text)}"):
                        builder.text(text.title)
    return builder.document()


def _file(text: TextRecords) -> str:
    """A text's document as a pointer: what an address cannot hold is written by code."""
    kept = "-._~!$&'()*+,;=@"
    encoded = "".join(
        c if c.isalnum() or c in kept else "".join(f"%{byte:02X}" for byte in c.encode()) for c in text.stem
    )
    return f"{encoded}.xml"


def _header(builder: TeiBuilder, facts: EditionFacts, version: str) -> None:
    with builder.division("teiHeader", xml_lang="en"), builder.division("fileDesc"):
        with builder.division("titleStmt"):
            builder.leaf("title", f"{facts.title}: register" if facts.title else "Register")
            for editor in facts.editors:
                builder.leaf("editor", editor)
            with builder.division("respStmt", xml_id="edition"):
                builder.leaf("resp", "records of the texts gathered by rule")
                builder.leaf("name", f"edition {version}")
        with builder.division("publicationStmt"):
            if facts.publisher:
                builder.leaf("publisher", facts.publisher)
                write_availability(builder, facts)
            else:
                builder.leaf("ab", "No publisher of this encoding is stated.", type_="unstated")
        with builder.division("sourceDesc"):
            builder.leaf("p", "Gathered from the texts of the edition.")


def _record(builder: TeiBuilder, gathered: Gathered) -> None:
    record = gathered.fullest
    others = (form for _, other in gathered.notes for form in other.forms)
    forms = dict.fromkeys((record.forms[0], *sorted(others, key=lambda form: (-len(form), form))))
    element, name = {
        "person": ("person", "persName"),
        "place": ("place", "placeName"),
        "org": ("org", "orgName"),
        "work": ("bibl", "title"),
    }[record.kind]
    with builder.division(element, xml_id=gathered.id):
        if record.author:
            builder.leaf("author", record.author)
        for form in forms:
            builder.leaf(name, form, level=record.level or None)
        if record.coordinates:
            with builder.division("location"):
                builder.leaf("geo", record.coordinates)
        if record.kind == "work" and record.date:
            builder.leaf("date", record.date)
        every = (identifier for _, other in gathered.notes for identifier in other.identifiers)
        for authority, value in dict.fromkeys(every):
            builder.leaf("idno", value, type_=authority)
        for note in dict.fromkeys(other.note for _, other in gathered.notes if other.note):
            builder.leaf("note", note)
        if gathered.evidence:
            builder.leaf("note", "; ".join(gathered.evidence), type_="evidence", resp="#edition")
        for text, other in gathered.notes:
            target = _file(text) if other.external else f"{_file(text)}#{other.id}"
            with builder.line("ptr", type_="text", target=target, n=str(other.mentions)):
                pass
