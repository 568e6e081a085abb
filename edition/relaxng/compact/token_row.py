"""The tokens of a schema in compact syntax, taken one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from edition.relaxng.compact.tokens import CompactSyntaxError, Token
from edition.relaxng.compact.xml_syntax import Element

KEYWORDS = frozenset((
    "attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include",
    "inherit", "list", "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token",
))  # fmt: skip
_DEEPEST = 100
"""Braces and parentheses inside one another."""


class TokenRow:
    """The tokens of one schema, and which of them comes next."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0

    @property
    def next(self) -> Token:
        """The next token, not taken yet."""
        return self._tokens[self._at]

    @property
    def after(self) -> Token:
        """The token after the next one."""
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    def take(self) -> Token:
        """Takes the next token."""
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def fail(self, reason: str, token: Token | None = None) -> NoReturn:
        """Raises CompactSyntaxError at `token`, or at the next one."""
        token = token or self.next
        raise CompactSyntaxError(reason, token.line, token.column)

    def at(self, *signs: str) -> bool:
        """Whether one of these signs comes next."""
        return self.next.kind == "sign" and self.next.text in signs

    def keyword(self, *words: str) -> bool:
        """Whether one of these keywords comes next."""
        return self.next.says(*words)

    def sign(self, sign: str, where: str) -> Token:
        """Takes a sign that must come next; `where` is what messages call the place."""
        if not self.at(sign):
            self.fail(f'{where} takes "{sign}" here, not {self.next.shown}')
        return self.take()

    def braces(self, where: str, inside: Callable[[], list[Element]]) -> list[Element]:
        """Takes braces with what `inside` reads in them."""
        self.sign("{", where)
        opened = self._at
        with self.deeper():
            found = inside()
        if not self.at("}"):
            if self.next.kind == "end":
                self.fail('this "{" is not closed', self._tokens[opened - 1])
            self.fail(f'{self.next.shown} stands where "}}" or a sign between patterns is missing')
        self.take()
        return found

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Within it, braces, brackets or parentheses are open; raises CompactSyntaxError for too many."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self.fail(f"more than {_DEEPEST} braces and parentheses stand inside one another")
        yield
        self._depth -= 1

    def literal(self, where: str) -> str:
        """Takes a text in quotation marks, or several joined."""
        if self.next.kind != "literal":
            self.fail(f"{where} takes a text in quotation marks here, not {self.next.shown}")
        text = self.take().text
        while self.at("~"):
            self.take()
            if self.next.kind != "literal":
                self.fail(f'"~" joins two texts in quotation marks; {self.next.shown} is none')
            text += self.take().text
        return text

    def identifier(self, where: str) -> str:
        """Takes a name that is no keyword."""
        token = self.next
        if token.kind != "name":
            self.fail(f"{where} takes a name here, not {token.shown}")
        if token.text in KEYWORDS and not token.quoted:
            self.fail(f'"{token.text}" is a keyword; as a name it is written "\\{token.text}"')
        return self.take().text

    def prefix(self, where: str) -> Token:
        """A prefix that is declared; keywords may be prefixes."""
        if self.next.kind != "name":
            self.fail(f"{where} takes a prefix here, not {self.next.shown}")
        return self.take()
