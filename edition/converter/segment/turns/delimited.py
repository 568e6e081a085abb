"""The label that ends at the first sign on its line that can end one: colon, stop, bracket, comma, dash."""

from __future__ import annotations

import re

from edition.converter.forms.letters import LOWER, UPPER, fold
from edition.converter.forms.memory import remembered
from edition.converter.forms.speakers import first_word, words_of
from edition.converter.languages import Language
from edition.converter.segment.turns.candidate import Candidate, Form
from edition.converter.segment.turns.closings import closing_of
from edition.converter.segment.turns.directions import speaks
from edition.converter.segment.turns.faces import LONGEST, LONGEST_OFFICE, MOST_WORDS, Face, face_of

_SHORT = 5  # letters of an abbreviation inside a label
_STOP = re.compile(
    r"[:.(\[{—–,]|--| - |[ \u00a0]{2,}(?=[^\s(\[{.:—–-])|\t(?=\S)"
    r"|(?<= )_(?=[^\W\d_]{1,5}_ )|_[.:]?_? |_[.:]?_?$|$"
)
_INITIAL = re.compile(r"[^\W\d_]{1,2}$")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_ITALIC_WORD = re.compile(r"(?<= )_[^\W\d_]{1,5}_(?= )")
_ROLE = re.compile(r",\s[^,.:;!?()\[\]]{1,70}(?:[.:](?=\s|$|[—–-])|$|(?=\s?[(\[]))")
# A direction with a comma or a title in it, up to the end of the line: the speech stands under it.
_LONG_ROLE = re.compile(r",\s[^:;!?()\[\]]{1,90}(?<![.])$")
_ROLE_AND_DASH = re.compile(r",\s[^?!:;]{2,140}?\.\s?(?:--|—|–)\s(?=\S)")
# A stop that may end a direction after a comma: the word before it, and the sign after it that is no dash.
_DIRECTION_STOP = re.compile(r"(?P<word>[^\W\d_]+)[’']?[.:](?=\s?(?:--|—|–)|\s+(?P<next>\S)|\s*$)")
_NO_DIRECTION = re.compile(r"[?!;()\[\]]")
_LONGEST_DIRECTION = 70  # characters after a comma
_MOST_COMMAS = 2  # in them
_DASH = re.compile(r"\s*(?:--|—|–| - |-(?=\s))+\s*")
_DOES = re.compile(rf"([{UPPER}][^,.:;!?()\[\]]{{1,40}}),\s[{LOWER}][^:;!?()\[\]]{{1,200}}\.")
# What is said after a direction: after a stop, or with a capital.
_SAID = re.compile(rf"[_*]*(?:[.:][_*]?\s*\S|\s+[\"“„«'‘¡¿(\[—–-]*[{UPPER}])")
_INITIALS = re.compile(r"(?:[^\W\d_]\. ?)+[^\W\d_]")  # "D. a" of "D. a. Moor."
CLOSERS = {"(": ")", "[": "]", "{": "}"}
_ROMAN = re.compile(r"[IVXLC]+")


def delimited(text: str, start: int, language: Language) -> Candidate | None:
    """The label from offset `start` to the first sign that ends one; None where none can stand there."""
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
        if sign in CLOSERS:
            close = text.find(CLOSERS[sign], at)
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


def later_colon(text: str, start: int, stop: int, language: Language) -> Candidate | None:
    """The reading in which full stops belong to short words of a label ("Abp. Cyril:", "Dep. Dr. Lind:")."""
    at = text.find(":", stop, start + LONGEST)
    stopped = text[start:at].split(".")[:-1] if at > 0 else []
    if not stopped or any(len(words.rpartition(" ")[2]) > _SHORT for words in stopped):
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
        end = _after_colon(text, at)
        return Candidate("colon", face, words_of(name), at, end, inside=inside, named=name)
    face, key = face_and_words(label, language)
    if face is None:
        return None
    return Candidate("colon", face, key, at, _after_colon(text, at), inside=inside)


def _after_colon(text: str, at: int) -> int:
    """Past a colon, and the dash that a printer set after it ("MR. BRIGHT:—", "O sr. Presidente: — ")."""
    end = after_marks(text, at + 1)
    return after_dash(text, end) if "—" in text[end : end + 2] or "--" in text[end : end + 3] else end


@remembered(2048)
def face_and_words(label: str, language: Language) -> tuple[Face | None, tuple[str, ...]]:
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
    face, key = face_and_words(label, language)
    if face is None or _ROMAN.fullmatch(label) or label.isdigit():
        return None
    named = ""
    if len(key) == 2 and key[1].isdigit() and key[0] in language.turns.asking:
        named, key = label.split()[0], key[:1]  # "Question 12."
    end = after_dash(text, after_marks(text, end))
    return Candidate("period", face, key, at, end, inside=inside, named=named)


def after_dash(text: str, end: int) -> int:
    """Past a dash that is the printer's ("NAME.—", "Name. — ")."""
    dash = _DASH.match(text, end)
    return (
        dash.end() if dash is not None and dash.end() < len(text) and not text[dash.end()].islower() else end
    )


def _bracket(text: str, start: int, at: int, language: Language) -> Candidate | None:
    label = text[start:at].rstrip(" _*,")
    face, key = face_and_words(label, language)
    if face is None or at == start:
        return None
    close = text.find(CLOSERS[text[at]], at)
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
        stop = _direction_end(text, at, language)
        end = dashed.end() if not 0 < stop < dashed.end() else after_dash(text, stop)
        return Candidate("period", face, words_of(label), at, end, named=label)
    if face == "capitalised" and _holds_office(label, rest, language):
        match = _ROLE.match(text, at)
        if match is None:
            return None
        return Candidate("comma", face, words_of(label), at, match.end(), named=label)
    if face == "capitalised" and dashed is not None and rest[:1].islower() and not speaks(rest, language):
        stop = _direction_end(text, at, language)
        if 0 < stop < dashed.end():
            return Candidate("comma", face, words_of(label), at, dashed.end(), spoken=True)
    if face != "capitals" or len(label) < 3:
        return None
    office = first_word(rest) in language.labels.roles
    if not (office or rest[:1].islower()):
        return None
    stop = 0 if office else _direction_end(text, at, language)
    if not stop:
        match = _ROLE.match(text, at) or _LONG_ROLE.match(text, at)
        if match is None:
            return None
        stop = match.end()
    dash = _DASH.match(text, stop)
    end = dash.end() if dash is not None and dash.end() < len(text) else stop
    named = label if office else ""
    return Candidate("comma", "capitals", words_of(label), at, end, named=named, spoken=end < len(text))


def _direction_end(text: str, at: int, language: Language) -> int:
    """Where the words after a comma end with their stop, which belongs to no abbreviation in them ("LUCIE, à
    M. Durand. — "); 0 where they are longer than a direction, or are none.
    """
    limit = min(len(text), at + _LONGEST_DIRECTION + len(". — J"))
    for match in _DIRECTION_STOP.finditer(text, at, limit):
        said = text[at + 1 : match.start()]
        if match.end() == limit < len(text) or _NO_DIRECTION.search(said) or said.count(",") > _MOST_COMMAS:
            return 0
        follows = match["next"] or ""
        if follows.islower() or (follows and _abbreviates(match["word"], language)):
            continue
        # Of a line with nothing said in it more than one thing may be said of who comes on.
        alone = match.end() == len(text) and text.find(",", at + 1) > 0
        return 0 if alone else match.end()
    return 0


def _abbreviates(word: str, language: Language) -> bool:
    return fold(word) in language.labels.abbreviations or (len(word) == 1 and word.isupper())


def described_line(text: str, start: int, language: Language) -> Candidate | None:
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


def is_spoken(text: str, start: int) -> bool:
    """Whether something is said after the bracket that opens at `start`."""
    close = text.find(CLOSERS[text[start]], start) if text[start] in CLOSERS else -1
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


def after_marks(text: str, end: int) -> int:
    """Past the marks of bold or italic type that close after the label."""
    while end < len(text) and text[end] in "_*=’”»>":
        end += 1
    return end
