"""Dates with their values, as far as the text around them tells: years from the dates before, days from "yesterday".

Two things are remembered on the way through a text: the day on which it was written (its own date, or that of the
entry or letter that begins), and the date that was told last. A news item counts from the first, a history from the
second. What neither tells stays without a value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from edition.converter.forms.dates.expression import Anchor, Expression, Stretch
from edition.converter.forms.dates.feasts import feast_day
from edition.converter.forms.dates.finding import find_expressions, known_moment
from edition.converter.forms.dates.moment import (
    Moment,
    Unit,
    containing,
    day_moment,
    exists,
    ordinal,
    shift_days,
    shifted,
    weekday_of,
)
from edition.converter.forms.dates.styles import in_new_style, style_of
from edition.converter.forms.dates.values import Attributes, attributes_of, partial
from edition.converter.languages import Language
from edition.model import Certainty

_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n\s*\n|[;]")
_CLAUSE_END = re.compile(r"[.!?](?=\s)|[;,:–—]|\n\s*\n")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = 250  # characters of a sentence on each side of a date that are read for its tense
_THEN = 240  # characters back to which "at that time" can reach
_OPENING = 24  # characters of a sentence in which its time is said
_LONG_AGO = 10  # years back to which a year named in the middle of a sentence does not take a story
_JUMP = 2  # years by which a year named in passing differs
_NEAR = 1200  # characters back to which "the following day" can reach
_FAR_YEARS = 3  # a text most of whose years lie further back than this tells history
_DEFAULT_CENTURY = 1850  # two figures without any other year: the hundred years from here, and doubtful


class Passage(NamedTuple):
    """A stretch of the text in which dates are looked for: `kind` is "head", "dateline", "letter", "quote" or "text".

    A quotation counts by itself: passages of one have the same number, and the day on which it was written, if that
    is known.
    """

    start: int
    end: int
    kind: str = "text"
    quotation: int = -1
    written: Moment | None = None


class Dated(NamedTuple):
    """A calendar expression with its value: TEI element and attributes, the rule, and what the value was taken from.

    `source` is the offset of the date from which year, month or day was taken; -1 where the expression says all.
    `certainty` is None where nothing was concluded.
    """

    start: int
    end: int
    element: str
    attributes: Attributes
    rule: str
    source: int = -1
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A date that was told: its moments, where it stands, and in which passage."""

    moment: Moment
    last: Moment
    place: int
    passage: int
    explicit: bool

    def day(self) -> bool:
        """Whether it is a day."""
        return self.moment.unit is Unit.DAY


def dated(text: str, language: Language, written: str | None = None) -> list[Dated]:
    """The dates in a text with their values. `written` is the day of writing (ISO), if it is known."""
    places = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]
    passages = [
        Passage(a, b, "head" if is_head(text[a:b].strip()) else "text")
        for a, b in zip(places, places[1:], strict=False)
    ]
    found = [
        replace(one, start=passage.start + one.start, end=passage.start + one.end)
        for passage in passages
        for one in find_expressions(text[passage.start : passage.end].rstrip(), language)
    ]
    return resolved(found, passages, text, language, written)


def is_head(text: str) -> bool:
    """Whether a paragraph is as short as a heading, and does not end as sentences do."""
    return 0 < len(text) < _LONGEST_HEAD and "\n" not in text and text[-1] not in ".!?,;:"


def resolved(
    expressions: Sequence[Expression],
    passages: Sequence[Passage],
    text: str,
    language: Language,
    written: str | None = None,
    *,
    own_date: Expression | None = None,
    mark_unresolved: bool = False,
) -> list[Dated]:
    """The values of expressions in the order of the text.

    `passages` are in the order of the text, too, and hold all expressions. `written` is the day of writing (ISO) as
    it is known from elsewhere, `own_date` the date that the text bears itself. With `mark_unresolved` words such as
    "yesterday" come out without a value where nothing says which day that was; else they are left out.
    """
    reader = _Reader(text, language, expressions, passages, mark_unresolved=mark_unresolved)
    reader.written_on(written, own_date)
    found: list[Dated] = []
    for one in expressions:
        value = reader.read(one)
        if value is None:
            continue
        if found and found[-1].element == "time" and _belongs_to(text, found[-1], value):
            time = dict(found[-1].attributes)["when"].rpartition("T")[2]
            day = dict(value.attributes)["when"]
            found[-1] = found[-1]._replace(attributes=(("when", f"{day}T{time}"),), source=value.start)
        found.append(value)
    return found


def _belongs_to(text: str, time: Dated, day: Dated) -> bool:
    """Whether a time of day stands right before its day: "at 5:00 am on October 3"."""
    gap = text[time.end : day.start]
    value = dict(day.attributes).get("when", "")
    return len(gap) <= _TO_DAY and len(value) == len("1918-11-08") and not set(gap) & set(".;:!?\n")


class _Reader:
    """Goes through a text once and remembers what dates it has told."""

    def __init__(
        self,
        text: str,
        language: Language,
        expressions: Sequence[Expression],
        passages: Sequence[Passage],
        *,
        mark_unresolved: bool,
    ) -> None:
        self._text, self._language = text, language
        self._passages, self._starts = passages, [passage.start for passage in passages]
        self._years = sorted(_years(expressions))
        self._mark_unresolved = mark_unresolved
        self._writing: Moment | None = None
        self._writing_place = -1
        self._given = False
        self._voices: dict[int, list[Told]] = {}
        self._told: list[Told] = self._voices.setdefault(-1, [])
        self._passage = Passage(0, 0)
        self._entries = _entries(expressions, passages, text)
        self._bounds: tuple[int, int] | None = None
        self._history = True
        self._style = style_of(expressions, text, language)

    def written_on(self, written: str | None, own_date: Expression | None) -> None:
        """Count from a day of writing: one that is given, or else the text's own."""
        if written:
            self._writing, self._given = known_moment(written), True
        elif own_date is not None:
            moment = self._with_century(own_date.first)[0] if own_date.century_unsaid else own_date.first
            self._writing, self._writing_place = moment, own_date.start
        self._history = self._tells_history()

    def _tells_history(self) -> bool:
        """Whether the text tells of times long before it was written, so that its dates go by each other."""
        if self._writing is None:
            return True
        if not self._years:
            return False
        middle = self._years[len(self._years) // 2]
        return len(self._years) > 2 and (self._writing.year or 0) - middle > _FAR_YEARS

    def read(self, one: Expression) -> Dated | None:
        """The expression with its value; None where it is none without one."""
        number = max(bisect_right(self._starts, one.start) - 1, 0)
        self._enter(number, one)
        passage = self._passage
        source, certainty = -1, None if one.certain else Certainty.LOW
        first, last = one.first, one.last
        if one.century_unsaid:
            first, source, sure = self._with_century(first)
            certainty = certainty or sure
            last = last and self._with_century(last)[0]
        if one.relation is not None:
            answer = self._related(one, number)
            if answer is None:
                return self._without_value(one)
            first, source, certainty = answer
        elif first.year is None and first.number is not None:
            year = self._year_for(one, number)
            if year is None:
                return self._without_value(one)
            value, source = year
            certainty = Certainty.MEDIUM
            first, last = _in_year(first, value), last and _in_year(last, value)
            if last is not None and last.first() < first.first():
                last = last._replace(year=value + 1)
        if first.year is None or (
            first.unit is Unit.DAY and not exists(first.year, first.number or 0, first.day or 0)
        ):
            return self._without_value(one)
        self._remember(one, first, last, number, passage)
        element = "time" if one.rule == "time" else "date"
        rule = one.rule
        moved = (
            in_new_style(one, first, last, self._style)
            if self._style and not one.rule.endswith("new style")
            else None
        )
        if moved is not None and self._style is not None:
            first, last, written = moved
            one = replace(one, written=written)
            rule, certainty = f"{rule}, old style ({self._style.because})", certainty or Certainty.MEDIUM
        attributes = attributes_of(one, first, last)
        return Dated(one.start, one.end, element, attributes, rule, source, certainty)

    def _enter(self, number: int, one: Expression) -> None:
        """Go on in the voice of a passage: the text's, or that of a quotation."""
        self._passage = self._passages[number]
        self._told = self._voices.setdefault(self._passage.quotation, [])

    def _without_value(self, one: Expression) -> Dated | None:
        """An expression that is a date even where it cannot be said which."""
        if one.rule == "time":
            return Dated(one.start, one.end, "time", (("when", one.first.time),), one.rule)
        if one.relation is not None and one.rule not in _MARKED_ANYWAY:
            deictic = one.relation.anchor is Anchor.WRITING and self._mark_unresolved
            return Dated(one.start, one.end, "date", (), one.rule) if deictic else None
        value = partial(one.first, one.last, one.portion) if one.stretch in _PLAIN else ()
        if one.first.unit is Unit.SEASON and not value:
            return None
        return Dated(one.start, one.end, "date", value, one.rule)

    # What was told

    def _remember(
        self, one: Expression, first: Moment, last: Moment | None, number: int, passage: Passage
    ) -> None:
        if one.rule in ("time", "deictic"):
            return
        told = Told(first, last or first, one.start, number, one.absolute)
        if passage.kind == "head":
            self._bounds = (first.first()[0], (last or first).last()[0]) if first.unit >= Unit.YEAR else None
        dates_what_follows = passage.kind in ("dateline", "head") or one.start in self._entries
        if dates_what_follows and told.day() and one.last is None:
            self._writing, self._writing_place = first, one.start
        if passage.kind == "dateline" or (passage.kind != "head" and self._told and self._aside(one, first)):
            return
        self._told.append(told)

    def _aside(self, one: Expression, first: Moment) -> bool:
        """Whether a date stands in brackets and only dates a thing: "the plan (1914)", "(1809–1865)"."""
        if first.unit >= Unit.MONTH and one.relation is None and one.last is None:
            return False
        before = self._text[max(0, one.start - 24) : one.start]
        if "(" in before and ")" not in before[before.rfind("(") :]:
            return True
        if (
            self._bounds
            and not self._bounds[0] <= (first.year or 0) <= self._bounds[1]
            and first.unit <= Unit.YEAR
        ):
            return True
        if self._attributive(one):
            return True
        now = self._told[-1]
        back = (now.moment.year or 0) - (first.year or 0)
        if first.unit <= Unit.YEAR and back > _LONG_AGO and not self._begins_sentence(one):
            return True
        if (
            first.unit <= Unit.YEAR < now.moment.unit
            and abs((first.year or 0) - (now.moment.year or 0)) > _JUMP
        ):
            return not self._begins_sentence(one)
        return False

    def _attributive(self, one: Expression) -> bool:
        """Whether a date only says which thing is meant: "the leader of the August 1792 uprising"."""
        if one.first.unit is Unit.DAY or one.relation is not None or not self._language.dates.determiners:
            return False
        before = _WORDS.findall(self._text[max(0, one.start - 12) : one.start])
        after = _WORDS.match(self._text, one.end + 1)
        if not before or before[-1] not in self._language.dates.determiners or after is None:
            return False
        return (
            self._text[one.end] == " "
            and after.group().islower()
            and after.group() not in self._language.common_words
        )

    def _begins_sentence(self, one: Expression) -> bool:
        """Whether a date stands among the first words of its sentence, as what a story goes on with does."""
        opening = self._text[max(0, one.start - _OPENING) : one.start]
        return one.start < _OPENING or bool(_SENTENCE_END.search(opening + " ")) or "\n" in opening

    def _recent(self, number: int, *, day: bool = False, place: int = 0) -> Told | None:
        """The date that was told last; a day, where one is needed, from not too far back."""
        for told in reversed(self._told[-8:]):
            if place - told.place > _NEAR and day:
                return None
            if not day or told.day():
                return told
        del number
        return None

    # Years for dates without one

    def _year_for(self, one: Expression, number: int) -> tuple[int, int] | None:
        told = self._told[-1] if self._told else None
        if one.start in self._entries and self._writing is not None:
            return self._next_entry(one, self._writing), self._writing_place
        if self._passage.quotation >= 0:
            written = self._passage.written
            if told is None:
                return ((written.year or 0), self._passage.start) if written is not None else None
            return self._narrative_year(one, told), told.place
        here = told is not None and told.passage == number and told.explicit
        if self._writing is not None and not self._history and not (here and told and self._far(told)):
            return self._nearest_year(one), self._writing_place
        if told is None:
            return (self._nearest_year(one), self._writing_place) if self._writing is not None else None
        return self._narrative_year(one, told), told.place

    def _next_entry(self, one: Expression, before: Moment) -> int:
        """The year of an entry of a diary, which goes forward from the one before."""
        year = before.year or 0
        earlier = (one.first.number or 0, one.first.day or 0) < before.first()[1:]
        return year + 1 if earlier and not self._given else year

    def _far(self, told: Told) -> bool:
        """Whether a date lies so far from the day of writing that what goes with it is not counted from there."""
        return self._writing is not None and abs((told.moment.year or 0) - (self._writing.year or 0)) > 1

    def _nearest_year(self, one: Expression) -> int:
        """The year in which a day or month is nearest to the day of writing, on the side that the sentence says."""
        writing = self._writing or Moment(Unit.DAY, 0, 1, 1)
        year, center = writing.year or 0, ordinal(writing.first())
        future = self._future(one)
        best, least = year, None
        for candidate in (year, year - 1, year + 1):
            moment = _in_year(one.first, candidate)
            if moment.unit is Unit.DAY and not exists(candidate, moment.number or 0, moment.day or 0):
                continue
            begin, end = ordinal(moment.first()), ordinal(moment.last())
            distance = 0 if begin <= center <= end else min(abs(begin - center), abs(end - center))
            if future is True and end < center or future is False and begin > center:
                distance += 400
            if least is None or distance < least:
                best, least = candidate, distance
        return best

    def _narrative_year(self, one: Expression, told: Told) -> int:
        """The year for a month or day in a story: that of the date told last, or the next where the story would
        otherwise go back more than half a year.
        """
        anchor = told.last if told.last.unit >= Unit.MONTH else told.moment
        year = anchor.year or 0
        if anchor.unit < Unit.SEASON or (self._bounds and not self._bounds[0] <= year <= self._bounds[1]):
            return year
        year, month, _ = anchor.last()
        asked = _in_year(one.first, year).first()[1]
        if asked - month <= -_BACK:
            return self._within(year + 1)
        if asked - month >= _FORTH:
            return self._within(year - 1)
        return self._within(year)

    def _within(self, year: int) -> int:
        """A year, or the nearest that the heading of the section allows."""
        if self._bounds is None or self._bounds[1] - self._bounds[0] > 12:
            return year
        return min(max(year, self._bounds[0]), self._bounds[1])

    def _with_century(self, moment: Moment) -> tuple[Moment, int, Certainty]:
        """A year of two figures with its century: the one nearest to the years that are known."""
        short = (moment.year or 0) % 100
        if self._writing is not None:
            near, certainty, source = self._writing.year or 0, Certainty.HIGH, self._writing_place
        elif self._told:
            near, certainty, source = self._told[-1].moment.year or 0, Certainty.HIGH, self._told[-1].place
        elif self._years:
            near, certainty, source = self._years[len(self._years) // 2], Certainty.MEDIUM, -1
        else:
            year = _DEFAULT_CENTURY + (short - _DEFAULT_CENTURY) % 100
            return moment._replace(year=year), -1, Certainty.LOW
        year = min(
            (near // 100 * 100 + step + short for step in (-100, 0, 100)), key=lambda y: (abs(y - near), y)
        )
        return moment._replace(year=year), source, certainty

    # Relative dates

    def _related(self, one: Expression, number: int) -> tuple[Moment, int, Certainty] | None:
        relation = one.relation
        if relation is None:
            return None
        if relation.anchor is Anchor.WRITING:
            return self._from_writing(one, number)
        if self._passage.kind == "head" and relation.named is None:
            return None  # "Ten years after" as a title
        if one.rule == "time":
            return self._at_time(one, number)
        if relation.anchor is Anchor.SAME:
            return self._same(one, number)
        return self._from_told(one, number)

    def _from_writing(self, one: Expression, number: int) -> tuple[Moment, int, Certainty] | None:
        relation = one.relation
        if relation is None:
            return None
        writing, place, certainty = self._writing, self._writing_place, Certainty.HIGH
        if self._passage.quotation >= 0:
            writing, place = self._passage.written, self._passage.start
        if writing is None:
            if one.rule not in ("last", "next"):
                return None
            told = self._recent(number, place=one.start)
            if told is None:
                return None
            writing, place, certainty = told.moment, told.place, Certainty.LOW
        named = relation.named
        if named is None:
            return self._unit_away(writing, relation.amount, relation.unit), place, certainty
        if named.weekday is not None:
            return self._weekday(one, named.weekday, writing, relation.amount), place, Certainty.MEDIUM
        if named.day is not None:
            month = shifted(containing(Unit.MONTH, writing.first()), relation.amount, Unit.MONTH)
            return Moment(Unit.DAY, month.year, month.number, named.day), place, certainty
        return _named_near(named, writing, relation.amount), place, certainty

    def _unit_away(self, base: Moment, amount: int, unit: Unit) -> Moment:
        return (
            shifted(containing(unit, base.first()), amount, unit)
            if unit is not Unit.DAY
            else shifted(day_moment(base.first()), amount, unit)
        )

    def _weekday(self, one: Expression, weekday: int, writing: Moment, amount: int) -> Moment:
        """The weekday before the day of writing, or after it where the sentence speaks of what is to come."""
        day = writing.first()
        gap = (weekday - weekday_of(day)) % 7
        if amount > 0:
            return day_moment(shift_days(day, gap or 7))
        if amount < 0:
            return day_moment(shift_days(day, gap - 7))
        letter = self._passages[max(bisect_right(self._starts, one.start) - 1, 0)].kind == "letter"
        future = self._future(one)
        if future or (future is None and letter):
            return day_moment(shift_days(day, gap))
        return day_moment(shift_days(day, gap - 7 if gap else 0))

    def _same(self, one: Expression, number: int) -> tuple[Moment, int, Certainty] | None:
        relation = one.relation
        if relation is None:
            return None
        named = relation.named
        if one.rule == "then":
            then = self._told[-1] if self._told else None
            near = then is not None and one.start - then.place <= _THEN
            return (then.moment, then.place, Certainty.LOW) if near and then is not None else None
        needs_day = relation.unit is Unit.DAY or (
            named is not None and named.unit is Unit.DAY and named.number is not None
        )
        told = self._recent(number, day=needs_day, place=one.start)
        if told is None:
            return self._from_own_date(one)
        base = told.last
        if named is None:
            if base.unit < relation.unit:
                return None
            return containing(relation.unit, base.first()), told.place, Certainty.MEDIUM
        if named.time.startswith("feast "):
            return feast_day(named.time.removeprefix("feast "), base.year), told.place, Certainty.MEDIUM
        if named.day is not None:  # "the 13th"
            if base.unit < Unit.MONTH:
                return None
            return Moment(Unit.DAY, base.year, base.first()[1], named.day), told.place, Certainty.MEDIUM
        if relation.unit is Unit.YEAR and named.weekday is None:
            return named._replace(year=base.year), told.place, Certainty.MEDIUM
        return None

    def _from_own_date(self, one: Expression) -> tuple[Moment, int, Certainty] | None:
        """What is said of the day of writing where nothing else has been told: "the 13th" in a letter."""
        relation, writing = one.relation, self._writing
        if relation is None or writing is None or relation.named is None:
            return None
        named = relation.named
        if named.time.startswith("feast "):
            key = named.time.removeprefix("feast ")
            days = [feast_day(key, (writing.year or 0) + step) for step in (0, -1, 1)]
            center = ordinal(writing.first())
            return (
                min(days, key=lambda d: abs(ordinal(d.first()) - center)),
                self._writing_place,
                Certainty.MEDIUM,
            )
        if named.day is not None and relation.unit is Unit.MONTH:
            months = [
                shifted(containing(Unit.MONTH, writing.first()), step, Unit.MONTH) for step in (0, -1, 1)
            ]
            days = [
                Moment(Unit.DAY, m.year, m.number, named.day)
                for m in months
                if exists(m.year, m.number or 0, named.day)
            ]
            center = ordinal(writing.first())
            return (
                min(days, key=lambda d: abs(ordinal(d.first()) - center)),
                self._writing_place,
                Certainty.MEDIUM,
            )
        return None

    def _from_told(self, one: Expression, number: int) -> tuple[Moment, int, Certainty] | None:
        """So much later or earlier than the date told last."""
        relation = one.relation
        if relation is None:
            return None
        small = relation.unit in (Unit.DAY, Unit.WEEK) or (
            relation.named is not None and relation.named.weekday is not None
        )
        told = self._recent(number, day=small, place=one.start)
        if told is None:
            return None
        base = told.last if relation.amount > 0 else told.moment
        named = relation.named
        if named is not None:
            if named.weekday is not None:
                return self._weekday(one, named.weekday, base, relation.amount), told.place, Certainty.MEDIUM
            return _named_near(named, base, relation.amount), told.place, Certainty.MEDIUM
        if base.unit < relation.unit:
            return None
        return self._unit_away(base, relation.amount, relation.unit), told.place, Certainty.MEDIUM

    def _at_time(self, one: Expression, number: int) -> tuple[Moment, int, Certainty] | None:
        told = self._recent(number, day=True, place=one.start)
        if told is None or number - told.passage > 1:
            return None
        return day_moment(told.moment.first(), one.first.time), told.place, Certainty.MEDIUM

    def _future(self, one: Expression) -> bool | None:
        """Whether the sentence speaks of what is to come (True), of what was (False), or does not say.

        The nearest word before the date that says it decides, else the first after it.
        """
        dates = self._language.dates
        begin = max(0, one.start - _SENTENCE)
        ends = [match.end() for match in _CLAUSE_END.finditer(self._text, begin, one.start)]
        stop = _SENTENCE_END.search(self._text, one.end, one.end + _SENTENCE)
        before = _words(self._text[ends[-1] if ends else begin : one.start])
        after = _words(self._text[one.end : stop.start() if stop else one.end + _SENTENCE])
        for word in (*reversed(before), *after):
            if word in dates.past:
                return False
            if word in dates.future:
                return True
        return None


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower().replace("’", "'"))


_AFTER_ENTRY = frozenset(".:—–-,;")
_FEWEST_ENTRIES = 3
_BACK, _FORTH = 7, 10
_TO_DAY = 12  # characters between a time and its day
_SHORT_YEARS_SINCE = 1700  # two figures are a year of these centuries
_LONGEST_HEAD = 80  # characters
_PLAIN = (Stretch.ONE, Stretch.PERIOD)
_MARKED_ANYWAY = frozenset({"weekday", "day", "instant", "ultimo", "proximo"})


def _entries(expressions: Iterable[Expression], passages: Sequence[Passage], text: str) -> frozenset[int]:
    """Where days stand that begin an entry of a diary: each at the beginning of its passage, with a stop after it,
    and several of them.
    """
    starts = {passage.start for passage in passages}
    found = [
        one.start
        for one in expressions
        if one.start in starts
        and one.last is None
        and one.first.unit is Unit.DAY
        and one.first.day is not None
        and text[one.end : one.end + 2].lstrip()[:1] in _AFTER_ENTRY
    ]
    return frozenset(found) if len(found) >= _FEWEST_ENTRIES else frozenset()


def _in_year(moment: Moment, year: int) -> Moment:
    return moment._replace(year=year)


def _named_near(named: Moment, base: Moment, amount: int) -> Moment:
    """The next, the last or this year's month or season of a name, seen from a date."""
    year = base.year or 0
    center = ordinal(base.first())
    if amount == 0:
        return named._replace(year=year)
    candidates = [named._replace(year=year + step) for step in (-2, -1, 0, 1, 2)]
    if amount < 0:
        return max((m for m in candidates if ordinal(m.last()) < center), key=lambda m: m.year or 0)
    return min((m for m in candidates if ordinal(m.first()) > center), key=lambda m: m.year or 0)


def _years(expressions: Iterable[Expression]) -> Iterable[int]:
    """The years that are written out, from the time on in which years were shortened."""
    for one in expressions:
        if one.absolute and one.first.unit >= Unit.YEAR and (one.first.year or 0) >= _SHORT_YEARS_SINCE:
            yield one.first.year
