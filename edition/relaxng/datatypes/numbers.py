"""Decimals, integers and binary floating-point numbers (XSD 1.0, 3.2.3 to 3.2.5, 3.3.13 to 3.3.25)."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_FLOAT = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN")
_SAFE_LENGTH = 4000
"""Python reads integers of more digits only by way of Decimal."""


def is_decimal(text: str) -> bool:
    """A decimal number: `-1.50`, `.5`, `5.`."""
    return _DECIMAL.fullmatch(text) is not None


def is_integer(text: str) -> bool:
    """Digits, with or without a sign."""
    return _INTEGER.fullmatch(text) is not None


def integers(low: int | None = None, high: int | None = None) -> Callable[[str], bool]:
    """A test of integers from `low` to `high`, both included."""

    def allows(text: str) -> bool:
        if _INTEGER.fullmatch(text) is None:
            return False
        number = decimal_value(text)
        return (low is None or number >= low) and (high is None or number <= high)

    return allows


def is_float(text: str) -> bool:
    """A decimal number with or without an exponent, or INF, -INF, NaN."""
    return _FLOAT.fullmatch(text) is not None


def decimal_value(text: str) -> int | Decimal:
    """The number; an int where that is exact."""
    if "." not in text and len(text) < _SAFE_LENGTH:
        return int(text)
    from decimal import Decimal  # noqa: PLC0415 - most documents have no use for it

    return Decimal(text)


def double_value(text: str) -> float | str:
    """The number in double precision; NaN, which equals itself here and is in no order, as a text."""
    if text.endswith("INF"):
        return float(text.replace("INF", "inf"))
    return text if text == "NaN" else float(text)


def float_value(text: str) -> float | str:
    """The number in single precision."""
    number = double_value(text)
    if isinstance(number, str):
        return number
    try:
        return float(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def decimal_less(one: int | Decimal, other: int | Decimal) -> bool:
    """Whether a decimal is less than another."""
    return one < other


def float_less(one: float | str, other: float | str) -> bool:
    """Whether a floating-point number is less than another; NaN is neither less nor greater."""
    return not isinstance(one, str) and not isinstance(other, str) and one < other


def fraction_digits(text: str) -> int:
    """Digits after the point as they are written: `1.50` has two (so jing; by value it would be one)."""
    return len(text.partition(".")[2])


def total_digits(text: str) -> int:
    """Digits from the first that is not zero, those after the point as they are written; at least one."""
    return max(1, len(text.lstrip("+-").replace(".", "").lstrip("0")))
