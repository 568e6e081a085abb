"""Parameters of XSD datatypes (facets, XSD 1.0, 4.3), each made into a test of texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from edition.relaxng.datatypes import numbers
from edition.relaxng.datatypes.datatype import Check, DatatypeError, Primitive, collapsed
from edition.relaxng.datatypes.expression import Expression, ExpressionError

_COUNT = re.compile(r"\+?[0-9]+|-0+")


def facet(primitive: Primitive, name: str, value: str) -> Check:
    """The test that the parameter `name` with `value` sets for texts of `primitive`.

    Raises DatatypeError for a parameter that the type does not have, or a value that the parameter cannot
    have.
    """
    if name == "pattern":
        return _pattern(value)
    if name in _LIMITS:
        return _limit(primitive, name, value)
    if name in _LENGTHS:
        return _length(primitive, name, value)
    if name in _DIGITS:
        return _digits(primitive, name, value)
    if name == "enumeration":
        raise DatatypeError(
            'a datatype of RELAX NG has no parameter "enumeration"; write a <choice> of <value> instead'
        )
    if name == "whiteSpace":
        raise DatatypeError(
            'a datatype of RELAX NG has no parameter "whiteSpace"; choose between the types "string", '
            '"normalizedString" and "token" instead'
        )
    raise DatatypeError(f'datatypes have no parameter "{name}"; there are {", ".join(_ALL)}')


def _pattern(value: str) -> Check:
    try:
        return Expression(value).matches
    except ExpressionError as error:
        raise DatatypeError(f'"{value}" is not a pattern of XML Schema: {error}') from None


def _limit(primitive: Primitive, name: str, value: str) -> Check:
    less, read = primitive.less, primitive.value
    if less is None:
        raise DatatypeError(
            f'values of "{primitive.name}" have no order; "{name}" is for numbers, dates and durations'
        )
    text = collapsed(value)
    if not primitive.allows(text):
        raise DatatypeError(
            f'the parameter "{name}" of "{primitive.name}" is "{value}", which is no {primitive.name}'
        )
    return _LIMITS[name](less, read, read(text))


def _not_under(less: Callable[[Any, Any], bool], read: Callable[[str], Any], limit: Any) -> Check:
    def check(text: str) -> bool:
        found = read(text)
        return less(limit, found) or bool(limit == found)

    return check


def _not_over(less: Callable[[Any, Any], bool], read: Callable[[str], Any], limit: Any) -> Check:
    def check(text: str) -> bool:
        found = read(text)
        return less(found, limit) or bool(limit == found)

    return check


def _over(less: Callable[[Any, Any], bool], read: Callable[[str], Any], limit: Any) -> Check:
    return lambda text: less(limit, read(text))


def _under(less: Callable[[Any, Any], bool], read: Callable[[str], Any], limit: Any) -> Check:
    return lambda text: less(read(text), limit)


_LIMITS = {
    "minInclusive": _not_under,
    "maxInclusive": _not_over,
    "minExclusive": _over,
    "maxExclusive": _under,
}


def _length(primitive: Primitive, name: str, value: str) -> Check:
    measure, read = primitive.length, primitive.value
    if measure is None:
        raise DatatypeError(
            f'values of "{primitive.name}" have no length; "{name}" is for texts, lists and octets'
        )
    count = _count(name, value)
    if name == "length":
        return lambda text: measure(read(text)) == count
    if name == "minLength":
        return lambda text: measure(read(text)) >= count
    return lambda text: measure(read(text)) <= count


_LENGTHS = ("length", "minLength", "maxLength")


def _digits(primitive: Primitive, name: str, value: str) -> Check:
    if not primitive.digits:
        raise DatatypeError(
            f'"{name}" is for "decimal" and the types of integers, not for "{primitive.name}"'
        )
    count = _count(name, value)
    if name == "totalDigits":
        if count == 0:
            raise DatatypeError('the parameter "totalDigits" is 0; a number has at least one digit')
        return lambda text: numbers.total_digits(text) <= count
    return lambda text: numbers.fraction_digits(text) <= count


_DIGITS = ("totalDigits", "fractionDigits")
_ALL = ("pattern", *_LENGTHS, *_LIMITS, *_DIGITS)


def _count(name: str, value: str) -> int:
    text = value.strip(" \t\r\n")
    if not _COUNT.fullmatch(text) or len(text) > 1000:
        raise DatatypeError(f'the parameter "{name}" is "{value}"; it is a whole number, 0 or more')
    return int(text)
