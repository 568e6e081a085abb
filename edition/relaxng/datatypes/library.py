"""The datatypes by name: those of XML Schema, and the two that RELAX NG has of itself."""

from __future__ import annotations

from difflib import get_close_matches

from edition.relaxng.datatypes import binaries, durations, moments, numbers, texts, uris
from edition.relaxng.datatypes.datatype import Datatype, DatatypeError, Primitive
from edition.relaxng.datatypes.facets import facet

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
"""The library of the types of XML Schema."""

_COMMON_SLIPS = ("http://www.w3.org/2001/XMLSchema", "http://www.w3.org/2001/XMLSchema-datatypes/")


def find_datatype(library: str, name: str, parameters: tuple[tuple[str, str], ...] = ()) -> Datatype:
    """The type `name` of `library` (the value of `datatypeLibrary`; "" is the built-in one) with
    `parameters`.

    Raises DatatypeError, with a sentence for the author of the schema, if there is no such library, type or
    parameter, or if a parameter cannot have its value.
    """
    if library == "":
        return _built_in(name, parameters)
    if library != XSD:
        meant = (
            f'; did you mean "{XSD}"?'
            if library.rstrip("/") in _COMMON_SLIPS or library in _COMMON_SLIPS
            else ""
        )
        raise DatatypeError(
            f'there is no datatype library "{library}"' + (meant or f'; "{XSD}" is the one known here')
        )
    primitive = _TYPES.get(name)
    if primitive is None:
        close = get_close_matches(name, _TYPES, n=1)
        meant = f'; did you mean "{close[0]}"?' if close else ""
        raise DatatypeError(f'XML Schema has no datatype "{name}"{meant}')
    return Datatype(library, primitive, parameters, tuple(facet(primitive, *pair) for pair in parameters))


def _built_in(name: str, parameters: tuple[tuple[str, str], ...]) -> Datatype:
    if name not in ("string", "token"):
        meant = f'; for that of XML Schema add datatypeLibrary="{XSD}"' if name in _TYPES else ""
        raise DatatypeError(
            f'RELAX NG itself has the datatypes "string" and "token" only, not "{name}"{meant}'
        )
    if parameters:
        raise DatatypeError(
            f'the datatype "{name}" of RELAX NG itself has no parameters, such as "{parameters[0][0]}"; '
            f'for that of XML Schema add datatypeLibrary="{XSD}"'
        )
    return Datatype("", _TYPES[name], (), ())


def _integer(name: str, low: int | None = None, high: int | None = None) -> Primitive:
    allows = numbers.is_integer if low is None and high is None else numbers.integers(low, high)
    return Primitive(name, allows, value=numbers.decimal_value, less=numbers.decimal_less, digits=True)


def _moment(name: str) -> Primitive:
    return Primitive(name, moments.allows(name), value=moments.value(name), less=moments.moment_less)


_TYPES: dict[str, Primitive] = {
    primitive.name: primitive
    for primitive in (
        Primitive("string", texts.anything, whitespace="preserve", length=len),
        Primitive("normalizedString", texts.anything, whitespace="replace", length=len),
        Primitive("token", texts.anything, length=len),
        Primitive("language", texts.is_language, length=len),
        Primitive("Name", texts.is_name, length=len),
        Primitive("NCName", texts.is_ncname, length=len),
        Primitive("NMTOKEN", texts.is_nmtoken, length=len),
        Primitive("NMTOKENS", texts.a_list_of(texts.is_nmtoken), length=texts.item_count),
        Primitive("ID", texts.is_ncname, length=len, identifies="ID"),
        Primitive("IDREF", texts.is_ncname, length=len, identifies="IDREF"),
        Primitive("IDREFS", texts.a_list_of(texts.is_ncname), length=texts.item_count, identifies="IDREFS"),
        Primitive("ENTITY", texts.is_entity, length=len),
        Primitive("ENTITIES", texts.is_entity, length=texts.item_count),
        Primitive("QName", texts.is_qname, qualified=True),
        Primitive("NOTATION", texts.is_qname, qualified=True),
        Primitive("anyURI", uris.is_uri, length=len),
        Primitive("boolean", ("true", "false", "1", "0").__contains__, value=("true", "1").__contains__),
        Primitive("hexBinary", binaries.is_hexadecimal, value=binaries.hexadecimal_value, length=len),
        Primitive("base64Binary", binaries.is_base64, value=binaries.base64_value, length=len),
        Primitive("float", numbers.is_float, value=numbers.float_value, less=numbers.float_less),
        Primitive("double", numbers.is_float, value=numbers.double_value, less=numbers.float_less),
        Primitive(
            "decimal", numbers.is_decimal, value=numbers.decimal_value, less=numbers.decimal_less, digits=True
        ),
        _integer("integer"),
        _integer("nonPositiveInteger", high=0),
        _integer("negativeInteger", high=-1),
        _integer("long", -(2**63), 2**63 - 1),
        _integer("int", -(2**31), 2**31 - 1),
        _integer("short", -(2**15), 2**15 - 1),
        _integer("byte", -(2**7), 2**7 - 1),
        _integer("nonNegativeInteger", low=0),
        _integer("unsignedLong", 0, 2**64 - 1),
        _integer("unsignedInt", 0, 2**32 - 1),
        _integer("unsignedShort", 0, 2**16 - 1),
        _integer("unsignedByte", 0, 2**8 - 1),
        _integer("positiveInteger", low=1),
        *map(_moment, moments.TEMPLATES),
        Primitive(
            "duration", durations.is_duration, value=durations.duration_value, less=durations.duration_less
        ),
    )
}
