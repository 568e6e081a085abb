"""The names of Schematron, each spelled once."""

from __future__ import annotations

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
OLD_SCHEMATRON = "http://www.ascc.net/xml/schematron"
XSLT = "http://www.w3.org/1999/XSL/Transform"
RELAXNG = "http://relaxng.org/ns/structure/1.0"
AT = "{urn:edition:rules}at"
"""The attribute that holds the number of an element's `Origin`."""
NAME = "{urn:edition:rules}name"
"""In a compiled sheet, the attribute of a template that holds what its rule is called."""


def sch(name: str) -> str:
    """The name of an element of Schematron as lxml writes it."""
    return f"{{{SCHEMATRON}}}{name}"


def xsl(name: str) -> str:
    """The name of an element of XSLT as lxml writes it."""
    return f"{{{XSLT}}}{name}"


def rng(name: str) -> str:
    """The name of an element of RELAX NG as lxml writes it."""
    return f"{{{RELAXNG}}}{name}"
