"""Classes of names in XML syntax (RELAX NG specification, sections 4.8 to 4.10 and 4.16)."""

from __future__ import annotations

from lxml import etree

from edition.relaxng.names import (
    XML_NAMESPACE,
    AnyName,
    EitherName,
    NameClass,
    NamespaceNames,
    OneName,
    expanded,
    mentioned,
    open_classes,
)
from edition.relaxng.reading.elements import Context, checked, children_of, fail, inside, local_name, ncname

_XMLNS = "http://www.w3.org/2000/xmlns"


def names_of(element: etree._Element, context: Context, *, attribute: bool) -> tuple[NameClass, int]:
    """The name class of an `element` or `attribute`, and how many children it took. Raises SchemaError."""
    checked(element, context, allowed=("name",))
    name = element.get("name")
    if name is not None:
        outside = attribute and element.get("ns") is None
        one = _one_name(name.strip(), element, context, "" if outside else context.ns)
        names: NameClass = OneName(one)
        skip = 0
    else:
        children = children_of(element)
        if not children:
            fail(f"<{local_name(element)}> has no name", element, context)
        names = _name_class(children[0], context)
        skip = 1
    if attribute:
        _no_xmlns(names, element, context)
    return names, skip


def _name_class(element: etree._Element, context: Context) -> NameClass:  # noqa: RET503  (`fail` raises)
    context = inside(element, context)
    match local_name(element):
        case "name":
            checked(element, context)
            if len(element):
                fail("<name> holds text only", element, context)
            return OneName(_one_name((element.text or "").strip(), element, context, context.ns))
        case "anyName":
            checked(element, context)
            return AnyName(_excepted(element, context))
        case "nsName":
            checked(element, context)
            return NamespaceNames(context.ns, _excepted(element, context))
        case "choice":
            checked(element, context)
            classes = [_name_class(one, context) for one in children_of(element)]
            if not classes:
                fail("<choice> has no name in it", element, context)
            return classes[0] if len(classes) == 1 else EitherName(tuple(classes))
        case other:
            reason = f"<{other}> is not a name; <name>, <anyName>, <nsName> or <choice> are"
    fail(reason, element, context)


def _excepted(element: etree._Element, context: Context) -> NameClass | None:
    children = children_of(element)
    if not children:
        return None
    if len(children) > 1 or local_name(children[0]) != "except":
        fail(f"<{local_name(element)}> holds one <except> only", element, context)
    within = inside(children[0], context)
    checked(children[0], within)
    classes = tuple(_name_class(one, within) for one in children_of(children[0]))
    if not classes:
        fail("<except> has no name in it", children[0], context)
    for one in classes:
        for open_class in open_classes(one):
            any_name = isinstance(open_class, AnyName)
            if any_name or local_name(element) == "nsName":
                inner = "anyName" if any_name else "nsName"
                reason = f"<except> of <{local_name(element)}> cannot hold <{inner}>"
                fail(reason, children[0], context, "4.16")
    return classes[0] if len(classes) == 1 else EitherName(classes)


def _one_name(name: str, element: etree._Element, context: Context, ns: str) -> str:
    prefix, colon, local = name.rpartition(":")
    ncname(local, element, context)
    if not colon:
        return expanded(ns, local)
    if prefix == "xml":
        return expanded(XML_NAMESPACE, local)
    uri = element.nsmap.get(ncname(prefix, element, context))
    if uri is None:
        fail(f'the prefix "{prefix}" of {name} is not declared', element, context, "4.10")
    return expanded(str(uri), local)


def _no_xmlns(names: NameClass, element: etree._Element, context: Context) -> None:
    if any(pair == ("", "xmlns") or pair[0].startswith(_XMLNS) for pair in mentioned(names)):
        fail("an attribute cannot be xmlns; namespaces are no attributes", element, context, "4.16")
