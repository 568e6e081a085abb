"""What at the beginning of a line could be the label of a speaker: every reading, none decided yet.

Printers mark a speaker by a form (a colon, a full stop, a direction in brackets, a dash, a line of its own)
and a face (capitals, capitalised words). Which of them a text uses is seen only over its whole length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from edition.converter.forms.letters import LOWER, UPPER, fold
from edition.converter.forms.speakers import first_word, words_of
from edition.converter.languages import Language
from edition.converter.segment.conventions import Conventions
from edition.converter.segment.lines import Line
from edition.converter.segment.turns.candidate import Candidate, Form
from edition.converter.segment.turns.closings import closing_of
from edition.converter.segment.turns.delimited import (
    CLOSERS,
    after_dash,
    after_marks,
    delimited,
    described_line,
    face_and_words,
    is_spoken,
    later_colon,
)
from edition.converter.segment.turns.faces import LONGEST, Face, face_of, is_uncased
from edition.converter.segment.turns.initials import initialled
from edition.converter.segment.turns.saying import name_before_verb
from edition.converter.segment.turns.stamps import called, name_before_time, stamp_end

_MARKS = "_*=“\"'‘«<§†"  # of bold and italic type, around a supplied label, or over a speech as corrected
# Words in capitals, and what is said after them with no sign ("LORD PELL My Lords, …").
_UNSIGNED = re.compile(
    rf"(?:[{UPPER}][{LOWER}]{{0,3}}\.\s)?(?:[{UPPER}]\.\s?|[{UPPER}][{UPPER}’'.\-]+\s){{1,9}}(?=[“\"]?[{UPPER}](?:[{LOWER}’']|\s))"
)
_LETTER = re.compile(r"[^\W\d_]\.\s+\S")
# "A. Miller:", "P. Witos:"
_LETTER_AND_NAME = re.compile(
    rf"[^\W\d_]\.\s+(?P<name>[{UPPER}][^\W\d_]+)(?:[ -][{UPPER}][^\W\d_]+){{0,2}}"
    r"(?:\s\([^()]{1,40}\))?:(?=\s)"
)
_GAP = re.compile(r"(?P<letter>[^\W\d_])(?P<space>\s+)[^\W_\d¿¡“\"„«(\[-]?[^\W_]*")
_COUNTED = re.compile(r"(?:[^\W\d_]{1,6}\.?\s)?\d{1,4}(?:\.\d{1,3})?[.)]?\s+(?=[^\W\d_])")
_NO_NAME = re.compile(r"[,;—–-]$|\d{4}")  # a line that goes on; a date
_PAGES = re.compile(r"(?:[^\W\d_]{1,4}\.\s?)?\d[\d.,;:–\-\s]{0,60}(?:\s[^\W\d_]{1,4})?")
_NAME_AND_TITLE = 2  # words
_DASHES = "—–―"
_ASIDE = re.compile(
    r"(?P<name>[^\W\d_][^,:;!?]{2,60}),\s[^,.:;!?]{3,40}:(?=\s\S)"
)  # "—El C. Galván, leyendo: …"


def candidates(line: Line, language: Language, *, first: bool, last: bool = False) -> Iterator[Candidate]:
    """The readings of a line as one that begins with a label. The surest form comes first."""
    text = line.text
    opening = text[0]
    if opening in "<([" or opening.isdigit() or text[-1].isdigit() or text[-1] in ")]":
        stamped = list(_stamped(text, language, first=first, last=last))
        yield from stamped
        if stamped:
            return
    if opening in _DASHES:
        yield from _after_dashes(text, language, first=first, last=last)
        return
    if not (opening.isupper() or opening.isdigit() or opening in _MARKS or is_uncased(opening)):
        return
    start = len(text) - len(text.lstrip(_MARKS)) if opening in _MARKS else 0
    letter = _letter(text, language, first=first, last=last)
    if letter is not None:
        yield letter
    counted = _COUNTED.match(text)
    if counted is not None:
        after = list(_after_number(text, counted.end(), language, first=first, last=last))
        yield from after
        if after:
            return
    found = _likeliest(text, start, language, first=first)
    if found is not None and found.form == "period":
        later = later_colon(text, start, found.name, language)
        if later is not None:
            yield later._replace(first=first, last=last)
    if found is not None:
        yield from _readings(found, text, text[:start], first=first, last=last)
    elif len(text) <= LONGEST and _NO_NAME.search(text) is None:
        face, key = face_and_words(text[start:], language)
        if face is not None:
            yield Candidate("alone", face, key, len(text), len(text), first, last)
    if not first:
        return
    capitals = text[start + 1 : start + 2].isupper() or text[start + 2 : start + 4] == ". "
    if capitals and (name := _unsigned(text, start, language)) and (found is None or found.name > name):
        label = text[start:name].rstrip()
        yield Candidate("gap", "capitals", words_of(label), start + len(label), name, first, last)
    if name := name_before_verb(text, start, language):
        key = words_of(text[start:name].partition("(")[0])
        yield Candidate("verb", "capitals", key, name, name, first, last)


def _unsigned(text: str, start: int, language: Language) -> int:
    """Where a title and a name in capitals end that no sign follows, but a sentence; 0 where none do."""
    match = _UNSIGNED.match(text, start)
    if match is None or len(match.group().split()) < _NAME_AND_TITLE:
        return 0
    labels = language.labels
    titled = first_word(match.group()) in labels.before_names | labels.unnamed
    return match.end() if titled else 0


def _readings(found: Candidate, text: str, marks: str, *, first: bool, last: bool) -> Iterator[Candidate]:
    """What a label with its sign is read as, and read as besides where brackets follow the name.

    `marks` of a type stand before it.
    """
    alone = found.form in ("period", "colon") and found.end >= len(text)
    form: Form = "alone" if alone else found.form
    sign: Literal["", "colon", "period"] = found.form if found.form in ("period", "colon") else ""
    set_off = bool(marks) and text[found.name : found.name + 2].strip(".:")[:1] == marks[-1]
    spoken = found.spoken or (found.form == "bracket" and is_spoken(text, found.end))
    if set_off or spoken:
        found = found._replace(set_off=set_off, spoken=spoken)
    yield Candidate(  # (spelled out: every line passes here, and `_replace` takes three times as long)
        form,
        found.face,
        found.key,
        found.name,
        found.end,
        first,
        last,
        found.inside,
        found.named,
        found.small,
        found.numbers,
        sign if alone else found.stopped,
        found.beside,
        found.again,
        found.opens,
        set_off,
        spoken,
    )
    if found.form == "bracket":
        closed = _closed(found, text)
        if closed is not None:
            yield closed._replace(first=first, last=last, again=True)
        if len(text) < 3 * LONGEST:
            yield found._replace(form="alone", first=first, last=last)


def _likeliest(text: str, start: int, language: Language, *, first: bool) -> Candidate | None:
    """The reading by the first sign that could end a label."""
    found = delimited(text, start, language)
    if found is None or found.form not in ("colon", "dash"):
        found = _initialled(text, start, language) or found
    if found is None and first:
        found = described_line(text, start, language)
    return _followed(found, text) if found is not None and found.form == "colon" else found


def _stamped(text: str, language: Language, *, first: bool, last: bool) -> Iterator[Candidate]:
    """The readings of a name in angle brackets, or with a time before or after it."""
    stamp = stamp_end(text)
    chat = called(text, stamp)
    if chat is not None:
        begin, name, end = chat
        named = text[begin:name]
        yield Candidate("colon", "capitals", words_of(named) or (named,), name, end, first, last, named=named)
        return
    if stamp:
        yield from _after_number(text, stamp, language, first=first, last=last)
        return
    timed = name_before_time(text)
    face = face_of(text[:timed].strip(_MARKS), language) if 0 < timed <= LONGEST else None
    if face is not None:
        named = text[:timed].strip(_MARKS)
        key, end = words_of(named), len(text)
        yield Candidate("alone", face, key, timed, end, first, last, named=named, stopped="colon")


def _after_dashes(text: str, language: Language, *, first: bool, last: bool) -> Iterator[Candidate]:
    """The reading of a label with a colon after the dash that opens what is said ("—El C. Galván: …")."""
    start = len(text) - len(text.lstrip(f"{_DASHES} "))
    found = delimited(text, start, language) if start < len(text) and text[start].isupper() else None
    if found is not None and found.form == "colon" and found.end < len(text):
        yield _followed(found, text)._replace(first=first, last=last, named=text[start : found.name])
        return
    aside = _ASIDE.match(text, start)
    face = face_of(aside["name"], language) if aside is not None else None
    if aside is not None and face is not None:
        key, name = words_of(aside["name"]), aside.end("name")
        yield Candidate("colon", face, key, name, aside.end(), first, last, named=aside["name"])


def _letter(text: str, language: Language, *, first: bool, last: bool) -> Candidate | None:
    """The reading of a letter with a full stop, or for question and answer with none, as a label."""
    key = (text[0].lower(),)
    if _LETTER.match(text):
        named = _LETTER_AND_NAME.match(text)
        if named is not None and not _calls(named["name"], language):
            return None
        return Candidate("period", "letter", key, 1, after_marks(text, 2), first, last)
    gap = _GAP.match(text) if first else None
    if gap is None or not _asks_or_answers(gap["letter"], language):
        return None
    if len(gap["space"]) > 1:
        return Candidate("period", "letter", key, 1, 1, first, last)
    if text[gap.end("space")].islower():
        return None
    return Candidate("gap", "letter", key, 1, 1, first, last)


def _calls(word: str, language: Language) -> bool:
    """Whether a word before a colon calls someone by title or office ("Q. Senator: were you there?")."""
    table = language.labels
    return fold(word) in table.called | table.roles | language.turns.audience


def _asks_or_answers(letter: str, language: Language) -> bool:
    """Whether a letter with no stop may stand for question or answer ("Q    Thank you.", "Q Thank you.")."""
    return letter.lower() in language.turns.questions | language.turns.answers


def after_count(text: str) -> str:
    """A line without the number or the time that a record sets before a label."""
    stamp = stamp_end(text)
    if stamp:
        return text[stamp:]
    counted = _COUNTED.match(text)
    return text[counted.end() :] if counted is not None else ""


def _followed(found: Candidate, text: str) -> Candidate:
    """A reading with what can be seen of the words after its colon."""
    rest = text[_after_direction(text, found.end) :].lstrip(" _*(\"'“”„«»‘’")
    return found._replace(small=rest[:1].islower(), numbers=bool(rest) and _PAGES.fullmatch(rest) is not None)


def _closed(found: Candidate, text: str) -> Candidate | None:
    """The reading of a name with a bracket by the colon, the stop or the dash after the bracket."""
    closing = closing_of(text, found.name)
    if closing is None:
        return None
    end = after_marks(text, closing.end)
    closed = found._replace(form=closing.form, beside=closing.inside, end=end, named=found.named)
    return _followed(closed, text) if closing.form == "colon" else closed


def _initialled(text: str, start: int, language: Language) -> Candidate | None:
    """The reading in which the full stops of initials are part of a name."""
    found = initialled(text, start)
    if found is None:
        return None
    name = text[start : found.name]
    face: Face | None = "capitals" if name.isupper() else face_of(name, language)
    form: Form = "comma" if found.form == "comma" else "period"
    if face is None:
        return None
    end = after_dash(text, found.end) if form == "period" else found.end
    return Candidate(form, face, words_of(name), found.name, end, named=name, opens=found.opens)


def _after_direction(text: str, end: int) -> int:
    """Past a direction in brackets right after the label ("ANNA: (laughing) You?")."""
    start = end
    while start < len(text) and text[start] in " _":
        start += 1
    if text[start : start + 1] not in CLOSERS:
        return end
    close = text.find(CLOSERS[text[start]], start)
    return close + 1 if 0 < close < len(text) - 1 else end


def _after_number(
    text: str, start: int, language: Language, *, first: bool, last: bool
) -> Iterator[Candidate]:
    """The reading in which a record counts the speeches before the label ("Anf. 1 LARS EK:")."""
    if name := name_before_verb(text, start, language):
        named = text[start:name]
        yield Candidate("verb", "capitals", words_of(named), name, name, first, last, named=named)
    found = delimited(text, start, language)
    if found is not None and found.form == "bracket":
        found = _closed(found, text)
    if found is not None and found.form == "colon":
        named = text[start : found.name]
        alone = found.end >= len(text)
        form: Form = "alone" if alone else "colon"
        yield _followed(found, text)._replace(
            form=form, first=first, last=last, named=named, stopped="colon" if alone else ""
        )


def declared(line: Line, conventions: Conventions, *, first: bool) -> Candidate | None:
    """The label that a line begins with by a pattern of the edition's own."""
    found = conventions.label(line.text)
    if found is None:
        return None
    name, end = found
    named = line.text[name.start : name.end]
    key = words_of(named)
    return Candidate("declared", "declared", key, name.end, end, first, named=named) if key else None
