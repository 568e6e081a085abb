"""An index of Pagefind in one order: the program writes its filters in another one each time it runs.

The files are gzip around a signature and CBOR (RFC 8949): of a filter `[name, [[value, [page, …]], …]]`, of
the whole `[version, pages, chunks, [[filter, file], …], sorts, fields]`. Files are named by what they hold.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

_SIGNATURE = b"pagefind_dcd"
_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4


class _UnknownShapeError(Exception):
    """A file that is not as the version that we know writes it."""


def steadied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index with the filters and their values sorted, and named anew.

    An index in a shape that we do not know (of another version of Pagefind) is left as it is.
    """
    try:
        return _steadied(files)
    except (_UnknownShapeError, KeyError, ValueError, IndexError, TypeError, OSError, EOFError, zlib.error):
        return dict(files)


def _steadied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    kept = {name: data for name, data in files.items() if not name.endswith((".pf_filter", ".pf_meta"))}
    entry = json.loads(kept["pagefind-entry.json"])
    for language in entry["languages"].values():
        meta = _opened(files[f"pagefind.{language['hash']}.pf_meta"])
        for one in meta[3]:
            content = _opened(files[f"filter/{one[1]}.pf_filter"])
            content[1].sort()
            one[1], data = _named(content, one[1])
            kept[f"filter/{one[1]}.pf_filter"] = data
        meta[3].sort()
        meta[4].sort()
        language["hash"], data = _named(meta, language["hash"])
        kept[f"pagefind.{language['hash']}.pf_meta"] = data
    kept["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    return kept


def _named(content: Any, name: str) -> tuple[str, bytes]:
    """A file written anew, and its name: the language as before, then as many signs of a checksum."""
    plain = _SIGNATURE + _written(content)
    language, _, old = name.rpartition("_")
    return f"{language}_{hashlib.sha256(plain).hexdigest()[: len(old)]}", gzip.compress(plain, 9, mtime=0)


def _opened(data: bytes) -> Any:
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise _UnknownShapeError
    content, end = _read(plain, len(_SIGNATURE))
    if end != len(plain) or _SIGNATURE + _written(content) != plain:
        raise _UnknownShapeError
    return content


def _read(data: bytes, at: int) -> tuple[Any, int]:
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if size > 27:
        raise _UnknownShapeError
    if size > 23:
        width = 1 << size - 24
        size, at = int.from_bytes(data[at : at + width], "big"), at + width
    if kind == _UNSIGNED:
        return size, at
    if kind == _TEXT:
        return data[at : at + size].decode(), at + size
    if kind != _ARRAY:
        raise _UnknownShapeError
    found = []
    for _ in range(size):
        one, at = _read(data, at)
        found.append(one)
    return found, at


def _written(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(_UNSIGNED, value)
    if isinstance(value, str):
        return _head(_TEXT, len(value.encode())) + value.encode()
    return _head(_ARRAY, len(value)) + b"".join(map(_written, value))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    width = next(width for width in range(4) if size < 1 << (8 << width))
    return bytes([kind << 5 | 24 + width]) + size.to_bytes(1 << width, "big")
