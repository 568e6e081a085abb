"""What breaks a rule, with its place."""

from __future__ import annotations

from edition.relaxng.errors import SchemaError
from edition.relaxng.patterns import Definition, Kind, Pattern

KINDS = {
    Kind.EMPTY: "<empty>",
    Kind.TEXT: "<text>",
    Kind.DATA: "<data>",
    Kind.VALUE: "<value>",
    Kind.LIST: "<list>",
    Kind.ELEMENT: "<element>",
    Kind.ATTRIBUTE: "<attribute>",
    Kind.CHOICE: "<choice>",
    Kind.GROUP: "<group>",
    Kind.INTERLEAVE: "<interleave>",
    Kind.MORE: "a repetition",
}
"""Kinds of patterns in words."""


class Report:
    """The rules that one schema breaks, each with the place of a pattern, else of the element that
    `definition` defines, whose content it is.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.found: list[SchemaError] = []
        self.definition: Definition | None = None

    def add(self, reason: str, rule: str, pattern: Pattern | None = None) -> None:
        """Notes a mistake in a pattern; the same one at the same place once."""
        path, line = self._path, None
        if pattern is not None and pattern.place is not None:
            path, line = pattern.place
        elif pattern is not None and pattern.definition is not None:
            path, line = pattern.definition.path, pattern.definition.line
        elif self.definition is not None:
            path, line = self.definition.path, self.definition.line
        error = SchemaError(reason, path=path, line=line, rule=rule)
        if all((one.reason, one.path, one.line) != (reason, path, line) for one in self.found):
            self.found.append(error)
