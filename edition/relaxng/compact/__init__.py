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

from edition.relaxng.compact.annotations import Annotations
from edition.relaxng.compact.declarations import Declarations
from edition.relaxng.compact.patterns import PatternReader
from edition.relaxng.compact.token_row import TokenRow
from edition.relaxng.compact.tokens import tokens
from edition.relaxng.compact.xml_syntax import Element, written


def from_compact(text: str) -> bytes:
    """The schema in XML syntax, in UTF-8. Raises CompactSyntaxError."""
    return written(_schema(TokenRow(tokens(text))))


def _schema(row: TokenRow) -> Element:
    """The root element."""
    declared = Declarations(row)
    annotations = Annotations(row, declared)
    patterns = PatternReader(row, declared, annotations)
    first = row.next
    declared.read()
    annotations.before()
    if patterns.grammars.begin():
        root = Element("grammar", first.line, children=patterns.grammars.components())
    else:
        root = patterns.pattern()
    if row.next.kind != "end":
        row.fail(f"{row.next.shown} stands where the schema could end")
    root.attributes |= declared.attributes()
    return root
