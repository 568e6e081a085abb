r"""A text file as a `Source`: decoded, its line ends made `\n`, its findings said."""

from __future__ import annotations

from edition.converter.read.decode import UndecodableError, decode
from edition.diagnostics import Diagnostic, diagnose
from edition.model import Position, Source
from edition.model.characters import FORBIDDEN

_REPORTED = 20  # places named one by one; a file with thousands gets one line for the rest


def read_source(
    data: bytes, *, name: str, stem: str, encoding: str | None = None
) -> tuple[Source | None, list[Diagnostic]]:
    """The source text in `data`, or None where it holds none; with what there is to say about it."""
    if not data:
        return None, [diagnose("READ-EMPTY", path=name)]
    try:
        decoded = decode(data, encoding)
    except UndecodableError as error:
        return None, [_cannot_decode(error, data, name)]
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in decoded.text else decoded.text
    if not text or text.isspace():
        return None, [diagnose("READ-BLANK", path=name)]
    source = Source(name, stem, text, decoded.encoding)
    findings = []
    if decoded.guessed:
        findings.append(diagnose("READ-ENCODING-GUESSED", path=name, encoding=decoded.encoding))
    elif decoded.encoding not in ("utf-8", "ascii"):
        findings.append(diagnose("READ-ENCODING", path=name, encoding=decoded.encoding))
    findings.extend(_control_characters(source))
    return source, findings


def _control_characters(source: Source) -> list[Diagnostic]:
    """One finding for each character that XML cannot hold; the text keeps them."""
    found = list(FORBIDDEN.finditer(source.text))
    findings = [
        diagnose(
            "READ-CONTROL",
            path=source.name,
            position=source.position(match.start()),
            character=f"U+{ord(match.group()):04X}",
        )
        for match in found[:_REPORTED]
    ]
    if len(found) > _REPORTED:
        findings.append(diagnose("READ-CONTROL-MORE", path=source.name, count=len(found) - _REPORTED))
    return findings


_CODES = {
    "binary": "READ-BINARY",
    "damaged-utf-8": "READ-UTF8-DAMAGED",
    "unknown": "READ-ENCODING-UNKNOWN",
    "wrong": "READ-ENCODING-WRONG",
    "no-such-encoding": "READ-ENCODING-NAME",
}


def _cannot_decode(error: UndecodableError, data: bytes, name: str) -> Diagnostic:
    byte = f"0x{data[error.offset]:02X}" if error.offset < len(data) else ""
    position = None
    if error.reason in ("damaged-utf-8", "wrong"):
        before = data[: error.offset].decode(error.detail or "utf-8", errors="replace")
        before = before.replace("\r\n", "\n").replace("\r", "\n")
        position = Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return diagnose(_CODES[error.reason], path=name, position=position, byte=byte, encoding=error.detail)
