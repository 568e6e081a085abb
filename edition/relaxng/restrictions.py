"""What RELAX NG forbids of schemas that are otherwise well formed (specification, section 7; DTD
compatibility, 5).

Held against patterns in simple form. As in the specification, what no document can reach is not asked about.
A place is the line of the attribute, data or value concerned, else of the element whose content it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from edition.relaxng.errors import SchemaError
from edition.relaxng.names import (
    AnyName,
    EitherName,
    NameClass,
    NamespaceNames,
    OneName,
    expanded,
    has_wildcard,
    named,
    parts_of,
)
from edition.relaxng.patterns import Definition, Kind, Pattern


def broken_rules(start: Pattern, path: str) -> list[SchemaError]:
    """The rules of section 7 that the schema breaks, one error for each pattern that does; none for a right
    schema.

    `start` is the pattern of whole documents, `path` what messages call the schema's file.
    """
    definitions = reachable(start)
    check = _Check(path)
    check.start(start)
    for definition in definitions:
        check.content(definition)
    check.identifiers(definitions)
    return check.found


def broken_content(definition: Definition, path: str) -> list[SchemaError]:
    """The rules of sections 7.1 to 7.4 that the content of one element breaks."""
    check = _Check(path)
    check.content(definition)
    return check.found


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


class _Around(Enum):
    """What is known of the patterns around one, within one element."""

    PLAIN = ""
    REPEATED = "repeated"
    GROUP = "group"  # in a group in a repetition
    INTERLEAVE = "interleave"  # in an interleave in a repetition


class _Content(IntEnum):
    """The content types of section 7.2."""

    EMPTY = 0
    COMPLEX = 1
    DATA = 2


@dataclass(slots=True)
class _Names:
    """The names that patterns of one kind have: listed ones, each with a pattern, and open classes."""

    listed: dict[str, Pattern] = field(default_factory=dict)
    open: tuple[tuple[NameClass, Pattern], ...] = ()

    def add(self, names: NameClass, pattern: Pattern) -> None:
        """Notes the names of one pattern."""
        for name in named(names):
            self.listed.setdefault(name, pattern)
        self.open += tuple((one, pattern) for one in _open_classes(names))

    def joined(self, other: _Names) -> _Names:
        """The names of both."""
        if not other.listed and not other.open:
            return self
        if not self.listed and not self.open:
            return other
        more = tuple(pair for pair in other.open if pair not in self.open)
        return _Names({**other.listed, **self.listed}, self.open + more)

    def common(self, other: _Names) -> tuple[str, Pattern] | None:
        """A name that both have, in words, and a pattern that has it; None if there is none."""
        for name in other.listed:
            if name in self.listed:
                return _shown(name), other.listed[name]
        for one, two in ((self, other), (other, self)):
            for names, pattern in one.open:
                for name in two.listed:
                    if names.contains(name):
                        return _shown(name), two.listed[name] if two is other else pattern
        for names, _ in self.open:
            for others, pattern in other.open:
                shared = overlap(names, others)
                if shared is not None:
                    return shared, pattern
        return None


class _Check:
    """One going over one schema."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.found: list[SchemaError] = []
        self._definition: Definition | None = None
        self._walked: set[tuple[int, str]] = set()
        self._attributes: dict[int, _Names] = {}
        self._elements: dict[int, _Names] = {}
        self._types: dict[int, _Content] = {}

    def _report(self, reason: str, rule: str, pattern: Pattern | None = None) -> None:
        path, line = self._path, None
        if pattern is not None and pattern.place is not None:
            path, line = pattern.place
        elif pattern is not None and pattern.definition is not None:
            path, line = pattern.definition.path, pattern.definition.line
        elif self._definition is not None:
            path, line = self._definition.path, self._definition.line
        error = SchemaError(reason, path=path, line=line, rule=rule)
        if all((one.reason, one.path, one.line) != (reason, path, line) for one in self.found):
            self.found.append(error)

    # -- 7.1.5

    def start(self, pattern: Pattern) -> None:
        """The start leads to elements, or choices between them, and to nothing else."""
        for part in pattern.parts if pattern.kind is Kind.CHOICE else (pattern,):
            if part.kind in (Kind.ELEMENT, Kind.NOT_ALLOWED):
                continue
            what = _KINDS[part.kind]
            self._report(
                f"a document is one element, but <start> allows {what}; let it lead to <element> only, "
                "or to a <choice> of elements",
                "7.1.5",
                _first_element(part) if part.place is None else part,
            )

    # -- 7.1.1 to 7.1.4, 7.3, 7.4

    def content(self, definition: Definition) -> None:
        """The attributes and content of one element."""
        self._definition = definition
        self._in_content(definition.content, _Around.PLAIN)
        self._content_type(definition.content)

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
            self._report(
                f"the attribute {shown} stands in <{around.value}> inside a repetition, but an "
                "element has an attribute once only; take it out of <oneOrMore> or <zeroOrMore>",
                "7.1.2",
                pattern,
            )
        elif around is _Around.PLAIN and has_wildcard(names):
            self._report(
                f"an attribute of {shown} can stand several times in an element; put it into <zeroOrMore> or "
                "<oneOrMore>",
                "7.3",
                pattern,
            )
        for wrong in _inside(pattern.parts[0], (Kind.ELEMENT, Kind.ATTRIBUTE)):
            self._report(
                f"the value of the attribute {shown} has {_KINDS[wrong.kind]} in it; "
                "a value is text, data, values or lists",
                "7.1.1",
                pattern,
            )
        self._in_content(pattern.parts[0], _Around.PLAIN)
        self._content_type(pattern.parts[0])

    def _in_list(self, pattern: Pattern) -> None:
        for wrong in _inside(pattern, (Kind.ELEMENT, Kind.ATTRIBUTE, Kind.LIST, Kind.TEXT, Kind.INTERLEAVE)):
            self._report(
                f"<list> has {_KINDS[wrong.kind]} in it; it holds data and values, "
                "in groups, choices and repetitions",
                "7.1.3",
                wrong,
            )
        for part in _inside(pattern, (Kind.DATA,)):
            for but in part.parts:
                self._in_except(but)

    def _in_except(self, pattern: Pattern) -> None:
        for part in pattern.parts if pattern.kind is Kind.CHOICE else (pattern,):
            if part.kind is Kind.DATA:
                for but in part.parts:
                    self._in_except(but)
            elif part.kind is not Kind.VALUE:
                self._report(
                    f"<except> in <data> has {_KINDS[part.kind]} in it; it holds data and values only",
                    "7.1.4",
                    part,
                )

    def _join(self, pattern: Pattern) -> None:
        """What two patterns of a group or interleave have in common, and may not."""
        first, second = pattern.parts
        if first.has_attributes and second.has_attributes:
            common = self._attribute_names(first).common(self._attribute_names(second))
            if common is not None:
                self._report(
                    f"the attribute {common[0]} can come twice in one element; an attribute stands in one "
                    "part of a group, or in a <choice>",
                    "7.3",
                    common[1],
                )
        if pattern.kind is Kind.INTERLEAVE:
            common = self._element_names(first).common(self._element_names(second))
            if common is not None:
                self._report(
                    f"the element {common[0]} can stand in two parts of <interleave>; name it in one of them",
                    "7.4",
                    common[1],
                )
            if first.has_text and second.has_text:
                self._report(
                    "two parts of <interleave> allow text; leave it in one of them (<mixed> has it already)",
                    "7.4",
                )

    def _attribute_names(self, pattern: Pattern) -> _Names:
        return self._names_of(pattern, Kind.ATTRIBUTE, self._attributes)

    def _element_names(self, pattern: Pattern) -> _Names:
        return self._names_of(pattern, Kind.ELEMENT, self._elements)

    def _names_of(self, pattern: Pattern, kind: Kind, known: dict[int, _Names]) -> _Names:
        names = known.get(pattern.number)
        if names is None:
            names = _Names()
            if pattern.kind is kind:
                own = pattern.names if pattern.definition is None else pattern.definition.names
                assert own is not None
                names.add(own, pattern)
            elif pattern.kind in _JOINING:
                for part in pattern.parts:
                    names = names.joined(self._names_of(part, kind, known))
            known[pattern.number] = names
        return names

    # -- 7.2

    def _content_type(self, pattern: Pattern) -> _Content:
        known = self._types.get(pattern.number)
        if known is None:
            known = self._types[pattern.number] = self._new_content_type(pattern)
        return known

    def _new_content_type(self, pattern: Pattern) -> _Content:
        kind = pattern.kind
        if kind in (Kind.DATA, Kind.VALUE, Kind.LIST):
            return _Content.DATA
        if kind in (Kind.TEXT, Kind.ELEMENT):
            return _Content.COMPLEX
        if kind not in _JOINING:
            return _Content.EMPTY
        types = [self._content_type(part) for part in pattern.parts]
        if kind is Kind.MORE:
            types *= 2
        if kind is not Kind.CHOICE and _Content.DATA in types and min(types) is not _Content.EMPTY:
            self._report(_TOGETHER[kind], "7.2", _first_data(pattern))
        return max(types)

    # -- DTD compatibility, 5

    def identifiers(self, definitions: list[Definition]) -> None:
        """Attributes of the types ID, IDREF and IDREFS have that type wherever an element of that name has
        them.
        """
        types: dict[tuple[str, str], str] = {}
        identifying = _Leading(_identifies)
        for definition in definitions:
            self._definition = definition
            for pattern in identifying.leaves(definition.content):
                if pattern.kind is not Kind.ATTRIBUTE:
                    self._no_identifier(pattern, "text of an element")
                elif pattern.parts[0].datatype is None or not pattern.parts[0].datatype.identifies:
                    self._no_identifier(pattern.parts[0], "a part of a value")
                elif self._closed(definition, pattern, pattern.parts[0].datatype.identifies):
                    assert pattern.names is not None
                    for element in named(definition.names):
                        for attribute in named(pattern.names):
                            types.setdefault((element, attribute), pattern.parts[0].datatype.identifies)
        attributes = {attribute for _, attribute in types}
        concerned = _Leading(
            lambda leaf: leaf.names is not None and any(leaf.names.contains(name) for name in attributes)
        )
        for definition in definitions:
            self._definition = definition
            for pattern in concerned.leaves(definition.content):
                datatype = pattern.parts[0].datatype
                kind = datatype.identifies if datatype is not None else ""
                if kind and has_wildcard(definition.names):
                    continue  # that was told
                self._agreeing(types, definition, pattern, kind)

    def _no_identifier(self, pattern: Pattern, what: str) -> None:
        for part in _inside(pattern, (Kind.DATA, Kind.VALUE)):
            if part.datatype is not None and part.datatype.identifies:
                kind = part.datatype.identifies
                self._report(
                    f"{what} cannot be of the type {kind}; only the whole value of an attribute can: put "
                    f'<data type="{kind}"/> into <attribute> alone, or use the type NCName',
                    "DTD compatibility 5",
                    part,
                )

    def _closed(self, definition: Definition, pattern: Pattern, kind: str) -> bool:
        names = pattern.names
        assert names is not None
        for what, wrong in (("attribute", names), ("element", definition.names)):
            if has_wildcard(wrong):
                self._report(
                    f"an attribute of the type {kind} stands where the {what} can have {described(wrong)}; "
                    f"name the {what}s, or use the type NCName",
                    "DTD compatibility 5",
                    pattern,
                )
                return False
        return True

    def _agreeing(
        self, types: dict[tuple[str, str], str], definition: Definition, pattern: Pattern, kind: str
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
                self._report(
                    f"the attribute {_shown(attribute)} of the element {_shown(element)} is of the type "
                    f"{types[element, attribute]} in one place and {here} in this; "
                    "give it one type everywhere, and leave it out of wildcards",
                    "DTD compatibility 5",
                    pattern,
                )
                return


_JOINING = frozenset((Kind.CHOICE, Kind.GROUP, Kind.INTERLEAVE, Kind.MORE))
_KINDS = {
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
_TOGETHER = {
    Kind.GROUP: "data stands in a group beside other data, text or elements; an element has data only or "
    "text and elements: put several data into a <list>, or write <text> for the data",
    Kind.INTERLEAVE: "data stands in <interleave> or <mixed> beside other data, text or elements; an element "
    "has data only or text and elements: write <text> for the data",
    Kind.MORE: "data is repeated, but nothing would part one from the next; put the repetition into a <list>",
}


def _inside(pattern: Pattern, kinds: tuple[Kind, ...]) -> Iterator[Pattern]:
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
        if one.kind in _JOINING or (one.kind is Kind.LIST and Kind.LIST not in kinds):
            waiting.extend(reversed(one.parts))


class _Leading:
    """Which patterns have attributes or data of some sort in them: found once for each pattern."""

    def __init__(self, test: Callable[[Pattern], bool]) -> None:
        self._test = test
        self._known: dict[int, bool] = {}

    def _leads(self, pattern: Pattern) -> bool:
        known = self._known.get(pattern.number)
        if known is None:
            if pattern.kind in _JOINING:
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
            if one.kind in _JOINING:
                waiting.extend(reversed(one.parts))
            else:
                yield one


def _identifies(leaf: Pattern) -> bool:
    parts = _inside(leaf.parts[0] if leaf.kind is Kind.ATTRIBUTE else leaf, (Kind.DATA, Kind.VALUE))
    return any(part.datatype is not None and bool(part.datatype.identifies) for part in parts)


def _first_element(pattern: Pattern) -> Pattern | None:
    return next(_inside(pattern, (Kind.ELEMENT,)), None)


def _first_data(pattern: Pattern) -> Pattern | None:
    return next((one for one in _inside(pattern, (Kind.DATA, Kind.VALUE)) if one.place), None)


# -- names


def _open_classes(names: NameClass) -> Iterator[NameClass]:
    if isinstance(names, EitherName):
        for one in names.classes:
            yield from _open_classes(one)
    elif not isinstance(names, OneName):
        yield names


_ELSE = "\0"
"""Stands for a name, and for a namespace, that no schema mentions."""


def overlap(one: NameClass, other: NameClass) -> str | None:
    """A name that two classes share, in words; None if they share none.

    Of the names that the classes do not mention all are alike, so it is enough to try those mentioned, and
    one more of each namespace mentioned, and one of another (specification, 7.3).
    """
    mentioned = {*_mentioned(one), *_mentioned(other)}
    namespaces = sorted({namespace for namespace, _ in mentioned})
    for namespace, local in (*sorted(mentioned), *((ns, _ELSE) for ns in namespaces), (_ELSE, _ELSE)):
        name = expanded(namespace, local)
        if one.contains(name) and other.contains(name):
            return _shown(name)
    return None


def _mentioned(names: NameClass) -> Iterator[tuple[str, str]]:
    if isinstance(names, OneName):
        yield parts_of(names.name)
    elif isinstance(names, EitherName):
        for one in names.classes:
            yield from _mentioned(one)
    else:
        if isinstance(names, NamespaceNames):
            yield names.namespace, _ELSE
        if names.but is not None:
            yield from _mentioned(names.but)


def _shown(name: str) -> str:
    """A name in words."""
    namespace, local = parts_of(name)
    if namespace == _ELSE:
        return "of any name"
    if local == _ELSE:
        return f'of any name in the namespace "{namespace}"' if namespace else "of any name in no namespace"
    return f'"{local}"'


def described(names: NameClass) -> str:
    """A class of names in words."""
    if isinstance(names, OneName):
        return f'"{parts_of(names.name)[1]}"'
    if isinstance(names, EitherName):
        return " or ".join(described(one) for one in names.classes)
    but = " but some" if names.but is not None else ""
    if isinstance(names, AnyName):
        return f"any name{but}"
    return f'any name{but} of the namespace "{names.namespace}"'
