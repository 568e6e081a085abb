"""The file: a ZIP archive whose first entry says what it is (EPUB 3.3, 4.2). It knows no clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MIMETYPE = b"application/epub+zip"
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_DAY = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpeg", ".gif", ".webp")


def container(files: Mapping[str, bytes]) -> bytes:
    """The archive with `files`, by their paths below the package."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        _put(archive, "mimetype", _MIMETYPE, stored=True)
        _put(archive, "META-INF/container.xml", _CONTAINER)
        for path, data in files.items():
            _put(archive, f"EPUB/{path}", data, stored=path.endswith(_PACKED))
    return made.getvalue()


def _put(archive: zipfile.ZipFile, path: str, data: bytes, *, stored: bool = False) -> None:
    entry = zipfile.ZipInfo(path, _DAY)
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)
