"""Documents with one to three mistakes each, made at random from right ones; the same for the same seed."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from lxml import etree

from edition.relaxng import Schema
from edition.relaxng.names import OneName, named
from edition.tei import XML_ID
from tests.inclusion import SAMPLES

_VALUES = [value for value in SAMPLES if "\t" not in value]


def mutated(root: etree._Element, grammar: Schema, random: Random) -> etree._Element:
    """A copy of `root` with one to three changes; by chance it may still be valid."""
    copy = deepcopy(root)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        element = random.choice(list(copy.iter("*")))
        random.choice(_CHANGES)(element, grammar, random)
    return copy


def _rename(element: etree._Element, grammar: Schema, random: Random) -> None:
    element.tag = random.choice(sorted(grammar.explorer.names))


def _misspell(element: etree._Element, grammar: Schema, random: Random) -> None:
    element.tag = f"{element.tag}x"


def _remove(element: etree._Element, grammar: Schema, random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element, grammar: Schema, random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        for child in reversed(element):
            element.addnext(child)
        parent.remove(element)


def _repeat(element: etree._Element, grammar: Schema, random: Random) -> None:
    if element.getparent() is not None:
        copy = deepcopy(element)
        for one in copy.iter("*"):
            one.attrib.pop(XML_ID, "")
        element.addnext(copy)


def _insert(element: etree._Element, grammar: Schema, random: Random) -> None:
    new = etree.Element(random.choice(sorted(grammar.explorer.names)))
    new.text = random.choice(("", "word"))
    element.insert(random.randint(0, len(element)), new)


def _move(element: etree._Element, grammar: Schema, random: Random) -> None:
    if len(element) > 1:
        element.append(element[0])


def _write(element: etree._Element, grammar: Schema, random: Random) -> None:
    element.text = random.choice(("", " ", "word", (element.text or "") + "word"))


def _take_attribute(element: etree._Element, grammar: Schema, random: Random) -> None:
    if element.attrib:
        del element.attrib[random.choice(sorted(map(str, element.attrib)))]


def _change_attribute(element: etree._Element, grammar: Schema, random: Random) -> None:
    if element.attrib:
        element.set(random.choice(sorted(map(str, element.attrib))), random.choice(_VALUES))


def _add_attribute(element: etree._Element, grammar: Schema, random: Random) -> None:
    own = sorted(
        name
        for definition in grammar.explorer.defined(str(element.tag))
        for attribute in grammar.states.derivatives.attributes(definition.content)
        for name in named(attribute.names or OneName(""))
    )
    name = random.choice([*own, "type", "when", "who", "wrong"])
    element.set(name, random.choice(_VALUES))


_CHANGES = (
    _rename, _misspell, _remove, _unwrap, _repeat, _insert, _move, _write,
    _take_attribute, _change_attribute, _add_attribute, _add_attribute,
)  # fmt: skip
