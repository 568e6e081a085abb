"""How clearly a sentence says that a day or month is far from the day of writing, and not near it.

In news a day or month without its year is the nearest one, unless the clause itself says more: "gained in
January", written in March, is last January whatever its sentence expects of the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, exists, ordinal
from edition.converter.forms.dates.sentences.sentences import begins_clause, follows
from edition.converter.forms.dates.sentences.tense_of_sentence import (
    start_of_clause,
    words_of_clause,
    words_to_end,
)
from edition.converter.forms.dates.sentences.tenses import ending, tense_of, tense_of_words, words_of
from edition.converter.forms.dates.telling.beside_nouns import (
    belongs_to_noun,
    comes_after_occasion,
    is_for_noun,
    may_be_to_come,
    stands_before_verb,
    was_done_to_noun,
    was_to_be,
)
from edition.converter.forms.dates.telling.story import Story
from edition.converter.forms.dates.telling.what_was import goes_on, tell_of_past, was_last, words_before
from edition.converter.languages import Language

_NEAR = 110  # days
_NEAR_AHEAD = 130  # days, for what is to come
_TOLD = 80  # days, for what only a verb of the present tells
_SOON = 14  # days after the one told last
_AFTER = 3  # words after a day in which a verb of what is to come stands: "said on May 15 it will"
_FEWEST = 2  # words for a thing, its article with them
_STAYED = 4  # words before a day up to which someone stayed: "was in Rome until January"


class Said(IntEnum):
    """How clearly a sentence says on which side of the day of writing a date is."""

    NOT = 0
    VAGUELY = 1
    CLEARLY = 2


def says_far(story: Story, one: Expression, writing: Moment, *, future: bool) -> Said:
    """How clearly the words beside a date say that it is to come, or was; clearly where it is not near the
    day of writing on the other side anyway.
    """
    if one.first.unit not in (Unit.MONTH, Unit.DAY):
        return Said.CLEARLY
    goes_over = one.last is not None and (one.last.number or 0) < (one.first.number or 0)
    if story.is_written_to_someone or goes_over or not _is_near_against(one, writing, future=future):
        return Said.CLEARLY
    if not story.language.dates.verb_then:
        return _said_with_noun(story, one, writing, future=future)
    text, language = story.text, story.language
    lead, around = _lead(story, one), words_of_clause(text, one.start, one.end, language)
    opens = begins_clause(text, one.start)
    said_then = opens and not language.dates.verb_then.isdisjoint(lead[-1:])
    if said_then and tense_of_words((), around[1], language) is None:
        around = around[0], words_to_end(text, one.end, language)  # "On May 1, Mr. Low, a member, left."
    beside = language.dates.put_after.get("next" if future else "last", ())
    if around[1][:1] and around[1][0] in beside:
        return Said.CLEARLY
    if future:
        meant = follows(text, one.start, language.dates.put_off)
        to_come = meant or _is_to_come(lead, around[1], language) or _will_be(story, one, lead)
        return Said.CLEARLY if to_come else Said.NOT
    last_then = was_last(story, one) and not language.dates.verb_then.isdisjoint(lead[-1:])
    if last_then or goes_on(story, one) or _names_what_was(story, one, lead, around[1]):
        return Said.CLEARLY
    return _was(lead, *around, language, opens=opens)


def _said_with_noun(story: Story, one: Expression, writing: Moment, *, future: bool) -> Said:
    """How clearly a sentence speaks of a date in a language of which only is known where a date goes with a
    noun: not where it does, and says which thing is meant.
    """
    of_noun = belongs_to_noun(story, one)
    for_noun = of_noun and is_for_noun(story, one)
    if future:
        if _may_tell_story(story, one, writing):
            return Said.NOT
        asked = (was_done_to_noun, stands_before_verb, comes_after_occasion)
        apart = (of_noun and not for_noun) or any(each(story, one) for each in asked)
        return Said.NOT if apart else Said.CLEARLY
    if for_noun or was_to_be(story, one):
        return Said.NOT
    return Said.VAGUELY if of_noun and may_be_to_come(story, one) else Said.CLEARLY


def _may_tell_story(story: Story, one: Expression, writing: Moment) -> bool:
    """Whether only a verb of the present says that something is to come, by which a story may tell what was:
    "Die Geschichte beginnt am 26. Oktober", written in December.
    """
    dates = story.language.dates
    if not dates.surely_to_come or not _is_near_against(one, writing, future=True, near=_TOLD):
        return False
    return _goes_on_with_story(story, one, writing) or not says_to_come(story, one)


def says_to_come(story: Story, one: Expression) -> bool:
    """Whether more than a verb of the present says that something is to come, in a language that has no other
    tense for it; true in all others.
    """
    sure = story.language.dates.surely_to_come
    if not sure:
        return True
    before, _ = words_of_clause(story.text, one.start, one.end, story.language)
    words = (*before, *words_to_end(story.text, one.end, story.language))
    return not sure.isdisjoint(map(str.lower, words))


def _goes_on_with_story(story: Story, one: Expression, writing: Moment) -> bool:
    """Whether a day comes soon after the one told last, and before that of writing: "Es ist der 13. November.
    Erscheinen soll der Artikel am 17. November", written in December.
    """
    told = story.recent_day(one.start)
    if told is None or one.first.unit is not Unit.DAY or told.moment.year != writing.year:
        return False
    moment = one.first._replace(year=writing.year)
    if not exists(*moment.first()):
        return False
    after = ordinal(moment.first()) - ordinal(told.moment.first())
    return 0 < after <= _SOON and moment.first() < writing.first()


def _is_near_against(one: Expression, writing: Moment, *, future: bool, near: int = _NEAR) -> bool:
    """Whether a date is near that of writing on the side of which its sentence does not speak."""
    now = writing.year or 0
    for year in (now, now - 1 if future else now + 1):
        moment = one.first._replace(year=year)
        if moment.unit is Unit.DAY and not exists(year, moment.number or 0, moment.day or 0):
            continue
        since = ordinal(writing.first()) - ordinal(moment.last())
        until = ordinal(moment.first()) - ordinal(writing.last())
        if 0 < since <= near if future else 0 < until <= _NEAR_AHEAD:
            return True
    return False


def _lead(story: Story, one: Expression) -> list[str]:
    """The words right before a date, or before the months that are listed with it: "in July and August"."""
    dates = story.language.dates
    words = [word.lower() for word in words_before(story.text, one.start)]
    while len(words) > 1 and words[-1] in dates.ranges.get("both", ()):
        if not any(words[-2].capitalize() in names for names in dates.months):
            break
        words = words[:-2]
    if words and words[-1] in dates.verb_then and words[-2:-1] and words[-2] in dates.particles:
        del words[-2]  # "turned around in April"
    return words


def _names_what_was(story: Story, one: Expression, lead: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a clause begins with what is named by its day and tells of it: "the May 1 meeting was long"."""
    opens = (
        one.first.unit is Unit.DAY
        and not story.language.dates.before_adjective.isdisjoint(lead[-1:])
        and begins_clause(story.text, one.start)
    )
    return opens and tense_of_words((), after, story.language) is False


def _is_to_come(lead: Sequence[str], after: Sequence[str], language: Language) -> bool:
    """Whether words right before a date say that something is to be then: "by May", "will begin in May"."""
    dates = language.dates
    if not lead:
        return False
    if lead[-1] in dates.up_to or not dates.setting_in.isdisjoint(lead[-2:]):
        return True
    if lead[-1] not in dates.verb_then or len(lead) < 3:
        return False
    if tense_of(lead[-3], lead[-2], language) is True:
        # "it retires in May"; not "its starts in May rose", "it disclosed plans in May"
        return not _verb_of_past(after, language) and not _verb_of_past(lead[:-2], language)
    # "due to losses in May", "was low due to rain in May", "was to be held in May"
    if lead[-2].endswith(dates.no_bare_endings) or not _was_to(language).isdisjoint(pairwise(lead)):
        return False
    before = lead[-4:-2]
    if not dates.setting_in.isdisjoint(before) and dates.present.isdisjoint(lead[-5:-4]):
        return False
    return not dates.bare.isdisjoint(before) and dates.before_adjective.isdisjoint(before)


def _will_be(story: Story, one: Expression, lead: Sequence[str]) -> bool:
    """Whether a clause says what will be, and from there to its date nothing that was or that is compared or
    counted: "we'll hold a conference on this in May"; not "it will rise by 3 pct from its low in May".
    """
    dates, language = story.language.dates, story.language
    if not lead or lead[-1] not in dates.verb_then:
        return False
    clause = start_of_clause(story.text, one.start, language)
    words = words_of(story.text[clause : one.start])
    at = max((at for at, word in enumerate(words) if word.lower() in dates.will), default=-1)
    rest = [word.lower() for word in words[at + 1 :]]
    if at < 0 or any(figure.isdigit() for figure in story.text[clause : one.start]):
        return False
    return dates.no_more_of_it.isdisjoint(rest) and not _verb_of_past(["", *rest], language)


@cache
def _was_to(language: Language) -> frozenset[tuple[str, ...]]:
    """The two words that say what was to be: "was to"."""
    said = (tuple(phrase.split()) for phrase in language.dates.future)
    return frozenset(words for words in said if len(words) == 2 and tense_of("", words[0], language) is False)


def _was(
    lead: Sequence[str], before: Sequence[str], after: Sequence[str], language: Language, *, opens: bool
) -> Said:
    """How clearly a verb of what was, and not only of saying, goes with a date: "had been sold in May".

    `lead` are the words right before it, `before` and `after` those of its clause, which it may open.
    """
    dates = language.dates
    last = lead[-1] if lead else ""
    then, up_to = last in dates.verb_then, last in dates.up_to
    told = ["", "", *(lead[:-1] if then else lead)][-3:]
    past = bool(told[-1]) and not _is_noun(told, language) and tell_of_past(told, language)
    if not dates.setting_in.isdisjoint(lead[-2:]) and not (
        past and tell_of_past(["", "", told[-2]], language)
    ):
        return Said.NOT  # "shares registered on May 5"; but "were registered", "fell due"
    if last in dates.since or past:
        says_only = told[-1] in language.dates.saying and _says_what_will_be(after, language)
        return Said.NOT if says_only else Said.CLEARLY
    if (then or up_to) and opens and tense_of_words((), after, language) is False:
        return Said.CLEARLY
    if ending(dates.past_infinitives).fullmatch(" ".join(before)) is not None:
        return Said.CLEARLY
    verb = _verb_of_past(before, language) or _verb_of_past(after, language)
    if verb:
        if then and not after and _did_something(lead, language):
            return Said.CLEARLY
        stayed = last in dates.ranges.get("to", ()) and _verb_of_past(lead[-_STAYED:-1], language)
        return Said.NOT if verb in language.dates.saying else Said.CLEARLY if stayed else Said.VAGUELY
    return Said.VAGUELY if tense_of_words(before, after, language) is False else Said.NOT


def _did_something(lead: Sequence[str], language: Language) -> bool:
    """Whether the words right before a date say what someone did, and that cannot be to come: "cut its
    dividend in January"; not "the rate cut in May", "rejected a vote in May".
    """
    dates = language.dates
    at = next((at for at, word in enumerate(lead) if word in dates.over_at_once), -1)
    thing = lead[at + 1 : -1]
    if at < 0 or len(thing) < _FEWEST or thing[0] not in dates.before_adjective:
        return False
    return dates.no_more_of_it.isdisjoint(thing) and dates.bare.isdisjoint(thing)


def _is_noun(told: Sequence[str], language: Language) -> bool:
    """Whether the last of three words is a noun with an article before, and no verb: "the rate cut"."""
    return told[-3] in language.dates.before_adjective and not told[-1].endswith(language.dates.past_endings)


def _verb_of_past(words: Sequence[str], language: Language) -> str:
    """The last of some words that tells of what was; "" for none."""
    for previous, word in reversed([*pairwise(("", *words))]):
        if tense_of(previous, word, language) is False:
            return word.lower()
    return ""


def _says_what_will_be(after: Sequence[str], language: Language) -> bool:
    """Whether the words after a date go on with what is to be: "said on May 15 it will redeem"; not "agreed
    on May 15 to redeem".
    """
    to = language.dates.ranges.get("to", ())
    return any(word in language.dates.bare and word not in to for word in map(str.lower, after[:_AFTER]))
