"""The century of a year of two figures."""

from __future__ import annotations

import re

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
        return with_century(story, moment)
    least = middle(story.years) - _FORESEEN
    year = least + ((moment.year or 0) - least) % 100
    return Answer(moment._replace(year=year), -1, Certainty.MEDIUM)


def century_is_known(story: Story) -> bool:
    """Whether a text has any year, or a day of writing, by which the century of others is known."""
    return story.writing is not None or _named_since(story) is not None or bool(story.latest or story.years)


def with_century(story: Story, moment: Moment, place: int = -1) -> Answer:
    """A moment in a year of two figures with its century: the one nearest to the years that are known. A
    decade with which a sentence begins, at `place`, is not before what was told.
    """
    short = (moment.year or 0) % 100
    latest, goes_forth = _named_since(story) or story.latest, False
    if story.writing is not None:
        near, source = story.writing.year or 0, story.writing_place
        certainty = Certainty.LOW if story.writing_unsure else Certainty.HIGH
    elif latest is not None:
        # A decade is that nearest to the end of another: "in the 1870s … in the twenties".
        two_decades = moment.unit is latest.last.unit is Unit.DECADE
        near = latest.last.last()[0] if two_decades else latest.moment.year or 0
        opens = place >= 0 and begins_sentence(story.text, place) and begins_clause(story.text, place)
        goes_forth = two_decades or (opens and moment.unit is Unit.DECADE)
        if goes_forth and not two_decades:
            near += _GOES_FORTH
        source, certainty = latest.place, Certainty.HIGH
    elif story.years:
        near, source, certainty = middle(story.years), -1, Certainty.MEDIUM
    else:
        year = _DEFAULT_CENTURY + (short - _DEFAULT_CENTURY) % 100
        return Answer(moment._replace(year=year), -1, Certainty.LOW)
    ahead = _ABOUT_TO_BEGIN if moment.unit is Unit.DECADE else _FORESEEN
    now = near if story.writing is not None else max((near, *story.years[-1:]))
    most = now + ahead
    if goes_forth or _is_of_a_life(story, latest):
        most = max(most, min(now + _LATER, _NOT_YET - 1))  # "born in 1809; in '39"
    years = (near // 100 * 100 + step + short for step in (-100, 0, 100))
    # "The forties" of 1998 are past; and only a decade that a story comes to is long after all its years.
    year = min((year for year in years if year <= most), key=lambda year: (abs(year - near), year))
    return Answer(moment._replace(year=year), source, certainty)
