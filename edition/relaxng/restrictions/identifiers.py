"""Attributes of the types ID, IDREF and IDREFS (RELAX NG DTD compatibility, section 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.relaxng.names import has_wildcard, named
from edition.relaxng.patterns import Definition, Kind, Pattern
from edition.relaxng.restrictions.report import Report
from edition.relaxng.restrictions.shared_names import described, shown
from edition.relaxng.restrictions.walking import JOINING, inside


def check_identifiers(definitions: list[Definition], report: Report) -> None:
    """Attributes of the types ID, IDREF and IDREFS have that type wherever an element of that name has
    them.
    """
    types: dict[tuple[str, str], str] = {}
    identifying = _Leading(_identifies)
    for definition in definitions:
        report.definition = definition
        for pattern in identifying.leaves(definition.content):
            if pattern.kind is not Kind.ATTRIBUTE:
                _no_identifier(report, pattern, "text of an element")
            elif pattern.parts[0].datatype is None or not pattern.parts[0].datatype.identifies:
                _no_identifier(report, pattern.parts[0], "a part of a value")
            elif _closed(report, definition, pattern, pattern.parts[0].datatype.identifies):
                assert pattern.names is not None
                for element in named(definition.names):
                    for attribute in named(pattern.names):
                        types.setdefault((element, attribute), pattern.parts[0].datatype.identifies)
    attributes = {attribute for _, attribute in types}
    concerned = _Leading(
        lambda leaf: leaf.names is not None and any(leaf.names.contains(name) for name in attributes)
    )
    for definition in definitions:
        report.definition = definition
        for pattern in concerned.leaves(definition.content):
            datatype = pattern.parts[0].datatype
            kind = datatype.identifies if datatype is not None else ""
            if kind and has_wildcard(definition.names):
                continue  # that was told
            _agreeing(report, types, definition, pattern, kind)


def _no_identifier(report: Report, pattern: Pattern, what: str) -> None:
    for part in inside(pattern, (Kind.DATA, Kind.VALUE)):
        if part.datatype is not None and part.datatype.identifies:
            kind = part.datatype.identifies
            report.add(
                f"{what} cannot be of the type {kind}; only the whole value of an attribute can: put "
                f'<data type="{kind}"/> into <attribute> alone, or use the type NCName',
                "DTD compatibility 5",
                part,
            )


def _closed(report: Report, definition: Definition, pattern: Pattern, kind: str) -> bool:
    names = pattern.names
    assert names is not None
    for what, wrong in (("attribute", names), ("element", definition.names)):
        if has_wildcard(wrong):
            report.add(
                f"an attribute of the type {kind} stands where the {what} can have {described(wrong)}; "
                f"name the {what}s, or use the type NCName",
                "DTD compatibility 5",
                pattern,
            )
            return False
    return True


def _agreeing(
    report: Report, types: dict[tuple[str, str], str], definition: Definition, pattern: Pattern, kind: str
) -> None:
    names = pattern.names
    assert names is not None
    if has_wildcard(names) or has_wildcard(definition.names):
        pairs = [
            (element, attribute)
            for element, attribute in types
            if definition.names.contains(element) and names.contains(attribute)
        ]
    else:
        pairs = [
            (element, attribute)
            for element in named(definition.names)
            for attribute in named(names)
            if (element, attribute) in types
        ]
    for element, attribute in pairs:
        if types[element, attribute] != kind:
            here = f"of the type {kind}" if kind else "of another"
            report.add(
                f"the attribute {shown(attribute)} of the element {shown(element)} is of the type "
                f"{types[element, attribute]} in one place and {here} in this; "
                "give it one type everywhere, and leave it out of wildcards",
                "DTD compatibility 5",
                pattern,
            )
            return


class _Leading:
    """Which patterns have attributes or data of some sort in them: found once for each pattern."""

    def __init__(self, test: Callable[[Pattern], bool]) -> None:
        self._test = test
        self._known: dict[int, bool] = {}

    def _leads(self, pattern: Pattern) -> bool:
        known = self._known.get(pattern.number)
        if known is None:
            if pattern.kind in JOINING:
                known = False
                for part in pattern.parts:
                    known = self._leads(part) or known
            else:
                known = pattern.kind is not Kind.ELEMENT and self._test(pattern)
            self._known[pattern.number] = known
        return known

    def leaves(self, pattern: Pattern) -> Iterator[Pattern]:
        """Those in `pattern`, each once."""
        seen: set[int] = set()
        waiting = [pattern]
        while waiting:
            one = waiting.pop()
            if one.number in seen or not self._leads(one):
                continue
            seen.add(one.number)
            if one.kind in JOINING:
                waiting.extend(reversed(one.parts))
            else:
                yield one


def _identifies(leaf: Pattern) -> bool:
    parts = inside(leaf.parts[0] if leaf.kind is Kind.ATTRIBUTE else leaf, (Kind.DATA, Kind.VALUE))
    return any(part.datatype is not None and bool(part.datatype.identifies) for part in parts)
