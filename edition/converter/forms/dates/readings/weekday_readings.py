"""Readings of weekdays and weekends: "on Friday", "Tuesday next week", "the weekend", "two Saturdays ago"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.sentences.put_off import is_put_off_until
from edition.converter.forms.dates.sentences.sentences import follows
from edition.converter.forms.dates.signs import neighbours
from edition.converter.forms.dates.signs.lexicon import Lexicon
from edition.converter.forms.dates.signs.weekdays_alone import weekday_alone

_APOSTROPHES = frozenset("'’")
_BESIDE = 6  # signs before a weekday in which what leads to it stands


def of_week(amount: int) -> Reading:
    """The reading of a weekday of the week so many weeks from that of writing ("Tuesday next week"), or of so
    many weeks after the one to come ("jeudi en huit"), as its rule says.
    """

    def reading(pieces: Pieces) -> Expression | None:
        weekday = Moment(Unit.DAY, weekday=pieces.weekday())
        relation = Relation(Anchor.WRITING, amount, Unit.WEEK, weekday, within=True)
        return pieces.found(weekday, relation=relation)

    return reading


def read_weekday(pieces: Pieces) -> Expression | None:
    """A weekday alone, by its form ("Pazar günü") or by what stands around it."""
    weekday, name = pieces.weekday(), pieces.text["weekday"]
    first, full = Moment(Unit.DAY, weekday=weekday), ("weekday", name) in pieces.lexicon.values
    if pieces.said().rstrip(".") == name:
        if pieces.shortened("weekday", name) or (name.islower() and not full):
            return None
        if pieces.capital("weekday", name) and not neighbours.opens_sentence(pieces.row, pieces.start):
            return None
        if not weekday_alone(*pieces.whole) or (name in _led(pieces) and not _is_led(pieces)):
            return None
    belongs = pieces.row.signs[pieces.end : pieces.end + 1] in _APOSTROPHES
    leads = pieces.row.words(max(0, pieces.start - _BESIDE), pieces.start)
    by_night = follows(
        pieces.row.text, pieces.row.starts[pieces.start], pieces.lexicon.language.dates.night_before
    )
    ahead = not by_night and _ahead(pieces.lexicon, belongs=belongs).search(leads) is not None
    ahead = ahead or is_put_off_until(
        pieces.row.text, pieces.row.starts[pieces.start], pieces.lexicon.language
    )
    return pieces.found(first, relation=Relation(Anchor.WRITING, 1 if ahead else 0, Unit.DAY, first))


def _led(pieces: Pieces) -> frozenset[str]:
    """The names that are weekdays only after a word that says when."""
    return pieces.lexicon.language.dates.weekdays_led


def _is_led(pieces: Pieces) -> bool:
    """Whether such a word stands before: "am Sonntage"; not "die Sonntage", "die Montage"."""
    row, start, lexicon = pieces.opening
    return neighbours.plays_before("before_lone_day", row, start, lexicon)


@cache
def _ahead(lexicon: Lexicon, *, belongs: bool) -> re.Pattern[str]:
    """The words that stand before a weekday to come: "expected for Sunday"; where something belongs to it,
    only those that look ahead: "fined for Sunday's strike", but "ahead of Sunday's election".
    """
    dates = lexicon.language.dates
    several = dates.before_eve if belongs else (*dates.before_coming, *dates.before_eve)
    phrases = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in several)
    return re.compile(rf"(?<!\w)(?:{phrases or '(?!)'})\s*$", re.I)


def read_weekdays_ago(pieces: Pieces) -> Expression | None:
    """A weekday so many weeks back: "two Saturdays ago" is the Saturday before the last."""
    amount, dates = pieces.amount(), pieces.lexicon.language.dates
    said = pieces.said().lower().split()
    names = (
        number
        for number, names in enumerate(dates.weekdays, 1)
        for name in names
        if name.lower() + "s" in said
    )
    named = next((Moment(Unit.DAY, weekday=number) for number in names), None)
    if not amount or named is None:
        return None
    return pieces.found(named, relation=Relation(Anchor.WRITING, -amount, Unit.YEAR, named))


def read_weekend(pieces: Pieces) -> Expression | None:
    """The weekend that was or is to come, as the sentence says: "the weekend" of "over the weekend"."""
    several = pieces.text.get("unit") in pieces.lexicon.language.dates.plurals
    if several or ("unit" in pieces.text and pieces.unit("unit") != "weekend"):
        return None
    found = pieces.found(Moment(Unit.WEEKEND), relation=Relation(Anchor.WRITING, 0, Unit.WEEKEND))
    return found._replace(start=pieces.row.starts[neighbours.after(pieces.row, pieces.start + 1)])
