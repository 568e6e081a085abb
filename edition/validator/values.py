"""What a schema asks of a value, read off its patterns, so that it can be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edition.relaxng.patterns import Kind, Pattern

DATES = frozenset(("date", "gYear", "gYearMonth", "gMonth", "gDay", "gMonthDay", "dateTime"))
NUMBERS = frozenset((
    "double", "float", "decimal", "integer", "nonNegativeInteger", "positiveInteger", "int", "long", "short",
    "unsignedInt", "unsignedShort", "unsignedLong", "unsignedByte", "byte", "negativeInteger",
    "nonPositiveInteger",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ValueForm:
    """What a value may be: one of `choices`, or of a datatype in `types`.

    `words` are the patterns of one word where it may be several, parted by blanks.
    """

    choices: tuple[str, ...]
    types: frozenset[str]
    words: tuple[Pattern, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the schema lists all values there are."""
        return bool(self.choices) and not self.types


def form_of(patterns: Iterable[Pattern]) -> ValueForm:
    """What these patterns of values ask for, taken together."""
    choices: dict[str, None] = {}
    types: dict[str, None] = {}
    words: dict[Pattern, None] = {}
    waiting = list(patterns)[::-1]
    seen: set[Pattern] = set()
    while waiting:
        pattern = waiting.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        if pattern.kind is Kind.VALUE:
            choices[pattern.text.strip()] = None
        elif pattern.kind is Kind.DATA and pattern.datatype is not None:
            types[pattern.datatype.name] = None
        elif pattern.kind is Kind.TEXT:
            types["text"] = None
        else:
            if pattern.kind is Kind.LIST:
                words.update(dict.fromkeys(_leaves(pattern)))
            waiting.extend(reversed(pattern.parts))
    return ValueForm(tuple(choices), frozenset(types), tuple(words))


def _leaves(pattern: Pattern) -> Iterable[Pattern]:
    if pattern.kind in (Kind.DATA, Kind.VALUE):
        yield pattern
        return
    for part in pattern.parts:
        yield from _leaves(part)
