"""Annotations in compact syntax, which are read over (ISO/IEC 19757-2, annex C)."""

from __future__ import annotations

from edition.relaxng.compact.declarations import Declarations
from edition.relaxng.compact.token_row import TokenRow


class Annotations:
    """Reads over the annotations of one schema."""

    def __init__(self, row: TokenRow, declared: Declarations) -> None:
        self._row = row
        self._declared = declared

    def before(self) -> None:
        """Reads over annotations in brackets before something."""
        while self._row.at("["):
            self._bracketed()

    def following(self) -> None:
        """Reads over annotations after something, each after `>>`."""
        while self._row.at(">>"):
            self._row.take()
            if self._row.next.kind not in ("name", "qualified"):
                self._row.fail(f'">>" takes the name of an annotation, not {self._row.next.shown}')
            self.named()

    def named(self) -> None:
        """Reads over an annotation with its name before the brackets."""
        self._name()
        self._bracketed()

    def _name(self) -> None:
        if self._row.next.kind == "qualified":
            self._declared.namespace(self._row.next)
        self._row.take()

    def _bracketed(self) -> None:
        opened = self._row.sign("[", "an annotation")
        with self._row.deeper():
            while not self._row.at("]"):
                if self._row.next.kind == "end":
                    self._row.fail('this "[" is not closed', opened)
                if self._row.next.kind == "literal":
                    self._row.literal("an annotation")
                    continue
                if self._row.next.kind not in ("name", "qualified"):
                    self._row.fail(f"{self._row.next.shown} cannot stand in an annotation")
                self._name()
                if self._row.at("="):
                    self._row.take()
                    self._row.literal("an annotation")
                else:
                    self._bracketed()
        self._row.take()
