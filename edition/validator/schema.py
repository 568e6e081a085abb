"""Loads a RELAX NG schema: compiled by libxml2 to judge, read as patterns to explain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from edition.diagnostics import CannotRunError, diagnose
from edition.resources import resource
from edition.tei import local_name
from edition.validator.grammar import RNG, Grammar, UnreadableGrammarError, inherited, read_grammar, rng
from edition.validator.values import ValueForms

_OTHER_LANGUAGES = {
    "http://www.w3.org/2001/XMLSchema": "it is a W3C XML Schema; convert it with trang",
    "http://purl.oclc.org/dsdl/schematron": "it is Schematron; give the RELAX NG schema instead",
    "http://www.tei-c.org/ns/1.0": "it is TEI; when it is an ODD, first make RELAX NG from it, as Roma does",
}


@dataclass(frozen=True)
class Schema:
    """A schema ready for use. `name` is what messages call it."""

    name: str
    root: etree._Element
    compiled: etree.RelaxNG

    @cached_property
    def grammar(self) -> Grammar | None:
        """The schema as patterns; None where it uses what the reader of patterns leaves alone."""
        try:
            return read_grammar(self.root)
        except (UnreadableGrammarError, RecursionError):
            return None

    @cached_property
    def forms(self) -> ValueForms | None:
        """What the schema says about values, where it can be read as patterns."""
        return ValueForms(self.grammar) if self.grammar else None


def load_schema(path: Path | None = None) -> Schema:
    """The schema at `path`, or the one that comes with edition; compiled once while the program runs.

    Raises CannotRunError when there is no file, or it is not RELAX NG in XML syntax, or it includes files
    from outside its own folder.
    """
    path = path if path is not None else resource("schemas", "edition.rng")
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0  # reading it will say why
    return _load(path.resolve(), str(path), changed)


@cache
def _load(path: Path, name: str, changed: int) -> Schema:
    """The schema at `path`, called `name`; read again when its time of change is another."""
    root = _parsed(path, name)
    if not str(root.tag).startswith(f"{{{RNG}}}"):
        namespace = etree.QName(root).namespace or ""
        advice = _OTHER_LANGUAGES.get(namespace, "a RELAX NG schema begins with <grammar> or <element>")
        raise CannotRunError(
            diagnose(
                "SCHEMA-NOT-RELAXNG",
                path=name,
                schema=name,
                reason=f"it begins with <{local_name(root)}>",
                advice=advice,
            )
        )
    _with_includes(root, path, path.parent.resolve(), name, {path.resolve()})
    try:
        compiled = etree.RelaxNG(root)
    except etree.RelaxNGParseError as error:
        raise CannotRunError(
            diagnose(
                "SCHEMA-NOT-RELAXNG",
                path=name,
                schema=name,
                reason=str(error).rstrip("."),
                advice="check it with its author, or with jing",
            )
        ) from error
    return Schema(name, root, compiled)


def _parsed(path: Path, name: str) -> etree._Element:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CannotRunError(diagnose("SCHEMA-MISSING", path=name, schema=name)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(diagnose("SCHEMA-UNREADABLE", path=name, schema=name, reason=reason)) from error
    if path.suffix == ".rnc":
        raise CannotRunError(diagnose("SCHEMA-COMPACT", path=name, schema=name))
    parser = etree.XMLParser(
        no_network=True, load_dtd=False, resolve_entities=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, OSError) as error:
        reason = getattr(error, "msg", None) or str(error)
        raise CannotRunError(diagnose("SCHEMA-NOT-XML", path=name, schema=name, reason=reason)) from error


def _with_includes(root: etree._Element, path: Path, folder: Path, name: str, above: set[Path]) -> None:
    """Puts each included grammar in place of its `include`; what the `include` defines anew replaces its own.

    So libxml2 itself opens no file. `above` holds the files being included, to notice a circle.
    """
    for external in root.iter(rng("externalRef")):
        raise CannotRunError(
            diagnose(
                "SCHEMA-INCLUDE-OUTSIDE",
                path=name,
                schema=name,
                href=f"externalRef {external.get('href', '')}",
            )
        )
    for include in list(root.iter(rng("include"))):
        href = (include.get("href") or "").strip()
        split = urlsplit(href)
        target = (path.parent / unquote(split.path)).resolve()
        outside = split.scheme or split.netloc or not target.is_relative_to(folder) or target in above
        if outside or not href:
            raise CannotRunError(
                diagnose("SCHEMA-INCLUDE-OUTSIDE", path=name, schema=name, href=href or "itself")
            )
        included = _parsed(target, str(target))
        _with_includes(included, target, folder, name, above | {target})
        _override(included, include)
        division = etree.Element(rng("div"))
        for attribute in ("ns", "datatypeLibrary"):
            value = included.get(attribute)
            division.set(attribute, inherited(include, attribute) if value is None else value)
        division.extend(list(included))
        include.tag = rng("div")
        del include.attrib["href"]
        include.insert(0, division)


def _override(included: etree._Element, include: etree._Element) -> None:
    """Removes from `included` what the content of `include` defines anew."""
    names = {define.get("name", "").strip() for define in include.iter(rng("define"))}
    starts = include.find(f".//{rng('start')}") is not None
    for element in list(included.iter(rng("define"), rng("start"))):
        if element.get("name", "").strip() in names if element.tag == rng("define") else starts:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
