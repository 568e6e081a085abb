"""What an editor says of a newspaper piece, and what an encoding of it says: both as the same fields.

`tests/cases/pieces/README.md` tells what the fields are.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from edition.tei.names import local_name

_XML = "{http://www.w3.org/XML/1998/namespace}"
_TEI = {"t": "http://www.tei-c.org/ns/1.0"}
_INSIDE = frozenset({"p", "head", "note", "item", "quote", "cell", "ab", "epigraph"})
FIELDS = ("title", "issue", "volume", "date", "heads", "rubrics", "bylines", "divisions")
OF_QUOTATIONS = ("bounds", "who", "spoken", "source title", "source date")

Fields = dict[str, object]
Row = tuple[str, str, str, bool | None, str, str]  # of a quotation


def expected(path: Path) -> Fields:
    """The answers of a `.toml` file; what it does not name is empty."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    quotations = raw.pop("quotation", [])
    fields: Fields = {name: raw.pop(name, [] if name in FIELDS[4:] else "") for name in FIELDS}
    assert not raw, f"{path}: unknown answers {sorted(raw)}"
    rows = [
        (
            one["first"],
            one["last"],
            one.get("who", ""),
            one.get("spoken"),
            one.get("title", ""),
            one.get("date", ""),
        )
        for one in quotations
    ]
    return fields | _columns(rows)


def encoded(data: bytes, answers: Fields) -> Fields:
    """The same fields of a TEI document. Bounds are as many characters as the `answers` give."""
    root = etree.fromstring(data)
    header = root.find("t:teiHeader", _TEI)
    body = root.find("t:text/t:body", _TEI)
    assert header is not None and body is not None
    source = header.find("t:fileDesc/t:sourceDesc", _TEI)
    assert source is not None
    fields: Fields = {
        "title": _first(source, ".//t:title[@level='j']"),
        "issue": _scope(source, "issue"),
        "volume": _scope(source, "volume"),
        "date": _value(source.find(".//t:date", _TEI)),
        "heads": [_flat(e) for e in _pieces_heads(body) if e.get("type") != "rubric"],
        "rubrics": [_flat(e) for e in _pieces_heads(body) if e.get("type") == "rubric"],
        "bylines": [_flat(e) for e in body.iterfind(".//t:byline", _TEI)],
        "divisions": [e.get("type", "") for e in body.iterfind("t:div//t:div", _TEI)]
        if len(body) == 1
        else [e.get("type", "") for e in body.iterfind(".//t:div", _TEI)],
    }
    wanted = answers["bounds"]
    assert isinstance(wanted, list)
    rows = [
        _quotation(root, quote, wanted[i] if i < len(wanted) else ("", ""))
        for i, quote in enumerate(_quotes(body))
    ]
    return fields | _columns(rows)


def _columns(rows: list[Row]) -> Fields:
    return {
        "bounds": [(row[0], row[1]) for row in rows],
        "who": [row[2] for row in rows],
        "spoken": [row[3] for row in rows],
        "source title": [row[4] for row in rows],
        "source date": [row[5] for row in rows],
    }


def _pieces_heads(body: etree._Element) -> list[etree._Element]:
    """The heads of the piece itself, or of the pieces; those of letters and sections are not asked for."""
    top = body[0] if len(body) == 1 else body
    return [] if top.get("type") == "letters" else [e for e in top if local_name(e) == "head"]


def _quotes(body: etree._Element) -> Iterator[etree._Element]:
    """The block quotations: those in no paragraph and in no other quotation."""
    for quote in body.iterfind(".//t:quote", _TEI):
        if not any(local_name(above) in _INSIDE for above in quote.iterancestors()):
            yield quote


def _quotation(root: etree._Element, quote: etree._Element, bounds: tuple[str, str]) -> Row:
    words = _flat(quote)
    first, last = bounds
    said = quote.find("t:said", _TEI)
    bibl = None
    if source := quote.get("source", ""):
        bibl = root.find(f".//t:text//t:bibl[@xml:id='{source[1:]}']", {**_TEI, "xml": _XML.strip("{}")})
    who = next((e.get("who", "") for e in quote.iter() if e.get("who")), "")
    if not who and bibl is not None:
        name = bibl.find("t:author/t:persName", _TEI)
        who = name.get("ref", "") if name is not None else ""
    title = _first(bibl, "t:title") if bibl is not None else ""
    date = _value(bibl.find("t:date", _TEI)) if bibl is not None else ""
    return (
        words[: len(first)],
        words[-len(last) :] if last else "",
        _names(root, who),
        said is not None and said.get("aloud") != "false",
        title,
        date,
    )


def _names(root: etree._Element, who: str) -> str:
    """The spellings on the record that is pointed to, parted by bars."""
    for person in root.iterfind(".//t:listPerson/*", _TEI):
        if who and person.get(f"{_XML}id") == who.split(maxsplit=1)[0][1:]:
            return "|".join(_flat(name) for name in person if local_name(name) in ("persName", "name"))
    return who


def mistakes(answers: Fields, found: Fields) -> dict[str, str]:
    """The fields that differ, each with what was wanted and what was found."""
    wrong = {}
    for name, wanted in answers.items():
        got = found[name]
        same = wanted == got
        if name in ("who", "spoken"):
            assert isinstance(wanted, list) and isinstance(got, list)
            agree = _is_named if name == "who" else _is_told
            same = len(wanted) == len(got) and all(map(agree, wanted, got))
        if not same:
            wrong[name] = f"wanted {wanted!r}, found {got!r}"
    return wrong


def _is_named(wanted: str, spellings: str) -> bool:
    return wanted in spellings.split("|")


def _is_told(wanted: bool | None, got: bool | None) -> bool:
    return wanted is None or wanted == got


def _flat(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _first(element: etree._Element, path: str) -> str:
    found = element.find(path, _TEI)
    return _flat(found) if found is not None else ""


def _scope(source: etree._Element, unit: str) -> str:
    found = source.find(f".//t:biblScope[@unit='{unit}']", _TEI)
    return found.get("n", "") if found is not None else ""


def _value(date: etree._Element | None) -> str:
    """A date's value in one word: `when`, `from/to`, or `notBefore..notAfter`."""
    if date is None:
        return ""
    if when := date.get("when"):
        return when
    if date.get("from") or date.get("to"):
        return f"{date.get('from', '')}/{date.get('to', '')}"
    return f"{date.get('notBefore', '')}..{date.get('notAfter', '')}"
