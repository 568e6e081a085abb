"""RELAX NG in XML syntax into patterns: sections 3 and 4 of the specification.

What an element of the schema contains is read when it is first asked for, so a large schema costs what a
document uses of it; `everything` reads all.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from edition.relaxng.datatypes import Datatype, DatatypeError, find_datatype
from edition.relaxng.files import NotRelaxngError, SchemaFiles
from edition.relaxng.patterns import Definition, Pattern, Patterns
from edition.relaxng.reading.elements import (
    PREFIX,
    Context,
    checked,
    children_of,
    fail,
    inside,
    line_of,
    local_name,
    ncname,
    no_words,
    nothing_in,
    opened,
)
from edition.relaxng.reading.grammars import Scope, check_combination, collected, combination
from edition.relaxng.reading.name_classes import names_of


class Reader:
    """One reading of one schema."""

    def __init__(self, files: SchemaFiles, patterns: Patterns) -> None:
        self._files = files
        self._patterns = patterns
        self._datatypes: dict[tuple[str, str, tuple[tuple[str, str], ...]], Datatype] = {}
        self._read: dict[str, Callable[[etree._Element, Scope | None, Context], Pattern]] = {
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
        self.unread: list[tuple[Scope, str]] = []
        self._unreachable = False

    def start(self) -> Pattern:
        """The pattern of whole documents. Raises SchemaError, OSError for a file that is not there."""
        file = self._files.main()
        if not str(file.root.tag).startswith(PREFIX):
            namespace = etree.QName(file.root).namespace or ""
            reason = f"it begins with <{local_name(file.root)}>"
            raise NotRelaxngError(reason, path=file.name, line=line_of(file.root), namespace=namespace)
        context = Context(file, "", "", (file.path,))
        no_words(file.root, context)
        return self._pattern(file.root, None, context)

    # -- patterns

    def _pattern(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        tag = str(element.tag)
        read = self._read.get(tag[len(PREFIX) :]) if tag.startswith(PREFIX) else None
        if read is None:
            if tag.startswith(PREFIX):
                fail(f"<{local_name(element)}> cannot stand here", element, context)
            fail(f"<{local_name(element)}> is not a pattern of RELAX NG", element, context)
        return read(element, scope, inside(element, context))

    def _patterns_in(
        self, element: etree._Element, scope: Scope | None, context: Context, *, skip: int = 0
    ) -> list[Pattern]:
        children = children_of(element)[skip:]
        if not children:
            fail(f"<{local_name(element)}> has no pattern in it", element, context)
        return [self._pattern(child, scope, context) for child in children]

    def _group(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context)
        return self._patterns.group(*self._patterns_in(element, scope, context))

    def _interleave(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context)
        return self._patterns.interleave(*self._patterns_in(element, scope, context))

    def _choice(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context)
        return self._patterns.choice(*self._patterns_in(element, scope, context))

    def _optional(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        return self._patterns.optional(self._group(element, scope, context))

    def _zero_or_more(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        return self._patterns.optional(self._one_or_more(element, scope, context))

    def _one_or_more(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        return self._patterns.more(self._group(element, scope, context))

    def _list(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        return self._patterns.words(self._group(element, scope, context))

    def _mixed(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        return self._patterns.interleave(self._patterns.text, self._group(element, scope, context))

    def _empty(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context)
        nothing_in(element, context)
        return self._patterns.empty

    def _text(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context)
        nothing_in(element, context)
        return self._patterns.text

    def _not_allowed(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context)
        nothing_in(element, context)
        return self._patterns.not_allowed

    def _element(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        names, skip = names_of(element, context, attribute=False)
        if len(children_of(element)) <= skip:
            fail("<element> has no pattern in it", element, context)

        def content() -> Pattern:
            return self._patterns.group(*self._patterns_in(element, scope, context, skip=skip))

        number = len(self.definitions)
        definition = Definition(number, names, context.file.name, line_of(element), element, content)
        self.definitions.append(definition)
        return self._patterns.element(definition)

    def _attribute(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        names, skip = names_of(element, context, attribute=True)
        children = children_of(element)[skip:]
        if len(children) > 1:
            fail("<attribute> has more than one pattern in it; put them into a <group>", element, context)
        value = self._pattern(children[0], scope, context) if children else self._patterns.text
        return self._patterns.attribute(names, value, (context.file.name, line_of(element)))

    def _value(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context, allowed=("type",))
        if len(element):
            fail("<value> holds text only", element, context)
        kind = element.get("type")
        library = context.library if kind is not None else ""
        datatype = self._datatype(library, kind.strip() if kind else "token", (), element, context)
        text = element.text or ""
        scoped: tuple[tuple[str, str], ...] = ()
        if datatype.needs_namespaces:
            scoped = tuple((prefix, uri) for prefix, uri in element.nsmap.items() if prefix)
            scoped = (*scoped, ("", context.ns))
        if not datatype.accepts(text, dict(scoped)):
            fail(f'"{text}" is not a value of the datatype {datatype.name}', element, context, "4")
        return self._patterns.value(datatype, text, scoped, (context.file.name, line_of(element)))

    def _data(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        kind = checked(element, context, "type")
        parameters: list[tuple[str, str]] = []
        but: Pattern | None = None
        for child in children_of(element):
            within = inside(child, context)
            match local_name(child):
                case "param" if but is None:
                    name = checked(child, within, "name")
                    if len(child):
                        fail("<param> holds text only", child, context)
                    parameters.append((name, child.text or ""))
                case "except" if but is None:
                    checked(child, within)
                    but = self._patterns.choice(*self._patterns_in(child, scope, within))
                case other:
                    fail(f"<{other}> cannot stand here in <data>", child, context)
        datatype = self._datatype(context.library, kind, tuple(parameters), element, context)
        return self._patterns.data(datatype, but, (context.file.name, line_of(element)))

    def _datatype(
        self,
        library: str,
        name: str,
        parameters: tuple[tuple[str, str], ...],
        element: etree._Element,
        context: Context,
    ) -> Datatype:
        key = (library, name, parameters)
        known = self._datatypes.get(key)
        if known is None:
            try:
                known = self._datatypes[key] = find_datatype(library, name, parameters)
            except DatatypeError as error:
                fail(str(error), element, context, "4.3")
        return known

    # -- references

    def _ref(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        name = ncname(checked(element, context, "name"), element, context)
        nothing_in(element, context)
        if scope is None:
            fail(f"<ref name={name!r}> stands outside a <grammar>", element, context, "4.18")
        return self._defined(name, scope, element, context)

    def _parent_ref(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        name = ncname(checked(element, context, "name"), element, context)
        nothing_in(element, context)
        if scope is None or scope.outer is None:
            fail(f"<parentRef name={name!r}> has no grammar around its own", element, context, "4.18")
        return self._defined(name, scope.outer, element, context)

    def _defined(self, name: str, scope: Scope, element: etree._Element, context: Context) -> Pattern:
        known = scope.patterns.get(name)
        if known is not None:
            return known
        parts = scope.parts.get(name)
        if not parts:
            fail(f'"{name}" is not defined', element, context, "4.18")
        if name in scope.open:
            if self._unreachable:
                return self._patterns.not_allowed
            reason = f'"{name}" refers to itself without an element in between'
            fail(reason, element, context, "4.19")
        scope.open.add(name)
        join = self._patterns.interleave if combination(parts) == "interleave" else self._patterns.choice
        read = [self._patterns.group(*self._patterns_in(part.element, scope, part.context)) for part in parts]
        scope.open.discard(name)
        known = scope.patterns[name] = join(*read)
        return known

    def _external(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        file, within = opened(self._files, element, context)
        nothing_in(element, context)
        return self._pattern(file.root, None, within)

    # -- grammars

    def _grammar(self, element: etree._Element, scope: Scope | None, context: Context) -> Pattern:
        checked(element, context)
        own = Scope(scope)
        own.parts = collected(self._files, element, context)
        if "" not in own.parts:
            fail("the grammar has no <start>", element, context, "4.18")
        for name in own.parts:
            check_combination(name, own.parts[name])
        pattern = self._defined("", own, element, context)
        self.unread.extend((own, name) for name in own.parts)
        return pattern

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
