"""Years for dates without one: of the day of writing, or of the story."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, exists, ordinal
from edition.converter.forms.dates.sentences.sentences import (
    begins_clause,
    begins_sentence,
    clause_ends_between,
    clause_has,
    ends_between,
    follows,
    in_relative_clause,
    is_set_apart,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import (
    is_future,
    is_past_clause,
    words_of_clause,
    words_to_end,
)
from edition.converter.forms.dates.telling.known_days import year_of_known_day
from edition.converter.forms.dates.telling.narrative_years import narrative_year
from edition.converter.forms.dates.telling.nearest_years import (
    OF_THE_NEWS,
    has_weekday,
    is_of_another_year,
    nearest_year,
)
from edition.converter.forms.dates.telling.passing import says_more
from edition.converter.forms.dates.telling.same_unit import only_began
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.forms.dates.telling.years_beside import year_beside
from edition.converter.forms.dates.telling.years_in_news import (
    goes_on_to_come,
    is_said_of_now,
    year_of_days_before,
)

_BESIDE = 300  # characters back to which a year reaches in texts that tell no story
_QUOTED = 800  # characters back to where quoted words begin
_FEW = 4  # dates back in which that before the one told last is looked for
_UNDER = 2  # passages from a year to the first entry under it
_RIGHT_BEFORE = 60  # days
_RIGHT_AFTER = 8  # characters from a day to the weekday that says more of it
_AFTER_DAYS = 40  # characters between "two weeks later" and the day that it is


def year_for(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year of an expression without one, and the offset of the date that told it; None for neither.

    It is that nearest to the day of writing, or the one that the story has come to.
    """
    known = year_of_known_day(story, one)
    if known is not None:
        return known, story.writing_place
    beside = year_beside(story, one) or _of_its_day(story, one)
    if beside is not None:
        return beside
    writing, told = story.writing, story.recent_year(one.start)
    earlier = writing or story.before
    if one.start in story.letter_heads and earlier is not None:
        return _next_letter(one, earlier), story.writing_place
    over = story.year_over
    if over is not None and over.place > story.writing_place and _is_under(story, one, over):
        return over.moment.year or 0, over.place
    if one.start in story.entries and writing is not None:
        return _next_entry(story, one, writing), story.writing_place
    if one.start in story.entries and one.start > min(story.entries):
        return None  # the entry before has no year, and one that it names in passing is another
    if story.passage.quotation >= 0 and told is None:
        written = story.passage.written
        return ((written.year or 0), story.passage.start) if written is not None else None
    if writing is None and story.of_today and told is not None and _is_in_passing(story, one, told):
        return None
    if (
        writing is None
        and story.number in story.present
        and (told is None or told.place < story.spoke_of_now)
    ):
        return None  # news of a year that is not said
    if writing is None and told is not None and told.passage != story.number:
        named = story.days.get((one.first.number or 0, one.first.day or 0))
        if named is not None:
            return named  # "19 July 1936 … On 19 July", in a passage that names no year before it
    if writing is None and told is not None and told.spans_years() and told is story.heading:
        return None  # under "1986–1993"
    elsewhere = told is not None and told.passage != story.number
    if writing is None and told is not None and elsewhere and _is_not_of(story, one, told):
        return None
    if writing is None or story.passage.quotation >= 0:
        return (narrative_year(story, one, told), told.place) if told is not None else None
    if told is not None and _goes_by_the_story(story, one, told, writing):
        year = narrative_year(story, one, told)
        to_come = _would_be_to_come(story, one, told, year, writing)
        if not to_come and has_weekday(story, one.first._replace(year=year)):
            return year, told.place
        nearest = nearest_year(story, one, writing), story.writing_place
        fits = has_weekday(story, one.first._replace(year=nearest[0]))
        return nearest if to_come or fits else (year, told.place)
    nearest = nearest_year(story, one, writing), story.writing_place
    before = year_of_days_before(story, one, nearest[0])
    if before is not None:
        return before
    by_story = told is not None and told.last.year == nearest[0]
    if not by_story and not has_weekday(story, one.first._replace(year=nearest[0])):
        return None  # "Do 6.8." of a year in which, as in those beside it, it is none
    return None if is_of_another_year(one, nearest[0], writing) else nearest


def _of_its_day(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year of the day right before of which a weekday only says more: "6-го октября. Пятница"."""
    named = story.named
    if one.rule != "weekday" or named is None or named.moment != named.last or not named.is_day():
        return None
    same = named.moment[2:4] == one.first[2:4] and one.start - named.place <= _RIGHT_AFTER
    return (named.moment.year or 0, named.place) if same else None


def _would_be_to_come(story: Story, one: Expression, told: Told, year: int, writing: Moment) -> bool:
    """Whether a date in a year would be after the day of writing, and its clause tells of what was: "Vom 1.
    Januar 1980 an … – der Bundestag hat am 3. Juli". In the year of writing, which the text has not named,
    also where it does not speak of what is to come.
    """
    if year > (writing.year or 0):
        return is_past_clause(story.text, one.start, one.end, story.language)
    named = told.explicit and not told.by_story
    if named or one.first._replace(year=year).first() <= writing.last():
        return False
    return is_future(story.text, one.start, one.end, story.language) is not True


def _is_in_passing(story: Story, one: Expression, told: Told) -> bool:
    """Whether a year leaves alone what follows it in a debate whose day is not known, which names years of
    many times: one some sentences back, or one only as a limit ("who would be ahead by 1970").
    """
    if one.start - told.place > _BESIDE:
        return True
    limits = story.language.dates.before_limit
    over = ends_between(story.text, told.place, one.start)
    return over and told.moment.unit is Unit.YEAR and follows(story.text, told.place, limits)


def _is_not_of(story: Story, one: Expression, told: Told) -> bool:
    """Whether a date is not of the year that another passage told last, in a text whose day is not known."""
    return _will_be(story, one) or _was_before(story, one, told)


def _was_before(story: Story, one: Expression, told: Told) -> bool:
    """Whether a year, or half of one, later than what was told before was told of what is to come, in a text
    whose day is not known, and a sentence goes back to what was: "it will be lower in 1961. … In December we
    began".
    """
    text, language = story.text, story.language
    if told.moment.unit > Unit.HALF:
        return False
    before = next((one for one in reversed(story.told[-_FEW:]) if one.place < told.place), None)
    if before is not None and (told.moment.year or 0) <= before.last.last()[0]:
        return False
    if is_future(text, told.place, told.place, language) is not True:
        return False
    return is_future(text, one.start, one.end, language) is False


def _will_be(story: Story, one: Expression) -> bool:
    """Whether a clause says what will be, outside quoted words, where the year told last is of another
    passage: a text whose day is not known speaks from it, "On September 16 he will have served for as long".
    """
    text, language = story.text, story.language
    if not language.dates.will:
        return False
    words, after = words_of_clause(text, one.start, one.end, language)
    if begins_clause(text, one.start):
        after = words_to_end(text, one.end, language)
    if language.dates.will.isdisjoint(word.lower() for word in (*words, *after)):
        return False
    before = text[max(story.passage.start, one.start - _QUOTED) : one.start]
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")


def _goes_by_the_story(story: Story, one: Expression, told: Told, writing: Moment) -> bool:
    """Whether a date in the passage that is read goes by the date told last, and not by the day of writing:
    after a date of another time there with no "yesterday" since, or in a history where the passage has none.
    """
    if _opens_with_year(story, one, told, writing) or goes_on_to_come(story, one, told, writing):
        return True
    if story.history and story.number not in story.present:
        if _follows_one_to_come(story, writing) or _is_of_now(story, told):
            return False
        apart = in_relative_clause(story.text, told.place, story.language)
        apart = apart and clause_ends_between(story.text, told.place, one.start)
        to_come = story.given and one.first.unit is Unit.DAY and (apart or told.passage != story.number)
        return not (to_come and is_future(story.text, one.start, one.end, story.language))
    if is_said_of_now(story, one):
        return False
    of_story = told.explicit or (told.goes_on and _comes_beside(story, one, told))
    far = abs((told.moment.year or 0) - (writing.year or 0)) > 1
    of_day = far and told.is_day() and story.spoke_of_now == told.place  # "ten years ago today"
    here = told.passage == story.number and (of_day or (of_story and story.spoke_of_now < told.place))
    if told.moment.year != told.last.year:
        return False  # "between April 2009 and November 2014"
    if (told.moment.year or 0) > (writing.year or 0) + 1:
        return False  # nothing is told of what is to come in years: "bonds due in 2029"
    if told.moment.unit is Unit.YEAR:
        # "founded in 1946"; nor "The firm, which was founded in 1946, closed in May"
        opens = begins_sentence(story.text, told.place)
        here = here and (opens or not ends_between(story.text, told.place, one.start))
        here = here and not is_set_apart(story.text, told.place)
    here = here and not _is_passed(story, one, told) and not _only_says_since(story, one, told)
    if not here or not far or one.first.unit in OF_THE_NEWS:
        return False  # quarters are those of the news, also of a firm "founded in 1946"
    return is_future(story.text, one.start, one.end, story.language) is not True


def _is_of_now(story: Story, told: Told) -> bool:
    """Whether a year was counted from the day of writing, which is known from elsewhere, in a passage before:
    "last year" is none of the story's.
    """
    return story.given and told.counted and not told.goes_on and told.passage != story.number


def _follows_one_to_come(story: Story, writing: Moment) -> bool:
    """Whether the date named right before, in the same passage, is counted from the day of writing to one to
    come: "Next year she leaves. The school holidays begin on 10 July".
    """
    named = story.named
    if named is None or not named.counted or named.passage != story.number:
        return False
    return named.moment.first() > writing.first()


def _is_passed(story: Story, one: Expression, told: Told) -> bool:
    """Whether a date only said more of what was named, in a relative clause that is over ("Mr. Low, who came
    in May 1987, left"), or in a sentence that had told of a day by that of writing, and is over.
    """
    if says_more(story.text, told.place, story.language):
        return clause_ends_between(story.text, told.place, one.start)
    if only_began(story, told, one):
        return True
    if story.spoke_of_now < 0 or ends_between(story.text, story.spoke_of_now, told.place):
        return False
    return ends_between(story.text, told.place, one.start)


def _only_says_since(story: Story, one: Expression, told: Told) -> bool:
    """Whether a date only says since when something is so, in a sentence after that of another time: "He
    scored in 1983. Kolb, out since Nov. 20, is back".
    """
    since = follows(story.text, one.start, story.language.dates.since)
    return since and ends_between(story.text, told.place, one.start) and not story.history


def _comes_beside(story: Story, one: Expression, told: Told) -> bool:
    """Whether a story that goes on from a date comes to a month or a day after it, or tells what had been
    right before it: "hatte Ende April das Gerüst geprüft".
    """
    beside = one.first._replace(year=narrative_year(story, one, told))
    if beside.unit is Unit.DAY and not exists(beside.year, beside.number or 0, beside.day or 0):
        return False  # 29 February
    there = beside.last()
    if there >= told.moment.first():
        return True
    before = ordinal(told.moment.first()) - ordinal(there) <= _RIGHT_BEFORE
    had = story.language.dates.had
    return before and told.is_day() and bool(had) and clause_has(story.text, one.start, one.end, had)


def _opens_with_year(story: Story, one: Expression, told: Told, writing: Moment) -> bool:
    """Whether the sentence of a month or a day begins with its year, one near to that of writing: "For 1986
    they had planned five, in May".
    """
    if one.first.unit in OF_THE_NEWS or abs((told.moment.year or 0) - (writing.year or 0)) > 1:
        return False
    if not told.explicit or told.moment.unit is not Unit.YEAR or told.moment != told.last:
        return False
    lead = story.text[max(0, told.place - _AFTER_DAYS) : told.place].rpartition(".")[2].split()
    dates = story.language.dates
    articles = set(dates.before_adjective).intersection(dates.determiners)
    if len(lead) > 1 or (lead and lead[0].lower() in articles):
        return False  # "The budget for 1986", "The 1986 model"
    over = one.first._replace(year=told.moment.year).last() < writing.first()
    if over and is_future(story.text, one.start, one.end, story.language):
        return False  # "1986 payments will be made in October"
    return begins_sentence(story.text, told.place) and not ends_between(story.text, told.place, one.start)


def _is_under(story: Story, one: Expression, over: Told) -> bool:
    """Whether an entry, or a month over entries, stands right under the line of a year."""
    in_line = one.start in story.entries or one.first.unit is Unit.MONTH
    return in_line and story.number - over.passage <= _UNDER


def _next_letter(one: Expression, before: Moment) -> int:
    """The year of a letter, which is later than the one before, or hardly earlier: than its postmark, too."""
    year = before.year or 0
    number, day = one.first.number or 1, one.first.day or 1
    if not exists(year, number, day):
        return year + 1
    return year if ordinal((year, number, day)) >= ordinal(before.first()) - _RIGHT_BEFORE else year + 1


def _next_entry(story: Story, one: Expression, before: Moment) -> int:
    """The year of an entry of a diary, which goes forward from the one before."""
    year = before.year or 0
    earlier = (one.first.number or 0, one.first.day or 0) < before.first()[1:]
    return year + 1 if earlier and not story.given else year
