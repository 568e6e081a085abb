"""Characters that were lost or read in a wrong encoding, markup escaped once too often, and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from edition.tei import TEI, local_name
from edition.validator.checks.survey import Survey, within
from edition.validator.checks.tables import table
from edition.validator.finding import Finding

_IN_TEI = f"{{{TEI}}}"
_PLACES = 20  # of one kind in a document: a file read in a wrong encoding is wrong everywhere


def character_findings(survey: Survey) -> Iterator[Finding]:
    """The first places of each kind."""
    patterns = _patterns()
    met = {code for text in survey.texts() for code, pattern in patterns.items() if pattern.search(text)}
    kinds = [(code, pattern) for code, pattern in patterns.items() if code in met]
    if not kinds:
        return
    code_elements = frozenset(table("characters")["code"])
    left = {code: _PLACES for code, _ in kinds}
    for element in survey.root.iter("*"):
        parent = element.getparent()
        texts: list[tuple[etree._Element, etree._Element | None, str | None]] = [
            (element, None, element.text)
        ]
        if parent is not None:
            texts.append((parent, element, element.tail))
        for holder, after, text in texts:
            if not text or not str(holder.tag).startswith(_IN_TEI):
                continue
            for code, pattern in kinds:
                match = pattern.search(text) if left[code] else None
                if match is None:
                    continue
                if local_name(holder) in code_elements or within(holder, code_elements):
                    continue
                left[code] -= 1
                meant = _meant(match.group())
                facts = {"found": match.group(), "meant": f' (perhaps "{meant}")' if meant else ""}
                facts["around"] = _around(text, match)
                place, length = match.start(), len(match.group())
                yield Finding(code, holder, facts, in_text=True, after=after, offset=place, length=length)


def _around(text: str, match: re.Match[str]) -> str:
    """The word in which it stands."""
    start = max(text.rfind(blank, 0, match.start()) for blank in " \n\t") + 1
    ends = [end for blank in " \n\t" if (end := text.find(blank, match.end())) >= 0]
    return text[start : min(ends, default=len(text))][:40]


def _meant(garbled: str) -> str:
    """The character whose UTF-8 was read as Windows-1252; "" where it is something else."""
    try:
        return garbled.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    known = table("characters")
    return {
        "PRACTICE-MOJIBAKE": re.compile("|".join(map(re.escape, known["garbled"]))),
        "PRACTICE-MARKDOWN": re.compile("|".join(known["markdown"])),
        "PRACTICE-CHARACTER-LOST": re.compile("\ufffd"),
        "PRACTICE-ESCAPED-TWICE": re.compile(
            rf"&(?:{'|'.join(known['entities'])}|#\d{{2,5}}|#x[0-9A-Fa-f]{{2,5}});"
        ),
    }
