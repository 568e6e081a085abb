"""Finds the rules in a file: a Schematron schema, a RELAX NG schema or an ODD."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position
from edition.schematron.embedded import rules_in_odd, rules_in_relaxng
from edition.schematron.folder import Folder
from edition.schematron.inclusion import with_inclusions
from edition.schematron.names import AT, OLD_SCHEMATRON, RELAXNG, SCHEMATRON, XSLT, sch
from edition.schematron.rules import Rules
from edition.schematron.soundness import check_soundness
from edition.tei import TEI, local_name

_OTHERWISE = {
    OLD_SCHEMATRON: "it is Schematron 1.5, from before the ISO standard",
    "http://www.w3.org/2001/XMLSchema": "it is a W3C XML Schema",
}


def read_rules(path: Path) -> Rules | None:
    """The rules in a Schematron schema, or embedded in a RELAX NG schema (XML syntax) or an ODD.

    None where such a schema has no rules. What the file includes is read from its own folder, and no other
    file is. Raises CannotRunError where a file is missing (RULE-MISSING, RULE-UNREADABLE) or not well-formed
    (the codes of XML), is no schema or not a sound one (RULE-SCHEMA), is in a query language other than
    XSLT's (RULE-BINDING), or has rules that look at more than the document (RULE-OUTSIDE). Whether the
    expressions in it are right is known when documents are checked.
    """
    folder = Folder(path)
    root = folder.read(path)
    namespace = etree.QName(root).namespace
    schema: etree._Element | None
    if namespace == RELAXNG:
        schema = rules_in_relaxng(root, path, folder)
    elif namespace == TEI:
        schema = rules_in_odd(root, path, folder)
    elif root.tag == sch("schema"):
        schema = root
    else:
        told = _OTHERWISE.get(namespace or "", f"it begins with <{local_name(root)}>")
        reason = f'{told}, not with <schema xmlns="{SCHEMATRON}">, nor is it RELAX NG or an ODD'
        raise CannotRunError(
            diagnose("RULE-SCHEMA", path=str(path), position=Position(1, 1), rules=path.name, reason=reason)
        )
    if schema is None:
        return None
    with_inclusions(schema, folder)
    _declare(schema, folder.prefixes)
    check_soundness(schema, folder)
    default = schema.get("defaultPhase", "#ALL")
    return Rules(
        name=str(path),
        schema=etree.tostring(schema, encoding="unicode", with_tail=False),
        origins=tuple(folder.origins),
        phases=tuple(phase.get("id", "") for phase in schema.iterchildren(sch("phase"))),
        default_phase="#ALL" if default == "#DEFAULT" else default,
    )


def _declare(schema: etree._Element, prefixes: dict[str, str]) -> None:
    """Leaves each prefix declared once; those that only XML declares, where rules stand, are added."""
    declared: dict[str, str] = {}
    for ns in list(schema.iterchildren(sch("ns"))):
        prefix, uri = ns.get("prefix", ""), ns.get("uri", "")
        if prefix == "xml" or declared.get(prefix) == uri:
            schema.remove(ns)
        declared.setdefault(prefix, uri)
    for prefix, uri in prefixes.items():
        free = prefix not in declared and (prefix != "xsl" or uri == XSLT)
        if free and prefix != "xml":
            schema.insert(0, etree.Element(sch("ns"), {"prefix": prefix, "uri": uri, AT: "0"}))
