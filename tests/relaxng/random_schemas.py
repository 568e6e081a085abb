"""Small RELAX NG schemas at random, of all kinds of pattern; the same for the same seed.

Most keep the restrictions of section 7 as they are made; `wild` ones don't care, and break some of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from xml.sax.saxutils import escape, quoteattr

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
NAMESPACES = ("", "urn:x")
LOCALS = ("a", "b", "c", "d")
TYPES = {
    "integer": ("1", "-7", " 12 ", "x", "1.5", ""),
    "token": ("1", "a b", "", "x"),
    "string": ("1", " a ", ""),
    "boolean": ("true", "0", "yes"),
    "NCName": ("a", "a:b", "1", "x"),
    "date": ("2000-02-29", "1900-02-29", "1"),
    "NMTOKENS": ("a b", "a", "", "?"),
}
"""Types of data, with values that fit and values that do not."""
WORDS = tuple(sorted({word for values in TYPES.values() for word in values}))


@dataclass(frozen=True)
class Node:
    """An element of a schema: its tag, attributes, children, and text (of `value`, `param`, `name`)."""

    tag: str
    children: tuple[Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""

    def get(self, name: str) -> str:
        """The value of an attribute, "" if there is none."""
        return dict(self.attributes).get(name, "")

    def xml(self) -> str:
        """The element in XML."""
        said = "".join(f" {name}={quoteattr(value)}" for name, value in self.attributes)
        inside = "".join(child.xml() for child in self.children)
        return f"<{self.tag}{said}>{escape(self.text)}{inside}</{self.tag}>"


class SchemaMaker:
    """Makes one grammar after another."""

    def __init__(self, random: Random, *, wild: float = 0.0, without: frozenset[str] = frozenset()) -> None:
        self._random = random
        self._wild = wild
        self._without = without
        self._defined: list[str] = []
        self._outer: list[str] = []
        self._used: set[str] = set()

    def grammar(self) -> Node:
        """A grammar with a start and some definitions, each of one element or of patterns inside one."""
        self._defined = [f"e{number}" for number in range(self._random.randint(1, 3))]
        self._outer = []
        start = Node("start", (self._start(),))
        names = self._defined
        defines = []
        for number, name in enumerate(names):
            if "recursion" in self._without:
                self._defined = names[number + 1 :]
            defines.append(Node("define", (self._element(self._random.randint(1, 3)),), (("name", name),)))
        again = []
        if self._defined and self._random.random() < 0.2:
            combine = (("name", self._defined[0]), ("combine", "choice"))
            again.append(Node("define", (self._element(1),), combine))
        said = (("xmlns", "http://relaxng.org/ns/structure/1.0"), ("datatypeLibrary", XSD))
        return Node("grammar", (start, *defines, *again), said)

    def _chance(self, how_often: float) -> bool:
        return self._random.random() < how_often

    def _start(self) -> Node:
        if self._chance(self._wild * 0.3):
            return self._content(2)
        if self._chance(0.3):
            return Node("choice", (self._element(3), self._ref()))
        return self._element(3)

    def _ref(self) -> Node:
        if not self._defined:
            return Node("element", (self._name("element"), self._data()))
        return Node("ref", (), (("name", self._random.choice(self._defined)),))

    def _element(self, depth: int) -> Node:
        self._used = set()
        names = self._names("element")
        data = self._chance(0.2)
        used, self._used = self._used, set()
        inside = [self._data_content(depth)] if data else [self._content(depth)]
        for _ in range(self._random.choice((0, 0, 1, 1, 2))):
            inside.insert(self._random.randint(0, len(inside)), self._attribute())
        self._used = used
        return Node("element", (names, *inside))

    def _names(self, kind: str) -> Node:
        chance = self._random.random()
        if chance < 0.75 or "open names" in self._without:
            return self._name(kind)
        if chance < 0.85:
            return Node("choice", (self._name(kind), self._name(kind)))
        if chance < 0.93:
            return Node("anyName", self._excepted(kind))
        return Node("nsName", self._excepted(kind, own=True), (("ns", self._random.choice(NAMESPACES)),))

    def _excepted(self, kind: str, *, own: bool = False) -> tuple[Node, ...]:
        if self._chance(0.4):
            return ()
        inside = [self._name(kind) for _ in range(self._random.randint(1, 2))]
        if not own and self._chance(0.3):
            inside.append(Node("nsName", (), (("ns", self._random.choice(NAMESPACES)),)))
        return (Node("except", tuple(inside)),)

    def _name(self, kind: str) -> Node:
        free = [one for one in LOCALS if one not in self._used] if not self._chance(self._wild) else LOCALS
        local = self._random.choice(free or LOCALS)
        if kind == "attribute":
            self._used.add(local)
        namespace = self._random.choice(NAMESPACES) if self._chance(0.2) else ""
        return Node("name", (), (("ns", namespace),), local)

    def _attribute(self) -> Node:
        names = self._names("attribute")
        value = self._random.choice((Node("text"), self._data_content(1), self._data(), self._value()))
        if self._chance(self._wild * 0.2):
            value = self._content(1)
        attribute = Node("attribute", (names, value))
        is_open = "Name" in names.tag or any("Name" in child.tag for child in names.children)
        if is_open and not self._chance(self._wild):
            return Node(self._random.choice(("zeroOrMore", "oneOrMore")), (attribute,))
        return self._maybe(attribute, ("optional",))

    def _maybe(self, node: Node, tags: tuple[str, ...]) -> Node:
        return Node(self._random.choice(tags), (node,)) if self._chance(0.5) else node

    def _content(self, depth: int) -> Node:
        """Elements and text."""
        random = self._random
        if depth <= 0:
            if "empty" in self._without:
                return Node("optional", (self._ref(),))
            return random.choice((Node("empty"), Node("text"), self._ref()))
        kinds = [
            "group",
            "choice",
            "interleave",
            "mixed",
            "repeat",
            "element",
            "text",
            "empty",
            "ref",
            "grammar",
        ]
        weights = [4, 4, 2, 1, 4, 3, 1, 1, 2, 0.4]
        if self._wild:
            kinds += ["attribute", "data", "list", "notAllowed"]
            weights += [w * self._wild * 3 for w in (1, 1, 1, 0.5)]
        weights = [
            0 if kind in self._without else weight for kind, weight in zip(kinds, weights, strict=True)
        ]
        match random.choices(kinds, weights)[0]:
            case "group" | "choice" | "interleave" as tag:
                return Node(tag, tuple(self._content(depth - 1) for _ in range(random.randint(1, 3))))
            case "mixed":
                return Node("mixed", (self._repeat(depth - 1),))
            case "repeat":
                return self._repeat(depth)
            case "element":
                return self._element(depth - 1)
            case "ref":
                return self._ref()
            case "grammar":
                return self._nested(depth)
            case "attribute":
                return self._attribute()
            case "data":
                return self._data()
            case "list":
                return self._list(1)
            case tag:
                return Node(tag)

    def _repeat(self, depth: int) -> Node:
        return Node(self._random.choice(("zeroOrMore", "oneOrMore", "optional")), (self._content(depth - 1),))

    def _nested(self, depth: int) -> Node:
        """A grammar of its own, which may lead back to the one around it."""
        outer, self._outer, self._defined = self._defined, self._defined, ["inner"]
        inner = self._element(depth - 1)
        start = Node("ref", (), (("name", "inner"),))
        if self._chance(0.5):
            start = Node("choice", (start, Node("parentRef", (), (("name", outer[0]),))))
        self._defined = outer
        return Node("grammar", (Node("start", (start,)), Node("define", (inner,), (("name", "inner"),))))

    # -- text of a form

    def _data_content(self, depth: int) -> Node:
        random = self._random
        if depth <= 0 or random.random() < 0.4:
            return random.choice((self._data(), self._value()))
        if random.random() < 0.5 and "list" not in self._without:
            return self._list(depth)
        alternatives = tuple(self._data_content(depth - 1) for _ in range(2))
        return Node("choice", (*alternatives, Node("empty")) if random.random() < 0.3 else alternatives)

    def _list(self, depth: int) -> Node:
        return Node("list", (self._words(depth),))

    def _words(self, depth: int) -> Node:
        random = self._random
        if depth <= 0:
            return random.choice((self._data(), self._value()))
        tag = random.choice(("group", "choice", "zeroOrMore", "oneOrMore", "optional"))
        count = 2 if tag in ("group", "choice") else 1
        if self._chance(self._wild * 0.2):
            tag = random.choice(("interleave", "mixed", "list"))
        return Node(tag, tuple(self._words(depth - 1) for _ in range(count)))

    def _data(self) -> Node:
        random = self._random
        name = random.choice(sorted(TYPES))
        inside: list[Node] = []
        if name == "integer" and random.random() < 0.5:
            inside.append(Node("param", (), (("name", "minInclusive"),), "0"))
        if name in ("token", "NCName") and random.random() < 0.4:
            inside.append(Node("param", (), (("name", "pattern"),), "[a-z]( [a-z])*"))
        if random.random() < 0.25 and "except" not in self._without:
            values = tuple(self._value(name) for _ in range(random.randint(1, 2)))
            inside.append(Node("except", (Node("choice", values),)))
        return Node("data", tuple(inside), (("type", name),))

    def _value(self, name: str = "") -> Node:
        random = self._random
        name = name or random.choice(("integer", "token", "string", "boolean"))
        fitting = {"integer": ("1", "-7", "+1"), "boolean": ("true", "1"), "NCName": ("a", "x")}
        fitting |= {"date": ("2000-02-29",), "NMTOKENS": ("a b", "a")}
        return Node("value", (), (("type", name),), random.choice(fitting.get(name, ("1", "x", " a "))))
