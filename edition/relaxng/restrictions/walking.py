"""The patterns inside one another, each once."""

from __future__ import annotations

from collections.abc import Iterator

from edition.relaxng.patterns import Definition, Kind, Pattern

JOINING = frozenset((Kind.CHOICE, Kind.GROUP, Kind.INTERLEAVE, Kind.MORE))
"""Patterns that stand for those they join."""


def reachable(start: Pattern) -> list[Definition]:
    """The elements that a document can hold by `start`, in the order in which the schema leads to them."""
    found: dict[int, Definition] = {}
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        pattern = waiting.pop()
        if pattern.number in seen:
            continue
        seen.add(pattern.number)
        definition = pattern.definition
        if definition is not None and definition.number not in found:
            found[definition.number] = definition
            waiting.append(definition.content)
        waiting.extend(reversed(pattern.parts))
    return list(found.values())


def inside(pattern: Pattern, kinds: tuple[Kind, ...]) -> Iterator[Pattern]:
    """The patterns of some kinds in `pattern`, itself included, each once; not those inside of what was
    found.
    """
    seen: set[int] = set()
    waiting = [pattern]
    while waiting:
        one = waiting.pop()
        if one.number in seen:
            continue
        seen.add(one.number)
        if one.kind in kinds:
            yield one
        if one.kind in JOINING or (one.kind is Kind.LIST and Kind.LIST not in kinds):
            waiting.extend(reversed(one.parts))
