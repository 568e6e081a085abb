"""The century of a year of two figures."""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.sentences.sentences import begins_clause, begins_sentence
from edition.converter.forms.dates.telling.histories import middle
from edition.converter.forms.dates.telling.story import Answer, Story, Told
from edition.model import Certainty

_ABOUT_TO_BEGIN = 5  # years after which a decade begins that is named already
_FORESEEN = 10  # years to come of which one speaks by two figures
_GOES_FORTH = 25  # years by which a story rather goes on to a decade than back
_LATER = 50  # years after the last that is written out to which a story still comes
_LIFE = 40  # characters before a date in which someone was born
_BESIDE = 30  # characters from the beginning of one decade to that of the next beside it
_MIDDLE = 49  # years of a century before its middle
_LAST_NAMED = 1990  # the last decade that one names by two figures alone
_WORD = re.compile(r"[^\W\d_]+\.?")
_NOT_YET = 2030  # nothing is told from here on, save in a text that names years near it
_DEFAULT_CENTURY = 1850  # two figures without any other year: the hundred years from here, and doubtful


def _named_since(story: Story) -> Told | None:
    """A year that the passage has named, where the story came to its last date in another: "Born in 1809, he
    exhibited in '39", after a life of another century.
    """
    named, latest = story.named, story.latest
    if named is None or latest is None or named.passage != story.number or latest.passage == named.passage:
        return None
    return named if named.place > latest.place and named.says_a_year() else None


def _is_of_a_life(story: Story, told: Told | None) -> bool:
    """Whether the date before stands after a word for being born, after which a life goes on."""
    if told is None:
        return False
    lead = _WORD.findall(story.text[max(0, told.place - _LIFE) : told.place].lower())
    return not story.language.dates.lived.isdisjoint(lead)


def stamped(story: Story, moment: Moment) -> Answer:
    """The day that a text bears, in a year of two figures, with its century: hardly before the years that the
    text names, and not long after them.
    """
    if not story.years:
        return _in_default_century(moment)
    least = middle(story.years) - _FORESEEN
    year = least + ((moment.year or 0) - least) % 100
    return Answer(moment._replace(year=year), -1, Certainty.MEDIUM)


def _in_default_century(moment: Moment) -> Answer:
    """A moment in a year of two figures of a text without any other year."""
    year = _DEFAULT_CENTURY + ((moment.year or 0) % 100 - _DEFAULT_CENTURY) % 100
    return Answer(moment._replace(year=year), -1, Certainty.LOW)


def century_is_known(story: Story) -> bool:
    """Whether a text has any year, or a day of writing, by which the century of others is known."""
    return story.writing is not None or _named_since(story) is not None or bool(story.latest or story.years)


def _decade_beside(story: Story, moment: Moment, place: int) -> Told | None:
    """The decade that stands right before another: "the 1850's and early 60's"."""
    named = story.named
    if named is None or place < 0 or not 0 < place - named.place < _BESIDE:
        return None
    return named if moment.unit is named.last.unit is Unit.DECADE else None


def _may_be_later(year: int, near: int) -> bool:
    """Whether the decade a hundred years after one is far nearer to a year: "the fifties" in a text of 1935
    are those before, but hardly in a later one that names no other year.
    """
    later = year + 100
    return later <= _LAST_NAMED and 2 * abs(later - near) < abs(near - year)


class _Near(NamedTuple):
    """The year near which one of two figures is, the offset of what told it (-1 for none), how sure that is,
    and whether a story rather goes on from there than back.
    """

    year: int
    source: int
    certainty: Certainty
    goes_forth: bool = False


def _near(story: Story, moment: Moment, place: int, latest: Told | None) -> _Near | None:
    """The year near which one of two figures is, of which a text says no more; None where nothing tells."""
    is_decade = moment.unit is Unit.DECADE
    if story.writing is not None:
        certainty = Certainty.LOW if story.writing_unsure else Certainty.HIGH
        return _Near(story.writing.year or 0, story.writing_place, certainty)
    of_century = latest is not None and latest.last.unit is Unit.CENTURY
    if of_century and is_decade and latest is not None:
        # A century tells of the decades beside it, and of none elsewhere.
        middle_of = (latest.moment.year or 0) + _MIDDLE
        return _Near(middle_of, latest.place, Certainty.HIGH) if latest.passage == story.number else None
    if latest is None:
        return _Near(middle(story.years), -1, Certainty.MEDIUM) if story.years else None
    # A decade is that nearest to the end of another: "in the 1870s … in the twenties".
    if moment.unit is latest.last.unit is Unit.DECADE:
        return _Near(latest.last.last()[0], latest.place, Certainty.HIGH, goes_forth=True)
    opens = place >= 0 and begins_sentence(story.text, place) and begins_clause(story.text, place)
    goes_forth = opens and is_decade
    year = (latest.moment.year or 0) + (_GOES_FORTH if goes_forth else 0)
    return _Near(year, latest.place, Certainty.HIGH, goes_forth)


def with_century(story: Story, moment: Moment, place: int = -1) -> Answer | None:
    """A moment in a year of two figures with its century: the one nearest to the years that are known; None
    where the century after that of a decade fits them far better, and nothing says so. A decade with which a
    sentence begins, at `place`, is not before what was told.
    """
    short, is_decade = (moment.year or 0) % 100, moment.unit is Unit.DECADE
    beside = _decade_beside(story, moment, place)
    if beside is not None:
        year = (beside.last.year or 0) // 100 * 100 + short
        year += 100 if year < (beside.last.year or 0) - _LATER else 0
        return Answer(moment._replace(year=year), beside.place, Certainty.HIGH)
    latest = _named_since(story) or story.latest
    told = _near(story, moment, place, latest)
    if told is None:
        return None if is_decade else _in_default_century(moment)
    near = told.year
    now = near if story.writing is not None else max((near, *story.years[-1:]))
    most = now + (_ABOUT_TO_BEGIN if is_decade else _FORESEEN)
    if told.goes_forth or _is_of_a_life(story, latest):
        most = max(most, min(now + _LATER, _NOT_YET - 1))  # "born in 1809; in '39"
    years = (near // 100 * 100 + step + short for step in (-100, 0, 100))
    # "The forties" of 1998 are past; and only a decade that a story comes to is long after all its years.
    year = min((year for year in years if year <= most), key=lambda year: (abs(year - near), year))
    if is_decade and story.writing is None and _may_be_later(year, near):
        return None
    return Answer(moment._replace(year=year), told.source, told.certainty)
