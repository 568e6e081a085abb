"""Bytes to text: encodings, line ends, and characters that XML cannot hold."""

from __future__ import annotations

import pytest

from edition.converter.read import read_source
from edition.model import Position

GERMAN = "Der Bürgermeister sagte, daß die Straße schön sei und größer als früher."
RUSSIAN = "Товарищи, мы прожили год и кое-чего добились, но это всё ещё мало, если посмотреть на врага."


@pytest.mark.parametrize(
    ("text", "encoding", "taken"),
    [
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-8-sig", "utf-8"),
        (GERMAN, "utf-16", "utf-16"),
        (GERMAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "utf-16-be", "utf-16-be"),
        (GERMAN, "utf-32", "utf-32"),
        (GERMAN, "latin-1", "cp1252"),
        ("À la mairie, c’est l’été – déjà pour les élèves et le maire.", "cp1252", "cp1252"),
        (
            "Příliš žluťoučký kůň úpěl ďábelské ódy a nikdo nevěděl proč, když přišel večer.",
            "cp1250",
            "cp1250",
        ),
        (RUSSIAN, "koi8-r", "koi8_r"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_told_from_the_bytes_and_said(text: str, encoding: str, taken: str) -> None:
    source, findings = read_source(text.encode(encoding), name="a.txt", stem="a")
    assert source is not None
    assert (source.text, source.encoding) == (text, taken)
    assert [f.code for f in findings if f.code.startswith("READ-ENCODING")] == (
        [] if taken == "utf-8" else ["READ-ENCODING" if taken.startswith("utf") else "READ-ENCODING-GUESSED"]
    )


def test_the_encoding_asked_for_is_taken() -> None:
    source, _ = read_source(GERMAN.encode("cp437"), name="a.txt", stem="a", encoding="cp437")
    assert source is not None and source.text == GERMAN


@pytest.mark.parametrize(
    ("data", "encoding", "code", "position"),
    [
        (b"", None, "READ-EMPTY", None),
        (b"\xef\xbb\xbf\r\n\xc2\xa0", None, "READ-BLANK", None),
        (b"PK\x03\x04 and so on", None, "READ-BINARY", None),
        (b"%PDF-1.7", None, "READ-BINARY", None),
        (bytes(range(256)), None, "READ-BINARY", None),
        ("é\r\nnaïve ".encode() + b"\xff", None, "READ-UTF8-DAMAGED", Position(2, 7)),
        (b"\x81\x8d\x8f\x90\x9d" * 5, None, "READ-ENCODING-UNKNOWN", None),
        (b"caf\xe9", "utf-8", "READ-ENCODING-WRONG", Position(1, 4)),
        (b"cafe", "utf-99", "READ-ENCODING-NAME", None),
        (b"cafe", "rot13", "READ-ENCODING-NAME", None),
    ],
)
def test_what_is_no_text_is_said_to_be_none(
    data: bytes, encoding: str | None, code: str, position: Position | None
) -> None:
    source, findings = read_source(data, name="a.txt", stem="a", encoding=encoding)
    assert source is None
    assert [(finding.code, finding.position) for finding in findings] == [(code, position)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_count_as_one(end: str) -> None:
    source, _ = read_source(f"one{end}{end}two".encode(), name="a.txt", stem="a")
    assert source is not None and source.text == "one\n\ntwo"


def test_other_separators_end_no_line() -> None:
    text = "one\x85two\u2028three\x0bfour"
    source, _ = read_source(text.encode(), name="a.txt", stem="a")
    assert source is not None and source.text == text and source.position(8).line == 1


def test_control_characters_are_reported_with_their_place_and_kept() -> None:
    source, findings = read_source(b"A bell \x07 rings.\n\x0cPage two", name="a.txt", stem="a")
    assert source is not None and "\x07" in source.text and "\x0c" in source.text
    assert [(f.code, f.position) for f in findings] == [
        ("READ-CONTROL", Position(1, 8)),
        ("READ-CONTROL", Position(2, 1)),
    ]


def test_thousands_of_control_characters_do_not_make_thousands_of_messages() -> None:
    _, findings = read_source(b"text " * 1000 + b"\x07" * 30, name="a.txt", stem="a")
    assert (
        len(findings) == 21 and findings[-1].code == "READ-CONTROL-MORE" and "10 more" in findings[-1].message
    )
