"""Whether a number without a month is a day: "on the 13th", and nothing after it that it could count."""

from __future__ import annotations

from edition.converter.forms.dates.sentences.put_off import is_put_off_to
from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.signs.lexicon import (
    FIGURES,
    NAME,
    WRITER,
    Lexicon,
)
from edition.converter.forms.dates.signs.neighbours import (
    after,
    before,
    followed_by_of,
    opened,
    plays_before,
    signs_of,
    word_after,
)
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.surroundings import (
    counts,
    goes_on_without,
)

_AFTER_DAY = frozenset('.,;:!?)]»”"–—(')
_LONGEST_PLACE = 3  # words
_SHORT = 4  # letters of a word whose ending does not say that it is a verb


def day_alone(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "the 13th" is a day: after "on" or "by", and with nothing after it that it could count."""
    named = of_a_part(row, start, lexicon) or _of_a_letter(row, start, lexicon)
    named = named or is_put_off_to(row.text, row.starts[start], lexicon.language)
    named = named or _day_says_when(row, start, end, lexicon)
    at = before(row, start)
    article = row.word(at) in lexicon.language.dates.lone_day_articles
    if not named and not opened("before_lone_day", row, at if article else start, lexicon):
        return False
    if not named and word_after(row, end) in lexicon.language.dates.defines:
        return False  # "El 2 es la enmienda"
    return counts_nothing(row, end, lexicon, named=named)


def _day_says_when(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a day says by its ending when something was: at the beginning of a clause ("а 22-го пришёл"),
    or after a verb; not after a noun ("командир 3-го").
    """
    language = lexicon.language
    endings = language.dates.days_when
    if not endings or not row.words(start, end).endswith(endings):
        return False
    lead = row.word(before(row, start)) if before(row, start) >= 0 else ""
    small = language.common_words | language.quoting.prepositions
    if not lead.isalpha() or lead in small.difference(language.dates.before, language.dates.before_day):
        return True
    return tense_of("", lead, language) is not None


def counts_nothing(row: Row, end: int, lexicon: Lexicon, *, named: bool = False) -> bool:
    """Whether nothing stands after the number of a day that it could count. `named` says that something
    before it tells that it is a day.
    """
    at = after(row, end)
    if at < len(row.signs) and row.word(at) in lexicon.language.dates.uncounted:
        return True
    if counts(row, end, lexicon) or followed_by_of(row, end, lexicon):
        return False
    if at >= len(row.signs):
        return True
    if row.signs[at] in _AFTER_DAY:
        then = after(row, at + 1) if row.signs[at] == "," else at + 1  # "am 5., 6. und 7. Tag"
        return not (then < len(row.signs) and row.signs[then] in FIGURES)
    if counts(row, at + 1, lexicon):
        return False  # "el 13 por ciento"
    word = row.word(at)
    if row.word(end - 1).isalpha() and _is_cardinal(row, at, lexicon):
        return True  # "by the 10th four of them"
    if lexicon.language.dates.capital_nouns and word.islower():
        # What is counted has a capital letter, also after an adjective or another number: "am 5. großen
        # Tor", "am 2. und 3. Spieltag".
        if row.signs[at] in signs_of("range", lexicon) and _past_ordinal(row, at + 1) > at + 1:
            return not word_after(row, _past_ordinal(row, at + 1))[:1].isupper()
        return not (word.endswith("en") and word_after(row, at + 1)[:1].isupper())
    if word in lexicon.language.common_words:
        then = _past_ordinal(row, at + 1)
        return then == at + 1 or counts_nothing(row, then, lexicon, named=named)  # "the 3rd and 4th floors"
    return (
        word in lexicon.language.quoting.prepositions
        or _names_act(row, at, lexicon)
        or _acts(row, at, lexicon)
        or (named and goes_on_without(word, lexicon.language))
    )


def _is_cardinal(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a number in words stands at `place`, by itself: not "the 10th two-day meeting"."""
    return row.signs[place] in signs_of("number", lexicon) and row.word(place + 1) == " "


def _names_act(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a name of a few words begins at `place`, and a verb follows: "on the 13th Dorne fell"."""
    dates, at = lexicon.language.dates, place
    for _ in range(_LONGEST_PLACE):
        if at >= len(row.signs) or row.signs[at] != NAME or row.word(at) in dates.ordered:
            break
        at = after(row, at + 1)
    if at == place or at >= len(row.signs) or not row.word(at).islower():
        return False
    return tense_of("", row.word(at), lexicon.language) is not None


def _acts(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a verb of what was stands at `place`, with a small word after it: "on the 14th wrecked the"."""
    word, language = row.word(place), lexicon.language
    if word in language.dates.present or tense_of("", word, language) is not False:
        return False
    following = word_after(row, place + 1)
    return following in language.quoting.determiners or following in language.quoting.prepositions


def _past_ordinal(row: Row, place: int) -> int:
    """The place after an ordinal in figures from `place` on, if there is one: after "3."."""
    at = after(row, place)
    if at >= len(row.signs) or row.signs[at] not in FIGURES:
        return place
    ending = row.word(at + 1)
    return at + 2 if ending == "." or ending.isalpha() else at + 1


def of_a_part(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a part of the day stands before that belongs to it: "the night of the 15th"."""
    at = before(row, start)
    if at < 0 or row.word(at) not in lexicon.language.dates.ranges.get("of", ()):
        return False
    return plays_before("unit night", row, at, lexicon)


def _of_a_letter(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a letter stands before a day on which it was written: "yours of the 9th"."""
    dates, at = lexicon.language.dates, before(row, start)
    if row.word(at) in dates.determiners and row.word(at) not in dates.ranges.get("of", ()):
        at = before(row, at)
    if at < 0 or row.word(at) not in dates.ranges.get("of", ()):
        return False
    written = before(row, at)
    return row.word(written).lower() in dates.letters or _of_someones_letter(row, written, lexicon)


def _of_someones_letter(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether the words up to `place` name a letter and who wrote it: "une lettre de ma mère", also with a
    comma. What is no more than an article ("la de Juan") is not enough.
    """
    dates = lexicon.language.dates
    at = before(row, place) if row.word(place) == "," else place
    for _ in range(WRITER):
        at = before(row, at)
        if at < 0 or not row.word(at)[:1].isalpha():
            return False
        letter = row.word(before(row, at)).lower()
        if row.word(at) in dates.ranges.get("of", ()) and letter in dates.letters:
            return len(letter) >= _SHORT
    return False
