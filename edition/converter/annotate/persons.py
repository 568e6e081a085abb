"""Persons: every name in the text tied to one record for each person.

Two spellings share a record when the surname is the same and no given name, initial or form of address
speaks against it ("Mrs. Dane" is not Edwin Dane). A name that could be either of two persons is marked and
tied to none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from edition.converter.annotate.records import RANKED, Mention, Record, Records, key_of
from edition.converter.forms.despatches import agency_in_brackets, agency_under
from edition.converter.forms.finding_names import find_names
from edition.converter.forms.finding_names.honorifics import is_abbreviated
from edition.converter.forms.identifiers import identifier
from edition.converter.forms.letters import fold
from edition.converter.forms.listed import natural_order
from edition.converter.forms.names import Name, form_of, is_organisation, parse_name
from edition.converter.forms.references import read_name, without_others
from edition.converter.forms.speakers import Gender, is_role, parse_speaker, words_of
from edition.converter.languages import Language
from edition.converter.languages.table import given_names, pronouns_of_names, womens_names
from edition.model import Annotation, Block, Certainty, Person, Source, Span

_SPEAKS = "verb of saying"
_ADDRESS = 16  # characters before a name in which its form of address stands
_IN_REFERENCE = ("reference:", "credit")
_TITLE = re.compile(r"(?<![^\W_])([^\W\d_]+)(\.?)(?:[ \u00a0\t]+|[ \t]*\n[ \t]*)$")
_AGENCY = "agency under a despatch"
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)\s+")
_ENDED = re.compile(r"([^\W\d_])\.\s+([^\W\d_]+)")
_FAR = 6000  # characters between the full name of someone and a given name that is still his
_SIGNS = "_=* .,;\n"
AUTHOR = "author: reference"  # whose name may stand with the family name first
_OTHER_IDS = ("edition", "source")  # what else has an xml:id in our documents


def names(block: Block, source: Source, language: Language) -> list[Annotation]:
    """Names in the block that show by themselves that they are names of persons."""
    if block.rule == _AGENCY:
        return agency(block, source)
    spans = _signing(block, source, language) if block.kind == "signed" else [block.span]
    return [
        Annotation("persName", Span(span.start + found.start, span.start + found.end), (), found.rule)
        for span in spans
        for found in find_names(source.slice(span), language)
    ]


def agency(block: Block, source: Source) -> list[Annotation]:
    """The agency that is named under a despatch."""
    words = source.slice(block.span)
    named = agency_under(words) or agency_in_brackets(words)
    start = block.span.start
    return [Annotation("orgName", Span(start + named[0], start + named[1]), (), _AGENCY)] if named else []


def _signing(block: Block, source: Source, language: Language) -> Iterator[Span]:
    """The lines of a signature, of which each says something of its own: the name, the place. What the writer
    is to the reader is no part of a name ("Dein K. Marx").
    """
    letters = language.letters
    beside = letters.closings | letters.devotion
    start = block.span.start
    for line in source.slice(block.span).splitlines(keepends=True):
        begin, end = 0, len(line.rstrip())
        while (word := _FIRST_WORD.match(line, begin, end)) is not None and fold(word[1]) in beside:
            begin = word.end()
        yield Span(start + begin, start + end)
        start += len(line)


def without_ended_sentences(
    found: Iterable[Annotation], source: Source, small: frozenset[str]
) -> list[Annotation]:
    """What is found without the names that are the end of a sentence and the beginning of the next ("So did
    I. Grave was her face"): the letter stands in the text without a full stop as well, the word in small
    letters.
    """
    alone: dict[str, bool] = {}

    def stands_alone(letter: str) -> bool:
        if letter not in alone:
            alone[letter] = re.search(rf"(?<=[^\W_A-Z] ){letter}(?=[ ,;:])", source.text) is not None
        return alone[letter]

    kept = []
    for annotation in found:
        if annotation.element == "persName" and annotation.rule == "initials":
            ends = _ENDED.fullmatch(source.slice(annotation.span))
            if ends is not None and ends[2].casefold() in small and stands_alone(ends[1]):
                continue
        kept.append(annotation)
    return kept


def authors(annotations: Iterable[Annotation], source: Source, language: Language) -> list[Annotation]:
    """A persName, or an orgName for a body, inside each `author`, `editor` and `docAuthor`."""
    found = []
    for annotation in annotations:
        if annotation.rule.startswith(_IN_REFERENCE) and annotation.element in ("author", "editor"):
            words = source.slice(annotation.span)
            inner = words.strip(_SIGNS) if words[:1] in _SIGNS else words  # italics
            name = without_others(inner)
            start = annotation.span.start + words.index(inner)
            span = Span(start, start + len(name))
            if read_name(name, language) is not None:
                found.append(Annotation("persName", span, (), AUTHOR))
            elif is_organisation(" ".join(name.split()), language):
                found.append(Annotation("orgName", span, (), AUTHOR))
            continue
        if annotation.element in ("author", "docAuthor"):
            name = source.slice(annotation.span)
            if parse_name(name, language) is not None:
                found.append(Annotation("persName", annotation.span, (), "author"))
            elif is_organisation(name, language):
                found.append(Annotation("orgName", annotation.span, (), "author"))
    return found


def identify(
    mentions: Sequence[Annotation],
    source: Source,
    language: Language,
    known: Sequence[Person] = (),
    taken: Iterable[str] = (),
) -> tuple[list[Annotation], list[Person]]:
    """The mentions with `@ref` to a record each, and the records: the `known` persons first, as they come,
    then the others in the order of first mention.

    `mentions` are persName annotations in the order of the text. A mention that could be either of
    two persons gets no `@ref`. A known person without an id is given one, none of those `taken`.
    """
    records = Records(two_surnames=language.persons.two_surnames)
    given = [_known(person, records, language) for person in known]
    parsed = [_mention(mention, source, language) for mention in mentions]
    records.alone = frozenset(m.name.key for m in parsed if m.name is not None and not m.name.given)
    for bare in (False, True):
        if bare:
            _call_by_given_names(parsed, records)
        for mention in parsed:
            if mention.name is not None and bool(mention.name.given) is not bare:
                _file(records, mention)
    ours = {id(record) for record in given}
    ordered = [*given, *(record for record in _in_order(parsed, records) if id(record) not in ours)]
    _number(ordered, taken)
    tied = [_tie(mention, records, source) for mention in parsed]
    return tied, [_person(record) for record in ordered]


def _mention(annotation: Annotation, source: Source, language: Language) -> Mention:
    form = form_of(source.slice(annotation.span))
    name = read_name(form, language) if annotation.rule == AUTHOR else parse_name(form, language)
    start = annotation.span.start
    before = _TITLE.search(source.text, max(0, start - _ADDRESS), start)
    title = before[1] if before is not None else ""
    if before is not None and before[2] and not is_abbreviated(title, language):
        title = ""  # "... and her sister. Henry Lind"
    gender = _gender_of_title(title, language) or (_gender(name) if name is not None else "")
    return Mention(annotation, form, name, gender, _state_of_title(title, language))


def _gender_of_title(title: str, language: Language) -> Gender:
    """What a title tells of who bears it; a word for kin only where it has a capital ("Uncle Henry")."""
    folded = fold(title)
    kin = title[:1].isupper()
    if folded in language.labels.women or (kin and folded in language.persons.of_women):
        return "women"
    return "men" if folded in language.labels.men or (kin and folded in language.persons.of_men) else ""


def _state_of_title(title: str, language: Language) -> str:
    persons, folded = language.persons, fold(title)
    if folded in persons.married:
        return "married"
    if folded in persons.unmarried:
        return "unmarried"
    return RANKED if title in persons.ranks else ""


def _gender(name: Name) -> Gender:
    """What the first given name tells, if it is one that is known."""
    first = name.given[0] if name.given else ""
    if first in womens_names():
        return "women"
    return "men" if first in given_names() or pronouns_of_names().get(first) == "he" else ""


def numbered(people: Sequence[Person], language: Language, taken: Iterable[str] = ()) -> list[Person]:
    """The persons of an edition's list, each with an id; those that have one keep it. `taken` are ids of
    other records.
    """
    if all(person.id for person in people):
        return list(people)
    records = [_known(person, Records(), language) for person in people]
    _number(records, taken)
    return [replace(person, id=record.id) for person, record in zip(people, records, strict=True)]


def _person(record: Record) -> Person:
    evidence = ", ".join(record.rules)
    if record.known is not None:
        forms = tuple(dict.fromkeys((*record.known.forms, *record.forms)))
        return replace(record.known, id=record.id, forms=forms, evidence=evidence)
    return Person(id=record.id, forms=tuple(sorted(record.forms, key=len, reverse=True)), evidence=evidence)


def _known(person: Person, records: Records, language: Language) -> Record:
    """A record for a person who is known already; filed under the name, if it is one."""
    name = listed_name(person, language)
    record = Record(name or Name((), person.forms[0]), id=person.id, known=person)
    record.rules[person.evidence] = None
    label = parse_speaker(person.forms[0], language)
    if name is not None and name.given:
        record.gender = _gender(name)
    record.gender = record.gender or label.gender
    for title in label.title:
        record.gender = record.gender or _gender_of_title(title.capitalize(), language)
    counted = language.labels.ordinals.issuperset(words_of(person.forms[0]))  # "Third" is no surname
    if name is not None and person.kind == "person" and not counted:
        records.add(record)
    return record


def listed_name(person: Person, language: Language) -> Name | None:
    """The name of a person on record, taken apart; as the list says where it tells the surname."""
    form = natural_order(person.forms[0])
    if person.surname:
        given = tuple(word.strip(".,") for word in form.split() if word not in person.surname.split())
        return Name(given, person.surname)
    return parse_name(_cased(_bare(form, language)), language)


def _bare(form: str, language: Language) -> str:
    """A label without article, title and office before the name ("El señor MONTALVO"); an office whole."""
    label = parse_speaker(form, language)
    if is_role(label, language):
        return form
    table = language.labels
    beside = table.articles | table.titles | table.men | table.women | table.roles | table.abbreviations
    words = label.words.split()
    while len(words) > 1 and fold(words[0].rstrip(".")) in beside:
        words.pop(0)
    return " ".join(words)


def _cased(form: str) -> str:
    """A label in capitals as a name is written in running text ("KENNEDY" → "Kennedy")."""
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in form.split())


def with_forms(people: Sequence[Person], mentions: Iterable[Annotation], source: Source) -> list[Person]:
    """The records with every spelling that the mentions have: the name first, then the fuller before the less
    full.
    """
    forms: dict[str, dict[str, None]] = {person.id: dict.fromkeys(person.forms) for person in people}
    for mention in mentions:
        reference = mention.get("ref")
        if reference is not None:
            forms[reference[1:]][form_of(source.slice(mention.span))] = None
    for person in people:
        del forms[person.id][person.forms[0]]
    return [
        replace(
            person,
            forms=(person.forms[0], *sorted(forms[person.id], key=lambda form: (-len(form), form))),
        )
        for person in people
    ]


def _file(records: Records, mention: Mention) -> None:
    """Add a name to the one record it fits; start a record where it fits none."""
    assert mention.name is not None
    fitting = _fitting(mention, records)
    if len(fitting) == 1:
        records.take(fitting[0], mention)
    elif not fitting:
        record = Record(mention.name)
        record.take(mention)
        records.add(record)


def _call_by_given_names(parsed: Sequence[Mention], records: Records) -> None:
    """Files those who speak and are called by a given name ("said Anna") under it too, where one person alone
    has it and no one the like surname, and is named in full not far from where he speaks: someone of whom a
    history tells once, five chapters before, is another.
    """
    having: dict[str, dict[int, Record]] = defaultdict(dict)
    for record in records.all():
        for given in record.name.given[:1]:
            if len(given) > 1:
                having[key_of(given)][id(record)] = record
    calls: list[tuple[Mention, Record]] = []
    for mention in parsed:
        name = mention.name
        if name is not None and not name.given and mention.annotation.rule == _SPEAKS:
            called = having.get(name.key, {})
            if len(called) == 1 and not records.of(name.key):
                calls.extend((mention, record) for record in called.values())
    in_full: dict[int, list[int]] = defaultdict(list)
    meant = {record.name.key for _, record in calls}
    for mention in parsed:
        if mention.name is not None and mention.name.given and mention.name.key in meant:
            for record in _fitting(mention, records):
                in_full[id(record)].append(mention.annotation.span.start)
    for mention, record in calls:
        assert mention.name is not None
        near = record.known is not None or _is_near(mention.annotation.span.start, in_full[id(record)])
        if near and not records.of(mention.name.key):
            record.called = True
            records.call(record, mention.name.key)


def _is_near(offset: int, others: Sequence[int]) -> bool:
    """Whether one of the `others`, which are in order, stands not far from an offset."""
    place = bisect_left(others, offset)
    return any(abs(offset - other) <= _FAR for other in others[max(0, place - 1) : place + 1])


def _fitting(mention: Mention, records: Records) -> list[Record]:
    """The records that a mention may be of."""
    assert mention.name is not None
    if not mention.name.given:
        remembered = records.remembered(mention)
        return remembered if remembered is not None else records.remember(mention, _bearing(mention, records))
    fitting = records.fitting(mention)
    full = [record for record in fitting if record.name.given]
    # CATHERINE speaks beside PETKOFF: "Catherine Petkoff" is not the one who is called by the surname.
    return full if full or key_of(mention.name.given[0]) in records else fitting


def _bearing(mention: Mention, records: Records) -> list[Record]:
    """The records that a surname alone may be of. "Mrs. Dane" beside a man of that name is his wife, and none
    of the women whom the text names in full but never so.
    """
    assert mention.name is not None
    key = mention.name.key
    fitting = records.fitting(mention)
    if _is_womans_name(mention.name.surname):
        # "Margaret" alone is no one of whom she is the second name ("Gertrude Margaret").
        fitting = [r for r in fitting if not (r.name.given and r.name.surname == mention.name.surname)]
    firsts = [
        record
        for record in records.by_first_surname(key)
        if "" in (record.gender, mention.gender) or record.gender == mention.gender
    ]
    bare = [record for record in fitting if not record.name.given]
    fitting = [r for r in fitting if not records.goes_by_first_surname(r, key)]
    if firsts and not bare:
        return list({id(record): record for record in (*fitting, *firsts)}.values())
    if not fitting:
        return [record for record in records.of(key) if record.name.key != key]  # called by the given name
    if not (mention.gender or mention.state) and len(fitting) > 1:
        # "Eldridge" beside Captain Eldridge and Miss Eldridge: women are not called so, if they have a title.
        fitting = [r for r in fitting if r.name.given or r.state in ("", RANKED)] or fitting
    if mention.state == "married":
        fitting = [record for record in fitting if not record.called]  # "Mrs. Lennox" is not Mary, the child
    if mention.state == "married" and any(r.gender == "men" for r in records.of(key)):
        return [record for record in fitting if record.state == "married"]
    return fitting


def _is_womans_name(word: str) -> bool:
    return word in womens_names() and word in given_names()


def _tie(mention: Mention, records: Records, source: Source) -> Annotation:
    """The mention with its person, where it is just one, and on what evidence the rule says so."""
    annotation, name = mention.annotation, mention.name
    if name is None:
        return annotation
    fitting = _fitting(mention, records)
    if len(fitting) != 1:
        return annotation
    (record,) = fitting
    certainty = None if annotation.rule in ("author", AUTHOR) else Certainty.HIGH
    if not name.given and annotation.rule == "honorific":
        certainty = Certainty.MEDIUM
    rule = annotation.rule
    if record.name != name and record.first >= 0:
        line = source.position(record.first).line
        what = "initials agree with" if name.given else "same surname as"
        rule = f"name: {rule}; {what} the fullest name in line {line}"
    return replace(annotation, attributes=(("ref", f"#{record.id}"),), certainty=certainty, rule=rule)


def _in_order(parsed: Iterable[Mention], records: Records) -> list[Record]:
    """The records in the order of first mention."""
    ordered: dict[int, Record] = {}
    asked: set[tuple[Name, str, str]] = set()
    for mention in parsed:
        if mention.name is None or (mention.name, mention.gender, mention.state) in asked:
            continue
        asked.add((mention.name, mention.gender, mention.state))
        for record in _fitting(mention, records):
            ordered.setdefault(id(record), record)
    return list(ordered.values())


def _number(records: Sequence[Record], taken: Iterable[str] = ()) -> None:
    """Give each record that has none an id: surname, then given names ("lenin-v-i"); a number where two
    collide.
    """
    used = dict.fromkeys((*_OTHER_IDS, *taken), 1)
    used |= dict.fromkeys((record.id for record in records if record.id), 1)
    for record in records:
        if not record.id:
            slug = identifier(*record.name.filed, record.name.suffix) or "person"
            used[slug] = used.get(slug, 0) + 1
            record.id = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
