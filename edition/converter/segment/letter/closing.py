"""How a letter closes: leave, name, place and date, and what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.converter.languages import Language
from edition.converter.segment.endings import (
    WORDS,
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
    signs_with_devotion,
    takes_leave,
)
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.flow import Flow
from edition.converter.segment.prose.headings import heading
from edition.converter.segment.prose.parts import note_label, section_break
from edition.model import Block, Certainty, Span, spanning

_CLOSING = 10  # stanzas from the end in which a letter must have closed
_HEAD = 60  # characters of a formula over a name that stands apart
_LONGEST = 250  # characters of a formula
_SENTENCE = 40  # characters of a sentence over a formula
_ABOVE = 3  # stanzas over the name that may take leave
_RUN_IN = 110  # characters of a closing that is run into the last paragraph
_RUN_IN_LINES = 3
_STOP = re.compile(r"(?<=[^\W\d_]{2})[.!?]\s+|[—–]\s?|--\s?")
_SIGNING = 3  # lines of a signature
_MOST_OF_NAME = 3  # words beside those of devotion
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
        elif index and _is_place_and_date(stanza, stanzas[index - 1], language):
            continue
        start = None if _is_heading(stanzas, index, language) else _closing_line(stanza, language, margin)
        if start is None:
            unlabelled += not is_date_alone(first, language) and note_label(stanza, language) is None
            continue
        if start == 0 and unlabelled > _SIGNED_FAR and is_name(stanza, language):
            return None
        return _extended(stanzas, Closer(index, start, index + 1), language, margin)
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
        named = is_name(below, language) or _is_name_with_office(below, language)
        dated = dated or _is_place_and_date(below, stanzas[last - 1], language)
        signed = _signs_below(stanzas[last - 1], below, language)
        if not (dated or named or signed or is_address(below, language)):
            break
        last += 1
    return Closer(first, line, last)


def _signs_below(above: Stanza, stanza: Stanza, language: Language) -> bool:
    """Whether a few lines are the signature because the formula over them ends in a comma.

    "With Communist greetings, / for the Committee / R. TARN, Organising Secretary"
    """
    lines = stanza.lines
    formula = above.lines[-1]
    bare = len(above.lines) == 1 and _is_bare_formula(formula, language)
    led = formula.text.endswith(",") and closes((formula,), language)
    if not (led or bare) or len(formula.text) > _HEAD:
        return False
    short = len(lines) <= _SIGNING and all(len(line.text) <= _HEAD for line in lines)
    named = any(word[0].isupper() for word in WORDS.findall(lines[-1].text))
    return short and named and lines[0].text[0] not in "([" and lines[-1].text[-1] not in "?!:;,"


def _is_bare_formula(line: Line, language: Language) -> bool:
    """Whether a line is one word of leave and nothing else ("Hochachtungsvoll")."""
    words = folded(line.text)
    return len(words) == 1 and len(words[0]) > 4 and words[0] in language.letters.closings


def _signs_by_name(line: Line, language: Language) -> bool:
    """Whether a name ends a line that says besides what the writer is to the reader ("Dein K. Marx")."""
    letters = language.letters
    beside = letters.closings | letters.devotion | letters.salutes
    own = [word for word in line.text.rstrip(" .").split() if not beside.issuperset(folded(word))]
    return 0 < len(own) <= _MOST_OF_NAME and all(word[0].isupper() for word in own)


def _is_place_and_date(stanza: Stanza, above: Stanza, language: Language) -> bool:
    """Whether a few lines under a name say where and when ("4 March 1912 / Orrin")."""
    lines = stanza.lines
    name = above.lines[-1]
    if not 2 <= len(lines) <= 3 or not is_signature(name, language) or closes((name,), language):
        return False
    dates = [is_date_alone(line, language) for line in lines]
    places = [line.text for line, date in zip(lines, dates, strict=True) if not date]
    return any(dates) and all(len(text.split()) <= 4 and text[0].isupper() for text in places)


def _is_name_with_office(stanza: Stanza, language: Language) -> bool:
    """Whether lines are a name and what its bearer is ("E. Dace / Secretary to the Council")."""
    lines = stanza.lines
    name = lines[0]._replace(text=lines[0].text.rstrip(","))
    if not 2 <= len(lines) <= 3 or not is_signature(name, language) or len(name.text.split()) < 2:
        return False
    return all(len(line.text) <= _HEAD and line.text[-1] not in "?!:;" for line in lines[1:])


def _leave_line(stanza: Stanza, language: Language, margin: int, *, below: Stanza) -> int | None:
    """The line with which a stanza takes leave over the name or formula `below`; None where it is text.

    Over a name that stands alone any formula does; over a formula only a whole sentence, which a formula of
    one line must go on with.
    """
    alone = is_name(below, language)
    if len(stanza.lines) == 1 and _is_bare_formula(stanza.lines[0], language):
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
    return start if start or len(stanza.text) <= _HEAD or at_the_right(stanza.lines[0], margin) else None


def _leads_to_name(stanza: Stanza, language: Language) -> bool:
    """Whether a short line is unfinished and has a word of a formula: the name is under it ("Ever your")."""
    line = stanza.lines[0]
    if (
        len(stanza.lines) > 1
        or len(line.text) > _HEAD
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


def cut_closer(stanza: Stanza, language: Language) -> tuple[Stanza, Stanza] | None:
    """A last paragraph and the closing that is run into it ("… of importance. Yours truly, J. DACE.").

    None where no short sentence with a formula and a name ends the paragraph.
    """
    lines = stanza.lines
    for number in range(max(0, len(lines) - _RUN_IN_LINES), len(lines)):
        for stop in _STOP.finditer(lines[number].text):
            above, rest = _cut(lines[number], stop.end())
            foot = with_name((rest, *lines[number + 1 :]), language) if rest.text else None
            if foot is not None:
                return Stanza((*lines[:number], above)), Stanza(foot)
        ended = number > 0 and lines[number - 1].text[-1] in ".!?…—–-"
        foot = with_name(lines[number:], language) if ended else None
        if foot is not None:
            return Stanza(lines[:number]), Stanza(foot)
    return None


def with_name(tail: Sequence[Line], language: Language) -> tuple[Line, ...] | None:
    """The lines of a closing with the name as a line of its own; None for another sentence."""
    text = " ".join(line.text for line in tail)
    last = tail[-1]
    if len(text) > _RUN_IN or not text[0].isupper() or text[-1] in "?!:;,":
        return None
    comma = last.text.rfind(", ")
    if comma > 0 and len(tail) > 1 and tail[-2].text.endswith(","):
        first, _ = _cut(last, comma)
        if closes(tail[:-1], language) and is_signature(first, language):
            return tuple(tail)  # "Yours truly, / J. DACE, Secretary."
    if comma < 0:
        named = len(tail) > 1 and tail[-2].text.endswith(",") and is_signature(last, language)
        return tuple(tail) if named and closes(tail[:-1], language) else None
    over, name = _cut(last, comma + 1)
    formula = (*tail[:-1], over)
    named = is_signature(name, language) or is_initials(name)
    if not named or not (closes(formula, language) or takes_leave(formula, language)):
        return None
    return (*formula, name)


def _cut(line: Line, at: int) -> tuple[Line, Line]:
    """A line in two, without the blanks between."""
    first, rest = line.text[:at].rstrip(), line.text[at:].lstrip()
    start, end = line.span
    return (
        line._replace(text=first, span=Span(start, start + len(first))),
        line._replace(text=rest, span=Span(end - len(rest), end), blanks=0),
    )


def closer_block(lines: Sequence[Line], stanzas: Sequence[Stanza], language: Language) -> Block:
    """The closer: the leave as `salute`, the name on a line of its own as `signed`, date and address.

    `stanzas` are those under the closer's first, among which an address may be.
    """
    below = {line.span for stanza in stanzas for line in stanza.lines}
    addresses = _addresses([line for line in lines if line.span not in below], stanzas, language)
    span = Span(lines[0].span.start, lines[-1].span.end)
    if len(lines) == 1:
        line = lines[0]
        signed = is_initials(line) or (is_signature(line, language) and not closes(lines, language))
        signed = signed or (signs_with_devotion(line, language) and _signs_by_name(line, language))
        foot = None if signed else with_name(lines, language)
        if foot is None:
            inner = (Block("signed", span, rule="signature"),) if signed else ()
            return Block("closer", span, inner, rule="end of a letter")
        lines = foot
    over = [Stanza((line,)) for line in lines if line.span not in below][-1:]
    rows = [*over, *stanzas]
    placed = {
        line.span
        for above, stanza in pairwise(rows)
        if _is_place_and_date(stanza, above, language)
        for line in stanza.lines
    }
    signing = {
        line.span
        for above, stanza in pairwise(rows)
        if _signs_below(above, stanza, language)
        for line in stanza.lines
        if not is_date_alone(line, language) and not closes(stanza.lines, language)
    }
    children: list[Block] = []
    address: list[Block] = []
    for index, line in enumerate(lines):
        if line.span in addresses:
            address.append(Block("address-line", line.span, rule="address under a letter"))
            if addresses[line.span].end == line.span.end:
                children.append(spanning("address", tuple(address), rule="address under a letter"))
                address.clear()
            continue
        kind, rule = _closing_part(lines, index, language)
        if line.span in placed:
            kind, rule = "dateline", "dateline"
        elif line.span in signing:
            kind, rule = "signed", "signature"
        above = children[-1] if children else None
        if above is not None and above.kind == "signed" and line.blanks == 0 and kind == "salute":
            kind, rule = "signed", "signature"  # what the writer is, under the name
        if above is not None and above.kind == kind and (kind == "salute" or line.blanks == 0):
            children[-1] = Block(kind, Span(above.span.start, line.span.end), rule=rule)
        else:
            children.append(Block(kind, line.span, rule=rule))
    if len(children) == 1 and children[0].kind == "salute":
        return Block("closer", span, rule="end of a letter")
    return Block("closer", span, tuple(children), rule="end of a letter")


def _addresses(lines: Sequence[Line], stanzas: Sequence[Stanza], language: Language) -> dict[Span, Span]:
    """For each line of an address in the closer the whole of it; the first name with an office signs."""
    found: dict[Span, Span] = {}
    signed = any(is_signature(line, language) and not closes((line,), language) for line in lines)
    for stanza in stanzas:
        if is_name(stanza, language) or (not signed and _is_name_with_office(stanza, language)):
            signed = True
        elif is_address(stanza, language):
            found.update((line.span, stanza.span) for line in stanza.lines)
    return found


def _closing_part(lines: Sequence[Line], index: int, language: Language) -> tuple[str, str]:
    """What a line of the closer is, and by which rule."""
    line = lines[index]
    if index and is_date_alone(line, language):
        return "dateline", "dateline"
    named = is_initials(line) or (
        is_signature(line, language)
        and (index == len(lines) - 1 or not set(folded(line.text)) & language.letters.closings)
        and not (index + 1 < len(lines) and lines[index + 1].text[0].islower())
    )
    apart = index == 0 and line.text[-1] != "," and len(lines) > 1 and lines[1].blanks > 0
    leaves = closes((line,), language) or takes_leave((line,), language)
    apart_alone = index == 0 and (len(lines) == 1 or lines[1].blanks > 0)
    if apart_alone and signs_with_devotion(line, language) and _signs_by_name(line, language):
        return "signed", "signature"
    if index and line.blanks == 0 and _is_bare_formula(lines[0], language):
        return "signed", "signature"
    if named and (index or (apart and not leaves)):
        return "signed", "signature"
    if index and (signs_with_devotion(line, language) or _signs_after_comma(lines, index, language)):
        return "signed", "signature"
    return "salute", "closing formula"


def _signs_after_comma(lines: Sequence[Line], index: int, language: Language) -> bool:
    """Whether the last line is the name, as the formula over it ends in a comma ("Clara Venn, née Dace")."""
    line, above = lines[index], lines[index - 1]
    if index < len(lines) - 1 or not above.text.endswith(",") or not closes((above,), language):
        return False
    words = WORDS.findall(line.text)
    capital = sum(word[0].isupper() for word in words)
    return len(line.text) <= _HEAD and line.text[0].isupper() and 2 * capital > len(words)


def after_closer(stanzas: Sequence[Stanza], flow: Flow, language: Language) -> list[Block]:
    """What stands under the closer: postscripts, enclosures, notes, an address.

    Text without a label is a postscript too.
    """
    blocks: list[Block] = []
    inner: list[Block] = []

    def finish() -> None:
        if inner:
            blocks.append(spanning("postscript", tuple(inner), rule="postscript"))
            inner.clear()

    for index, stanza in enumerate(stanzas):
        first = stanza.lines[0]
        if is_enclosure(first, language):
            finish()
            blocks.append(Block("trailer", stanza.span, rule="enclosure"))
        elif index == len(stanzas) - 1 and is_address(stanza, language):
            finish()
            lines = tuple(
                Block("address-line", line.span, rule="address under a letter") for line in stanza.lines
            )
            address = spanning("address", lines, rule="address under a letter")
            blocks.append(spanning("closer", (address,), rule="address under a letter"))
        elif note_label(stanza, language) is not None and (note := flow.note(stanzas, index)) is not None:
            finish()
            blocks.append(note)
        else:
            labelled = is_postscript(first, language)
            if labelled:
                finish()
            sure = None if inner or labelled else Certainty.MEDIUM
            flow.calls.add(stanza.span)
            inner.append(Block("paragraph", stanza.span, rule="postscript", certainty=sure))
    finish()
    return blocks
