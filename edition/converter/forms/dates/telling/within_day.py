"""What lies in the day that was told: "um 20 Uhr", "am Abend"."""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import day_moment, ordinal, shift_days
from edition.converter.forms.dates.sentences.put_off import leaning
from edition.converter.forms.dates.sentences.sentences import (
    ends_between,
    follows,
    has_word_in_clause,
    stops_between,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.passing import is_in_passing
from edition.converter.forms.dates.telling.same_unit import in_same_sentence
from edition.converter.forms.dates.telling.story import Answer, Story, Told
from edition.model import Certainty

_BEGUN = re.compile(r"(?<![\d:.])(?P<hour>\d\d)(?:[.:]\d\d)?(?: [^\W\d_]+)? (?P<word>[^\W\d_]+) \Z")
_ZONE_AFTER = re.compile(r" \(?([A-Z]{2,5})\b")
_NIGHT = 40  # characters back to a night that ends in a day: "Nacht vom Montag auf den"
_NIGHT_WORDS = 4  # "Nacht vom Montag auf"
_STRETCH = 16  # characters back to the hour with which a stretch began
_NOON, _SMALL_HOURS = 12, 6
_DAWN, _EVENING = "06:00:00", "18:00:00"
_FAR_FROM_NIGHT = 40  # characters from "Tuesday night" to an hour that is not the night's own
_LONG = 60  # days
_ARTICLE = 3  # characters of "le" before a day
_BESIDE = 240  # characters back to the day of which a part is told


def at_time(story: Story, one: Expression) -> Answer | None:
    """A time of the day told last, in the same passage or the one before, if no other date stands between."""
    told, named = story.day, story.named
    if story.writing is not None and _is_of_report(story, one, told):
        return Answer(
            day_moment(story.writing.first(), one.first.time), story.writing_place, Certainty.MEDIUM
        )
    if told is None or story.number - told.passage > 1 or told.moment != told.last:
        return None
    if told.place < story.unknown_day or _only_ends_then(story, one, told) or _only_began(story, one, told):
        return None
    if _only_names_thing(story, one, told):
        return None
    of_entry = not story.entries or told.place <= story.writing_place or in_same_sentence(story, told, one)
    if not of_entry:
        return None  # an entry that named another day goes on with its own
    if named is not None and named.place > told.place and not is_in_passing(story, named, one):
        return None
    apart = told.passage != story.number or _is_far(story, told)
    if apart and _is_on_the_other_side(story, one, told):
        return None
    if told.passage != story.number and not story.history and _is_far(story, told):
        return None  # news have gone on from "the quake of September 21, 1938"
    later = _is_after_midnight(story, one) or _is_after_night(story, one, told)
    days: int | None = int(later)
    if _ends_night(story, told):
        days = _days_in_night(story, one, told)
    if days is None:
        return None
    day = shift_days(told.moment.first(), days)
    return Answer(day_moment(day, one.first.time), told.place, Certainty.MEDIUM)


def _days_in_night(story: Story, one: Expression, told: Told) -> int | None:
    """How many days a time is after that before whose dawn a night was told: "in der Nacht zum Dienstag bis 2
    Uhr früh", "gegen 23 Uhr"; None where a later sentence may speak of either evening.
    """
    if one.first.time < _EVENING:
        return 0
    stops = stops_between(story.text, told.place, one.start)
    return -1 if all(story.text[stop - 1].isdigit() for stop in stops) else None  # "30. November"


def _ends_night(story: Story, told: Told) -> bool:
    """Whether a day was told as that on which a night ended: "in der Nacht auf Dienstag", "in der Nacht vom
    Montag auf Dienstag".
    """
    dates = story.language.dates
    if not dates.night_before or told.place < 0:
        return False
    if follows(story.text, told.place, dates.night_before):
        return True
    before = story.text[max(story.passage.start, told.place - _NIGHT) : told.place].split()
    if before[-1:] and before[-1] in dates.determiners:
        del before[-1]
    joined = len(before) >= _NIGHT_WORDS and before[-1] in dates.ranges.get("to", ())
    return joined and before[-_NIGHT_WORDS] in dates.units.get("night", ())


def _only_ends_then(story: Story, one: Expression, told: Told) -> bool:
    """Whether the day told last only says how long something lasts, in a sentence that is over: "Der Markt
    dauert bis 23. Dezember. Beginn 20 Uhr".
    """
    until = tuple(story.language.dates.ranges.get("to", ()))
    if not follows(story.text, told.place, story.language.dates.before_limit):
        return False
    return follows(story.text, told.place, until) and ends_between(story.text, told.place, one.start)


def _only_began(story: Story, one: Expression, told: Told) -> bool:
    """Whether the day told last only says since when something is so: "since the race began three days ago
    they have led, and crossed the line at 2:15 am".
    """
    since = tuple(each for word in story.language.dates.since for each in (word, word.capitalize()))
    near = one.start - told.place <= _FAR_FROM_NIGHT
    return bool(since) and not near and has_word_in_clause(story.text, told.place, since)


def _only_names_thing(story: Story, one: Expression, told: Told) -> bool:
    """Whether the day told last only says which thing is meant, in a sentence that is over: "brachte den
    Spruch vom 21. September. Um 9 Uhr nach Haus". But what a letter says after a colon is of its day.
    """
    quoted = ":" in story.text[told.place : min(one.start, told.place + _BESIDE)]
    if quoted or not story.language.dates.names_its_thing:
        return False
    of_thing = leaning(story.text, told.place, told.place, story.language) is False
    return of_thing and ends_between(story.text, told.place, one.start)


def _is_of_report(story: Story, one: Expression, told: Told | None) -> bool:
    """Whether a time with its zone is one of the day of writing of news that have told of that day, and of no
    day since, or of no day at all: "Shares fell on Thursday. [] They were down 2% by 1120 GMT".
    """
    writing = story.writing
    if writing is None or story.passage.quotation >= 0 or not _has_zone(story, one):
        return False
    if told is None:
        return story.given and not story.entries and story.named is None
    return told.is_day() and told.moment.first() == writing.first()


def _has_zone(story: Story, one: Expression) -> bool:
    """Whether a time says its zone, or stands right before it: "9:30 am AEDT"."""
    zones = story.language.dates.zones
    zone = _ZONE_AFTER.match(story.text, one.end)
    return story.text[one.start : one.end].endswith(tuple(zones)) or (zone is not None and zone[1] in zones)


def _is_after_midnight(story: Story, one: Expression) -> bool:
    """Whether a time ends a stretch that began later in the evening before: "zwischen 18 Uhr und 6 Uhr", "bis
    2 Uhr früh".
    """
    ranges, hour = story.language.dates.ranges, int(one.first.time[:2] or 0)
    if 0 < hour < _SMALL_HOURS and _lasts_into_night(story, one):
        return True
    begun = _BEGUN.search(story.text, max(0, one.start - _STRETCH), one.start)
    told = story.day
    if begun is not None and told is not None and 0 <= begun.start("hour") - told.place <= _ARTICLE:
        return False  # "le 19 à midi"
    if begun is None or begun["word"] not in (*ranges.get("to", ()), *ranges.get("and", ())):
        return False
    return int(begun["hour"]) > max(_NOON, hour)


def _is_after_night(story: Story, one: Expression, told: Told) -> bool:
    """Whether an hour before dawn comes after the night of a day that was told in its sentence: "left on
    Tuesday night … and sank at 3 a.m."
    """
    if one.first.time > _DAWN or one.start - told.place < _FAR_FROM_NIGHT:
        return False
    if not in_same_sentence(story, told, one):
        return False
    nights = story.language.dates.halves.get("night", ())
    if story.text[one.start : one.end].endswith(nights):
        return False  # "2 o'clock at night"
    following = story.text[told.place : one.start].split(None, 2)[:2]
    return len(following) > 1 and following[1].strip(".,;") in nights


def _lasts_into_night(story: Story, one: Expression) -> bool:
    """Whether a time of the small hours, which says that it is one, ends what is told of a day."""
    dates = story.language.dates
    said = story.text[one.start : one.end].endswith(
        dates.halves.get("am", ()) + dates.halves.get("night", ())
    )
    return said and follows(story.text, one.start, dates.before_limit)


def in_day(story: Story, one: Expression) -> Answer | None:
    """The day told last, of which news say that it was in its evening: in the same passage, and near."""
    told = story.day
    if told is None or told.passage != story.number or one.start - told.place > _BESIDE:
        return None
    if story.passage.kind == "letter" or story.entries or _is_on_the_other_side(story, one, told):
        return None
    stops = stops_between(story.text, told.place, one.start)
    if len(stops) > 1 or (stops and _may_be_of_every_day(story, one)):
        return None
    if has_word_in_clause(story.text, one.start, story.language.dates.habitual):
        return None  # "sie liest gern am Abend"
    answer = at_time(story, one)
    return answer and answer._replace(moment=day_moment(told.moment.first()))


def _may_be_of_every_day(story: Story, one: Expression) -> bool:
    """Whether no verb of a sentence says that it tells of a day, in a language whose verbs say so: "he works
    in the afternoon".
    """
    language = story.language
    if language.dates.capital_nouns:
        return False
    return is_future(story.text, one.start, one.end, language) is None


def _is_far(story: Story, told: Told) -> bool:
    """Whether a day is long before that of writing, or long after it."""
    if story.writing is None:
        return False
    return abs(ordinal(told.moment.first()) - ordinal(story.writing.first())) > _LONG


def _is_on_the_other_side(story: Story, one: Expression, told: Told) -> bool:
    """Whether a day is to come, seen from that of writing, and a sentence tells of what was; or the other way
    round.
    """
    if story.writing is None or told.moment.first() == story.writing.first():
        return False
    future = is_future(story.text, one.start, one.end, story.language)
    return future is not None and future is not (told.moment.first() > story.writing.first())
