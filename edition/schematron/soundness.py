"""What must hold in a schema before it is compiled: said of the very element, in the file it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import PurePath

from lxml import etree

from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position
from edition.schematron.folder import Folder
from edition.schematron.language import language
from edition.schematron.names import SCHEMATRON, XSLT, sch
from edition.tei import local_name

_NEEDED = {
    "ns": ("prefix", "uri"),
    "let": ("name",),
    "phase": ("id",),
    "active": ("pattern",),
    "param": ("name", "value"),
    "assert": ("test",),
    "report": ("test",),
    "extends": ("rule",),
    "diagnostic": ("id",),
    "value-of": ("select",),
}
_WITHIN = {
    "ns": ("schema",),
    "phase": ("schema",),
    "pattern": ("schema",),
    "diagnostics": ("schema",),
    "let": ("schema", "phase", "pattern", "rule"),
    "active": ("phase",),
    "param": ("pattern",),
    "rule": ("pattern",),
    "assert": ("rule",),
    "report": ("rule",),
    "extends": ("rule",),
    "diagnostic": ("diagnostics",),
}
_WITHOUT_NEEDS = "schema title p pattern rule diagnostics properties property name emph dir span".split()  # noqa: SIM905
_EXPRESSIONS = ("context", "test", "value", "select", "subject", "path")
_ASIDE = re.compile(r"""\(:.*?:\)|"[^"]*"|'[^']*'""", re.DOTALL)
_FUNCTIONS = "http://www.w3.org/2005/xpath-functions"


def check_soundness(schema: etree._Element, folder: Folder) -> None:
    """Raises CannotRunError for what does not hold first: RULE-SCHEMA, RULE-BINDING or RULE-OUTSIDE."""
    _check_binding(schema, folder)
    for element in schema.iter(f"{{{SCHEMATRON}}}*", f"{{{XSLT}}}*"):
        reason = _incomplete(element)
        if reason:
            raise _refused("RULE-SCHEMA", element, folder, reason=reason)
        beyond = _beyond(element, schema)
        if beyond:
            raise _refused("RULE-OUTSIDE", element, folder, what=beyond)
    for element, reason in (*_dangling(schema), *_circles(schema), *_twice(schema)):
        raise _refused("RULE-SCHEMA", element, folder, reason=reason)


def _check_binding(schema: etree._Element, folder: Folder) -> None:
    binding = schema.get("queryBinding", "xslt").strip().lower()
    if binding not in language()["bindings"]:
        raise _refused("RULE-BINDING", schema, folder, binding=binding)


def _incomplete(element: etree._Element) -> str | None:
    """What an element lacks, or that there is no such element."""
    name = local_name(element)
    if element.tag != sch(name):
        parent = element.getparent()
        declared = parent is not None and parent.tag in (sch("schema"), sch("pattern"))
        allowed = name in language()["declarations"]["names"] or name in language()["outside"]["instructions"]
        return f"<xsl:{name}> cannot stand beside patterns and rules" if declared and not allowed else None
    if name not in _NEEDED and name not in _WITHOUT_NEEDS:
        return f"there is no element <{name}> in Schematron as this program knows it"
    around = element.getparent()
    places = _WITHIN.get(name)
    if places and (around is None or around.tag not in map(sch, places)):
        outer = local_name(around) if around is not None else "nothing"
        listed = " or ".join(f"<{place}>" for place in places)
        return f"<{name}> stands in <{outer}>, where it means nothing; it belongs into {listed}"
    for attribute in _NEEDED.get(name, ()):
        if not element.get(attribute, "").strip():
            return f"<{name}> needs an attribute {attribute}"
    abstract = element.get("abstract") == "true"
    if name == "pattern" and element.get("is-a") and (abstract or element.find(sch("rule")) is not None):
        return "a pattern that is one of a kind (is-a) has the rules of its kind, and none of its own"
    if name in ("pattern", "rule") and abstract and not element.get("id"):
        return f"an abstract {name} needs an id, by which others refer to it"
    if name == "rule" and not abstract and not element.get("context", "").strip():
        return 'a rule needs a context, or abstract="true"'
    return None


def _beyond(element: etree._Element, schema: etree._Element) -> str | None:
    """How an element would look at more than the document, if it does."""
    of_xslt = str(element.tag).startswith(f"{{{XSLT}}}")
    if of_xslt and local_name(element) in language()["outside"]["instructions"]:
        return f"they use <xsl:{local_name(element)}>"
    if element.tag == sch("pattern") and element.get("documents") is not None:
        return "a pattern names other documents that it is about"
    written = [str(value) for key, value in element.attrib.items() if of_xslt or key in _EXPRESSIONS]
    if of_xslt and element.text and "{" in element.text:
        written.append(element.text)
    for expression in written:
        for called in _outside_calls().finditer(_ASIDE.sub(" ", expression)):
            if _is_standard(called["prefix"], called["uri"], schema):
                return f"they call {called['name']}()"
    return None


@cache
def _outside_calls() -> re.Pattern[str]:
    names = "|".join(map(re.escape, language()["outside"]["functions"]))
    return re.compile(
        rf"(?<![\w.$@:-])(?:(?P<prefix>\w[\w.-]*):|Q\{{(?P<uri>[^}}]*)\}})?(?P<name>{names})\s*[(#]"
    )


def _is_standard(prefix: str | None, uri: str | None, schema: etree._Element) -> bool:
    """Whether a function with this prefix or namespace is one of XPath's own."""
    if prefix:
        declared = {ns.get("prefix"): ns.get("uri") for ns in schema.iterchildren(sch("ns"))}
        uri = declared.get(prefix, _FUNCTIONS if prefix == "fn" else "")
    return uri is None or uri.strip() == _FUNCTIONS


def _dangling(schema: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """References to what is not there."""

    def ids(name: str, which: Callable[[etree._Element], bool]) -> set[str | None]:
        return {element.get("id") for element in schema.iter(sch(name)) if which(element)}

    def is_abstract(element: etree._Element) -> bool:
        return element.get("abstract") == "true"

    kinds, rules = ids("pattern", is_abstract), ids("rule", is_abstract)
    patterns = ids("pattern", lambda element: not is_abstract(element))
    diagnostics = ids("diagnostic", lambda _: True)
    for pattern in schema.iter(sch("pattern")):
        if pattern.get("is-a") and pattern.get("is-a") not in kinds:
            yield pattern, f'there is no abstract pattern "{pattern.get("is-a")}"'
    for extends in schema.iter(sch("extends")):
        if extends.get("rule") not in rules:
            yield extends, f'there is no abstract rule "{extends.get("rule")}"'
    for active in schema.iter(sch("active")):
        if active.get("pattern") not in patterns:
            yield active, f'there is no pattern "{active.get("pattern")}"'
    for assertion in schema.iter(sch("assert"), sch("report")):
        for reference in (assertion.get("diagnostics") or "").split():
            if reference not in diagnostics:
                yield assertion, f'there is no diagnostic "{reference}"'
    default = schema.get("defaultPhase", "#ALL")
    if default not in ("#ALL", "#DEFAULT") and default not in ids("phase", lambda _: True):
        yield schema, f'there is no phase "{default}", which is said to be the default'


def _circles(schema: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Abstract rules that extend themselves."""
    extended: dict[str, set[str]] = {}
    for rule in schema.iter(sch("rule")):
        if rule.get("abstract") == "true":
            names = {e.get("rule", "") for e in rule.iterchildren(sch("extends"))}
            extended.setdefault(rule.get("id", ""), set()).update(names)
    for rule in schema.iter(sch("rule")):
        start = rule.get("id", "")
        if rule.get("abstract") != "true":
            continue
        reached, ahead = set[str](), set(extended[start])
        while ahead:
            name = ahead.pop()
            if name == start:
                yield rule, f'the abstract rule "{start}" extends itself'
                return
            reached.add(name)
            ahead |= extended.get(name, set()) - reached


def _twice(schema: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """One prefix for two namespaces."""
    declared: dict[str, str] = {}
    for ns in schema.iterchildren(sch("ns")):
        prefix, uri = ns.get("prefix", ""), ns.get("uri", "")
        if declared.setdefault(prefix, uri) != uri:
            yield ns, f'the prefix "{prefix}" is declared twice, for {declared[prefix]} and for {uri}'


def _refused(code: str, element: etree._Element, folder: Folder, **facts: str) -> CannotRunError:
    origin = folder.origin(element)
    name = PurePath(origin.file).name
    return CannotRunError(
        diagnose(code, path=origin.file, position=Position(origin.line, 1), rules=name, **facts)
    )
