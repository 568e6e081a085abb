"""The pictures of a text: read from beside it, or out of the text itself, and put into the book."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose
from edition.ebook.pages import TextPages
from edition.ebook.words import table, word
from edition.ebook.xhtml import h

FOLDER = "pictures"
_LARGEST = 64 << 20  # bytes


@dataclass(slots=True)
class Pictures:
    """The pictures of a book: files by name, with their media types; and whether all are described."""

    files: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    described: bool = True

    def add(self, data: bytes, kind: str) -> str:
        """The name of the file that holds `data`; the same for the same picture."""
        name = f"{sha256(data).hexdigest()[:16]}.{kind.rpartition('/')[2]}"
        self.files[name] = data
        self.types[name] = kind
        return name


def media_type(data: bytes) -> str:
    """The media type that the first bytes of a picture say; empty for none of EPUB 3.3 (section 3.2)."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    return ""


def take_pictures(text: TextPages, folder: Path | None, name: str, into: Pictures) -> Iterator[Diagnostic]:
    """Put the pictures of a text into a book; where one is not to be had its description stands in its place.

    `folder` is that of the text: pictures lie there, below, or below the folder above. `name` is what
    messages call the text.
    """
    unsaid = set(table()["figure"].values())
    told: set[str] = set()
    for page in text.pages:
        for image in list(page.main.iter(h("img"))):
            address = image.get("src") or ""
            data = _embedded(address) if address.startswith("data:") else _read(address, folder)
            kind = media_type(data)
            if kind:
                into.described &= image.get("alt") not in unsaid
                image.set("src", f"../{FOLDER}/{into.add(data, kind)}")
                continue
            _describe(image, text, unsaid)
            shown = "data:" if address.startswith("data:") else address
            if shown not in told:
                told.add(shown)
                yield diagnose("EBOOK-PICTURE", path=name, picture=shown)


def _embedded(address: str) -> bytes:
    try:
        return base64.b64decode(address.partition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        return b""


def _read(address: str, folder: Path | None) -> bytes:
    if folder is None:
        return b""
    try:
        root = folder.resolve().parent
        path = (folder / unquote(address.partition("#")[0].partition("?")[0])).resolve()
        if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > _LARGEST:
            return b""
        return path.read_bytes()
    except (OSError, ValueError):
        return b""


def _describe(image: etree._Element, text: TextPages, unsaid: set[str]) -> None:
    """Words for a picture that is not there."""
    words = image.get("alt") or ""
    own = words if words not in unsaid else ""
    image.tag = h("span")
    image.attrib.clear()
    image.set("class", "figure-description" if own else "editorial")
    image.text = own or f"[{word('figure', text.matter.facts.interface)}]"
