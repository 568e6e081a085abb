"""What Saxon has to say of a sheet made from rules, said of the rule."""

from __future__ import annotations

import re
from pathlib import PurePath

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose
from edition.model import Position
from edition.saxon import Derived
from edition.schematron.folder import line_of
from edition.schematron.language import meaning_of
from edition.schematron.names import AT
from edition.schematron.rules import Origin, Rules
from edition.tei import read_back

_BEGINNING = re.compile(r"^(?=\s*(?:Error|Warning)\b)", re.MULTILINE)
_LONGEST = 2000
"""Characters of one error that are looked at."""
_LINE = re.compile(r"\bon line (\d+)")
_ERROR = re.compile(
    r"\s*Error\b(?:.*? \{(?P<expression>.*?)\} (?:at char|in|on) )?.*?"
    r"^\s+(?P<code>[A-Z]{4}\d{4})\s+(?P<words>.*?)(?=^\S|^\s*$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_CHATTER = re.compile(
    r"\.? External function calls have been disabled|Q\{http://www\.w3\.org/2005/xpath-functions\}"
)


def complaint(rules: Rules, derived: Derived) -> Diagnostic:
    """Why the rules cannot be compiled, with the place of the first that cannot."""
    reason = _first_error(derived.fault.reason if derived.fault else "")
    origin = _origin(rules, reason, derived.made)
    return diagnose(
        "RULE-SCHEMA",
        path=origin.file,
        position=Position(origin.line, 1),
        rules=PurePath(origin.file).name,
        reason=said(reason),
    )


def said(reason: str) -> str:
    """Saxon's words in one line: what kind of mistake it is, the expression, and what was noticed."""
    reason = _first_error(reason)
    error = _ERROR.match(reason)
    if error is None:
        return _one_line(reason)
    expression = f" “{_one_line(error['expression'])}”" if error["expression"] else ""
    words = _one_line(error["words"]).removesuffix("...").rstrip(" .")
    return f"{meaning_of(error['code'])}{expression}: {words} ({error['code']})"


def _first_error(reason: str) -> str:
    """The first error of those that Saxon lists, among warnings; everything where it lists none."""
    listed = _BEGINNING.split(reason)
    return next((one for one in listed if one.lstrip().startswith("Error")), reason)[:_LONGEST]


def _one_line(text: str) -> str:
    return _CHATTER.sub("", " ".join(text.split()))


def _origin(rules: Rules, reason: str, made: str) -> Origin:
    """The origin of what stands in the line of the made sheet that Saxon names."""
    whole = Origin(rules.name, 1)
    named = _LINE.search(reason)
    if named is None or not made:
        return whole
    try:
        root = read_back(made.encode())
    except etree.XMLSyntaxError:
        return whole
    last = whole
    for element in root.iter("*"):
        if line_of(element) > int(named[1]):
            break
        at = element.get(AT)
        if at is not None:
            last = rules.origins[int(at)]
    return last
