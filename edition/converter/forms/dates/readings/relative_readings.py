"""Readings of forms that count from another date: "yesterday", "three years ago", "the following day".

Each takes the pieces of a match and gives the expression with its relation, or None where it is no date.
"""

from __future__ import annotations

from functools import cache

from edition.converter.forms.dates.calendar.feasts import FEAST, feast_key
from edition.converter.forms.dates.expression import Anchor, Expression, Portion, Relation
from edition.converter.forms.dates.moment import Moment, Unit, exists
from edition.converter.forms.dates.readings.in_month_or_year import numbered
from edition.converter.forms.dates.readings.last_of import day_follows, is_last_of, is_of_a_name
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.readings.short_weekdays import is_ordinal, without_full_stop
from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FIGURES, Lexicon, words_in

UNITS = {
    "day": Unit.DAY,
    "night": Unit.DAY,
    "week": Unit.WEEK,
    "weekend": Unit.WEEKEND,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "half": Unit.HALF,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}
# What is counted in smaller units: "a decade earlier" is ten years earlier.
_IN_SMALLER = {"fortnight": (14, "day"), "decade": (10, "year"), "century": (100, "year")}
# The rules whose forms have words for "next", "last", "same".
_WHICH = ("this", "last", "next", "following", "preceding", "same", "current", "gone", "gone_here", "coming")
_DEMONSTRATIVE = frozenset({"same", "this"})
_DAYS = "iabc"  # signs of figures up to 31


def counted(anchor: Anchor, sign: int) -> Reading:
    """The reading of so many units before (`sign` -1) or after an anchor."""

    def reading(pieces: Pieces) -> Expression | None:
        kind = pieces.unit()
        times, kind = _IN_SMALLER.get(kind, (1, kind))
        if _follows_another_number(pieces):
            return None
        amount = sign * times * pieces.amount()
        weeks = _weeks(pieces)
        if weeks:
            amount, kind = sign * weeks, "week"
        if not amount or kind not in UNITS or (kind == "night" and anchor is Anchor.WRITING and sign > 0):
            return None  # "in einer Nacht" is how long something takes
        if anchor is Anchor.TOLD and (_lasts(pieces) or _spans(pieces) or _word_goes_on(pieces)):
            return None
        if pieces.form == "hence_after_verb" and not _is_to_come(pieces):
            return None  # "in two months" is how long something takes
        if pieces.form == "hence" and _is_count_within(pieces):
            return None  # "der dritte Anlauf in zwölf Jahren"
        if pieces.form == "hence" and _names_what_lasts(pieces):
            return None
        if pieces.form == "hence" and neighbours.word_after(*pieces.closing[:2]) in _past_after(
            pieces.lexicon
        ):
            return None  # "In 25 Jahren hat er nie gefehlt."
        return pieces.found(Moment(Unit.DAY), relation=Relation(anchor, amount, UNITS[kind]))

    return reading


def _follows_another_number(pieces: Pieces) -> bool:
    """Whether a count is one of two: "two or three days ago", "два-три года назад"."""
    row, at = pieces.row, neighbours.before(pieces.row, pieces.start)
    if at < 1 or not (row.signs[at] == "-" or row.word(at) in pieces.lexicon.language.dates.either):
        return False
    lead = neighbours.before(row, at)
    numbers = (*_DAYS, *neighbours.signs_of("number", pieces.lexicon))
    return lead >= 0 and row.signs[lead] in numbers


def days_on(days: int) -> Reading:
    """The reading of so many days from that of writing: "this day fortnight"."""

    def reading(pieces: Pieces) -> Expression | None:
        if UNITS.get(pieces.unit()) is not Unit.DAY:
            return None
        return pieces.found(Moment(Unit.DAY), relation=Relation(Anchor.WRITING, days, Unit.DAY))

    return reading


def _word_goes_on(pieces: Pieces) -> bool:
    """Whether the last word is only the first half of one: "trente ans après-demain"."""
    row, end = pieces.row, pieces.end
    return row.word(end) == "-" and row.word(end + 1)[:1].isalpha() if end < len(row.signs) else False


def _is_to_come(pieces: Pieces) -> bool:
    """Whether a verb of what is to come stands right before: "begins in two months"."""
    row, at = pieces.row, neighbours.before(pieces.row, pieces.start)
    if neighbours.word_after(row, pieces.end) in pieces.lexicon.language.dates.ranges.get("both", ()):
        return False  # "is expected in a day or two"
    word = row.word(at) if at >= 0 else ""
    lead = row.word(neighbours.before(row, at)) if at > 0 else ""
    return bool(word) and tense_of(lead, word, pieces.lexicon.language) is True


def _names_what_lasts(pieces: Pieces) -> bool:
    """Whether a noun says right after what so long a time was filled with: "in zwanzig Jahren Arbeit"."""
    nouns = pieces.lexicon.language.dates.capital_nouns
    return nouns and neighbours.word_after(pieces.row, pieces.end)[:1].isupper()


def _is_count_within(pieces: Pieces) -> bool:
    """Whether an ordinal and a noun stand right before: "der dritte Anlauf", "zum zweiten Mal"."""
    row, lexicon = pieces.row, pieces.lexicon
    noun = neighbours.before(row, pieces.start)
    if not lexicon.language.dates.capital_nouns or noun < 1 or not row.word(noun)[:1].isupper():
        return False
    return row.word(neighbours.before(row, noun)) in lexicon.language.dates.ordinal_words


@cache
def _past_after(lexicon: Lexicon) -> frozenset[str]:
    """The verbs right after "in 25 years" by which that is how long something was."""
    dates = lexicon.language.dates
    return dates.past if dates.capital_nouns else frozenset()


def _weeks(pieces: Pieces) -> int:
    """How many weeks are meant by so many days, where a language counts them so; 0 for none."""
    said = f"{pieces.text.get('number', '')} {pieces.text.get('unit', '')}"
    return pieces.lexicon.language.dates.weeks.get(" ".join(said.lower().split()), 0)


def _lasts(pieces: Pieces) -> bool:
    """Whether a phrase says how long something lasted: "after three days of rain"."""
    if pieces.form != "later" or not pieces.said().endswith(pieces.text.get("unit", "")):
        return False
    if (
        pieces.lexicon.language.dates.capital_nouns
        and neighbours.word_after(pieces.row, pieces.end)[:1].isupper()
    ):
        return True  # "nach zwei Jahren Haft": nouns have a capital letter
    following = neighbours.word_after(pieces.row, pieces.end)
    if following in pieces.lexicon.language.dates.spent:
        return "unit" in pieces.text  # "after two years at sea"
    return "unit" in pieces.text and neighbours.followed_by_of(*pieces.closing)


def _spans(pieces: Pieces) -> bool:
    """Whether what stands before a count says that it is a length: "in the whole ten years before"."""
    at = neighbours.before(pieces.row, pieces.start)
    return at >= 0 and pieces.row.word(at) in pieces.lexicon.language.dates.spanning


def neighbour(anchor: Anchor, sign: int, portion: Portion = Portion.WHOLE) -> Reading:
    """The reading of the unit after, before or around an anchor: "the following day", "last October", "le 14
    octobre dernier".
    """

    def reading(pieces: Pieces) -> Expression | None:
        piece = next((name for name in ("any", "unit", "weekday", "month") if name in pieces.text), "")
        if _are_several(pieces, pieces.text.get(piece, "")) or _follows_saying(pieces):
            return None
        if _goes_on_after_hyphen(pieces):
            return None  # "das letzte März-Wochenende"
        if anchor is Anchor.TOLD and surroundings.goes_on(*pieces.closing):
            return None
        if abs(sign) > 1 and _goes_on_with_a_unit(pieces):
            return None
        if portion is not Portion.WHOLE and numbered(pieces, FIGURES):
            return None  # "Anfang Jahr 1932"
        if "day" in pieces.text:
            named = _day_of_month(pieces)
            if named is None:
                return None
        else:
            words = [pieces.text[piece]] if piece else pieces.said().split()
            named = next(filter(None, (_named(pieces, word) for word in words)), None)
        if "weekday" in pieces.text and is_ordinal(pieces):
            return None
        if anchor is Anchor.WRITING and sign < 0 and is_last_of(pieces, pieces.text.get(piece, "")):
            return None
        if not piece and is_of_a_name(pieces):
            return None
        if pieces.form == "same" and named is not None and day_follows(pieces):
            return None  # "the fear that September the 11th"
        if named is not None:
            found = pieces.found(named, relation=Relation(anchor, sign, Unit.YEAR, named), portion=portion)
            return without_full_stop(pieces, found)
        if anchor is Anchor.TOLD and neighbours.followed_by_of(*pieces.closing):
            return None  # "the day after the battle"
        unit = UNITS.get(pieces.unit(piece))
        if anchor is Anchor.WRITING and not sign and unit is Unit.DAY and _goes_on_with_day(pieces):
            return None
        if unit is Unit.QUARTER and pieces.form in _DEMONSTRATIVE and _is_a_place(pieces):
            return None
        if unit is None or (unit is Unit.DAY and _names_days_so(pieces.lexicon) and numbered(pieces)):
            return None
        if anchor is Anchor.EITHER and portion is not Portion.WHOLE and not _is_unit_alone(pieces, unit):
            return None
        counted_from = anchor
        if anchor is Anchor.WRITING and pieces.unit(piece) == "day" and sign:
            if sign < 0 or pieces.form != "next":
                return None  # no one calls yesterday the last day
            counted_from = Anchor.TOLD
        if pieces.form == "next" and pieces.unit(piece) == "night":
            counted_from = (
                Anchor.TOLD
            )  # "281 answered the roll next morning"; but "last night" is yesterday's
        if anchor is Anchor.EITHER and unit is Unit.DAY:
            counted_from = Anchor.TOLD if sign else Anchor.SAME  # no one says "the next day" of tomorrow
        return pieces.found(Moment(unit), relation=Relation(counted_from, sign, unit), portion=portion)

    return reading


def beside(alone: str, sign: int) -> Reading:
    """The reading of the unit after or before what follows: "the day after 3 May 1848". Where nothing does,
    "the day after" is of the rule `alone`.
    """
    told = neighbour(Anchor.TOLD, sign)

    def reading(pieces: Pieces) -> Expression | None:
        said = pieces.said().split()[-1].rstrip("'’")  # "el día después del"
        of = said in pieces.lexicon.language.dates.ranges.get("of", ())
        if not of and not surroundings.goes_on(*pieces.closing):
            return told(pieces._replace(form=alone))
        unit = UNITS.get(pieces.unit())
        if unit is None or _are_several(pieces, pieces.text["unit"]):
            return None
        return pieces.found(Moment(unit), relation=Relation(Anchor.TOLD, sign, unit))

    return reading


def _goes_on_after_hyphen(pieces: Pieces) -> bool:
    """Whether a hyphen joins a word to the last one."""
    row, end = pieces.row, pieces.end
    return row.signs[end : end + 1] == "-" and row.words(end + 1, end + 2)[:1].isalpha()


def _goes_on_with_day(pieces: Pieces) -> bool:
    """Whether "this evening" is that of the day that follows: "cette soirée du 23 janvier"."""
    if not neighbours.followed_by_of(*pieces.closing):
        return False
    at = neighbours.after(pieces.row, neighbours.after(pieces.row, pieces.end) + 1)
    return at < len(pieces.row.signs) and pieces.row.signs[at] in _DAYS


def _is_a_place(pieces: Pieces) -> bool:
    """Whether "that quarter" is one of a town or of the world, where nothing around it is of business."""
    dates, words = pieces.lexicon.language.dates, pieces.said().split()
    if len(words) > 2 or words[0] == words[-1] or not dates.of_business:
        return False
    return not surroundings.is_of_business(*pieces.opening)


def _follows_saying(pieces: Pieces) -> bool:
    """Whether "that January was" only begins what was said, and names no January in particular."""
    row, lexicon = pieces.row, pieces.lexicon
    if pieces.form != "same" or pieces.said().split()[0] not in lexicon.language.dates.conjunctions:
        return False
    lead = row.word(neighbours.before(row, pieces.start))
    said = lexicon.language.quoting.says | lexicon.language.dates.announcing
    joined = lead in lexicon.language.dates.ranges.get("both", ()) and lead.isalpha()
    following = neighbours.word_after(row, pieces.end)
    return lead in said or (joined and tense_of("", following, lexicon.language) is not None)


def _goes_on_with_a_unit(pieces: Pieces) -> bool:
    """Whether "the summer before last" goes on with what is the last one: "the summer before last year's"."""
    word = neighbours.word_after(pieces.row, pieces.end)
    values = pieces.lexicon.values
    units = any((f"unit {kind}", word) in values for kind in pieces.lexicon.language.dates.units)
    return bool(word) and (units or _named(pieces, word) is not None)


def _are_several(pieces: Pieces, word: str) -> bool:
    """Whether a unit is meant several times, and so no unit in particular: "the last weeks"; also where only
    the word that begins it, or the one before, says so: "die letzten Jahre".
    """
    plurals = pieces.lexicon.language.dates.plurals
    at = neighbours.before(pieces.row, pieces.start)
    first = [pieces.row.word(at)] if at >= 0 else []
    first.append(pieces.row.word(pieces.start))
    return word in plurals or any(f"{other.lower()} {word}" in plurals for other in first)


def _named(pieces: Pieces, word: str) -> Moment | None:
    """The month, season or weekday that a word names; or the feast, or the day of a month, of the form."""
    if pieces.days_of_month():
        return None
    if "month" in pieces.text and "day" in pieces.text:
        day, month = pieces.day() or 0, pieces.month() or 0
        return Moment(Unit.DAY, None, month, day) if exists(None, month, day) else None
    if "feast" in pieces.text:
        key = feast_key(pieces.text["feast"], pieces.lexicon.language)
        return Moment(Unit.DAY, time=f"{FEAST}{key}") if key else None
    for part, unit in (("month", Unit.MONTH), ("season", Unit.SEASON)):
        number = pieces.named(part, word)
        if number:
            return Moment(unit, None, number)
    weekday = pieces.named("weekday", word)
    return Moment(Unit.DAY, weekday=weekday) if weekday else None


@cache
def _names_days_so(lexicon: Lexicon) -> bool:
    """Whether a language says "day 15" of a day of the month; in others "the next day 15 men" counts men."""
    dates = lexicon.language.dates
    words, forms = dates.units.get("day", ()), [form for several in dates.forms.values() for form in several]
    return any(f"{word}{end}{{day}}" in form for word in words for end in (" ", " )?") for form in forms)


def _is_unit_alone(pieces: Pieces, unit: Unit) -> bool:
    """Whether "the end of the year" goes on with nothing that says which: not "next", "1848"."""
    if unit < Unit.YEAR or unit is Unit.DAY or neighbours.followed_by_of(*pieces.closing):
        return False
    at = neighbours.after(pieces.row, pieces.end)
    word = pieces.row.word(at)
    if not word[:1].isalnum():
        return True
    language = pieces.lexicon.language
    if not surroundings.goes_on_without(word, language):
        return False
    return word in language.quoting.determiners or word not in which_words(pieces.lexicon)


@cache
def which_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of the forms that say which unit is meant."""
    forms = lexicon.language.dates.forms
    return frozenset(words_in(form for rule in _WHICH for form in forms.get(rule, ())))


def _day_of_month(pieces: Pieces) -> Moment | None:
    """The day and month that a form has, where the month has such a day."""
    day, month = pieces.day(), pieces.month()
    if day is None or not month or not exists(None, month, day):
        return None
    return Moment(Unit.DAY, None, month, day)


def read_then(pieces: Pieces) -> Expression | None:
    """The date told last, whatever it was: "at that time"; but not in "he doubted that date"."""
    row, start, lexicon = pieces.opening
    dates = lexicon.language.dates
    placed = neighbours.after_preposition(row, start, lexicon) or neighbours.opens_sentence(row, start)
    placed = placed or row.word(neighbours.before(row, start)) in dates.ranges.get("of", ())
    if not placed and pieces.said().split()[0] in dates.determiners:
        return None
    return pieces.found(Moment(Unit.DAY), relation=Relation(Anchor.SAME, 0, Unit.DAY))
