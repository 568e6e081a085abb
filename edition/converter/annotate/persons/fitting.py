"""The records that a mention may be of: by full name, by the surname alone, by the given name alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from edition.converter.annotate.persons.records import RANKED, Mention, Record, Records, key_of
from edition.converter.languages.table import given_names, womens_names

_SPEAKS = "verb of saying"
_FAR = 6000  # characters between the full name of someone and a given name that is still his


def fitting_records(mention: Mention, records: Records) -> list[Record]:
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


def call_by_given_names(parsed: Sequence[Mention], records: Records) -> None:
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
            for record in fitting_records(mention, records):
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
