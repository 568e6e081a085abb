"""What a schema includes, put in its place (ISO/IEC 19757-3, 5.4.5 `include` and `extends` with `href`)."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position
from edition.schematron.folder import Folder
from edition.schematron.names import sch
from edition.schematron.rules import Origin
from edition.tei import XML_ID


def with_inclusions(root: etree._Element, folder: Folder, above: frozenset[Path] = frozenset()) -> None:
    """Replaces each `include` by the element it means, each `extends` of a file by what that element holds.

    Raises CannotRunError for a file that is not there or not in the folder, for a circle, for a fragment that
    is missing.
    """
    for include in list(root.iter(sch("include"), sch("extends"))):
        href = include.get("href")
        if href is None:
            continue
        origin = folder.origin(include)
        target, fragment = folder.target(href, Path(origin.file), origin.line)
        inner = above | {Path(origin.file).resolve()}
        if target.resolve() in inner:
            raise _unsound(origin, f"{href} includes itself")
        included = folder.read(target)
        with_inclusions(included, folder, inner)
        meant = _meant(included, fragment)
        if meant is None:
            raise _unsound(origin, f'{target.name} has no element with the id "{fragment}"')
        whole = include.tag == sch("include") and meant.tag != sch("schema")
        _replace(include, [meant] if whole else list(meant))


def _meant(root: etree._Element, fragment: str) -> etree._Element | None:
    if not fragment:
        return root
    return next((e for e in root.iter("*") if fragment in (e.get("id"), e.get(XML_ID))), None)


def _replace(element: etree._Element, others: list[etree._Element]) -> None:
    parent = element.getparent()
    assert parent is not None
    place = parent.index(element)
    parent.remove(element)
    for number, other in enumerate(others):
        parent.insert(place + number, other)


def _unsound(origin: Origin, reason: str) -> CannotRunError:
    position = Position(origin.line, 1)
    name = Path(origin.file).name
    return CannotRunError(
        diagnose("RULE-SCHEMA", path=origin.file, position=position, rules=name, reason=reason)
    )
