"""Patterns of RELAX NG as values, and their derivatives: what may still follow after what was seen.

The idea is Brzozowski's, brought to RELAX NG by James Clark: the derivative of a pattern by a name is the
pattern of everything that may follow once an element of that name was read. Equal patterns are one object
(`Patterns` keeps them), which makes derivatives cheap to remember.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

TEXT = "#text"
"""The name that stands for running text among the names of elements."""


class Kind(Enum):
    """The kinds of pattern that are left when definitions and shorthand are resolved."""

    NOTHING = auto()  # no content at all is right
    EMPTY = auto()
    TEXT = auto()
    DATA = auto()  # text of a certain form
    NAME = auto()  # an element or attribute
    ANY_NAME = auto()  # an element or attribute whatever its name
    CHOICE = auto()
    GROUP = auto()
    INTERLEAVE = auto()
    MORE = auto()  # once or several times


@dataclass(frozen=True, eq=False, slots=True)
class Pattern:
    """One pattern. `name` is `{namespace}local` (NAME) or a namespace, "" for any (ANY_NAME)."""

    kind: Kind
    parts: tuple[Pattern, ...] = ()
    name: str = ""
    excluded: frozenset[str] = frozenset()
    nullable: bool = False

    def matches(self, name: str) -> bool:
        """Whether a NAME or ANY_NAME pattern stands for `name`."""
        if self.kind is Kind.NAME:
            return self.name == name
        namespace = name[1:].partition("}")[0] if name.startswith("{") else ""
        if name in self.excluded or f"{{{namespace}}}" in self.excluded:
            return False
        return self.name in ("", f"{{{namespace}}}")


class Patterns:
    """Makes patterns, each only once, and remembers their derivatives."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Pattern] = {}
        self._derivatives: dict[tuple[Pattern, str], Pattern] = {}
        self._firsts: dict[Pattern, frozenset[str]] = {}
        self._names: dict[Pattern, frozenset[str]] = {}
        self.nothing = self._one(Kind.NOTHING)
        self.empty = self._one(Kind.EMPTY, nullable=True)
        self.text = self._one(Kind.TEXT, nullable=True)
        self.data = self._one(Kind.DATA)

    def name(self, name: str) -> Pattern:
        """The pattern of one element or attribute called `name`."""
        return self._one(Kind.NAME, name=name)

    def any_name(self, namespace: str = "", excluded: Iterable[str] = ()) -> Pattern:
        """An element or attribute of any name; `namespace` as `{uri}`, "" for all; but for the `excluded`."""
        return self._one(Kind.ANY_NAME, name=namespace, excluded=frozenset(excluded))

    def choice(self, *parts: Pattern) -> Pattern:
        """One of `parts`."""
        flat: dict[Pattern, None] = {}
        for part in parts:
            for one in part.parts if part.kind is Kind.CHOICE else (part,):
                if one is not self.nothing:
                    flat[one] = None
        if self.empty in flat and any(one.nullable for one in flat if one is not self.empty):
            del flat[self.empty]
        if not flat:
            return self.nothing
        if len(flat) == 1:
            return next(iter(flat))
        ordered = tuple(sorted(flat, key=id))  # the same parts in another order are the same pattern
        return self._one(Kind.CHOICE, ordered, nullable=any(one.nullable for one in ordered))

    def group(self, *parts: Pattern) -> Pattern:
        """`parts` one after the other."""
        return self._joined(Kind.GROUP, parts)

    def interleave(self, *parts: Pattern) -> Pattern:
        """`parts` in any order, also woven into each other."""
        return self._joined(Kind.INTERLEAVE, parts)

    def more(self, part: Pattern) -> Pattern:
        """`part` once or several times."""
        if part.kind in (Kind.NOTHING, Kind.EMPTY, Kind.TEXT, Kind.MORE):
            return part
        return self._one(Kind.MORE, (part,), nullable=part.nullable)

    def optional(self, part: Pattern) -> Pattern:
        """`part` or nothing."""
        return self.choice(part, self.empty)

    def derive(self, pattern: Pattern, name: str) -> Pattern:
        """What may follow in `pattern` after `name` (an element's, an attribute's, or TEXT)."""
        key = (pattern, name)
        known = self._derivatives.get(key)
        if known is None:
            known = self._derivatives[key] = self._derivative(pattern, name)
        return known

    def first(self, pattern: Pattern) -> frozenset[str]:
        """The names that can come next in `pattern`; TEXT among them where words can."""
        known = self._firsts.get(pattern)
        if known is None:
            known = self._firsts[pattern] = frozenset(self._first(pattern))
        return known

    def names(self, pattern: Pattern) -> frozenset[str]:
        """Every name that stands anywhere in `pattern`; TEXT among them where words can stand."""
        known = self._names.get(pattern)
        if known is None:
            if pattern.parts:
                known = frozenset().union(*(self.names(part) for part in pattern.parts))
            else:
                known = frozenset(self._first(pattern))
            self._names[pattern] = known
        return known

    def wildcards(self, pattern: Pattern) -> list[Pattern]:
        """The ANY_NAME patterns within `pattern`."""
        if pattern.kind is Kind.ANY_NAME:
            return [pattern]
        return [found for part in pattern.parts for found in self.wildcards(part)]

    def shortest_completion(self, pattern: Pattern, then: str | None = None) -> tuple[str, ...] | None:
        """The fewest names that lead from `pattern` to its end, or to where `then` may follow.

        None when more than three would be needed: past that a guess is no help.
        """
        seen = {pattern}
        waiting: deque[tuple[Pattern, tuple[str, ...]]] = deque([(pattern, ())])
        while waiting:
            here, path = waiting.popleft()
            if path and (here.nullable if then is None else self.derive(here, then) is not self.nothing):
                return path
            if len(path) == 3:
                continue
            for name in sorted(self.first(here) - {TEXT}) or [TEXT]:
                there = self.derive(here, name)
                if there is not self.nothing and there not in seen:
                    seen.add(there)
                    waiting.append((there, (*path, name)))
        return None

    def _one(
        self,
        kind: Kind,
        parts: tuple[Pattern, ...] = (),
        *,
        name: str = "",
        excluded: frozenset[str] = frozenset(),
        nullable: bool = False,
    ) -> Pattern:
        key = (kind, parts, name, excluded)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = Pattern(kind, parts, name, excluded, nullable)
        return known

    def _joined(self, kind: Kind, parts: tuple[Pattern, ...]) -> Pattern:
        if self.nothing in parts:
            return self.nothing
        full = [part for part in parts if part is not self.empty]
        if not full:
            return self.empty
        joined = full[-1]
        for part in reversed(full[:-1]):
            joined = self._one(kind, (part, joined), nullable=part.nullable and joined.nullable)
        return joined

    def _derivative(self, pattern: Pattern, name: str) -> Pattern:
        match pattern.kind:
            case Kind.NAME | Kind.ANY_NAME:
                return self.empty if name != TEXT and pattern.matches(name) else self.nothing
            case Kind.TEXT:
                return pattern if name == TEXT else self.nothing
            case Kind.DATA:
                return self.empty if name == TEXT else self.nothing
            case Kind.CHOICE:
                return self.choice(*(self.derive(part, name) for part in pattern.parts))
            case Kind.GROUP:
                head, rest = pattern.parts
                after = self.group(self.derive(head, name), rest)
                return self.choice(after, self.derive(rest, name)) if head.nullable else after
            case Kind.INTERLEAVE:
                one, other = pattern.parts
                return self.choice(
                    self.interleave(self.derive(one, name), other),
                    self.interleave(one, self.derive(other, name)),
                )
            case Kind.MORE:
                return self.group(self.derive(pattern.parts[0], name), self.optional(pattern))
            case _:
                return self.nothing

    def _first(self, pattern: Pattern) -> Iterable[str]:
        match pattern.kind:
            case Kind.NAME:
                yield pattern.name
            case Kind.TEXT | Kind.DATA:
                yield TEXT
            case Kind.GROUP:
                head, rest = pattern.parts
                yield from self.first(head)
                if head.nullable:
                    yield from self.first(rest)
            case _:
                for part in pattern.parts:
                    yield from self.first(part)
