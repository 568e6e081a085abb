"""Finds and loads the schema that documents are measured by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position
from edition.relaxng import OutsideFolderError, SchemaError, TooComplexError, load
from edition.relaxng import Schema as Grammar
from edition.relaxng.files import NotCompactError, NotRelaxngError, NotXmlError
from edition.resources import resource

_OTHER_LANGUAGES = {
    "http://www.w3.org/2001/XMLSchema": "it is a W3C XML Schema; convert it with trang",
    "http://purl.oclc.org/dsdl/schematron": "it is Schematron; give it with --rules",
    "http://www.tei-c.org/ns/1.0": "it is TEI; when it is an ODD, first make RELAX NG from it, as Roma does",
}


@dataclass(frozen=True)
class Schema:
    """A schema ready for use. `name` is what messages call it, `path` where it is."""

    name: str
    path: Path
    grammar: Grammar


def load_schema(path: Path | None = None) -> Schema:
    """The schema at `path`, or the one that comes with edition; read once while the program runs.

    Raises CannotRunError when there is no file, or it is not RELAX NG, or breaks a rule of it, or asks for
    files from outside its own folder.
    """
    whole = None if path is not None else False  # ours is checked by its tests
    path = path if path is not None else resource("schemas", "edition.rng")
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0  # reading it will say why
    return _load(path.resolve(), str(path), changed, whole)


@cache
def _load(path: Path, name: str, changed: int, whole: bool | None) -> Schema:
    """The schema at `path`, called `name`; read again when its time of change is another."""
    try:
        return Schema(name, path, load(Path(name), whole=whole))
    except FileNotFoundError as error:
        raise CannotRunError(diagnose("SCHEMA-MISSING", path=name, schema=name)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(diagnose("SCHEMA-UNREADABLE", path=name, schema=name, reason=reason)) from error
    except SchemaError as error:
        raise unsound(error, name) from error
    except TooComplexError as error:
        reason = "it comes to more patterns than can be looked at"
        raise CannotRunError(
            diagnose("SCHEMA-UNSOUND", path=name, schema=name, reason=reason, rule="")
        ) from error


def unsound(error: SchemaError, name: str) -> CannotRunError:
    """What to say of a schema called `name` that cannot be used."""
    place = error.path or name
    position = Position(error.line, error.column or 1) if error.line else None
    if isinstance(error, OutsideFolderError):
        return CannotRunError(
            diagnose("SCHEMA-INCLUDE-OUTSIDE", path=place, position=position, schema=name, href=error.href)
        )
    if isinstance(error, NotXmlError):
        return CannotRunError(
            diagnose("SCHEMA-NOT-XML", path=place, position=position, schema=name, reason=error.reason)
        )
    if isinstance(error, NotCompactError):
        return CannotRunError(
            diagnose("SCHEMA-COMPACT", path=place, position=position, schema=name, reason=error.reason)
        )
    if isinstance(error, NotRelaxngError):
        advice = _OTHER_LANGUAGES.get(error.namespace, "a RELAX NG schema begins with <grammar> or <element>")
        return CannotRunError(
            diagnose("SCHEMA-NOT-RELAXNG", path=place, schema=name, reason=error.reason, advice=advice)
        )
    rule = f" (RELAX NG specification, section {error.rule})" if error.rule else ""
    return CannotRunError(
        diagnose("SCHEMA-UNSOUND", path=place, position=position, schema=name, reason=error.reason, rule=rule)
    )
