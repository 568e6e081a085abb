"""From a form that matched to what it says: one reading a rule.

A reading takes the pieces of a form as the text has them, and gives the moments that they mean. It gives None
where no calendar has such a date, or where what stands around it says that it is none.
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Anchor, Expression, Portion
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.readings import calendar_readings as calendar
from edition.converter.forms.dates.readings import decade_readings as decades
from edition.converter.forms.dates.readings import feast_readings as feasts
from edition.converter.forms.dates.readings import in_month_or_year as inner
from edition.converter.forms.dates.readings import parts_of_hours, roman_days, times_of_day
from edition.converter.forms.dates.readings import parts_of_year_readings as parts_of_year
from edition.converter.forms.dates.readings import readings_of_business as business
from edition.converter.forms.dates.readings import relative_readings as relative
from edition.converter.forms.dates.readings import weekday_readings as weekdays
from edition.converter.forms.dates.readings.deictic_readings import in_words
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.readings.put_after import read_put_after
from edition.converter.forms.dates.signs import surroundings
from edition.converter.forms.dates.signs.grammar import Form
from edition.converter.forms.dates.signs.lexicon import Lexicon
from edition.converter.forms.dates.signs.row import Row

INEXACT = "inexact"  # the rule of what is no date, nor anything in it


def read_form(match: re.Match[str], form: Form, row: Row, lexicon: Lexicon) -> Expression | None:
    """What a match of a form in a row says, with offsets in the row's text; None where it says nothing."""
    starts, words, spans = row.starts, row.text, match.regs
    start, end = spans[0]
    if surroundings.is_name(row, start, end, lexicon):
        return None
    text = {
        piece: words[starts[spans[group][0]] : starts[spans[group][1]]]
        for piece, group in form.groups
        if spans[group][0] >= 0
    }
    reading = _READINGS.get(form.rule)
    return reading(Pieces(text, lexicon, row, start, end, form.rule)) if reading is not None else None


def is_inexact(match: re.Match[str], form: Form, row: Row, lexicon: Lexicon) -> bool:
    """Whether nothing in a match is a date: "more than a year earlier", but not in "100 more than a year
    earlier".
    """
    return form.rule == INEXACT and not surroundings.compares(row, match.start(), lexicon)


def _nothing(pieces: Pieces) -> Expression | None:
    """What is no date, though a shorter form would take it for one: "two years and a half ago"."""
    return None


# By the rules of the tables: the keys of `forms`, "deictic" and "told".
_READINGS: dict[str, Reading] = {
    INEXACT: _nothing,
    "day": calendar.read_day,
    "month": calendar.read_month,
    "last_day": calendar.read_last_day,
    "season": calendar.read_season,
    "quarter": parts_of_year.read_quarter,
    "half": parts_of_year.read_half,
    "first_months": parts_of_year.read_first_months,
    "last_months": parts_of_year.read_last_months,
    "week_of_month": calendar.read_week_of_month,
    "half_of_month": calendar.read_half_of_month,
    "end_week_of_month": calendar.read_last_week_of_month,
    "counted_week_of_month": calendar.read_counted_week_of_month,
    "calendar_week": feasts.read_calendar_week,
    "reported": business.read_reported,
    "part_of_year": business.read_part_of_year,
    "same_part": business.read_same_part,
    "year": calendar.read_year,
    "decade": decades.read_decade,
    "tens": decades.read_tens,
    "hundred": decades.read_hundred,
    "century": decades.read_century,
    "feast": feasts.read_feast,
    "weekday_of_feast": feasts.read_weekday_of_feast,
    "weekday_after_feast": feasts.beside_feast(1),
    "weekday_before_feast": feasts.beside_feast(-1),
    "eve_of_feast": feasts.next_to_feast(-1),
    "day_after_feast": feasts.next_to_feast(1),
    "roman_point": roman_days.read_point,
    "weekday_of_month": feasts.read_nth_weekday,
    "day_number": inner.read_day_number,
    "entry": inner.read_entry,
    "day_same_month": inner.of_month(Anchor.SAME, 0),
    "month_same_year": inner.of_year("month", Unit.MONTH, Anchor.SAME),
    "season_same_year": inner.of_year("season", Unit.SEASON, Anchor.SAME),
    "month_this_year": inner.of_year("month", Unit.MONTH, Anchor.EITHER),
    "season_this_year": inner.of_year("season", Unit.SEASON, Anchor.EITHER),
    "season_following_year": inner.of_year("season", Unit.SEASON, Anchor.TOLD, 1),
    "season_coming_year": inner.of_year("season", Unit.SEASON, Anchor.EITHER, 1),
    "season_preceding_year": inner.of_year("season", Unit.SEASON, Anchor.TOLD, -1),
    "season_next_year": inner.of_year("season", Unit.SEASON, Anchor.WRITING, 1),
    "quarter_last_year": business.quarter_of_year(-1),
    "quarter_this_year": business.quarter_of_year(0),
    "quarter_next_year": business.quarter_of_year(1),
    "month_last_year": inner.of_year("month", Unit.MONTH, Anchor.WRITING, -1),
    "season_last_year": inner.of_year("season", Unit.SEASON, Anchor.WRITING, -1),
    "month_following_year": inner.of_year("month", Unit.MONTH, Anchor.EITHER, 1),
    "early": calendar.of_part(Portion.EARLY),
    "middle": calendar.of_part(Portion.MIDDLE),
    "late": calendar.of_part(Portion.LATE),
    "first_half": calendar.of_part(Portion.FIRST_HALF),
    "second_half": calendar.of_part(Portion.SECOND_HALF),
    "instant": inner.of_month(Anchor.WRITING, 0),
    "ultimo": inner.of_month(Anchor.WRITING, -1),
    "proximo": inner.of_month(Anchor.WRITING, 1),
    "later": relative.counted(Anchor.TOLD, 1),
    "earlier": relative.counted(Anchor.TOLD, -1),
    "after": relative.counted(Anchor.TOLD, 1),
    "before": relative.counted(Anchor.TOLD, -1),
    "unit_after": relative.beside("following", 1),
    "unit_before": relative.beside("preceding", -1),
    "ago": relative.counted(Anchor.WRITING, -1),
    "ago_or_earlier": relative.counted(Anchor.EITHER, -1),
    "ago_to_the_day": relative.counted(Anchor.WRITING, -1),
    "hence_after_verb": relative.counted(Anchor.WRITING, 1),
    "hence": relative.counted(Anchor.WRITING, 1),
    "hence_or_later": relative.counted(Anchor.EITHER, 1),
    "following": relative.neighbour(Anchor.TOLD, 1),
    "preceding": relative.neighbour(Anchor.TOLD, -1),
    "same": relative.neighbour(Anchor.SAME, 0),
    "year_before": business.read_year_before,
    "beginning_of_same": relative.neighbour(Anchor.SAME, 0, Portion.EARLY),
    "middle_of_same": relative.neighbour(Anchor.SAME, 0, Portion.MIDDLE),
    "end_of_same": relative.neighbour(Anchor.SAME, 0, Portion.LATE),
    "midyear": business.read_midyear,
    "year_end": business.read_year_end,
    "then": relative.read_then,
    "this": relative.neighbour(Anchor.WRITING, 0),
    "new_year": business.read_new_year,
    "last": relative.neighbour(Anchor.WRITING, -1),
    "put_after": read_put_after,
    "weekdays_ago": weekdays.read_weekdays_ago,
    "before_last": relative.neighbour(Anchor.WRITING, -2),
    "after_next": relative.neighbour(Anchor.WRITING, 2),
    "next": relative.neighbour(Anchor.WRITING, 1),
    "current": relative.neighbour(Anchor.EITHER, 0),
    "beginning_of_current": relative.neighbour(Anchor.EITHER, 0, Portion.EARLY),
    "end_of_current": relative.neighbour(Anchor.EITHER, 0, Portion.LATE),
    "gone": relative.neighbour(Anchor.EITHER, -1),
    "gone_here": relative.neighbour(Anchor.EITHER, -1),
    "coming": relative.neighbour(Anchor.EITHER, 1),
    "deictic": in_words(lambda dates: dates.deictic, Anchor.WRITING),
    "told": in_words(lambda dates: dates.told, Anchor.TOLD),
    "weekday": weekdays.read_weekday,
    "hence_weekday": weekdays.of_week(1),
    "hence_weekday_two": weekdays.of_week(2),
    "hence_weekday_if_future": weekdays.of_week(1),
    "hence_weekday_two_if_future": weekdays.of_week(2),
    "hence_day_if_future": relative.days_on(7),
    "hence_day_two_if_future": relative.days_on(14),
    "weekday_last_week": weekdays.of_week(-1),
    "weekday_this_week": weekdays.of_week(0),
    "weekday_next_week": weekdays.of_week(1),
    "part_of_day": times_of_day.read_part_of_day,
    "weekend": weekdays.read_weekend,
    "time": parts_of_hours.read_time_of_day,
    "part_of_hour": parts_of_hours.read_part_of_hour,
}
