"""A reference in pieces that commas part: author, title, parts of the work, date.

One piece that is none of these, and it is no reference.
"""

from __future__ import annotations

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.named import is_between, is_quoted, named_in
from edition.converter.forms.citations.scopes import YEAR, find_parts, masked
from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import Part
from edition.converter.forms.masthead import find_scopes
from edition.converter.languages import Language

_FULL_TITLE = 3  # words


def reference(text: str, start: int, end: int, language: Language, *, led: bool) -> Citation | None:
    """Author, title, parts of the work and date between two offsets; None for anything else. `led` says that
    a word leads to it.

    Without a part of the work, "(Harper, New York, 1965)" would be one: there the title must be long.
    """
    scopes, dates = _facts(text, start, end, language)
    facts = _apart([*scopes, *dates])
    if not scopes and not dates:
        return None
    words = named_in(text, start, facts[0].start, language)
    if words is None:
        return None
    position = facts[0].start
    for fact in facts:
        if not is_between(text[position : fact.start]):
            return None
        position = fact.end
    if not is_between(text[position:end]):
        return None
    titles = [part for part in words if part.element == "title"]
    issue = any(("unit", "issue") in fact.attributes for fact in scopes)
    authored = any(part.element == "author" for part in words)
    if not titles:
        return None
    named = text[titles[0].start : titles[0].end]
    whole = led or len(named.split()) >= _FULL_TITLE or is_quoted(text, titles[0])
    if not scopes and not (authored and len(titles) == 1 and whole):
        return None
    if issue:
        last = titles[-1]
        words = [
            p._replace(attributes=(("level", "j"),)) if p is last and not is_quoted(text, p) else p
            for p in words
        ]
    end = max(end - (text[end - 1] == "."), facts[-1].end)
    return Citation(start, end, "issue" if issue else "reference", (*words, *facts))


def _facts(text: str, start: int, end: int, language: Language) -> tuple[list[Part], list[Part]]:
    """The parts of the work, numbers of issues among them, and the dates between two offsets."""
    scopes = find_parts(text, start, end, language)
    issues = [
        Part(p.element, start + p.start, start + p.end, p.attributes)
        for p in find_scopes(text[start:end], language)
        if ("unit", "issue") in p.attributes
    ]
    scopes = _apart(
        [*scopes, *(i for i in issues if not any(i.start < s.end and s.start < i.end for s in scopes))]
    )
    blanked = masked(text, start, end, scopes)
    dates = [date.part() for date in find_dates(blanked, language)]
    dates = [d._replace(start=start + d.start, end=start + d.end) for d in dates]
    years = [
        Part("date", start + m.start(), start + m.end(), (("when", m.group()[:4]),))
        for m in YEAR.finditer(blanked)
        if m.group()[:4].isdigit() and (m.start() == 0 or blanked[m.start() - 1] in " (,;:\u00a0\n")
    ]
    dates += [y for y in years if not any(d.start < y.end and y.start < d.end for d in dates)]
    return scopes, dates


def _apart(parts: list[Part]) -> list[Part]:
    result: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if not result or part.start >= result[-1].end:
            result.append(part)
    return result
