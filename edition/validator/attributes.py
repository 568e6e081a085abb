"""Attributes that an element does not have, lacks, or has with a value it cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from edition.tei import XML_ID, local_name
from edition.validator.dates import date_facts
from edition.validator.finding import Finding, did_you_mean, enumeration
from edition.validator.grammar import Definition, Grammar
from edition.validator.schema import Schema
from edition.validator.values import ValueForm, ValueForms

_DATE_TYPES = {"date", "gYear", "gYearMonth", "dateTime"}
_XML = "{http://www.w3.org/XML/1998/namespace}"


def attribute_findings(root: etree._Element, schema: Schema) -> Iterator[Finding]:
    """What is wrong with the attributes of `root` and of every element in it that the schema defines."""
    grammar, forms = schema.grammar, schema.forms
    if grammar is None or forms is None:
        return
    accepted: set[tuple[str, str, str]] = set()
    for element in root.iter("*"):
        definition = grammar.definitions.get(str(element.tag))
        if definition is None:
            continue
        meant: set[str] = set()
        for name, value in element.attrib.items():
            key = (definition.name, str(name), str(value))
            if key in accepted:
                continue
            finding = _attribute(element, str(name), definition, grammar, forms)
            if finding is None:
                accepted.add(key)
            else:
                yield finding
                meant.add(str(finding.facts.get("meant")))
        yield from _together(element, definition, grammar, meant)


def _attribute(
    element: etree._Element, name: str, definition: Definition, grammar: Grammar, forms: ValueForms
) -> Finding | None:
    """The finding for one attribute by itself."""
    value = str(element.get(name))
    allowed = grammar.patterns.names(definition.attributes)
    if name in allowed:
        form = forms.of_attribute(definition, name)
        if form is None or form.accepts(value):
            return None
        return _wrong_value(element, name, value, form)
    if any(wildcard.matches(name) for wildcard in grammar.patterns.wildcards(definition.attributes)):
        return None
    shown = {full: written(full) for full in allowed}
    meant = did_you_mean(written(name), shown.values())
    if name == "id" and XML_ID in allowed:
        meant = "xml:id"
    elif name == "lang" and f"{_XML}lang" in allowed:
        meant = "xml:lang"
    elif name == "who" and local_name(element) == "quote":
        return Finding(
            "SCHEMA-ATTRIBUTE-UNKNOWN",
            element,
            {
                "element": "quote",
                "attribute": "who",
                "advice": 'say who speaks with <said who="..."> inside the <quote>',
            },
            attribute=name,
        )
    advice = f"did you mean @{meant}?" if meant else _attribute_advice(name, shown, grammar)
    facts = {"element": local_name(element), "attribute": written(name), "advice": advice, "meant": meant}
    return Finding("SCHEMA-ATTRIBUTE-UNKNOWN", element, facts, attribute=name)


def _attribute_advice(name: str, shown: dict[str, str], grammar: Grammar) -> str:
    own = sorted(value for full, value in shown.items() if full not in _GENERAL)
    having = [
        full.rpartition("}")[2]
        for full, definition in grammar.definitions.items()
        if name in grammar.patterns.names(definition.attributes)
    ]
    if having:
        return f"@{written(name)} goes on {enumeration((f'<{h}>' for h in sorted(having)), limit=6)}"
    if own:
        return f"it can have {enumeration((f'@{one}' for one in own), last='and')}"
    return "remove it, or put it on another element"


_GENERAL = frozenset((
    XML_ID, f"{_XML}lang", f"{_XML}space", f"{_XML}base",
    "n", "rend", "rendition", "style", "facs", "corresp", "resp", "cert", "source", "ana", "synch",
    "sameAs", "copyOf", "next", "prev", "exclude", "select", "change",
))  # fmt: skip


def _together(
    element: etree._Element, definition: Definition, grammar: Grammar, meant: set[str]
) -> Iterator[Finding]:
    """Attributes that exclude each other, and attributes that must be there and are not.

    Those `meant` by a misspelt one are not missed again.
    """
    patterns = grammar.patterns
    here, seen, conflict = definition.attributes, [], False
    for name in map(str, element.attrib):
        there = patterns.derive(here, name)
        if there is not patterns.nothing:
            here = there
            seen.append(name)
        elif name in patterns.names(definition.attributes):
            conflict = True
            others = [
                one
                for one in seen
                if patterns.derive(patterns.derive(definition.attributes, one), name) is patterns.nothing
            ]
            facts = {
                "attribute": written(name),
                "others": enumeration((f"@{written(one)}" for one in others), last="and"),
                "element": local_name(element),
            }
            yield Finding("SCHEMA-ATTRIBUTE-CONFLICT", element, facts, attribute=name)
    if here.nullable or conflict:
        return
    path = patterns.shortest_completion(here)
    if path is None or meant.issuperset(written(name) for name in path):
        return
    attributes = [f"@{written(name)}" for name in path]
    if XML_ID in path:
        advice = 'add an xml:id that others can point to, e.g. xml:id="lenin"'
    else:
        advice = "add " + " ".join(f'{written(name)}="..."' for name in path)
    facts = {
        "element": local_name(element),
        "attributes": enumeration(attributes, last="and"),
        "advice": advice,
    }
    yield Finding("SCHEMA-ATTRIBUTE-MISSING", element, facts)


def _wrong_value(element: etree._Element, name: str, value: str, form: ValueForm) -> Finding:
    """The finding for a value of the wrong form, worded after what the form asks for."""
    shown = written(name)
    facts: dict[str, object] = {"attribute": shown, "value": value}
    if name == XML_ID:
        facts["advice"] = f'write xml:id="{_as_identifier(value)}"'
        return Finding("SCHEMA-ID-FORM", element, facts, attribute=name)
    if form.types & _DATE_TYPES:
        code, more = date_facts(shown, value, of_day="time" in form.types and "date" not in form.types)
        return Finding(code, element, facts | more, attribute=name)
    if form.choices:
        meant = did_you_mean(value, form.choices)
        choices = enumeration((f'"{choice}"' for choice in form.choices), limit=12)
        facts["advice"] = f'did you mean "{meant}"? possible: {choices}' if meant else f"possible: {choices}"
        return Finding("SCHEMA-ATTRIBUTE-VALUE", element, facts, attribute=name)
    if form.types and form.types <= {"anyURI"}:
        if not value.strip():
            facts["advice"] = f'write {shown}="#" and the xml:id it points to, or remove the attribute'
        else:
            hashed = " ".join(
                token if re.search("[#:/.]", token) else f"#{_as_identifier(token)}"
                for token in value.split()
            )
            facts["advice"] = (
                f'write {shown}="{hashed}", and the same name without # as xml:id of the record'
                if hashed != value
                else "write # and an xml:id, or the address of a file, without spaces"
            )
        return Finding("SCHEMA-POINTER-FORM", element, facts, attribute=name)
    facts["advice"] = next(
        (advice for kind, advice in _ADVICE.items() if kind in form.types), "see the encoding documentation"
    )
    if form.types == {"token"} and value.split() and len(value.split()) > 1:
        facts["advice"] = f'one word without spaces: {shown}="{"-".join(value.split())}"'
    return Finding("SCHEMA-ATTRIBUTE-VALUE", element, facts, attribute=name)


_ADVICE = {
    "language": 'a language is written as a code: "en", "de", "grc", "pt-BR"',
    "double": "a number is written in digits, with a point: 12 or 0.5",
    "decimal": "a number is written in digits, with a point: 12 or 0.5",
    "nonNegativeInteger": "a count is written in digits: 0, 1, 2",
    "time": "a time is written 17:30:00",
    "duration": "a length of time is written P21D, P2M, P1Y or PT2H; three weeks are 21 days",
    "boolean": '"true" or "false"',
    "Name": "a name begins with a letter and has no spaces",
    "token": "one word without spaces; several, where they are allowed, parted by one space",
}


def _as_identifier(value: str) -> str:
    """The nearest thing to `value` that can be an xml:id."""
    identifier = re.sub(r"[^\w.-]+", "-", value).strip("-")
    return identifier if re.match(r"[^\W\d]", identifier) else f"n{identifier}"


def written(name: str) -> str:
    """An attribute's name as an editor writes it: `xml:id` for XML's own."""
    return f"xml:{name[len(_XML) :]}" if name.startswith(_XML) else name.rpartition("}")[2]
