"""What grammars have in them, in compact syntax: definitions, starts, divisions and inclusions (ISO/IEC
19757-2, annex C).
"""

from __future__ import annotations

from collections.abc import Callable

from edition.relaxng.compact.annotations import Annotations
from edition.relaxng.compact.declarations import Declarations
from edition.relaxng.compact.token_row import KEYWORDS, TokenRow
from edition.relaxng.compact.xml_syntax import Element


class GrammarReader:
    """Reads the components of the grammars in one schema; `pattern` reads what they define."""

    def __init__(
        self, row: TokenRow, declared: Declarations, annotations: Annotations, pattern: Callable[[], Element]
    ) -> None:
        self._row = row
        self._declared = declared
        self._annotations = annotations
        self._pattern = pattern

    def begin(self) -> bool:
        """Whether what comes next is a component of a grammar."""
        token, after = self._row.next, self._row.after
        if token.kind == "end":
            return True
        if self._annotation_begins():
            return True
        if token.kind != "name":
            return False
        if token.says("div", "include"):
            return True
        assigned = after.kind == "sign" and after.text in ("=", "|=", "&=")
        return assigned and (token.quoted or token.text == "start" or token.text not in KEYWORDS)

    def components(self, without: tuple[str, ...] = ()) -> list[Element]:
        """Definitions, starts, divisions and inclusions, until a brace closes or the file ends; none of
        the keywords in `without`.
        """
        found: list[Element] = []
        while True:
            self._annotations.before()
            token = self._row.next
            if token.kind == "end" or self._row.at("}"):
                return found
            if self._annotation_begins():
                self._annotations.named()
            elif self._row.keyword(*without):
                self._row.fail(f"{token.text} cannot stand in the braces of include")
            elif self._row.keyword("div"):
                self._row.take()
                inside = self._row.braces("div", lambda: self.components(without))
                found.append(Element("div", token.line, children=inside))
            elif self._row.keyword("include"):
                found.append(self._include())
            else:
                found.append(self._definition())

    def _annotation_begins(self) -> bool:
        """Whether the name of an annotation comes next, which stands for itself in a grammar."""
        after = self._row.after
        return self._row.next.kind in ("name", "qualified") and after.kind == "sign" and after.text == "["

    def _definition(self) -> Element:
        token = self._row.next
        if self._row.keyword("start"):
            self._row.take()
            element = Element("start", token.line)
        else:
            if token.kind != "name":
                self._row.fail(f"{token.shown} stands where a definition such as name = pattern could")
            element = Element("define", token.line, {"name": self._row.identifier("a definition")})
        if not self._row.at("=", "|=", "&="):
            self._row.fail(f'after "{token.text}" comes "=", "|=" or "&=", not {self._row.next.shown}')
        combine = {"|=": "choice", "&=": "interleave"}.get(self._row.take().text)
        if combine:
            element.attributes["combine"] = combine
        element.children.append(self._pattern())
        return element

    def _include(self) -> Element:
        element = Element("include", self._row.take().line, {"href": self._row.literal("include")})
        self._declared.inherit(element)
        if self._row.at("{"):
            element.children = self._row.braces("include", lambda: self.components(("include",)))
        return element
