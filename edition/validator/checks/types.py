"""Values of @type that are one word in two spellings: "Letter" and "letter", "letters" and "letter"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from edition.tei import local_name
from edition.validator.checks.survey import Survey
from edition.validator.finding import Finding, Repair

_SIGNS = str.maketrans("", "", "-_ .")
_SHORTEST = 3  # characters: "a" and "A" may be two rows of notes
_ATTRIBUTES = ("type", "subtype")


def type_findings(survey: Survey) -> Iterator[Finding]:
    """The rarer spelling of each pair, at its first place."""
    for attribute in _ATTRIBUTES:
        first: dict[tuple[str, str], etree._Element] = {}
        used: dict[str, Counter[str]] = {}
        for element, value in survey.attributes(attribute):
            if len(value) < _SHORTEST:
                continue
            name = local_name(element)
            first.setdefault((name, value), element)
            used.setdefault(name, Counter())[value] += 1
        for name, counted in used.items():
            # The more frequent spelling first; of two that are as frequent, the one that came first.
            chosen: dict[str, str] = {}
            for value, count in counted.most_common():
                usual = chosen.setdefault(_bare(value), value)
                if usual == value:
                    continue
                facts: dict[str, object] = {
                    "element": name,
                    "attribute": attribute,
                    "value": value,
                    "usual": usual,
                }
                facts |= {"count": count, "often": counted[usual]}
                clear = counted[usual] >= 2 * count and count == 1
                repair = Repair(attribute=attribute, value=usual) if clear else None
                yield Finding("PRACTICE-TYPE", first[name, value], facts, attribute=attribute, repair=repair)


def _bare(value: str) -> str:
    """A value without capitals and the signs between words."""
    return value.casefold().translate(_SIGNS)
