"""The names of TEI and XML, each spelled once."""

from __future__ import annotations

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"
NS = {"tei": TEI}


def tei(name: str) -> str:
    """The name of a TEI element as lxml writes it: `tei("p")` is `{http://www.tei-c.org/ns/1.0}p`."""
    return f"{{{TEI}}}{name}"


def local_name(element: etree._Element) -> str:
    """The name of `element` without its namespace."""
    tag = str(element.tag)
    return tag[tag.rfind("}") + 1 :]
