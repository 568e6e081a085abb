"""From where phrases count that can count from the day of writing and from a date told: "следующий месяц"."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.left_behind import has_left_years
from edition.converter.forms.dates.telling.same_unit import in_same_sentence
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.forms.dates.telling.units_away import unit_away

_LONG_PAST = 3  # years
_WORDS = 16  # characters of a word or two


def anchor_of(story: Story, one: Expression, relation: Relation) -> Anchor | None:
    """From where a phrase counts that can count from both: from the day of writing where the text speaks of
    its own time. Where only the tense can say it ("через неделю") and does not, None.
    """
    amount = relation.amount
    if story.writing is None and story.of_today:
        return Anchor.WRITING  # a debate whose day is not known
    if story.writing is None or (story.history and story.number not in story.present):
        if not amount and relation.unit is Unit.YEAR and has_left_years(story, one):
            return Anchor.WRITING
        return Anchor.TOLD if amount else Anchor.SAME
    if one.rule == "gone_here":
        beside = story.named
        if beside is not None and _goes_on_to_now(story, one, beside):
            return Anchor.WRITING
        here = beside is not None and (beside.explicit or _is_last_one(story, one, relation, beside))
        here = here and beside is not None and in_same_sentence(story, beside, one)
        return Anchor.TOLD if here else Anchor.WRITING
    if one.rule != "hence_or_later":
        return Anchor.WRITING
    future = is_future(story.text, one.start, one.end, story.language)
    return {True: Anchor.WRITING, False: Anchor.TOLD}.get(future) if future is not None else None


def _is_last_one(story: Story, one: Expression, relation: Relation, beside: Told) -> bool:
    """Whether the unit told last is that before the day of writing, in other words, with which no one would
    compare it: "im vergangenen Jahr mehr als im Vorjahr".
    """
    if story.writing is None or beside.moment != unit_away(story.writing, relation.amount, relation.unit):
        return False
    words = story.text[one.start : one.end].split()
    return words[-1] not in story.text[beside.place : beside.place + _WORDS]


def _goes_on_to_now(story: Story, one: Expression, beside: Told) -> bool:
    """Whether a year that is joined by "and" to one long past is that before the day of writing: "das 1969
    bezogen und im Vorjahr erweitert wurde".
    """
    if story.writing is None or (story.writing.year or 0) - (beside.moment.year or 0) < _LONG_PAST:
        return False
    lead = story.text[max(0, one.start - _WORDS) : one.start].split()
    return bool(lead) and lead[-1] in story.language.dates.ranges.get("and", ())
