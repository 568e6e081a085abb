"""Whether "today" is a day, or only stands against another time."""

from __future__ import annotations

from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.sentences.sentences import follows, sentence_has_before
from edition.converter.forms.dates.sentences.tense_of_sentence import (
    is_future,
    is_past_clause,
    tense_of_clause,
)
from edition.converter.forms.dates.telling.story import Story

_BESIDE = 240  # characters back to a year long past
_BEFORE_NIGHT = 16  # characters: "bis heute Nachmittag"
_LONG_PAST = 3  # years
_THING = 24  # characters of "today's" and the thing, or of that and "of"
_APOSTROPHES = frozenset("'’")


def is_nowadays(story: Story, one: Expression) -> bool:
    """Whether "today" only stands against another time, and is no day: "damals 912 Einwohner, heute 714"."""
    dates = story.language.dates
    if one.rule != "deictic" or one.relation is None or one.relation.amount:
        return False
    if dates.once and sentence_has_before(story.text, one.start, dates.once):
        return True
    if story.passage.kind == "letter":
        return False
    said = story.text[one.start : one.end].lower()
    if said in dates.nowadays_beside:
        return _is_of_now(story, one) or _is_of_things(story, one)
    if said not in dates.nowadays:
        return False
    following = story.text[one.end : one.end + _BEFORE_NIGHT].split()
    part = following[0].strip(".,;") if following else ""
    if part in (*dates.units.get("night", ()), *dates.weekday_endings):
        return False  # "heute Abend", "bis heute früh"
    if follows(story.text, one.start, dates.to_this_day):
        return True
    if _is_of_now(story, one) or _is_of_things(story, one):
        return True
    if story.text[one.end : one.end + 1] == ":" or not _is_after_long_past(story, one):
        return False  # "Heute: Konzert" in a list
    if is_past_clause(story.text, one.start, one.end, story.language):
        return False
    return is_future(story.text, one.start, one.end, story.language, by_place=False) is not True


def _is_of_now(story: Story, one: Expression) -> bool:
    """Whether a word right beside "today" says that something is so at that time, in a clause of nothing
    that was or is to come: "noch heute spricht man davon", "heute weiß man es".
    """
    dates = story.language.dates
    after = story.text.startswith(_amid_blanks(dates.after_nowadays), one.end)
    if not after and not follows(story.text, one.start, dates.before_nowadays):
        return False
    return tense_of_clause(story.text, one.start, one.end, story.language) is None


def _is_of_things(story: Story, one: Expression) -> bool:
    """Whether "today" says of which time is what there is at any: "today's world", "the youth of today"."""
    dates, text = story.language.dates, story.text
    if not dates.of_nowadays:
        return False
    if text[one.end : one.end + 1] in _APOSTROPHES and text.startswith(f"{dates.possessive} ", one.end + 1):
        thing = text[one.end : one.end + _THING].split(None, 2)[1:2]
        return bool(thing) and thing[0].rstrip(".,;:!?") in dates.of_nowadays
    before = text[max(0, one.start - _THING) : one.start].split()[-2:]
    of = dates.ranges.get("of", ())
    return len(before) > 1 and before[1].rstrip("'’") in of and before[0].lower() in dates.of_nowadays


@cache
def _amid_blanks(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {word} " for word in words)


def _is_after_long_past(story: Story, one: Expression) -> bool:
    """Whether a year long past was named right before: "1961 ging der Sohn. Heute lebt das Dorf"."""
    named, writing = story.named, story.writing
    if named is None or writing is None or one.start - named.place > _BESIDE or story.entries:
        return False
    long_past = (writing.year or 0) - (named.last.year or 0) >= _LONG_PAST
    return named.moment.unit <= Unit.YEAR and long_past
