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
from edition.relaxng.reading.patterns import Reader
from edition.relaxng.restrictions import broken_content, broken_rules
from edition.relaxng.states import State, States
from edition.relaxng.violations import Violation


class Schema:
    """A schema in patterns. Documents are given as bytes in UTF-8."""

    def __init__(self, path: Path) -> None:
        self.patterns = Patterns()
        self._reader = Reader(SchemaFiles(path), self.patterns)
        self.pattern: Pattern = self._reader.start()
        self._path = path
        self._sound: set[Definition] = set()
        self.states = States(self.patterns, self._check)
        self.start: State = self.states.state(((None, self.states.derivatives.bare(self.pattern)),))

    @cached_property
    def explorer(self) -> Explorer:
        """What the schema allows, to explain mistakes."""
        return Explorer(self.states, self.start, self.read_all)

    def _check(self, definition: Definition) -> None:
        """Raises SchemaError where what an element may contain breaks a rule of RELAX NG."""
        if definition not in self._sound:
            broken = broken_content(definition, str(self._path))
            if broken:
                raise broken[0]
            self._sound.add(definition)

    def check_all(self) -> None:
        """Raises SchemaError where the schema breaks a rule of RELAX NG, wherever in it."""
        self.read_all()
        broken = broken_rules(self.pattern, str(self._path))
        if broken:
            raise broken[0]
        self._sound.update(self._reader.definitions)

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


_SMALL = 200_000
"""Bytes up to which a schema is checked whole: so large are those that people write themselves."""


def load(path: Path, *, whole: bool | None = None) -> Schema:
    """The schema in the file at `path`, in XML or compact syntax, with what it takes in.

    What is `whole` is checked in all its parts at once. A large schema, which an ODD was made into, is
    checked where documents come to (its elements are read when they are first met): all of it would take
    most of the time that a small document takes. `None` decides by the size of the file.

    Raises SchemaError where the schema breaks a rule of RELAX NG, TooComplexError, OSError where the file
    cannot be read.
    """
    try:
        schema = Schema(path)
        if whole if whole is not None else path.stat().st_size <= _SMALL:
            schema.check_all()
    except RecursionError:
        raise SchemaError("its patterns are nested too deeply", path=str(path)) from None
    return schema
