"""Repairs that leave no doubt, made in the file's own bytes: everything else stays as it was written."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterable
from dataclasses import dataclass

from edition.tei import TeiDocument, parse
from edition.tei.positions import Places, decoded, encoding_of
from edition.validator.finding import Finding

_AMPERSAND = re.compile(
    rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>"
    rb"|&(?:(?P<name>[A-Za-z][A-Za-z0-9]*);|(?P<number>\#[0-9]+;|\#x[0-9A-Fa-f]+;)|(?P<bare>))",
    re.DOTALL,
)
_OWN = (b"lt", b"gt", b"amp", b"quot", b"apos")
_NAME = re.compile(rb"</\s*(?P<name>[^\s>]+)")


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """Bytes `start` to `end` of the file in UTF-8 become `new`."""

    start: int
    end: int
    new: bytes


def repaired(document: TeiDocument, findings: Iterable[Finding]) -> bytes | None:
    """The file with what the findings say can be repaired; None where that is nothing.

    The text between the tags is the same afterwards, character by character.
    """
    wanted = [finding for finding in findings if finding.repair is not None]
    if not wanted:
        return None
    places = Places(document, {finding.element for finding in wanted})
    edits = sorted({edit for finding in wanted for edit in _edits(finding, places, document.utf8)})
    after = _edited(document.utf8, edits)
    if after == document.utf8:
        return None
    data = _in_its_encoding(after, document.data)
    again, _ = parse(data, name=document.name, stem=document.stem) if data is not None else (None, [])
    if again is None or _text(again) != _text(document):
        return None
    return data


def with_ampersands(data: bytes) -> bytes | None:
    """A file that is not well-formed with bare `&` as `&amp;`, and the characters that HTML has names for.

    None where there is nothing of the kind.
    """
    encoding = encoding_of(data)
    before = decoded(data, encoding).encode("utf-8", "replace")
    declared = set(re.findall(rb"<!ENTITY\s+([^\s%]+)", before))

    def written(match: re.Match[bytes]) -> bytes:
        if match["bare"] is not None:
            return b"&amp;"
        name = match["name"]
        if name is None or name in _OWN or name in declared:
            return match.group()
        character = html.entities.html5.get(f"{name.decode()};")
        return character.encode() if character else match.group()

    after = _AMPERSAND.sub(written, before)
    return _in_its_encoding(after, data) if after != before else None


def _edits(finding: Finding, places: Places, data: bytes) -> list[_Edit]:
    repair, tag = finding.repair, places.tag(finding.element)
    if repair is None or tag is None or data[tag.start : tag.start + 1] != b"<":
        return []  # what an entity brings along is not repaired where it is used
    if repair.attribute is None:
        return _renamed(repair.name or "", tag.start, tag.inside, tag.end, data)
    found = places.written_attribute(finding.element, repair.attribute)
    if found is None:
        return []
    edits = []
    if repair.name is not None:
        edits.append(_Edit(*found.name, repair.name.encode()))
    if repair.value is not None:
        start, end = found.value
        quote = data[start - 1 : start].decode()
        escaped = repair.value.replace("&", "&amp;").replace("<", "&lt;")
        escaped = escaped.replace('"', "&quot;") if quote == '"' else escaped.replace("'", "&apos;")
        edits.append(_Edit(start, end, escaped.encode()))
    return edits


def _renamed(name: str, start: int, inside: int, end: int, data: bytes) -> list[_Edit]:
    """The name of an element in its start tag and its end tag; a prefix stays."""
    match = re.compile(rb"<([^\s/>]+)").match(data, start)
    if match is None or not name:
        return []
    prefix = match[1].rpartition(b":")[0]
    new = (prefix + b":" if prefix else b"") + name.encode()
    edits = [_Edit(match.start(1), match.end(1), new)]
    if end > inside or not data[start:inside].endswith(b"/>"):
        closing = _NAME.match(data, data.rfind(b"</", inside - 1, end))
        if closing is None:
            return []
        edits.append(_Edit(closing.start("name"), closing.end("name"), new))
    return edits


def _edited(data: bytes, edits: list[_Edit]) -> bytes:
    parts, position = [], 0
    for edit in edits:
        if edit.start < position:
            continue  # two repairs of one place: the first is made, the other the next time
        parts += [data[position : edit.start], edit.new]
        position = edit.end
    return b"".join((*parts, data[position:]))


def _in_its_encoding(utf8: bytes, original: bytes) -> bytes | None:
    """The bytes in the encoding that the file had; None where it cannot hold a character of them."""
    encoding = encoding_of(original)
    try:
        return utf8 if encoding.lower() in _UTF8 else utf8.decode("utf-8").encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return None


_UTF8 = ("utf-8", "utf8", "utf-8-sig")


def _text(document: TeiDocument) -> str:
    return "".join(map(str, document.root.itertext()))
