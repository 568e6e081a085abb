"""Years that stand alone, and the numbers that look like years and are none.

A number of four figures is a year where something says so: a word before it ("in", "since"), brackets, a mark
after it that ends a clause, a name that it goes with ("the 1917 Revolution"). It is none where it counts
("1848 francs") or numbers something ("Rule 1905", "p. 1918").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from edition.converter.forms.dates.expression import NEAR_YEAR, Anchor, Expression, Relation, Stretch
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings import year_patterns, years_in_clauses, years_near
from edition.converter.forms.dates.readings.pages import is_page
from edition.converter.forms.dates.sentences.sentences import is_limit
from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FIGURES, FOUR_YEAR, NAME, Lexicon, roman_value
from edition.converter.forms.dates.signs.numbers import full_year
from edition.converter.forms.dates.signs.row import Row

_ENDS_WITH_YEAR = frozenset(f",;–—(.:{NAME}")  # a clause that ends with a year has one of these before it
_FIGURES = frozenset(FIGURES)
_START = attrgetter("start")
_STOPS = frozenset(("", ".", ",", ";", ")", "]"))  # after a word for when and a year, which is one then
_TO_WHOM = re.compile(r"\.[ \t]+(?:[^\W\d_]{1,3}\.[ \t]?){1,3}(?=(?P<name>[^\W\d_]{3,}))")
_CLOSES = re.compile(r"[\w.,!?]['’](?!\w)")  # a quotation, or a name of several as owners
_QUOTATION = 80  # characters
_TWO_FIGURES = frozenset("abcdeo")


def bare_years(row: Row, lexicon: Lexicon, dates: Sequence[Expression] = ()) -> Iterator[Expression]:
    """Years, pairs of years and years before our era in a row, without those in its `dates`."""
    pattern, place = year_patterns.year(lexicon), 0
    ahead = sorted(dates, key=_START, reverse=True)  # the next one last
    reach = 0  # where the last of those ends that begin before a year
    for beginning in year_patterns.beginning(lexicon).finditer(row.signs):
        if beginning.start() < place:
            continue
        match = pattern.match(row.signs, beginning.start())
        if match is None:
            continue
        place = match.end()
        first, last = row.starts[match.start()], row.starts[place]
        while ahead and ahead[-1].start <= first:
            reach = max(reach, ahead.pop().end)
        if last <= reach:
            continue
        found = _year(match, row, lexicon)
        if found is not None and not surroundings.is_name(row, match.start(), match.end(), lexicon):
            yield found


def _year(match: re.Match[str], row: Row, lexicon: Lexicon) -> Expression | None:
    kind = match.lastgroup
    if kind in ("bce", "bces", "ce", "ces"):
        return _with_era(match, row)
    if kind == "roman":
        value = roman_value(row.words(*match.span()))
        return _found(match, row, "year in Roman figures", Moment(Unit.YEAR, value)) if value else None
    if kind == "era_unsaid":
        return _of_untold_era(match, row, lexicon)
    if kind == "short":
        elided = match.start() > 0 and row.word(match.start() - 1).isalpha()  # "dall'11 al 18 agosto"
        placed = not elided and any(
            neighbours.plays_before(part, row, match.start(), lexicon) for part in year_patterns.BEFORE_YEAR
        )
        named = placed or _after_another(row, match.start(), lexicon)
        if not named and not _says_which_short(row, match.start(), match.end(), lexicon):
            return None
        short = int(row.words(match.start() + 1, match.end()))
        return _found(match, row, "year", Moment(Unit.YEAR, short), unsaid=True)
    if not _is_year(match, row, lexicon):
        return _near_year(match, row, lexicon)
    first = int(row.word(match.start("year")))
    if match.start("last") < 0:
        return _season(match, row, lexicon, first) or _found(match, row, "year", Moment(Unit.YEAR, first))
    figures = row.words(*match.span("last"))
    slash = "/" in row.words(match.end("year"), match.start("last"))
    last = full_year(first, figures)
    if last <= first or (slash and last != first + 1) or (last > first + 200):
        return None
    return _found(match, row, "years", Moment(Unit.YEAR, first), Moment(Unit.YEAR, last))


def _says_which_short(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether two figures with their apostrophe stand between an article, or whose a thing is, and the thing:
    "the '49 team", "New York's '51 Giants"; not "the '39 Steps'", "the '68 or '69", where a quotation may
    begin.
    """
    dates, at = lexicon.language.dates, neighbours.before(row, start)
    thing = neighbours.word_after(row, end)
    if at < 0 or not dates.counted_nouns or not thing or thing in lexicon.language.common_words:
        return False
    whose = bool(dates.possessive) and row.word(at) == dates.possessive and row.word(at - 1) in "'’"
    if not whose and row.word(at).lower() not in dates.spanning & lexicon.language.quoting.determiners:
        return False
    if surroundings.counts(row, end, lexicon):
        return False
    return _CLOSES.search(row.text, row.starts[end], row.starts[end] + _QUOTATION) is None


def _season(match: re.Match[str], row: Row, lexicon: Lexicon, year: int) -> Expression | None:
    """A season of a year that is said together with what it was: "Hitzesommer 2003"."""
    kinds = lexicon.language.dates.kinds_of_season
    at = neighbours.before(row, match.start())
    if not kinds or at < 0 or not row.word(at).endswith(kinds):
        return None
    # The table has two words for spring, and the others in their order.
    number = next(number for number, kind in enumerate(kinds) if row.word(at).endswith(kind)) or 1
    found = _found(match, row, "season", Moment(Unit.SEASON, year, number))
    return found._replace(start=row.starts[at])


def _of_untold_era(match: re.Match[str], row: Row, lexicon: Lexicon) -> Expression | None:
    """Three figures after a word that stands before years, with nothing after them that they could count: a
    year where the story tells of such.
    """
    if not surroundings.may_be_year(row, match.start(), lexicon):
        return None
    relation = Relation(Anchor.ERA, int(row.words(*match.span())), Unit.YEAR)
    return _found(match, row, "year", Moment(Unit.YEAR))._replace(relation=relation)


def _near_year(match: re.Match[str], row: Row, lexicon: Lexicon) -> Expression | None:
    """A number that is a year if it is near to the time of its text."""
    if match.start("last") >= 0 or not years_near.may_be_near(row, *match.span(), lexicon):
        return None
    relation = Relation(Anchor.NEAR, int(row.words(*match.span())), Unit.YEAR)
    return _found(match, row, NEAR_YEAR, Moment(Unit.YEAR))._replace(relation=relation)


def _with_era(match: re.Match[str], row: Row) -> Expression | None:
    if match.lastgroup in ("ce", "ces"):
        figures = row.words(*match.span(f"of_{match.lastgroup}"))
        return _found(match, row, "year with its era", Moment(Unit.YEAR, int(figures)))
    if match.lastgroup == "bces":
        first, last = (1 - int(row.words(*match.span(name))) for name in ("first_bce", "last_bce"))
        if first < last:
            return _found(
                match, row, "years with their era", Moment(Unit.YEAR, first), Moment(Unit.YEAR, last)
            )
        start = match.start("last_bce")
        return Expression(
            row.starts[start], row.starts[match.end()], "year with its era", Moment(Unit.YEAR, last)
        )
    if row.words(max(0, match.start() - 2), match.start()).rstrip().endswith("±"):
        return None  # "5230 ± 60 BC"
    year = int(row.words(*match.span("of_bce")))
    if match.start("shares_bce") >= 0 and year <= int(row.words(*match.span("shares_bce"))):
        return None  # "of the 20 and 44 B.C."
    return _found(match, row, "year with its era", Moment(Unit.YEAR, 1 - year))


def _is_year(match: re.Match[str], row: Row, lexicon: Lexicon) -> bool:
    signs, start, end = row.signs, match.start(), match.end()
    if match.start("tail") >= 0:
        return True
    mark = neighbours.before(row, start)
    placed = mark >= 0 and signs[mark] in _placing(lexicon)
    limited = not placed and _is_limited(row, start, lexicon)
    if years_in_clauses.is_in_inches(row, end) or is_page(row, start, mark):
        return False
    if not (placed or limited) and surroundings.numbers_something(row, start, lexicon):
        return False
    if end < len(signs) and signs[end] == "-" and row.words(end + 1, end + 2)[:1].isalpha():
        end += 2  # "the 1911-built hall"
    at = neighbours.after(row, end)
    following = row.word(at)
    if placed and following in _STOPS:
        return True
    capital = following[:1].isupper()
    if following == "×" or (following == "." and _numbers_a_letter(row, start, at)):
        return False  # 1848 × 1920 mm
    if surroundings.counts(row, end, lexicon):
        return years_in_clauses.is_beside_many(row, start, end, lexicon, placed=placed)
    if _begins_a_count(row, start, at, lexicon):
        return False
    if match.start("last") >= 0:
        return True  # two years
    nouns = lexicon.language.dates.capital_nouns
    if years_in_clauses.is_how_many(row, start, end, lexicon):
        return False
    if (
        placed
        or limited
        or _after_preposition(match, row, lexicon)
        or _after_article(row, start, lexicon)
        or _beside_another(row, mark, at, lexicon)
    ):
        return True
    named = mark >= 0 and row.word(mark).lower() in lexicon.language.dates.names_year
    if named and following in lexicon.language.dates.determiners:
        return True
    if following in lexicon.language.dates.follows_year:
        return True
    if years_in_clauses.says_whose_thing(row, start, end, lexicon):
        return True
    if years_in_clauses.says_which_thing(row, start, end, lexicon):
        return True
    if nouns and years_in_clauses.opens_with_verb(row, start, end, lexicon):
        return True
    if nouns and years_in_clauses.stands_in_clause(row, start, end, lexicon):
        return True
    if (year_patterns.circa(lexicon).search(signs, max(0, start - surroundings.REACH), start)) is not None:
        return not following[:1].isalpha() or following in lexicon.language.common_words
    vaguely = year_patterns.said_vaguely(lexicon).search(signs, max(0, start - surroundings.REACH), start)
    if vaguely and not lexicon.language.dates.before_year:  # "cara a 1520"
        return True
    if mark < 0 or signs[mark] in "([":
        done = nouns and mark >= 0 and years_in_clauses.says_what_was_done(row, end, lexicon)
        return done or at >= len(signs) or not following[:1].isalpha() or capital
    if neighbours.plays_before("determiner", row, start, lexicon):
        return following[:1].isalpha() or following in '"“‘„«'
    if neighbours.plays_before("month", row, start, lexicon):
        return not surroundings.after_day(row, mark, lexicon)
    if signs[mark] not in _ENDS_WITH_YEAR:
        return False  # "they had 1200."
    if lexicon.language.dates.before_year and signs[mark] not in ",;–—(":
        at = neighbours.before(row, mark)
        if signs[mark] != NAME or at < 0 or signs[at] in ".!?":
            return False
    if not following or following in ".,;:!?)]":
        if signs[mark] in neighbours.signs_of("counted", lexicon):
            return False  # "milites 1200"
        return signs[mark] not in neighbours.signs_of("number", lexicon) and signs[mark] not in FIGURES
    if signs[mark] in ",;–—(":
        return following in lexicon.language.common_words or not following[:1].isalpha()
    return False


def _numbers_a_letter(row: Row, start: int, stop: int) -> bool:
    """Whether a number and the stop after it stand before the initials and the name, in capitals, of the one
    to whom a letter goes: "1122. Н. Н. ОБОЛОНСКОМУ".
    """
    match = _TO_WHOM.match(row.text, row.starts[stop])
    if match is None or not match["name"].isupper():
        return False
    line = row.text.rfind("\n", 0, row.starts[start]) + 1
    return not row.text[line : row.starts[start]].strip()


@cache
def _placing(lexicon: Lexicon) -> frozenset[str]:
    """The signs of words that stand before a year and say when, and neither number or count what follows them
    nor belong to the name of a street: "in", "since". None where a language has others for years alone.
    """
    dates = lexicon.language.dates
    if dates.before_year:
        return frozenset()
    counting = (*dates.ends_with_count, *dates.before_count, *(phrase.split()[-1] for phrase in dates.out_of))
    streets = surroundings.before_the_name(lexicon) if dates.streets or dates.street_endings else ()
    others = {f"={word}" for word in (*counting, *streets)}
    return neighbours.signs_of("before", lexicon) - frozenset(
        lexicon.signs_of("numbered", "numbered.", *sorted(others))
    )


def _is_limited(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether words before a number say up to or from when. Where a language does not show by its nouns what
    a number counts, no other word may follow: "hasta 1500 manifestantes".
    """
    dates = lexicon.language.dates
    shown = bool(dates.counted_nouns) or dates.capital_nouns
    limited = is_limit(row.text, row.starts[start], lexicon.language)
    return limited and (shown or surroundings.may_be_year(row, start, lexicon))


def _begins_a_count(row: Row, start: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a number that ends before the sign `after` goes on to one that counts something, in the midst
    of a sentence: "from 1200 to 1800 marks".
    """
    to = year_patterns.to(lexicon).match(row.signs, after)
    if to is None:
        return False
    at = to.end()
    if row.signs[at : at + 1] not in _FIGURES or not surroundings.counts(row, at + 1, lexicon):
        return False
    if row.word(at).isdecimal() and int(row.word(at)) < int(row.word(start)):
        return False  # "rose in 1986 to 454 million"
    before = neighbours.before(row, start)
    return before >= 0 and row.word(before).islower()


def _after_preposition(match: re.Match[str], row: Row, lexicon: Lexicon) -> bool:
    """Whether a word before says that a number is a year.

    Where a language has words for years alone, before an uncommon word it may count: "v 1200 případech".
    """
    place = match.start()
    if not lexicon.language.dates.before_year:
        if neighbours.plays_before("before", row, place, lexicon):
            return True
        kinds = lexicon.language.dates.kinds_of_year
        kinds += lexicon.language.dates.kinds_of_season
        if kinds and row.word(neighbours.before(row, place)).endswith(kinds):
            return True  # "im Kriegsjahr 1943"
        # Where nouns have a capital letter, one after a verb and a number is what it counts.
        nouns = lexicon.language.dates.capital_nouns and neighbours.word_after(row, match.end())[:1].isupper()
        if nouns and neighbours.plays_before("before_year_noun", row, place, lexicon):
            return True  # "wurde 1974 Kanzler"
        return not nouns and neighbours.plays_before("also_before_year", row, place, lexicon)
    if neighbours.plays_before("unit year", row, place, lexicon):
        return True
    if not neighbours.plays_before("before_year", row, place, lexicon):
        return False
    return match.start("last") >= 0 or surroundings.ends_here(row, match.end(), lexicon)


def _after_article(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a number after an article, "el 2012", counts nothing and numbers nothing ("el 1500 de la")."""
    if not neighbours.plays_before("year_article", row, start, lexicon):
        return False
    at, language = neighbours.after(row, start + 1), lexicon.language
    following = row.word(at)
    if neighbours.followed_by_of(row, start + 1, lexicon):
        return False
    if following in language.quoting.prepositions and surroundings.counts(row, at + 1, lexicon):
        return False  # "el 2000 por ciento"
    acts = following.islower() and tense_of("", following, language) is not None
    return acts or following in language.dates.ranges["to"] or surroundings.may_be_year(row, start, lexicon)


def _beside_another(row: Row, mark: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a year stands before it (or after, where a language says "year" with most): "1905 and 1907"."""
    words = neighbours.signs_of("range", lexicon)
    if _begins_list(row, after, lexicon):
        return True
    if mark >= 1 and row.signs[mark] in words and row.word(mark)[0].isalpha():
        at = neighbours.before(row, mark)
        if at >= 0 and row.signs[at] == FOUR_YEAR:
            return True
    named = mark >= 0 and row.signs[mark] == NAME
    if not (named or lexicon.language.dates.before_year) or row.signs[after : after + 1] not in words:
        return False
    at = neighbours.after(row, after + 1)
    if row.signs[at : at + 1] != FOUR_YEAR or surroundings.counts(row, at + 1, lexicon):
        return False
    return row.word(after)[0].isalpha()


def _after_another(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a year of four figures, or of two with their apostrophe, stands before another in a list: "in
    1982, '85 and '87".
    """
    mark = neighbours.before(row, start)
    joined = mark > 0 and (row.signs[mark] == "," or row.signs[mark] in neighbours.signs_of("both", lexicon))
    if not joined or surroundings.counts(row, start + 2, lexicon):
        return False
    at = neighbours.before(row, mark)
    return row.signs[at] == FOUR_YEAR or (
        at > 0 and row.signs[at] in _TWO_FIGURES and row.word(at - 1) in "'’"
    )


def _begins_list(row: Row, after: int, lexicon: Lexicon) -> bool:
    """Whether two more years follow, with a comma first, that count nothing: "nur 2003, 2017 und 2002"."""
    words = neighbours.signs_of("both", lexicon)
    if row.signs[after : after + 1] != ",":
        return False
    second = neighbours.after(row, after + 1)
    joint = neighbours.after(row, second + 1)
    third = neighbours.after(row, joint + 1)
    years = row.signs[second : second + 1] == row.signs[third : third + 1] == FOUR_YEAR
    return years and row.signs[joint] in words and not surroundings.counts(row, third + 1, lexicon)


def _found(
    match: re.Match[str],
    row: Row,
    rule: str,
    first: Moment,
    last: Moment | None = None,
    *,
    unsaid: bool = False,
) -> Expression:
    start, end = row.starts[match.start()], row.starts[match.end()]
    stretch = Stretch.ONE if last is None else Stretch.PERIOD
    return Expression(start, end, rule, first, last, stretch, century_unsaid=unsaid)
