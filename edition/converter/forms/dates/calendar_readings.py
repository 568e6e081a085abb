"""Readings of forms that say where in the calendar they are: days, months, seasons, decades, feasts.

Each takes the pieces of a match and gives the expression, or None where it is no date.
"""

from __future__ import annotations

import re

from edition.converter.forms.dates import alone, neighbours, surroundings
from edition.converter.forms.dates.expression import Anchor, Expression, Portion, Relation, Stretch
from edition.converter.forms.dates.feasts import (
    FEAST,
    calendar_week_key,
    feast_day,
    feast_key,
    nth_weekday_key,
    weekday_beside_key,
    weekday_of_feast,
)
from edition.converter.forms.dates.lexicon import words_in
from edition.converter.forms.dates.matched import Pieces, Reading
from edition.converter.forms.dates.moment import Moment, Unit, exists, month_end, shifted
from edition.converter.forms.dates.numbers import full_year, number_in

_SHILLINGS = re.compile(r"\d\ds")
_WORDS_TOO = frozenset(("i", "v", "x"))  # Roman figures that are words of some languages
_ANY_YEAR = 2001
_LAST_CENTURY = 21
_FEBRUARY, _DECEMBER = 2, 12
_NO_LEAP_YEAR = 1999
_LONG_YEAR = 2004  # with 53 weeks
_HALF_ALONE = "half"  # of English: other languages say of what
_BARE = "{decade_name}"  # the form of a language whose names of decades are no ages


def read_day(pieces: Pieces) -> Expression | None:
    """A day: with its month, or alone where something says that a number is one; and two days of a month."""
    day, month, year = pieces.day(), pieces.month(), pieces.year()
    if pieces.text["day"] in _WORDS_TOO:
        return None
    if pieces.days_of_month():
        return None
    if day is None or (month is not None and not exists(year, month, day)) or not 1 <= day <= 31:
        return None
    if month is None and not _is_day_alone(pieces):
        return None
    if pieces.said()[:1].isdigit() and surroundings.numbers_something(*pieces.opening):
        return None  # but "at least Oct. 31"
    first = Moment(Unit.DAY, year, month, day, pieces.weekday())
    if "day2" in pieces.text:
        return _two_days(pieces, first)
    if month is None:
        return pieces.found(first, relation=Relation(Anchor.SAME, 0, Unit.MONTH, first))
    return pieces.found(first)


def _is_day_alone(pieces: Pieces) -> bool:
    """Whether a number without a month is a day, by its weekday or by what stands around it."""
    if pieces.weekday() is None and not alone.day_alone(*pieces.whole):
        return False
    if surroundings.counts(*pieces.closing):
        return False  # "mardi 3 personnes"
    return "weekday" not in pieces.text or not pieces.shortened("weekday", pieces.text["weekday"])


def _two_days(pieces: Pieces, first: Moment) -> Expression | None:
    """Two days of a month: a stretch, or where "and" joins days that do not touch, both."""
    last, day = pieces.day("day2") or 0, first.day or 0
    if first.number is None or last <= day or not exists(first.year, first.number, last):
        return None
    joined = surroundings.joined_by_and(*pieces.whole)
    stretch = Stretch.BOTH if joined and last > day + 1 else Stretch.PERIOD
    return pieces.found(first, Moment(Unit.DAY, first.year, first.number, last), stretch=stretch)


def read_month(pieces: Pieces) -> Expression | None:
    """A month: with its year, or alone where something says that a word is one; and two months of a year."""
    month, year = pieces.month(), pieces.year()
    if month is None or surroundings.after_day(*pieces.opening):
        return None
    if year is None and not _is_month_alone(pieces):
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
    if (year is None or not _follows_of(pieces)) and surroundings.counts(*pieces.closing):
        return None  # "in the winter 1500 men"; but "the spring of 1981 students marched"
    if _is_short(pieces) and surroundings.beside_count(pieces.row, pieces.start):
        return None
    if "year2" in pieces.text and year is not None and full_year(year, pieces.text["year2"]) != year + 1:
        return None
    return pieces.found(Moment(Unit.SEASON, year, number))


def _follows_of(pieces: Pieces) -> bool:
    """Whether "of" or the like stands before the year of a season."""
    between = words_in([pieces.said().partition(pieces.text["season"])[2]])
    return any(word in pieces.lexicon.language.dates.ranges.get("of", ()) for word in between)


def _is_short(pieces: Pieces) -> bool:
    """Whether a year has two figures and nothing that says that they are a year: "im Herbst 38"."""
    return pieces.unsaid() and "year2" not in pieces.text and pieces.text["year"].isdigit()


def read_quarter(pieces: Pieces) -> Expression | None:
    """Three months of a year by their number; without a year no quarter of a game."""
    number = _digit_or_ordinal(pieces)
    if pieces.year() is None and surroundings.is_of_game(*pieces.opening):
        return None
    return pieces.found(Moment(Unit.QUARTER, pieces.year(), number)) if number in range(1, 5) else None


def read_half(pieces: Pieces) -> Expression | None:
    """Six months of a year by their number; where not even "of the year" is said, in news of business."""
    number = _digit_or_ordinal(pieces)
    if pieces.said().endswith(_HALF_ALONE) and not _is_part_of_year(pieces):
        return None
    return pieces.found(Moment(Unit.HALF, pieces.year(), number)) if number in (1, 2) else None


def _is_part_of_year(pieces: Pieces) -> bool:
    """Whether "the first half", "the first nine months" are those of a year: in news of business, and not of
    something else that is named.
    """
    if neighbours.followed_by_of(*pieces.closing) or surroundings.is_of_game(*pieces.opening):
        return False
    return surroundings.is_of_business(*pieces.opening)


def read_first_months(pieces: Pieces) -> Expression | None:
    """The first months of a year: "the first nine months of 1998"."""
    number, year = pieces.amount(), pieces.year()
    if not 2 <= number <= _DECEMBER - 1:
        return None
    counted = pieces.said().split()[-1]
    if counted in pieces.lexicon.language.dates.units["month"] and not _is_part_of_year(pieces):
        return None
    for months, unit in ((3, Unit.QUARTER), (6, Unit.HALF)):
        if number == months:
            return pieces.found(Moment(unit, year, 1))
    first, last = Moment(Unit.MONTH, year, 1), Moment(Unit.MONTH, year, number)
    return pieces.found(first, last, stretch=Stretch.PERIOD)


def read_week_of_month(pieces: Pieces) -> Expression | None:
    """Seven days of a month by their number: "the second week of November" is that from the 8th on."""
    number, month, year = _digit_or_ordinal(pieces), pieces.month(), pieces.year()
    if month is None or number not in (2, 3, 4):
        return None  # the first week is the early part of a month, no less often its first days
    first = Moment(Unit.DAY, year, month, 7 * number - 6)
    return pieces.found(first, first._replace(day=7 * number), stretch=Stretch.PERIOD)


def read_calendar_week(pieces: Pieces) -> Expression | None:
    """A week by its number in the year: "die 35. Kalenderwoche"."""
    number, year = pieces.amount(), pieces.year()
    if not number or feast_day(calendar_week_key(number), year or _LONG_YEAR) is None:
        return None
    key = calendar_week_key(number)
    return _kept(pieces, key, year) if year is not None else _of_untold_year(pieces, key)


def _digit_or_ordinal(pieces: Pieces) -> int | None:
    return number_in(pieces.text.get("digit") or pieces.text["ordinal"], "ordinal", pieces.lexicon)


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
    year = int(figures) if len(figures) == 3 and figures.isdigit() else pieces.year()
    if not year:
        return None
    found = pieces.found(Moment(Unit.YEAR, year))
    # "33 μ.Χ.": what follows says the era, and so the century.
    return found if pieces.said().endswith(figures) else found._replace(century_unsaid=False)


def read_decade(pieces: Pieces) -> Expression | None:
    """Ten years, in figures (1920, '20) or as a number in words ("twenty")."""
    figures = pieces.text["decade"].strip("'’")
    if not figures.isdigit():
        figures = str(number_in(figures, "number", pieces.lexicon) or 1)
    if len(figures) < 2 or int(figures) % 10:
        return None
    if _SHILLINGS.fullmatch(pieces.said()) and not surroundings.after_a_part(*pieces.opening):
        return None  # "£4 10s."; but "the 20s", "the late 70s"
    if len(figures) == 2:
        return _decade_of_century(pieces, int(figures))
    if not int(figures) % 100 and int(figures) < pieces.lexicon.language.dates.hundreds_before:
        return pieces.found(Moment(Unit.CENTURY, int(figures)))  # "the 1500s"
    return pieces.found(Moment(Unit.DECADE, int(figures)))


def read_tens(pieces: Pieces) -> Expression | None:
    """Ten years as an ordinal or by a name: "the twentieth years", "the twenties"."""
    name, said = pieces.text["tens"], pieces.said()
    known = _BARE in pieces.lexicon.language.dates.forms["tens"] or surroundings.after_a_part(*pieces.opening)
    if _lacks_its_noun(pieces):
        if not _shares_its_noun(pieces):
            return None  # "ein vierziger"
    elif said == name and not known and not _says_years(pieces):
        return None  # "in his nineties"
    if _is_age(pieces):
        return None
    tens = pieces.named("tens", name) or pieces.named("decade_name", name)
    if said.endswith(name) and _counts_too(pieces, name) and not _says_years(pieces):
        return _decade_by_number(pieces, tens)
    if "number" in pieces.text:  # "eighteen-nineties"
        hundreds = number_in(pieces.text["number"], "number", pieces.lexicon) or 0
        first = Moment(Unit.DECADE, hundreds * 100 + tens)
        return pieces.found(first) if 10 <= hundreds <= _LAST_CENTURY else None
    return _decade_of_century(pieces, tens)


def _lacks_its_noun(pieces: Pieces) -> bool:
    """Whether the name of a decade is an adjective, where its noun has a capital letter: "die vierziger"."""
    name = pieces.text["tens"]
    return pieces.lexicon.language.dates.capital_nouns and name.islower() and "number" not in pieces.text


def _shares_its_noun(pieces: Pieces) -> bool:
    """Whether another decade follows, of whose noun it is, too: "die dreißiger und vierziger Jahre"."""
    row, lexicon, at = pieces.row, pieces.lexicon, neighbours.after(pieces.row, pieces.end)
    if at >= len(row.signs) or row.signs[at] not in neighbours.signs_of("range", lexicon) | {","}:
        return False
    then = neighbours.after(row, at + 1)
    return then < len(row.signs) and row.signs[then] in neighbours.signs_of("decade_name", lexicon)


def _is_age(pieces: Pieces) -> bool:
    """Whether the name of a decade can say how old someone is ("ein Mann in den Fünfzigern") or who someone
    is ("die Sechziger"). Asked only where it is a noun.
    """
    name = pieces.text["tens"]
    if not pieces.lexicon.language.dates.capital_nouns or not name[:1].isupper() or "ahr" in name:
        return False
    if not name.endswith("n"):
        return not surroundings.after_a_part(*pieces.opening)
    row, at = pieces.row, neighbours.before(pieces.row, pieces.start)
    language = pieces.lexicon.language
    if row.word(at) not in language.dates.aged_in:
        return False
    whose = row.word(neighbours.before(row, at))
    small = whose.lower() in language.common_words  # "Noch in den Achtzigern"
    return (whose[:1].isupper() and not small) or whose in language.dates.aged


def _counts_too(pieces: Pieces, name: str) -> bool:
    """Whether the name of a decade is a number, too: "los noventa", "в девяностых"."""
    return any((part, name.lower()) in pieces.lexicon.values for part in ("number", "ordinal", "tens"))


def _says_years(pieces: Pieces) -> bool:
    """Whether a form says that its number is one of years: "w latach trzydziestych"."""
    values = pieces.lexicon.values
    return any(("unit year", word) in values for word in words_in([pieces.said()]))


def _decade_by_number(pieces: Pieces, tens: int) -> Expression | None:
    """A decade by a number in words that counts nothing: "en los noventa", without the preposition."""
    row, _, end, lexicon = pieces.whole
    goes_on = neighbours.word_after(row, end) in lexicon.language.dates.ranges.get("both", ())
    if goes_on or surroundings.counts(*pieces.closing) or not surroundings.ends_here(row, end, lexicon):
        return None
    found = pieces.found(Moment(Unit.DECADE, tens))._replace(century_unsaid=True)
    first = pieces.said().split()[0].lower()
    if first not in lexicon.language.dates.before:
        return found
    return found._replace(start=row.starts[neighbours.after(row, pieces.start + 1)])


def _decade_of_century(pieces: Pieces, tens: int) -> Expression | None:
    """A decade whose century the form says ("the twenties of the 19th century") or does not."""
    if "ordinal" not in pieces.text:
        if surroundings.is_of_someone(*pieces.opening):
            return None
        return pieces.found(Moment(Unit.DECADE, tens))._replace(century_unsaid=True)
    number = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon)
    if not number or number > _LAST_CENTURY:
        return None
    return pieces.found(Moment(Unit.DECADE, (number - 1) * 100 + tens))


def read_hundred(pieces: Pieces) -> Expression | None:
    """The hundred years from 1800, or ten from 1820, where a language writes both in one way."""
    figures = pieces.text["decade"].strip("'’")
    if len(figures) == 4 and int(figures) % 100 == 0:
        return pieces.found(Moment(Unit.CENTURY, int(figures)))
    return read_decade(pieces) if len(figures) != 3 else None


def read_century(pieces: Pieces) -> Expression | None:
    """A hundred years, by their number or by a name of the table ("Novecento")."""
    if "century" in pieces.text:
        if surroundings.counts(*pieces.closing):
            return None
        number: int | None = pieces.named("century", pieces.text["century"])
    else:
        number = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon)
    if not number or number > _LAST_CENTURY:
        return None
    return pieces.found(Moment(Unit.CENTURY, (number - 1) * 100 + 1))


def read_nth_weekday(pieces: Pieces) -> Expression | None:
    """A weekday of a month by its count, the first to the fifth, or the last where the form has no number."""
    month, weekday, count = pieces.month(), pieces.weekday(), -1
    if "ordinal" in pieces.text:
        count = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon) or 0
    if not month or not weekday or count not in (-1, 1, 2, 3, 4):
        return None
    key, year = nth_weekday_key(count, weekday, month), pieces.year()
    if year is not None:
        return _kept(pieces, key, year)
    return _of_untold_year(pieces, key)


def _kept(pieces: Pieces, key: str, year: int) -> Expression | None:
    """The day of a feast in its year; None where it was not kept then."""
    day = feast_day(key, year)
    return None if day is None else pieces.found(day)


def _of_untold_year(pieces: Pieces, key: str) -> Expression:
    """A feast without its year, which alone says which day it is."""
    named = Moment(Unit.DAY, time=f"{FEAST}{key}")
    return pieces.found(Moment(Unit.DAY), relation=Relation(Anchor.SAME, 0, Unit.YEAR, named))


def read_feast(pieces: Pieces) -> Expression | None:
    """The day of a feast: of a year, or after a word that says when."""
    key, year = feast_key(pieces.text["feast"], pieces.lexicon.language), pieces.year()
    if key is None:
        return None
    if year is not None:
        return _kept(pieces, key, year)
    if not alone.feast_alone(*pieces.whole):
        return None
    day = feast_day(key, None)
    if day is not None and day.number:
        return pieces.found(day)
    return _of_untold_year(pieces, key)


def read_eve(pieces: Pieces) -> Expression | None:
    """The day before a feast: of a year, or of a feast that is on one day in all years."""
    key, year = feast_key(pieces.text["feast"], pieces.lexicon.language), pieces.year()
    day = feast_day(key, year or _ANY_YEAR) if key is not None else None
    always = feast_day(key, None) if key is not None else None
    if day is None or always is None or (year is None and always.number is None):
        return None
    eve = shifted(day, -1, Unit.DAY)
    return pieces.found(eve if year is not None else eve._replace(year=None))


def read_weekday_of_feast(pieces: Pieces) -> Expression | None:
    """A feast with the weekday on which it fell: "Sunday Judica 1525"."""
    key, year, weekday = (
        feast_key(pieces.text["feast"], pieces.lexicon.language),
        pieces.year(),
        pieces.weekday(),
    )
    if key is None or year is None:
        return None
    day = feast_day(key, year)
    return pieces.found(day) if day and weekday_of_feast(day.first()) == weekday else None


def beside_feast(sign: int) -> Reading:
    """The reading of a weekday after a feast or (`sign` -1) before it: "Tuesday after Jubilate 1525"."""

    def reading(pieces: Pieces) -> Expression | None:
        feast, weekday = feast_key(pieces.text["feast"], pieces.lexicon.language), pieces.weekday()
        if feast is None or not weekday:
            return None
        key, year = weekday_beside_key(weekday, sign, feast), pieces.year()
        if year is not None:
            return _kept(pieces, key, year)
        return _of_untold_year(pieces, key)

    return reading


def of_part(portion: Portion) -> Reading:
    """The reading of a month, a year, a decade or a century after which its part is said: "Ocak başında"."""

    def reading(pieces: Pieces) -> Expression | None:
        by_piece = (
            ("month", read_month),
            ("year", read_year),
            ("decade", read_decade),
            ("ordinal", read_century),
        )
        read = next((read for piece, read in by_piece if piece in pieces.text), None)
        found = read(pieces) if read is not None else None
        return found._replace(portion=portion) if found is not None else None

    return reading
