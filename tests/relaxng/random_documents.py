"""Documents near a random schema: some that it means, most with a mistake or two."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import escape, quoteattr

from tests.relaxng.random_schemas import LOCALS, NAMESPACES, TYPES, WORDS, Node

_MOST_DEPTH = 5


@dataclass
class Element:
    """An element of a document; its children are elements and texts."""

    name: tuple[str, str]
    attributes: dict[tuple[str, str], str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def xml(self, inside: str = "") -> str:
        """The element in XML; `inside` is the default namespace around it."""
        namespace, local = self.name
        said = "" if namespace == inside else f" xmlns={quoteattr(namespace)}"
        for uri in sorted({uri for uri, _ in self.attributes} - {""}):
            said += f" xmlns:p={quoteattr(uri)}"
        for (uri, name), value in self.attributes.items():
            said += f" {'p:' if uri else ''}{name}={quoteattr(value)}"
        content = "".join(
            escape(child) if isinstance(child, str) else child.xml(namespace) for child in self.children
        )
        return f"<{local}{said}>{content}</{local}>"

    def all(self) -> list[Element]:
        """The element and all in it."""
        found = [self]
        for child in self.children:
            if isinstance(child, Element):
                found += child.all()
        return found


class DocumentMaker:
    """Makes documents for one grammar."""

    def __init__(self, grammar: Node, random: Random) -> None:
        self._random = random
        self._grammar = grammar

    def documents(self, count: int) -> list[str]:
        """So many documents, in XML."""
        found = []
        for number in range(count):
            element = self._document()
            for _ in range(self._random.choice((0, 1, 1, 2)) if number else 0):
                self._spoil(element)
            found.append(element.xml())
        return found

    def _document(self) -> Element:
        root = Element(("", "root"))
        start = next(child for child in self._grammar.children if child.tag == "start")
        self._fill(root, start.children[0], (self._grammar,), 0)
        elements = [child for child in root.children if isinstance(child, Element)]
        return elements[0] if elements else Element(("", "a"))

    def _fill(self, parent: Element, node: Node, scopes: tuple[Node, ...], depth: int) -> None:
        """Adds to `parent` what a pattern asks for."""
        random = self._random
        match node.tag:
            case "element":
                element = Element(self._named(node.children[0]))
                parent.children.append(element)
                if depth < _MOST_DEPTH:
                    for child in node.children[1:]:
                        self._fill(element, child, scopes, depth + 1)
            case "attribute":
                holder = Element(("", "value"))
                for child in node.children[1:]:
                    self._fill(holder, child, scopes, depth + 1)
                text = "".join(child for child in holder.children if isinstance(child, str))
                parent.attributes[self._named(node.children[0])] = text
            case "choice":
                self._fill(parent, random.choice(node.children), scopes, depth)
            case "optional" | "zeroOrMore" | "oneOrMore":
                low, high = {"optional": (0, 1), "zeroOrMore": (0, 2), "oneOrMore": (1, 2)}[node.tag]
                for _ in range(random.randint(low, high)):
                    for child in node.children:
                        self._fill(parent, child, scopes, depth)
            case "interleave" | "mixed":
                at = len(parent.children)
                for child in node.children:
                    self._fill(parent, child, scopes, depth)
                if node.tag == "mixed":
                    parent.children.append("text")
                added = parent.children[at:]
                random.shuffle(added)
                parent.children[at:] = added
            case "list":
                holder = Element(("", "list"))
                for child in node.children:
                    self._fill(holder, child, scopes, depth)
                parent.children.append(
                    "  ".join(child for child in holder.children if isinstance(child, str))
                )
            case "ref" | "parentRef" | "grammar":
                self._refer(parent, node, scopes, depth)
            case "group":
                for child in node.children:
                    self._fill(parent, child, scopes, depth)
            case "text":
                parent.children.append(random.choice(("", "some text")))
            case "data":
                parent.children.append(random.choice(TYPES[node.get("type")]))
            case "value":
                parent.children.append(random.choice((node.text, f" {node.text}")))

    def _refer(self, parent: Element, node: Node, scopes: tuple[Node, ...], depth: int) -> None:
        if depth > _MOST_DEPTH:
            return
        if node.tag == "grammar":
            scopes = (*scopes, node)
            target = next(child for child in node.children if child.tag == "start")
        else:
            if node.tag == "parentRef":
                scopes = scopes[:-1]
            defines = [child for child in scopes[-1].children if child.get("name") == node.get("name")]
            target = self._random.choice(defines)
        for child in target.children:
            self._fill(parent, child, scopes, depth + 1)

    def _named(self, names: Node) -> tuple[str, str]:
        match names.tag:
            case "name":
                return names.get("ns"), names.text
            case "choice":
                return self._named(self._random.choice(names.children))
            case "nsName":
                return names.get("ns"), self._random.choice(LOCALS)
            case _:
                return self._random.choice(NAMESPACES), self._random.choice(LOCALS)

    # -- mistakes

    def _spoil(self, root: Element) -> None:
        random = self._random
        element = random.choice(root.all())
        children = element.children
        match random.randrange(8):
            case 0 if children:
                children.pop(random.randrange(len(children)))
            case 1 if children:
                children.append(random.choice(children))
            case 2 if len(children) > 1:
                children.append(children.pop(0))
            case 3:
                element.name = random.choice(NAMESPACES), random.choice(LOCALS)
            case 4:
                children.insert(random.randint(0, len(children)), Element(("", random.choice(LOCALS))))
            case 5:
                children.insert(random.randint(0, len(children)), random.choice((*WORDS, " ", "\n")))
            case 6 if element.attributes:
                del element.attributes[random.choice(sorted(element.attributes))]
            case _:
                name = random.choice(("", "", "urn:x")), random.choice(LOCALS)
                element.attributes[name] = random.choice(WORDS)
