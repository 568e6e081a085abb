"""Reads a RELAX NG schema (XML syntax) into patterns: per element name, its content and its attributes.

Where a schema defines one element name several ways, the definitions are joined: what is said about such
an element may then be too lenient, never too strict. (TEI schemas have one definition a name.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from edition.tei import local_name
from edition.validator.pattern import Pattern, Patterns

RNG = "http://relaxng.org/ns/structure/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_Read = Callable[[etree._Element], Pattern]


class UnreadableGrammarError(Exception):
    """The schema uses a corner of RELAX NG (nested grammars, externalRef) that this reader leaves alone."""


@dataclass(slots=True)
class Definition:
    """What a schema says about one element name; `sources` are the parts of the schema that say it."""

    name: str
    content: Pattern
    attributes: Pattern
    sources: list[etree._Element] = field(default_factory=list)


@dataclass(frozen=True)
class Grammar:
    """A schema as patterns: the elements a document may begin with, and every element by name."""

    patterns: Patterns
    roots: frozenset[str]
    definitions: Mapping[str, Definition]
    defines: Mapping[str, list[etree._Element]]
    attribute_names: Callable[[etree._Element], frozenset[str]]

    def parents_of(self, name: str) -> list[str]:
        """Names of the elements that may hold `name`, in alphabetical order."""
        return sorted(
            parent
            for parent, definition in self.definitions.items()
            if name in self.patterns.names(definition.content)
        )


def read_grammar(root: etree._Element) -> Grammar:
    """The grammar of a schema without includes.

    Raises UnreadableGrammarError for nested grammars and external references.
    """
    return _Reader(root).grammar()


def rng(name: str) -> str:
    """The RELAX NG element called `name`, as lxml writes it."""
    return f"{{{RNG}}}{name}"


def rng_children(element: etree._Element) -> Iterator[etree._Element]:
    """Children that are RELAX NG: documentation is passed over."""
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(f"{{{RNG}}}"):
            yield child


def inherited(element: etree._Element, attribute: str) -> str:
    """The value of `attribute` on `element` or its nearest ancestor that has one; "" without any."""
    here: etree._Element | None = element
    while here is not None:
        value = here.get(attribute)
        if value is not None:
            return str(value)
        here = here.getparent()
    return ""


def patterns_within(element: etree._Element) -> list[etree._Element]:
    """What an `element` or `attribute` of the schema says about content: its name class left out."""
    inside = list(rng_children(element))
    if element.get("name") is None:
        inside = inside[1:]
    return inside


class _Reader:
    """One reading of one schema."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._patterns = Patterns()
        self._defines: dict[str, list[etree._Element]] = {}
        self._starts: list[etree._Element] = []
        self._open: set[str] = set()
        self._contents: dict[str, Pattern] = {}
        self._attributes: dict[str, Pattern] = {}
        if local_name(root) == "grammar":
            self._collect(root)

    def grammar(self) -> Grammar:
        starts = self._starts or [self._root]
        patterns = self._patterns
        roots = [
            self._content(child)
            for start in starts
            for child in (rng_children(start) if local_name(start) == "start" else [start])
        ]
        definitions: dict[str, Definition] = {}
        for element in self._root.iter(rng("element")):
            for name in self._exact_names(element):
                self._define(name, element, definitions)
        return Grammar(
            patterns,
            patterns.names(patterns.choice(*roots)),
            definitions,
            self._defines,
            self._attribute_names,
        )

    def _collect(self, element: etree._Element) -> None:
        for child in rng_children(element):
            match local_name(child):
                case "define":
                    self._defines.setdefault(child.get("name", "").strip(), []).append(child)
                case "start":
                    self._starts.append(child)
                case "div":
                    self._collect(child)
                case other:
                    raise UnreadableGrammarError(other)

    def _define(self, name: str, element: etree._Element, definitions: dict[str, Definition]) -> None:
        patterns = self._patterns
        inside = patterns_within(element)
        content = patterns.group(*(self._content(child) for child in inside))
        attributes = patterns.interleave(*(self._attribute(child) for child in inside))
        known = definitions.get(name)
        if known is None:
            known = definitions[name] = Definition(name, content, attributes)
        else:
            known.content = patterns.choice(known.content, content)
            known.attributes = patterns.choice(known.attributes, attributes)
        known.sources.extend(inside)

    # -- names

    def _leaf(self, element: etree._Element, *, attribute: bool) -> Pattern:
        """The pattern that stands for an `element` or `attribute` of the schema, by its name class."""
        name = element.get("name")
        if name is not None:
            return self._patterns.name(self._expanded(element, name, attribute=attribute))
        name_class = next(rng_children(element), None)
        if name_class is None:
            return self._patterns.nothing
        return self._of_class(name_class, attribute=attribute)

    def _of_class(self, name_class: etree._Element, *, attribute: bool) -> Pattern:
        patterns = self._patterns
        match local_name(name_class):
            case "name":
                return patterns.name(self._expanded(name_class, name_class.text or "", attribute=False))
            case "choice":
                return patterns.choice(
                    *(self._of_class(child, attribute=attribute) for child in rng_children(name_class))
                )
            case "nsName":
                return patterns.any_name(f"{{{inherited(name_class, 'ns')}}}", self._excluded(name_class))
            case _:
                return patterns.any_name("", self._excluded(name_class))

    def _excluded(self, name_class: etree._Element) -> Iterator[str]:
        for child in name_class.iter(rng("name"), rng("nsName")):
            if child is name_class:
                continue
            if local_name(child) == "nsName":
                yield f"{{{inherited(child, 'ns')}}}"
            else:
                yield self._expanded(child, child.text or "", attribute=False)

    def _expanded(self, element: etree._Element, name: str, *, attribute: bool) -> str:
        name = name.strip()
        prefix, colon, local = name.rpartition(":")
        if colon:
            namespace = _XML if prefix == "xml" else str(element.nsmap.get(prefix) or "")
            return f"{{{namespace}}}{local}"
        namespace = (element.get("ns") or "") if attribute else inherited(element, "ns")
        return f"{{{namespace}}}{local}" if namespace else local

    def _attribute_names(self, element: etree._Element) -> frozenset[str]:
        """The names that an `attribute` of the schema stands for; none for a wildcard."""
        return self._patterns.names(self._leaf(element, attribute=True))

    def _exact_names(self, element: etree._Element) -> Iterator[str]:
        leaf = self._leaf(element, attribute=False)
        yield from sorted(self._patterns.names(leaf))

    # -- content

    def _content(self, element: etree._Element) -> Pattern:
        """The pattern with its attributes left out."""
        patterns = self._patterns
        match local_name(element):
            case "attribute":
                return patterns.empty
            case "element":
                return self._leaf(element, attribute=False)
            case "text":
                return patterns.text
            case "data" | "value" | "list":
                return patterns.data
            case "mixed":
                return patterns.interleave(patterns.text, self._parts(element, self._content))
            case "interleave":
                return patterns.interleave(*(self._content(child) for child in rng_children(element)))
            case "ref":
                return self._referred(element, self._contents, self._content)
            case _:
                return self._parts(element, self._content)

    # -- attributes

    def _attribute(self, element: etree._Element) -> Pattern:
        """The pattern with only its attributes left: their order says nothing, so groups interleave."""
        patterns = self._patterns
        match local_name(element):
            case "attribute":
                return self._leaf(element, attribute=True)
            case "element" | "text" | "data" | "value" | "list":
                return patterns.empty
            case "mixed" | "interleave" | "group":
                return patterns.interleave(*(self._attribute(child) for child in rng_children(element)))
            case "ref":
                return self._referred(element, self._attributes, self._attribute)
            case _:
                return self._parts(element, self._attribute, woven=True)

    # -- both

    def _parts(self, element: etree._Element, read: _Read, *, woven: bool = False) -> Pattern:
        patterns = self._patterns
        parts = [read(child) for child in rng_children(element)]
        joined = patterns.interleave(*parts) if woven else patterns.group(*parts)
        match local_name(element):
            case "choice":
                return patterns.choice(*parts)
            case "optional":
                return patterns.optional(joined)
            case "zeroOrMore":
                return patterns.optional(patterns.more(joined))
            case "oneOrMore":
                return patterns.more(joined)
            case "empty":
                return patterns.empty
            case "notAllowed":
                return patterns.nothing
            case "group" | "mixed" | "define" | "start":
                return joined
            case other:
                raise UnreadableGrammarError(other)

    def _referred(self, element: etree._Element, known: dict[str, Pattern], read: _Read) -> Pattern:
        name = element.get("name", "").strip()
        if name not in known:
            if name in self._open:
                raise UnreadableGrammarError(f"{name} refers to itself")
            self._open.add(name)
            patterns = self._patterns
            defines = self._defines.get(name, [])
            readings = [
                patterns.interleave(*parts) if read == self._attribute else patterns.group(*parts)
                for define in defines
                for parts in [[read(child) for child in rng_children(define)]]
            ]
            combine = next((d.get("combine") for d in defines if d.get("combine")), "choice")
            known[name] = (
                patterns.interleave(*readings) if combine == "interleave" else patterns.choice(*readings)
            )
            self._open.discard(name)
        return known[name]
