"""Classes of names in compact syntax (ISO/IEC 19757-2, annex C)."""

from __future__ import annotations

from edition.relaxng.compact.annotations import Annotations
from edition.relaxng.compact.declarations import Declarations, Inherited
from edition.relaxng.compact.token_row import TokenRow
from edition.relaxng.compact.xml_syntax import Element


class NameClassReader:
    """Reads the names of elements and attributes in one schema."""

    def __init__(self, row: TokenRow, declared: Declarations, annotations: Annotations) -> None:
        self._row = row
        self._declared = declared
        self._annotations = annotations

    def read(self, attribute: bool) -> Element:
        """The names of an element or an `attribute`, with all that bars join to them."""
        self._annotations.before()
        first = self._simple_names(attribute)
        self._annotations.following()
        if self._row.at("-"):
            if first.tag not in ("anyName", "nsName") or first.children:
                self._row.fail('"-" stands after "*" or "prefix:*" only')
            line = self._row.take().line
            self._annotations.before()
            first.children.append(Element("except", line, children=[self._simple_names(attribute, first)]))
            self._annotations.following()
            if self._row.at("|"):
                self._row.fail("names with an exception stand in parentheses beside other names")
            return first
        if not self._row.at("|"):
            return first
        choice = Element("choice", first.line, children=[first])
        while self._row.at("|"):
            self._row.take()
            self._annotations.before()
            choice.children.append(self._simple_names(attribute))
            self._annotations.following()
        if self._row.at("-"):
            self._row.fail("names with an exception stand in parentheses beside other names")
        return choice

    def _simple_names(self, attribute: bool, around: Element | None = None) -> Element:
        """A name, `*`, `prefix:*`, or what stands in parentheses; `around` is what excepts it."""
        token = self._row.next
        if self._row.at("("):
            self._row.take()
            with self._row.deeper():
                inside = self.read(attribute)
                self._row.sign(")", "a class of names")
            return inside
        if self._row.at("*"):
            return Element("anyName", self._row.take().line)
        if token.kind == "all":
            uri = self._declared.namespace(token)
            self._row.take()
            return Element("nsName", token.line, {} if isinstance(uri, Inherited) else {"ns": uri})
        if token.kind == "qualified":
            uri = self._declared.namespace(token)
            self._row.take()
            local = token.text.partition(":")[2]
        elif token.kind == "name":
            local = self._row.take().text
            uri = "" if attribute else self._declared.default
            if isinstance(uri, Inherited) and around is not None and around.tag == "nsName":
                uri = ""
        else:
            self._row.fail(
                f"{token.shown} stands where the name of an "
                f"{'attribute' if attribute else 'element'} is missing"
            )
        return Element("name", token.line, {} if isinstance(uri, Inherited) else {"ns": uri}, text=local)
