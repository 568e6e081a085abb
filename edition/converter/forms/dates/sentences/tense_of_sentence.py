"""Of what time the sentence or the clause of a date speaks: of what is to come, or of what was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from edition.converter.forms.dates.sentences.sentences import (
    ANY_SENTENCE_END,
    NEAR,
    SENTENCE,
    TIME_BETWEEN,
    clause_and_sentence_ends,
    follows,
    is_limit,
    last_end,
)
from edition.converter.forms.dates.sentences.tenses import (
    WORD,
    ending,
    pluperfect,
    tense_of,
    tense_of_words,
    words_of,
)
from edition.converter.forms.dates.sentences.verb_places import belongs_to_done, tells_of_present
from edition.converter.languages import Language

_PART_OF_DAY = 20  # characters of a part of the day and the comma after it


def is_future(text: str, start: int, end: int, language: Language, *, by_place: bool = True) -> bool | None:
    """Whether the sentence around a date between two offsets speaks of what is to come (True), of what was
    (False), or does not say.

    Its own clause is asked first: the nearest word before the date that says it, else the first after it, or
    the participle that ends it. Where none does, "by" right before the date speaks of what is to come, and so
    does a verb of the present that is known by its place (`by_place`); then the rest of the sentence says.
    """
    begin, limit = max(0, start - SENTENCE), end + SENTENCE
    clause_ends, sentence_ends = clause_and_sentence_ends(language)
    clause = last_end(clause_ends, text, begin, start)
    sentence = last_end(sentence_ends, text, begin, clause + 1)
    # A comma right after the date only sets it apart: "On Friday, they will meet". But after a clause in the
    # midst of a sentence that goes on with what came before: "the sale, put off in June, will be held".
    opens = clause <= sentence
    before = words_of(text[clause:start])
    alone = len(before) <= 1  # "The funeral, on Monday, will be private."
    comma = _comma_after(text, end, language) if opens or alone else end
    apart = comma > end and not _says_more_after(text, comma, language)
    stop = clause_ends.search(text, comma if apart else end, limit)
    clause_end = stop.start() if stop else limit
    if belongs_to_done(text, start, end, language):
        return False
    if _is_compared(text, start, language):
        return False
    if _present(language).search(text, max(begin, start - NEAR), start):
        return True
    after = words_of(text[end:clause_end])
    said = tense_of_words(before, after, language)
    if said is False and _is_said_to_come(before, text[end:clause_end], language):
        return True
    if said is False and _only_has([*before, *after], text, clause_end, language):
        said = None
    limit_said = is_limit(text, start, language)
    if limit_said and said is False and _lasts(before, after, language):
        return True
    only_from = limit_said and said is None and not opens and alone
    if only_from and _lasted(text[sentence:clause], text[clause:end], text[end : end + NEAR], language):
        return False
    if limit_said and (said is None or _is_to_be_done(before, language)):
        return True
    if said is not None:
        return said
    if language.dates.meant and ending(language.dates.meant).fullmatch(" ".join(before)):
        return True
    full_stop = sentence_ends.search(text, clause_end, limit)
    sentence_end = full_stop.start() if full_stop else limit
    rest_said = text[clause_end:sentence_end]
    rest = words_of(_without_relative(rest_said, language) if "," in rest_said else rest_said)
    if _is_of_thing(text, start, language):
        return None
    by_place = by_place and not follows(text, start, language.dates.since)
    if by_place and tells_of_present(before, after, rest, language):
        return True
    rest = rest if opens and not _is_relative(rest, language) else []
    return tense_of_words(words_of(_without_relative(text[sentence:clause], language)), rest, language)


def _is_compared(text: str, start: int, language: Language) -> bool:
    """Whether something is compared with what was on a date: "up from Wednesday's 124.30 yen"."""
    return text.endswith(language.dates.compared, max(0, start - NEAR), max(0, start - 1))


def _comma_after(text: str, end: int, language: Language) -> int:
    """The offset after a comma right after a date that ends so, or after the part of its day: "by Sunday
    night,"; `end` where there is none.
    """
    if text[end : end + 1] == ",":
        return end + 1
    comma = text.find(",", end, end + _PART_OF_DAY)
    if comma < 0 or text[end + 1 : comma] not in language.dates.units.get("night", ()):
        return end
    return comma + 1


def _is_of_thing(text: str, start: int, language: Language) -> bool:
    """Whether a date says which thing is meant, and not for when it is: "die Sitzung vom Montag"."""
    dates = language.dates
    return follows(text, start, dates.names_its_thing) and not follows(text, start, dates.before_coming)


def _is_relative(rest: Sequence[str], language: Language) -> bool:
    """Whether what follows a clause of what is to come only says more of a thing in it, in a language that
    sets such clauses apart: "sie ziehen im Jänner in das Haus, das seit 2000 leer steht".
    """
    return language.dates.capital_nouns and bool(rest) and rest[0] in language.dates.relatives


def _is_said_to_come(before: Sequence[str], after: str, language: Language) -> bool:
    """Whether a verb of what is to come stands right after a date, and no verb from that of saying to it:
    "officials said the vote on Saturday would be close", "to ask whether Saturday would be"; but "said
    those who met on Saturday would".
    """
    dates = language.dates
    following = WORD.match(after.lstrip()) if after[:1] == " " else None
    if following is None or following.group() not in dates.bare or following.group() not in dates.future:
        return False
    says = language.quoting.says | dates.announcing | frozenset((*dates.conjunctions, *dates.whether))
    said = max((at for at, word in enumerate(before) if word.lower() in says), default=-1)
    rest = pairwise(("", *before[said + 1 :]))
    return said >= 0 and all(tense_of(previous, word, language) is None for previous, word in rest)


def _lasts(before: Sequence[str], after: Sequence[str], language: Language) -> bool:
    """Whether a clause says with a copula, and a participle right after "until" and its date, what is so
    until then: "die Betten sind bis Herbst ausgebucht", "er hat Zeit bis Herbst"; not "er ist bis Herbst
    geblieben".
    """
    dates = language.dates
    if not after and _has(before, language):
        return True
    is_so = not dates.copulas.isdisjoint(before)
    if not is_so or len(after) != 1 or tense_of_words(before, (), language) is False:
        return False
    return ending(dates.past_infinitives).fullmatch(f"{after[0]} ist") is None


def _lasted(before: str, said: str, after: str, language: Language) -> bool:
    """Whether a sentence of what was goes on with a clause that only says from when to when it was so:
    "the war went on for weeks, from 17 January to the end of February".

    `before` is the sentence up to that clause, `said` the clause up to the end of its date, `after` what
    follows.
    """
    ranges, words = language.dates.ranges, words_of(said)
    if not words or words[0] not in ranges.get("from", ()):
        return False
    following = words_of(after)[:1] if after[:1] == " " else []
    if following and following[0] not in ranges.get("to", ()):
        return False
    return tense_of_words(words_of(before), (), language) is False


def _only_has(words: Sequence[str], text: str, end: int, language: Language) -> bool:
    """Whether "has" is all that the words of a clause around a date say of time, and no participle goes with
    it up to the end of its sentence, which is after `end`: "er hat am 12. Mai Geburtstag".
    """
    if language.dates.has_done.isdisjoint(words):
        return False
    return _has(words, language) and not _tells_what_was_done(words_to_end(text, end, language), language)


def _has(words: Sequence[str], language: Language) -> bool:
    """Whether the verb of a clause is "has", of what is, with no participle: "er hat Zeit"."""
    dates = language.dates
    rest = [word for word in words if word not in dates.has_done]
    if len(rest) == len(words) or tense_of_words(rest, (), language) is not None:
        return False
    return not _tells_what_was_done(rest, language)


def _tells_what_was_done(words: Sequence[str], language: Language) -> bool:
    """Whether one of some words has the shape of a participle of what was done."""
    dates = language.dates
    participle = ending((*dates.past_participles, *dates.plain_participles))
    return any(word.islower() and participle.fullmatch(word) for word in words)


def _is_to_be_done(before: Sequence[str], language: Language) -> bool:
    """Whether a clause says what is to be done by a day: "they hope to have it plowed by Thursday"."""
    return ending(language.dates.to_be_done).fullmatch(" ".join(before)) is not None


def _says_more_after(text: str, place: int, language: Language) -> bool:
    """Whether a clause that only says more of what was named begins at `place`: ", which would have been"."""
    word = WORD.match(text, place + 1)
    return word is not None and word.group() in language.dates.relatives and not language.dates.capital_nouns


def _without_relative(words: str, language: Language) -> str:
    """The words of a sentence up to a comma, without the clauses that only say more of something: "they will
    honor Mr. Low, who played until 1988," has no "played".
    """
    first, *rest = words.split(",")
    kept = (part for part in rest if part.lstrip().split(" ", 1)[0] not in language.dates.relatives)
    return ",".join((first, *kept))


def is_past_clause(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause around a date between two offsets says by itself that it tells of what was."""
    return tense_of_clause(text, start, end, language) is False


def tense_of_clause(text: str, start: int, end: int, language: Language) -> bool | None:
    """What the clause around a date between two offsets says by itself, as `is_future` does."""
    return tense_of_words(*words_of_clause(text, start, end, language), language)


def words_of_clause(text: str, start: int, end: int, language: Language) -> tuple[list[str], list[str]]:
    """The words of a clause before and after the date in it between two offsets."""
    limit = end + SENTENCE
    stop = clause_and_sentence_ends(language)[0].search(text, end, limit)
    after = text[end : stop.start() if stop else limit]
    return words_of(text[start_of_clause(text, start, language) : start]), words_of(after)


def words_to_end(text: str, end: int, language: Language) -> list[str]:
    """The words after a date to the end of its sentence."""
    stop = clause_and_sentence_ends(language)[1].search(text, end, end + SENTENCE)
    return words_of(text[end : stop.start() if stop else end + SENTENCE])


def start_of_clause(text: str, start: int, language: Language) -> int:
    """Where the clause begins in which a date stands at `start`."""
    clause_ends = clause_and_sentence_ends(language)[0]
    return last_end(clause_ends, text, max(0, start - SENTENCE), start)


def begins_what_was(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a clause begins with a date between two offsets and goes on with a verb of what was, in a
    language in which the verb stands there: "am Abend des 13. März sahen sie"; but not "am 13. März war eine
    Feier geplant".
    """
    dates = language.dates
    if not dates.before_fronted:
        return False
    if follows(text, start, dates.before_coming) and not follows(text, start, dates.night_before):
        return False  # "на 13 мая назначили праздник"
    before, after = words_of_clause(text, start, end, language)
    if not dates.before_fronted.issuperset(map(str.lower, before)):
        return False
    verb = next((word for word in after if word.lower() not in dates.after_fronted), "")
    if not verb.islower() or tense_of("", verb, language) is not False:
        return False
    if dates.expected and any(word.startswith(dates.expected) for word in after):
        return False
    return after[-1] not in dates.put_off_after and after[-1] not in dates.no_past


def tells_of_before(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the sentence of a date between two offsets tells of what was before its story: "since 1678 it
    had been held".
    """
    if not language.dates.pluperfect:
        return False
    begin, limit = max(0, start - SENTENCE), end + SENTENCE
    sentence = last_end(ANY_SENTENCE_END, text, begin, start)
    stop = ANY_SENTENCE_END.search(text, end, limit)
    return pluperfect(language).search(text, sentence, stop.start() if stop else limit) is not None


@cache
def _present(language: Language) -> re.Pattern[str]:
    """Finds the words before a date that say what is to be then, with no more than a time of day between: "is
    on Friday", "is at 8:13 p.m. Monday".
    """
    phrases = "|".join(map(re.escape, language.dates.takes_place))
    return re.compile(rf"(?<!\w)(?:{phrases or '(?!)'})\s+{TIME_BETWEEN}\Z", re.I)
