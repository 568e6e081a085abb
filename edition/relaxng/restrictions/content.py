"""The start of a schema and the content of its elements (RELAX NG specification, sections 7.1, 7.3, 7.4)."""

from __future__ import annotations

from enum import Enum

from edition.relaxng.names import has_wildcard
from edition.relaxng.patterns import Definition, Kind, Pattern
from edition.relaxng.restrictions.content_types import ContentTypes
from edition.relaxng.restrictions.report import KINDS, Report
from edition.relaxng.restrictions.shared_names import Names, described
from edition.relaxng.restrictions.walking import JOINING, inside


class _Around(Enum):
    """What is known of the patterns around one, within one element."""

    PLAIN = ""
    REPEATED = "repeated"
    GROUP = "group"  # in a group in a repetition
    INTERLEAVE = "interleave"  # in an interleave in a repetition


class ContentCheck:
    """One going over the start and the elements of one schema."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._walked: set[tuple[int, str]] = set()
        self._attributes: dict[int, Names] = {}
        self._elements: dict[int, Names] = {}
        self._types = ContentTypes(report)

    # -- 7.1.5

    def start(self, pattern: Pattern) -> None:
        """The start leads to elements, or choices between them, and to nothing else."""
        for part in pattern.parts if pattern.kind is Kind.CHOICE else (pattern,):
            if part.kind in (Kind.ELEMENT, Kind.NOT_ALLOWED):
                continue
            what = KINDS[part.kind]
            self._report.add(
                f"a document is one element, but <start> allows {what}; let it lead to <element> only, "
                "or to a <choice> of elements",
                "7.1.5",
                next(inside(part, (Kind.ELEMENT,)), None) if part.place is None else part,
            )

    # -- 7.1.1 to 7.1.4, 7.3, 7.4

    def content(self, definition: Definition) -> None:
        """The attributes and content of one element."""
        self._report.definition = definition
        self._in_content(definition.content, _Around.PLAIN)
        self._types.of(definition.content)

    def _in_content(self, pattern: Pattern, around: _Around) -> None:
        key = (pattern.number, around.value)
        if key in self._walked:
            return
        self._walked.add(key)
        kind = pattern.kind
        if kind is Kind.ATTRIBUTE:
            self._attribute(pattern, around)
        elif kind is Kind.LIST:
            self._in_list(pattern.parts[0])
        elif kind is Kind.DATA:
            for part in pattern.parts:
                self._in_except(part)
        elif kind is Kind.MORE:
            self._in_content(pattern.parts[0], _Around.REPEATED if around is _Around.PLAIN else around)
        elif kind is Kind.CHOICE:
            for part in pattern.parts:
                self._in_content(part, around)
        elif kind in (Kind.GROUP, Kind.INTERLEAVE):
            if around is _Around.REPEATED:
                around = _Around.GROUP if kind is Kind.GROUP else _Around.INTERLEAVE
            self._join(pattern)
            for part in pattern.parts:
                self._in_content(part, around)

    def _attribute(self, pattern: Pattern, around: _Around) -> None:
        names = pattern.names
        assert names is not None
        shown = described(names)
        if around in (_Around.GROUP, _Around.INTERLEAVE):
            self._report.add(
                f"the attribute {shown} stands in <{around.value}> inside a repetition, but an "
                "element has an attribute once only; take it out of <oneOrMore> or <zeroOrMore>",
                "7.1.2",
                pattern,
            )
        elif around is _Around.PLAIN and has_wildcard(names):
            self._report.add(
                f"an attribute of {shown} can stand several times in an element; put it into <zeroOrMore> or "
                "<oneOrMore>",
                "7.3",
                pattern,
            )
        for wrong in inside(pattern.parts[0], (Kind.ELEMENT, Kind.ATTRIBUTE)):
            self._report.add(
                f"the value of the attribute {shown} has {KINDS[wrong.kind]} in it; "
                "a value is text, data, values or lists",
                "7.1.1",
                pattern,
            )
        self._in_content(pattern.parts[0], _Around.PLAIN)
        self._types.of(pattern.parts[0])

    def _in_list(self, pattern: Pattern) -> None:
        for wrong in inside(pattern, (Kind.ELEMENT, Kind.ATTRIBUTE, Kind.LIST, Kind.TEXT, Kind.INTERLEAVE)):
            self._report.add(
                f"<list> has {KINDS[wrong.kind]} in it; it holds data and values, "
                "in groups, choices and repetitions",
                "7.1.3",
                wrong,
            )
        for part in inside(pattern, (Kind.DATA,)):
            for but in part.parts:
                self._in_except(but)

    def _in_except(self, pattern: Pattern) -> None:
        for part in pattern.parts if pattern.kind is Kind.CHOICE else (pattern,):
            if part.kind is Kind.DATA:
                for but in part.parts:
                    self._in_except(but)
            elif part.kind is not Kind.VALUE:
                self._report.add(
                    f"<except> in <data> has {KINDS[part.kind]} in it; it holds data and values only",
                    "7.1.4",
                    part,
                )

    def _join(self, pattern: Pattern) -> None:
        """What two patterns of a group or interleave have in common, and may not."""
        first, second = pattern.parts
        if first.has_attributes and second.has_attributes:
            common = self._attribute_names(first).common(self._attribute_names(second))
            if common is not None:
                self._report.add(
                    f"the attribute {common[0]} can come twice in one element; an attribute stands in one "
                    "part of a group, or in a <choice>",
                    "7.3",
                    common[1],
                )
        if pattern.kind is Kind.INTERLEAVE:
            common = self._element_names(first).common(self._element_names(second))
            if common is not None:
                self._report.add(
                    f"the element {common[0]} can stand in two parts of <interleave>; name it in one of them",
                    "7.4",
                    common[1],
                )
            if first.has_text and second.has_text:
                self._report.add(
                    "two parts of <interleave> allow text; leave it in one of them (<mixed> has it already)",
                    "7.4",
                )

    def _attribute_names(self, pattern: Pattern) -> Names:
        return self._names_of(pattern, Kind.ATTRIBUTE, self._attributes)

    def _element_names(self, pattern: Pattern) -> Names:
        return self._names_of(pattern, Kind.ELEMENT, self._elements)

    def _names_of(self, pattern: Pattern, kind: Kind, known: dict[int, Names]) -> Names:
        names = known.get(pattern.number)
        if names is None:
            names = Names()
            if pattern.kind is kind:
                own = pattern.names if pattern.definition is None else pattern.definition.names
                assert own is not None
                names.add(own, pattern)
            elif pattern.kind in JOINING:
                for part in pattern.parts:
                    names = names.joined(self._names_of(part, kind, known))
            known[pattern.number] = names
        return names
