"""Readings of what lies in the month or the year of an anchor: "the 4th inst.", "May of that year"; and of
days of which only the number is said, or that begin an entry of a diary.
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit, exists
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FIGURES

DAYS = "iabc"  # signs of figures up to 31


def numbered(pieces: Pieces, figures: str = DAYS) -> bool:
    """Whether figures follow, if not said otherwise those of a day: "el próximo día 15"."""
    at = neighbours.after(pieces.row, pieces.end)
    return at < len(pieces.row.signs) and pieces.row.signs[at] in figures


def of_month(anchor: Anchor, sign: int) -> Reading:
    """The reading of a day of the month of an anchor, of the one before it or after it: "12th ult."."""

    def reading(pieces: Pieces) -> Expression | None:
        day = pieces.day()
        if day is None or not 1 <= day <= 31:
            return None
        first = Moment(Unit.DAY, None, None, day, pieces.weekday() if anchor is Anchor.SAME else None)
        return pieces.found(first, relation=Relation(anchor, sign, Unit.MONTH, first))

    return reading


def read_entry(pieces: Pieces) -> Expression | None:
    """A day of the month that may begin an entry of a diary: "3rd. Rain", "6. Sunday"; not the day of
    "Samstag, 4. 6. 98". In languages that put the day first, also one after its month: "Mai 4. Regen".
    """
    if pieces.row.starts[pieces.start] > 0 or numbered(pieces):
        return None
    month, day = pieces.month(), pieces.day()
    if month is None:
        return of_month(Anchor.SAME, 0)(pieces)
    if day is None or not exists(None, month, day) or surroundings.counts(*pieces.closing):
        return None
    return pieces.found(Moment(Unit.DAY, None, month, day))


def read_day_number(pieces: Pieces) -> Expression | None:
    """A day of the month that was told: its number, a word that says it is a day, and no more figures."""
    at = neighbours.after(pieces.row, pieces.end)
    if at < len(pieces.row.signs) and pieces.row.signs[at] in FIGURES:
        return None
    return of_month(Anchor.SAME, 0)(pieces)


def of_year(part: str, unit: Unit, anchor: Anchor, amount: int = 0) -> Reading:
    """The reading of a month or season of the year of an anchor ("May of that year"), or of one so many years
    from it ("loňského května").
    """

    def reading(pieces: Pieces) -> Expression | None:
        moment = Moment(unit, None, pieces.named(part, pieces.text[part]))
        return pieces.found(moment, relation=Relation(anchor, amount, Unit.YEAR, moment, within=True))

    return reading
