"""The system of author and year: "Lenin 1917, 23"."""

from __future__ import annotations

import re

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.scopes import BARE, YEAR, find_parts, scope_part, without
from edition.converter.forms.letters import UPPER, Part
from edition.converter.forms.masthead import names_periodical
from edition.converter.forms.names import is_organisation
from edition.converter.languages import Language

_PERSON = rf"[{UPPER}][\w.’'-]{{1,30}}"
_AND = r"(?:,\s|\s(?:and|und|et|y|e|&|en|i|a|och)\s|\s)"
_AUTHOR_YEAR = re.compile(
    rf"(?P<names>{_PERSON}(?:{_AND}{_PERSON}){{0,4}}(?P<others>,?\s(?:et al\.?|u\.\s?a\.))?),?\s"
    r"(?P<year>(?:1[0-9]\d\d|20\d\d)[a-d]?)(?!\w)(?:[,:]\s?(?P<rest>\S.*))?"
)
_WORD = re.compile(r"[^\W\d_]+")


def author_and_year(text: str, start: int, end: int, language: Language, *, led: bool) -> Citation | None:
    """ "Lenin 1917, 23": the system of author and year. Without a page it could be a place and a year."""
    match = _AUTHOR_YEAR.fullmatch(text, start, end)
    if match is None:
        return None
    rest = match["rest"]
    scopes: list[Part] = []
    if rest is not None:
        at = match.start("rest")
        scopes = find_parts(text, at, end, language)
        if not scopes:
            bare = BARE.fullmatch(text, at, end)
            if bare is None or YEAR.fullmatch(text, at, end):
                return None
            scopes = [scope_part(bare, "page")]
        elif without(text, at, end, scopes).strip(" ,;."):
            return None
    elif not match["others"] and not (led and "," not in text[match.end("names") : match.start("year")]):
        return None
    names = match["names"][: -len(match["others"])] if match["others"] else match["names"]
    first = _WORD.match(names)
    months = {name.casefold() for names_ in language.dates.all_months for name in names_}
    if first is None or first.group().casefold() in months or _is_work(names, language):
        return None
    year = Part("date", match.start("year"), match.end("year"), (("when", match["year"][:4]),))
    author = Part("author", start, start + len(names))
    return Citation(start, end, "reference", (author, year, *scopes))


def _is_work(names: str, language: Language) -> bool:
    return names_periodical(names, language) or is_organisation(names, language)
