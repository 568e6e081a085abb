"""Facts about characters and bytes that more than one room needs."""

from __future__ import annotations

import codecs
import re

# The longer marks first: UTF-32's begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 document can hold (XML 1.0, section 2.2, Char)."""


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `data` names (Python's name), if there is one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
