"""Regular expressions of XML Schema (XSD 1.0, appendix F): read, and held against whole texts.

They are not handed to Python's `re`: it has no subtraction of classes, other classes, and it backtracks, so a
pattern such as `(a+)+b` in a schema would hang on thirty letters. Here a text is read once (see `terms`),
whatever the pattern.

As the second edition of XSD 1.0 allows, a hyphen may stand first or last in a class; jing refuses such
schemas.
"""

from __future__ import annotations

import re

from edition.relaxng.datatypes.characters import (
    CATEGORIES,
    EXCEPT_LINE_ENDS,
    SHORTHANDS,
    CharacterClass,
    block,
    single,
)
from edition.relaxng.datatypes.datatype import PatternLimitError
from edition.relaxng.datatypes.terms import Term, Terms

_MOST_TERMS = 20_000
"""When a pattern has led through so many terms, they are forgotten, so that memory has a bound."""
_MOST_WORK = 2_000_000
"""Steps that one text may take beyond those remembered: about two seconds."""
_WORK_PER_CHARACTER = 20
"""And so many more for each character, so that long texts are not refused for their length."""
_DEEPEST = 100
"""Parentheses inside one another, and classes inside one another."""
_MOST_REPETITIONS = 10**9


class ExpressionError(Exception):
    """A text that is no regular expression of XML Schema; the message says where and why."""


class Expression:
    """A pattern. Raises ExpressionError if `text` is none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._terms = Terms()
        self._start = _Reader(text, self._terms).read()

    def matches(self, text: str) -> bool:
        """Whether the pattern matches `text` from its beginning to its end.

        Raises PatternLimitError if that takes too many steps.
        """
        terms = self._terms
        limit = terms.work + _MOST_WORK + _WORK_PER_CHARACTER * len(text)
        state, nothing = self._start, terms.nothing
        for character in text:
            following = state.following.get(character)
            if following is None:
                following = terms.derivative(state, character)
                if terms.work > limit:
                    raise PatternLimitError(
                        f'the pattern "{self.text}" can be read in too many ways to decide on a text of '
                        f"{len(text)} characters; write it with fewer repetitions inside repetitions"
                    )
                if len(terms) > _MOST_TERMS:
                    terms.forget()
            if following is nothing:
                return False
            state = following
        return state.empty


class _Reader:
    """Reads one pattern into terms, by recursive descent over the grammar of appendix F."""

    def __init__(self, text: str, terms: Terms) -> None:
        self._text = text
        self._terms = terms
        self._at = 0
        self._depth = 0

    def read(self) -> Term:
        term = self._choice()
        if self._at < len(self._text):
            raise self._error('")" closes nothing; write \\) for the sign itself')
        return term

    def _error(self, what: str) -> ExpressionError:
        return ExpressionError(f"at character {self._at + 1}, {what}")

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._error(f"more than {_DEEPEST} parentheses or brackets stand inside one another")

    def _choice(self) -> Term:
        self._deeper()
        branches = [self._branch()]
        while self._next() == "|":
            self._at += 1
            branches.append(self._branch())
        self._depth -= 1
        return self._terms.choice(branches)

    def _branch(self) -> Term:
        pieces = []
        while self._next() not in ("", "|", ")"):
            pieces.append(self._piece())
        branch = self._terms.nil
        for piece in reversed(pieces):
            branch = self._terms.sequence(piece, branch)
        return branch

    def _piece(self) -> Term:
        atom = self._atom()
        sign = self._next()
        if sign in ("?", "*", "+") and sign:
            self._at += 1
            low, high = {"?": (0, 1), "*": (0, None), "+": (1, None)}[sign]
        elif sign == "{":
            low, high = self._quantity()
        else:
            return atom
        if self._next() in ("?", "*", "+", "{") and self._next():
            raise self._error(
                f'"{self._next()}" follows another repetition; XML Schema has no lazy or possessive ones, '
                "and for a repetition of a repetition use parentheses"
            )
        return self._terms.repeat(atom, low, high)

    def _quantity(self) -> tuple[int, int | None]:
        match = _QUANTITY.match(self._text, self._at)
        if match is None:
            raise self._error(
                '"{" is followed by no count such as {2}, {2,} or {2,3}; write \\{ for the sign itself'
            )
        low = int(match["low"][:10])
        high = low if match["comma"] is None else int(match["high"][:10]) if match["high"] else None
        if high is not None and low > high:
            raise self._error(f"the count {match[0]} ends before it begins")
        self._at = match.end()
        # No text is so long that more could be told from this many.
        return min(low, _MOST_REPETITIONS), None if high is None or high > _MOST_REPETITIONS else high

    def _atom(self) -> Term:
        sign = self._next()
        if sign == "(":
            opened = self._at
            self._at += 1
            term = self._choice()
            if self._next() != ")":
                self._at = opened
                raise self._error('"(" is not closed; write \\( for the sign itself')
            self._at += 1
            return term
        if sign == "[":
            return self._terms.one_of(self._class())
        if sign == "\\":
            return self._terms.one_of(self._escape())
        if sign == ".":
            self._at += 1
            return self._terms.one_of(EXCEPT_LINE_ENDS)
        if sign in ("?", "*", "+"):
            raise self._error(f'"{sign}" repeats nothing; write \\{sign} for the sign itself')
        if sign in ("{", "}", "]"):
            raise self._error(f'"{sign}" stands alone; write \\{sign} for the sign itself')
        self._at += 1
        return self._terms.one_of(single(sign))

    def _escape(self) -> CharacterClass:
        """A backslash and what follows."""
        letter = self._text[self._at + 1 : self._at + 2]
        if letter in ("p", "P") and letter:
            return self._property()
        shorthand = SHORTHANDS.get(letter)
        character = _ESCAPES.get(letter)
        if shorthand is None and character is None:
            raise self._error(self._bad_escape(letter))
        self._at += 2
        return shorthand or single(str(character))

    def _bad_escape(self, letter: str) -> str:
        if not letter:
            return "a backslash ends the pattern; write \\\\ for the sign itself"
        if letter in "bBAZzG":
            return f"XML Schema has no \\{letter}; its patterns always match the whole value"
        if letter.isdigit():
            return f"XML Schema has no \\{letter}, no references back to a group"
        if letter.isalpha():
            return f"XML Schema has no \\{letter}"
        return f'"{letter}" can have no backslash in a pattern of XML Schema; write "{letter}" alone'

    def _property(self) -> CharacterClass:
        match = _PROPERTY.match(self._text, self._at)
        if match is None:
            raise self._error("\\p is followed by no property in braces, such as \\p{L}")
        name = match["name"]
        if name in CATEGORIES:
            found: CharacterClass | None = CharacterClass(categories=(name,))
        else:
            found = block(name[2:]) if name.startswith("Is") else None
        if found is None:
            raise self._error(
                f'Unicode has no property "{name}"; there are categories such as \\p{{Lu}} and blocks '
                "such as \\p{IsGreek}"
            )
        self._at = match.end()
        return found.complement() if match["letter"] == "P" else found

    def _class(self) -> CharacterClass:
        """What stands in brackets."""
        self._deeper()
        opened = self._at
        self._at += 1
        negated = self._next() == "^"
        if negated:
            self._at += 1
        ranges: list[tuple[str, str]] = []
        others: list[CharacterClass] = []
        subtracted = None
        first = self._at
        while (sign := self._next()) != "]":
            if not sign:
                self._at = opened
                raise self._error('"[" is not closed; write \\[ for the sign itself')
            if sign == "[":
                raise self._error('"[" stands inside brackets; write \\[ for the sign itself')
            if self._text.startswith("-[", self._at) and self._at > first:
                self._at += 1
                subtracted = self._class()
                if self._next() != "]":
                    raise self._error('something follows the class that is taken away; "]" must')
                break
            if sign == "-" and self._at > first and self._text[self._at + 1 : self._at + 2] != "]":
                raise self._error('"-" stands between no two characters; write \\- for the sign itself')
            self._member(ranges, others)
        if not ranges and not others:
            raise self._error("the brackets are empty")
        self._at += 1
        self._depth -= 1
        return CharacterClass(tuple(ranges), (), tuple(others), negated=negated, subtracted=subtracted)

    def _member(self, ranges: list[tuple[str, str]], others: list[CharacterClass]) -> None:
        """A character, a range of them, or a class by its escape."""
        start = self._character()
        if isinstance(start, CharacterClass):
            others.append(start)
            return
        end = start
        following = self._text[self._at : self._at + 2]
        if following[:1] == "-" and following not in ("-[", "-]", "-"):
            self._at += 1
            if self._next() == "-":
                raise self._error('a range ends with "-"; write \\- for the sign itself')
            ending = self._character()
            if isinstance(ending, CharacterClass):
                raise self._error("a range ends with a class of characters")
            end = ending
            if end < start:
                raise self._error(f'the range from "{start}" to "{end}" ends before it begins')
        ranges.append((start, end))

    def _character(self) -> str | CharacterClass:
        sign = self._next()
        if sign != "\\":
            self._at += 1
            return sign
        letter = self._text[self._at + 1 : self._at + 2]
        if letter in _ESCAPES:
            self._at += 2
            return _ESCAPES[letter]
        return self._escape()


_QUANTITY = re.compile(r"\{(?P<low>[0-9]+)(?P<comma>,(?P<high>[0-9]+)?)?\}")
_PROPERTY = re.compile(r"\\(?P<letter>[pP])\{(?P<name>[A-Za-z0-9-]+)\}")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", **{sign: sign for sign in "\\|.-^?*+{}()[]"}}
