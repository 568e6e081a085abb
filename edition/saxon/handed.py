"""Sheets handed to Saxon as text, under addresses that hold them (RFC 2397): so compiling reads no file."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

PROTOCOL = "data"
"""The one protocol by which Saxon may ask for anything while it compiles what comes from somebody else."""

# Saxon calls a sheet by what follows the last stroke of its address: its name, in an instruction at the end.
_OPENED, _CLOSED = "%3C%3Fname%20/", "%3F%3E"
_WORD = re.compile(r"\S+")


def module(text: str, name: str) -> str:
    """An address that holds a sheet, which begins with no XML declaration; `named` finds `name` in it."""
    return f"data:application/xml;charset=utf-8,{_escaped(text)}{_OPENED}{_escaped(_escaped(name))}{_CLOSED}"


def table(text: str) -> str:
    """An address that holds a text, for `unparsed-text`."""
    return f"data:text/plain;charset=utf-8,{_escaped(text)}"


def named(said: str) -> str:
    """What Saxon said, with the names of sheets in place of their addresses."""
    return _WORD.sub(_name, said) if _CLOSED in said else said


def _name(word: re.Match[str]) -> str:
    address, closed, after = word[0].rpartition(_CLOSED)
    return unquote(unquote(address.rpartition("/")[2])) + after if closed else after


def _escaped(text: str) -> str:
    return quote(text, safe="")
