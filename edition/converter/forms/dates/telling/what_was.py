"""Whether the words beside a day without its year say that something was so on it, and is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.quarters_ended import ENDED, has_ended
from edition.converter.forms.dates.moment import Unit, exists, ordinal
from edition.converter.forms.dates.sentences.put_off import is_put_off
from edition.converter.forms.dates.sentences.tense_of_sentence import words_of_clause, words_to_end
from edition.converter.forms.dates.sentences.tenses import (
    ending,
    is_participle,
    tense_of,
    tense_of_words,
    words_of,
)
from edition.converter.forms.dates.telling.story import Story
from edition.converter.languages import Language

_SOON = 60  # days after the one that was named last
_WORDS_BACK = re.compile(r"[^\W\d_]*(?:[\s'’]+[^\W\d_]+)*")  # of words read from the last to the first
_MOST_WORDS = 6
_PARTING = frozenset(" \n\t\xa0'’")
_STUCK = frozenset("-0123456789_")  # what a word goes on from
_TOLD = re.compile(r",?\s([^\W\d_]+)\s([^\W\d_]+)\b(?!\sto\b)")
_SUBJECT = 5  # words up to its verb
_CLAUSE = 60  # characters before a day in which its clause stands
_BEFORE = 40  # characters before a day in which they stand


def happened(story: Story, one: Expression) -> bool:
    """Whether a verb of what was stands before a day with nothing but a preposition or article between: "they
    signed on Oct. 1", "il mourut le 1er octobre", or with nothing a word for how long something was: "the
    quarter ended Oct. 1". What is put off is put off to a day to come.
    """
    dates = story.language.dates
    if one.rule in ENDED:
        return has_ended(story.text, one.end, story.language)
    between = dates.happens_on
    words = words_before(story.text, one.start) if between else []
    if not words:
        return False
    if words[-1] in dates.past and words[-1] in dates.ended:
        return True
    led = words[-1].lower() in between or story.text[one.start : one.end].split()[0].lower() in between
    if not led and "" not in between:
        return False
    while words and words[-1].lower() in between:
        words.pop()
    if is_put_off(story.text, one.start, one.end, story.language):
        return False
    return bool(words) and tell_of_past(["", "", *words][-3:], story.language)


def words_before(text: str, place: int) -> list[str]:
    """The words that stand before an offset with nothing but blanks and apostrophes between."""
    if text[place - 1 : place] not in _PARTING:
        return []
    lead = text[max(0, place - _BEFORE) : place]
    back = _WORDS_BACK.match(lead[::-1])
    begin = len(lead) - back.end() if back is not None else len(lead)
    words = words_of(lead[begin:])
    cut = (begin == 0 and place > _BEFORE) or lead[begin - 1 : begin] in _STUCK
    return words[1:] if cut else words[-_MOST_WORDS:]


def tell_of_past(words: Sequence[str], language: Language) -> bool:
    """Whether the last of three words is a verb of what was, or a participle after one: "was killed"."""
    first, second, third = words
    if tense_of(second, third, language) is False:
        return True
    participle = third.lower().endswith(language.dates.participles) or is_participle(third, language)
    return participle and tense_of(first, second, language) is False


def was_last(story: Story, one: Expression) -> bool:
    """Whether a clause says before its day when something last was: "they last changed rates on Jan. 31"."""
    before = story.language.dates.last_before
    if not before or one.first.unit is not Unit.DAY:
        return False
    clause = story.text[max(0, one.start - _CLAUSE) : one.start].rpartition(".")[2]
    if not any(word in clause for word in before):
        return False
    words = words_of(clause)
    return any(
        word in before and tense_of("", verb, story.language) is False for word, verb in pairwise(words)
    )


def is_told_after(story: Story, one: Expression) -> bool:
    """Whether a clause begins with its day and tells what someone did: "on the 1st of July we lost"."""
    dates = story.language.dates
    after = _TOLD.match(story.text, one.end, one.end + _BEFORE)
    if one.first.unit is not Unit.DAY or after is None:
        return False
    who = _pronouns(story.language)
    pairs = ((after[1], after[2]), (after[2], after[1]))
    verb = next((verb for someone, verb in pairs if someone.lower() in who), "")
    return bool(verb) and verb not in dates.bare and tense_of("", verb, story.language) is False


def is_told_on(story: Story, one: Expression) -> bool:
    """Whether a sentence begins with "on" and its day and goes on with what was: "On May 2 the council met";
    not "On May 2 the council was to meet".
    """
    text, language = story.text, story.language
    dates = language.dates
    if one.first.unit is not Unit.DAY or not dates.happens_on or not dates.verb_then:
        return False
    lead = words_before(text, one.start)
    if len(lead) != 1 or not lead[0].istitle() or lead[0].lower() not in dates.happens_on:
        return False
    before, after = words_of_clause(text, one.start, one.end, language)
    if len(before) != 1:
        return False
    after = after or words_to_end(text, one.end, language)
    pairs = enumerate(pairwise(("", *after)))
    verb = next((at for at, pair in pairs if tense_of(*pair, language) is False), -1)
    told = 0 < verb <= _SUBJECT and dates.bare.isdisjoint(after)
    return told and tense_of_words((), after, language) is False


@cache
def _pronouns(language: Language) -> frozenset[str]:
    quoting = language.quoting
    return quoting.i | quoting.we | quoting.he | quoting.she | quoting.they


def was_done(story: Story, one: Expression) -> bool:
    """Whether a clause says with "has" and the participle that ends it what was done on a day: "er hat mich
    am 16. Mai besucht"; not "er hat für den 16. Mai zugesagt", "er hat am 16. Mai eine Feier geplant". Or a
    verb right before it does: "er starb am 16. Mai", not "er wollte am 16. Mai kommen".
    """
    dates = story.language.dates
    if not dates.has_done:
        return False
    before, after = words_of_clause(story.text, one.start, one.end, story.language)
    if dates.at_a_time.isdisjoint(before[-1:]):
        return False
    verb = before[-2] if len(before) > 1 and before[-2].islower() else ""
    if verb and verb not in dates.not_yet and tense_of("".join(before[-3:-2]), verb, story.language) is False:
        return True
    if dates.past_infinitives and ending(dates.past_infinitives).fullmatch(" ".join(after)):
        return True  # "er soll am 3. Juni ein Auto gestohlen haben"
    if not after or (dates.has_done.isdisjoint(before) and dates.had_done.isdisjoint(before)):
        return False
    planned = (*dates.expected, *dates.put_off_after)
    if not after[-1].islower() or after[-1] in dates.no_past or after[-1].startswith(planned):
        return False
    shapes = (*dates.past_participles, *dates.plain_participles)
    return ending(shapes).fullmatch(after[-1]) is not None


def goes_on(story: Story, one: Expression) -> bool:
    """Whether a day comes soon after one of a year before that was named last, in its passage or the last:
    "On 6 April last year she took the money. She was questioned by police on 14 May".
    """
    named, writing = story.named, story.writing
    if named is None or writing is None or not named.is_day() or story.number - named.passage > 1:
        return False
    year, month, day = named.last.year or 0, one.first.number or 0, one.first.day or 0
    if not exists(year, month, day) or one.first._replace(year=year).first() >= writing.first():
        return False
    return 0 <= ordinal((year, month, day)) - ordinal(named.last.last()) <= _SOON
