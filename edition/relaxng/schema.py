"""A RELAX NG schema, ready for use."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from edition.relaxng.errors import SchemaError
from edition.relaxng.exploring import Explorer
from edition.relaxng.files import SchemaFiles
from edition.relaxng.matching import Match, Near
from edition.relaxng.patterns import Definition, Pattern, Patterns
from edition.relaxng.reading import Reader
from edition.relaxng.restrictions import broken_rules
from edition.relaxng.states import State, States
from edition.relaxng.violations import Violation


class Schema:
    """A schema in patterns. Documents are given as bytes in UTF-8."""

    def __init__(self, path: Path) -> None:
        self.patterns = Patterns()
        self._reader = Reader(SchemaFiles(path), self.patterns)
        self.pattern: Pattern = self._reader.start()
        self.states = States(self.patterns)
        self.start: State = self.states.state(((None, self.states.derivatives.bare(self.pattern)),))

    @cached_property
    def explorer(self) -> Explorer:
        """What the schema allows, to explain mistakes."""
        return Explorer(self.states, self.start, self.read_all)

    def read_all(self) -> Iterable[Definition]:
        """All definitions of the schema, read and checked. Raises SchemaError."""
        self._reader.everything()
        return self._reader.definitions

    def violations(self, data: bytes, *, near: Near | None = None) -> list[Violation]:
        """Where the document leaves the schema, in the order of its places; none for a valid one.

        Raises NotWellFormedError, TooComplexError.
        """
        return Match(self.states, self.start, self.explorer, near=near).read(data)

    def valid(self, data: bytes) -> bool:
        """Whether the document is valid. Raises NotWellFormedError, TooComplexError."""
        return not Match(self.states, self.start, self.explorer, most=1).read(data)


def load(path: Path) -> Schema:
    """The schema in the file at `path`, in XML or compact syntax, with what it takes in.

    All of it is read, so that what is wrong is told whatever documents use of it. Raises SchemaError where it
    breaks a rule of RELAX NG, TooComplexError, OSError where the file cannot be read.
    """
    try:
        schema = Schema(path)
        schema.read_all()
        broken = broken_rules(schema.pattern, str(path))
    except RecursionError:
        raise SchemaError("its patterns are nested too deeply", path=str(path)) from None
    if broken:
        raise broken[0]
    return schema
