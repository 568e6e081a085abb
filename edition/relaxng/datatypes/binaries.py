"""Octets, written as hexadecimal digits or in base 64 (XSD 1.0, 3.2.15 and 3.2.16)."""

from __future__ import annotations

import re

_HEXADECIMAL = re.compile(r"(?:[0-9a-fA-F]{2})*")
_ALPHABET = r"[A-Za-z0-9+/]"
# In the last group those bits that fill no octet are zero.
_BASE64 = re.compile(rf"(?:{_ALPHABET}{{4}})*(?:{_ALPHABET}{{2}}[AEIMQUYcgkosw048]=|{_ALPHABET}[AQgw]==)?")


def is_hexadecimal(text: str) -> bool:
    """Pairs of hexadecimal digits."""
    return _HEXADECIMAL.fullmatch(text) is not None


def hexadecimal_value(text: str) -> bytes:
    """The octets."""
    return bytes.fromhex(text)


def is_base64(text: str) -> bool:
    """Groups of four signs, which spaces may part anywhere."""
    return _BASE64.fullmatch(text.replace(" ", "")) is not None


def base64_value(text: str) -> bytes:
    """The octets."""
    from base64 import b64decode  # noqa: PLC0415 - most documents have no use for it

    return b64decode(text)
