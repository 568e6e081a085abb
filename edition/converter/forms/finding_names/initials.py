"""Names with initials ("V. I. Lenin", "George H. W. Dane")."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.finding_names.found import WORD_BEFORE, NameFound, just_before, trimmed
from edition.converter.forms.finding_names.things import things
from edition.converter.forms.letters import APOSTROPHES, LOWER, UPPER
from edition.converter.forms.names import BETWEEN, INITIAL, MORE_INITIAL, not_initials, surname_pattern
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

_NUMBER_AFTER = re.compile(r",? \d{1,4}\b(?![.,]? ?[^\W\d_])")
_NUMERALS = ("I.", "V.", "X.", "L.")
_CONTRACTED = re.compile(rf"[{LOWER}][{APOSTROPHES}](?!s$)[{LOWER}]{{1,2}}$")


def initialled(text: str, language: Language) -> list[NameFound]:
    """Names with initials, in order."""
    found = []
    for match in _with_initials().finditer(text):
        letters = "".join(match.group("initials").split())
        surname = match.group("surname").split()[-1]
        if letters in not_initials() or surname in language.persons.not_names or not _is_surname(surname):
            # "World War I. Lenin", "Plan B. Then": one letter before a full stop proves nothing.
            continue
        if letters.count(".") == 1 and (
            _follows_capital(text, match.start()) or letters[:-1] in language.persons.honorifics
        ):
            continue
        if "\n" in match.group() and just_before(text, match.start()).rstrip(" ").endswith(","):
            continue  # "Pell, T. W." in a list of names, the next line begins another
        after = text[match.end() : match.end() + 2]
        if after[:1] == "." and (after[1:].islower() or len(surname) < 3):
            continue  # "V. Ex.as", "N. Fr. Presse": the beginning of an abbreviation
        if letters.count(".") == 1 and _NUMBER_AFTER.match(text, match.end()):
            continue  # "I. Wollzeile 15"
        if letters in _NUMERALS and surname.isupper():
            continue  # "X. THE STORM": a chapter
        if letters.count(".") == 1 and (
            surname.casefold() in language.common_words or _CONTRACTED.search(surname)
        ):
            continue  # "neither have I. Don't": a sentence ends
        # "A. Philip Randolph": what looked like the surname is a second given name.
        further = _further_name().match(text, match.end()) if surname in given_names() else None
        if further is None and not text[: match.start()].strip():
            signed = _further_name().match(text, match.end())  # "H. Halliday Sparling." signs
            whole = signed is not None and not text[signed.end() :].strip(" .\n")
            further = signed if whole and signed and signed.group().strip() not in things(language) else None
        end = further.end() if further else match.end()
        start = _given_before(text, match.start())
        found.append(trimmed(text, start, end, "initials", language))
    return found


@cache
def _with_initials() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<initials>[{UPPER}](?<![\w.&].){MORE_INITIAL}(?:{BETWEEN}{INITIAL}|-{INITIAL}){{0,3}})"
        rf"[\s\u00a0\u200a\u2009\u202f]?(?P<surname>{surname_pattern()})(?!\w)"
    )


@cache
def _further_name() -> re.Pattern[str]:
    return re.compile(rf"\s{surname_pattern()}(?!\w)")


def _given_before(text: str, offset: int) -> int:
    """Where a name with initials begins: at a given name before them ("George H. W. Dane")."""
    match = WORD_BEFORE.search(just_before(text, offset))
    if match is None or match[1] not in given_names() or match.group().rstrip().endswith("."):
        return offset
    return offset - len(match.group())


def _follows_capital(text: str, offset: int) -> bool:
    """Whether the word before is a capitalised one (a numbered war, a given name taken elsewhere)."""
    before = just_before(text, offset).split()
    return bool(before) and before[-1][:1].isupper() and before[-1][-1].isalpha() and text[offset - 1] == " "


def _is_surname(word: str) -> bool:
    """A capitalised word of more than one letter; in capitals it needs three ("U. SA" is none)."""
    return len(word) > 2 or (len(word) == 2 and word[1].islower())
