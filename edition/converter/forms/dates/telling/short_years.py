"""The century of a year of two figures."""

from __future__ import annotations

from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.sentences.sentences import begins_clause, begins_sentence
from edition.converter.forms.dates.telling.histories import middle
from edition.converter.forms.dates.telling.story import Answer, Story
from edition.model import Certainty

_ABOUT_TO_BEGIN = 5  # years after which a decade begins that is named already
_FORESEEN = 10  # years to come of which one speaks by two figures
_GOES_FORTH = 25  # years by which a story rather goes on to a decade than back
_LATER = 50  # years after the last that is written out to which a story still comes
_DEFAULT_CENTURY = 1850  # two figures without any other year: the hundred years from here, and doubtful


def stamped(story: Story, moment: Moment) -> Answer:
    """The day that a text bears, in a year of two figures, with its century: hardly before the years that the
    text names, and not long after them.
    """
    if not story.years:
        return with_century(story, moment)
    least = middle(story.years) - _FORESEEN
    year = least + ((moment.year or 0) - least) % 100
    return Answer(moment._replace(year=year), -1, Certainty.MEDIUM)


def with_century(story: Story, moment: Moment, place: int = -1) -> Answer:
    """A moment in a year of two figures with its century: the one nearest to the years that are known. A
    decade with which a sentence begins, at `place`, is not before what was told.
    """
    short = (moment.year or 0) % 100
    latest, goes_forth = story.latest, False
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
    if goes_forth:
        ahead = _LATER
    years = (near // 100 * 100 + step + short for step in (-100, 0, 100))
    # "The forties" of 1998 are past; and only a decade that a story comes to is long after all its years.
    year = min((year for year in years if year <= now + ahead), key=lambda year: (abs(year - near), year))
    return Answer(moment._replace(year=year), source, certainty)
