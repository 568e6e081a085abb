"""RELAX NG's compact syntax (ISO/IEC 19757-2, annex C) into its XML syntax.

Read by recursive descent, after the grammar of the specification. The library for this, rnc2rng (2.7.0), was
tried against jing on small schemas of each construct and is not used: it refuses escapes, concatenated and
three-quoted literals, `>>`, annotation elements, `inherit`, a backslash before keywords and exceptions after
parameters, and makes XML that means something else of nested grammars with `parent` and of `namespace p =
""`; and its messages have no place where a prefix is not declared.

Each element of the result stands on the line where its pattern stands in the compact schema, so what is found
wrong later on is found at the right line. Annotations and documentation are read over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

from edition.relaxng.compact_tokens import CompactSyntaxError, Token, tokens

__all__ = ["CompactSyntaxError", "from_compact"]

_RELAXNG = "http://relaxng.org/ns/structure/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
_KEYWORDS = frozenset((
    "attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include",
    "inherit", "list", "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token",
))  # fmt: skip
_DEEPEST = 100
"""Braces and parentheses inside one another."""


def from_compact(text: str) -> bytes:
    """The schema in XML syntax, in UTF-8. Raises CompactSyntaxError."""
    root = _Reader(tokens(text)).schema()
    writer = _Writer()
    writer.write(root)
    return writer.data()


@dataclass(slots=True)
class _Element:
    """An element of the XML syntax, and the line where it belongs."""

    tag: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Element] = field(default_factory=list)
    text: str = ""


class _Inherited:
    """The namespace of a schema that takes this one in."""


_INHERITED = _Inherited()
_Namespace = str | _Inherited


class _Reader:
    """Reads the tokens of one schema."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0
        self._namespaces: dict[str, _Namespace] = {"xml": _XML}
        self._default: _Namespace = _INHERITED
        self._default_declared = False
        self._libraries = {"xsd": _XSD}
        self._declared_libraries: set[str] = set()

    # -- tokens

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _peek(self, further: int = 1) -> Token:
        return self._tokens[min(self._at + further, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def _fail(self, reason: str, token: Token | None = None) -> NoReturn:
        token = token or self._next
        raise CompactSyntaxError(reason, token.line, token.column)

    def _is(self, *signs: str) -> bool:
        return self._next.kind == "sign" and self._next.text in signs

    def _keyword(self, *words: str) -> bool:
        return _is_keyword(self._next, words)

    def _sign(self, sign: str, where: str) -> Token:
        if not self._is(sign):
            self._fail(f'{where} takes "{sign}" here, not {self._next.shown}')
        return self._take()

    def _braces(self, where: str, inside: Callable[[], list[_Element]]) -> list[_Element]:
        self._sign("{", where)
        opened = self._at
        self._deeper()
        found = inside()
        if not self._is("}"):
            if self._next.kind == "end":
                self._fail('this "{" is not closed', self._tokens[opened - 1])
            self._fail(f'{self._next.shown} stands where "}}" or a sign between patterns is missing')
        self._depth -= 1
        self._take()
        return found

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._fail(f"more than {_DEEPEST} braces and parentheses stand inside one another")

    def _literal(self, where: str) -> str:
        if self._next.kind != "literal":
            self._fail(f"{where} takes a text in quotation marks here, not {self._next.shown}")
        text = self._take().text
        while self._is("~"):
            self._take()
            if self._next.kind != "literal":
                self._fail(f'"~" joins two texts in quotation marks; {self._next.shown} is none')
            text += self._take().text
        return text

    def _identifier(self, where: str) -> str:
        token = self._next
        if token.kind != "name":
            self._fail(f"{where} takes a name here, not {token.shown}")
        if token.text in _KEYWORDS and not token.quoted:
            self._fail(f'"{token.text}" is a keyword; as a name it is written "\\{token.text}"')
        return self._take().text

    # -- the whole

    def schema(self) -> _Element:
        """The root element."""
        first = self._next
        self._declarations()
        self._annotations()
        if self._starts_component():
            root = _Element("grammar", first.line, children=self._components(()))
        else:
            root = self._pattern()
        if self._next.kind != "end":
            self._fail(f"{self._next.shown} stands where the schema could end")
        root.attributes |= {
            f"xmlns:{prefix}": uri
            for prefix, uri in sorted(self._namespaces.items())
            if isinstance(uri, str) and uri and prefix != "xml"
        }
        root.attributes["xmlns"] = _RELAXNG
        return root

    def _declarations(self) -> None:
        while True:
            if self._keyword("namespace"):
                self._take()
                prefix = self._prefix("namespace")
                self._declare(prefix, self._uri("namespace"))
            elif self._keyword("default") and _is_keyword(self._peek(), ("namespace",)):
                token = self._take()
                self._take()
                if self._default_declared:
                    self._fail("the default namespace is declared twice", token)
                named = None if self._is("=") else self._prefix("default namespace")
                self._default, self._default_declared = self._uri("default namespace"), True
                if named is not None:
                    self._declare(named, self._default)
            elif self._keyword("datatypes"):
                self._take()
                prefix = self._prefix("datatypes")
                self._sign("=", "datatypes")
                uri = self._literal("datatypes")
                if prefix.text in self._declared_libraries:
                    self._fail(f'the prefix "{prefix.text}" of datatypes is declared twice', prefix)
                if prefix.text == "xsd" and uri != _XSD:
                    self._fail(f'the prefix "xsd" of datatypes always stands for {_XSD}', prefix)
                self._declared_libraries.add(prefix.text)
                self._libraries[prefix.text] = uri
            else:
                return

    def _prefix(self, where: str) -> Token:
        """A prefix that is declared; keywords may be prefixes."""
        if self._next.kind != "name":
            self._fail(f"{where} takes a prefix here, not {self._next.shown}")
        return self._take()

    def _uri(self, where: str) -> _Namespace:
        self._sign("=", where)
        if self._keyword("inherit"):
            self._take()
            return _INHERITED
        return self._literal(where)

    def _declare(self, prefix: Token, uri: _Namespace) -> None:
        name = prefix.text
        if name == "xmlns":
            self._fail('the prefix "xmlns" cannot be declared', prefix)
        if (name == "xml") != (uri == _XML):
            self._fail(f'the prefix "xml", and no other, stands for {_XML}', prefix)
        if name in self._namespaces and name != "xml":
            self._fail(f'the prefix "{name}" is declared twice', prefix)
        self._namespaces[name] = uri

    # -- annotations

    def _annotations(self) -> None:
        """Reads over annotations in brackets before something."""
        while self._is("["):
            self._bracketed()

    def _following_annotations(self) -> None:
        while self._is(">>"):
            self._take()
            if self._next.kind not in ("name", "qualified"):
                self._fail(f'">>" takes the name of an annotation, not {self._next.shown}')
            self._annotation_name()
            self._bracketed()

    def _annotation_name(self) -> None:
        if self._next.kind == "qualified":
            self._namespace(self._next)
        self._take()

    def _bracketed(self) -> None:
        opened = self._sign("[", "an annotation")
        self._deeper()
        while not self._is("]"):
            if self._next.kind == "end":
                self._fail('this "[" is not closed', opened)
            if self._next.kind == "literal":
                self._literal("an annotation")
                continue
            if self._next.kind not in ("name", "qualified"):
                self._fail(f"{self._next.shown} cannot stand in an annotation")
            self._annotation_name()
            if self._is("="):
                self._take()
                self._literal("an annotation")
            else:
                self._bracketed()
        self._depth -= 1
        self._take()

    # -- grammars

    def _starts_component(self) -> bool:
        token, after = self._next, self._peek()
        if token.kind == "end":
            return True
        if token.kind in ("name", "qualified") and after.kind == "sign" and after.text == "[":
            return True
        if token.kind != "name":
            return False
        if _is_keyword(token, ("div", "include")):
            return True
        assigned = after.kind == "sign" and after.text in ("=", "|=", "&=")
        return assigned and (token.quoted or token.text == "start" or token.text not in _KEYWORDS)

    def _components(self, without: tuple[str, ...]) -> list[_Element]:
        """Definitions, starts, divisions and inclusions, until a brace closes or the file ends."""
        found: list[_Element] = []
        while True:
            self._annotations()
            token = self._next
            if token.kind == "end" or self._is("}"):
                return found
            if (
                token.kind in ("name", "qualified")
                and self._peek().text == "["
                and self._peek().kind == "sign"
            ):
                self._annotation_name()
                self._bracketed()
            elif self._keyword(*without):
                self._fail(f"{token.text} cannot stand in the braces of include")
            elif self._keyword("div"):
                self._take()
                inside = self._braces("div", lambda: self._components(without))
                found.append(_Element("div", token.line, children=inside))
            elif self._keyword("include"):
                found.append(self._include())
            else:
                found.append(self._definition())

    def _definition(self) -> _Element:
        token = self._next
        if self._keyword("start"):
            self._take()
            element = _Element("start", token.line)
        else:
            if token.kind != "name":
                self._fail(f"{token.shown} stands where a definition such as name = pattern could")
            element = _Element("define", token.line, {"name": self._identifier("a definition")})
        if not self._is("=", "|=", "&="):
            self._fail(f'after "{token.text}" comes "=", "|=" or "&=", not {self._next.shown}')
        combine = {"|=": "choice", "&=": "interleave"}.get(self._take().text)
        if combine:
            element.attributes["combine"] = combine
        element.children.append(self._pattern())
        return element

    def _include(self) -> _Element:
        element = _Element("include", self._take().line, {"href": self._literal("include")})
        self._inherit(element)
        if self._is("{"):
            element.children = self._braces("include", lambda: self._components(("include",)))
        return element

    def _inherit(self, element: _Element) -> None:
        """Which namespace names without a prefix have in the file that is taken in."""
        uri = self._default
        if self._keyword("inherit"):
            self._take()
            self._sign("=", "inherit")
            uri = self._namespace(self._prefix("inherit"))
        if isinstance(uri, str):
            element.attributes["ns"] = uri

    # -- patterns

    def _pattern(self) -> _Element:
        """A pattern with all that commas, ampersands or bars join to it; the three do not mix."""
        first, alone = self._particle()
        for sign, tag in ((",", "group"), ("&", "interleave"), ("|", "choice")):
            if self._is(sign) and not alone:
                parts = [first]
                while self._is(sign):
                    self._take()
                    part, alone = self._particle()
                    if alone:
                        self._fail("a datatype with an exception stands in parentheses beside other patterns")
                    parts.append(part)
                first = _Element(tag, first.line, children=parts)
                if self._is(",", "&", "|"):
                    self._fail(
                        f'"{sign}" and "{self._next.text}" stand beside each other; '
                        "say by parentheses what belongs together"
                    )
                break
        if alone and self._is(",", "&", "|", "*", "+", "?"):
            self._fail("a datatype with an exception stands in parentheses beside other patterns")
        return first

    def _particle(self) -> tuple[_Element, bool]:
        """A pattern with the sign of repetition after it; and whether it must stand alone."""
        self._annotations()
        element, alone = self._primary()
        self._following_annotations()
        if not alone and self._is("*", "+", "?"):
            tag = {"*": "zeroOrMore", "+": "oneOrMore", "?": "optional"}[self._take().text]
            element = _Element(tag, element.line, children=[element])
            self._following_annotations()
            if self._is("*", "+", "?"):
                self._fail(f'"{self._next.text}" follows another sign of repetition; use parentheses')
        return element, alone

    def _primary(self) -> tuple[_Element, bool]:
        token = self._next
        if self._is("("):
            self._take()
            self._deeper()
            inside = self._pattern()
            if not self._is(")"):
                if self._next.kind == "end":
                    self._fail('this "(" is not closed', token)
                self._fail(f'{self._next.shown} stands where ")" or a sign between patterns is missing')
            self._depth -= 1
            self._take()
            return inside, False
        if token.kind == "literal":
            return self._value(None, "", token.line), False
        if token.kind == "qualified":
            return self._data()
        if token.kind != "name":
            self._fail(f"{token.shown} stands where a pattern is missing")
        if token.quoted or token.text not in _KEYWORDS:
            return _Element("ref", token.line, {"name": self._take().text}), False
        if token.text in ("string", "token"):
            return self._data()
        return self._by_keyword(), False

    def _by_keyword(self) -> _Element:
        token = self._take()
        element = _Element(token.text, token.line)
        match token.text:
            case "element" | "attribute":
                names = self._name_class(token.text == "attribute")
                outside = "" if token.text == "attribute" else None
                if names.tag == "name" and names.attributes.get("ns") in (None, outside):
                    element.attributes["name"] = names.text
                else:
                    element.children.append(names)
                element.children += self._braces(f"{token.text} with its name", self._one_pattern)
            case "list" | "mixed":
                element.children = self._braces(token.text, self._one_pattern)
            case "grammar":
                element.children = self._braces("grammar", lambda: self._components(()))
            case "parent":
                element = _Element("parentRef", token.line, {"name": self._identifier("parent")})
            case "external":
                element = _Element("externalRef", token.line, {"href": self._literal("external")})
                self._inherit(element)
            case "empty" | "text" | "notAllowed":
                pass
            case _:
                self._fail(
                    f'"{token.text}" is a keyword and stands where a pattern is missing; '
                    f'a pattern of that name is written "\\{token.text}"',
                    token,
                )
        return element

    def _one_pattern(self) -> list[_Element]:
        return [self._pattern()]

    # -- datatypes

    def _data(self) -> tuple[_Element, bool]:
        token = self._take()
        if token.kind == "qualified":
            prefix, _, name = token.text.partition(":")
            library = self._libraries.get(prefix)
            if library is None:
                self._fail(
                    f'the prefix "{prefix}" of a datatype is not declared; write: datatypes {prefix} = "..."',
                    token,
                )
        else:
            library, name = "", token.text
        if self._next.kind == "literal":
            return self._value(library, name, token.line), False
        element = _Element("data", token.line, {"datatypeLibrary": library, "type": name})
        if self._is("{"):
            element.children = self._braces(token.text, self._parameters)
        if not self._is("-"):
            return element, False
        line = self._take().line
        self._annotations()
        inside, alone = self._primary()
        if alone:
            self._fail("an exception from an exception stands in parentheses")
        element.children.append(_Element("except", line, children=[inside]))
        return element, True

    def _value(self, library: str | None, name: str, line: int) -> _Element:
        element = _Element("value", line, text=self._literal("a value"))
        if library is not None:
            element.attributes = {"datatypeLibrary": library, "type": name}
            if isinstance(self._default, str):
                element.attributes["ns"] = self._default
        return element

    def _parameters(self) -> list[_Element]:
        found = []
        while not self._is("}"):
            self._annotations()
            token = self._next
            if token.kind != "name":
                self._fail(f"{token.shown} stands where a parameter of the datatype could")
            name = self._take().text
            self._sign("=", f'the parameter "{name}"')
            found.append(
                _Element("param", token.line, {"name": name}, text=self._literal(f'the parameter "{name}"'))
            )
        return found

    # -- names

    def _name_class(self, attribute: bool) -> _Element:
        self._annotations()
        first = self._simple_names(attribute)
        self._following_annotations()
        if self._is("-"):
            if first.tag not in ("anyName", "nsName") or first.children:
                self._fail('"-" stands after "*" or "prefix:*" only')
            line = self._take().line
            self._annotations()
            first.children.append(_Element("except", line, children=[self._simple_names(attribute, first)]))
            self._following_annotations()
            if self._is("|"):
                self._fail("names with an exception stand in parentheses beside other names")
            return first
        if not self._is("|"):
            return first
        choice = _Element("choice", first.line, children=[first])
        while self._is("|"):
            self._take()
            self._annotations()
            choice.children.append(self._simple_names(attribute))
            self._following_annotations()
        if self._is("-"):
            self._fail("names with an exception stand in parentheses beside other names")
        return choice

    def _simple_names(self, attribute: bool, around: _Element | None = None) -> _Element:
        """A name, `*`, `prefix:*`, or what stands in parentheses; `around` is what excepts it."""
        token = self._next
        if self._is("("):
            self._take()
            self._deeper()
            inside = self._name_class(attribute)
            self._sign(")", "a class of names")
            self._depth -= 1
            return inside
        if self._is("*"):
            return _Element("anyName", self._take().line)
        if token.kind == "all":
            uri = self._namespace(token)
            self._take()
            return _Element("nsName", token.line, {} if isinstance(uri, _Inherited) else {"ns": uri})
        if token.kind == "qualified":
            uri = self._namespace(token)
            self._take()
            local = token.text.partition(":")[2]
        elif token.kind == "name":
            local = self._take().text
            uri = "" if attribute else self._default
            if isinstance(uri, _Inherited) and around is not None and around.tag == "nsName":
                uri = ""
        else:
            self._fail(
                f"{token.shown} stands where the name of an "
                f"{'attribute' if attribute else 'element'} is missing"
            )
        return _Element("name", token.line, {} if isinstance(uri, _Inherited) else {"ns": uri}, text=local)

    def _namespace(self, token: Token) -> _Namespace:
        prefix = token.text.partition(":")[0]
        uri = self._namespaces.get(prefix)
        if uri is None:
            self._fail(f'the prefix "{prefix}" is not declared; write: namespace {prefix} = "..."', token)
        return uri


def _is_keyword(token: Token, words: tuple[str, ...]) -> bool:
    return token.kind == "name" and not token.quoted and token.text in words


class _Writer:
    """Writes elements so that each stands on its line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._line = 1

    def write(self, element: _Element) -> None:
        """Writes one element with its content."""
        if element.line > self._line:
            self._parts.append("\n" * (element.line - self._line))
            self._line = element.line
        said = "".join(f' {name}="{_escaped(value)}"' for name, value in element.attributes.items())
        self._parts.append(f"<{element.tag}{said}>{_escaped(element.text)}")
        for child in element.children:
            self.write(child)
        self._parts.append(f"</{element.tag}>")

    def data(self) -> bytes:
        """What was written."""
        return "".join(self._parts).encode("utf-8")


def _escaped(text: str) -> str:
    for sign, reference in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("\n", "&#10;"),
        ("\t", "&#9;"),
        ("\r", "&#13;"),
    ):
        text = text.replace(sign, reference)
    return text
