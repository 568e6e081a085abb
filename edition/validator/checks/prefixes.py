"""Pointers by a prefix of the edition's own: declared by nobody, or not as they are declared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.tei.prefixes import PREFIXED, Prefixes
from edition.validator.checks.survey import Survey
from edition.validator.checks.tables import table
from edition.validator.finding import Finding
from edition.validator.wording import did_you_mean

_TOKEN = re.compile(r"\S+")


def prefix_findings(survey: Survey) -> Iterator[Finding]:
    """Prefixes that nobody declared, each once, and pointers that do not fit their declaration."""
    prefixes = Prefixes(survey.elements("prefixDef"))
    known = table("prefixes")
    schemes = frozenset(known["schemes"])
    told: set[str] = set()
    for name in known["attributes"]:
        for element, value in survey.attributes(name) if name in survey.prefixed else ():
            if ":" not in value:
                continue
            for token in _TOKEN.finditer(value):
                match = PREFIXED.fullmatch(token.group())
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
