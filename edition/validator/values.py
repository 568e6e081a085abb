"""What a schema says about values: of attributes, and of content that must have a certain form.

The datatypes are judged by libxml2: each form becomes a schema of one element with one value in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from edition.tei import local_name
from edition.validator.grammar import (
    Definition,
    Grammar,
    inherited,
    patterns_within,
    rng,
    rng_children,
)


@dataclass(frozen=True, eq=False)
class ValueForm:
    """The form that a value must have: a RELAX NG pattern without references."""

    pattern: etree._Element

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The values there are to choose from, where the schema lists them; else none."""
        if self.types or self.pattern.find(f".//{rng('text')}") is not None:
            return ()
        return tuple(dict.fromkeys((value.text or "").strip() for value in self.pattern.iter(rng("value"))))

    @cached_property
    def types(self) -> frozenset[str]:
        """Names of the datatypes that occur in the form: "gYear", "anyURI" ..."""
        return frozenset(data.get("type", "") for data in self.pattern.iter(rng("data")))

    @cached_property
    def is_free(self) -> bool:
        """Whether any text will do."""
        return self.pattern.find(f".//{rng('text')}") is not None

    def accepts(self, value: str) -> bool:
        """Whether `value` has this form."""
        if self.is_free:
            return True
        root = etree.Element("v")
        root.set("v", value)
        return bool(self._judge.validate(root))

    @cached_property
    def _judge(self) -> etree.RelaxNG:
        element = etree.Element(rng("element"), name="v")
        attribute = etree.SubElement(element, rng("attribute"), name="v")
        attribute.append(deepcopy(self.pattern))
        return etree.RelaxNG(element)


class ValueForms:
    """The value forms of one grammar, made when asked for."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._attributes: dict[str, dict[str, ValueForm]] = {}
        self._data: dict[str, ValueForm | None] = {}

    def of_attribute(self, definition: Definition, attribute: str) -> ValueForm | None:
        """The form of `attribute` on the element defined; None when the schema names no such attribute."""
        known = self._attributes.get(definition.name)
        if known is None:
            found: dict[str, list[etree._Element]] = {}
            for source in definition.sources:
                for element in self._reach(source, "attribute", set()):
                    for name in self._grammar.attribute_names(element):
                        found.setdefault(name, []).append(element)
            known = {name: self._form(elements) for name, elements in found.items()}
            self._attributes[definition.name] = known
        return known.get(attribute)

    def of_content(self, definition: Definition) -> ValueForm | None:
        """The form that the text of the element must have; None when there is no such demand."""
        if definition.name not in self._data:
            found = [
                element
                for source in definition.sources
                for kind in ("data", "value", "list")
                for element in self._reach(source, kind, set())
            ]
            self._data[definition.name] = _choice([[self._resolved(e)] for e in found]) if found else None
        return self._data[definition.name]

    def _form(self, attributes: list[etree._Element]) -> ValueForm:
        alternatives = []
        for attribute in attributes:
            parts = [self._resolved(part) for part in patterns_within(attribute)]
            alternatives.append(parts or [etree.Element(rng("text"))])
        return _choice(alternatives)

    def _reach(self, element: etree._Element, kind: str, seen: set[str]) -> Iterator[etree._Element]:
        """Elements of the schema called `kind` that `element` leads to without entering another element."""
        name = local_name(element)
        if name == kind:
            yield element
        elif name == "ref":
            target = element.get("name", "").strip()
            if target not in seen:
                seen.add(target)
                for define in self._grammar.defines.get(target, []):
                    for child in rng_children(define):
                        yield from self._reach(child, kind, seen)
        elif name not in ("element", "attribute", "list", "data", "value"):
            for child in rng_children(element):
                yield from self._reach(child, kind, seen)

    def _resolved(self, element: etree._Element) -> etree._Element:
        """A copy that stands on its own: references resolved, the datatype library written out."""
        if local_name(element) == "ref":
            defines = self._grammar.defines.get(element.get("name", "").strip(), [])
            return _choice([[self._resolved(c) for c in rng_children(d)] for d in defines]).pattern
        copy = etree.Element(element.tag)
        copy.text = element.text
        for name, value in element.attrib.items():
            copy.set(name, value)
        if local_name(element) in ("data", "value"):
            copy.set("datatypeLibrary", inherited(element, "datatypeLibrary"))
        for child in rng_children(element):
            copy.append(deepcopy(child) if local_name(child) == "param" else self._resolved(child))
        return copy


def _choice(alternatives: list[list[etree._Element]]) -> ValueForm:
    choice = etree.Element(rng("choice"))
    for parts in alternatives:
        group = etree.SubElement(choice, rng("group"))
        group.extend(parts)
    return ValueForm(choice)
