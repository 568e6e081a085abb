"""Prefixes of namespaces and of libraries of datatypes in compact syntax (ISO/IEC 19757-2, annex C)."""

from __future__ import annotations

from edition.relaxng.compact.token_row import TokenRow
from edition.relaxng.compact.tokens import Token
from edition.relaxng.compact.xml_syntax import Element
from edition.relaxng.names import RELAXNG, XML_NAMESPACE

_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


class Inherited:
    """The namespace of a schema that takes this one in."""


_INHERITED = Inherited()
Namespace = str | Inherited


class Declarations:
    """The prefixes of one schema."""

    def __init__(self, row: TokenRow) -> None:
        self._row = row
        self._namespaces: dict[str, Namespace] = {"xml": XML_NAMESPACE}
        self.default: Namespace = _INHERITED
        self._default_declared = False
        self._libraries = {"xsd": _XSD}
        self._declared_libraries: set[str] = set()

    def read(self) -> None:
        """Reads the declarations with which a schema begins."""
        while True:
            if self._row.keyword("namespace"):
                self._row.take()
                prefix = self._row.prefix("namespace")
                self._declare(prefix, self._uri("namespace"))
            elif self._row.keyword("default") and self._row.after.says("namespace"):
                token = self._row.take()
                self._row.take()
                if self._default_declared:
                    self._row.fail("the default namespace is declared twice", token)
                named = None if self._row.at("=") else self._row.prefix("default namespace")
                self.default, self._default_declared = self._uri("default namespace"), True
                if named is not None:
                    self._declare(named, self.default)
            elif self._row.keyword("datatypes"):
                self._row.take()
                prefix = self._row.prefix("datatypes")
                self._row.sign("=", "datatypes")
                uri = self._row.literal("datatypes")
                if prefix.text in self._declared_libraries:
                    self._row.fail(f'the prefix "{prefix.text}" of datatypes is declared twice', prefix)
                if prefix.text == "xsd" and uri != _XSD:
                    self._row.fail(f'the prefix "xsd" of datatypes always stands for {_XSD}', prefix)
                self._declared_libraries.add(prefix.text)
                self._libraries[prefix.text] = uri
            else:
                return

    def _uri(self, where: str) -> Namespace:
        self._row.sign("=", where)
        if self._row.keyword("inherit"):
            self._row.take()
            return _INHERITED
        return self._row.literal(where)

    def _declare(self, prefix: Token, uri: Namespace) -> None:
        name = prefix.text
        if name == "xmlns":
            self._row.fail('the prefix "xmlns" cannot be declared', prefix)
        if (name == "xml") != (uri == XML_NAMESPACE):
            self._row.fail(f'the prefix "xml", and no other, stands for {XML_NAMESPACE}', prefix)
        if name in self._namespaces and name != "xml":
            self._row.fail(f'the prefix "{name}" is declared twice', prefix)
        self._namespaces[name] = uri

    def library(self, token: Token) -> str:
        """The library that the prefix of a datatype's name stands for."""
        prefix = token.text.partition(":")[0]
        uri = self._libraries.get(prefix)
        if uri is None:
            self._row.fail(
                f'the prefix "{prefix}" of a datatype is not declared; write: datatypes {prefix} = "..."',
                token,
            )
        return uri

    def namespace(self, token: Token) -> Namespace:
        """The namespace that the prefix of a name stands for."""
        prefix = token.text.partition(":")[0]
        uri = self._namespaces.get(prefix)
        if uri is None:
            self._row.fail(f'the prefix "{prefix}" is not declared; write: namespace {prefix} = "..."', token)
        return uri

    def inherit(self, element: Element) -> None:
        """Notes which namespace names without a prefix have in the file that an element takes in."""
        uri = self.default
        if self._row.keyword("inherit"):
            self._row.take()
            self._row.sign("=", "inherit")
            uri = self.namespace(self._row.prefix("inherit"))
        if isinstance(uri, str):
            element.attributes["ns"] = uri

    def attributes(self) -> dict[str, str]:
        """The namespaces as attributes of the root element."""
        prefixed = {
            f"xmlns:{prefix}": uri
            for prefix, uri in sorted(self._namespaces.items())
            if isinstance(uri, str) and uri and prefix != "xml"
        }
        return prefixed | {"xmlns": RELAXNG}
