"""Who is named in a text: its names tied to records, those of speakers and of the edition's lists first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.annotate.listed import DISPUTED, Prepared, disputed
from edition.converter.annotate.mentions import mentions_on_record
from edition.converter.annotate.participants import Participants, labels_in, participants
from edition.converter.annotate.persons import identify
from edition.converter.forms.names import form_of, parse_name
from edition.converter.languages import Language
from edition.model import Annotation, Block, Person, Source


class Named(NamedTuple):
    """Who speaks in a text, the records of all whom it names, and its annotations with those of persons tied
    to records, in the order of the text.
    """

    speaking: Participants
    persons: Sequence[Person]
    annotations: Sequence[Annotation]


def named(
    blocks: Sequence[Block],
    kept: Sequence[Annotation],
    lists: Prepared,
    source: Source,
    language: Language,
    *,
    running: Sequence[Block],
    marks: Sequence[Annotation],
    small: frozenset[str],
) -> Named:
    """Tie the names among `kept` to records, and find them again in the blocks of running text. `small` are
    the words that the text writes in small letters.
    """
    mentions = [a for a in kept if a.element == "persName" and a.get("ref") is None and a.rule != DISPUTED]
    near = lists.speaking(labels_in(blocks, source)) if lists.persons else []
    speaking = participants(blocks, marks, source, language, small=small, listed=near)
    met = {person.id for person in speaking.persons}
    unmet = [person for person in _meant(kept, mentions, lists, source, language) if person.id not in met]
    taken = [entry.id for entry in lists.entries]
    tied, people = identify(mentions, source, language, (*speaking.persons, *unmet), taken)
    pointed = frozenset((a.get("ref") or "#")[1:] for a in (*kept, *tied) if a.element == "persName")
    absent = {person.id for person in unmet} - pointed
    people = [person for person in people if person.id not in absent]
    is_mention = set(mentions)
    others = disputed((a for a in kept if a not in is_mention), people, pointed, source, language)
    again = mentions_on_record(running, [*others, *tied], people, source, language, small=small)
    return Named(speaking, people, sorted((*others, *tied, *again), key=lambda a: a.span.start))


def _meant(
    kept: Sequence[Annotation],
    mentions: Sequence[Annotation],
    lists: Prepared,
    source: Source,
    language: Language,
) -> list[Person]:
    """The persons of the lists whom the text names, in the order of the list: by a name that they have there,
    or by one that fits it ("A. Miller"). A surname alone means those whom the text names otherwise, if any.
    """
    if not lists.persons:
        return []
    ids = {(a.get("ref") or "#")[1:] for a in kept if a.element == "persName"}
    meant = {person.id for person in lists.persons if person.id in ids}
    forms = dict.fromkeys(form_of(source.slice(mention.span)) for mention in mentions)
    parsed = dict.fromkeys(parse_name(form, language) for form in forms)
    for bare in (False, True):
        for name in parsed:
            if name is not None and bool(name.given) is not bare:
                fitting = {person.id for person in lists.fitting(name)}
                if not (bare and fitting & meant):
                    meant |= fitting
    return [person for person in lists.persons if person.id in meant]
