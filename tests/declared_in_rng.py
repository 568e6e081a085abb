"""What edition.rng declares: each element with its attributes, values, content and descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from tests.declared import (
    EMPTY,
    TEXT,
    Element,
    Form,
    attribute,
    choice,
    data,
    element,
    group,
    times,
    value,
    words,
)

RNG = "{http://relaxng.org/ns/structure/1.0}"
_WORDS = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


class RngDeclarations:
    """One schema in XML syntax, whose every `element` has a `define` of its own."""

    def __init__(self, root: etree._Element) -> None:
        self.defines = {str(one.get("name")): one for one in root.iter(f"{RNG}define")}

    def elements(self) -> dict[str, Element]:
        """All elements by name."""
        found: dict[str, Element] = {}
        for define in self.defines.values():
            for one in define.iter(f"{RNG}element"):
                name = str(one.get("name"))
                assert name not in found, name
                found[name] = self._element(one)
        return found

    def words_of(self, define: str) -> str:
        """What is said about a pattern that has a name."""
        return str(self.defines[define].findtext(_WORDS, ""))

    def _element(self, one: etree._Element) -> Element:
        attributes = [child for child in _patterns(one) if self._is_attributes(child)]
        content = [child for child in _patterns(one) if not self._is_attributes(child)]
        found = Element(frozenset(self._attributes(attributes)), group(map(self._form, content)))
        found.words[""] = str(one.findtext(_WORDS, ""))
        for child in attributes:
            self._describe(child, found.words, "")
        return found

    def _is_attributes(self, pattern: etree._Element) -> bool:
        if pattern.tag == f"{RNG}ref":
            return str(pattern.get("name")).startswith("att.")
        return pattern.tag == f"{RNG}attribute" or next(pattern.iter(f"{RNG}attribute"), None) is not None

    def _attributes(self, patterns: Iterable[etree._Element]) -> Iterator[Form]:
        """Each attribute by itself; those that exclude each other together."""
        for pattern in patterns:
            if pattern.tag == f"{RNG}ref":
                yield from self._attributes(_patterns(self.defines[str(pattern.get("name"))]))
            elif pattern.tag == f"{RNG}choice":
                yield choice(
                    ("all", *sorted(self._attributes([part]), key=repr)) for part in _patterns(pattern)
                )
            elif pattern.tag == f"{RNG}group":
                yield from self._attributes(_patterns(pattern))
            else:
                yield self._form(pattern)

    def _form(self, pattern: etree._Element) -> Form:
        parts = list(_patterns(pattern))
        match str(pattern.tag).removeprefix(RNG):
            case "ref":
                define = self.defines[str(pattern.get("name"))]
                inner = define.find(f"{RNG}element")
                return element(str(inner.get("name"))) if inner is not None else self._grouped(define)
            case "attribute":
                form = self._grouped(pattern) if parts else TEXT
                return attribute(str(pattern.get("name")), form, required=True)
            case "text":
                return TEXT
            case "empty":
                return EMPTY
            case "value":
                return value(pattern.text or "")
            case "data":
                return data(str(pattern.get("type")), ((str(p.get("name")), p.text or "") for p in parts))
            case "list":
                assert parts[0].tag == f"{RNG}oneOrMore"
                return words(self._grouped(parts[0]))
            case "choice":
                return choice(map(self._form, parts))
            case "group":
                return group(map(self._form, parts))
            case "optional":
                return times(self._grouped(pattern), optional=True, many=False)
            case "zeroOrMore":
                return times(self._grouped(pattern), optional=True, many=True)
            case "oneOrMore":
                return times(self._grouped(pattern), optional=False, many=True)
        raise AssertionError(f"{pattern.tag} at line {pattern.sourceline}")

    def _grouped(self, pattern: etree._Element) -> Form:
        return group(map(self._form, _patterns(pattern)))

    def _describe(self, pattern: etree._Element, found: dict[str, str], owner: str) -> None:
        """The descriptions of the attributes in `pattern`, and of their values."""
        if pattern.tag == f"{RNG}ref":
            for part in _patterns(self.defines[str(pattern.get("name"))]):
                self._describe(part, found, owner)
        elif pattern.tag == f"{RNG}value":
            said = pattern.getnext()
            assert said is not None, f"nothing is said about {owner}={pattern.text}"
            assert said.tag == _WORDS, f"nothing is said about {owner}={pattern.text}"
            found[f"{owner}={pattern.text or ''}"] = said.text or ""
        else:
            if pattern.tag == f"{RNG}attribute":
                owner = f"@{pattern.get('name')}"
                found.setdefault(owner, "")
                found[owner] += pattern.findtext(_WORDS, "")
            for part in _patterns(pattern):
                self._describe(part, found, owner)


def _patterns(of: etree._Element) -> Iterator[etree._Element]:
    return (child for child in of.iterchildren(f"{RNG}*"))
