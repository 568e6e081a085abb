"""Times of day, and parts of it: "8:35 p.m.", "um 20 Uhr", "four o'clock in the afternoon", "at noon"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression, Relation, Stretch
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings.matched import Pieces
from edition.converter.forms.dates.readings.relative_readings import which_words
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FIGURES, Lexicon, words_in
from edition.converter.forms.dates.signs.numbers import number_in

_NOON, _NO_HOUR = 12, 99
_HOURS, _MINUTES = 24, 60
_LATE_HOUR = 8  # from which on an hour at night is before midnight
_BESIDE = 6  # signs before a time and after it in which the part of the day is said
_HALVES_BESIDE = (("pm", "evening"), ("am", "morning"))
_PARTS_OF_AN_HOUR = (("half", 30), ("quarter_to", -15), ("quarter", 15))
_TIMES_BESIDE = 80  # characters between two times of one afternoon or evening
_WITH_HALF = re.compile(
    r"(?<![\w.:,$])(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m(?!\w)", re.I
)
_CLAUSE = re.compile(r"[.;:!?\n]")
_CLAUSE_OR_COMMA = re.compile(r"[.,;:!?\n]")


def read_time(pieces: Pieces) -> Expression | None:
    """A time of day: with a word that says it is one, or after a word that says when; else noon."""
    said, halves = flat(pieces.said()), pieces.lexicon.language.dates.halves
    minute = int(pieces.text.get("minute", 0))
    if "minute" not in pieces.text:
        minute = next((times for part, times in _PARTS_OF_AN_HOUR if _says(said, halves.get(part, ()))), 0)
    if "clock" in pieces.text:
        return _of_clock(pieces)
    if _is_noon(pieces):
        return _noon(pieces, minute)
    if _is_a_number(pieces, said) and not neighbours.plays_before("before_time", *pieces.opening):
        return None
    if _may_be_how_many(pieces):
        return None
    hour = hour_of(pieces)
    if "number" in pieces.text and (_follows_number(pieces) or surroundings.counts(*pieces.closing)):
        return None  # "de six à huit heures par jour", "a las dos y media leguas"
    half = half_of_day(pieces, said, hour) or _half_before(pieces, hour, minute)
    if hour == _NOON and half == "pm" and said.endswith(_by_night(pieces.lexicon)):
        return None  # "las 12 de la noche" ends a day or begins the next
    if hour <= _NOON:
        hour = hour % _NOON + _NOON * (half == "pm") if half else hour
    if hour > 23 or minute > 59 or _has_minutes_after(pieces):
        return None
    if minute < 0:  # "dix heures moins le quart"
        hour, minute = (hour - 1) % _HOURS, minute % _MINUTES
    exact = "minute" in pieces.text or said.endswith(("am", "pm"))
    if not exact and neighbours.followed_by_of(*pieces.closing):
        return None  # "à 5 heures de marche"
    marked = any(letter.isalpha() for letter in said)
    if not marked and not neighbours.after_preposition(*pieces.opening):
        return None
    if not half and 0 < hour <= _NOON and _counts_to_twelve(pieces, said):
        return of_either_half(pieces, hour % _NOON, minute)
    return of_day(pieces, time_of(hour, minute))


def _is_a_number(pieces: Pieces, said: str) -> bool:
    """Whether an hour is in words, and no word says that it is one: "at four in the morning"."""
    twelve = pieces.lexicon.language.dates.halves.get("twelve", ())
    return bool(twelve) and "number" in pieces.text and not _says(said, twelve)


def _may_be_how_many(pieces: Pieces) -> bool:
    """Whether a number and a letter can be how many hours something lasts: "2 h", but for "um 2 h" where what
    follows does not say by how much.
    """
    leads = pieces.lexicon.language.dates.before_hour_sign
    if not leads or not _has_hour_sign(pieces):
        return False
    row, start, end, lexicon = pieces.whole
    at = neighbours.before(row, start)
    return at < 0 or row.word(at).lower() not in leads or not surroundings.ends_here(row, end, lexicon)


def _has_hour_sign(pieces: Pieces) -> bool:
    """Whether a time is a number and a letter, as diaries have it, which count to twelve: "9 h"."""
    return len(pieces.said().lstrip("0123456789").strip()) == 1


def _of_clock(pieces: Pieces) -> Expression | None:
    """A time in four figures: "0920 GMT"."""
    hour, minute = divmod(int(pieces.text["clock"]), 100)
    return of_day(pieces, time_of(hour, minute)) if hour < 24 and minute < 60 else None


def read_part_of_day(pieces: Pieces) -> Expression | None:
    """A part of the day that was told: "am Abend"; not "am Abend des 3. Mai", "am Abend zuvor"."""
    following = neighbours.word_after(pieces.row, pieces.end)
    dates = pieces.lexicon.language.dates
    at = neighbours.after(pieces.row, pieces.end)
    if neighbours.followed_by_of(*pieces.closing) or following in which_words(pieces.lexicon):
        return None
    if following in (*dates.vague.get("before", ()), *dates.vague.get("after", ())):
        return None  # "am Abend vor dem Fest"
    if pieces.row.word(at) in dates.happens_on:
        at = neighbours.after(pieces.row, at + 1)  # "by midafternoon on Friday"
    if at < len(pieces.row.signs) and pieces.row.signs[at] in neighbours.signs_of("weekday", pieces.lexicon):
        return None
    found = pieces.found(Moment(Unit.DAY), relation=Relation(Anchor.SAME, 0, Unit.DAY))
    article = neighbours.after(pieces.row, pieces.start + 1)
    led = pieces.row.word(article) in dates.determiners and not dates.capital_nouns
    return found._replace(start=pieces.row.starts[article]) if led else found  # "in the evening"


def half_of_day(pieces: Pieces, said: str, hour: int) -> str:
    """The half of the day, "am" or "pm", that a time says or words beside it say; empty where none do."""
    halves = pieces.lexicon.language.dates.halves
    for half in ("am", "pm"):  # "vormittags" is no "mittags"
        if said.endswith((half, *map(flat, halves.get(half, ())))):
            return half
    by_night = said.endswith(_by_night(pieces.lexicon))
    if not by_night and (not 0 < hour < _NOON or _says_part_of_day(pieces)):
        return ""
    beside = next((half for half, part in _HALVES_BESIDE if not by_night and _is_beside(part, pieces)), "")
    if beside or not (by_night or _is_beside("night", pieces)):
        return beside
    return "pm" if _LATE_HOUR <= hour < _NOON else "am"


def _half_before(pieces: Pieces, hour: int, minute: int) -> str:
    """The half of the day of a time in figures soon after an earlier one that says "p.m.": "left at 8:05 p.m.
    and was due at 8:50"; empty for others.
    """
    if "minute" not in pieces.text or not 0 < hour < _NOON:
        return ""
    begin = pieces.row.starts[pieces.start]
    times = [*_WITH_HALF.finditer(pieces.row.text, max(0, begin - _TIMES_BESIDE), begin)]
    if not times or times[-1]["half"].lower() != "p":
        return ""
    before = times[-1]
    earlier = int(before["hour"]) % _NOON * _MINUTES + int(before["minute"] or 0)
    return "pm" if earlier < hour * _MINUTES + minute else ""


@cache
def _by_night(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(map(flat, lexicon.language.dates.halves.get("night", ())))


def _follows_number(pieces: Pieces) -> bool:
    """Whether a number stands right before a time, which is then how many hours."""
    row, lexicon = pieces.row, pieces.lexicon
    at = neighbours.before(row, pieces.start)
    return at >= 0 and (row.signs[at] in FIGURES or row.signs[at] in neighbours.signs_of("number", lexicon))


def _has_minutes_after(pieces: Pieces) -> bool:
    """Whether an hour in words goes on with minutes in words: "drei Uhr elf"."""
    row, at = pieces.row, neighbours.after(pieces.row, pieces.end)
    counted = at < len(row.signs) and row.signs[at] in neighbours.signs_of("number", pieces.lexicon)
    return counted and "number" in pieces.text


def _counts_to_twelve(pieces: Pieces, said: str) -> bool:
    """Whether hours are counted to twelve: in words, and with a word that says so ("o'clock")."""
    twelve = pieces.lexicon.language.dates.halves.get("twelve", ())
    in_words = not pieces.text.get("number", "0").isdigit()
    signed = bool(pieces.lexicon.language.dates.before_hour_sign) and pieces.text.get("hour") != "12"
    in_words = in_words or (signed and _has_hour_sign(pieces))
    return in_words or said.endswith(tuple(map(flat, twelve)))


def _noon(pieces: Pieces, minute: int) -> Expression | None:
    """Noon, right after a word that says when: "at noon"; not "the noon sun", "nel Mezzogiorno"."""
    small = pieces.said() == pieces.said().lower()
    placed = neighbours.plays_before("before_time", *pieces.opening)
    return of_day(pieces, time_of(_NOON, minute)) if small and placed else None


def of_day(pieces: Pieces, time: str) -> Expression:
    """A time of the day that is told."""
    moment = Moment(Unit.DAY, time=time)
    return pieces.found(moment, relation=Relation(Anchor.SAME, 0, Unit.DAY, moment))


def of_either_half(pieces: Pieces, hour: int, minute: int) -> Expression:
    """A time of which nothing says in which half of the day it is: "four o'clock"."""
    early, late = (Moment(Unit.DAY, time=time_of(hour + half, minute)) for half in (0, _NOON))
    relation = Relation(Anchor.SAME, 0, Unit.DAY, early)
    return pieces.found(early, late, stretch=Stretch.BETWEEN, relation=relation)


def time_of(hour: int, minute: int) -> str:
    """A time of day as ISO 8601 writes it."""
    return f"{hour:02d}:{minute:02d}:00"


def _is_noon(pieces: Pieces) -> bool:
    return pieces.text.keys().isdisjoint(("hour", "number", "ordinal"))


def hour_of(pieces: Pieces) -> int:
    """The hour in figures, or in words: "four o'clock"; more than a day has for what is none ("eine Uhr")."""
    if "hour" in pieces.text:
        return int(pieces.text["hour"])
    if "ordinal" in pieces.text:
        return number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon) or _NO_HOUR  # "o dziesiątej rano"
    word = pieces.text["number"]
    none = word.lower() in pieces.lexicon.language.dates.no_year_numbers
    return _NO_HOUR if none else pieces.amount() or _NO_HOUR


def _says_part_of_day(pieces: Pieces) -> bool:
    """Whether the words of a time say themselves which part of the day it is in: "5 heures du matin"."""
    return any(("unit night", word) in pieces.lexicon.values for word in words_in([pieces.said()]))


def _is_beside(part: str, pieces: Pieces) -> bool:
    """Whether words for a part of the day stand beside a time: "ce soir à 8 heures"."""
    row, words = pieces.row, _words_of_day(pieces.lexicon, part)
    before = row.words(max(0, pieces.start - _BESIDE), pieces.start)
    after = row.words(pieces.end, min(len(row.signs), pieces.end + _BESIDE))
    near = (_CLAUSE.split(before)[-1], _CLAUSE_OR_COMMA.split(after)[0])
    return any(words.search(stretch.lower()) for stretch in near)


@cache
def _words_of_day(lexicon: Lexicon, part: str) -> re.Pattern[str]:
    """The words for the later or the earlier part of a day."""
    phrases = map(re.escape, lexicon.language.dates.halves.get(part, ()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases) or '(?!)'})(?!\w)")


def _says(said: str, phrases: Iterable[str]) -> bool:
    return any(flat(phrase) in said for phrase in phrases)


def flat(said: str) -> str:
    """Words in small letters, without blanks and full stops."""
    return "".join(said.lower().replace(".", "").replace("’", "'").split())
