"""Identifiers of authorities (GND, VIAF, Wikidata …), and the addresses on the web that mean the same."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Identifier = tuple[str, str]
"""The name of an authority and what it calls somebody or something."""

_WEB = re.compile(r"https?://(?:www\.)?(?=[^/?#\s])", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^/?#\s\"'<>\\]+[^\s\"'<>\\]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Authority:
    name: str
    address: str
    known: tuple[str, ...]
    number: re.Pattern[str]


def is_address(words: str) -> bool:
    """Whether these words are an address on the web, and nothing else."""
    return _ADDRESS.fullmatch(words) is not None


def identifier(authority: str, value: str) -> Identifier:
    """An identifier as all that mean it write it: the address of a known authority's record is its number,
    the name of the authority is spelled as we do. Anything else stays as it is.
    """
    web = _WEB.match(value)
    if web is not None:
        rest = value[web.end() :]
        for one in _authorities().values():
            for beginning in one.known:
                number = rest[len(beginning) :].rstrip("/")
                if rest.lower().startswith(beginning) and one.number.fullmatch(number):
                    return one.name, number
        return authority, value
    known = _authorities().get(authority.casefold())
    return (known.name if known is not None else authority), value


def web_address(found: Identifier) -> str:
    """Where an identifier leads to on the web; empty where nobody knows."""
    authority, value = found
    if is_address(value):
        return value
    known = _authorities().get(authority.casefold())
    if known is None or not known.number.fullmatch(value):
        return ""
    return known.address.format(value)


@cache
def _authorities() -> dict[str, _Authority]:
    table = tomllib.loads(files("edition.registers").joinpath("authorities.toml").read_text(encoding="utf-8"))
    return {
        name.casefold(): _Authority(name, row["address"], tuple(row["known"]), re.compile(row["number"]))
        for name, row in table.items()
    }
