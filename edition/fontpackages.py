"""Fonts that come as installed Python packages: their files, and the licence they came with.

Some two hundred families are on PyPI in this form (`fontpkg-eb-garamond`, `font-source-serif-pro`). Only the
list of installed files is read (Python Packaging, "Recording installed projects"); no code of theirs is run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePath

from edition.diagnostics import CannotRunError, diagnose

FONT_FILES = (".otf", ".ttf")
"""The endings of font files that a page and an e-book can take (OpenType)."""
_LICENCE = re.compile(r"(ofl|licen[cs]e|copying|copyright)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FontPackage:
    """An installed package with fonts: its name, and the paths of its fonts and licences, in their order."""

    name: str
    fonts: tuple[Path, ...]
    licences: tuple[Path, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that its fonts lie in."""
        return tuple(dict.fromkeys(path.parent for path in self.fonts))


def is_licence(path: PurePath) -> bool:
    """Whether a file is called as licences are: `OFL.txt`, `LICENSE`."""
    return path.suffix.lower() in ("", ".txt", ".md") and bool(_LICENCE.search(path.name))


def font_package(name: str) -> FontPackage:
    """The fonts of the installed package `name`. A font that it has in both formats is taken as .otf.

    Raises CannotRunError for a package that is not installed, or has no fonts.
    """
    try:
        installed = distribution(name)
    except (PackageNotFoundError, ValueError):
        raise CannotRunError(diagnose("CONFIG-FONT-PACKAGE", package=name)) from None
    files = _files(installed)
    fonts = [path for path in files if path.suffix.lower() in FONT_FILES]
    as_otf = {(path.parent, path.stem) for path in fonts if path.suffix.lower() == ".otf"}
    fonts = [one for one in fonts if one.suffix.lower() == ".otf" or (one.parent, one.stem) not in as_otf]
    if not fonts:
        raise CannotRunError(diagnose("CONFIG-NO-FONTS", package=name))
    # The licence beside the fonts speaks of them; one among the metadata may be that of the package's code.
    licences = [path for path in files if is_licence(path)]
    beside = [path for path in licences if not _is_of_metadata(path)]
    return FontPackage(name, tuple(fonts), tuple(beside or licences))


def _files(installed: Distribution) -> list[Path]:
    """The paths of the files of a distribution that are there; none where it was installed without a list."""
    listed = sorted(installed.files or (), key=str)
    return [path for one in listed if (path := Path(str(installed.locate_file(one)))).is_file()]


def _is_of_metadata(path: Path) -> bool:
    return any(folder.suffix in (".dist-info", ".egg-info") for folder in path.parents)
