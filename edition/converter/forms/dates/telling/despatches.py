"""Days of the despatches in a newspaper, from which "yesterday" counts in each: "Meran, 31. Jänner. Gestern
starb", under "3. Februar 1906".
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import Anchor, Expression
from edition.converter.forms.dates.moment import Moment, Unit, ordinal
from edition.converter.forms.dates.telling.report_days import begins_report
from edition.converter.forms.dates.telling.story import Story

_PLACE = 60  # characters of a place before its day
_ON_ITS_WAY = 10  # days from a despatch to the newspaper that prints it
_OVER = ("head", "dateline")  # kinds of passages under which a piece begins


def begins_despatch(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a passage of a newspaper begins with a place and the day, a few days before that of the paper,
    on which it was written.
    """
    passage, issue = story.passage, story.issue[0] if story.issue is not None else story.writing
    if passage.kind != "text" or one.relation is not None or one.first.number is None or story.entries:
        return False
    if (
        not 0 < one.start - passage.start <= _PLACE
        or issue is None
        or not 0 <= _days(first, issue) <= _ON_ITS_WAY
    ):
        return False
    words = story.text[passage.start : passage.end]
    return begins_report(words, one.moved(-passage.start), story.language)


def count_from_despatch(story: Story, one: Expression, first: Moment) -> None:
    """Let a story count from the day of a despatch: up to the next heading, or only in its passage where that
    is one of several without headings.
    """
    if story.issue is None and story.writing is not None:
        story.issue = (story.writing, story.writing_place)
    number, passage = story.number, story.passage
    goes_on = number == 0 or story.passages[number - 1].kind in _OVER
    alone = not any(map(str.isalnum, story.text[one.end : passage.end]))
    story.issue_within = -1 if goes_on or alone else number
    story.issue_runs_on, story.issue_headed = number == 0, False
    story.writing, story.writing_place = first, one.start


def note_headings(story: Story) -> None:
    """Let headings below the dateline that is read be those of its despatch, where none stands over it."""
    number = story.number
    story.issue_runs_on = number == 0 or story.passages[number - 1].kind not in _OVER
    story.issue_headed = False


def ends_despatch(story: Story, one: Expression) -> bool:
    """Whether "yesterday" below a heading of a despatch shows that the newspaper's own news have begun: a
    despatch of the day before calls that day "today".
    """
    relation = one.relation
    if relation is None or story.issue is None or not story.issue_headed or story.writing is None:
        return False
    yesterday = relation.anchor is Anchor.WRITING and relation.unit is Unit.DAY and relation.amount == -1
    return yesterday and _days(story.writing, story.issue[0]) == 1


def _days(first: Moment, issue: Moment) -> int:
    return ordinal(issue.first()) - ordinal(first.first())
