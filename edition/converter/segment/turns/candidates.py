"""What at the beginning of a line could be the label of a speaker: every reading, none decided yet.

Printers mark a speaker by a form (a colon, a full stop, a direction in brackets, a dash, a line of its own)
and a face (capitals, capitalised words). Which of them a text uses is seen only over its whole length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from edition.converter.forms.letters import LOWER, UPPER, fold
from edition.converter.forms.memory import remembered
from edition.converter.forms.speakers import first_word, words_of
from edition.converter.languages import Language
from edition.converter.segment.conventions import Conventions
from edition.converter.segment.lines import Line
from edition.converter.segment.turns.closings import closing_of
from edition.converter.segment.turns.faces import (
    LONGEST,
    LONGEST_OFFICE,
    MOST_WORDS,
    Face,
    face_of,
    is_uncased,
)
from edition.converter.segment.turns.initials import initialled
from edition.converter.segment.turns.saying import name_before_verb
from edition.converter.segment.turns.stamps import called, name_before_time, stamp_end

Form = Literal["colon", "period", "bracket", "dash", "comma", "gap", "alone", "verb", "declared"]

_SHORT = 5  # letters of an abbreviation inside a label
_MARKS = "_*=“\"'‘«<"  # of bold and italic type, or around a supplied label
_STOP = re.compile(
    r"[:.(\[{—–,]|--| - |[ \u00a0]{2,}(?=[^\s(\[{.:—–-])|\t(?=\S)"
    r"|(?<= )_(?=[^\W\d_]{1,5}_ )|_[.:]?_? |_[.:]?_?$|$"
)
_INITIAL = re.compile(r"[^\W\d_]{1,2}$")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_LETTER = re.compile(r"[^\W\d_]\.\s+\S")
_GAP = re.compile(r"(?P<letter>[^\W\d_])(?P<space>\s+)[^\W_\d¿¡“\"„«(\[-]?[^\W_]*")
_COUNTED = re.compile(r"(?:[^\W\d_]{1,6}\.?\s)?\d{1,4}(?:\.\d{1,3})?[.)]?\s+(?=[^\W\d_])")
_NO_NAME = re.compile(r"[,;—–-]$|\d{4}")  # a line that goes on; a date
_ITALIC_WORD = re.compile(r"(?<= )_[^\W\d_]{1,5}_(?= )")
_ROLE = re.compile(r",\s[^,.:;!?()\[\]]{1,70}(?:[.:](?=\s|$|[—–-])|$|(?=\s?[(\[]))")
# A direction with a comma or a title in it, up to the end of the line: the speech stands under it.
_LONG_ROLE = re.compile(r",\s[^:;!?()\[\]]{1,90}(?<![.])$")
_ROLE_AND_DASH = re.compile(r",\s[^?!:;]{2,140}?\.\s?(?:--|—|–)\s(?=\S)")
_PAGES = re.compile(r"(?:[^\W\d_]{1,4}\.\s?)?\d[\d.,;:–\-\s]{0,60}(?:\s[^\W\d_]{1,4})?")
_DASH = re.compile(r"\s*(?:--|—|–| - |-(?=\s))+\s*")
_DOES = re.compile(rf"([{UPPER}][^,.:;!?()\[\]]{{1,40}}),\s[{LOWER}][^:;!?()\[\]]{{1,200}}\.")
# What is said after a direction: after a stop, or with a capital.
_SAID = re.compile(rf"[_*]*(?:[.:][_*]?\s*\S|\s+[\"“„«'‘¡¿(\[—–-]*[{UPPER}])")
_INITIALS = re.compile(r"(?:[^\W\d_]\. ?)+[^\W\d_]")  # "D. a" of "D. a. Moor."
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
_DASHES = "—–―"
_ASIDE = re.compile(
    r"(?P<name>[^\W\d_][^,:;!?]{2,60}),\s[^,.:;!?]{3,40}:(?=\s\S)"
)  # "—El C. Galván, leyendo: …"
_ROMAN = re.compile(r"[IVXLC]+")


class Candidate(NamedTuple):
    """A reading of a line: its label ends at offset `name` of the line's text, with all that marks it at
    `end`; what is said, or a direction, follows.

    `first` says that it stands at the beginning of a stanza, `last` that the stanza ends with its line;
    `inside` is a bracket that is part of the label; `named` the name alone, where the label has more. `small`
    says that what follows goes on in small letters, `numbers` that nothing but numbers follows;
    `stopped` is the form that a label alone has by a sign of its own. `set_off` says that the label has a
    type of its own, `spoken` that something is said on the line after the direction in brackets. `beside` is
    the bracket after a name, `again` a second reading of such a name, by the sign after the bracket; `opens`
    an office that goes on in the lines below.
    """

    form: Form
    face: Face
    key: tuple[str, ...]
    name: int
    end: int
    first: bool = False
    last: bool = False
    inside: str = ""
    named: str = ""
    small: bool = False
    numbers: bool = False
    stopped: Literal["", "colon", "period"] = ""
    beside: str = ""
    again: bool = False
    opens: bool = False
    set_off: bool = False
    spoken: bool = False

    @property
    def described(self) -> bool:
        """Whether the line says at length what someone does, and the speech stands under it."""
        return self.form == "comma" and self.stopped != ""


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
        later = _later_colon(text, start, found.name, language)
        if later is not None:
            yield later._replace(first=first, last=last)
    if found is not None:
        yield from _readings(found, text, text[:start], first=first, last=last)
    elif len(text) <= LONGEST and _NO_NAME.search(text) is None:
        face, key = _told(text[start:], language)
        if face is not None:
            yield Candidate("alone", face, key, len(text), len(text), first, last)
    if first and (name := name_before_verb(text, start, language)):
        key = words_of(text[start:name].partition("(")[0])
        yield Candidate("verb", "capitals", key, name, name, first, last)


def _readings(found: Candidate, text: str, marks: str, *, first: bool, last: bool) -> Iterator[Candidate]:
    """What a label with its sign is read as, and read as besides where brackets follow the name.

    `marks` of a type stand before it.
    """
    alone = found.form in ("period", "colon") and found.end >= len(text)
    form: Form = "alone" if alone else found.form
    sign: Literal["", "colon", "period"] = found.form if found.form in ("period", "colon") else ""
    set_off = bool(marks) and text[found.name : found.name + 2].strip(".:")[:1] == marks[-1]
    spoken = found.form == "bracket" and _is_spoken(text, found.end)
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
    found = _delimited(text, start, language)
    if found is None or found.form not in ("colon", "dash"):
        found = _initialled(text, start, language) or found
    if found is None and first:
        found = _described(text, start, language)
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
    found = _delimited(text, start, language) if start < len(text) and text[start].isupper() else None
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
        return Candidate("period", "letter", key, 1, _after_marks(text, 2), first, last)
    gap = _GAP.match(text) if first else None
    if gap is None or not _asks_or_answers(gap["letter"], language):
        return None
    if len(gap["space"]) > 1:
        return Candidate("period", "letter", key, 1, 1, first, last)
    if text[gap.end("space")].islower():
        return None
    return Candidate("gap", "letter", key, 1, 1, first, last)


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
    end = _after_marks(text, closing.end)
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
    end = _after_dash(text, found.end) if form == "period" else found.end
    return Candidate(form, face, words_of(name), found.name, end, named=name, opens=found.opens)


def _after_direction(text: str, end: int) -> int:
    """Past a direction in brackets right after the label ("ANNA: (laughing) You?")."""
    start = end
    while start < len(text) and text[start] in " _":
        start += 1
    if text[start : start + 1] not in _CLOSERS:
        return end
    close = text.find(_CLOSERS[text[start]], start)
    return close + 1 if 0 < close < len(text) - 1 else end


def _after_number(
    text: str, start: int, language: Language, *, first: bool, last: bool
) -> Iterator[Candidate]:
    """The reading in which a record counts the speeches before the label ("Anf. 1 LARS EK:")."""
    if name := name_before_verb(text, start, language):
        named = text[start:name]
        yield Candidate("verb", "capitals", words_of(named), name, name, first, last, named=named)
    found = _delimited(text, start, language)
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


def _delimited(text: str, start: int, language: Language) -> Candidate | None:
    position = start
    inside = ""
    while True:
        match = _STOP.search(text, position, min(len(text), start + LONGEST_OFFICE + 2))
        if match is None or not match.group():
            return None
        at, sign = match.start(), match.group()
        label = text[start:at]
        if sign == ".":
            last = label.rpartition(" ")[2]
            initials = _INITIALS.fullmatch(label) is not None
            if at + 1 < len(text) and (initials or _goes_on(last, text[at + 1], language)):
                position = at + 1
                continue
            return _period(text, start, at, language, inside)
        if sign == ":":
            return _colon(text, start, at, language, inside)
        if sign in _CLOSERS:
            close = text.find(_CLOSERS[sign], at)
            after = text[close + 1 : close + 2]
            if close > 0 and after == ":" and _named(text[at + 1 : close]):
                inside, position = text[at + 1 : close], close + 1
                continue
            return _bracket(text, start, at, language)
        if sign == ",":
            if _comma_goes_on(text, at):
                position = at + 1
                continue
            return _comma(text, start, at, language)
        if sign.isspace():
            return _gap(text, start, match, language)
        if sign[0] == "_":
            inner = _ITALIC_WORD.match(text, at)
            if inner is not None:
                position = inner.end()
                continue
            return _underscored(text, start, match, language)
        return _dash(text, start, at, language)


def _later_colon(text: str, start: int, stop: int, language: Language) -> Candidate | None:
    """The reading in which a full stop belongs to a short word of the label ("Abp. Cyril:")."""
    at = text.find(":", stop, start + LONGEST)
    if at < 0 or len(text[start:stop].rpartition(" ")[2]) > _SHORT or text.find(".", stop + 1, at) >= 0:
        return None
    return _colon(text, start, at, language, "")


def _goes_on(word: str, following: str, language: Language) -> bool:
    """Whether a full stop belongs to an abbreviation inside the label ("Mrs. Pearce", "J. Kennedy")."""
    if following not in " \u00a0" and not following.isalpha():
        return False
    if fold(word) in language.labels.abbreviations:
        return True
    return bool(_INITIAL.fullmatch(word)) and word.isupper() and len(word) == 1


def _comma_goes_on(text: str, at: int) -> bool:
    """ "John Smith, MP:" and "THE CHAIR, Mr. X:": a colon soon after, before any sentence ends."""
    end = text.find(":", at, at + LONGEST_OFFICE)
    return (
        end > 0
        and not _SENTENCE_END.search(text, at, end)
        and text[at + 1 : at + 2] == " "
        and (text[at + 2 : at + 3].isupper())
    )


def _named(inside: str) -> bool:
    return inside[:1].isupper() and len(inside.split()) <= MOST_WORDS


def _colon(text: str, start: int, at: int, language: Language, inside: str) -> Candidate | None:
    after = text[at + 1 : at + 3]
    if after[:1].isdigit() and text[at - 1].isdigit():
        return None
    if after == "//":
        return None
    label = text[start:at].partition("(")[0].rstrip(" _*")
    name, comma, office = label.partition(", ")
    if (
        comma
        and first_word(office) in language.labels.roles
        and (face := face_of(name, language)) is not None
    ):
        end = _after_marks(text, at + 1)
        return Candidate("colon", face, words_of(name), at, end, inside=inside, named=name)
    face, key = _told(label, language)
    if face is None:
        return None
    return Candidate("colon", face, key, at, _after_marks(text, at + 1), inside=inside)


@remembered(2048)
def _told(label: str, language: Language) -> tuple[Face | None, tuple[str, ...]]:
    """The face of a label and its folded words. (A text has few, and each comes again and again.)"""
    face = face_of(label, language)
    return face, words_of(label) if face is not None else ()


def _period(text: str, start: int, at: int, language: Language, inside: str) -> Candidate | None:
    label = text[start:at].rstrip("_*")
    end = at + 1
    if text[end : end + 1].isalnum():
        return None  # "U.S.", "e.g."
    if text[end : end + 2] == ".." or text[end : end + 3] == " . ":
        return None
    face, key = _told(label, language)
    if face is None or _ROMAN.fullmatch(label) or label.isdigit():
        return None
    end = _after_dash(text, _after_marks(text, end))
    return Candidate("period", face, key, at, end, inside=inside)


def _after_dash(text: str, end: int) -> int:
    """Past a dash that is the printer's ("NAME.—", "Name. — ")."""
    dash = _DASH.match(text, end)
    return (
        dash.end() if dash is not None and dash.end() < len(text) and not text[dash.end()].islower() else end
    )


def _bracket(text: str, start: int, at: int, language: Language) -> Candidate | None:
    label = text[start:at].rstrip(" _*,")
    face, key = _told(label, language)
    if face is None or at == start:
        return None
    close = text.find(_CLOSERS[text[at]], at)
    beside = text[at : close + 1] if close > 0 else ""
    closing = closing_of(text, start + len(label))
    named = label if closing is not None and closing.more else ""
    return Candidate("bracket", face, key, start + len(label), at, beside=beside, named=named)


def _comma(text: str, start: int, at: int, language: Language) -> Candidate | None:
    """A name in capitals, a comma, a direction or an office in small letters ("HARPAGON, aside.").

    The words after the comma end with a stop, a bracket or the line; a sentence goes on with more commas.
    """
    label = text[start:at]
    face = face_of(label, language)
    rest = text[at + 1 :].lstrip(" _")
    dashed = _ROLE_AND_DASH.match(text, at)
    if dashed is not None and face is not None and " " in label:
        return Candidate("period", face, words_of(label), at, dashed.end(), named=label)
    if face == "capitalised" and _holds_office(label, rest, language):
        match = _ROLE.match(text, at)
        if match is None:
            return None
        return Candidate("comma", face, words_of(label), at, match.end(), named=label)
    if face != "capitals" or len(label) < 3:
        return None
    match = _ROLE.match(text, at) or _LONG_ROLE.match(text, at)
    office = first_word(rest) in language.labels.roles
    if not (office or rest[:1].islower()) or match is None:
        return None
    dash = _DASH.match(text, match.end())
    end = dash.end() if dash is not None and dash.end() < len(text) else match.end()
    return Candidate("comma", "capitals", words_of(label), at, end, named=label if office else "")


def _described(text: str, start: int, language: Language) -> Candidate | None:
    """A name in capitals and, up to the full stop that ends the line, what its bearer does; the speech stands
    under it.
    """
    match = _DOES.fullmatch(text, start)
    if match is None or face_of(match[1], language) != "capitals":
        return None
    end = match.end()
    return Candidate("comma", "capitals", words_of(match[1]), match.end(1), end, stopped="period")


def _holds_office(label: str, rest: str, language: Language) -> bool:
    """Whether a name with a title is followed by its office ("M. Bertaut, ministre de la marine.")."""
    table = language.labels
    titled = first_word(label) in table.men | table.women
    return titled and first_word(rest) in table.roles


def _dash(text: str, start: int, at: int, language: Language) -> Candidate | None:
    label = text[start:at].rstrip(" _*")
    face = face_of(label, language)
    marks = _DASH.match(text, at)
    if face is None or marks is None or marks.end() >= len(text):
        return None
    rest = text[marks.end() :]
    if rest.isupper() and rest[-1].isalpha() and len(rest) <= LONGEST:
        return None  # a heading of two parts
    return Candidate("dash", face, words_of(label), start + len(label), marks.end())


def _gap(text: str, start: int, match: re.Match[str], language: Language) -> Candidate | None:
    """A name in capitals in a column of its own ("TEODORO   ¿Qué te parece?")."""
    label = text[start : match.start()]
    if face_of(label, language) != "capitals" or len(label) < 2:
        return None
    return Candidate("gap", "capitals", words_of(label), match.start(), match.end())


def _is_spoken(text: str, start: int) -> bool:
    """Whether something is said after the bracket that opens at `start`."""
    close = text.find(_CLOSERS[text[start]], start) if text[start] in _CLOSERS else -1
    return close > 0 and _SAID.match(text, close + 1) is not None


def _underscored(text: str, start: int, match: re.Match[str], language: Language) -> Candidate | None:
    """ "_Name._ Speech" and "_Name_ Speech": italics stand for the label's own type."""
    if start == 0:
        return None
    label = text[start : match.start()]
    face = face_of(label.rstrip("."), language)
    if face is None:
        return None
    form: Form = "colon" if ":" in match.group() else "period"
    return Candidate(form, face, words_of(label), match.start(), match.end())


def _after_marks(text: str, end: int) -> int:
    """Past the marks of bold or italic type that close after the label."""
    while end < len(text) and text[end] in "_*=’”»>":
        end += 1
    return end
