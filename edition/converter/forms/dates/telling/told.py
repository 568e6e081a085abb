"""What a text tells of its time: the dates that its story goes by, and not those in passing."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.expression import NEAR_YEAR, PART_OF_DAY, Anchor, Expression, Portion
from edition.converter.forms.dates.moment import DAY, YEAR, Moment, Unit, ordinal
from edition.converter.forms.dates.passages import LONGEST_HEAD, OVER_LETTER, number_of
from edition.converter.forms.dates.sentences.sentences import (
    follows,
    is_said_on,
)
from edition.converter.forms.dates.telling.asides import is_aside
from edition.converter.forms.dates.telling.despatches import (
    begins_despatch,
    count_from_despatch,
    note_headings,
)
from edition.converter.forms.dates.telling.parts_of_years import is_part_of_year
from edition.converter.forms.dates.telling.passing import is_since_then
from edition.converter.forms.dates.telling.republican_days import tell_republican
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.forms.dates.telling.taken_up import takes_letter_up

_DATELINES = frozenset(("dateline", OVER_LETTER))
_LATE = Portion.LATE
_WITHIN_DAY = ("time", PART_OF_DAY)
_OF_NO_STORY = frozenset(("deictic", *_WITHIN_DAY))
_OVER = 2  # passages from a headline to the dateline of its piece
_FEW = 8  # dates back among which the one is looked for from which another counts
_DASH = re.compile(r"[._*\])]{0,4}\s?(?:--|—|–\s)")
_AT_HOUR = re.compile(r"(?: [^\W\d_]+)? (?P<before>[^\W\d_]+) \d")  # right after a day
_MARKS = 8  # characters that may stand before the day with which a paragraph begins
_LINE = 60  # characters of a line over the entries of a diary
_ON_ITS_WAY = 30  # days
_COMPARED = 40  # characters before a date in which what it is compared with stands


def remember(story: Story, one: Expression, first: Moment, last: Moment | None, source: int) -> None:
    """Let a story know a date of the passage that is read, with its moments, and the offset of the date that
    told them.
    """
    if one.rule == NEAR_YEAR and _tells_nothing(story, one):
        return
    tell_republican(story, one)
    counted = one.relation is not None
    of_story = source >= 0 and source != story.writing_place and not counted
    explicit = of_story or one.absolute
    goes_on, late = counted and _goes_on(story, one, source), one.portion is _LATE
    told = Told(first, last or first, one.start, story.number, explicit, counted, late, goes_on, of_story)
    _remember_day(story, one, told)
    if one.rule in _OF_NO_STORY or (counted and _is_compared_with(story, one, told)):
        return
    story.named = told
    if story.entries and first.unit is YEAR and one.rule == "year" and _ends_a_line(story, one):
        story.year_over = told
    kind = story.passage.kind
    if kind == "head" or kind in _DATELINES:
        story.heading = told
    if kind == "head":
        ends = first.first()[0], (last or first).last()[0]
        story.bounds = ends if first.unit >= YEAR else None
    _count_from(story, one, first, last)
    if kind == "head" or _is_told(story, one, first):
        story.told.append(told)


def _tells_nothing(story: Story, one: Expression) -> bool:
    """Whether a year only says which thing is meant, in a headline ("SEES 1987 PROFIT"), or with what another
    time is compared ("base 1980").
    """
    return story.passage.kind == "head" or follows(story.text, one.start, story.language.dates.likening)


def _remember_day(story: Story, one: Expression, told: Told) -> None:
    """Let a story know a day, be it "yesterday", and what was only said on one."""
    if one.rule not in _WITHIN_DAY and told.is_day():
        if _is_only_said_on(story, one):
            story.said_on = one.start
        elif not _only_began_before(story, one, told.moment):
            story.day = told
    if one.rule == "weekday" and story.writing is not None and told.moment[:4] == story.writing[:4]:
        story.names_today = True


def _count_from(story: Story, one: Expression, first: Moment, last: Moment | None) -> None:
    """Let a story count from a day that dates what follows it: of a heading, a dateline, an entry."""
    kind = story.passage.kind
    heads = kind in _DATELINES or (kind == "head" and not _is_amid_words(story, one))
    heads = heads and not _is_counted_within(story, one)
    if first.unit is not DAY:
        if heads and not story.given and (_is_supplied(story, one) or _is_of_letters(story, one, first)):
            story.writing, story.writing_place = None, -1
        return
    entry = one.start in story.entries
    if entry and last is not None and last.unit is Unit.DAY:
        story.writing, story.writing_place = last, one.start
    if heads and kind in _DATELINES and last is not None and not story.given and not entry:
        story.writing, story.writing_place = None, -1  # "[11-12 juin 1853]": one of them
    if not (heads or entry) and begins_despatch(story, one, first):
        count_from_despatch(story, one, first)
        return
    if one.last is not None or not (
        heads or entry or takes_letter_up(story, one, first) or _leads_in(story, one)
    ):
        return
    of_list = story.given and story.writing_place < 0 and _is_a_weekday(one)
    if of_list or _is_over_own_date(story, one) or _heads_what_comes(story, first):
        return  # "MONDAY" in a list of what is to come; a day in a headline
    if not (story.issue and _is_despatch(one, first, story.issue[0])):
        now = story.writing
        found = now is not None and kind in _DATELINES and _is_despatch(one, first, now)
        story.issue = (now, story.writing_place) if now is not None and found else None
    if story.issue is not None:
        note_headings(story)
    story.writing, story.writing_place = first, one.start
    if kind == OVER_LETTER:
        story.letter_start = one.start


def _leads_in(story: Story, one: Expression) -> bool:
    """Whether a day with its year opens a paragraph and a dash parts it from what was written on it:
    "_Sunday, May 21, 1786._--I have now".
    """
    start = story.passage.start
    opens = one.start - start < _MARKS and one.absolute and not story.text[start : one.start].strip("_*[( \n")
    return opens and not story.given and _DASH.match(story.text, one.end) is not None


def _ends_a_line(story: Story, one: Expression) -> bool:
    """Whether an expression ends its passage, which is as short as a heading: "JOURNAL, 1841"."""
    passage = story.passage
    after = story.text[one.end : passage.end].strip("_*])\n ")
    return passage.end - passage.start <= _LINE and (
        not after or (after == "." and one.start == passage.start)
    )


def _is_despatch(one: Expression, first: Moment, issue: Moment) -> bool:
    """Whether a day without a year at the head of a piece is that of a despatch, a few days before that of
    its newspaper: the next piece counts from the newspaper's day again.
    """
    said = one.first.year is not None or issue.unit is not Unit.DAY
    return not said and 0 <= ordinal(issue.first()) - ordinal(first.first()) <= _ON_ITS_WAY


def _is_amid_words(story: Story, one: Expression) -> bool:
    """Whether a day is named in the midst of a heading as long as a sentence, and so is none of the text:
    "Question to the minister on the opening of 30 December of the works, before they were done".
    """
    passage = story.passage
    if passage.end - passage.start <= LONGEST_HEAD:
        return False
    lead, rest = story.text[passage.start : one.start], story.text[one.end : passage.end]
    return any(map(str.isalpha, lead)) and any(map(str.isalpha, rest))


def _is_supplied(story: Story, one: Expression) -> bool:
    """Whether an editor says in brackets at the head of a letter no more than its month or year: the day of
    the letter before is not its day.
    """
    lead = story.text[story.passage.start : one.start]
    return "[" in lead and "]" not in lead and not story.entries


def _is_of_letters(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a month stands alone on its line, over letters of which the one before was of another month:
    its day is not theirs.
    """
    writing, passage = story.writing, story.passage
    if writing is None or story.writing_place < 0 or first.unit is not Unit.MONTH or story.entries:
        return False
    around = story.text[passage.start : one.start] + story.text[one.end : passage.end]
    return not any(map(str.isalnum, around)) and first[1:3] != writing[1:3]


def _is_only_said_on(story: Story, one: Expression) -> bool:
    """Whether a weekday or "today" is that on which something was said of a day told before: "The bus left on
    Monday, a spokesman said on Tuesday. It was 5:40 p.m."
    """
    day = story.day
    if one.rule not in ("weekday", "deictic") or day is None or not 0 <= story.number - day.passage <= 1:
        return False
    hour = _AT_HOUR.match(story.text, one.end)
    if hour is not None and hour["before"] in story.language.dates.before_time:
        return False  # "meldete sich in der Nacht auf Montag gegen 2 Uhr"
    return is_said_on(story.text, one.start, one.end, story.language)


def _goes_on(story: Story, one: Expression, source: int) -> bool:
    """Whether a date is counted from one that was told."""
    if one.relation is None or one.relation.anchor is Anchor.WRITING:
        return False
    told = next((told for told in reversed(story.told[-_FEW:]) if told.place == source), story.named)
    return told is not None and told.place == source


def _heads_what_comes(story: Story, first: Moment) -> bool:
    """Whether the day of a heading is after the day of writing, where that is known from elsewhere: a list of
    what is to come. A despatch can be later than the one before, up to the day of the newspaper.
    """
    writing = story.issue[0] if story.issue is not None else story.writing
    return story.given and writing is not None and not story.entries and first.first() > writing.last()


def _is_over_own_date(story: Story, one: Expression) -> bool:
    """Whether a day is in a heading that stands hardly a passage over the day of writing."""
    if story.passage.kind != "head" or one.start >= story.writing_place or story.entries:
        return False
    return number_of(story.passages, story.writing_place) - story.number <= _OVER


def _is_a_weekday(one: Expression) -> bool:
    named = one.relation.named if one.relation is not None else None
    return named is not None and named.weekday is not None and named.day is None


def _is_compared_with(story: Story, one: Expression, told: Told) -> bool:
    """Whether something is only compared with another time: "110 weniger als ein Jahr zuvor", "profit in the
    quarter rose from 4 million a year earlier".
    """
    if one.rule in ("earlier", "year_before") and is_part_of_year(told):
        return True
    comparing = story.language.dates.comparing
    if one.rule not in ("earlier", "year_before") or not comparing:
        return False
    before = story.text[max(0, one.start - _COMPARED) : one.start]
    return follows(story.text, one.start, comparing) or _figure_after(comparing).search(before) is not None


@cache
def _figure_after(comparing: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a figure after a word that compares, at the end of what is searched: "from 10.12 billion "."""
    words = "|".join(map(re.escape, comparing))
    return re.compile(rf"(?<!\w)(?:{words}) (?:[a-z]+ ){{0,3}}\d[\d.,/-]*(?: [^\W\d_]+){{0,4}} \Z")


def _only_began_before(story: Story, one: Expression, first: Moment) -> bool:
    """Whether something is so since a day before the one that its sentence or the one before has told: "On
    18 August they come to the house where he has been since the 4th".
    """
    day = story.day
    counted = one.relation is not None and one.rule not in ("deictic", "weekday")
    if day is None or counted or not 0 <= story.number - day.passage <= 1:
        return False
    return first.first() < day.moment.first() and is_since_then(story.text, one.start, story.language)


def _is_counted_within(story: Story, one: Expression) -> bool:
    """Whether a day is counted from that of writing and its line says more: "Monday's sitting" as a title."""
    if one.relation is None or one.relation.anchor is not Anchor.WRITING:
        return False
    passage = story.passage
    around = story.text[passage.start : one.start] + story.text[one.end : passage.end]
    return any(letter.isalpha() for letter in around)


def _is_told(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a story goes on from a date: not from the day at the head of a letter, which is that of
    writing (but a diary does, from the year at its head), nor from what is told in passing.
    """
    if story.passage.kind in _DATELINES:
        # A letter of which an editor says only the month goes on from that.
        return first.unit is not DAY and (bool(story.entries) or story.writing is None)
    return not is_aside(story, one, first)
