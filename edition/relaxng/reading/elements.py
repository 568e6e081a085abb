"""The elements of a schema in XML syntax: what they inherit, which attributes they may have, and the
files they take in (RELAX NG specification, sections 3, 4.1 to 4.6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NoReturn, cast

from lxml import etree

from edition.relaxng.errors import SchemaError
from edition.relaxng.files import SchemaFile, SchemaFiles, base_of
from edition.relaxng.names import NCNAME, RELAXNG

PREFIX = f"{{{RELAXNG}}}"
_ANY_OF_OURS = f"{PREFIX}*"
_WORDS = etree.XPath(
    "//r:*[not(self::r:value or self::r:param or self::r:name)]/text()[normalize-space()]",
    namespaces={"r": RELAXNG},
)
_NCNAME = re.compile(NCNAME)
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:.")
_NOT_IN_URI = re.compile(r"#|%(?![0-9A-Fa-f]{2})")
_COMMON = frozenset(("ns", "datatypeLibrary"))


@dataclass(frozen=True, slots=True)
class Context:
    """What an element of the schema inherits from those around it."""

    file: SchemaFile
    ns: str
    library: str
    opened: tuple[object, ...] = ()  # the files being taken in, to notice a circle


def fail(reason: str, element: etree._Element, context: Context, rule: str = "3") -> NoReturn:
    """Raises SchemaError at an element; `rule` is the section of the specification."""
    raise SchemaError(reason, path=context.file.name, line=line_of(element), rule=rule)


def children_of(element: etree._Element) -> list[etree._Element]:
    """The children that are RELAX NG."""
    return list(element.iterchildren(_ANY_OF_OURS))


def no_words(root: etree._Element, context: Context) -> None:
    """Words between the elements of a file are a mistake (section 3; 4.2 removes white space)."""
    found: Any = _WORDS(root)
    for words in found:
        element = words.getparent().getparent() if words.is_tail else words.getparent()
        if any(not str(one.tag).startswith(PREFIX) for one in element.iterancestors()):
            continue  # inside an annotation
        word = words.split()[0]
        fail(f'"{word}" stands in <{local_name(element)}>, where no text belongs', element, context)


def inside(element: etree._Element, context: Context) -> Context:
    """The context within `element`."""
    ns, library = element.get("ns"), element.get("datatypeLibrary")
    if ns is None and library is None:
        return context
    if library and (not _ABSOLUTE.match(library.strip()) or _NOT_IN_URI.search(library)):
        reason = f'datatypeLibrary="{library}": it is a whole URI, without "#", or empty'
        fail(reason, element, context)
    return Context(
        context.file,
        context.ns if ns is None else ns,
        context.library if library is None else library.strip(),
        context.opened,
    )


def checked(
    element: etree._Element, context: Context, required: str = "", allowed: tuple[str, ...] = ()
) -> str:
    """The value of the `required` attribute; attributes that do not exist are a mistake."""
    for name in map(str, element.attrib):
        if name.startswith(PREFIX):  # section 3: those of other vocabularies are annotations
            reason = f"the attribute {name.removeprefix(PREFIX)} has no prefix in RELAX NG"
            fail(reason, element, context)
        if "}" not in name and name not in _COMMON and name != required and name not in allowed:
            fail(f"<{local_name(element)}> has no attribute {name}", element, context)
    if not required:
        return ""
    value = element.get(required)
    if value is None:
        fail(f"<{local_name(element)}> needs the attribute {required}", element, context)
    return value.strip()


def ncname(name: str, element: etree._Element, context: Context) -> str:
    """The name, which must be one without a colon."""
    if not _NCNAME.fullmatch(name):
        fail(f'"{name}" is not a name', element, context)
    return name


def nothing_in(element: etree._Element, context: Context) -> None:
    """An element with content that takes none is a mistake."""
    if children_of(element):
        fail(f"<{local_name(element)}> has no content", element, context)


def opened(files: SchemaFiles, element: etree._Element, context: Context) -> tuple[SchemaFile, Context]:
    """The file that an `externalRef` or `include` names, and the context within."""
    href = checked(element, context, "href")
    file = files.beside(context.file, href, line_of(element), base=base_of(element))
    if file.path in context.opened:
        reason = f"{href} is taken in by itself, directly or by another file"
        fail(reason, element, context, "4.6")
    within = Context(file, context.ns, "", (*context.opened, file.path))
    no_words(file.root, within)
    return file, within


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def line_of(element: etree._Element) -> int | None:
    """The line of an element in its file."""
    return cast("int | None", element.sourceline)
