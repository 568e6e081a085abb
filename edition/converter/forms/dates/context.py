"""Dates with their values, as far as the text around them tells: years from the dates before, days from
"yesterday".

Two things are remembered on the way through a text: the day on which it was written (its own date, or that of
the entry or letter that begins), and the date that was told last. A news item counts from the first, a
history from the second. What neither tells stays without a value.
"""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.dates.calendar.calendars import IN_OLD_STYLE
from edition.converter.forms.dates.calendar.styles import (
    SAID,
    as_counted,
    in_new_style,
    style_of,
    with_old_day,
)
from edition.converter.forms.dates.expression import ENTRY, Anchor, Expression, Relation, Stretch
from edition.converter.forms.dates.finding import find_in_each
from edition.converter.forms.dates.moment import (
    DAY,
    Moment,
    Unit,
    day_moment,
    day_of_iso,
    exists,
)
from edition.converter.forms.dates.passages import (
    OVER_LETTER,
    Dated,
    Passage,
    is_head,
    number_of,
    paragraphs,
    speaking_of_now,
    speaks_of_now,
)
from edition.converter.forms.dates.telling.despatches import ends_despatch
from edition.converter.forms.dates.telling.diary import entries
from edition.converter.forms.dates.telling.diary_days import with_diary_days
from edition.converter.forms.dates.telling.histories import days_of_one_year, tells_history, years_written
from edition.converter.forms.dates.telling.letters_in_turn import LetterPlace, LettersInTurn
from edition.converter.forms.dates.telling.moments import moments
from edition.converter.forms.dates.telling.near_years import near_year
from edition.converter.forms.dates.telling.orders import in_order_of_text
from edition.converter.forms.dates.telling.republican_days import republican_day, write_republican
from edition.converter.forms.dates.telling.section_numbers import without_section_numbers
from edition.converter.forms.dates.telling.short_years import stamped
from edition.converter.forms.dates.telling.story import Story
from edition.converter.forms.dates.telling.times_before_days import give_day
from edition.converter.forms.dates.telling.told import remember
from edition.converter.forms.dates.values import attributes_of, partial, times_of
from edition.converter.languages import Language
from edition.model import Certainty

__all__ = ["Dated", "Passage", "dated", "is_head", "resolved"]

_BEFORE = 16  # characters before figures in which the word stands that makes them a year
_WITHOUT_ARTICLE = 2  # words of a weekday and its day
_PLAIN = (Stretch.ONE, Stretch.PERIOD)
_PARTS_OF_A_YEAR = frozenset({Unit.SEASON, Unit.QUARTER, Unit.HALF})
_DAYS_OF_A_STORY = frozenset({"weekday", "instant", "ultimo", "proximo"})
_MARKED_ANYWAY = frozenset({"day", "instant", "ultimo", "proximo"})


def dated(
    text: str, language: Language, written: str | None = None, *, of_today: bool = False
) -> list[Dated]:
    """The dates in a text with their values, in order. `written` is the day of writing (ISO), if it is known;
    `of_today` says that the text speaks of its day and tells no story. Offsets count from 0.
    """
    passages = paragraphs(text)
    each = find_in_each((text[passage.start : passage.end].rstrip() for passage in passages), language)
    found = [one.moved(passage.start) for passage, those in zip(passages, each, strict=True) for one in those]
    ordered = in_order_of_text(without_section_numbers(found, text), text, language)
    with_days = with_diary_days(ordered, passages, text, language)
    return resolved(with_days, passages, text, language, written, mark_unresolved=of_today, of_today=of_today)


def resolved(
    expressions: Sequence[Expression],
    passages: Sequence[Passage],
    text: str,
    language: Language,
    written: str | None = None,
    *,
    own_date: Expression | None = None,
    mark_unresolved: bool = False,
    of_today: bool = False,
    letters: Sequence[LetterPlace] = (),
) -> list[Dated]:
    """The values of expressions in the order of the text; offsets are those of the text.

    `passages` are in the order of the text, too, and hold all expressions. `written` is the day of writing
    (ISO) as it is known from elsewhere, `own_date` the date that the text bears itself. With
    `mark_unresolved` words such as "yesterday" come out without a value where nothing says which day that
    was; else they are left out. `of_today` says that the text speaks of its day and tells no story. `letters`
    are the places of several letters.
    """
    turn = LettersInTurn(letters, expressions, passages, text)
    at_an_end = turn.at_an_end
    story = Story(
        text,
        language,
        passages,
        entries([one for one in expressions if one.start not in at_an_end], passages, text),
        years_written(expressions),
        days_of_one_year(expressions),
        speaking_of_now(expressions, passages, text),
        of_today,
    )
    story.style = style_of(expressions, text, language, own_date)
    _written_on(story, written, own_date)
    # A diary has its day of writing from each entry.
    story.history = not story.entries and _tells_history(story, expressions)
    story.letter_heads = turn.heads
    found: list[Dated] = []
    for said, story.ahead in zip(expressions, _ahead(expressions), strict=True):
        if speaks_of_now(said, text):
            story.spoke_of_now = said.start
        one = said if said.rule != ENTRY or said.start in story.entries else _of_no_entry(story, said)
        if one is None:
            continue
        story.enter(one.start)
        if story.issue_headed and ends_despatch(story, one):
            story.leave_despatch()
        if letters:
            turn.enter(story, one.start)
        if one.relation is not None and one.relation.anchor is Anchor.NEAR:
            near = near_year(story, one, one.relation)
            if near is None:
                continue
            one = near
        value = _valued(story, one)
        if value is None:
            if one.relation is not None and _leaves_unknown(story, one, one.relation):
                story.unknown = one.start
            if one.first.unit is Unit.DAY and (one.relation is None or one.rule in _DAYS_OF_A_STORY):
                story.unknown_day = one.start
            value = _without_value(one, mark_unresolved=mark_unresolved)
        if value is None:
            continue
        if found and found[-1].element == "time":
            give_day(text, found, value, language)
        found.append(value)
    return found


def _leaves_unknown(story: Story, one: Expression, relation: Relation) -> bool:
    """Whether an expression without a value names a time from which others may count: "last spring", "in
    532".
    """
    if relation.anchor is Anchor.ERA:
        lead = story.text[max(0, one.start - _BEFORE) : one.start].split()
        return bool(lead) and lead[-1].lower() in story.language.dates.placing
    return relation.anchor is Anchor.WRITING and relation.amount != 0


def _of_no_entry(story: Story, one: Expression) -> Expression | None:
    """What has the form of the day of an entry and begins none, as far as it is a date all the same: a day
    with its weekday and an article ("Sonntag den 17. verlasse ich Graz"), the weekday before a number
    ("Sunday 17 men"), or in figures the day of writing, under which the one entry of a diary stands.
    """
    day, named = story.writing, one.first.weekday
    words = story.text[one.start : one.end].split()
    if named and one.first.day and len(words) > _WITHOUT_ARTICLE:
        return one._replace(rule="day")
    if named and words[0][0].isalpha():
        weekday = Moment(Unit.DAY, weekday=named)
        end = one.start + len(words[0].rstrip(",."))
        return Expression(
            one.start, end, "weekday", weekday, relation=Relation(Anchor.WRITING, 0, Unit.DAY, weekday)
        )
    if day is None or one.first.number is None or day[2:4] != one.first[2:4]:
        return None
    return one._replace(first=day)


def _ahead(expressions: Sequence[Expression]) -> list[Expression | None]:
    """For each expression the next that says its year."""
    found: list[Expression | None] = []
    following: Expression | None = None
    for one in reversed(expressions):
        found.append(following)
        following = one if one.absolute else following
    return found[::-1]


def _written_on(story: Story, written: str | None, own_date: Expression | None) -> None:
    """Let a story count from a day of writing: one that is given, or else the text's own; but that at the end
    of a diary is not the day of its entries.
    """
    if written:
        story.writing, story.given = day_moment(day_of_iso(written)), True
    elif own_date is not None and own_date.start <= min(story.entries, default=own_date.start):
        write_republican(story, own_date)
        first = as_counted(own_date, own_date.first, story.style)
        if own_date.century_unsaid:
            first, _, certainty, _ = stamped(story, first)
            story.writing_unsure = certainty is Certainty.LOW
        story.writing = first
        story.writing_place = own_date.start


def _tells_history(story: Story, expressions: Sequence[Expression]) -> bool:
    """Whether a text tells of times long before it was written."""
    if story.writing is None:
        return True
    kinds = ("head", "dateline", OVER_LETTER)
    numbers = (number_of(story.passages, one.start) for one in expressions)
    first = next((number for number in numbers if story.passages[number].kind not in kinds), -1)
    days = sum(speaks_of_now(one, story.text) for one in expressions)
    return tells_history(story.years, story.writing, days, begins_now=first in story.present)


def _valued(story: Story, one: Expression) -> Dated | None:
    """An expression with its value, which the story remembers; None where nothing tells its value."""
    counted = republican_day(story, one)
    if counted is None:
        found = moments(story, one)
    else:
        one, found = counted[0], (counted[1], counted[1].last)
    if found is None:
        return None
    (first, source, certainty, _), last = found
    if not one.certain or (story.writing_unsure and source == story.writing_place):
        certainty = Certainty.LOW
    if first.year is None:
        return None
    if not _exists(first) or (last is not None and not _exists(last)):
        return None
    if one.written is not None:
        one = with_old_day(one, first)
    says = one.rule.endswith(IN_OLD_STYLE)
    style = SAID if says else story.style
    moved = None if style is None or one.rule.endswith("new style") else in_new_style(one, first, last, style)
    # A text in the Old Style goes on in it; another goes on from the new day.
    goes_on_from = first if moved is None or story.style is not None else moved[0]
    if story.style is not None:
        goes_on_from = as_counted(one, goes_on_from, story.style)
    remember(story, one, goes_on_from, last, source)
    rule = one.rule
    if moved is not None and style is not None:
        first, last, written = moved
        one = one._replace(written=written)
        rule = rule if says else f"{rule}, {IN_OLD_STYLE} ({style.because})"
        certainty = certainty or Certainty.MEDIUM
    element = "time" if rule == "time" else "date"
    return Dated(one.start, one.end, element, attributes_of(one, first, last), rule, source, certainty)


def _exists(moment: Moment) -> bool:
    """Whether a moment is a day of the calendar, or no day."""
    return moment.unit is not DAY or exists(moment.year, moment.number or 0, moment.day or 0)


def _without_value(one: Expression, *, mark_unresolved: bool) -> Dated | None:
    """An expression that is a date even where it cannot be said which ("yesterday", "Easter"); None for what
    is none then.
    """
    if one.rule == "time":
        return Dated(one.start, one.end, "time", times_of(one), one.rule)
    if one.relation is not None and one.relation.anchor is Anchor.ERA:
        return None
    if one.relation is not None and one.relation.within and one.relation.named is not None:
        first = one.relation.named if one.last is None else one.first
        return Dated(one.start, one.end, "date", partial(first, one.last, one.portion), one.rule)
    if one.relation is not None and one.rule not in _MARKED_ANYWAY:
        a_day = one.relation.anchor is Anchor.WRITING or one.rule == "feast"
        return Dated(one.start, one.end, "date", (), one.rule) if a_day and mark_unresolved else None
    value = partial(one.first, one.last, one.portion) if one.stretch in _PLAIN else ()
    if one.first.unit in _PARTS_OF_A_YEAR and not value:
        return None
    return Dated(one.start, one.end, "date", value, one.rule)
