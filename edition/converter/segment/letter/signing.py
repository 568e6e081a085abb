"""What the lines at the end of a letter are by those beside them: names, offices, leave, place and date."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.languages import Language
from edition.converter.segment.endings import WORDS, folded, is_date_alone, is_signature
from edition.converter.segment.letter.parts import closes
from edition.converter.segment.lines import Line, Stanza

HEAD = 60
"""Characters of a formula over a name that stands apart, at the most."""
_SIGNING = 3  # lines of a signature
_MOST_OF_NAME = 3  # words beside those of devotion


def signs_below(above: Stanza, stanza: Stanza, language: Language) -> bool:
    """Whether a few lines are the signature because the formula over them ends in a comma.

    "With Communist greetings, / for the Committee / R. TARN, Organising Secretary"
    """
    lines = stanza.lines
    formula = above.lines[-1]
    bare = len(above.lines) == 1 and is_bare_formula(formula, language)
    led = formula.text.endswith(",") and closes((formula,), language)
    if not (led or bare) or len(formula.text) > HEAD:
        return False
    short = len(lines) <= _SIGNING and all(len(line.text) <= HEAD for line in lines)
    named = any(word[0].isupper() for word in WORDS.findall(lines[-1].text))
    return short and named and lines[0].text[0] not in "([" and lines[-1].text[-1] not in "?!:;,"


def signs_after_comma(lines: Sequence[Line], index: int, language: Language) -> bool:
    """Whether the last line is the name, as the formula over it ends in a comma ("Clara Venn, née Dace")."""
    line, above = lines[index], lines[index - 1]
    if index < len(lines) - 1 or not above.text.endswith(",") or not closes((above,), language):
        return False
    words = WORDS.findall(line.text)
    capital = sum(word[0].isupper() for word in words)
    return len(line.text) <= HEAD and line.text[0].isupper() and 2 * capital > len(words)


def signs_by_name(line: Line, language: Language) -> bool:
    """Whether a name ends a line that says besides what the writer is to the reader ("Dein K. Marx")."""
    letters = language.letters
    beside = letters.closings | letters.devotion | letters.salutes
    own = [word for word in line.text.rstrip(" .").split() if not beside.issuperset(folded(word))]
    return 0 < len(own) <= _MOST_OF_NAME and all(word[0].isupper() for word in own)


def is_name_with_office(stanza: Stanza, language: Language) -> bool:
    """Whether lines are a name and what its bearer is ("E. Dace / Secretary to the Council")."""
    lines = stanza.lines
    name = lines[0]._replace(text=lines[0].text.rstrip(","))
    if not 2 <= len(lines) <= 3 or not is_signature(name, language) or len(name.text.split()) < 2:
        return False
    return all(len(line.text) <= HEAD and line.text[-1] not in "?!:;" for line in lines[1:])


def is_place_and_date(stanza: Stanza, above: Stanza, language: Language) -> bool:
    """Whether a few lines under a name say where and when ("4 March 1912 / Orrin")."""
    lines = stanza.lines
    name = above.lines[-1]
    if not 2 <= len(lines) <= 3 or not is_signature(name, language) or closes((name,), language):
        return False
    dates = [is_date_alone(line, language) for line in lines]
    places = [line.text for line, date in zip(lines, dates, strict=True) if not date]
    return any(dates) and all(len(text.split()) <= 4 and text[0].isupper() for text in places)


def is_bare_formula(line: Line, language: Language) -> bool:
    """Whether a line is one word of leave and nothing else ("Hochachtungsvoll")."""
    words = folded(line.text)
    return len(words) == 1 and len(words[0]) > 4 and words[0] in language.letters.closings
