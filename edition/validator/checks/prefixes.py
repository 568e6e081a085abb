"""Pointers by a prefix of the edition's own, as in psn:goethe: declared by prefixDef, or by nobody.

TEI Guidelines, 17.2.3 (Using Abbreviated Pointers): a prefixDef has the prefix (`@ident`), a pattern that
what follows must match as a whole (`@matchPattern`), and what is written instead (`@replacementPattern`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.validator.checks.survey import Survey
from edition.validator.checks.tables import table
from edition.validator.finding import Finding
from edition.validator.wording import did_you_mean

_PREFIXED = re.compile(r"(?P<prefix>[A-Za-z][A-Za-z0-9+-]+):(?P<rest>\S*)")
_TOKEN = re.compile(r"\S+")
_REFERENCE = re.compile(r"\$(\d)")
# A pattern comes from the document: one that could be tried in too many ways is not tried at all.
_LONGEST = 100
_REPEATED = re.compile(r"(?<!\\)[*+{]")
_GROUP_REPEATED = re.compile(r"\)[*+{]")
_MOST_REPEATED = 2


@dataclass(frozen=True)
class _Definition:
    pattern: re.Pattern[str] | None
    written: str
    replacement: str


class Prefixes:
    """The prefixes that a document declares."""

    def __init__(self, survey: Survey) -> None:
        self._definitions: dict[str, list[_Definition]] = {}
        for element in survey.elements("prefixDef"):
            written = element.get("matchPattern", "")
            definition = _Definition(_compiled(written), written, element.get("replacementPattern", ""))
            self._definitions.setdefault(element.get("ident", ""), []).append(definition)
        self._known: dict[str, str | None] = {}

    @property
    def names(self) -> frozenset[str]:
        """The prefixes."""
        return frozenset(self._definitions)

    def expanded(self, word: str) -> str | None:
        """What a pointer with a declared prefix stands for; None for any other, and where it is not sure."""
        if not self._definitions or ":" not in word:
            return None
        if word not in self._known:
            self._known[word] = self._expanded(word)
        return self._known[word]

    def local(self, word: str) -> str | None:
        """The pointer within the document ("#goethe") that one with a declared prefix stands for."""
        expanded = self.expanded(word)
        return expanded if expanded and len(expanded) > 1 and expanded.startswith("#") else None

    def mismatched(self, word: str) -> str | None:
        """The pattern that what follows the declared prefix of `word` should match, and does not."""
        match = _PREFIXED.fullmatch(word)
        definitions = self._definitions.get(match["prefix"], []) if match else []
        if match is None or not definitions or len(match["rest"]) > _LONGEST:
            return None
        patterns = [definition.pattern for definition in definitions]
        if any(pattern is None or pattern.fullmatch(match["rest"]) for pattern in patterns):
            return None
        return definitions[0].written

    def _expanded(self, word: str) -> str | None:
        match = _PREFIXED.fullmatch(word)
        if match is None or len(match["rest"]) > _LONGEST:
            return None
        for definition in self._definitions.get(match["prefix"], ()):
            found = definition.pattern.fullmatch(match["rest"]) if definition.pattern else None
            if found:
                return _replaced(definition.replacement, found)
        return None


def prefix_findings(survey: Survey) -> Iterator[Finding]:
    """Prefixes that nobody declared, each once, and pointers that do not fit their declaration."""
    prefixes = Prefixes(survey)
    known = table("prefixes")
    schemes = frozenset(known["schemes"])
    told: set[str] = set()
    for name in known["attributes"]:
        for element, value in survey.attributes(name) if name in survey.prefixed else ():
            if ":" not in value:
                continue
            for token in _TOKEN.finditer(value):
                match = _PREFIXED.fullmatch(token.group())
                if match is None or match["rest"].startswith("//"):
                    continue
                prefix, place = match["prefix"], (token.start(), len(token.group()))
                if prefix in prefixes.names:
                    pattern = prefixes.mismatched(token.group())
                    if pattern is not None:
                        facts = {"attribute": name, "pointer": token.group(), "pattern": pattern}
                        facts |= {"prefix": prefix, "rest": match["rest"]}
                        yield Finding("TEI-PREFIX-PATTERN", element, facts, name, place[0], length=place[1])
                elif prefix.lower() not in schemes and prefix not in told:
                    told.add(prefix)
                    meant = did_you_mean(prefix, prefixes.names)
                    advice = (
                        f'did you mean "{meant}:"?'
                        if meant
                        else f'declare it in the header: <prefixDef ident="{prefix}" matchPattern="(.+)" '
                        'replacementPattern="...$1"/>'
                    )
                    facts = {"attribute": name, "prefix": prefix, "advice": advice}
                    yield Finding(
                        "TEI-PREFIX-UNKNOWN", element, facts, name, place[0], length=len(prefix) + 1
                    )


def _replaced(replacement: str, found: re.Match[str]) -> str:
    """The replacement with $1, $2 … in it replaced by the groups that were found."""
    groups = ("", *(group or "" for group in found.groups()))
    return _REFERENCE.sub(
        lambda reference: groups[int(reference[1])] if int(reference[1]) < len(groups) else "", replacement
    )


def _compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern, where Python can read it and it cannot be tried in too many ways."""
    too_many = len(_REPEATED.findall(pattern)) > _MOST_REPEATED or _GROUP_REPEATED.search(pattern)
    if not pattern or len(pattern) > _LONGEST or too_many:
        return None
    try:
        return re.compile(pattern)
    except re.error:
        return None
