"""Parts of years that news of business only hints at: "the year-earlier quarter", "the 1988 period", "a year
earlier" beside a quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, shifted
from edition.converter.forms.dates.sentences.sentences import ends_between, is_limit, sentence_has_before
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.story import Answer, Story, Told
from edition.model import Certainty

_FEW = 16  # dates back among which it is looked for
_YEAR_BEFORE = 1200  # characters back to the quarter of which one is the "year-earlier quarter"
_PARAGRAPH_BEFORE = 500  # characters back to the quarter of the paragraph before
_PARTS_OF_YEARS = frozenset({Unit.HALF, Unit.QUARTER})
_YEARS_AND_PARTS = frozenset({Unit.YEAR, Unit.HALF, Unit.QUARTER, Unit.MONTH})
_REPORTED = (3, 6, 9, 12)  # months of which firms report
NEW_YEAR = "new_year"
"""The rule of the year that has just begun, or soon will."""
MIDYEAR = "midyear"
"""The rule of the middle of a year."""
YEAR_END = "year_end"
"""The rule of the end of a year."""
_LAST_OF_MIDYEAR = 8  # its last month
_LAST_OF_YEAR_END = 5  # that in which one speaks of the end of the year before
_JUST_BEGUN, _SOON_BEGINS = 2, 10  # months up to which, and from which on, a year is new
_MONTHS_SAID = 20  # characters of "the three months "
_LEAST_MONTHS = 2  # of those that begin a year


def new_year(base: Moment) -> Moment | None:
    """The year that has just begun on a day, or soon will; None in the midst of one."""
    year, month, _ = base.first()
    if _JUST_BEGUN < month < _SOON_BEGINS:
        return None
    return Moment(Unit.YEAR, year if month <= _JUST_BEGUN else year + 1)


def midyear(story: Story, one: Expression, answer: Answer) -> Answer:
    """The year of whose middle a text speaks: the next one where that of its own is over, in a sentence of
    what is to come.
    """
    writing = story.writing
    if writing is None or answer.moment.year != writing.year or writing.first()[1] <= _LAST_OF_MIDYEAR:
        return answer
    if is_future(story.text, one.start, one.end, story.language) is not True:
        return answer
    return answer._replace(moment=shifted(answer.moment, 1, Unit.YEAR))


def year_end(story: Story, one: Expression, answer: Answer) -> Answer:
    """The year of whose end a text speaks: in its first months the one before, save in a sentence of what is
    to come, or up to when something is: "assets at year-end were", "assets will be", "by year-end".
    """
    writing = story.writing
    if writing is None or answer.moment.year != writing.year or writing.first()[1] > _LAST_OF_YEAR_END:
        return answer
    of_story = answer.source not in (-1, story.writing_place)
    if of_story or is_limit(story.text, one.start, story.language):
        return answer
    if is_future(story.text, one.start, one.end, story.language) is True:
        return answer
    return answer._replace(moment=shifted(answer.moment, -1, Unit.YEAR))


def year_before(story: Story, one: Expression) -> Answer | None:
    """The year or part of one that was told last by itself, a year before: "the year-earlier quarter"."""
    for told in reversed(story.told[-_FEW:]):
        months = _are_months(told)
        if _is_not_over(story, told) or (not months and _is_long_over(story, told, one)):
            continue
        if (
            told.counted
            or told.moment.unit not in _YEARS_AND_PARTS
            or not (months or told.moment == told.last)
        ):
            continue
        wanted = one.first.unit
        if wanted in _PARTS_OF_YEARS and told.moment.unit is Unit.MONTH and not months:
            continue  # "Profit for the quarter fell after a strike in August. In the year-earlier quarter"
        if wanted not in (Unit.YEAR, told.moment.unit) or one.start - told.place > _YEAR_BEFORE:
            return None
        if months and wanted is not Unit.YEAR:
            continue
        return _a_year_before(told)
    return None


def _is_not_over(story: Story, told: Told) -> bool:
    """Whether a part of a year of another passage is not over, so that results are compared with one before:
    "Demand will weaken in the first half. [] Profit rose from that of the year-earlier period".
    """
    if story.writing is None or told.passage == story.number:
        return False
    return told.last.last() > story.writing.first()


def _is_long_over(story: Story, told: Told, one: Expression) -> bool:
    """Whether a month or a year is one that news of a later time named in another sentence, whose results
    they do not report: "the first deficit since it went public in May 1983. In the like period a year ago".
    """
    if story.writing is None or told.moment.unit not in (Unit.YEAR, Unit.MONTH):
        return False
    far = (story.writing.year or 0) - (told.last.year or 0) > 1
    return far and ends_between(story.text, told.place, one.start)


def same_part(story: Story, one: Expression) -> Answer | None:
    """The quarter that was told last, if that was not long before; or that part of a year that is said:
    "the 1988 period", also of the first months of one.
    """
    of_year = one.rule == "part_of_year"
    kinds = _PARTS_OF_YEARS if of_year else {one.first.unit}
    told = next(
        (
            told
            for told in reversed(story.told[-_FEW:])
            if not told.counted and (told.moment.unit in kinds or (of_year and _are_first_months(told)))
        ),
        None,
    )
    if told is None or one.start - told.place > _YEAR_BEFORE or _counts_months_since(story, told, one):
        # "the 1988 period" is in that year in any case.
        return Answer(one.first, -1, None) if one.first.year is not None else None
    year = one.first.year or told.moment.year
    last = told.last._replace(year=year) if _are_first_months(told) else None
    return Answer(told.moment._replace(year=year), told.place, Certainty.MEDIUM, last)


def part_a_year_before(story: Story, one: Expression) -> Answer | None:
    """The quarter, half year or first months of which a passage tells, a year before: "profit in the quarter
    rose from 4 million a year earlier"; or those of the passage before, where it has named none. None where
    it tells of several, or has named a year since.
    """
    here = [told for told in story.told[-_FEW:] if told.passage == story.number]
    near = [told for told in story.told[-_FEW:] if one.start - told.place <= _PARAGRAPH_BEFORE]
    before = [told for told in near if told.passage == story.number - 1]
    told = _only_part(here) or (_only_part(before) if not here else None)
    return None if told is None or _counts_months_since(story, told, one) else _a_year_before(told)


def _counts_months_since(story: Story, told: Told, one: Expression) -> bool:
    """Whether results are those of some months, and not of the quarter that was told before: "For the nine
    months, net rose from 3 million in the 1987 period".
    """
    if _are_first_months(told):
        return False
    months = story.language.dates.units.get("month", ())
    many = tuple(word for word in months if word in story.language.dates.plurals)
    between = story.text[told.place + _own_months(story, told, many) : one.start]
    return any(word in between for word in many) and sentence_has_before(story.text, one.start, many)


def part_that_is_meant(story: Story, one: Expression, unit: Unit) -> Told | None:
    """The date told last; for a quarter or half that told last, but in another sentence of what was none to
    come: "profit rose in the third quarter, the forecast for the fourth was low. [] In the same quarter a
    year earlier".
    """
    latest = story.recent(one.start)
    if story.writing is None or unit not in _PARTS_OF_YEARS:
        return latest
    near = (told for told in reversed(story.told[-_FEW:]) if one.start - told.place <= _YEAR_BEFORE)
    several = [told for told in near if told.moment.unit is unit and told.moment == told.last]
    if not several or not ends_between(story.text, several[0].place, one.start):
        return several[0] if several else latest
    if is_future(story.text, one.start, one.end, story.language) is True:
        return several[0]
    now = story.writing.first()
    return next((told for told in several if told.last.last() <= now), None)


def _own_months(story: Story, told: Told, months: tuple[str, ...]) -> int:
    """How many characters a date takes that is itself of some months: "the three months" ended June 28."""
    own = story.text[told.place : told.place + _MONTHS_SAID]
    ends = (own.find(f" {word} ") + len(word) + 1 for word in months if f" {word} " in own)
    return max(ends, default=0)


def _only_part(several: list[Told]) -> Told | None:
    """The one part of a year among dates; None where there are more, or a year after it."""
    parts = {(told.moment, told.last): told for told in _parts(several)}
    if len(parts) != 1:
        return None
    (told,) = parts.values()
    years = (other for other in several if other.moment.unit is Unit.YEAR)
    return None if any(other.place > told.place for other in years) else told


def _parts(several: list[Told]) -> Iterator[Told]:
    return (told for told in several if is_part_of_year(told))


def is_part_of_year(told: Told) -> bool:
    """Whether a date is of a half or a quarter, or of some months with which a year begins."""
    return told.moment.unit in _PARTS_OF_YEARS or _are_first_months(told)


def _are_first_months(told: Told) -> bool:
    """Whether a date is of some months with which a year begins, or of as many as firms report of: "the
    first nine months", "the quarter ended Oct. 31".
    """
    first, last = told.moment, told.last
    if not first.unit is last.unit is Unit.MONTH:
        return False
    if first.number == 1 and first.year == last.year and (last.number or 0) >= _LEAST_MONTHS:
        return True
    return any(shifted(first, months - 1, Unit.MONTH) == last for months in _REPORTED)


def _are_months(told: Told) -> bool:
    """Whether a date is of some months of one year, or of as many as firms report of."""
    of_year = told.moment.unit is told.last.unit is Unit.MONTH and told.moment.year == told.last.year
    return (of_year and told.moment != told.last) or _are_first_months(told)


def _a_year_before(told: Told) -> Answer:
    last: Moment | None = shifted(told.last, -1, Unit.YEAR) if told.moment != told.last else None
    return Answer(shifted(told.moment, -1, Unit.YEAR), told.place, Certainty.MEDIUM, last)
