"""Patterns of RELAX NG as values: equal patterns are one object.

What is left after simplification (specification, section 4): references are gone, `optional` and `zeroOrMore`
are choices, `mixed` an interleave. Patterns are made by a `Patterns` only, which keeps them, so that what was
concluded about one (its derivatives) can be remembered by it. There is a bound to how many it makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from edition.relaxng.datatypes import Datatype
from edition.relaxng.errors import TooComplexError
from edition.relaxng.names import NameClass

MOST = 1_500_000
"""How many patterns one schema may come to, with all that its documents make of it: some 500 MB."""


class Kind(Enum):
    """The kinds of pattern of the simple form."""

    NOT_ALLOWED = auto()
    EMPTY = auto()
    TEXT = auto()
    DATA = auto()
    VALUE = auto()
    LIST = auto()
    ELEMENT = auto()
    ATTRIBUTE = auto()
    CHOICE = auto()
    GROUP = auto()
    INTERLEAVE = auto()
    MORE = auto()  # oneOrMore

    __hash__ = object.__hash__  # Enum's own hashes the name each time


@dataclass(eq=False, slots=True)
class Definition:
    """An `element` of the schema: its names, and its content, which is read when it is first asked for.

    `number` counts them as they are read; `path` and `line` are where it stands in the schema, `source` the
    element there.
    """

    number: int
    names: NameClass
    path: str
    line: int | None
    source: Any
    read: Callable[[], Pattern]
    _content: Pattern | None = None

    @property
    def content(self) -> Pattern:
        """Attributes and content together, as the schema has them."""
        if self._content is None:
            self._content = self.read()
        return self._content


@dataclass(eq=False, slots=True)
class Pattern:
    """One pattern, never changed; which fields say something depends on `kind`.

    `parts` are those of CHOICE, GROUP, INTERLEAVE (two), MORE, LIST, the value of an ATTRIBUTE, and what a
    DATA excepts. `place` is where in the schema an ATTRIBUTE, DATA or VALUE was first read: path and line.
    """

    kind: Kind
    number: int
    nullable: bool
    parts: tuple[Pattern, ...] = ()
    definition: Definition | None = None
    names: NameClass | None = None
    datatype: Datatype | None = None
    text: str = ""
    namespaces: tuple[tuple[str, str], ...] = ()
    has_attributes: bool = False
    has_data: bool = False  # text of a form: DATA, VALUE, LIST
    has_text: bool = False
    place: tuple[str, int | None] | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"<{self.kind.name} {self.number}>"


class Patterns:
    """Makes patterns, each only once."""

    def __init__(self) -> None:
        self._known: dict[Any, Pattern] = {}
        self.not_allowed = self._one(Kind.NOT_ALLOWED, False)
        self.empty = self._one(Kind.EMPTY, True)
        self.text = self._one(Kind.TEXT, True, has_text=True)

    def element(self, definition: Definition) -> Pattern:
        """One element."""
        return self._one(Kind.ELEMENT, False, definition=definition)

    def attribute(
        self, names: NameClass, value: Pattern, place: tuple[str, int | None] | None = None
    ) -> Pattern:
        """One attribute. (With a value that is not allowed it is itself not allowed.)"""
        if value is self.not_allowed:
            return value
        return self._one(Kind.ATTRIBUTE, False, (value,), names=names, has_attributes=True, place=place)

    def data(
        self, datatype: Datatype, but: Pattern | None = None, place: tuple[str, int | None] | None = None
    ) -> Pattern:
        """Text of a datatype, but for what matches `but`."""
        parts = () if but is None or but is self.not_allowed else (but,)
        return self._one(Kind.DATA, False, parts, datatype=datatype, has_data=True, place=place)

    def value(
        self,
        datatype: Datatype,
        text: str,
        namespaces: Iterable[tuple[str, str]] = (),
        place: tuple[str, int | None] | None = None,
    ) -> Pattern:
        """One value of a datatype; `namespaces` are the prefixes in scope, where the datatype needs them."""
        scope = tuple(sorted(namespaces))
        return self._one(
            Kind.VALUE, False, datatype=datatype, text=text, namespaces=scope, has_data=True, place=place
        )

    def words(self, part: Pattern) -> Pattern:
        """Words parted by white space."""
        if part is self.not_allowed:
            return part
        return self._one(Kind.LIST, False, (part,), has_data=True)

    def choice(self, *parts: Pattern) -> Pattern:
        """One of `parts`."""
        flat: dict[int, Pattern] = {}
        for part in parts:
            for one in part.parts if part.kind is Kind.CHOICE else (part,):
                if one is not self.not_allowed:
                    flat[one.number] = one
        if len(flat) > 1 and self.empty.number in flat:
            del flat[self.empty.number]
            if not any(one.nullable for one in flat.values()):
                flat[self.empty.number] = self.empty
        if not flat:
            return self.not_allowed
        if len(flat) == 1:
            return next(iter(flat.values()))
        key = tuple(sorted(flat))  # the same parts in another order are the same pattern
        known = self._known.get(key)
        if known is not None:
            return known
        ordered = tuple([flat[number] for number in key])
        return self._one(
            Kind.CHOICE,
            any(one.nullable for one in ordered),
            ordered,
            key,
            has_attributes=any(one.has_attributes for one in ordered),
            has_data=any(one.has_data for one in ordered),
            has_text=any(one.has_text for one in ordered),
        )

    def group(self, *parts: Pattern) -> Pattern:
        """`parts` one after the other."""
        return self._balanced(self.pair, parts)

    def interleave(self, *parts: Pattern) -> Pattern:
        """`parts` in any order, mingled."""
        return self._balanced(self.mingled, parts)

    def more(self, part: Pattern) -> Pattern:
        """`part` once or several times."""
        if part.kind in _NO_MORE:
            return part
        if part.kind is Kind.CHOICE and self.empty in part.parts:
            rest = self.choice(*(one for one in part.parts if one is not self.empty))
            return self.choice(self.empty, self.more(rest))
        return self._one(
            Kind.MORE,
            part.nullable,
            (part,),
            has_attributes=part.has_attributes,
            has_data=part.has_data,
            has_text=part.has_text,
        )

    def optional(self, part: Pattern) -> Pattern:
        """`part` or nothing."""
        return self.choice(self.empty, part)

    def pair(self, first: Pattern, second: Pattern) -> Pattern:
        """`first`, then `second`."""
        if first is self.not_allowed or second is self.not_allowed:
            return self.not_allowed
        if first is self.empty:
            return second
        if second is self.empty:
            return first
        return self._joined(Kind.GROUP, first, second)

    def mingled(self, first: Pattern, second: Pattern) -> Pattern:
        """`first` and `second` in any order."""
        if first is self.not_allowed or second is self.not_allowed:
            return self.not_allowed
        if first is self.empty:
            return second
        if second is self.empty:
            return first
        if first.number > second.number:
            first, second = second, first
        return self._joined(Kind.INTERLEAVE, first, second)

    def _joined(self, kind: Kind, first: Pattern, second: Pattern) -> Pattern:
        key = (kind, first.number, second.number)
        known = self._known.get(key)
        if known is not None:
            return known
        return self._one(
            kind,
            first.nullable and second.nullable,
            (first, second),
            key,
            has_attributes=first.has_attributes or second.has_attributes,
            has_data=first.has_data or second.has_data,
            has_text=first.has_text or second.has_text,
        )

    def _balanced(self, join: Callable[[Pattern, Pattern], Pattern], parts: tuple[Pattern, ...]) -> Pattern:
        """Many parts as a tree that is nowhere deep, so that nothing that walks over it has to be."""
        if not parts:
            return self.empty
        if len(parts) == 1:
            return parts[0]
        middle = len(parts) // 2
        return join(self._balanced(join, parts[:middle]), self._balanced(join, parts[middle:]))

    def _one(
        self, kind: Kind, nullable: bool, parts: tuple[Pattern, ...] = (), key: Any = None, **fields: Any
    ) -> Pattern:
        if key is None:
            numbers = tuple([part.number for part in parts])
            said = tuple(
                [
                    id(value) if isinstance(value, Definition) else value
                    for name, value in fields.items()
                    if name != "place"
                ]
            )
            key = (kind, numbers, said)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST:
                raise TooComplexError
            known = self._known[key] = Pattern(kind, len(self._known), nullable, parts, **fields)
        return known


_NO_MORE = frozenset((Kind.NOT_ALLOWED, Kind.EMPTY, Kind.TEXT, Kind.MORE))
