"""The words and signs of RELAX NG's compact syntax (ISO/IEC 19757-2, annex C.2), each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from edition.relaxng.names import NCNAME


class CompactSyntaxError(Exception):
    """A text that is no schema in compact syntax: why, and where; line and column count from 1."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}: {reason}")
        self.reason, self.line, self.column = reason, line, column


class Token(NamedTuple):
    """One word or sign. `kind` is "literal", "name" (one part), "qualified" (with a prefix), "all" (`p:*`),
    "sign" or "end".

    `text` is what it says: a literal without its quotes, a name without its backslash (then `quoted` is
    true).
    """

    kind: str
    text: str
    line: int
    column: int
    quoted: bool = False

    def says(self, *words: str) -> bool:
        """Whether it is one of these keywords."""
        return self.kind == "name" and not self.quoted and self.text in words

    @property
    def shown(self) -> str:
        """The token as messages show it."""
        return "the end of the file" if self.kind == "end" else f'"{self.text}"'


_ESCAPED_END = "\0"
"""Stands for a line end written as an escape, which may stand in any literal and ends no comment."""
_TOKEN = re.compile(
    rf"""(?P<space>(?:[ \t\n]+|\#[^\n]*)+)
    |(?P<literal>\"\"\"(?P<three>(?:(?!\"\"\").)*)\"\"\"|'''(?P<threes>(?:(?!''').)*)'''
        |"(?P<double>[^"\n]*)"|'(?P<one>[^'\n]*)')
    |(?P<all>{NCNAME}:\*)
    |(?P<qualified>{NCNAME}:{NCNAME})
    |(?P<quoted>\\)?(?P<name>{NCNAME})
    |(?P<sign>&=|\|=|>>|[={{}}\[\](),&|?*+\-~])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\x+\{(?P<code>[0-9A-Fa-f]+)\}")
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Text:
    """A text with its escapes read, which knows where each of its characters stood."""

    def __init__(self, text: str) -> None:
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        wrong = _NO_CHARACTER.search(text)
        if wrong:
            self._shifts = [(0, 0)]
            raise self.error(f"the character U+{ord(wrong[0]):04X} is not allowed", wrong.start())
        self._shifts = [(0, 0)]
        parts: list[str] = []
        end = length = 0
        for match in _ESCAPE.finditer(text):
            code = match["code"].lstrip("0")
            character = (
                chr(int(code, 16)) if 0 < len(code) <= 5 or (code[:2] == "10" and len(code) == 6) else "\0"
            )
            if _NO_CHARACTER.match(character):
                raise self.error(f"{match[0]} stands for no character that XML allows", match.start())
            parts += text[end : match.start()], _ESCAPED_END if character in "\n\r" else character
            length += match.start() - end + 1
            end = match.end()
            self._shifts.append((length, end - length))
        self.text = "".join((*parts, text[end:]))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a place in `text`."""
        offset += self._shifts[bisect_right(self._shifts, (offset, float("inf"))) - 1][1]
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def error(self, reason: str, offset: int) -> CompactSyntaxError:
        """A mistake at a place in `text`."""
        return CompactSyntaxError(reason, *self.place(offset))


def tokens(text: str) -> list[Token]:
    """The tokens of a schema, the last one of kind "end". Comments are left out, documentation (`##`) among
    them.

    Raises CompactSyntaxError.
    """
    source = _Text(text)
    text = source.text
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise source.error(_what_is_wrong(text[at]), at)
        kind = str(match.lastgroup)
        if kind != "space":
            said = match[kind]
            if kind == "literal":
                inner = (match[group] for group in ("three", "threes", "double", "one"))
                said = next(one for one in inner if one is not None).replace(_ESCAPED_END, "\n")
            found.append(Token(kind, said, *source.place(at), quoted=match["quoted"] is not None))
        at = match.end()
    return [*found, Token("end", "", *source.place(at))]


def _what_is_wrong(sign: str) -> str:
    if sign in "\"'":
        return (
            f"the text that {sign} opens is not closed on its line; "
            f"for a text of several lines write {sign * 3}"
        )
    if sign == "\\":
        return (
            'a backslash stands before a name that is also a keyword, as in "\\start"; here no name follows'
        )
    return f'"{sign}" has no meaning here'
