"""What edition.odd declares: as much of the language of ODD as that document uses (Guidelines 23).

Classes of attributes, macros and datatypes are those that it declares itself; of TEI's own it uses
`teidata.text` and `teidata.enumerated`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from tests.declared import (
    EMPTY,
    TEXT,
    Element,
    Form,
    attribute,
    choice,
    data,
    element,
    group,
    times,
    value,
    words,
)

TEI = "{http://www.tei-c.org/ns/1.0}"


class OddDeclarations:
    """One ODD document."""

    def __init__(self, root: etree._Element) -> None:
        groups = {
            f"#{one.get('{http://www.w3.org/XML/1998/namespace}id')}": one
            for one in root.iter(f"{TEI}specGrp")
        }
        schema = next(root.iter(f"{TEI}schemaSpec"))
        self.modules = {
            str(one.get("key")): (one.get("include") or "").split() for one in schema.iter(f"{TEI}moduleRef")
        }
        self.specs: dict[str, etree._Element] = {}
        self.start = str(schema.get("start"))
        for reference in schema.iter(f"{TEI}specGrpRef"):
            for spec in groups.pop(str(reference.get("target"))):
                if isinstance(spec.tag, str):
                    name = str(spec.get("ident"))
                    assert name not in self.specs, name
                    self.specs[name] = spec
        assert not groups, f"not taken in: {sorted(groups)}"

    def of_kind(self, kind: str) -> dict[str, etree._Element]:
        """The `elementSpec`, `classSpec`, `macroSpec` or `dataSpec` by name."""
        return {name: spec for name, spec in self.specs.items() if spec.tag == f"{TEI}{kind}"}

    def elements(self) -> dict[str, Element]:
        """All elements by name."""
        return {name: self._element(spec) for name, spec in self.of_kind("elementSpec").items()}

    def words_of(self, name: str) -> str:
        """What is said about a class, macro or datatype."""
        return _said(self.specs[name])

    def deleted(self, name: str) -> set[str]:
        """The attributes of TEI's own declaration that are taken off an element."""
        return {
            str(one.get("ident"))
            for one in self.specs[name].iter(f"{TEI}attDef")
            if one.get("mode") == "delete"
        }

    def _element(self, spec: etree._Element) -> Element:
        content = spec.find(f"{TEI}content")
        assert content is not None, spec.get("ident")
        found = Element(frozenset(self._attributes(spec)), group(self._forms(content)))
        found.words[""] = _said(spec)
        self._describe(spec, found.words)
        return found

    def _classes(self, spec: etree._Element) -> Iterator[etree._Element]:
        for member in spec.iterfind(f"{TEI}classes/{TEI}memberOf"):
            yield self.specs[str(member.get("key"))]

    def _attributes(self, spec: etree._Element) -> Iterator[Form]:
        for one in self._classes(spec):
            yield from self._attributes(one)
        for listed in spec.iterfind(f"{TEI}attList"):
            yield from self._listed(listed)

    def _listed(self, listed: etree._Element) -> Iterator[Form]:
        """The attributes of an `attList`; those that exclude each other together."""
        parts = [[*self._attribute_or_list(one)] for one in listed]
        if listed.get("org") == "choice":
            yield choice(("all", *sorted(part, key=repr)) for part in parts)
        else:
            yield from (form for part in parts for form in part)

    def _attribute_or_list(self, one: etree._Element) -> Iterator[Form]:
        if one.tag == f"{TEI}attList":
            yield from self._listed(one)
        elif one.get("mode") != "delete":
            name = str(one.get("ident"))
            yield attribute(name, self._value(one), required=one.get("usage") == "req")

    def _value(self, definition: etree._Element) -> Form:
        datatype = definition.find(f"{TEI}datatype")
        assert datatype is not None, definition.get("ident")
        listed = definition.find(f"{TEI}valList")
        key = datatype[0].get("key")
        if listed is None:
            form = TEXT if key == "teidata.text" else group(self._forms(datatype))
        else:
            assert (listed.get("type") == "closed") == (key == "teidata.enumerated"), definition.get("ident")
            others = [] if listed.get("type") == "closed" else [*self._forms(datatype)]
            form = choice([*_values(listed), *others])
        return words(form) if datatype.get("maxOccurs") == "unbounded" else form

    def _forms(self, of: etree._Element) -> Iterator[Form]:
        for one in of.iterchildren(f"{TEI}*"):
            form = self._form(one)
            optional, many = one.get("minOccurs") == "0", one.get("maxOccurs") == "unbounded"
            yield times(form, optional=optional, many=many)

    def _form(self, one: etree._Element) -> Form:
        match str(one.tag).removeprefix(TEI):
            case "textNode":
                return TEXT
            case "empty":
                return EMPTY
            case "elementRef":
                return element(str(one.get("key")))
            case "macroRef":
                return group(self._content_of(one))
            case "sequence":
                return group(self._forms(one))
            case "alternate":
                return choice(self._forms(one))
            case "valList":
                return choice(_values(one))
            case "dataRef" if one.get("key"):
                return group(self._content_of(one))
            case "dataRef":
                facets = [(str(f.get("name")), str(f.get("value"))) for f in one.iterfind(f"{TEI}dataFacet")]
                pattern = one.get("restriction")
                return data(str(one.get("name")), [*facets, *([("pattern", pattern)] if pattern else [])])
        raise AssertionError(f"{one.tag} at line {one.sourceline}")

    def _content_of(self, reference: etree._Element) -> Iterable[Form]:
        content = self.specs[str(reference.get("key"))].find(f"{TEI}content")
        assert content is not None
        return self._forms(content)

    def _describe(self, spec: etree._Element, found: dict[str, str]) -> None:
        for one in self._classes(spec):
            self._describe(one, found)
        for definition in spec.iter(f"{TEI}attDef"):
            if definition.get("mode") == "delete":
                continue
            owner = f"@{definition.get('ident')}"
            found.setdefault(owner, "")
            found[owner] += _said(definition)
            keys = [str(one.get("key")) for one in definition.iter(f"{TEI}dataRef")]
            for listed in (definition, *(self.specs[key] for key in keys if key in self.specs)):
                for item in listed.iter(f"{TEI}valItem"):
                    found[f"{owner}={item.get('ident')}"] = _said(item)


def _values(listed: etree._Element) -> list[Form]:
    return [value(str(item.get("ident"))) for item in listed.iterfind(f"{TEI}valItem")]


def _said(spec: etree._Element) -> str:
    return str(spec.findtext(f"{TEI}desc", ""))
