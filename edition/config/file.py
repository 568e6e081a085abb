"""edition.toml: found beside the texts or above them, and read as settings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from edition.config.checking import check
from edition.config.conventions import HouseConventions
from edition.config.ebook import EbookChoices
from edition.config.facts import EditionFacts
from edition.config.html import HtmlSettings
from edition.config.print import THEMES, PrintSettings
from edition.config.settings import TARGETS, Settings
from edition.config.volumes import volume_begins
from edition.diagnostics import CannotRunError, Severity, diagnose
from edition.diagnostics.weighing import Weights
from edition.model import Position

FILE_NAME = "edition.toml"


def find_settings(place: Path) -> Path | None:
    """The edition.toml in the folder `place` (or of the file `place`), or the nearest one above."""
    folder = place if place.is_dir() else place.parent
    folder = folder.absolute()
    for candidate in (folder, *folder.parents):
        path = candidate / FILE_NAME
        if path.is_file():
            return path
    return None


def read_settings(path: Path, *, name: str | None = None) -> Settings:
    """The settings in the file at `path`; paths in it count from its folder.

    Raises CannotRunError for a file that cannot be read, is no TOML, has an unknown key or a value
    of the wrong kind. `name` is what messages call the file.
    """
    name = name or str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        raw = tomllib.loads(text)
    except OSError as error:
        raise CannotRunError(diagnose("CONFIG-UNREADABLE", path=name, reason=error.strerror)) from None
    except UnicodeDecodeError:
        raise CannotRunError(diagnose("CONFIG-UNREADABLE", path=name, reason="it is not UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        last = text.splitlines() or [""]
        end = Position(len(last), len(last[-1]) + 1)
        position = Position(int(place[1]), int(place[2])) if place else end
        reason = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise CannotRunError(diagnose("CONFIG-TOML", path=name, position=position, reason=reason)) from None
    check(raw, text, name)
    settings = _settings(raw, path.parent)
    volumes = volume_begins(raw.get("print", {}), text, name)
    return replace(settings, print=replace(settings.print, volume_begins=volumes))


def _settings(raw: Mapping[str, Any], folder: Path) -> Settings:
    settings = Settings(
        facts=EditionFacts(
            title=raw.get("title", ""),
            editors=tuple(raw.get("editors", ())),
            publisher=raw.get("publisher", ""),
            place=raw.get("place", ""),
            licence=raw.get("licence", ""),
            site=f"{raw['site'].rstrip('/')}/" if "site" in raw else "",
        )
    )
    changes: dict[str, Any] = {}
    for key, field in (
        ("genre", "genre"),
        ("language", "lang"),
        ("encoding", "encoding"),
        ("format", "format"),
        ("jobs", "jobs"),
        ("ner", "ner"),
    ):
        if key in raw:
            changes[field] = raw[key]
    if "date" in raw:
        changes["date"] = str(raw["date"])
    if "output" in raw:
        changes["output"] = folder / raw["output"]
    for key in ("schema", "persons", "places", "organisations", "works"):
        if key in raw:
            changes[key] = folder / raw[key]
    if "conventions" in raw:
        patterns = {key: tuple(several) for key, several in raw["conventions"].items()}
        changes["conventions"] = HouseConventions(**patterns)
    validation = raw.get("validate", {})
    if "rules" in validation:
        changes["rules"] = folder / validation["rules"]
    if "phase" in validation:
        changes["phase"] = validation["phase"]
    changes["weights"] = Weights(
        tuple(validation.get("ignore", ())),
        {code: Severity(one) for code, one in validation.get("severity", {}).items()},
    )
    book = raw.get("epub", {})
    changes["epub"] = EbookChoices(
        volumes=book.get("volumes", "one"),
        fonts=folder / book["fonts"] if "fonts" in book else None,
        tei=book.get("tei", False),
        font_packages=tuple(book.get("font-packages", ())),
        certified_by=book.get("certified-by", ""),
        certifier_report=book.get("certifier-report", ""),
    )
    if "html" in raw:
        changes["html"] = _html_settings(raw["html"], folder)
    if "print" in raw:
        changes["print"] = _print_settings(raw["print"], folder)
    if "to" in raw:
        changes["targets"] = tuple(target for target in TARGETS if target in raw["to"])
    return replace(settings, **changes)


def _html_settings(table: Mapping[str, Any], folder: Path) -> HtmlSettings:
    return HtmlSettings(
        table.get("split", "auto"),
        folder / table["stylesheet"] if "stylesheet" in table else None,
        folder / table["css"] if "css" in table else None,
        table.get("search", True),
    )


def _print_settings(table: Mapping[str, Any], folder: Path) -> PrintSettings:
    changes = {key.replace("-", "_"): value for key, value in table.items() if key != "volume"}
    if "parts" in changes:
        changes["parts"] = tuple(changes["parts"])
    if "font_packages" in changes:
        changes["font_packages"] = tuple(changes["font_packages"])
    if changes.get("theme", "") not in ("", *THEMES):
        changes["theme"] = folder / changes["theme"]
    if "fonts" in changes:
        changes["fonts"] = folder / changes["fonts"]
    return PrintSettings(**changes)
