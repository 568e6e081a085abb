"""The style sheet of an edition's own, which follows that of all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.diagnostics import CannotRunError, Diagnostic, diagnose
from edition.model import Position

# Comments and strings whole, so that what looks like markup in them is none (CSS Syntax Module Level 3, 4).
_PIECE = re.compile(
    r"(?P<comment>/\*(?:.*?\*/)?)|(?P<string>\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?)"
    r"|(?P<open>[{(\[])|(?P<close>[})\]])|(?P<import>@import\b)|(?P<end></style)",
    re.DOTALL | re.IGNORECASE,
)
_PAIRS = {"{": "}", "(": ")", "[": "]"}


def own_css(path: Path) -> str:
    """The text of the sheet.

    Raises CannotRunError, with the place, for one that cannot be read, is called anything but *.css (its
    words come to stand in every page: an edition from elsewhere could name a private file), would change
    more than it says (a bracket or comment left open swallows what follows), or asks for another file, which
    a page may not.
    """
    if path.resolve().suffix.lower() != ".css":
        raise _error(path, "it is not a file called *.css")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _error(path, error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise _error(path, "it is not UTF-8") from None
    for at, reason in _faults(text):
        line = text.count("\n", 0, at) + 1
        position = Position(line, at - (text.rfind("\n", 0, at) + 1) + 1)
        raise _error(path, reason, position, text.splitlines()[line - 1])
    return text


def _faults(text: str) -> Iterator[tuple[int, str]]:
    """Where something is wrong, in the order of the text; what was left open comes last."""
    opened: list[tuple[int, str]] = []
    for found in _PIECE.finditer(text):
        piece, at = found[0], found.start()
        if found["comment"] and not (len(piece) > 3 and piece.endswith("*/")):
            yield at, "a comment is never closed by */"
        elif found["string"] and (len(piece) == 1 or piece[-1] != piece[0]):
            yield at, f"a text in {piece[0]} is never closed"
        elif found["import"]:
            yield at, "@import asks for another file; put its rules here"
        elif found["end"]:
            yield at, "</style ends the style of a page"
        elif found["open"]:
            opened.append((at, piece))
        elif found["close"]:
            if not opened or _PAIRS[opened[-1][1]] != piece:
                yield at, f"{piece} closes nothing"
                return
            opened.pop()
    if opened:
        at, piece = opened[-1]
        yield at, f"{piece} is never closed"


def _error(path: Path, reason: str, position: Position | None = None, excerpt: str = "") -> CannotRunError:
    said: Diagnostic = diagnose(
        "PUBLISH-OWN-CSS", path=path.name, position=position, excerpt=excerpt, reason=reason
    )
    return CannotRunError(said)
