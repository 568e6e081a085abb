"""Marks of omission, and what editors put into someone's words: "[...]", "[No. 866]", "[T]he", "[sic]".

A bracket that only gives a number or a sign calls a note, one that says what the audience did belongs to the
record: they are left alone.
"""

from __future__ import annotations

import re

from edition.converter.forms.letters import LOWER, Part
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language

_OMITTED = r"\.{3,5}|…|\.\s?\.\s?\.(?:\s?\.)?|\. \. \."
_OMISSION = re.compile(rf"\[\s?(?:{_OMITTED})\s?\]|\(\s?(?:{_OMITTED})\s?\)")
_DOTS = re.compile(r"(?<![.…])(?:\.{4}|\. \. \. \.|…\.|\.…)(?![.…])")
_ROUND = r"\((?P<round>[^()\[\]\n]{6,60})\)"
_SQUARE = r"\[(?P<inner>[^\[\]()\n]{1,90}(?:\n[^\[\]()\n]{1,60})?)\]"
_BRACKET = re.compile(rf"{_SQUARE}|{_ROUND}")
_SIC = re.compile(r"sic!?|!", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?=[”\"’»]?[ \u00a0]?$)")
_CALL = re.compile(r"\d{1,3}[a-z]?|[*†‡§¶#a-z]{1,2}|\d{1,3}(?:[,–-]\s?\d{1,3})+")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_GLUED = re.compile(r"[^\W\d_]{1,8}")
_SENTENCE = re.compile(rf"[{LOWER}]{{3}}[.!?;]\s")
_MOST_WORDS = 8
_REACH = 3000  # characters back in which a quotation is opened
_LABEL = 40  # characters of the label of a note


def find_insertions(text: str, language: Language, *, quoted: bool = False) -> list[Part]:
    """What is left out of and put into a text, in order: `ellipsis`, `supplied`, `sic` and `note`.

    Where the text is not `quoted` as a whole, dots and words in brackets count in its quotation marks only.
    """
    if not any(sign in text for sign in ("[", "(", "..", "…", ". .")):
        return []
    found = [Part("ellipsis", *match.span()) for match in _OMISSION.finditer(text)]
    found += [
        Part("ellipsis", *match.span())
        for match in _DOTS.finditer(text)
        if quoted or in_quotation(text, match.start())
    ]
    for match in _BRACKET.finditer(text):
        found.extend(_bracketed(text, match, language, quoted=quoted))
    found.sort()
    found.sort(key=lambda part: (part.start, -part.end))
    return found


def _bracketed(text: str, match: re.Match[str], language: Language, *, quoted: bool) -> list[Part]:
    start, end = match.span()
    inner = match["inner"] or match["round"]
    if match.end() - match.start() == len(text.strip()):
        return []  # a paragraph of its own
    note = Part("note", start, end, (("type", "editorial"), ("place", "inline")))
    if _is_remark(inner, language):
        return [note]
    if match["inner"] is None:
        return []
    if _SIC.fullmatch(inner.strip(" .")):
        word = _WORD_BEFORE.search(text, max(0, start - 40), start)
        if word is None or inner.strip() == "!":
            return [note]
        return [Part("sic", *word.span()), note]
    if _is_glued(text, start, end, inner):
        return [Part("supplied", start, end)]
    if not (quoted or in_quotation(text, start)) or not _is_supplied(inner, language):
        return []
    return [Part("supplied", start, end)]


def _is_glued(text: str, start: int, end: int, inner: str) -> bool:
    """Whether letters in brackets are a part of a word: "[T]he", "w[as]"."""
    after, before = text[end : end + 1], text[start - 1 : start] if start else ""
    return _GLUED.fullmatch(inner) is not None and (
        (after.isalpha() and after.islower()) or (before.isalpha() and inner.islower())
    )


def _is_remark(inner: str, language: Language) -> bool:
    """Whether words say who emphasised something, or are a note that someone labels or signs."""
    words = " ".join(words_of(inner.replace("’", "'")))
    table = language.insertions
    if words in table.emphasis:
        return True
    label, colon, rest = inner[:_LABEL].partition(":")
    labels = language.article.editors | table.translators
    if colon and rest and " ".join(words_of(label.replace("’", "'"))) in labels:
        return True
    tails = (re.split(pattern, inner)[1:][-1:] for pattern in (r"\s?[–—]\s?|--|\s-\s", r"[.,;]\s"))
    return any(" ".join(words_of(tail.replace("’", "'"))) in labels for found in tails for tail in found)


def _is_supplied(inner: str, language: Language) -> bool:
    """Whether words in brackets are put into what is quoted, and are no call, direction or picture."""
    flat = inner.strip()
    if _CALL.fullmatch(flat) or not any(map(str.isalnum, flat)) or len(flat.split()) > _MOST_WORDS:
        return False
    if flat.isdigit():
        return _YEAR.fullmatch(flat) is not None
    if _SENTENCE.search(flat) or flat[0] in ".,;:" or (flat[-1] in ".!" and len(flat.split()) > 2):
        return False
    words = words_of(flat)
    turns = language.turns
    others = turns.reactions | turns.entrances | turns.exits | turns.business
    shown = language.insertions.shown | language.structure.notes | language.structure.pictures
    if not words or words[0] in shown | others | {"p", "pp"}:
        return False
    return words[0] not in language.citations.leads or not any(map(str.isdigit, flat))


def in_quotation(text: str, place: int) -> bool:
    """Whether a quotation is open at a place: its marks were opened before it and not closed."""
    before = text[max(0, place - _REACH) : place]
    if before.rfind("„") > max(before.rfind("“"), before.rfind("”")):
        return True
    if "„" not in before and before.rfind("“") > before.rfind("”"):
        return True
    if before.rfind("«") > before.rfind("»") or (before.rfind("»") > before.rfind("«") and before[:1] == "»"):
        return True
    return before.count('"') % 2 == 1
