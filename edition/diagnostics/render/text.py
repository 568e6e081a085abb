"""Diagnostics as text for the terminal: what, where, the passage shown, what to do next."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections import Counter
from collections.abc import Iterable

import click

from edition.diagnostics.diagnostic import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDTH = 76
"""Terminal cells that an excerpt may take."""
_BEFORE = 30
"""Cells of the line shown before the place, when the line is too long to be shown whole."""


def as_text(
    diagnostics: Iterable[Diagnostic], *, colour: bool = False, more: bool = False, few: int | None = None
) -> str:
    """The diagnostics one after the other, each ending in a line end; empty for none.

    With `more`, the first of each code says how to read more about it. With `few`, so many of those in one
    document that differ by their place only are shown, and the rest of them counted in a line after these.
    """
    diagnostics = list(diagnostics)
    alike = Counter(map(_likeness, diagnostics))
    shown: Counter[tuple[str, ...]] = Counter()
    told: set[str] = set()
    lines = []
    for diagnostic in diagnostics:
        kind = _likeness(diagnostic)
        shown[kind] += 1
        if few is not None and shown[kind] > few:
            continue
        lines.append(f"{one(diagnostic, colour=colour, more=more and diagnostic.code not in told)}\n")
        told.add(diagnostic.code)
        if shown[kind] == few and alike[kind] > few:
            line = _rest(diagnostic.path, alike[kind] - few)
            lines.append(f"{click.style(line, dim=True) if colour else line}\n")
    return "".join(lines)


def _likeness(diagnostic: Diagnostic) -> tuple[str, ...]:
    """What findings have in common that one can be read for all; the lines they name may differ."""
    said = re.sub(r"\bline \d+", "line", diagnostic.message)
    return diagnostic.path, diagnostic.code, str(diagnostic.severity), said


def _rest(path: str, count: int) -> str:
    argument = "-" if path == "<stdin>" else shlex.quote(path)
    command = f"edition validate {argument} --format json"
    return visible(f"  … and {count:,} more like it in {path} ({command} lists all)")


def one(diagnostic: Diagnostic, *, colour: bool = False, more: bool = False) -> str:
    """One diagnostic: a line that tools can read (path:line:column), the passage, the hint.

    With `more`, where to read more about its code.
    """

    def style(text: str, **styles: object) -> str:
        return click.style(text, **styles) if colour else text  # type: ignore[arg-type]

    position = diagnostic.position
    place = diagnostic.path or "edition"
    if position:
        place = f"{place}:{position.line}:{position.column}"
    severity = style(str(diagnostic.severity), fg=_COLOURS[diagnostic.severity], bold=True)
    lines = [f"{style(place, bold=True)} {severity} {diagnostic.code}  {visible(diagnostic.message)}"]
    if position and diagnostic.excerpt:
        shown, caret = window(diagnostic.excerpt, position.column)
        room = max(cells(shown) - caret, 1)
        column = position.column - 1
        meant = cells(visible(diagnostic.excerpt[column : column + diagnostic.length]))
        under = "^" * max(1, min(meant, room))
        number, margin = style(f"{position.line:>6} |", dim=True), style(f"{'':>6} |", dim=True)
        lines.append(f"{number} {shown}".rstrip())
        lines.append(f"{margin} {' ' * caret}{style(under, fg='red', bold=True)}")
    if diagnostic.hint:
        lines.append(f"  {style('hint:', fg='green')} {visible(diagnostic.hint)}")
    if more:
        lines.append(f"  {style('more:', dim=True)} edition explain {diagnostic.code}")
    return "\n".join(lines)


def window(line: str, column: int) -> tuple[str, int]:
    """The part of `line` around `column` (from 1) that fits, and how many cells lie before the place.

    White space at the beginning is cut, a cut in the text is marked by an ellipsis.
    """
    place = min(column - 1, len(line))
    first = min(len(line) - len(line.lstrip()), place)
    behind = line[place : place + _WIDTH]
    room = sum(map(_width, behind)) if len(line) - place <= _WIDTH else _WIDTH
    start, before = place, 0
    while start > first:
        more = before + _width(line[start - 1])
        if more > _BEFORE and more + room > _WIDTH:
            break
        start, before = start - 1, more
    end, used = place, before
    while end < len(line) and used < _WIDTH:
        used += _width(line[end])
        end += 1
    cut = start > first
    shown = ("…" if cut else "") + visible(line[start:end]) + ("…" if end < len(line) else "")
    return shown, before + (1 if cut else 0)


def _width(character: str) -> int:
    return cells(_shown(character))


def visible(text: str) -> str:
    """The text with control characters and lone surrogates shown as pictures, so none acts on a terminal."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return "    "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    # Other controls, and the marks that turn the direction of a whole line.
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING else character


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def cells(text: str) -> int:
    """How many terminal cells `text` takes: two for wide letters, none for combining marks."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
