"""Where a letter closes: the last formula or signature, the leave over it and what belongs to it below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.languages import Language
from edition.converter.segment.endings import (
    at_the_right,
    folded,
    is_date_alone,
    is_initials,
    is_signature,
)
from edition.converter.segment.letter.parts import (
    begins_with_dash,
    closes,
    is_address,
    is_enclosure,
    is_name,
    is_postscript,
    takes_leave,
)
from edition.converter.segment.letter.signing import (
    HEAD,
    is_bare_formula,
    is_name_with_office,
    is_place_and_date,
    signs_below,
)
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.headings import heading
from edition.converter.segment.prose.parts import note_label, section_break

_CLOSING = 10  # stanzas from the end in which a letter must have closed
_LONGEST = 250  # characters of a formula
_SENTENCE = 40  # characters of a sentence over a formula
_ABOVE = 3  # stanzas over the name that may take leave
_UNDER_DATE = 3  # stanzas at the end among which a date may be
_SIGNED_FAR = 2  # stanzas without a label that may follow a name without a formula


class Closer(NamedTuple):
    """The closer is the stanzas from `first` up to `last`, from line `line` of the first on."""

    first: int
    line: int
    last: int

    @property
    def signs_only(self) -> bool:
        """Whether it is the last lines of a paragraph, which may end in the formula."""
        return self.line > 0 and self.last == self.first + 1


def find_closer(stanzas: Sequence[Stanza], language: Language, margin: int) -> Closer | None:
    """Where the letter closes: the last formula or signature, with no long paragraph after it.

    `stanzas` are those after the opener.
    """
    unlabelled = 0
    for index in range(len(stanzas) - 1, max(len(stanzas) - 1 - _CLOSING, -1), -1):
        stanza = stanzas[index]
        first = stanza.lines[0]
        if is_postscript(first, language) or is_enclosure(first, language):
            unlabelled = 0
            continue
        # An address, or a place with its date, under the name is no name itself.
        if index and is_address(stanza, language):
            if _closing_line(stanzas[index - 1], language, margin) == 0:
                continue
        elif index and is_place_and_date(stanza, stanzas[index - 1], language):
            continue
        start = None if _is_heading(stanzas, index, language) else _closing_line(stanza, language, margin)
        if start is None:
            unlabelled += not is_date_alone(first, language) and note_label(stanza, language) is None
            continue
        if start == 0 and unlabelled > _SIGNED_FAR and is_name(stanza, language):
            return None
        return _extended(stanzas, Closer(index, start, index + 1), language, margin)
    return None


def dated_foot(stanzas: Sequence[Stanza], language: Language) -> Closer | None:
    """The closer of a letter that is no more than its place and day, and a line or two under it that are no
    sentences: who wrote, in letters that no one knows for a name ("v. Stein").
    """
    for index in range(len(stanzas) - 1, max(len(stanzas) - 1 - _UNDER_DATE, 0), -1):
        line = stanzas[index].lines[0]
        if len(stanzas[index].lines) > 1 or len(line.text) > HEAD:
            return None
        if line.text[0] not in "([" and "," in line.text and is_date_alone(line, language):
            return Closer(index, 0, len(stanzas))
    return None


def _is_heading(stanzas: Sequence[Stanza], index: int, language: Language) -> bool:
    """Whether a stanza that could be a name is a heading: a word that heads matter, or capitals over text.

    Right under the number of a chapter it is its title.
    """
    stanza = stanzas[index]
    if len(stanza.lines) > 1 or not is_name(stanza, language):
        return False
    if begins_with_dash(stanza.lines[0]) and stanza.text[-1] in ".!?…":
        return True  # said by someone
    words = folded(stanza.text)
    if " ".join(words) in language.structure.matter_types:
        return True
    if index and stanzas[index - 1].text[-1] != ",":
        above = heading(stanzas[index - 1], language, stanza)
        if above is not None and above.sure and above.n:
            return True
    below = stanzas[index + 1] if index + 1 < len(stanzas) else None
    article = len(words) < 5 and words[0] in language.labels.articles and stanza.text.endswith(".")
    alone = (len(words) == 1 and len(words[0]) > 1) or (article and len(words) > 1)
    alone = alone and stanza.text.isupper() and below is not None
    if not alone or below is None or (index and _takes_leave_above(stanzas[index - 1], language)):
        return False
    labelled = is_postscript(below.lines[0], language) or is_enclosure(below.lines[0], language)
    if any(is_date_alone(line, language) for line in below.lines) or is_address(below, language):
        return False
    return not labelled and len(below.text) > len(stanza.text) and below.text[-1] in ".!?)"


def _takes_leave_above(stanza: Stanza, language: Language) -> bool:
    return closes(stanza.lines[-1:], language) or takes_leave(stanza.lines, language)


def _extended(stanzas: Sequence[Stanza], found: Closer, language: Language, margin: int) -> Closer:
    """The closer with the leave that is taken over the name, and the date and address under it."""
    first, line, last = found
    above = 0
    while first > 0 and line == 0 and above < _ABOVE:
        over = stanzas[first - 1]
        start = _leave_line(over, language, margin, below=stanzas[first])
        if start is None or (first == 1 and start == 0):
            break  # a letter has some text
        first, line, above = first - 1, start, above + 1
    while last < len(stanzas):
        below = stanzas[last]
        if is_postscript(below.lines[0], language) or is_enclosure(below.lines[0], language):
            break
        dated = len(below.lines) == 1 and is_date_alone(below.lines[0], language)
        named = is_name(below, language) or is_name_with_office(below, language)
        dated = dated or is_place_and_date(below, stanzas[last - 1], language)
        signed = signs_below(stanzas[last - 1], below, language)
        if not (dated or named or signed or is_address(below, language)):
            break
        last += 1
    return Closer(first, line, last)


def _leave_line(stanza: Stanza, language: Language, margin: int, *, below: Stanza) -> int | None:
    """The line with which a stanza takes leave over the name or formula `below`; None where it is text.

    Over a name that stands alone any formula does; over a formula only a whole sentence, which a formula of
    one line must go on with.
    """
    alone = is_name(below, language)
    if len(stanza.lines) == 1 and is_bare_formula(stanza.lines[0], language):
        return 0  # "Salut" over "Dein K. Marx"
    if takes_leave(stanza.lines, language):
        return 0 if alone or len(below.lines) > 1 or stanza.text[-1] not in ".!" else None
    if alone and len(stanza.lines) == 1 and is_date_alone(stanza.lines[0], language):
        return 0
    if alone and _leads_to_name(stanza, language):
        return 0
    start = _closing_line(stanza, language, margin)
    if start is None or not alone or (start == 0 and is_name(stanza, language)):
        return None
    return start if start or len(stanza.text) <= HEAD or at_the_right(stanza.lines[0], margin) else None


def _leads_to_name(stanza: Stanza, language: Language) -> bool:
    """Whether a short line is unfinished and has a word of a formula: the name is under it ("Ever your")."""
    line = stanza.lines[0]
    if (
        len(stanza.lines) > 1
        or len(line.text) > HEAD
        or not (line.text[-1].isalpha() or line.text[-1] == ",")
    ):
        return False
    words = set(folded(line.text))
    return bool(words & (language.letters.closings | language.letters.devotion))


def _closing_line(stanza: Stanza, language: Language, margin: int) -> int | None:
    """The line of a stanza with which the closing begins; None where it does not close."""
    lines = stanza.lines
    last = lines[-1]
    if lines[0].text[0] in "([" or section_break(stanza) is not None:
        return None
    if len(lines) <= 5:
        right = all(at_the_right(line, margin) for line in lines)
        length = sum(len(line.text) for line in lines)
        dated = all(is_date_alone(line, language) for line in lines)
        if right and length <= _LONGEST and not dated:
            return 0
        if closes(lines, language) and length <= _LONGEST and not _begins_with_text(lines, language):
            return 0
        if len(lines) == 1 and (is_signature(last, language) or is_initials(last)):
            return 0
    # The formula and the name as the last lines of the last paragraph.
    for start in range(max(1, len(lines) - 3), len(lines)):
        tail = lines[start:]
        apart = lines[start - 1].text[-1] in '.!?…—–-:;”"' or at_the_right(tail[0], margin)
        short = all(len(line.text) <= 70 for line in tail)
        if apart and short and (closes(tail, language) or (len(tail) == 1 and at_the_right(last, margin))):
            return start
        if apart and short and len(tail) == 1 and is_signature(last, language) and len(last.text) <= 30:
            return start
    return None


def _begins_with_text(lines: Sequence[Line], language: Language) -> bool:
    """Whether the first of some lines is a sentence of the letter, and those under it close it."""
    first = lines[0].text
    if len(lines) < 3 or len(first) <= _SENTENCE or first[-1] not in ".!?":
        return False
    leaves = closes(lines[:1], language) or takes_leave(lines[:1], language)
    return closes(lines[1:], language) and not leaves
