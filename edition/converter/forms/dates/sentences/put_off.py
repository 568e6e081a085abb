"""Dates for which something was meant, or to which it was put off."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.sentences.sentences import ends_with, follows
from edition.converter.languages import Language

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PHRASE = 40  # characters of a phrase before a date
_CLAUSE = 60  # characters of a clause before a date
_BEFORE = 12  # characters before a date in which a word stands


def is_put_off(text: str, start: int, end: int, language: Language) -> bool:
    """Whether words right before a date or after it say for when something was meant, perhaps past by now:
    "due in June", "delayed until May", "auf Mai verschoben"; not "is due in June".
    """
    if _is_put_off_apart(text, start, language) or _put_off(language)[1].match(text, end):
        return True
    if _names_its_thing(text, start, end, language) or is_moved_to(text, start, end, language):
        return True
    found = _put_off_right_before(text, start, language)
    if found is None:
        return False
    lead = _WORDS.findall(text[max(0, found.start() - _BEFORE) : found.start()])
    return not lead or lead[-1].lower() not in language.dates.present


def is_meant_now(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a clause says that something is, and not was, meant for its date: "ist für März geplant"."""
    lead = text[max(0, start - _CLAUSE) : start].rpartition(",")[2]
    is_so = not language.dates.copulas.isdisjoint(_WORDS.findall(lead))
    return is_so and _put_off(language)[1].match(text, end) is not None


def leaning(text: str, start: int, end: int, language: Language) -> bool | None:
    """On which side of the day of writing a date is rather that says for when something was meant: to come
    where it was moved to it ("auf Mai verschoben"), over where it says which thing is meant ("das Heft vom
    21. März"). None for neither.
    """
    if is_moved_to(text, start, end, language):
        return True
    if _names_its_thing(text, start, end, language) and not follows(
        text, start, language.dates.before_coming
    ):
        return False
    return None


def is_possible(text: str, start: int, language: Language) -> bool:
    """Whether the clause of a date says what could be then, of which nobody knows: "they could begin in May,
    he said"; not "they could have begun in May".
    """
    possible = language.dates.possible
    return bool(possible) and _possible(possible).search(text, max(0, start - _CLAUSE), start) is not None


@cache
def _possible(words: tuple[str, ...]) -> re.Pattern[str]:
    """Such a word, and a few words after it, at the end of what is searched."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}) (?!have )(?:[^\W\d_]+ ){{1,6}}\Z")


def is_put_off_to(text: str, start: int, language: Language) -> bool:
    """Whether something was put off to what begins at `start`: "postponed to the 20th"."""
    apart = _is_put_off_apart(text, start, language)
    return apart or _put_off_right_before(text, start, language) is not None


def _is_put_off_apart(text: str, start: int, language: Language) -> bool:
    """Whether what is put off stands between its verb and a date: "postponed the vote until Monday"."""
    puts_off, to = language.dates.puts_off, language.dates.ranges.get("to", ())
    lead = text[max(0, start - _CLAUSE) : start].replace("’", "'") if puts_off else ""
    return ends_with(lead, to) and _put_off(language)[3].search(lead) is not None


def _put_off_right_before(text: str, start: int, language: Language) -> re.Match[str] | None:
    """The words right before a date that put something off."""
    if not ends_with(text[max(0, start - _PHRASE) : start], _last_words(language)):
        return None
    return _put_off(language)[0].search(text, max(0, start - _PHRASE), start)


@cache
def _last_words(language: Language) -> tuple[str, ...]:
    return tuple(sorted({phrase.split()[-1] for phrase in language.dates.put_off}))


def is_moved_to(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a word after a date says that something was moved to it: "auf den 20. verschoben"."""
    moved = _put_off(language)[2]
    return moved.match(text, end) is not None and follows(text, start, language.dates.moved_to)


def is_put_off_until(text: str, start: int, language: Language) -> bool:
    """Whether something was put off to what begins at `start`, and not only meant for it: "adjourned until
    Monday", not "due on Monday".
    """
    if _is_put_off_apart(text, start, language):
        return True
    found = _put_off_right_before(text, start, language)
    return found is not None and found.group().split()[-1].lower() in language.dates.ranges.get("to", ())


def _names_its_thing(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a date only says which thing is meant, after a noun: "die Partie vom 5. Dezember"; not what
    is so from then on: "sie hebt die Preise vom 5. Dezember an".
    """
    names = language.dates.names_its_thing
    if not names:
        return False
    lead = _WORDS.findall(text[max(0, start - _PHRASE) : start])[-2:]
    if len(lead) < 2 or lead[1] not in names or not lead[0][0].isupper():
        return False
    from_on = _from_on(language).match(text, end)
    # "Der Brief vom 5. Mai an die Stadt" and "an Müller" is only written to them.
    word = from_on[1] or "" if from_on is not None else ""
    return from_on is None or word in language.dates.before_adjective or word[:1].isupper()


@cache
def _from_on(language: Language) -> re.Pattern[str]:
    """A word after a date that something is so from then on, and the word that follows."""
    words = "|".join(map(re.escape, language.dates.from_on)) or "(?!)"
    return re.compile(rf"\s(?:{words})(?:\s([^\W\d_]+)|(?=[.,;:!?]))")


@cache
def _put_off(language: Language) -> tuple[re.Pattern[str], ...]:
    """Find the words of a language that put something off: before its date, after it, after it where the word
    before says "to", and before it with what is put off between: "postponed the vote until".
    """
    dates = language.dates
    before, after, moved = (
        "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases) or "(?!)"
        for phrases in (dates.put_off, dates.put_off_after, dates.moved_after)
    )
    lead = re.compile(rf"(?<!\w)(?:{before})\s+\Z", re.I)
    to = "|".join(word for word in dates.ranges.get("to", ()) if word[0].isalpha()) or "(?!)"
    verbs = "|".join(r"\s+".join(map(re.escape, verb.split())) for verb in dates.puts_off) or "(?!)"
    apart = re.compile(rf"(?<!\w)(?:{verbs})(?: [^\s\d.,:;!?]+){{1,6}} (?:{to}) \Z", re.I)
    both = "|".join(word for word in dates.ranges.get("both", ()) if word.isalpha()) or "(?!)"
    after = rf"(?: (?:{both}) [^\W\d_]+)?\s+(?:{after})"  # "for July and August shipment"
    return lead, re.compile(after), re.compile(rf"\s+(?:{moved})"), apart
