"""The days of several letters, one after the other: each counts from its own, which some say only at the
foot, and one that says none has none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.dates.calendar.styles import as_counted
from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.passages import Passage, number_of
from edition.converter.forms.dates.telling.story import Story

_PLACE, _NAME = 3, 3  # words beside a day, and of a name under it


class LetterPlace(NamedTuple):
    """Where one of several letters begins, where its text does after head and opener, and where it ends."""

    start: int
    body: int
    end: int


class LettersInTurn:
    """The letters of a text, of which one is read."""

    def __init__(
        self,
        places: Sequence[LetterPlace],
        expressions: Sequence[Expression],
        passages: Sequence[Passage],
        text: str,
    ) -> None:
        self._places, self._text = places, text
        self._starts = [place.start for place in places]
        self.heads: set[int] = set()  # the offsets of days over letters
        self._signed: set[int] = set()  # and of those over names
        self._headed: set[int] = set()
        self._foot: dict[int, Expression] = {}
        self._read = -1  # the number of the letter that is read
        for one in expressions if places else ():
            self._look_at(one, passages)

    def _look_at(self, one: Expression, passages: Sequence[Passage]) -> None:
        """Take a day at the head of a letter, or the first at its foot."""
        number = self._number(one.start)
        if number < 0 or one.first.unit is not Unit.DAY or one.first.day is None:
            return
        if self._is_over_name(one, passages):
            self._signed.add(one.start)
        if one.start < self._places[number].body:
            self._headed.add(number)
            self.heads.add(one.start)
        elif one.absolute and one.last is None:
            passage = passages[number_of(passages, one.start)]
            # "(Fell on 9 February 1915.)" is an editor's.
            if passage.kind == "dateline" and self._text[passage.start] not in "([":
                self._foot.setdefault(number, one)

    @property
    def at_an_end(self) -> set[int]:
        """The offsets of the days at the heads of letters, and of those over the name of who signs one."""
        return self.heads | self._signed

    def _is_over_name(self, one: Expression, passages: Sequence[Passage]) -> bool:
        """Whether a day with its year is a paragraph, and the next no more than a name or initials: "G."."""
        number = number_of(passages, one.start)
        if number + 1 == len(passages) or one.first.year is None:
            return False
        passage, below = passages[number], passages[number + 1]
        around = self._text[passage.start : one.start] + self._text[one.end : passage.end]
        words = self._text[below.start : below.end].split()
        return len(around.split()) <= _PLACE and len(words) <= _NAME and words[0][:1].isupper()

    def _number(self, place: int) -> int:
        """The number of the letter in which an offset lies; -1 for none."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self._places[number].end else -1

    def enter(self, story: Story, place: int) -> None:
        """Where an offset is the first of a letter that has no day at its head, let the story count from that
        at its foot, and from none where the day from which it counts is that of another letter.
        """
        number = self._number(place)
        if number in (-1, self._read) or story.given:
            return
        self._read = number
        if number in self._headed:
            return
        foot = self._foot.get(number)
        if foot is not None:
            story.writing, story.writing_place = as_counted(foot, foot.first, story.style), foot.start
        elif self._number(story.writing_place) not in (-1, number):
            if story.writing_place < place:
                story.before = story.writing
            story.writing, story.writing_place = None, -1
