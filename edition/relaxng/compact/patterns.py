"""Patterns in compact syntax (ISO/IEC 19757-2, annex C)."""

from __future__ import annotations

from edition.relaxng.compact.annotations import Annotations
from edition.relaxng.compact.declarations import Declarations
from edition.relaxng.compact.grammars import GrammarReader
from edition.relaxng.compact.name_classes import NameClassReader
from edition.relaxng.compact.token_row import KEYWORDS, TokenRow
from edition.relaxng.compact.xml_syntax import Element


class PatternReader:
    """Reads the patterns of one schema."""

    def __init__(self, row: TokenRow, declared: Declarations, annotations: Annotations) -> None:
        self._row = row
        self._declared = declared
        self._annotations = annotations
        self._names = NameClassReader(row, declared, annotations)
        self.grammars = GrammarReader(row, declared, annotations, self.pattern)

    def pattern(self) -> Element:
        """A pattern with all that commas, ampersands or bars join to it; the three do not mix."""
        first, alone = self._particle()
        for sign, tag in ((",", "group"), ("&", "interleave"), ("|", "choice")):
            if self._row.at(sign) and not alone:
                parts = [first]
                while self._row.at(sign):
                    self._row.take()
                    part, alone = self._particle()
                    if alone:
                        self._row.fail(
                            "a datatype with an exception stands in parentheses beside other patterns"
                        )
                    parts.append(part)
                first = Element(tag, first.line, children=parts)
                if self._row.at(",", "&", "|"):
                    self._row.fail(
                        f'"{sign}" and "{self._row.next.text}" stand beside each other; '
                        "say by parentheses what belongs together"
                    )
                break
        if alone and self._row.at(",", "&", "|", "*", "+", "?"):
            self._row.fail("a datatype with an exception stands in parentheses beside other patterns")
        return first

    def _particle(self) -> tuple[Element, bool]:
        """A pattern with the sign of repetition after it; and whether it must stand alone."""
        self._annotations.before()
        element, alone = self._primary()
        self._annotations.following()
        if not alone and self._row.at("*", "+", "?"):
            tag = {"*": "zeroOrMore", "+": "oneOrMore", "?": "optional"}[self._row.take().text]
            element = Element(tag, element.line, children=[element])
            self._annotations.following()
            if self._row.at("*", "+", "?"):
                self._row.fail(f'"{self._row.next.text}" follows another sign of repetition; use parentheses')
        return element, alone

    def _primary(self) -> tuple[Element, bool]:
        token = self._row.next
        if self._row.at("("):
            self._row.take()
            with self._row.deeper():
                inside = self.pattern()
            if not self._row.at(")"):
                if self._row.next.kind == "end":
                    self._row.fail('this "(" is not closed', token)
                self._row.fail(
                    f'{self._row.next.shown} stands where ")" or a sign between patterns is missing'
                )
            self._row.take()
            return inside, False
        if token.kind == "literal":
            return self._value(None, "", token.line), False
        if token.kind == "qualified":
            return self._data()
        if token.kind != "name":
            self._row.fail(f"{token.shown} stands where a pattern is missing")
        if token.quoted or token.text not in KEYWORDS:
            return Element("ref", token.line, {"name": self._row.take().text}), False
        if token.text in ("string", "token"):
            return self._data()
        return self._by_keyword(), False

    def _by_keyword(self) -> Element:
        token = self._row.take()
        element = Element(token.text, token.line)
        match token.text:
            case "element" | "attribute":
                names = self._names.read(token.text == "attribute")
                outside = "" if token.text == "attribute" else None
                if names.tag == "name" and names.attributes.get("ns") in (None, outside):
                    element.attributes["name"] = names.text
                else:
                    element.children.append(names)
                element.children += self._row.braces(f"{token.text} with its name", self._one_pattern)
            case "list" | "mixed":
                element.children = self._row.braces(token.text, self._one_pattern)
            case "grammar":
                element.children = self._row.braces("grammar", self.grammars.components)
            case "parent":
                element = Element("parentRef", token.line, {"name": self._row.identifier("parent")})
            case "external":
                element = Element("externalRef", token.line, {"href": self._row.literal("external")})
                self._declared.inherit(element)
            case "empty" | "text" | "notAllowed":
                pass
            case _:
                self._row.fail(
                    f'"{token.text}" is a keyword and stands where a pattern is missing; '
                    f'a pattern of that name is written "\\{token.text}"',
                    token,
                )
        return element

    def _one_pattern(self) -> list[Element]:
        return [self.pattern()]

    # -- datatypes

    def _data(self) -> tuple[Element, bool]:
        token = self._row.take()
        if token.kind == "qualified":
            library, name = self._declared.library(token), token.text.partition(":")[2]
        else:
            library, name = "", token.text
        if self._row.next.kind == "literal":
            return self._value(library, name, token.line), False
        element = Element("data", token.line, {"datatypeLibrary": library, "type": name})
        if self._row.at("{"):
            element.children = self._row.braces(token.text, self._parameters)
        if not self._row.at("-"):
            return element, False
        line = self._row.take().line
        self._annotations.before()
        inside, alone = self._primary()
        if alone:
            self._row.fail("an exception from an exception stands in parentheses")
        element.children.append(Element("except", line, children=[inside]))
        return element, True

    def _value(self, library: str | None, name: str, line: int) -> Element:
        element = Element("value", line, text=self._row.literal("a value"))
        if library is not None:
            element.attributes = {"datatypeLibrary": library, "type": name}
            if isinstance(self._declared.default, str):
                element.attributes["ns"] = self._declared.default
        return element

    def _parameters(self) -> list[Element]:
        found = []
        while not self._row.at("}"):
            self._annotations.before()
            token = self._row.next
            if token.kind != "name":
                self._row.fail(f"{token.shown} stands where a parameter of the datatype could")
            name = self._row.take().text
            self._row.sign("=", f'the parameter "{name}"')
            found.append(
                Element(
                    "param", token.line, {"name": name}, text=self._row.literal(f'the parameter "{name}"')
                )
            )
        return found
