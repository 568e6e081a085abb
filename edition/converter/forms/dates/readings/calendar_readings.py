"""Readings of forms that say where in the calendar they are: days, months, seasons, years and parts of them.

Each takes the pieces of a match and gives the expression, or None where it is no date.
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Anchor, Expression, Portion, Relation, Stretch
from edition.converter.forms.dates.moment import Moment, Unit, exists, month_end
from edition.converter.forms.dates.readings import decade_readings as decades
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.signs import alone, neighbours, surroundings
from edition.converter.forms.dates.signs.days_alone import day_alone
from edition.converter.forms.dates.signs.lexicon import FIGURES, TO_59, TO_99, words_in
from edition.converter.forms.dates.signs.numbers import full_year
from edition.converter.forms.letters import UPPER

_MARKS_OF_TWO = frozenset(",&")  # "July 3, 8, 1918"
_HOUR_SIGNS = frozenset("hH")
_WORDS_TOO = frozenset(("i", "v", "x"))  # Roman figures that are words of some languages
_NO_DAY = frozenset((TO_59, TO_99))  # signs of two figures that are no day
_NO_YEAR_BEFORE = frozenset(f"{FIGURES}/%°€$£")  # after these figures, they are no year
_SHORT_YEAR = 2  # figures
_FEBRUARY, _DECEMBER = 2, 12
_NO_LEAP_YEAR = 1999
_NEW_SENTENCE = re.compile(rf"\d[^\d]*\.\s+[{UPPER}][^\W\d_]+\Z")  # "1911 r. Rok później"


def read_day(pieces: Pieces) -> Expression | None:
    """A day: with its month, or alone where something says that a number is one; and two days of a month."""
    day, month, year = pieces.day(), pieces.month(), pieces.year()
    if (
        pieces.text["day"] in _WORDS_TOO
        or pieces.text["day"].lower() in pieces.lexicon.language.dates.no_days
    ):
        return None
    if pieces.days_of_month():
        return None
    if day is None or (month is not None and not exists(year, month, day)) or not 1 <= day <= 31:
        return None
    if month is None and not _is_day_alone(pieces):
        return None
    if pieces.unsaid() and pieces.text["day"].isalpha() and _is_one_of_several(pieces):
        return None
    if pieces.unsaid() and _is_of_an_hour(pieces):
        at = neighbours.before(pieces.row, pieces.end - 1) + 1
        said = {name: piece for name, piece in pieces.text.items() if name != "year"}
        return read_day(pieces._replace(end=at, text=said))
    in_words = pieces.text["day"].isalpha() and month is not None
    if in_words and _goes_on_after_hyphen(pieces):
        return None
    if (in_words and _counts_what_follows(pieces)) or (
        "day2" not in pieces.text and _goes_on_as_amount(pieces)
    ):
        return pieces._replace(end=pieces.start + 1, form="month").found(Moment(Unit.MONTH, None, month))
    if pieces.said()[:1].isdigit() and surroundings.numbers_something(*pieces.opening):
        return None  # but "at least Oct. 31"
    first = Moment(Unit.DAY, year, month, day, pieces.weekday())
    if "day2" in pieces.text:
        return _two_days(pieces, first)
    if month is None:
        return pieces.found(first, relation=Relation(Anchor.SAME, 0, Unit.MONTH, first))
    return pieces.found(first)


def _is_of_an_hour(pieces: Pieces) -> bool:
    """Whether the sign of an hour is stuck to the two figures of a year: "samedi 24 août 18h", "18h30"."""
    sign = pieces.row.words(pieces.end, pieces.end + 1)
    return sign[:1] in _HOUR_SIGNS and not sign[1:].isalpha()


def _goes_on_after_hyphen(pieces: Pieces) -> bool:
    """Whether a hyphen joins a word to the month: "am dritten Dezember-Wochenende"."""
    row, end = pieces.row, pieces.end
    return row.signs[end : end + 1] == "-" and row.words(end + 1, end + 2)[:1].isalpha()


def _counts_what_follows(pieces: Pieces) -> bool:
    """Whether an ordinal in words after a month, in which something was, says which of several things that
    was: "in May the first troops came", "at the beginning of May the first troops came".
    """
    if not pieces.said().startswith(pieces.text["month"]) or pieces.text.get("year"):
        return False
    dates = pieces.lexicon.language.dates
    before = pieces.row.word(neighbours.before(pieces.row, pieces.start)).lower()
    return before in dates.placing or before in dates.ranges.get("of", ())


def _goes_on_as_amount(pieces: Pieces) -> bool:
    """Whether the figures after a month begin an amount: "in May 1.5 million", "in May 20 percent"."""
    row, end, said = pieces.row, pieces.end, pieces.said()
    last = pieces.text.get("day2", pieces.text["day"])
    if not said.startswith(pieces.text.get("month", "0")) or not said.endswith(last):
        return False
    if row.word(end) == "." and row.word(end + 1)[:1].isdigit():
        return row.starts[end] + 1 == row.starts[end + 1]
    return row.word(neighbours.after(row, end)).lower() in pieces.lexicon.language.dates.magnitudes


def _is_one_of_several(pieces: Pieces) -> bool:
    """Whether a day in words with a month and two figures is none, but says which of several things was on
    that day: "he hit his first March 31".
    """
    figures = pieces.text["year"]
    between = pieces.said().partition(pieces.text["month"])[0].split()
    return figures.isdigit() and 1 <= int(figures) <= 31 and len(between) == 1


def _is_day_alone(pieces: Pieces) -> bool:
    """Whether a number without a month is a day, by its weekday or by what stands around it."""
    if pieces.weekday() is None:
        return day_alone(*pieces.whole)
    if surroundings.counts(*pieces.closing):
        return False  # "mardi 3 personnes"
    if neighbours.word_after(pieces.row, pieces.end) in pieces.lexicon.language.dates.ordered:
        return False  # "on Sunday, 14th Street was empty"
    in_brackets = pieces.said().endswith(")")  # "nesta quinta (5)"
    return in_brackets or not pieces.shortened("weekday", pieces.text["weekday"])


def _two_days(pieces: Pieces, first: Moment) -> Expression | None:
    """Two days of a month: a stretch, or where "and" joins days that do not touch, both."""
    last, day = pieces.day("day2") or 0, first.day or 0
    if "/" in pieces.said() and last != day + 1:
        return _day_before_slash(pieces, first)
    if first.number is not None and (last <= day or _goes_on_as_amount(pieces)):
        return _day_before_to(pieces, first)
    if first.number is None or last <= day or not exists(first.year, first.number, last):
        return None
    joint = _between_days(pieces)[2].strip()
    if joint == "," and first.year is None and _says_of_what(pieces):
        return _day_before_to(pieces, first)
    joined = joint in _MARKS_OF_TWO or surroundings.joined_by_and(*pieces.whole)
    stretch = Stretch.BOTH if joined and last > day + 1 else Stretch.PERIOD
    if stretch is Stretch.PERIOD and joint in pieces.lexicon.language.dates.alternatives:
        stretch = Stretch.BETWEEN
    return pieces.found(first, Moment(Unit.DAY, first.year, first.number, last), stretch=stretch)


def _says_of_what(pieces: Pieces) -> bool:
    """Whether a word follows figures that says what they count, and not "and": "on July 3, 8 men came"."""
    row, end = pieces.row, pieces.end
    follows = neighbours.word_after(row, end).isalpha()
    return follows and not surroundings.joined_by_and(row, end, end + 2, pieces.lexicon)


def _between_days(pieces: Pieces) -> tuple[str, str, str]:
    """What stands before the first of two days, that day, and what stands between the two."""
    before, day, after = pieces.said().partition(pieces.text["day"])
    return before, day, after.partition(pieces.text["day2"])[0]


def _day_before_to(pieces: Pieces, first: Moment) -> Expression | None:
    """The first of two figures after a month, where the second is no day: "fell on April 23 to 6 billion"."""
    between = _between_days(pieces)
    joint = between[2].strip()
    if not pieces.said().startswith(pieces.text["month"]) or not (joint.isalpha() or joint == ","):
        return None
    found = pieces.found(first)
    return found._replace(end=found.start + len(between[0] + between[1]))


def _day_before_slash(pieces: Pieces, first: Moment) -> Expression | None:
    """The first of two days with a slash that are no night: "June 1/12, 1700"."""
    if pieces.said()[0].isdigit():
        return None  # read with its month, "1/12 June 1700" is a day in both styles
    found = pieces.found(first)
    return found._replace(end=found.start + pieces.said().index("/"))


def read_month(pieces: Pieces) -> Expression | None:
    """A month: with its year, or alone where something says that a word is one; and two months of a year."""
    month, year = pieces.month(), pieces.year()
    if month is None or surroundings.after_day(*pieces.opening):
        return None
    if year is not None and _may_be_count(pieces):
        return None
    if year is None and (not _is_month_alone(pieces) or _may_have_short_year(pieces)):
        return None
    name = pieces.text["month"]
    if year is None and (pieces.shortened("month", name) or pieces.capital("month", name)):
        return None
    between = pieces.said().removeprefix(name)
    if between[:1] != "." and any(letter.isalpha() for letter in between) and pieces.shortened("month", name):
        return None  # "o mar de 1848"
    if "month2" in pieces.text:
        last = pieces.named("month", pieces.text["month2"])
        if last <= month:
            return None
        moments = Moment(Unit.MONTH, year, month), Moment(Unit.MONTH, year, last)
        return pieces.found(*moments, stretch=Stretch.PERIOD)
    return pieces.found(Moment(Unit.MONTH, year, month))


def _may_be_count(pieces: Pieces) -> bool:
    """Whether the two figures after a month may count what follows, as they have no apostrophe."""
    figures = pieces.text.get("year", "")
    if len(figures) != _SHORT_YEAR or not pieces.said().endswith(figures):
        return False
    row, lexicon = pieces.row, pieces.lexicon
    word = row.word(neighbours.after(row, pieces.end))
    return word[:1].isalnum() and not surroundings.goes_on_without(word, lexicon.language)


def _may_have_short_year(pieces: Pieces) -> bool:
    """Whether two figures that are no day follow a month and count nothing, so that its year can be theirs:
    "en avril 96 ses troupes", "mayo del 68".
    """
    row, lexicon = pieces.row, pieces.lexicon
    at = neighbours.after(row, pieces.end)
    if at < len(row.signs) and row.word(at) in lexicon.language.dates.ranges.get("of", ()):
        at = neighbours.after(row, at + 1)
    then = neighbours.after(row, at + 1)
    if row.signs[at : at + 1] not in _NO_DAY or row.signs[then : then + 1] in _NO_YEAR_BEFORE:
        return False
    return not surroundings.counts(row, at + 1, lexicon)


def _is_month_alone(pieces: Pieces) -> bool:
    """Whether a month without a year is one, by its form ("Mayıs ayında") or by what stands around it."""
    name, said = pieces.text["month"], pieces.said()
    if said.rstrip(".") != name:
        return True
    if ("month", name) not in pieces.lexicon.values and not said.endswith("."):
        return False
    return alone.month_alone(*pieces.whole)


def read_season(pieces: Pieces) -> Expression | None:
    """A season: with its year or two ("winter 1916/17"), or alone after a word that says when."""
    number, year = pieces.named("season", pieces.text["season"]), pieces.year()
    if year is None and not alone.season_alone(*pieces.whole):
        return None
    if (year is None or _may_be_number(pieces)) and surroundings.counts(*pieces.closing):
        return None  # "in the winter 1500 men"; but "the spring of 1981 students marched"
    if year is not None and pieces.said().endswith(pieces.text["season"]) and _is_of_crop(pieces):
        return pieces._replace(end=pieces.start + 1, form="year").found(Moment(Unit.YEAR, year))
    if _is_short(pieces) and (surroundings.beside_count(pieces.row, pieces.start) or _may_count(pieces)):
        return None
    if "year2" in pieces.text and year is not None and full_year(year, pieces.text["year2"]) != year + 1:
        return None
    return pieces.found(Moment(Unit.SEASON, year, number), portion=_part_named(pieces))


def _is_of_crop(pieces: Pieces) -> bool:
    """Whether a season after its year only says which crop is meant: "1987 winter wheat"."""
    word = pieces.row.word(neighbours.after(pieces.row, pieces.end)).lower()
    return word in pieces.lexicon.language.dates.crops


def _part_named(pieces: Pieces) -> Portion:
    """Which part of a season its name says: "Spätsommer"."""
    parts = pieces.lexicon.language.dates.season_parts
    named = (part for part, names in parts.items() if pieces.text["season"] in names)
    return Portion(next(named, Portion.WHOLE.value))


def _may_be_number(pieces: Pieces) -> bool:
    """Whether the year of a season is no more than a number after it: no "of" before, no second year or word
    for "year" after.
    """
    return pieces.said()[-1:].isdigit() and "year2" not in pieces.text and not _follows_of(pieces)


def _follows_of(pieces: Pieces) -> bool:
    """Whether "of" or the like stands before the year of a season."""
    between = words_in([pieces.said().partition(pieces.text["season"])[2]])
    return any(word in pieces.lexicon.language.dates.ranges.get("of", ()) for word in between)


def _is_short(pieces: Pieces) -> bool:
    """Whether a year has two figures and nothing that says that they are a year: "im Herbst 38"."""
    return pieces.unsaid() and "year2" not in pieces.text and pieces.text["year"].isdigit()


def _may_count(pieces: Pieces) -> bool:
    """Whether a noun stands after two figures, alone or after an adjective, that these could count: "im
    Sommer 89 Gäste", "89 neue Gäste", not "im Sommer 89 kam er".
    """
    row, dates = pieces.row, pieces.lexicon.language.dates
    word, then = neighbours.word_after(row, pieces.end), neighbours.after(row, pieces.end) + 1
    if not word.islower() or word in dates.past or word in pieces.lexicon.language.common_words:
        return word[:1].isupper()
    return neighbours.word_after(row, then)[:1].isupper() and not word.endswith(dates.past_endings)


def read_week_of_month(pieces: Pieces) -> Expression | None:
    """Seven days of a month by their number: "the second week of November" is that from the 8th on."""
    number, month, year = pieces.digit_or_ordinal(), pieces.month(), pieces.year()
    if month is None or number not in (2, 3, 4):
        return None  # the first week is the early part of a month, no less often its first days
    first = Moment(Unit.DAY, year, month, 7 * number - 6)
    return pieces.found(first, first._replace(day=7 * number), stretch=Stretch.PERIOD)


def read_half_of_month(pieces: Pieces) -> Expression | None:
    """A half of a month whose name says so: "die zweite Maihälfte"."""
    portions = {1: Portion.FIRST_HALF, 2: Portion.SECOND_HALF}
    month, portion = _month_within(pieces), portions.get(pieces.digit_or_ordinal() or 0)
    if not month or portion is None:
        return None
    return pieces.found(Moment(Unit.MONTH, pieces.year(), month), portion=portion)


def read_last_week_of_month(pieces: Pieces) -> Expression | None:
    """The last days of a month whose name says that they are a week: "die letzte Februarwoche"."""
    month = _month_within(pieces)
    return pieces.found(Moment(Unit.MONTH, pieces.year(), month), portion=Portion.LATE) if month else None


def read_counted_week_of_month(pieces: Pieces) -> Expression | None:
    """A week of a month whose name says so, by its number; the first is its first days."""
    month, number = _month_within(pieces), pieces.digit_or_ordinal() or 0
    if not month or number not in (1, 2, 3, 4):
        return None
    if number == 1:
        return pieces.found(Moment(Unit.MONTH, pieces.year(), month), portion=Portion.EARLY)
    first = Moment(Unit.DAY, pieces.year(), month, 7 * number - 6)
    return pieces.found(first, first._replace(day=7 * number), stretch=Stretch.PERIOD)


def _month_within(pieces: Pieces) -> int:
    """The number of the month with whose name one of the words begins; 0 for none."""
    months, said = pieces.lexicon.language.dates.months, words_in([pieces.said()])
    named = ((number, name) for number, names in enumerate(months, 1) for name in names)
    return next((number for number, name in named if any(word.startswith(name) for word in said)), 0)


def read_last_day(pieces: Pieces) -> Expression | None:
    """The last day of a month, of February only where its year is said; or of a year."""
    month, year = pieces.month(), pieces.year()
    if year is not None and "month" not in pieces.text:
        month = None if surroundings.counts(*pieces.closing) else _DECEMBER
    if month is None or (year is None and month == _FEBRUARY):
        return None
    _, _, day = month_end(year or _NO_LEAP_YEAR, month)
    return pieces.found(Moment(Unit.DAY, year, month, day))


def read_year(pieces: Pieces) -> Expression | None:
    """A year that its form says to be one: "year 79", "anno 800"."""
    figures = pieces.text["year"]
    if _NEW_SENTENCE.search(pieces.said()):
        return None
    year = int(figures) if len(figures) == 3 and figures.isdigit() else pieces.year()
    if not year or (len(figures) < 3 and surroundings.counts(*pieces.closing)):
        return None
    found = pieces.found(Moment(Unit.YEAR, year))
    if "year2" in pieces.text:
        last = int(pieces.text["year2"])  # "in den Jahren 850 bis 870"
        moment = Moment(Unit.YEAR, last)
        return found._replace(last=moment, stretch=Stretch.PERIOD, rule="years") if last > year else None
    # "33 μ.Χ.": what follows says the era, and so the century.
    return found if pieces.said().endswith(figures) else found._replace(century_unsaid=False)


def of_part(portion: Portion) -> Reading:
    """The reading of a month, a year, a decade or a century after which its part is said: "Ocak başında"."""

    def reading(pieces: Pieces) -> Expression | None:
        by_piece = (
            ("month", read_month),
            ("year", read_year),
            ("decade", decades.read_decade),
            ("ordinal", decades.read_century),
        )
        read = next((read for piece, read in by_piece if piece in pieces.text), None)
        found = read(pieces) if read is not None else None
        return found._replace(portion=portion) if found is not None else None

    return reading
