"""From a form that matched to what it says: one reading a rule.

A reading takes the pieces of a form as the text has them, and gives the moments that they mean. It gives None
where no calendar has such a date, or where what stands around it says that it is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from edition.converter.forms.dates import surroundings
from edition.converter.forms.dates.expression import Anchor, Expression, Portion, Relation, Stretch
from edition.converter.forms.dates.feasts import feast_day, feast_key
from edition.converter.forms.dates.grammar import Grammar
from edition.converter.forms.dates.lexicon import Lexicon, roman_value
from edition.converter.forms.dates.moment import Moment, Unit, exists
from edition.converter.forms.dates.row import Row
from edition.converter.languages.subjects.dates import DateWords

_FIGURES = re.compile(r"\d+")
_FORTNIGHT = 14
_YEARS = {"decade": 10, "century": 100}  # "a decade earlier" is ten years earlier
_NAMED_UNITS = {
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


class Pieces(NamedTuple):
    """The pieces of a match by name, and where it stands in its row."""

    text: Mapping[str, str]
    lexicon: Lexicon
    row: Row
    start: int
    end: int
    form: str

    def month(self) -> int | None:
        """The number of the month, if the form has one."""
        name = self.text.get("month")
        return None if name is None else self.named("month", name)

    def named(self, part: str, name: str) -> int:
        """The number of a name in the calendar."""
        values, name = self.lexicon.values, " ".join(name.split())
        return next(
            (values[kind, name] for kind in (part, f"{part}.", f"{part}.!") if (kind, name) in values), 0
        )

    def year(self) -> int | None:
        """The year, if the form has one."""
        figures = self.text.get("year")
        if figures is None:
            return None
        figures = figures.strip("'’")
        if not figures.isdigit():
            return roman_value(figures)
        return int(figures) + (1000 if len(figures) == 3 and self.form in ("day", "month") else 0)

    def unsaid(self) -> bool:
        """Whether the year has two figures."""
        return 1 < len(self.text.get("year", "").strip("'’")) < 3

    def day(self, name: str = "day") -> int | None:
        """The day of the month, in figures or as a word."""
        words = self.text.get(name)
        return None if words is None else number_in(words, "ordinal", self.lexicon)

    def weekday(self) -> int | None:
        """The weekday: Monday is 1."""
        name = self.text.get("weekday")
        return None if name is None else self.named("weekday", name)

    def shortened(self, part: str, name: str) -> bool:
        """Whether a name is known only as a shortened one, and is not marked as such by a full stop within a
        sentence: "mar" is the sea, too.
        """
        if (part, name) in self.lexicon.values:
            return False
        at = surroundings.after(self.row, self.end)
        goes_on = at < len(self.row.signs) and not self.row.words(at, at + 1)[0].isupper()
        return f"{name}." not in self.row.words(self.start, self.end) or not goes_on

    def capital(self, part: str, name: str) -> bool:
        """Whether a name has a capital letter that the table does not give it: "Mars", "Julio", "Domingo"."""
        return name[0].isupper() and not name.isupper() and (part, name) not in self.lexicon.written

    def amount(self) -> int:
        """How many units: one where the form has no number ("rok później")."""
        return number_in(self.text["number"], "number", self.lexicon) or 0 if "number" in self.text else 1

    def unit(self, name: str = "unit") -> str:
        """The kind of unit, by its piece or by the words of the form ("rok temu")."""
        words = [self.text[name]] if name in self.text else self.row.words(self.start, self.end).split()
        units = self.lexicon.language.dates.units
        return next(
            (kind for word in words for kind in units if (f"unit {kind}", word) in self.lexicon.values), ""
        )

    def found(self, first: Moment, last: Moment | None = None, **more: object) -> Expression:
        """The expression of this match."""
        start, end = self.row.starts[self.start], self.row.starts[self.end]
        figures = self.text.get("year", "")
        certain = first.unit is not Unit.DAY or len(figures) != 3 or first.year == self.year()
        return Expression(
            start,
            end,
            self.form,
            first,
            last,
            certain=certain,
            century_unsaid=self.unsaid(),
            **more,  # type: ignore[arg-type]
        )


Reading = Callable[[Pieces], Expression | None]


def read_form(match: re.Match[str], row: Row, known: Grammar) -> Expression | None:
    """What a match of the forms says; None where it says nothing."""
    number = int((match.lastgroup or "f0")[1:])
    form = known.forms[row.signs[match.start()]][number]
    text = {piece: row.words(*match.span(group)) for piece, group in form.groups if match.start(group) >= 0}
    pieces = Pieces(text, known.lexicon, row, match.start(), match.end(), form.rule)
    if surroundings.is_name(row, match.start(), match.end(), known.lexicon):
        return None
    reading = _READINGS.get(form.rule)
    return reading(pieces) if reading is not None else None


def number_in(words: str, part: str, lexicon: Lexicon) -> int | None:
    """The number that words or figures say: "8th", "IV", "twenty-first"."""
    figures = _FIGURES.match(words)
    if figures:
        return int(figures.group())
    values = lexicon.values
    known = values.get((part, " ".join(words.split()))) or lexicon.roman_ordinal(words)
    if known:
        return known
    pieces = [piece for piece in re.split(r"[\s-]+", words) if piece]
    if len(pieces) == 2:
        tens = values.get(("number", pieces[0])) or values.get((part, pieces[0]), 0)
        ones = values.get((part, pieces[1]), 0)
        return tens + ones if tens >= 10 and not tens % 10 and 0 < ones < 10 else None
    whole = values.get((part, pieces[0])) if pieces else None
    return whole if whole is not None else roman_value(re.sub(r"[^IVXLCDMivxlcdm].*", "", words)) or None


def _day(pieces: Pieces) -> Expression | None:
    day, month, year = pieces.day(), pieces.month(), pieces.year()
    if pieces.text["day"] in ("i", "v", "x"):
        return None  # words of some languages
    if day is None or (month is not None and not exists(year, month, day)) or not 1 <= day <= 31:
        return None
    if (
        month is None
        and pieces.weekday() is None
        and not surroundings.day_alone(pieces.row, pieces.start, pieces.end, pieces.lexicon)
    ):
        return None
    if month is None and "weekday" in pieces.text and pieces.shortened("weekday", pieces.text["weekday"]):
        return None
    if surroundings.numbers_something(pieces.row, pieces.start, pieces.lexicon):
        return None
    first = Moment(Unit.DAY, year, month, day, pieces.weekday())
    if "day2" in pieces.text:
        last = pieces.day("day2") or 0
        if month is None or last <= day or not exists(year, month, last):
            return None
        joined = surroundings.joined_by_and(pieces.row, pieces.start, pieces.end, pieces.lexicon)
        stretch = Stretch.BOTH if joined and last > day + 1 else Stretch.PERIOD
        return pieces.found(first, Moment(Unit.DAY, year, month, last), stretch=stretch)
    if month is None:
        return pieces.found(first, relation=Relation(Anchor.SAME, 0, Unit.MONTH, first))
    return pieces.found(first)


def _month(pieces: Pieces) -> Expression | None:
    month, year = pieces.month(), pieces.year()
    if month is None or surroundings.after_day(pieces.row, pieces.start, pieces.lexicon):
        return None
    if year is None and not _is_month_alone(pieces):
        return None
    name = pieces.text["month"]
    if year is None and (pieces.shortened("month", name) or pieces.capital("month", name)):
        return None
    between = pieces.row.words(pieces.start, pieces.end).removeprefix(name)
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
    name, said = pieces.text["month"], pieces.row.words(pieces.start, pieces.end)
    if said.rstrip(".") != name:
        return True
    if ("month", name) not in pieces.lexicon.values and not said.endswith("."):
        return False
    return surroundings.month_alone(pieces.row, pieces.start, pieces.end, pieces.lexicon)


def _month_same_year(pieces: Pieces) -> Expression | None:
    moment = Moment(Unit.MONTH, None, pieces.month())
    return pieces.found(moment, relation=Relation(Anchor.SAME, 0, Unit.YEAR, moment))


def _season(pieces: Pieces) -> Expression | None:
    number, year = pieces.named("season", pieces.text["season"]), pieces.year()
    if year is None and not surroundings.season_alone(pieces.row, pieces.start, pieces.end, pieces.lexicon):
        return None
    if surroundings.counts(pieces.row, pieces.end, pieces.lexicon):
        return None
    if "year2" in pieces.text and year is not None:
        following = full_year(year, pieces.text["year2"])
        if following != year + 1:
            return None
    return pieces.found(Moment(Unit.SEASON, year, number))


def _season_same_year(pieces: Pieces) -> Expression | None:
    moment = Moment(Unit.SEASON, None, pieces.named("season", pieces.text["season"]))
    return pieces.found(moment, relation=Relation(Anchor.SAME, 0, Unit.YEAR, moment))


def full_year(year: int, last: str) -> int:
    """The year that the last figures say after another year: 1916/17, 1899–1902, 1731/2."""
    return int(last) if len(last) == 4 else int(str(year)[: -len(last)] + last)


def _decade(pieces: Pieces) -> Expression | None:
    figures = pieces.text["decade"].strip("'’")
    if not figures.isdigit():
        figures = str(number_in(figures, "number", pieces.lexicon) or 1)
    if len(figures) < 2 or int(figures) % 10:
        return None
    if len(figures) == 2:
        return _decade_of_century(pieces, int(figures))
    return pieces.found(Moment(Unit.DECADE, int(figures)))


def _decade_of_century(pieces: Pieces, tens: int) -> Expression | None:
    """A decade whose century the form says ("the twenties of the 19th century") or does not."""
    if "ordinal" not in pieces.text:
        return replace(pieces.found(Moment(Unit.DECADE, tens)), century_unsaid=True)
    number = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon)
    return pieces.found(Moment(Unit.DECADE, (number - 1) * 100 + tens)) if number and number < 22 else None


def _tens(pieces: Pieces) -> Expression | None:
    """A decade in words: "the twenties"."""
    return _decade_of_century(pieces, pieces.lexicon.values[("tens", pieces.text["tens"])])


def _hundred(pieces: Pieces) -> Expression | None:
    """The hundred years from 1800, or ten from 1820, where a language writes both in one way."""
    figures = pieces.text["decade"].strip("'’")
    if len(figures) == 4 and int(figures) % 100 == 0:
        return pieces.found(Moment(Unit.CENTURY, int(figures)))
    return _decade(pieces) if len(figures) != 3 else None


def _century(pieces: Pieces) -> Expression | None:
    if "century" in pieces.text:
        if surroundings.counts(pieces.row, pieces.end, pieces.lexicon):
            return None
        number: int | None = pieces.named("century", pieces.text["century"])
    else:
        number = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon)
    if not number or number > 21:
        return None
    return pieces.found(Moment(Unit.CENTURY, (number - 1) * 100 + 1))


def _quarter(pieces: Pieces) -> Expression | None:
    number = number_in(pieces.text.get("digit") or pieces.text["ordinal"], "ordinal", pieces.lexicon)
    if not number or number > 4:
        return None
    return pieces.found(Moment(Unit.QUARTER, pieces.year(), number))


def _half(pieces: Pieces) -> Expression | None:
    number = number_in(pieces.text.get("digit") or pieces.text["ordinal"], "ordinal", pieces.lexicon)
    return pieces.found(Moment(Unit.HALF, pieces.year(), number)) if number in (1, 2) else None


def _year(pieces: Pieces) -> Expression | None:
    figures = pieces.text["year"]
    year = int(figures) if len(figures) == 3 and figures.isdigit() else pieces.year()
    if not year:
        return None
    found = pieces.found(Moment(Unit.YEAR, year))
    # "33 μ.Χ.": what follows says the era, and so the century.
    alone = pieces.row.words(pieces.start, pieces.end).endswith(figures)
    return found if alone else replace(found, century_unsaid=False)


def _feast(pieces: Pieces) -> Expression | None:
    key = feast_key(pieces.text["feast"], pieces.lexicon.language)
    year = pieces.year()
    if key is None:
        return None
    if year is None:
        if not surroundings.feast_alone(pieces.row, pieces.start, pieces.end, pieces.lexicon):
            return None
        return (
            pieces.found(feast_day(key, None), relation=None)
            if feast_day(key, None).number
            else pieces.found(
                Moment(Unit.DAY),
                relation=Relation(Anchor.SAME, 0, Unit.YEAR, Moment(Unit.DAY, time=f"feast {key}")),
            )
        )
    return pieces.found(feast_day(key, year))


def _counted(anchor: Anchor, sign: int) -> Reading:
    """So many units before or after an anchor."""

    def reading(pieces: Pieces) -> Expression | None:
        amount, unit = pieces.amount(), pieces.unit()
        if unit == "fortnight":
            amount, unit = amount * _FORTNIGHT, "day"
        if unit in _YEARS:
            amount, unit = amount * _YEARS[unit], "year"
        if not amount or unit not in _NAMED_UNITS:
            return None
        return pieces.found(Moment(Unit.DAY), relation=Relation(anchor, sign * amount, _NAMED_UNITS[unit]))

    return reading


def _neighbour(anchor: Anchor, sign: int, portion: Portion = Portion.WHOLE) -> Reading:
    """The unit after, before or around an anchor: "the following day", "last October", "that year"."""

    def reading(pieces: Pieces) -> Expression | None:
        name = "any" if "any" in pieces.text else "unit" if "unit" in pieces.text else "weekday"
        word = pieces.text.get(name, "")
        if anchor is Anchor.TOLD and surroundings.goes_on(pieces.row, pieces.end, pieces.lexicon):
            return None
        for part, unit in (("month", Unit.MONTH), ("season", Unit.SEASON), ("weekday", Unit.DAY)):
            number = pieces.named(part, word)
            if number:
                named = Moment(unit, weekday=number) if part == "weekday" else Moment(unit, None, number)
                return pieces.found(named, relation=Relation(anchor, sign, Unit.YEAR, named), portion=portion)
        if anchor is Anchor.TOLD and surroundings.followed_by_of(pieces.row, pieces.end, pieces.lexicon):
            return None  # "the day after the battle"
        kind = pieces.unit(name)
        if kind == "fortnight" or kind not in _NAMED_UNITS:
            return None
        unit = _NAMED_UNITS[kind]
        return pieces.found(Moment(unit), relation=Relation(anchor, sign, unit), portion=portion)

    return reading


def _then(pieces: Pieces) -> Expression | None:
    """The date told last, whatever it was: "at that time"."""
    return pieces.found(Moment(Unit.DAY), relation=Relation(Anchor.SAME, 0, Unit.DAY))


def _day_number(pieces: Pieces) -> Expression | None:
    """A day of the month that was told: its number, and a word that says it is a day."""
    day, at = pieces.day(), surroundings.after(pieces.row, pieces.end)
    figures = at < len(pieces.row.signs) and surroundings.is_figure(pieces.row.signs[at])
    if day is None or not 1 <= day <= 31 or figures:
        return None
    first = Moment(Unit.DAY, None, None, day)
    return pieces.found(first, relation=Relation(Anchor.SAME, 0, Unit.MONTH, first))


def _day_of_month(sign: int) -> Reading:
    """A day of the month of writing, the one before it or after it: "12th ult."."""

    def reading(pieces: Pieces) -> Expression | None:
        day = pieces.day()
        if day is None or not 1 <= day <= 31:
            return None
        first = Moment(Unit.DAY, None, None, day)
        return pieces.found(first, relation=Relation(Anchor.WRITING, sign, Unit.MONTH, first))

    return reading


def _day_same_month(pieces: Pieces) -> Expression | None:
    day = pieces.day()
    if day is None or not 1 <= day <= 31:
        return None
    first = Moment(Unit.DAY, None, None, day, pieces.weekday())
    return pieces.found(first, relation=Relation(Anchor.SAME, 0, Unit.MONTH, first))


def _in_words(days_of: Callable[[DateWords], Mapping[str, int]], anchor: Anchor) -> Reading:
    """A word of the table that says so many days from an anchor: "yesterday"."""

    def reading(pieces: Pieces) -> Expression | None:
        said = pieces.row.words(pieces.start, pieces.end)
        flat = " ".join(said.lower().replace("’", "'").split())
        words = days_of(pieces.lexicon.language.dates)
        days = {" ".join(word.lower().split()): n for word, n in words.items()}.get(flat)
        if anchor is Anchor.TOLD and surroundings.followed_by_of(pieces.row, pieces.end, pieces.lexicon):
            return None
        if days is None:
            return None
        return pieces.found(Moment(Unit.DAY), relation=Relation(anchor, days, Unit.DAY))

    return reading


def _weekday(pieces: Pieces) -> Expression | None:
    weekday, name = pieces.weekday(), pieces.text["weekday"]
    first, full = Moment(Unit.DAY, weekday=weekday), ("weekday", name) in pieces.lexicon.values
    if pieces.row.words(pieces.start, pieces.end).rstrip(".") != name:  # the form says it: "Pazar günü"
        return pieces.found(first, relation=Relation(Anchor.WRITING, 0, Unit.DAY, first))
    if pieces.shortened("weekday", name) or (name.islower() and not full):
        return None
    if pieces.capital("weekday", name) and not surroundings.opens_sentence(pieces.row, pieces.start):
        return None
    if not surroundings.weekday_alone(pieces.row, pieces.start, pieces.end, pieces.lexicon):
        return None
    return pieces.found(first, relation=Relation(Anchor.WRITING, 0, Unit.DAY, first))


def _flat(said: str) -> str:
    return "".join(said.lower().replace(".", "").replace("’", "'").split())


def _time(pieces: Pieces) -> Expression | None:
    hour, minute = int(pieces.text["hour"]), int(pieces.text.get("minute", 0))
    said = _flat(pieces.row.words(pieces.start, pieces.end))
    halves = pieces.lexicon.language.dates.halves
    if said.endswith(("pm", *map(_flat, halves.get("pm", ())))) and hour < 12:
        hour += 12
    elif said.endswith(("am", *map(_flat, halves.get("am", ())))) and hour == 12:
        hour = 0
    marked = any(letter.isalpha() for letter in said)
    if surroundings.followed_by_of(pieces.row, pieces.end, pieces.lexicon):
        return None  # "à 5 heures de marche"
    if hour > 23 or minute > 59:
        return None
    if not marked and not surroundings.after_preposition(
        pieces.row, pieces.start, pieces.end, pieces.lexicon
    ):
        return None
    moment = Moment(Unit.DAY, time=f"{hour:02d}:{minute:02d}:00")
    return pieces.found(moment, relation=Relation(Anchor.SAME, 0, Unit.DAY, moment))


_READINGS: dict[str, Reading] = {
    "inexact": lambda pieces: None,  # "two years and a half ago" says no date
    "day": _day,
    "day_number": _day_number,
    "day_same_month": _day_same_month,
    "month": _month,
    "month_same_year": _month_same_year,
    "instant": _day_of_month(0),
    "ultimo": _day_of_month(-1),
    "proximo": _day_of_month(1),
    "season": _season,
    "season_same_year": _season_same_year,
    "decade": _decade,
    "tens": _tens,
    "hundred": _hundred,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "year": _year,
    "feast": _feast,
    "later": _counted(Anchor.TOLD, 1),
    "earlier": _counted(Anchor.TOLD, -1),
    "ago": _counted(Anchor.WRITING, -1),
    "hence": _counted(Anchor.WRITING, 1),
    "after": _counted(Anchor.TOLD, 1),
    "before": _counted(Anchor.TOLD, -1),
    "following": _neighbour(Anchor.TOLD, 1),
    "preceding": _neighbour(Anchor.TOLD, -1),
    "same": _neighbour(Anchor.SAME, 0),
    "beginning_of_same": _neighbour(Anchor.SAME, 0, Portion.EARLY),
    "end_of_same": _neighbour(Anchor.SAME, 0, Portion.LATE),
    "then": _then,
    "this": _neighbour(Anchor.WRITING, 0),
    "last": _neighbour(Anchor.WRITING, -1),
    "next": _neighbour(Anchor.WRITING, 1),
    "deictic": _in_words(lambda dates: dates.deictic, Anchor.WRITING),
    "told": _in_words(lambda dates: dates.told, Anchor.TOLD),
    "weekday": _weekday,
    "time": _time,
}
RULES = tuple(_READINGS)
