"""The parts of a letter, each told from a line or a stanza: greeting, leave, address, what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.letters import UPPER, fold
from edition.converter.languages import Language
from edition.converter.segment.endings import (
    WORDS,
    folded,
    is_date_alone,
    is_dateline,
    is_signature,
    looks_like_address,
)
from edition.converter.segment.lines import Line, Stanza

_LONGEST = 90  # characters of a line that opens or closes a letter
_MOST_GREETING = 12  # words of a greeting
_MOST_OPEN = 4  # words of a greeting that no sign ends
_CLOSED = (",", "!", ":", ".", "—", "–", "--", "-")
# "DEAR MR. HOLMES,--": a short word with its stop may be a title.
_FIGURE = re.compile(r"\d")
_RUN_IN = re.compile(r"(?P<words>(?:\b[^\W\d_]{1,3}\.\s|[^—–.!?:;\n]){2,60}?)[,.!:]?\s?(?:--+|[—–])\s?(?=\S)")
_MOST_RUN_IN = 7  # words of a greeting before the text goes on
_LEAVE = 300  # characters of a sentence that takes leave
_MOST_STOPPED = 4  # words of a greeting that a full stop ends
_ROUTES = 3  # lines that route a memorandum
_TELLING = 3  # words in small letters that no greeting has
_OPENING_MARK = re.compile(r"[-–—―“„«»”\"'‘’‚‹›]")  # talk begins so, or a letter within another text
_TALKS = re.compile(r"(?:--|\s-\s|[–—―]).*\w.*(?:--|\s-\s|[–—―])\s?\w|[,!?.…][”“»«\"’‘‹›]+\s*\w")
_COLON = re.compile(rf"(?P<words>[^—–.!?:;,\n]{{2,50}}):\s+(?=[“„«\"]?[{UPPER}])")
_DASH_FIRST = re.compile(r"[–—―]|-(?!-)")
_ASIDE = re.compile(r"[^–—]{0,60}[–—]\W{0,3}\w")
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_]")


def is_salute(line: Line, language: Language) -> bool:
    """Whether a line greets someone: it begins, or ends, as greetings do, and is a line by itself.

    "—Señor —dijo el mozo—, no quiere." is talk.
    """
    text = line.text
    if len(text) > _LONGEST or text.endswith(("?", ";")) or is_spoken(line) or _TALKS.search(text):
        return False
    words = folded(text)
    if not 0 < len(words) <= _MOST_GREETING:
        return False
    if is_diction(line, language) or _addresses_editor(text, words, language):
        return True
    if words[0] not in language.letters.salutes or _signs_by_initials(text, words, language):
        return False
    long = len(words) > _MOST_STOPPED and not is_dateline(line, language)  # "SIR,      Bath, Sept. 4th."
    if text.endswith(".") and long and not _is_courtesy(text, language):
        return False
    if text.endswith(":") and _tells(text, language):
        return False
    if ends_like_salute(line):
        return True
    # "My dear Tom" needs no stop; "TO / MY FATHER" greets no one.
    return len(words) <= _MOST_OPEN and not text.isupper()


def _signs_by_initials(text: str, words: Sequence[str], language: Language) -> bool:
    """Whether a line is a word of devotion and initials ("Euer H.")."""
    initials = all(len(word) == 1 for word in words[1:]) and len(words) > 1 and text.endswith(".")
    return words[0] in language.letters.devotion and initials


def _addresses_editor(text: str, words: Sequence[str], language: Language) -> bool:
    """Whether a line is what letters to a paper begin with ("To the Editor:")."""
    known = language.article.letters
    return text.endswith((":", ",")) and " ".join(words) in known and words[0] not in known and len(words) > 1


def _tells(text: str, language: Language) -> bool:
    """Whether words are a sentence that leads in something ("My terms are these:")."""
    others = [word for word in WORDS.findall(text) if word[0].islower()]
    return sum(fold(word) not in language.letters.salutes for word in others) >= _TELLING


def _is_courtesy(text: str, language: Language) -> bool:
    """Whether words are titles and names, and no sentence ("Liebe und verehrte Frau Hofrätin.")."""
    words = WORDS.findall(text)
    courteous = [word for word in words if fold(word) in language.letters.salutes]
    others = [word for word in words if word[0].islower() and word not in courteous]
    return len(words) <= _MOST_RUN_IN and len(courteous) > 1 and len(others) <= 1


def is_spoken(line: Line) -> bool:
    """Whether a dash or an opening quotation mark begins a line."""
    return _OPENING_MARK.match(line.text) is not None


def begins_with_dash(line: Line) -> bool:
    """Whether a dash begins a line, as it begins what is said: under a call it means dialogue."""
    return _DASH_FIRST.match(line.text) is not None


def ends_like_salute(line: Line) -> bool:
    """Whether a sign ends a line as it ends greetings."""
    return line.text.rstrip("”\"’'_").endswith(_CLOSED)


def is_diction(line: Line, language: Language) -> bool:
    """Whether a line greets in the third person ("Marcus Serenae suae s. d.")."""
    words = folded(line.text)
    dictions = language.letters.dictions
    if not dictions or not 2 < len(words) <= _MOST_GREETING or not line.text[0].isupper():
        return False
    return any(" ".join(words[-count:]) in dictions for count in (1, 2, 3))


def run_in_salute(line: Line, language: Language) -> int:
    """How many characters of a line greet, where the text goes on after a dash or a colon; 0 for other lines.

    "Dear Mother,--We came over the hill"  "CAPTAIN: I have the honor to report"
    """
    match = _RUN_IN.match(line.text)
    if match is None:
        return _before_colon(line, language)
    if any(c.isdigit() for c in match["words"]):
        return 0
    signed = line.text[match.end("words")] in ",.!:"
    if is_spoken(line) or (not signed and _ASIDE.match(line.text, match.end())):
        return 0
    words = folded(match["words"])
    if not 0 < len(words) <= _MOST_RUN_IN or words[0] not in language.letters.salutes:
        return 0
    # "SIR,--I read": one word must be capitalised and have its stop.
    if len(words) == 1 and not (signed and line.text[0].isupper() and len(words[0]) > 2):
        return 0
    return len(match.group().rstrip())


def _before_colon(line: Line, language: Language) -> int:
    """How many characters of a line are a greeting with a colon, after which a sentence begins."""
    match = _COLON.match(line.text)
    if match is None or any(c.isdigit() for c in match["words"]):
        return 0
    words = folded(match["words"])
    if not 0 < len(words) <= _MOST_RUN_IN:
        return 0
    ranked = match["words"].isupper() and words[0] in language.labels.titles | language.labels.roles
    greets = words[0] in language.letters.salutes and (len(words) > 1 or match["words"].isupper())
    return len(match.group().rstrip()) if ranked or greets else 0


def closes(lines: Sequence[Line], language: Language) -> bool:
    """Whether lines are a closing formula, with or without the name."""
    if len(lines) > 2 and _FIGURE.search(lines[-1].text) and is_date_alone(lines[-1], language):
        lines = lines[:-1]  # place and date under the name
    words = [word for line in lines for word in folded(line.text)]
    if not 0 < len(words) <= 40 or len(lines) > 5 or lines[0].text[0] in "([":
        return False
    if words[0] in language.letters.salutes and lines[-1].text.endswith(("--", "—", ":")):
        return False  # "DEAR RIES,--" greets again
    if _signs_devoted(lines, language):
        return True
    formula = any(word in language.letters.closings for word in words[:8])
    return formula and len(words) <= 14 and _ends_in_name(lines[-1])


def _signs_devoted(lines: Sequence[Line], language: Language) -> bool:
    """Whether lines end in a word of devotion, with nothing but a name after it ("Dein Paul")."""
    words = WORDS.findall(" ".join(line.text for line in lines))
    devotion = language.letters.devotion
    for place in range(len(words) - 1, max(len(words) - 8, -1), -1):
        if fold(words[place]) in devotion:
            after = words[place + 1 :]
            names = [word for word in after if word[0].isupper()]
            if len(names) > 4 or len(after) - len(names) > 2 or (after and not after[-1][0].isupper()):
                return False
            closings = language.letters.closings
            return len(words) <= 10 or any(fold(word) in closings for word in words)
    return False


def signs_with_devotion(line: Line, language: Language) -> bool:
    """Whether a line under the formula is a name with what the writer is to the reader ("your son Tom")."""
    words = WORDS.findall(line.text)
    if not 2 <= len(words) <= 6 or line.text.endswith((",", "!", "?", ":")):
        return False
    return fold(words[0]) in language.letters.devotion and words[-1][0].isupper()


def _ends_in_name(line: Line) -> bool:
    """Whether a line ends in a capitalised word, or in the comma after which the name follows."""
    words = WORDS.findall(line.text)
    return line.text.endswith((",", "!")) or (bool(words) and words[-1][0].isupper())


def takes_leave(lines: Sequence[Line], language: Language) -> bool:
    """Whether lines are one whole sentence that takes leave ("Veuillez agréer, Monsieur, …")."""
    text = " ".join(line.text for line in lines)
    if len(text) > _LEAVE or _STOP_INSIDE.search(text) or text.endswith(("?", ";")):
        return False
    words = folded(text[:80])
    return any(" ".join(words[:count]) in language.letters.leaves for count in (1, 2, 3, 4))


def is_postscript(line: Line, language: Language) -> bool:
    """Whether a line begins with a label of postscripts ("P.S.", "Nachschrift", "[P.S. apart]")."""
    if line.text[0] in "([" and len(line.text) > 1:
        line = line._replace(text=line.text[1:])
    return _labelled(line, language.letters.postscripts)


def is_enclosure(line: Line, language: Language) -> bool:
    """Whether a line begins with a label of enclosures ("Encl.", "Anlage:")."""
    return len(line.text) <= 200 and _labelled(line, language.letters.enclosures, stopped=True)


def is_subject(line: Line, language: Language) -> bool:
    """Whether a line says what the letter is about ("Betreff: …")."""
    label, colon, rest = line.text.partition(":")
    return bool(colon and rest) and " ".join(folded(label)) in language.letters.subjects


def routed(lines: Sequence[Line], language: Language) -> int:
    """How many lines from the first on route a memorandum or an e-mail ("From: …", "To: …"); 0 for too few.

    A line set further in goes on with the one above.
    """
    labels: list[str] = []
    count = 0
    for line in lines:
        label, colon, _ = line.text[:40].partition(":")
        words = " ".join(folded(label))
        if colon and words in language.letters.routing | language.letters.subjects:
            labels.append(words)
        elif not labels or line.indent <= lines[count - 1].indent or line.blanks:
            break
        count += 1
    return count if len(labels) >= _ROUTES and len(set(labels)) == len(labels) else 0


def is_telegram(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza is the heading of a telegram's form."""
    words = folded(stanza.text)
    return len(stanza.lines) == 1 and len(words) == 1 and words[0] in language.letters.telegrams


def is_address(stanza: Stanza, language: Language) -> bool:
    """Whether lines are an address, and no closing formula with its names."""
    return looks_like_address(stanza) and not closes(stanza.lines, language)


def is_name(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza is a name alone, without a word of the formula."""
    alone = len(stanza.lines) == 1 and is_signature(stanza.lines[0], language)
    return alone and not closes(stanza.lines, language)


def _labelled(line: Line, labels: frozenset[str], *, stopped: bool = False) -> bool:
    words = folded(line.text[:40])
    for count in (1, 2):
        if " ".join(words[:count]) in labels and len(words) >= count:
            after = line.text[_end_of(line.text, count) :][:1]
            return after in {".", ":", "-", "—", "–", "", "("} or (not stopped and line.text[:2].isupper())
    return False


def _end_of(text: str, count: int) -> int:
    matches = list(WORDS.finditer(text[:60]))
    return matches[count - 1].end() if len(matches) >= count else len(text)
