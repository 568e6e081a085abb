"""Readings of parts of years as news of business names them: "the year-earlier quarter", "for the year", "the
1988 period", "by midyear".
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import Anchor, Expression, Portion, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.readings.relative_readings import UNITS
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FOUR_YEAR
from edition.converter.forms.dates.signs.numbers import number_in

_OF_A_YEAR = ("quarter", "half", "month")  # of which "year-earlier" says that they were a year before
_LETTERS = 3  # of units in letters for them: "d. M."


def read_year_before(pieces: Pieces) -> Expression | None:
    """What was told, a year before: "the year-earlier quarter", "im Vorjahreszeitraum"."""
    if pieces.start > 0 and pieces.row.signs[pieces.start - 1] == "-":
        return None  # "a two-year-earlier start"
    said, units = pieces.said().lower(), pieces.lexicon.language.dates.units
    words = {
        kind: [word.lower() for word in units.get(kind, ()) if len(word) > _LETTERS] for kind in _OF_A_YEAR
    }
    kinds = (kind for kind, several in words.items() if any(word in said for word in several))
    return pieces.found(Moment(UNITS[next(kinds, "year")]), relation=Relation(Anchor.SAME, -1, Unit.YEAR))


def read_reported(pieces: Pieces) -> Expression | None:
    """The year or week of which a report tells: "for the year", in news of business; "das Gesamtjahr"."""
    placed = neighbours.after(pieces.row, pieces.start + 1)
    first, article = pieces.said().lower().split()[:2] if " " in pieces.said() else ("", "")
    led = article in pieces.lexicon.language.dates.determiners and first not in ("", article)
    if led and neighbours.followed_by_of(*pieces.closing):
        return None  # "finished the week of work"
    if led and neighbours.figures_follow(pieces.row, pieces.end):
        return None  # "for the year 1884"
    if led and not surroundings.is_of_business(*pieces.opening):
        return None
    unit = UNITS.get(pieces.unit(), Unit.YEAR)
    found = pieces.found(Moment(unit), relation=Relation(Anchor.WRITING, 0, unit))
    return found._replace(start=pieces.row.starts[placed]) if led else found


def read_part_of_year(pieces: Pieces) -> Expression | None:
    """The part of a year that was told, in another that is said: "the 1988 period", in news of business."""
    if not surroundings.is_of_business(*pieces.opening) or surroundings.is_of_game(*pieces.opening):
        return None
    year = Moment(Unit.YEAR, pieces.year())
    return pieces.found(year, relation=Relation(Anchor.SAME, 0, Unit.YEAR))


def read_same_part(pieces: Pieces) -> Expression | None:
    """The quarter that was told: "the quarter"; no quarter of something else, nor of a game."""
    row, at = pieces.row, neighbours.after(pieces.row, pieces.end)
    if neighbours.followed_by_of(*pieces.closing) or row.word(at) == "-":
        return None
    if surroundings.is_of_game(*pieces.opening):
        return None
    return pieces.found(Moment(Unit.QUARTER), relation=Relation(Anchor.SAME, 0, Unit.QUARTER))


def quarter_of_year(years: int) -> Reading:
    """The reading of a quarter of a year that is counted before it: "last year's third quarter"."""

    def reading(pieces: Pieces) -> Expression | None:
        quarter = Moment(Unit.QUARTER, None, number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon))
        if quarter.number not in range(1, 5) or surroundings.is_of_game(*pieces.opening):
            return None
        return pieces.found(
            quarter, relation=Relation(Anchor.WRITING, years, Unit.YEAR, quarter, within=True)
        )

    return reading


def read_new_year(pieces: Pieces) -> Expression | None:
    """The year that has just begun, or soon will: "in the new year", "the first quarter of the new year"; not
    "the New Year holidays", nor what is kept on its first day: "over the New Year".
    """
    row, start, lexicon = pieces.opening
    if not surroundings.ends_here(row, pieces.end, lexicon):
        return None
    lead = row.word(neighbours.before(row, start)).lower()  # none begins a text
    dates = lexicon.language.dates
    if lead not in (*dates.placing, *dates.before_coming, *dates.ranges.get("of", ())):
        return None
    return pieces.found(Moment(Unit.YEAR), relation=Relation(Anchor.WRITING, 1, Unit.YEAR))


def read_year_end(pieces: Pieces) -> Expression | None:
    """The end of the year that is meant: "by year-end", or is said before it: "at 1986 year-end"; not that
    of a firm's own: "its fiscal year-end".
    """
    row, start, lexicon = pieces.opening
    at = neighbours.before(row, start)
    before = row.word(at).lower()
    if at >= 0 and row.signs[at] == FOUR_YEAR:
        year = Moment(Unit.YEAR, int(before))
        return pieces._replace(start=at).found(year, portion=Portion.LATE)
    if neighbours.figures_follow(row, pieces.end):
        return None  # "year-end 1985"
    if before in lexicon.language.dates.own_year or before in lexicon.language.dates.before_span:
        return None
    relation = Relation(Anchor.SAME, 0, Unit.YEAR)
    return pieces.found(Moment(Unit.YEAR), relation=relation, portion=Portion.LATE)


def read_midyear(pieces: Pieces) -> Expression | None:
    """The middle of the year that is meant: "by midyear"; not "the midyear report"."""
    if not neighbours.after_preposition(*pieces.opening):
        return None
    relation = Relation(Anchor.SAME, 0, Unit.YEAR)
    return pieces.found(Moment(Unit.YEAR), relation=relation, portion=Portion.MIDDLE)
