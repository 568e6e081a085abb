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
from edition.schematron.names import AT, NAME
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
_CONTEXT = re.compile(
    r"^Warning [^\n]*@match on line (?P<line>\d+)[^\n]*\n\s+(?P<code>\w+)\s+"
    r"An error occurred matching pattern\s+\{.*?\}:\s(?P<reason>.*?)(?=^\S|\Z)",
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


def failed_contexts(rules: Rules, derived: Derived) -> dict[tuple[str, Origin], str]:
    """Rules whose context failed on some node, by name and place, with the reason that Saxon gives.

    Such a rule does not fire there (XSLT 3.0, 5.5.4), and would seem to be kept.
    """
    failed: dict[tuple[str, Origin], str] = {}
    root = read_back(derived.made.encode()) if _CONTEXT.search(derived.warnings) else None
    for warning in _CONTEXT.finditer(derived.warnings):
        element = _at_line(root, int(warning["line"])) if root is not None else None
        if element is not None:
            name, origin = element.get(NAME, ""), rules.origins[int(element.get(AT, "0"))]
            reason = f"{_one_line(warning['reason']).rstrip(' .')} ({warning['code']})"
            failed.setdefault((name, origin), reason)
    return failed


def _origin(rules: Rules, reason: str, made: str) -> Origin:
    """The origin of what stands in the line of the made sheet that Saxon names."""
    named = _LINE.search(reason)
    if named is not None and made:
        try:
            element = _at_line(read_back(made.encode()), int(named[1]))
        except etree.XMLSyntaxError:
            element = None
        if element is not None:
            return rules.origins[int(element.get(AT, "0"))]
    return Origin(rules.name, 1)


def _at_line(root: etree._Element, line: int) -> etree._Element | None:
    """The last element of a made sheet that comes from a rule and begins in `line` or before."""
    last = None
    for element in root.iter("*"):
        if line_of(element) > line:
            break
        if element.get(AT) is not None:
            last = element
    return last
