"""Rules that stand in a RELAX NG schema or an ODD, gathered to one Schematron schema.

RELAX NG: ISO/IEC 19757-2 lets elements of other namespaces stand anywhere. ODD: TEI Guidelines, chapter 23,
`constraintSpec` and `constraintDecl`; an assertion without a rule is about the element or attribute that is
specified around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position
from edition.schematron.folder import Folder, line_of
from edition.schematron.names import AT, OLD_SCHEMATRON, RELAXNG, SCHEMATRON, XSLT, rng, sch
from edition.tei import TEI, tei

_USUAL = {
    "tei": TEI,
    "teix": "http://www.tei-c.org/ns/Examples",
    "xs": "http://www.w3.org/2001/XMLSchema",
    "rng": RELAXNG,
    "sch": SCHEMATRON,
    "sch1x": OLD_SCHEMATRON,
}
"""Prefixes that rules of the TEI use even where nothing declares them."""

_SCHEMES = ("schematron", "isoschematron")
_ASSERTIONS = (sch("assert"), sch("report"))


def rules_in_relaxng(root: etree._Element, path: Path, folder: Folder) -> etree._Element | None:
    """A schema of the rules in a grammar and in the files that it includes; None where there are none."""
    schema = _schema()
    for grammar in _grammars(root, path, folder, set()):
        for element in list(_topmost(grammar)):
            _take(element, schema, _named_element(element), folder)
    return _finished(schema)


def rules_in_odd(root: etree._Element, path: Path, folder: Folder) -> etree._Element | None:
    """A schema of the rules in an ODD; None where there are none."""
    schema = _schema()
    for declaration in root.iter(tei("constraintDecl")):
        if declaration.get("scheme") in _SCHEMES:
            schema.set("queryBinding", declaration.get("queryBinding", "xslt2"))
            schema.set(AT, folder.number(declaration, str(path)))
            for element in list(_topmost(declaration)):
                _take(element, schema, None, folder)
    for specification in root.iter(tei("constraintSpec")):
        if specification.get("scheme") not in _SCHEMES or specification.get("mode") == "delete":
            continue
        around = next(specification.iterancestors(tei("elementSpec"), tei("classSpec")), None)
        names = (around.get("ident") if around is not None else None, specification.get("ident"))
        name = "-".join(part for part in names if part)
        for constraint in specification.iterchildren(tei("constraint")):
            for element in list(_topmost(constraint)):
                pattern = _take(element, schema, _specified(element), folder)
                if pattern is not None and not pattern.get("id") and name:
                    pattern.set("id", name)
    return _finished(schema)


def _schema() -> etree._Element:
    return etree.Element(sch("schema"), {"queryBinding": "xslt2"}, nsmap={"sch": SCHEMATRON})


def _finished(schema: etree._Element) -> etree._Element | None:
    if schema.find(f".//{sch('rule')}") is None:
        return None
    declared = {ns.get("prefix") for ns in schema.iter(sch("ns"))}
    for prefix, uri in _USUAL.items():
        if prefix not in declared:
            schema.insert(0, etree.Element(sch("ns"), {"prefix": prefix, "uri": uri, AT: "0"}))
    return schema


def _grammars(root: etree._Element, path: Path, folder: Folder, seen: set[Path]) -> Iterator[etree._Element]:
    """A grammar and, each once, those of the files that it includes."""
    seen.add(path.resolve())
    yield root
    for include in root.iter(rng("include"), rng("externalRef")):
        target, _ = folder.target(include.get("href") or "", path, line_of(include))
        if target.resolve() not in seen:
            yield from _grammars(folder.read(target), target, folder, seen)


def _topmost(root: etree._Element) -> Iterator[etree._Element]:
    """Elements of Schematron and XSLT below `root` that are in no other such element."""
    foreign = (f"{{{SCHEMATRON}}}", f"{{{XSLT}}}")
    for element in root.iter(f"{foreign[0]}*", f"{foreign[1]}*"):
        parent = element.getparent()
        if parent is not None and not str(parent.tag).startswith(foreign):
            yield element


def _take(
    element: etree._Element, schema: etree._Element, context: str | None, folder: Folder
) -> etree._Element | None:
    """Moves what was found to where it belongs in `schema`; the pattern that it is or has become, if any."""
    at = element.get(AT, "0")
    element.tail = None
    if element.tag == sch("schema"):
        schema.extend(list(element))
        return None
    if element.tag in _ASSERTIONS:
        if context is None:
            origin = folder.origin(element)
            reason = "an assertion stands in no rule, and nothing around it says which element it is about"
            raise CannotRunError(
                diagnose(
                    "RULE-SCHEMA",
                    path=origin.file,
                    position=Position(origin.line, 1),
                    rules=origin.short.rpartition(":")[0],
                    reason=reason,
                )
            )
        rule = etree.Element(sch("rule"), {"context": context, AT: at})
        rule.append(element)
        element = rule
    if element.tag == sch("rule"):
        pattern = etree.SubElement(schema, sch("pattern"), {AT: at})
        pattern.append(element)
        return pattern
    if element.tag == sch("diagnostic"):
        etree.SubElement(schema, sch("diagnostics"), {AT: at}).append(element)
        return None
    schema.append(element)
    return element if element.tag == sch("pattern") else None


def _named_element(element: etree._Element) -> str | None:
    """The element, as a pattern, whose definition in a grammar an assertion stands in."""
    definition = next(element.iterancestors(rng("element")), None)
    name = definition.get("name") if definition is not None else None
    if definition is None or not name:
        return None
    prefix, _, local = name.strip().rpartition(":")
    if prefix:
        return f"Q{{{definition.nsmap.get(prefix, '')}}}{local}"
    holders = (e for e in (definition, *definition.iterancestors()) if e.get("ns") is not None)
    holder = next(holders, None)
    return f"Q{{{holder.get('ns') if holder is not None else ''}}}{local}"


def _specified(element: etree._Element) -> str | None:
    """The element or attribute, as a pattern, whose specification in an ODD an assertion stands in."""
    attribute = next(element.iterancestors(tei("attDef")), None)
    around = next(element.iterancestors(tei("elementSpec"), tei("classSpec")), None)
    ident = around.get("ident") if around is not None else None
    if around is None or (around.tag == tei("classSpec") and attribute is None) or not ident:
        return None
    spaces = (e.get("ns") for e in (around, *around.iterancestors(tei("schemaSpec"))))
    space = next((ns for ns in spaces if ns is not None), TEI)
    context = f"Q{{{space}}}{ident if around.tag == tei('elementSpec') else '*'}"
    if attribute is None:
        return context
    name = (attribute.get("ident") or "").rpartition(":")[2]
    namespace = attribute.get("ns")
    return f"{context}/@{f'Q{{{namespace}}}' if namespace else ''}{name}"
