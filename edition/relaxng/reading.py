"""RELAX NG in XML syntax into patterns: sections 3 and 4 of the specification.

What an element of the schema contains is read when it is first asked for, so a large schema costs what a
document uses of it; `everything` reads all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn, cast

from lxml import etree

from edition.relaxng.datatypes import Datatype, DatatypeError, find_datatype
from edition.relaxng.errors import SchemaError
from edition.relaxng.files import NotRelaxngError, SchemaFile, SchemaFiles, base_of
from edition.relaxng.names import (
    NCNAME,
    RELAXNG,
    XML_NAMESPACE,
    AnyName,
    EitherName,
    NameClass,
    NamespaceNames,
    OneName,
    expanded,
    parts_of,
)
from edition.relaxng.patterns import Definition, Pattern, Patterns

_PREFIX = f"{{{RELAXNG}}}"
_ANY_OF_OURS = f"{_PREFIX}*"
_WORDS = etree.XPath(
    "//r:*[not(self::r:value or self::r:param or self::r:name)]/text()[normalize-space()]",
    namespaces={"r": RELAXNG},
)
_XMLNS = "http://www.w3.org/2000/xmlns"
_NCNAME = re.compile(NCNAME)
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:.")
_NOT_IN_URI = re.compile(r"#|%(?![0-9A-Fa-f]{2})")
_COMMON = frozenset(("ns", "datatypeLibrary"))


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element of the schema inherits from those around it."""

    file: SchemaFile
    ns: str
    library: str
    opened: tuple[object, ...] = ()  # the files being taken in, to notice a circle


@dataclass(slots=True)
class _Part:
    """One `define` or `start`: where it stands, and how it combines with others of its name."""

    element: etree._Element
    context: _Context
    combine: str


@dataclass(slots=True)
class _Scope:
    """One `grammar`: its definitions by name (`start` is ""), and the grammar around it."""

    outer: _Scope | None
    parts: dict[str, list[_Part]] = field(default_factory=dict)
    patterns: dict[str, Pattern] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)


class Reader:
    """One reading of one schema."""

    def __init__(self, files: SchemaFiles, patterns: Patterns) -> None:
        self._files = files
        self._patterns = patterns
        self._datatypes: dict[tuple[str, str, tuple[tuple[str, str], ...]], Datatype] = {}
        self._read: dict[str, Callable[[etree._Element, _Scope | None, _Context], Pattern]] = {
            "element": self._element,
            "attribute": self._attribute,
            "group": self._group,
            "interleave": self._interleave,
            "choice": self._choice,
            "optional": self._optional,
            "zeroOrMore": self._zero_or_more,
            "oneOrMore": self._one_or_more,
            "list": self._list,
            "mixed": self._mixed,
            "ref": self._ref,
            "parentRef": self._parent_ref,
            "empty": self._empty,
            "text": self._text,
            "value": self._value,
            "data": self._data,
            "notAllowed": self._not_allowed,
            "externalRef": self._external,
            "grammar": self._grammar,
        }
        self.definitions: list[Definition] = []
        self.unread: list[tuple[_Scope, str]] = []
        self._unreachable = False

    def start(self) -> Pattern:
        """The pattern of whole documents. Raises SchemaError, OSError for a file that is not there."""
        file = self._files.main()
        if not str(file.root.tag).startswith(_PREFIX):
            namespace = etree.QName(file.root).namespace or ""
            reason = f"it begins with <{_local(file.root)}>"
            raise NotRelaxngError(reason, path=file.name, line=_line(file.root), namespace=namespace)
        context = _Context(file, "", "", (file.path,))
        self._no_words(file.root, context)
        return self._pattern(file.root, None, context)

    # -- the XML of it

    def _fail(self, reason: str, element: etree._Element, context: _Context, rule: str = "3") -> NoReturn:
        raise SchemaError(reason, path=context.file.name, line=_line(element), rule=rule)

    def _children(self, element: etree._Element, context: _Context) -> list[etree._Element]:
        """The children that are RELAX NG."""
        return list(element.iterchildren(_ANY_OF_OURS))

    def _no_words(self, root: etree._Element, context: _Context) -> None:
        """Words between the elements of a file are a mistake (section 3; 4.2 removes white space)."""
        found: Any = _WORDS(root)
        for words in found:
            element = words.getparent().getparent() if words.is_tail else words.getparent()
            if any(not str(one.tag).startswith(_PREFIX) for one in element.iterancestors()):
                continue  # inside an annotation
            word = words.split()[0]
            self._fail(f'"{word}" stands in <{_local(element)}>, where no text belongs', element, context)

    def _inside(self, element: etree._Element, context: _Context) -> _Context:
        """The context within `element`."""
        ns, library = element.get("ns"), element.get("datatypeLibrary")
        if ns is None and library is None:
            return context
        if library and (not _ABSOLUTE.match(library.strip()) or _NOT_IN_URI.search(library)):
            reason = f'datatypeLibrary="{library}": it is a whole URI, without "#", or empty'
            self._fail(reason, element, context)
        return _Context(
            context.file,
            context.ns if ns is None else ns,
            context.library if library is None else library.strip(),
            context.opened,
        )

    def _checked(
        self, element: etree._Element, context: _Context, required: str = "", allowed: tuple[str, ...] = ()
    ) -> str:
        """The value of the `required` attribute; attributes that do not exist are a mistake."""
        for name in map(str, element.attrib):
            if name.startswith(_PREFIX):  # section 3: those of other vocabularies are annotations
                reason = f"the attribute {name.removeprefix(_PREFIX)} has no prefix in RELAX NG"
                self._fail(reason, element, context)
            if "}" not in name and name not in _COMMON and name != required and name not in allowed:
                self._fail(f"<{_local(element)}> has no attribute {name}", element, context)
        if not required:
            return ""
        value = element.get(required)
        if value is None:
            self._fail(f"<{_local(element)}> needs the attribute {required}", element, context)
        return value.strip()

    def _ncname(self, name: str, element: etree._Element, context: _Context) -> str:
        if not _NCNAME.fullmatch(name):
            self._fail(f'"{name}" is not a name', element, context)
        return name

    # -- patterns

    def _pattern(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        tag = str(element.tag)
        read = self._read.get(tag[len(_PREFIX) :]) if tag.startswith(_PREFIX) else None
        if read is None:
            if tag.startswith(_PREFIX):
                self._fail(f"<{_local(element)}> cannot stand here", element, context)
            self._fail(f"<{_local(element)}> is not a pattern of RELAX NG", element, context)
        return read(element, scope, self._inside(element, context))

    def _patterns_in(
        self, element: etree._Element, scope: _Scope | None, context: _Context, *, skip: int = 0
    ) -> list[Pattern]:
        children = self._children(element, context)[skip:]
        if not children:
            self._fail(f"<{_local(element)}> has no pattern in it", element, context)
        return [self._pattern(child, scope, context) for child in children]

    def _group(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context)
        return self._patterns.group(*self._patterns_in(element, scope, context))

    def _interleave(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context)
        return self._patterns.interleave(*self._patterns_in(element, scope, context))

    def _choice(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context)
        return self._patterns.choice(*self._patterns_in(element, scope, context))

    def _optional(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        return self._patterns.optional(self._group(element, scope, context))

    def _zero_or_more(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        return self._patterns.optional(self._one_or_more(element, scope, context))

    def _one_or_more(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        return self._patterns.more(self._group(element, scope, context))

    def _list(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        return self._patterns.words(self._group(element, scope, context))

    def _mixed(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        return self._patterns.interleave(self._patterns.text, self._group(element, scope, context))

    def _nothing_in(self, element: etree._Element, context: _Context) -> None:
        if self._children(element, context):
            self._fail(f"<{_local(element)}> has no content", element, context)

    def _empty(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context)
        self._nothing_in(element, context)
        return self._patterns.empty

    def _text(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context)
        self._nothing_in(element, context)
        return self._patterns.text

    def _not_allowed(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context)
        self._nothing_in(element, context)
        return self._patterns.not_allowed

    def _element(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        names, skip = self._names(element, context, attribute=False)
        if len(self._children(element, context)) <= skip:
            self._fail("<element> has no pattern in it", element, context)

        def content() -> Pattern:
            return self._patterns.group(*self._patterns_in(element, scope, context, skip=skip))

        number = len(self.definitions)
        definition = Definition(number, names, context.file.name, _line(element), element, content)
        self.definitions.append(definition)
        return self._patterns.element(definition)

    def _attribute(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        names, skip = self._names(element, context, attribute=True)
        children = self._children(element, context)[skip:]
        if len(children) > 1:
            self._fail(
                "<attribute> has more than one pattern in it; put them into a <group>", element, context
            )
        value = self._pattern(children[0], scope, context) if children else self._patterns.text
        return self._patterns.attribute(names, value, (context.file.name, _line(element)))

    def _value(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context, allowed=("type",))
        if len(element):
            self._fail("<value> holds text only", element, context)
        kind = element.get("type")
        library = context.library if kind is not None else ""
        datatype = self._datatype(library, kind.strip() if kind else "token", (), element, context)
        text = element.text or ""
        scoped: tuple[tuple[str, str], ...] = ()
        if datatype.needs_namespaces:
            scoped = tuple((prefix, uri) for prefix, uri in element.nsmap.items() if prefix)
            scoped = (*scoped, ("", context.ns))
        if not datatype.accepts(text, dict(scoped)):
            self._fail(f'"{text}" is not a value of the datatype {datatype.name}', element, context, "4")
        return self._patterns.value(datatype, text, scoped, (context.file.name, _line(element)))

    def _data(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        kind = self._checked(element, context, "type")
        parameters: list[tuple[str, str]] = []
        but: Pattern | None = None
        for child in self._children(element, context):
            within = self._inside(child, context)
            match _local(child):
                case "param" if but is None:
                    name = self._checked(child, within, "name")
                    if len(child):
                        self._fail("<param> holds text only", child, context)
                    parameters.append((name, child.text or ""))
                case "except" if but is None:
                    self._checked(child, within)
                    but = self._patterns.choice(*self._patterns_in(child, scope, within))
                case other:
                    self._fail(f"<{other}> cannot stand here in <data>", child, context)
        datatype = self._datatype(context.library, kind, tuple(parameters), element, context)
        return self._patterns.data(datatype, but, (context.file.name, _line(element)))

    def _datatype(
        self,
        library: str,
        name: str,
        parameters: tuple[tuple[str, str], ...],
        element: etree._Element,
        context: _Context,
    ) -> Datatype:
        key = (library, name, parameters)
        known = self._datatypes.get(key)
        if known is None:
            try:
                known = self._datatypes[key] = find_datatype(library, name, parameters)
            except DatatypeError as error:
                self._fail(str(error), element, context, "4.3")
        return known

    # -- references

    def _ref(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        name = self._ncname(self._checked(element, context, "name"), element, context)
        self._nothing_in(element, context)
        if scope is None:
            self._fail(f"<ref name={name!r}> stands outside a <grammar>", element, context, "4.18")
        return self._defined(name, scope, element, context)

    def _parent_ref(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        name = self._ncname(self._checked(element, context, "name"), element, context)
        self._nothing_in(element, context)
        if scope is None or scope.outer is None:
            self._fail(f"<parentRef name={name!r}> has no grammar around its own", element, context, "4.18")
        return self._defined(name, scope.outer, element, context)

    def _defined(self, name: str, scope: _Scope, element: etree._Element, context: _Context) -> Pattern:
        known = scope.patterns.get(name)
        if known is not None:
            return known
        parts = scope.parts.get(name)
        if not parts:
            self._fail(f'"{name}" is not defined', element, context, "4.18")
        if name in scope.open:
            if self._unreachable:
                return self._patterns.not_allowed
            reason = f'"{name}" refers to itself without an element in between'
            self._fail(reason, element, context, "4.19")
        scope.open.add(name)
        join = self._patterns.interleave if _combination(parts) == "interleave" else self._patterns.choice
        read = [self._patterns.group(*self._patterns_in(part.element, scope, part.context)) for part in parts]
        scope.open.discard(name)
        known = scope.patterns[name] = join(*read)
        return known

    def _external(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        file, within = self._opened(element, context)
        self._nothing_in(element, context)
        return self._pattern(file.root, None, within)

    def _opened(self, element: etree._Element, context: _Context) -> tuple[SchemaFile, _Context]:
        """The file that an `externalRef` or `include` names, and the context within."""
        href = self._checked(element, context, "href")
        file = self._files.beside(context.file, href, _line(element), base=base_of(element))
        if file.path in context.opened:
            reason = f"{href} is taken in by itself, directly or by another file"
            self._fail(reason, element, context, "4.6")
        within = _Context(file, context.ns, "", (*context.opened, file.path))
        self._no_words(file.root, within)
        return file, within

    # -- grammars

    def _grammar(self, element: etree._Element, scope: _Scope | None, context: _Context) -> Pattern:
        self._checked(element, context)
        own = _Scope(scope)
        own.parts = self._collected(element, context)
        if "" not in own.parts:
            self._fail("the grammar has no <start>", element, context, "4.18")
        for name in own.parts:
            self._one_combination(name, own.parts[name])
        pattern = self._defined("", own, element, context)
        self.unread.extend((own, name) for name in own.parts)
        return pattern

    def _collected(self, element: etree._Element, context: _Context) -> dict[str, list[_Part]]:
        """What a grammar, `div` or `include` defines, by name, with what it includes."""
        found: dict[str, list[_Part]] = {}
        for child in self._children(element, context):
            within = self._inside(child, context)
            match _local(child):
                case "define":
                    name = self._checked(child, within, "name", ("combine",))
                    self._ncname(name, child, within)
                    found.setdefault(name, []).append(_Part(child, within, self._combine(child, within)))
                case "start":
                    self._checked(child, within, allowed=("combine",))
                    if len(self._children(child, within)) != 1:
                        self._fail("<start> takes one pattern", child, within)
                    found.setdefault("", []).append(_Part(child, within, self._combine(child, within)))
                case "div":
                    self._checked(child, within)
                    for name, parts in self._collected(child, within).items():
                        found.setdefault(name, []).extend(parts)
                case "include" if _local(element) != "include":
                    for name, parts in self._included(child, within).items():
                        found.setdefault(name, []).extend(parts)
                case other:
                    self._fail(f"<{other}> cannot stand in <{_local(element)}>", child, within)
        return found

    def _combine(self, element: etree._Element, context: _Context) -> str:
        combine = (element.get("combine") or "").strip()
        if element.get("combine") is not None and combine not in ("choice", "interleave"):
            self._fail(f'combine="{combine}": it is "choice" or "interleave"', element, context)
        if not self._children(element, context):
            self._fail(f"<{_local(element)}> has no pattern in it", element, context)
        return combine

    def _included(self, element: etree._Element, context: _Context) -> dict[str, list[_Part]]:
        file, within = self._opened(element, context)
        if file.root.tag != f"{_PREFIX}grammar":
            reason = f"{element.get('href')} is not a grammar, and only grammars can be included"
            self._fail(reason, element, context, "4.7")
        self._checked(file.root, within)
        found = self._collected(file.root, self._inside(file.root, within))
        own = self._collected(element, context)
        for name, parts in own.items():
            if name not in found:
                what = f'a definition of "{name}"' if name else "a <start>"
                reason = f"{element.get('href')} has no {what.partition(' ')[2]} that could be replaced"
                self._fail(reason, parts[0].element, context, "4.7")
            found[name] = parts
        return found

    def _one_combination(self, name: str, parts: list[_Part]) -> None:
        """Several definitions of one name say how they combine: all but one of them, and alike."""
        what = f'"{name}" is defined' if name else "<start> stands there"
        bare = [part for part in parts if not part.combine]
        ways = {part.combine for part in parts} - {""}
        if len(bare) > 1:
            self._fail(f"{what} {len(bare)} times without combine", bare[1].element, bare[1].context, "4.17")
        if len(ways) > 1:
            part = parts[-1]
            reason = f"{what} with combine both as choice and as interleave"
            self._fail(reason, part.element, part.context, "4.17")

    # -- names

    def _names(self, element: etree._Element, context: _Context, *, attribute: bool) -> tuple[NameClass, int]:
        """The name class of an `element` or `attribute`, and how many children it took."""
        self._checked(element, context, allowed=("name",))
        name = element.get("name")
        if name is not None:
            outside = attribute and element.get("ns") is None
            one = self._one_name(name.strip(), element, context, "" if outside else context.ns)
            names: NameClass = OneName(one)
            skip = 0
        else:
            children = self._children(element, context)
            if not children:
                self._fail(f"<{_local(element)}> has no name", element, context)
            names = self._name_class(children[0], context)
            skip = 1
        if attribute:
            self._no_xmlns(names, element, context)
        return names, skip

    def _name_class(self, element: etree._Element, context: _Context) -> NameClass:  # noqa: RET503
        context = self._inside(element, context)
        match _local(element):
            case "name":
                self._checked(element, context)
                if len(element):
                    self._fail("<name> holds text only", element, context)
                return OneName(self._one_name((element.text or "").strip(), element, context, context.ns))
            case "anyName":
                self._checked(element, context)
                return AnyName(self._excepted(element, context))
            case "nsName":
                self._checked(element, context)
                return NamespaceNames(context.ns, self._excepted(element, context))
            case "choice":
                self._checked(element, context)
                classes = [self._name_class(one, context) for one in self._children(element, context)]
                if not classes:
                    self._fail("<choice> has no name in it", element, context)
                return classes[0] if len(classes) == 1 else EitherName(tuple(classes))
            case other:
                reason = f"<{other}> is not a name; <name>, <anyName>, <nsName> or <choice> are"
        self._fail(reason, element, context)

    def _excepted(self, element: etree._Element, context: _Context) -> NameClass | None:
        children = self._children(element, context)
        if not children:
            return None
        if len(children) > 1 or _local(children[0]) != "except":
            self._fail(f"<{_local(element)}> holds one <except> only", element, context)
        within = self._inside(children[0], context)
        self._checked(children[0], within)
        classes = tuple(self._name_class(one, within) for one in self._children(children[0], within))
        if not classes:
            self._fail("<except> has no name in it", children[0], context)
        for one in classes:
            for kind in _wildcards(one):
                if kind is AnyName or _local(element) == "nsName":
                    inner = "anyName" if kind is AnyName else "nsName"
                    reason = f"<except> of <{_local(element)}> cannot hold <{inner}>"
                    self._fail(reason, children[0], context, "4.16")
        return classes[0] if len(classes) == 1 else EitherName(classes)

    def _one_name(self, name: str, element: etree._Element, context: _Context, ns: str) -> str:
        prefix, colon, local = name.rpartition(":")
        self._ncname(local, element, context)
        if not colon:
            return expanded(ns, local)
        if prefix == "xml":
            return expanded(XML_NAMESPACE, local)
        uri = element.nsmap.get(self._ncname(prefix, element, context))
        if uri is None:
            self._fail(f'the prefix "{prefix}" of {name} is not declared', element, context, "4.10")
        return expanded(str(uri), local)

    def _no_xmlns(self, names: NameClass, element: etree._Element, context: _Context) -> None:
        if any(pair == ("", "xmlns") or pair[0].startswith(_XMLNS) for pair in _mentioned(names)):
            self._fail("an attribute cannot be xmlns; namespaces are no attributes", element, context, "4.16")

    # -- all of it

    def everything(self) -> None:
        """Reads what no one asked for yet, to notice mistakes in it."""
        for definition in self.definitions:  # grows meanwhile
            _ = definition.content
        # What is left is unreachable, and there a definition may lead to itself (4.19).
        self._unreachable = True
        while self.unread:
            scope, name = self.unread.pop()
            if name not in scope.patterns:
                part = scope.parts[name][0]
                self._defined(name, scope, part.element, part.context)
        for definition in self.definitions:  # grows meanwhile
            _ = definition.content


def _combination(parts: list[_Part]) -> str:
    return next((part.combine for part in parts if part.combine), "choice")


def _wildcards(names: NameClass) -> Iterator[type[AnyName] | type[NamespaceNames]]:
    if isinstance(names, EitherName):
        for one in names.classes:
            yield from _wildcards(one)
    elif isinstance(names, AnyName):
        yield AnyName
    elif isinstance(names, NamespaceNames):
        yield NamespaceNames


def _mentioned(names: NameClass) -> Iterator[tuple[str, str]]:
    """The names that a class mentions, also in exceptions: namespace and local part ("" for all)."""
    if isinstance(names, OneName):
        yield parts_of(names.name)
        return
    if isinstance(names, EitherName):
        for one in names.classes:
            yield from _mentioned(one)
        return
    if isinstance(names, NamespaceNames):
        yield names.namespace, ""
    if names.but is not None:
        yield from _mentioned(names.but)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _line(element: etree._Element) -> int | None:
    return cast("int | None", element.sourceline)
