"""The design of printed pages: the files that a text is set with, and what edition.toml says of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.config import PrintSettings
from edition.diagnostics import CannotRunError, diagnose
from edition.fontpackages import font_package
from edition.publish.page_boxes import Cut
from edition.resources import resource

_THEMES = {"classic": "theme-classic.typ", "plain": "theme-plain.typ"}
_MARKS = 9  # millimetres beyond the bleed for the marks of the cutter


@dataclass(frozen=True, slots=True)
class Design:
    """`files` are those beside the text by their names; `fonts` folders with further fonts, those of
    `packages` among them.

    `cut` is told where the sheet is to be cut to the page.
    With `system_fonts` those of the computer are taken too: then the same text may look otherwise elsewhere.
    """

    files: Mapping[str, str]
    fonts: tuple[str, ...] = ()
    system_fonts: bool = False
    numbered: bool = False
    packages: tuple[str, ...] = ()
    cut: Cut | None = None


def design(settings: PrintSettings | None = None) -> Design:
    """The design that `settings` ask for; ours where they ask for none.

    Raises CannotRunError for a theme, a folder or a package of fonts that cannot be read.
    """
    settings = settings or PrintSettings()
    names = ("book.typ", "columns.typ", "measures.typ", "page.typ", "volume.typ")
    files = {name: resource("xslt", "print", name).read_text(encoding="utf-8") for name in names}
    files["theme.typ"] = _theme(settings.theme)
    told = {
        "format": settings.format,
        "openings": settings.openings,
        "columns": settings.columns,
        "line-numbers": settings.line_numbers,
        "line-step": settings.line_step,
        "crop-marks": settings.crop_marks,
        "bleed": settings.bleed,
        "slug": settings.bleed + _MARKS if settings.crop_marks else 0,
        "font": settings.font,
    }
    files["settings.json"] = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    if settings.fonts is not None and not settings.fonts.is_dir():
        raise CannotRunError(diagnose("PRINT-FONTS", path=settings.fonts.name))
    fonts = [settings.fonts] if settings.fonts is not None else []
    for name in settings.font_packages:
        fonts += font_package(name).folders
    cut = Cut(settings.bleed + _MARKS, settings.bleed) if settings.crop_marks else None
    return Design(
        files, tuple(map(str, fonts)), settings.system_fonts, settings.numbered, settings.font_packages, cut
    )


def _theme(theme: str | Path) -> str:
    if isinstance(theme, str):
        return resource("xslt", "print", _THEMES[theme]).read_text(encoding="utf-8")
    try:
        return theme.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else "it is not UTF-8"
        raise CannotRunError(diagnose("PRINT-THEME", path=theme.name, reason=reason)) from None
