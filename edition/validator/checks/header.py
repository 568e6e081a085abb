"""What a header should say and does not: title, licence, date, language; and changes out of order.

TEI Guidelines, chapter 2 (The TEI Header). A publicationStmt in prose may say anything, so nothing is
missed in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from edition.tei import XML_LANG, local_name, tei
from edition.validator.checks.survey import Survey, words
from edition.validator.finding import Finding

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_RUNNING = 20  # words: with less, a list of names for example, it is no matter which language they are
_AGENCIES = ("publisher", "distributor", "authority")


def header_findings(survey: Survey) -> Iterator[Finding]:
    """The findings about the header of a document; none for an element that has no header."""
    header = survey.header
    if header is None:
        return
    yield from _title(header)
    yield from _publication(header)
    if not _has_language(survey) and _runs(survey):
        yield Finding("HEADER-LANGUAGE", survey.root, {"element": local_name(survey.root)})
    for history in survey.elements("revisionDesc"):
        for changes in (history, *history.iter(tei("listChange"))):
            yield from _order(changes)


def _title(header: etree._Element) -> Iterator[Finding]:
    statement = header.find(f"{tei('fileDesc')}/{tei('titleStmt')}")
    if statement is None:
        return
    titles = statement.findall(tei("title"))
    if titles and not any(words(title) for title in titles):
        yield Finding("HEADER-TITLE", titles[0])


def _publication(header: etree._Element) -> Iterator[Finding]:
    statement = header.find(f"{tei('fileDesc')}/{tei('publicationStmt')}")
    if statement is None or all(statement.find(tei(name)) is None for name in _AGENCIES):
        return
    if all(next(header.iter(tei(name)), None) is None for name in ("availability", "licence")):
        yield Finding("HEADER-LICENCE", statement)
    elif statement.find(tei("date")) is None:
        yield Finding("HEADER-DATE", statement)


def _has_language(survey: Survey) -> bool:
    """Whether the language of the text is said: on an element that holds it, or in the header."""
    if any(language.get("ident") for language in survey.elements("language")) or any(
        True for _ in survey.elements("textLang")
    ):
        return True
    holders = (survey.root, *survey.elements("TEI", "text", "body", "standOff"))
    return any(holder.get(XML_LANG) is not None for holder in holders)


def _runs(survey: Survey) -> bool:
    """Whether the document has running text."""
    return any(len(words(text).split()) >= _RUNNING for text in survey.elements("text"))


def _order(changes: etree._Element) -> Iterator[Finding]:
    """The first change that goes neither on with the order of those before it."""
    dated = [
        (change, change.get("when", "").strip())
        for change in changes.iterchildren(tei("change"))
        if _DAY.fullmatch(change.get("when", "").strip())
    ]
    direction = 0
    for (_, earlier), (change, when) in pairwise(dated):
        shared = min(len(earlier), len(when))
        step = (when[:shared] > earlier[:shared]) - (when[:shared] < earlier[:shared])
        if step and direction and step != direction:
            facts = {"when": when, "before": earlier}
            yield Finding("HEADER-CHANGES", change, facts, attribute="when")
            return
        direction = direction or step
