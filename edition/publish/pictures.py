"""The pictures that a document names: found beside it, called for the folder of results, or told why not.

Nothing outside of the document's own folder is followed, and nothing is asked of another host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from edition.diagnostics import Diagnostic, diagnose
from edition.publish.picture_size import Size, picture_size
from edition.tei import TeiDocument
from edition.tei.names import tei
from edition.tei.positions import Places

_SHOWN = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"))
_PRINTED = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"))
_HEARD = frozenset((".mp3", ".ogg", ".oga", ".opus", ".wav", ".flac", ".m4a", ".mp4", ".webm"))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is there: its file, the name it gets among the results, the address for pages."""

    file: Path
    name: str
    address: str
    size: Size | None


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a document by the pointers that name them; None for a pointer that leads to nothing."""

    by_pointer: Mapping[str, Picture | None] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def files(self) -> dict[str, Path]:
        """The files to be copied, by the names they get."""
        return {one.name: one.file for one in self.by_pointer.values() if one is not None}

    @property
    def table(self) -> str:
        """For the style sheets: a line a pointer, with address, width and height if there are any."""
        return "\n".join(
            "\t".join((pointer, *_cells(picture))) for pointer, picture in self.by_pointer.items()
        )


def printable(pictures: Pictures) -> str:
    """For the print sheet: a line a pointer, with the name of the picture, for those that typst can set."""
    return "\n".join(
        f"{pointer}\t{one.name}"
        for pointer, one in pictures.by_pointer.items()
        if one is not None and one.file.suffix.lower() in _PRINTED
    )


def _cells(picture: Picture | None) -> tuple[str, ...]:
    if picture is None:
        return ()
    return (picture.address, *(map(str, picture.size) if picture.size else ()))


class PictureNames:
    """What pictures are called among the results of one edition: as in their document, but no two alike."""

    def __init__(self) -> None:
        self._files: dict[str, Path] = {}

    def name(self, wanted: PurePosixPath, file: Path, stem: str) -> str:
        """The name for a file that a text, which is called `stem`, names by `wanted`."""
        own = wanted.with_name(f"{wanted.stem}-{stem}{wanted.suffix}")
        for name in (str(wanted), str(own)):
            if self._files.setdefault(name.casefold(), file) == file:
                return name
        return str(own)


def pictures_of(document: TeiDocument, folder: Path, names: PictureNames) -> Pictures:
    """The pictures that a document in `folder` names (graphic, media, @facs), and what is to say of them."""
    found: dict[str, Picture | None] = {}
    said: dict[str, list[tuple[str, Any]]] = {}
    for pointer, element in _pointers(document.root):
        if pointer in found:
            continue
        result = _find(pointer, folder, names, document.stem)
        found[pointer] = result if isinstance(result, Picture) else None
        if isinstance(result, str):
            said.setdefault(result, []).append((pointer, element))
    return Pictures(found, tuple(_told(document, said)))


def _pointers(root: Any) -> Iterator[tuple[str, Any]]:
    """Each address of a picture with the element that names it; pointers within the document are none."""
    named = {tei("graphic"), tei("media")}
    for element in root.iter("*"):
        pointers = (element.get("facs") or "").split()
        if element.tag in named:
            pointers += (element.get("url") or "").split()
        yield from ((pointer, element) for pointer in pointers if not pointer.startswith("#"))


def _find(pointer: str, folder: Path, names: PictureNames, stem: str) -> Picture | str:
    """The picture, or the code of the finding that says why there is none."""
    if _SCHEME.match(pointer):
        return "PUBLISH-PICTURE-ELSEWHERE"
    path = unquote(urlsplit(pointer).path)
    parts = _within(path)
    if parts is None:
        return "PUBLISH-PICTURE-OUTSIDE"
    wanted = PurePosixPath(*parts)
    if wanted.suffix.lower() not in _SHOWN | _HEARD:
        return "PUBLISH-PICTURE-KIND"
    try:
        file = folder.joinpath(*parts).resolve(strict=True)
        if not file.is_relative_to(folder.resolve()):
            return "PUBLISH-PICTURE-OUTSIDE"  # through a symbolic link
        if not file.is_file():
            return "PUBLISH-PICTURE-MISSING"
        size = picture_size(file)
    except (OSError, ValueError):
        return "PUBLISH-PICTURE-MISSING"
    name = names.name(wanted, file, stem)
    return Picture(file, name, quote(name) if name != path else pointer, size)


def _within(path: str) -> list[str] | None:
    """The steps of a relative path, none back; None for a path that leads out of its folder."""
    if path.startswith("/") or "\\" in path or "\0" in path or ":" in path.partition("/")[0]:
        return None
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return steps or None


def _told(document: TeiDocument, said: Mapping[str, list[tuple[str, Any]]]) -> Iterator[Diagnostic]:
    """One finding a kind, at the first place."""
    places = Places(document, [those[0][1] for those in said.values()])
    for code, those in said.items():
        pointer, element = those[0]
        position = places.element(element)
        more = f" (and {len(those) - 1} more)" if len(those) > 1 else ""
        yield diagnose(
            code,
            path=document.name,
            position=position,
            excerpt=places.line(position) if position else "",
            pointer=pointer,
            more=more,
        )
