"""Mentions of persons already on record: a surname alone ("Lenin stressed"), or a spelling of theirs.

A surname alone belongs to the person who has it; where two have it, it is marked and tied to none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from edition.converter.forms.letters import APOSTROPHES, LOWER, UPPER
from edition.converter.forms.listed import natural_order
from edition.converter.forms.names import Name, first_surname, parse_name
from edition.converter.forms.namesakes import (
    belongs_to_other,
    is_called_after,
    is_form_of_address,
    name_goes_on,
    names_family,
)
from edition.converter.languages import Language
from edition.converter.languages.table import may_be_given_name
from edition.model import Annotation, Block, Certainty, Person, Source, Span

_CAPITALISED = re.compile(
    rf"[{UPPER}](?<![\w{APOSTROPHES}].)[{UPPER}{LOWER}]{{1,40}}"
    rf"(?:[{APOSTROPHES}-][{UPPER}][{LOWER}]{{1,40}}){{0,3}}"
)
_NAME_BEFORE = re.compile(rf"(?<![\w.])([{UPPER}][{LOWER}{UPPER}]{{1,40}})\s(?:[{UPPER}]\.\s?){{0,3}}$")
_SMALL_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{1,6})\s$")
_FEW = 20  # times as many mentions as those that stand like places: then they are a person's
_TAKEN = ("persName", "placeName", "orgName", "name", "title", "date")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write a person: the whole of it, and whether it is the surname and nothing else."""

    words: str
    person: Person
    alone: bool


class _Spellings:
    """The spellings of all persons with one surname, the longest first."""

    def __init__(self, spellings: Iterable[_Spelling]) -> None:
        self.all = sorted(spellings, key=lambda s: (-len(s.words), s.words, s.person.id))
        # By length and by the words in small letters: the first spelling, and whose it is.
        self._of_length: dict[int, dict[str, tuple[_Spelling, set[str]]]] = defaultdict(dict)
        for spelling in self.all:
            same = self._of_length[len(spelling.words)]
            same.setdefault(spelling.words.casefold(), (spelling, set()))[1].add(spelling.person.id)

    def standing(self, text: str, end: int, floor: int) -> tuple[_Spelling, set[str]] | None:
        """The longest that ends at `end` and begins a word not before `floor`, and the persons whose it is;
        capitals count as small letters.
        """
        for length, spellings in self._of_length.items():
            begin = end - length
            if begin >= floor and not text[begin - 1 : begin].isalnum():
                found = spellings.get(text[begin:end].casefold())
                if found is not None:
                    return found
        return None


def mentions_on_record(
    blocks: Sequence[Block],
    taken: Sequence[Annotation],
    people: Sequence[Person],
    source: Source,
    language: Language,
    *,
    small: frozenset[str],
) -> list[Annotation]:
    """The mentions in `blocks` of `people`, outside what is `taken`; in the order of the text. `small` are
    the words that the text writes in small letters.

    Not where another capitalised word follows ("Lenin Library"), and no surname that the text also
    writes as a common word ("Brown" beside "brown") or that is a month or a weekday.
    """
    spellings = _spellings(people, small, language)
    if not spellings:
        return []
    matches = [
        (match, block.span.start)
        for block in blocks
        for match in _CAPITALISED.finditer(source.text, block.span.start, block.span.end)
        if match.group().casefold() in spellings
    ]
    for place in _of_places_or_things(matches, source.text, language):
        del spellings[place]
    matches = [(match, floor) for match, floor in matches if match.group().casefold() in spellings]
    shared = _shared(matches, spellings, source.text, language)
    first = _first_full_mentions(taken)
    lines = {person: source.position(start).line for person, start in first.items()}
    reader = _Reader(source, first, lines, shared, language, small)
    free = _Free(taken)
    return [
        mention
        for match, floor in matches
        if (mention := reader.mention(match, spellings[match.group().casefold()], floor)) is not None
        and free.at(mention.span)
    ]


def _shared(
    matches: Iterable[tuple[re.Match[str], int]],
    spellings: dict[str, _Spellings],
    text: str,
    language: Language,
) -> set[str]:
    """The surnames that the text also gives to someone of whom there is no record ("Porfirio Díaz" beside
    Felix Díaz): before them stands a given name that no spelling has, or a word that stands nowhere else.
    """
    own = {
        surname: {
            word.strip(".,").casefold()
            for one in each.all
            for form in one.person.forms
            for word in form.split()
        }
        for surname, each in spellings.items()
    }
    shared: set[str] = set()
    strange: dict[str, set[str]] = defaultdict(set)
    for match, floor in matches:
        surname = match.group().casefold()
        if surname in shared:
            continue
        before = _NAME_BEFORE.search(text, max(floor, match.start() - 60), match.start())
        if before is None:
            continue
        first = before[1]
        if is_form_of_address(first, language):
            continue
        if first.casefold() in own[surname]:
            continue
        if may_be_given_name(first.capitalize()):
            shared.add(surname)
        elif not language.persons.nouns_in_capitals and first.casefold() not in language.calendar_words:
            strange[first].add(surname)
    for first, surnames in strange.items():
        if len(surnames) == 1 and shared.isdisjoint(surnames):
            (surname,) = surnames
            if not _stands_without(first, surname, text):
                shared.add(surname)
    return shared


def _stands_without(word: str, surname: str, text: str) -> bool:
    """Whether a word stands anywhere without the surname after it, in small letters or capitals."""
    pattern = rf"\b{re.escape(word)}\b(?!(?:\s(?:\w+|\w\.)){{0,2}}\s{re.escape(surname)}\b)"
    apart = re.compile(pattern, re.I)
    for written in dict.fromkeys((word, word.lower(), word.upper(), word.capitalize())):
        place = text.find(written)  # many times faster than a search for the pattern
        while place >= 0:
            if apart.match(text, place):
                return True
            place = text.find(written, place + 1)
    return False


def _of_places_or_things(
    matches: Iterable[tuple[re.Match[str], int]], text: str, language: Language
) -> set[str]:
    """The surnames that stand as places do ("in England"), or after articles: often where names have none
    ("the English"), at all where nouns have capitals.
    """
    total: Counter[str] = Counter()
    other: Counter[str] = Counter()
    noun: Counter[str] = Counter()
    articles = language.labels.articles
    for match, floor in matches:
        surname = match.group().casefold()
        total[surname] += 1
        before = _SMALL_BEFORE.search(text, max(floor, match.start() - 12), match.start())
        word = before[1].casefold() if before is not None else ""
        if word in language.persons.before_places:
            other[surname] += 1
        elif word in articles:
            (other if language.persons.nouns_in_capitals else noun)[surname] += 1
    found = {surname for surname, count in other.items() if count > 1 and count * _FEW > total[surname]}
    if not language.quoting.articles:
        found |= {surname for surname, count in noun.items() if count > 1 and 2 * count > total[surname]}
    return found


def _spellings(people: Sequence[Person], small: frozenset[str], language: Language) -> dict[str, _Spellings]:
    """The spellings of all persons by their last word."""
    known: dict[str, list[_Spelling]] = defaultdict(list)
    for person in people:
        name = parse_name(natural_order(person.forms[0]), language)
        if person.surname:
            name = Name((), person.surname)
        if name is not None and not name.given and name.surname in language.persons.peoples:
            continue  # ENGLISH in a cast list of heralds
        if name is not None and not name.is_regnal and not is_form_of_address(name.surname, language):
            last = name.surname.split()[-1].casefold()
            forms = {form for form in person.forms if form.split()[-1].casefold() == last}
            known[last] += [_Spelling(form, person, False) for form in forms if form != name.surname]
            known[last].append(_Spelling(name.surname, person, True))
            first = first_surname(name) if language.persons.two_surnames else ""
            if first and first != name.surname:
                known[first.casefold()].append(_Spelling(first, person, True))
            for form in person.forms[1:]:
                if form in name.given:  # who is called by the given name alone
                    known[form.casefold()].append(_Spelling(form, person, True))
    if known:
        for word in (_calendar(language) | small) & known.keys():
            del known[word]
    return {last: _Spellings(found) for last, found in known.items()}


def _calendar(language: Language) -> set[str]:
    """Words of the calendar, which are no one's name ("May")."""
    dates = language.dates
    words = {name for names in (*dates.all_months, *dates.weekdays, *dates.seasons) for name in names}
    return {word.casefold() for word in words}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads names in a text; `first` holds where each person is first named in full, `lines` the lines of
    these places, `shared` the surnames of others too.
    """

    source: Source
    first: dict[str, int]
    lines: dict[str, int]
    shared: set[str]
    language: Language
    small: frozenset[str]

    def mention(self, match: re.Match[str], known: _Spellings, floor: int) -> Annotation | None:
        """The mention that ends with the word at `match`, by the longest spelling that stands there."""
        text, end = self.source.text, match.end()
        if match.group() in self.language.persons.not_names or name_goes_on(text, end):
            return None
        standing = known.standing(text, end, floor)
        if standing is None:
            return None
        longest, persons = standing
        span = Span(end - len(longest.words), end)
        if longest.alone and belongs_to_other(text, span.start, floor, self.language, self.small):
            return None
        if is_called_after(text, span.start, floor, self.language):
            return None
        of_others = match.group().casefold() in self.shared or names_family(text, span, self.language)
        if len(persons) > 1 or (longest.alone and of_others):
            return Annotation("persName", span, (), "surname alone")
        (person,) = persons
        # Newspapers give a name in full first; a surname before that is less sure.
        sure = not longest.alone or span.start > self.first.get(person, len(text))
        rule = "name on record"
        if longest.alone:
            rule = "surname alone"
            if person in self.first:
                rule = f"name: {rule}; first in full in line {self.lines[person]}"
        certainty = Certainty.HIGH if sure else Certainty.MEDIUM
        return Annotation("persName", span, (("ref", f"#{person}"),), rule, certainty)


def _first_full_mentions(taken: Iterable[Annotation]) -> dict[str, int]:
    """Offset of the first sure mention of each person: by given name, initials, or as an author."""
    first: dict[str, int] = {}
    for mention in taken:
        reference = mention.get("ref") if mention.element == "persName" else None
        if reference is not None and mention.certainty is not Certainty.MEDIUM:
            first.setdefault(reference[1:], mention.span.start)
    return first


class _Free:
    """Which places are not taken; asked in the order of the text."""

    def __init__(self, taken: Iterable[Annotation]) -> None:
        spans = sorted(a.span for a in taken if a.element in _TAKEN)
        self._spans: Iterator[Span] = iter(spans)
        self._next = next(self._spans, None)

    def at(self, span: Span) -> bool:
        """Whether no character of `span` is taken."""
        while self._next is not None and self._next.end <= span.start:
            self._next = next(self._spans, None)
        return self._next is None or self._next.start >= span.end
