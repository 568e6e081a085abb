"""Fonts that an edition wants in its e-books: of a folder or of Python packages, with their licence.

Only what the tables of a font say of itself is read (OpenType 1.9.1, `name`, `OS/2`, `fvar`).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from edition.diagnostics import CannotRunError, Diagnostic, diagnose
from edition.fontpackages import font_package, is_licence

FOLDER = "fonts"
_TYPES = {".otf": "font/otf", ".ttf": "font/ttf"}
_RESTRICTED = 0x0002  # OS/2.fsType: Restricted License embedding
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_LARGEST = 32 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Font:
    """A font file: its name in the book, its bytes, and what a style sheet must say of it."""

    name: str
    data: bytes
    family: str
    weight: str
    slanted: bool

    @property
    def media_type(self) -> str:
        """The media type (EPUB 3.3, 3.2 Core media types)."""
        return _TYPES[Path(self.name).suffix]


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a book, the files with their licences by name, and the folders that the fonts lie in."""

    fonts: tuple[Font, ...] = ()
    licences: Mapping[str, bytes] | None = None
    folders: tuple[Path, ...] = ()

    @property
    def families(self) -> tuple[str, ...]:
        """The families as letters are looked for in them: in the order of the names of the files."""
        return tuple(dict.fromkeys(font.family for font in self.fonts))


def read_fonts(folder: Path | None, packages: Sequence[str] = ()) -> tuple[Fonts, list[Diagnostic]]:
    """The fonts of `folder` and of installed packages that come with their licence, and what there is to say.

    Of a package only what a text is set in: the regular and the bold weight, or all that it has.
    Raises CannotRunError when the folder cannot be read, or a package is not there.
    """
    found: list[Font] = []
    licences: dict[str, bytes] = {}
    folders: list[Path] = []
    said: list[Diagnostic] = []
    try:
        for source, fonts, papers in _sources(folder, packages):
            if fonts and not papers:
                said.append(diagnose("EBOOK-FONT-LICENCE", path=source))
                continue
            read = list(_read(fonts, said))
            found += read if folder is not None and source == folder.name else _for_text(read)
            folders += [path.parent for path in fonts] if read else []
            licences |= {name: path.read_bytes() for name, path in papers.items()} if read else {}
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(diagnose("EBOOK-FONTS", path=str(folder), reason=reason)) from None
    return Fonts(tuple(found), licences or None, tuple(dict.fromkeys(folders))), said


def _sources(
    folder: Path | None, packages: Sequence[str]
) -> Iterator[tuple[str, Sequence[Path], dict[str, Path]]]:
    """Where fonts come from, by name: their files, and their licences by the names they get in the book."""
    if folder is not None:
        paths = sorted(path for path in folder.iterdir() if path.is_file())
        fonts = [path for path in paths if path.suffix.lower() in _TYPES]
        yield folder.name, fonts, {path.name: path for path in paths if is_licence(path)}
    for name in packages:
        package = font_package(name)
        yield name, package.fonts, {f"{name}-{path.name}": path for path in package.licences}


def _read(paths: Sequence[Path], said: list[Diagnostic]) -> Iterator[Font]:
    for path in paths:
        if path.stat().st_size > _LARGEST:
            said.append(diagnose("EBOOK-FONT", path=path.name, reason="it is larger than 32 MB"))
            continue
        try:
            yield _font(path.name, path.read_bytes())
        except (ValueError, struct.error, IndexError) as error:
            reason = (
                str(error) if isinstance(error, _RefusedError) else "it is no OpenType font that can be read"
            )
            said.append(diagnose("EBOOK-FONT", path=path.name, reason=reason))


def _for_text(fonts: Sequence[Font]) -> list[Font]:
    """Those that running text is set in; all, where a family has no such weights. Variable fonts do."""
    return [font for font in fonts if font.weight in ("400", "700") or " " in font.weight] or list(fonts)


class _RefusedError(ValueError):
    """A font that can be read and must not be embedded."""


def _font(name: str, data: bytes) -> Font:
    tables = _tables(data)
    os2 = tables[b"OS/2"]
    weight, _, flags = struct.unpack_from(">HHH", os2, 4)
    if flags & 0x000F == _RESTRICTED:
        raise _RefusedError("its maker forbids embedding (OS/2.fsType)")
    (selection,) = struct.unpack_from(">H", os2, 62)
    safe = re.sub(r"[^A-Za-z0-9_.-]", "_", name)
    safe = f"{Path(safe).stem}{Path(safe).suffix.lower()}"
    axes = _weights(tables.get(b"fvar"))
    return Font(
        safe, data, _family(tables[b"name"]), axes or str(min(max(weight, 1), 1000)), bool(selection & 1)
    )


def _tables(data: bytes) -> dict[bytes, bytes]:
    if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise ValueError("no sfnt")
    (number,) = struct.unpack_from(">H", data, 4)
    found = {}
    for index in range(number):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        found[tag] = data[offset : offset + length]
    if not {b"OS/2", b"name"} <= found.keys():
        raise ValueError("tables are missing")
    return found


def _family(table: bytes) -> str:
    """The family, by the names for Windows or Unicode (UTF-16)."""
    _, number, strings = struct.unpack_from(">HHH", table)
    names: dict[int, str] = {}
    for index in range(number):
        platform, _, _, key, length, offset = struct.unpack_from(">HHHHHH", table, 6 + 12 * index)
        if platform in (0, 3) and key in (_FAMILY, _TYPOGRAPHIC_FAMILY):
            raw = table[strings + offset : strings + offset + length]
            names.setdefault(key, raw.decode("utf-16-be", "replace"))
    family = names.get(_TYPOGRAPHIC_FAMILY) or names.get(_FAMILY) or ""
    if not family or re.search(r'[\x00-\x1f"\\]', family):
        raise ValueError("no family")
    return family


def _weights(table: bytes | None) -> str:
    """The weights that a variable font has, as CSS says them; empty for other fonts."""
    if table is None:
        return ""
    offset, _, number, size = struct.unpack_from(">HHHH", table, 4)
    for index in range(number):
        tag, least, _, most = struct.unpack_from(">4siii", table, offset + size * index)
        if tag == b"wght":
            return f"{least >> 16} {most >> 16}"
    return ""


def font_faces(fonts: Fonts) -> Iterator[str]:
    """The rules of the style sheet (which lies one folder above the fonts) that let the book use them."""
    for font in fonts.fonts:
        style = "italic" if font.slanted else "normal"
        yield (
            f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; font-style: {style}; '
            f'src: url("{FOLDER}/{font.name}"); }}\n'
        )
    if fonts.fonts:
        yield "body { font-family: " + ", ".join(f'"{name}"' for name in fonts.families) + ", serif; }\n"
