"""Parts of a day that was told: "On Monday they met; in the afternoon they left"."""

from __future__ import annotations

from edition.converter.forms.dates import neighbours, surroundings
from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.matched import Pieces
from edition.converter.forms.dates.moment import Moment, Unit, day_moment
from edition.converter.forms.dates.passing import is_in_passing
from edition.converter.forms.dates.sentences import ends_between, is_future
from edition.converter.forms.dates.story import Answer, Story, Told
from edition.model import Certainty

_NEAR = 240  # characters back to the day


def read_part_of_day(pieces: Pieces) -> Expression | None:
    """A part of the day that was told, without the preposition before it: "in the afternoon"."""
    if neighbours.followed_by_of(*pieces.closing) or surroundings.goes_on(*pieces.closing):
        return None
    row = pieces.row
    found = pieces.found(Moment(Unit.DAY), relation=Relation(Anchor.SAME, 0, Unit.DAY))
    return found._replace(start=row.starts[neighbours.after(row, pieces.start + 1)])


def in_part_of_day(story: Story, one: Expression) -> Answer | None:
    """The day of which a part is meant: that of its sentence, or in a sentence of what was the one that its
    passage has told right before; "he works in the morning" is of no day.
    """
    told, named = story.day, story.named
    if told is None or not 0 <= story.number - told.passage <= 1 or told.moment != told.last:
        return None
    if told.place < story.unknown_day or one.start - told.place > _NEAR:
        return None
    if named is not None and named.place > told.place and not is_in_passing(story, named, one):
        return None
    other = ends_between(story.text, told.place, one.start)
    if other and not _is_on_its_side(story, told, one):
        return None
    return Answer(day_moment(told.moment.first()), told.place, Certainty.MEDIUM)


def _is_on_its_side(story: Story, day: Told, one: Expression) -> bool:
    """Whether a sentence speaks of what was then; or also, on the day of writing, of what was to be."""
    future = is_future(story.text, one.start, one.end, story.language)
    today = story.writing is not None and day.moment[:4] == story.writing[:4]
    return future is False or (today and future is not None)
