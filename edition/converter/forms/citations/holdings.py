"""Decisions of courts, articles of laws and holdings of archives, where their form is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.classical import works
from edition.converter.forms.letters import Part
from edition.converter.languages import Language

_MARK = re.compile(r"[0-9](?:(?<=[A-Z][0-9])|(?<=[A-Z][- ][0-9]))")  # what no shelfmark is without
_SHORTEST = 3  # signs of a shelfmark
_YEAR = r"(?:\s?\((?:[^\W\d_][\w. ]{0,20}\s)?(?P<year>1[6-9]\d\d|20\d\d)\))?"


def holdings(text: str, language: Language) -> list[Citation]:
    """The decisions, articles and holdings that a text cites, in order."""
    found = [*_decisions(text), *_articles(text, language), *_archives(text)]
    return sorted(found, key=lambda citation: citation.start)


def _names_any(text: str, words: Sequence[str]) -> bool:
    """Whether one of `words` is in a text: a search for each takes less than one for all in turn."""
    return any(map(text.__contains__, words))


@cache
def _collections() -> tuple[str, ...]:
    return tuple(word for words in works()["reports"].values() for word in words)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _between() -> re.Pattern[str]:
    """ "347 U.S. 483 (1954)": volume, collection, page."""
    return re.compile(
        rf"(?P<volume>\d{{1,4}}) (?P<title>{_any(works()['reports']['between'])}) "
        rf"(?P<page>\d{{1,5}})(?!\w){_YEAR}"
    )


@cache
def _before() -> re.Pattern[str]:
    """ "BVerfGE 7, 198 (205)": collection, volume, page."""
    return re.compile(
        rf"(?<!\w)(?P<title>{_any(works()['reports']['before'])}) "
        rf"(?P<volume>\d{{1,4}}), ?(?P<page>\d{{1,5}})(?!\w){_YEAR}"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    """ "[1932] AC 562": year, collection, page."""
    return re.compile(
        rf"\[(?P<year>1[6-9]\d\d|20\d\d)\] (?:(?P<volume>\d) )?"
        rf"(?P<title>{_any(works()['reports']['bracketed'])}) (?P<page>\d{{1,5}})(?!\w)"
    )


def _decisions(text: str) -> Iterator[Citation]:
    if not _names_any(text, _collections()):
        return
    for pattern, sign in ((_between(), ""), (_before(), ","), (_bracketed(), "[")):
        if sign not in text:
            continue
        for match in pattern.finditer(text):
            parts = [Part("title", *match.span("title"), (("level", "j"),))]
            parts.extend(
                Part("biblScope", *match.span(unit), (("unit", unit), ("n", match[unit])))
                for unit in ("volume", "page")
                if match[unit]
            )
            if match["year"]:
                parts.append(Part("date", *match.span("year"), (("when", match["year"]),)))
            yield Citation(
                match.start(), match.end(), "legal", tuple(sorted(parts, key=lambda part: part.start))
            )


@cache
def _article(language: Language) -> re.Pattern[str] | None:
    """ "Art. 5 Abs. 3 GG": parts of a law, and the law."""
    table = language.citations
    if not table.articles or not table.codes:
        return None
    first = _any([*table.articles.get("article", ()), *table.articles.get("section", ())])
    further = _any([word for words in table.articles.values() for word in words])
    return re.compile(
        rf"(?<!\w)(?:{first})[\s\u00a0]?\d{{1,4}}[a-z]?(?:,?[\s\u00a0](?:{further})[\s\u00a0]?\d{{1,3}}[a-z]?){{0,3}}"
        rf"(?:\sf{{1,2}}\.)?,?[\s\u00a0](?:of\s)?(?P<title>{_any([*table.codes])})(?!\w)"
    )


def _articles(text: str, language: Language) -> Iterator[Citation]:
    pattern = _article(language)
    if pattern is None or not _names_any(text, tuple(language.citations.codes)):
        return
    units = {word: unit for unit, words in language.citations.articles.items() for word in words}
    inner = re.compile(rf"(?P<label>{_any([*units])})[\s\u00a0]?(?P<n>\d{{1,4}}[a-z]?)")
    for match in pattern.finditer(text):
        parts = [
            Part("biblScope", *one.span(), (("unit", units[one["label"]]), ("n", one["n"])))
            for one in inner.finditer(text, match.start(), match.start("title"))
        ]
        parts.append(Part("title", *match.span("title"), (("level", "m"),)))
        yield Citation(match.start(), match.end(), "legal", tuple(parts))


@cache
def _shelfmark() -> re.Pattern[str]:
    """ "TNA, FO 371/1234", "BArch, R 43-I/1234, Bl. 12"."""
    names = _any(works()["archives"]["names"])
    return re.compile(
        rf"(?<!\w)(?P<archive>{names}),?\s"
        rf"(?P<mark>[A-Z]{{1,6}}[- ]?\d{{1,5}}(?:[ -]?[IVX]{{1,4}})?(?:/\d{{1,6}}[a-z]?){{0,3}})(?![\w/])"
    )


def _archives(text: str) -> Iterator[Citation]:
    if _MARK.search(text) is None or not _names_any(text, tuple(works()["archives"]["names"])):
        return
    for match in _shelfmark().finditer(text):
        mark = match["mark"]
        parted = "," in text[match.end("archive") : match.start("mark")] and len(mark) > _SHORTEST
        if "/" not in mark and not parted:
            continue
        parts = (
            Part("orgName", *match.span("archive")),
            Part("idno", *match.span("mark"), (("type", "shelfmark"),)),
        )
        yield Citation(match.start(), match.end(), "archival", parts)
