"""What a calendar expression in a text says, before anything around it is asked."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from edition.converter.forms.dates.moment import Moment, Unit

ENTRY = "entry"
"""The rule of days that are days only at the head of an entry of a diary."""
PART_OF_DAY = "part_of_day"
"""The rule of what lies in a day that was told: "am Abend"."""

NEAR_YEAR = "year, near to the time of its text"
"""The rule of years of which only the time of their text says that they are any."""


class Stretch(StrEnum):
    """How an expression lies to its moments."""

    ONE = "one"  # it is the first
    PERIOD = "period"  # it lasts from the first to the last
    BETWEEN = "between"  # it lies somewhere between the first and the last
    BEFORE = "before"  # it lies before the first
    AFTER = "after"  # it lies after the first
    ABOUT = "about"  # it is about the first
    BOTH = "both"  # it is the first and the last, not what lies between


class Portion(StrEnum):
    """The part of a unit that is meant: thirds, as archivists take them, halves and quarters."""

    WHOLE = ""
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_QUARTER = "first quarter"
    SECOND_QUARTER = "second quarter"
    THIRD_QUARTER = "third quarter"
    FOURTH_QUARTER = "fourth quarter"


class Anchor(StrEnum):
    """From where a relative date counts."""

    WRITING = "writing"  # the day of writing: "yesterday", "last year"
    TOLD = "told"  # the date that was told last: "the following day"
    SAME = "same"  # the unit in which the date that was told last lies: "that year"
    ERA = (
        "era"  # the beginning of the era of the years that were told last: "in 265", where 270 B.C. was told
    )
    NEAR = "near"  # the time of the text, near to which a number is a year: "1986 net rose"
    EITHER = "either"  # writing in a text about its own time, else told (or same): "следующий месяц"


class Relation(NamedTuple):
    """How a relative date is counted: `amount` units from its anchor.

    `named` is the month, weekday or season that is meant by "last October", "the following Sunday"; `amount`
    then says the direction. With `within` it lies in the unit so counted: "October last year". `near` is what
    is counted near to the anchor first: "ten years ago last week".
    """

    anchor: Anchor
    amount: int
    unit: Unit
    named: Moment | None = None
    within: bool = False
    near: Relation | None = None


class Written(NamedTuple):
    """A date as another calendar has it: its calendar, and the day in it as ISO 8601 would write it."""

    calendar: str
    first: str
    last: str = ""


class Expression(NamedTuple):
    """A calendar expression between two offsets of a text, and the rule by which it was read.

    Where `relation` is set, the moments are to be found from what stands around it. `certain` is False where
    the text itself can be read in two ways, and the value is the more likely one.
    """

    start: int
    end: int
    rule: str
    first: Moment
    last: Moment | None = None
    stretch: Stretch = Stretch.ONE
    portion: Portion = Portion.WHOLE
    relation: Relation | None = None
    written: Written | None = None
    certain: bool = True
    duration: str = ""
    century_unsaid: bool = False

    @property
    def absolute(self) -> bool:
        """Whether nothing around it is needed to know its value."""
        if self.relation is not None or self.first.year is None or self.century_unsaid:
            return False
        last = self.last
        return last is None or last.year is not None

    @property
    def written_out(self) -> bool:
        """Whether it is a date by itself, for whoever looks for the date of a letter or an issue: it has a
        year, or a day and a month.
        """
        if self.relation is not None:
            return False
        return self.first.year is not None or (self.first.day is not None and self.first.number is not None)

    def moved(self, start: int) -> Expression:
        """The expression of a stretch that begins at an offset of a text, with its offsets in that text."""
        return Expression(start + self.start, start + self.end, *self[2:])
