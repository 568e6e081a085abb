"""What the schema asks for and a text does not tell: that it is not known is said, and pages leave it out."""

from __future__ import annotations

from pathlib import Path

import edition
from edition.config import EditionFacts
from edition.publish import publish
from edition.registers import records_of, register_document
from edition.tei import TeiDocument, parse
from edition.validator import load_schema

CASES = Path(__file__).parents[1] / "cases" / "structure"
DEBATE = (CASES / "debate" / "harbour-estimates.txt").read_bytes()
UNSTATED = '<availability status="unknown">'


def document(data: bytes) -> TeiDocument:
    found, unsound = parse(data, name="debate.xml", stem="debate")
    assert found is not None, unsound
    return found


def converted(facts: EditionFacts | None = None) -> bytes:
    data = edition.convert(DEBATE, name="debate.txt", facts=facts).data
    assert data is not None
    return data


def test_a_turn_whose_speaker_is_not_known_says_so_and_no_other_does() -> None:
    turns = list(document(converted()).root.iter("{*}sp"))
    nameless = [turn for turn in turns if turn.get("who") is None]
    assert 0 < len(nameless) < len(turns)
    assert {(turn.get("cert"), turn.get("resp")) for turn in nameless} == {("unknown", None)}
    assert "unknown" not in {turn.get("cert") for turn in turns if turn not in nameless}


def test_a_page_lists_no_speech_as_concluded_because_its_speaker_is_unknown() -> None:
    body = "<sp{}><speaker>A voice:</speaker><p>Shame!</p></sp>"
    start = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        "<title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>"
        "</teiHeader><text><body><div>"
    )
    listed = []
    for said in (' cert="unknown"', ' who="http://example.org/ada" cert="low"'):
        whole = document(f"{start}{body.format(said)}</div></body></text></TEI>".encode())
        page = next(iter(publish([whole], targets=["html"]))).files["debate.html"].decode()
        listed.append('class="inferences"' in page)
    assert listed == [False, True]


def test_a_publisher_without_a_licence_says_that_the_terms_are_not_known() -> None:
    said = converted(EditionFacts(publisher="A press")).decode()
    assert UNSTATED in said
    for facts in (EditionFacts(publisher="A press", licence="CC0"), EditionFacts()):
        assert UNSTATED not in converted(facts).decode()


def test_the_register_of_such_an_edition_says_it_too() -> None:
    made = document(converted())
    for facts, count in ((EditionFacts(publisher="A press"), 1), (EditionFacts(), 0)):
        register = register_document([records_of(made.root, made.stem)], facts, "0.0.0")
        assert register is not None
        assert register.decode().count(UNSTATED) == count
        assert load_schema().grammar.valid(register)


def test_what_is_not_known_of_the_terms_stands_on_no_page() -> None:
    made = converted(EditionFacts(publisher="A press"))
    page = next(iter(publish([document(made)], targets=["html"]))).files["debate.html"].decode()
    assert "No licence is stated" in made.decode()
    assert "A press" in page
    assert "No licence is stated" not in page
