"""Whatever the bytes: findings with places inside the file, never an exception."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.diagnostics import Severity
from edition.diagnostics.render import as_json, as_text
from edition.tei.positions import characters
from edition.validator import load_schema, validate_bytes

CASES = Path(__file__).resolve().parents[1] / "cases" / "schema"
LETTER = (CASES / "letter.xml").read_bytes()
PIECES = st.sampled_from((
    "<p>", "</p>", "<", ">", "&", "&amp;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", '"', "'",
    "<!DOCTYPE TEI [", "<!ENTITY x 'y'>", "]>", "<TEI>", "<TEI ", "xmlns='", " n='1'", "é", "\r", "\n", "\0",
))  # fmt: skip


def check(data: bytes) -> None:
    found = validate_bytes(data, name="x.xml", stem="x", schema=load_schema())
    lines = characters(data).split("\n")
    for finding in found:
        assert finding.severity is Severity.ERROR
        assert finding.message
        assert finding.position is not None
        assert 1 <= finding.position.line <= len(lines) + 1
        assert finding.position.column >= 1
    assert as_json(found)
    assert as_text(found)


@settings(deadline=None)
@given(st.binary(min_size=0, max_size=200))
def test_any_bytes_are_told_what_they_are(data: bytes) -> None:
    check(data)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_sequence_of_markup_is_told_what_it_is(text: str) -> None:
    check(text.encode())


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(LETTER)), st.integers(0, 20), PIECES)
def test_a_letter_with_a_piece_cut_out_or_put_in_is_never_too_much(
    place: int, length: int, piece: str
) -> None:
    data = LETTER[:place] + piece.encode() + LETTER[place + length :]
    found = validate_bytes(data, name="x.xml", stem="x", schema=load_schema())
    assert as_json(found)
    assert all(finding.position is not None for finding in found)
