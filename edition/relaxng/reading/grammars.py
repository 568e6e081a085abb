"""What a grammar defines: its definitions by name, with those of files it includes (RELAX NG specification,
sections 4.7, 4.17 and 4.18).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from edition.relaxng.files import SchemaFiles
from edition.relaxng.patterns import Pattern
from edition.relaxng.reading.elements import (
    PREFIX,
    Context,
    checked,
    children_of,
    fail,
    inside,
    local_name,
    ncname,
    opened,
)


@dataclass(slots=True)
class Part:
    """One `define` or `start`: where it stands, and how it combines with others of its name."""

    element: etree._Element
    context: Context
    combine: str


@dataclass(slots=True)
class Scope:
    """One `grammar`: its definitions by name (`start` is ""), and the grammar around it."""

    outer: Scope | None
    parts: dict[str, list[Part]] = field(default_factory=dict)
    patterns: dict[str, Pattern] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)


def collected(files: SchemaFiles, element: etree._Element, context: Context) -> dict[str, list[Part]]:
    """What a grammar, `div` or `include` defines, by name, with what it includes. Raises SchemaError."""
    found: dict[str, list[Part]] = {}
    for child in children_of(element):
        within = inside(child, context)
        match local_name(child):
            case "define":
                name = checked(child, within, "name", ("combine",))
                ncname(name, child, within)
                found.setdefault(name, []).append(Part(child, within, _combine(child, within)))
            case "start":
                checked(child, within, allowed=("combine",))
                if len(children_of(child)) != 1:
                    fail("<start> takes one pattern", child, within)
                found.setdefault("", []).append(Part(child, within, _combine(child, within)))
            case "div":
                checked(child, within)
                for name, parts in collected(files, child, within).items():
                    found.setdefault(name, []).extend(parts)
            case "include" if local_name(element) != "include":
                for name, parts in _included(files, child, within).items():
                    found.setdefault(name, []).extend(parts)
            case other:
                fail(f"<{other}> cannot stand in <{local_name(element)}>", child, within)
    return found


def _combine(element: etree._Element, context: Context) -> str:
    combine = (element.get("combine") or "").strip()
    if element.get("combine") is not None and combine not in ("choice", "interleave"):
        fail(f'combine="{combine}": it is "choice" or "interleave"', element, context)
    if not children_of(element):
        fail(f"<{local_name(element)}> has no pattern in it", element, context)
    return combine


def _included(files: SchemaFiles, element: etree._Element, context: Context) -> dict[str, list[Part]]:
    file, within = opened(files, element, context)
    if file.root.tag != f"{PREFIX}grammar":
        reason = f"{element.get('href')} is not a grammar, and only grammars can be included"
        fail(reason, element, context, "4.7")
    checked(file.root, within)
    found = collected(files, file.root, inside(file.root, within))
    own = collected(files, element, context)
    for name, parts in own.items():
        if name not in found:
            what = f'a definition of "{name}"' if name else "a <start>"
            reason = f"{element.get('href')} has no {what.partition(' ')[2]} that could be replaced"
            fail(reason, parts[0].element, context, "4.7")
        found[name] = parts
    return found


def check_combination(name: str, parts: list[Part]) -> None:
    """Several definitions of one name say how they combine: all but one of them, and alike."""
    what = f'"{name}" is defined' if name else "<start> stands there"
    bare = [part for part in parts if not part.combine]
    ways = {part.combine for part in parts} - {""}
    if len(bare) > 1:
        fail(f"{what} {len(bare)} times without combine", bare[1].element, bare[1].context, "4.17")
    if len(ways) > 1:
        part = parts[-1]
        reason = f"{what} with combine both as choice and as interleave"
        fail(reason, part.element, part.context, "4.17")


def combination(parts: list[Part]) -> str:
    """How the definitions of one name are joined: "choice" or "interleave"."""
    return next((part.combine for part in parts if part.combine), "choice")
