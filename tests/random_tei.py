"""Valid documents made up at random from a schema, what was met least first.

Each document sets out for the element that has been written least, by the shortest way from the root; on
the way and around it, whatever the schema leaves open is drawn, with a liking for what is rare so far. Same
schema, seed and count: same documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from lxml import etree

from edition.relaxng import Schema
from edition.relaxng.names import named
from edition.relaxng.patterns import Definition, Kind, Pattern

_ENDLESS = 10**9

_WORDS = (
    "Anna", "said", "the ferry", "“No”", "1848", "fünf & zwei", "a < b", "]]>", "d’or", "— ", "Ελένη",
    "דורון", "漢字", "x", "e\u0301", "\u00a0", "𝔸", "1. ", "[…]", "#id", "\\", "$x$", "*", "@", "\n  and on",
)  # fmt: skip
"""Words for running text: of several scripts, with signs that this or that format takes for its own."""

_VALUES = (
    "a", "letter", "#{id}", "#{id} #{id}", "http://example.org/a", "gnd:118571249", "page1.jpg", "1", "0",
    "7", "1.5", "12cm", "1850", "-0043", "1850-02", "1850-02-27", "--02-27", "---27", "--02",
    "1850-02-27T12:00:00", "12:30:00", "P1Y", "P21D", "en", "de-AT", "grc", "true", "false", "1.0",
    "image/jpeg", "some words", "[0-9]+", "GND", "http://example.org/$1", "1/2",
    "2001-02-27", "2001-02-27T12:00:00", "41.5,-2.25",
)  # fmt: skip
"""Values: each attribute takes of them what its datatype takes. {id} stands for an identifier met before."""


@dataclass(slots=True)
class Coverage:
    """How often each element, and each attribute of an element, has been written; 0 for what has not."""

    elements: Counter[str] = field(default_factory=Counter)
    attributes: Counter[tuple[str, str]] = field(default_factory=Counter)

    def missing(self) -> list[str]:
        """What has not been written yet, as `name` or `name/@attribute`."""
        pairs = [
            f"{element}/@{attribute}" for (element, attribute), count in self.attributes.items() if not count
        ]
        return sorted([name for name, count in self.elements.items() if not count] + pairs)


def random_documents(schema: Schema, seed: int, count: int) -> Iterator[bytes]:
    """`count` documents that are valid against `schema`, in UTF-8.

    Raises LookupError for a datatype of which no sample is.
    """
    source = RandomDocuments(schema, seed)
    for _ in range(count):
        yield source.document()


HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A title</title>
    </titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader></TEI>"""
"""A document but for its text."""


def random_texts(schema: Schema, seed: int, count: int) -> Iterator[etree._Element]:
    """`count` documents with a short header and a text that is valid against `schema`."""
    source = RandomDocuments(schema, seed, size=40)
    for _ in range(count):
        root = etree.fromstring(HEADER)
        root.append(source.element("text"))
        yield root


class RandomDocuments:
    """An endless source of valid documents. `size` is about how many elements a document has."""

    def __init__(self, schema: Schema, seed: int, *, size: int = 60) -> None:
        self._random = Random(seed)
        self._size = size
        self._schema = schema
        self._definitions = schema.explorer.definitions
        self._costs: dict[Definition, int] = dict.fromkeys(self._definitions, _ENDLESS)
        self._least: dict[Pattern, int] = {}
        self._sought: dict[Pattern, int] = {}
        self._reckon()
        self._parents: dict[Definition, list[Definition]] = {one: [] for one in self._definitions}
        for one in self._definitions:
            for child in schema.explorer.within(one):
                self._parents[child].append(one)
        self.coverage = Coverage()
        attributes = schema.states.derivatives.attributes
        for one in self._definitions:
            self.coverage.elements[_name(one)] = 0
            for attribute in attributes(one.content):
                self.coverage.attributes[_name(one), _attribute_name(attribute)] = 0
        self._budget = 0
        self._distance: dict[Definition, int] = {}
        self._ids: list[str] = []
        self._samples: dict[Pattern, tuple[str, ...]] = {}

    def document(self) -> bytes:
        """The next document."""
        self._set_out(self._definitions)
        root = self._element(self._root(self._schema.pattern), None, seeking=True)
        return etree.tostring(root, encoding="utf-8")

    def element(self, name: str) -> etree._Element:
        """An element called `name`, with what it may hold. Raises LookupError for a name there is none of."""
        called = next((one for one in self._definitions if _name(one).rpartition("}")[2] == name), None)
        if called is None:
            raise LookupError(name)
        within, here = {called: None}, [called]
        while here:
            here = [
                one for around in here for one in self._schema.explorer.within(around) if one not in within
            ]
            within.update(dict.fromkeys(here))
        self._set_out(list(within))
        return self._element(called, None, seeking=True)

    def _set_out(self, definitions: Sequence[Definition]) -> None:
        """Towards what has been written least of `definitions`."""
        self._budget = self._random.randint(1, 2 * self._size)
        self._ids = []
        rarest = min(definitions, key=lambda one: (self.coverage.elements[_name(one)], self._random.random()))
        self._distance = self._ways_to(rarest)
        self._sought.clear()

    def _root(self, start: Pattern) -> Definition:
        """The element that the document begins with."""
        possible = self._schema.states.derivatives.first(start)
        return min(possible, key=lambda one: (self._distance.get(one, _ENDLESS), self._random.random()))

    # -- where to go, and what is the least that completes a document

    def _ways_to(self, target: Definition) -> dict[Definition, int]:
        """For each element from which `target` can be reached: how many steps down it lies."""
        distance, here = {target: 0}, [target]
        while here:
            there = [parent for one in here for parent in self._parents[one] if parent not in distance]
            for parent in there:
                distance.setdefault(parent, distance[here[0]] + 1)
            here = list(dict.fromkeys(there))
        return distance

    def _reckon(self) -> None:
        """How many elements the smallest document of each definition has."""
        changed = True
        while changed:
            changed = False
            for one in self._definitions:
                cost = 1 + self._cost(one.content)
                if cost < self._costs[one]:
                    self._costs[one], changed = cost, True
            self._least.clear()

    def _cost(self, pattern: Pattern) -> int:
        """How many elements the least that `pattern` asks for has."""
        known = self._least.get(pattern)
        if known is None:
            known = self._least[pattern] = self._counted_cost(pattern)
        return known

    def _counted_cost(self, pattern: Pattern) -> int:
        match pattern.kind:
            case Kind.NOT_ALLOWED:
                return _ENDLESS
            case Kind.ELEMENT if pattern.definition is not None:
                return self._costs[pattern.definition]
            case Kind.CHOICE:
                return min(self._cost(part) for part in pattern.parts)
            case Kind.GROUP | Kind.INTERLEAVE | Kind.MORE:
                return min(_ENDLESS, sum(self._cost(part) for part in pattern.parts))
            case _:
                return 0

    def _steps(self, pattern: Pattern) -> int:
        """How many steps down the element that is sought lies, if it is sought in `pattern`."""
        known = self._sought.get(pattern)
        if known is None:
            known = self._sought[pattern] = self._counted_steps(pattern)
        return known

    def _counted_steps(self, pattern: Pattern) -> int:
        if pattern.kind is Kind.ELEMENT and pattern.definition is not None:
            return self._distance.get(pattern.definition, _ENDLESS)
        if pattern.kind is Kind.ATTRIBUTE or not pattern.parts:
            return _ENDLESS
        return min(self._steps(part) for part in pattern.parts)

    # -- elements

    def _write(self, pattern: Pattern, parent: etree._Element, *, seeking: bool) -> None:
        """Writes what `pattern` asks for into `parent`."""
        match pattern.kind:
            case Kind.ELEMENT if pattern.definition is not None:
                self._element(pattern.definition, parent, seeking=seeking)
            case Kind.CHOICE:
                self._write(self._chosen(pattern, parent, seeking), parent, seeking=seeking)
            case Kind.GROUP | Kind.INTERLEAVE:
                sought = min(pattern.parts, key=self._steps) if seeking else None
                for part in pattern.parts:
                    self._write(part, parent, seeking=part is sought)
            case Kind.MORE:
                self._write(pattern.parts[0], parent, seeking=seeking)
                while self._budget > 0 and self._random.random() < 0.6:
                    self._write(pattern.parts[0], parent, seeking=False)
            case Kind.ATTRIBUTE:
                name = _attribute_name(pattern)
                self.coverage.attributes[str(parent.tag), name] += 1
                parent.set(name, self._value(pattern.parts[0]))
            case Kind.TEXT:
                _append(parent, self._running_text())
            case Kind.DATA | Kind.VALUE | Kind.LIST:
                _append(parent, self._value(pattern))
            case _:
                pass

    def _element(
        self, definition: Definition, parent: etree._Element | None, *, seeking: bool
    ) -> etree._Element:
        self._budget -= 1
        name = _name(definition)
        self.coverage.elements[name] += 1
        if parent is None:
            said = etree.QName(name)
            element = etree.fromstring(f'<{said.localname} xmlns="{said.namespace or ""}"/>')
        else:
            element = etree.SubElement(parent, name)
        arrived = self._distance.get(definition) == 0
        self._write(definition.content, element, seeking=seeking and not arrived)
        return element

    def _chosen(self, pattern: Pattern, parent: etree._Element, seeking: bool) -> Pattern:
        """One part of a choice: towards what is sought, else the rarest, else the smallest."""
        if seeking:
            best = min(self._steps(part) for part in pattern.parts)
            if best < _ENDLESS:
                return self._random.choice([part for part in pattern.parts if self._steps(part) == best])
        least = min(self._cost(part) for part in pattern.parts)
        small = [part for part in pattern.parts if self._cost(part) == least]
        if self._budget <= 0 or self._random.random() < 0.2:
            # What costs nothing and has never been written (an attribute) is taken all the same.
            return min(small, key=lambda part: (self._seen(part, parent) > 0, self._random.random()))
        if self._random.random() < 0.6:
            return min(pattern.parts, key=lambda part: (self._seen(part, parent), self._random.random()))
        possible = [part for part in pattern.parts if self._cost(part) < _ENDLESS]
        return self._random.choice(possible)

    def _seen(self, pattern: Pattern, parent: etree._Element) -> int:
        """How often the rarest thing in `pattern` was written; what is in its elements does not count."""
        if pattern.kind is Kind.ELEMENT and pattern.definition is not None:
            return self.coverage.elements[_name(pattern.definition)]
        if pattern.kind is Kind.ATTRIBUTE:
            return self.coverage.attributes[str(parent.tag), _attribute_name(pattern)]
        if pattern.kind in (Kind.EMPTY, Kind.TEXT) or not pattern.parts:
            return 5
        return min(self._seen(part, parent) for part in pattern.parts)

    # -- words

    def _running_text(self) -> str:
        return " ".join(self._random.choices(_WORDS, k=self._random.randint(1, 4)))

    def _value(self, pattern: Pattern) -> str:
        """A value of the form that `pattern` asks for."""
        match pattern.kind:
            case Kind.VALUE:
                return pattern.text
            case Kind.CHOICE:
                return self._value(self._random.choice(pattern.parts))
            case Kind.LIST:
                return self._value(pattern.parts[0])
            case Kind.MORE:
                several = 1 if self._random.random() < 0.7 else 2
                return " ".join(self._value(pattern.parts[0]) for _ in range(several))
            case Kind.GROUP:
                return " ".join(filter(None, map(self._value, pattern.parts)))
            case Kind.TEXT:
                return self._random.choice(("1", "a", "some words"))
            case Kind.DATA if pattern.datatype is not None and pattern.datatype.identifies == "ID":
                self._ids.append(f"id-{len(self._ids) + 1}")
                return self._ids[-1]
            case Kind.DATA:
                sample = self._random.choice(self._of_type(pattern))
                return sample.replace("{id}", self._random.choice(self._ids) if self._ids else "nowhere")
            case _:
                return ""

    def _of_type(self, pattern: Pattern) -> tuple[str, ...]:
        """The samples that a DATA takes."""
        known = self._samples.get(pattern)
        if known is None:
            fits = self._schema.states.derivatives.matches_value
            known = tuple(one for one in _VALUES if fits(pattern, one.replace("{id}", "id-1"), {}))
            if not known:
                raise LookupError(f"no sample is of the datatype {pattern.datatype}")
            self._samples[pattern] = known
        return known


def _append(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _name(definition: Definition) -> str:
    names = named(definition.names)
    return names[0] if names else "{http://example.org/any}any"


def _attribute_name(pattern: Pattern) -> str:
    names = named(pattern.names) if pattern.names is not None else ()
    return names[0] if names else "any"
