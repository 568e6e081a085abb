"""What is known of the time of a text on the way through it: when it was written, and what it has told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from edition.converter.forms.dates.calendar.styles import OldStyle
from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import DAY, MONTH, YEAR, Moment
from edition.converter.forms.dates.passages import Passage, number_of
from edition.converter.languages import Language
from edition.model import Certainty

_PAGE = 5000  # characters back to which "in May" and "two years later" can reach
_NEAR = 1200  # characters back to which "the following day" can reach
_FEW = 8  # dates back among which a day is looked for


class Told(NamedTuple):
    """A date that was told: its first and last moment, its offset, the number of its passage, and whether it
    says its value itself (or the story does), or is counted from another; whether the end of it is meant; and
    whether that other was told, too; and whether it says no year, which the story told.
    """

    moment: Moment
    last: Moment
    place: int
    passage: int
    explicit: bool
    counted: bool
    late: bool = False
    goes_on: bool = False
    by_story: bool = False

    def says_a_year(self) -> bool:
        """Whether it says one year, goes from one to the next, or ends in a month that it names: no century,
        nor a war of thirty years.
        """
        years = (self.last.year or 0) - (self.moment.year or 0)
        return self.moment.unit >= YEAR and (years <= 1 or self.last.unit >= MONTH)

    def spans_years(self) -> bool:
        """Whether it lasts over more than two years, of which any may be meant after it."""
        span = (self.last.year or 0) - (self.moment.year or 0) > 1
        return span and self.moment.unit is YEAR and self.last.unit is YEAR

    def is_day(self) -> bool:
        """Whether it is a day."""
        return self.moment.unit is DAY


class Answer(NamedTuple):
    """What a moment was found to be, the offset of the date that told it (-1 for none), and how sure that is
    (None where nothing was concluded); and the last moment where it lasts from one to another.
    """

    moment: Moment
    source: int
    certainty: Certainty | None
    last: Moment | None = None


class RepublicanDay(NamedTuple):
    """A day of the French Republican calendar that was told, and its offset."""

    year: int
    month: int
    day: int
    place: int


@dataclass(slots=True)
class Story:
    """A text, and the point up to which it has been read.

    `entries` are the offsets of days that begin an entry of a diary, `years` the years that are written out
    anywhere, in order, `days` those that are named with one year more than once. `present` are the numbers of
    the passages that speak of days by that of writing.
    `of_today` says that a text speaks of its day and tells no story. `writing` is the day of writing,
    `writing_place` the offset of the date that says it, `writing_unsure` whether its century is only likely;
    `given` whether it is known from elsewhere. `history`
    says that dates go by each other and not by the day of writing. `bounds` are the years that the heading of
    the section names. `style` is the Old Style where the text counts in it without saying so.
    """

    text: str
    language: Language
    passages: Sequence[Passage]
    entries: frozenset[int]
    years: Sequence[int]
    days: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    present: frozenset[int] = frozenset()
    of_today: bool = False
    writing: Moment | None = None
    writing_place: int = -1
    writing_unsure: bool = False
    given: bool = False
    before: Moment | None = None  # the day of the letter before one that says none
    letter_heads: Set[int] = frozenset()  # the offsets of the days over several letters
    history: bool = True
    bounds: tuple[int, int] | None = None
    style: OldStyle | None = None
    letter_start: int = -1  # the offset of the day over the letter that is read, in texts read as prose
    issue: tuple[Moment, int] | None = None  # day and offset of a newspaper while its despatch is read
    issue_within: int = -1  # the number of the passage in which the despatch ends; -1 for the next heading
    issue_runs_on: bool = False  # whether headings below a despatch are its own, as none stands over it
    issue_headed: bool = False  # whether one of those has been read
    republican: RepublicanDay | None = None  # the day told last where the text counts in that calendar
    republican_writing: RepublicanDay | None = None  # that of writing, if it is one of that calendar
    number: int = 0  # of the passage that is read
    ahead: Expression | None = None  # the next expression that says its year
    spoke_of_now: int = -1  # the offset of the date that was counted last from the day of writing
    named: Told | None = None  # the date that was named last, also in passing
    year_over: Told | None = None  # the year on the line that stands over days of a diary
    heading: Told | None = None  # that of the heading that was read last
    day: Told | None = None  # the day that was named last, also where it was "yesterday"
    said_on: int = -1  # the offset of the day that was named last as one on which something was only said
    names_today: bool = False  # whether the text calls its own day by its weekday
    unknown: int = -1  # that of the last date which counts from a day of writing that is not known
    unknown_day: int = -1  # the offset of the last day of which nothing tells which it was
    # By the number of a quotation; -1 for none.
    _voices: defaultdict[int, list[Told]] = field(default_factory=lambda: defaultdict(list))

    @property
    def passage(self) -> Passage:
        """The passage that is read."""
        return self.passages[self.number]

    @property
    def is_written_to_someone(self) -> bool:
        """Whether the passage is of a letter or a diary, which say of what is to come as if it had been."""
        return self.passage.kind == "letter" or bool(self.entries)

    @property
    def told(self) -> list[Told]:
        """What has been told in the voice of the passage: the text's, or that of a quotation."""
        return self._voices[self.passages[self.number].quotation]

    @property
    def latest(self) -> Told | None:
        """The date that was told last."""
        told = self.told
        return told[-1] if told else None

    def enter(self, place: int) -> None:
        """Go on to the passage of an offset."""
        passages, number = self.passages, self.number
        after = passages[number + 1].start if number + 1 < len(passages) else len(self.text) + 1
        if not passages[number].start <= place < after:
            self.number = number_of(passages, place)
            if self.issue is None:
                return
            headed = any(passage.kind == "head" for passage in passages[number + 1 : self.number + 1])
            if self.issue_within == number or (headed and not self.issue_runs_on):
                self.leave_despatch()
            self.issue_headed = self.issue_headed or headed

    def leave_despatch(self) -> None:
        """Count from the day of the newspaper again."""
        if self.issue is not None:
            self.writing, self.writing_place = self.issue
        self.issue, self.issue_within = None, -1

    def recent(self, place: int) -> Told | None:
        """The date that was told last before an offset, if that is not a page back or more."""
        latest = self.latest
        return latest if latest is not None and place - latest.place <= _PAGE else None

    def recent_year(self, place: int) -> Told | None:
        """The date told last before an offset that says a year, if that is not a page back or more."""
        return self._last(place, _PAGE, Told.says_a_year)

    def recent_day(self, place: int) -> Told | None:
        """The day that was told last before an offset, if that is not too far back."""
        return self._last(place, _NEAR, Told.is_day)

    def _last(self, place: int, reach: int, fits: Callable[[Told], bool]) -> Told | None:
        """The last of what was told that fits, among the few last dates and within reach of an offset."""
        least = max(place - reach, self.letter_start)
        within = (told for told in reversed(self.told[-_FEW:]) if told.place >= least)
        return next(filter(fits, within), None)

    def outside(self, year: int, near: int = 0) -> bool:
        """Whether the heading of the section names years, and this is none of them, nor so near to them."""
        return self.bounds is not None and not self.bounds[0] - near <= year <= self.bounds[1] + near
