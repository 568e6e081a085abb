"""What stands in quotation marks, as annotations: what it is and who speaks it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.converter.annotate.quoting.descriptions import NARRATOR, Descriptions
from edition.converter.annotate.quoting.kinds import Kind, kind_of
from edition.converter.annotate.quoting.naming import Naming
from edition.converter.annotate.quoting.speakers import Speakers
from edition.converter.annotate.quoting.turns import Attributed
from edition.converter.annotate.quoting.utterance import Passage, Utterance, passages, read_clauses
from edition.converter.forms.identifiers import identifier
from edition.converter.forms.quoting.subjects import Subject
from edition.converter.languages import Language
from edition.converter.languages.table import may_be_given_name
from edition.model import Annotation, Block, Person, Source, Span

_DIALOGUE = 0.12  # of the paragraphs that begin with a mark, in a text with dialogue
_MARKS = "\"'“”„«»‹›‘’"
_MANY = 3  # such paragraphs

# Genres in which a dash at the beginning of a paragraph has other meanings.
_WITHOUT_DASHES = frozenset({"drama", "debate", "interview", "verse"})


@dataclass(frozen=True, slots=True)
class Marked:
    """The annotations of a text's quotation marks, and records for speakers that are no names."""

    annotations: tuple[Annotation, ...]
    persons: tuple[Person, ...]
    speakers: frozenset[str]


class Quoting:
    """The quotation marks of one text: found first, tied to persons when those are known.

    `quoted` are the offsets at which paragraphs of block quotations begin, `small` the words that the text
    writes in small letters.
    """

    def __init__(
        self,
        leaves: Sequence[Block],
        quoted: frozenset[int],
        source: Source,
        language: Language,
        *,
        small: frozenset[str],
        genre: str = "",
    ) -> None:
        self._source = source
        self._language = language
        self._small = small
        self._read_with: Mapping[int, int] | None = None
        self._found = passages(leaves, quoted, source, language, dashes=genre not in _WITHOUT_DASHES)

    def names(self, taken: Iterable[Annotation]) -> list[Annotation]:
        """Names that show themselves by a verb of saying beside the marks, beside those `taken` already.

        A common word that stands first in its sentence ("Two said") is none, unless it is one elsewhere.
        """
        taken = list(taken)
        ends = {a.span.start: a.span.end for a in taken if a.element == "persName"}
        read_clauses(self._found, self._source, self._language, ends)
        self._read_with = ends
        held = sorted(a.span for a in taken if a.element in ("persName", "orgName", "date", "placeName"))
        spans: dict[Span, None] = {}
        for subject in self._subjects():
            span = self._without_adverb(Span(subject.start, subject.end))
            near = held[max(0, bisect_left(held, span) - 1) :][:3]
            if subject.kind != "name" or self._is_counted_or_told_of(span):
                continue
            if not any(a < span.end and span.start < b for a, b in near):
                spans[span] = None
        inside = {self._source.slice(span) for span in spans if not self._stands_first(span)}
        return [
            Annotation("persName", span, (), "verb of saying")
            for span in sorted(spans)
            if not self._stands_first(span)
            or self._source.slice(span) in inside
            or self._source.slice(span).lower() not in self._small
        ]

    def _subjects(self) -> Iterator[Subject]:
        """The subjects of all clauses of saying, in the order of the text."""
        for passage in self._found:
            for utterance in passage.utterances:
                for clause in (utterance.before, utterance.after):
                    if clause is not None and clause.subject is not None:
                        yield clause.subject

    def _without_adverb(self, span: Span) -> Span:
        """A given name without the word that begins its sentence ("Next Mary opened the door, saying"), and a
        full name without a noun for people ("Journalist Noah Venn").
        """
        first, _, rest = self._source.slice(span).partition(" ")
        if not rest or not self._stands_first(span) or may_be_given_name(first):
            return span
        ordinary = first.lower() in self._small and may_be_given_name(rest.split()[0])
        told = first.lower() in self._language.quoting.people and len(rest.split()) > 1
        return Span(span.end - len(rest), span.end) if ordinary or told else span

    def _is_counted_or_told_of(self, span: Span) -> bool:
        """Whether an article or a number makes a noun of a word in capitals ("the Texan said", "19 Senators
        wrote"): not where names have articles as well, and not before a given name.
        """
        words = self._language.quoting
        first = self._source.slice(span).split()[0]
        if words.articles or may_be_given_name(first) or first[1:2] in ("", "."):
            return False
        ahead = self._source.text[max(0, span.start - 24) : span.start].split()
        while ahead and ahead[-1].lower() in words.before_names:
            ahead.pop()
        if ahead and ahead[-1] in self._language.persons.peoples:
            return True  # "Danish Sailors said"
        return bool(ahead) and (ahead[-1].lower() in words.determiners or ahead[-1].isdigit())

    def _stands_first(self, span: Span) -> bool:
        """Whether a word begins a sentence, so that its capital says nothing."""
        ahead = self._source.text[max(0, span.start - 6) : span.start].rstrip()
        return not ahead or ahead[-1] in ".!?…:" or (ahead[-1] in _MARKS and ahead[-2:-1] != ",")

    def marked(self, mentions: Sequence[Annotation], people: Sequence[Person]) -> Marked:
        """The annotations, with `@who` where it is known. `mentions` are all persName with `@ref`."""
        if not self._found:
            return Marked((), (), frozenset())
        ends = {a.span.start: a.span.end for a in mentions}
        read_clauses(self._found, self._source, self._language, ends, self._read_with)
        narrative = self._has_dialogue()
        kinds: dict[int, Kind] = {}
        for passage in self._found:
            for utterance in passage.utterances:
                kind = kind_of(utterance, passage, self._source.text, self._language, narrative=narrative)
                if kind is not None:
                    kinds[utterance.quoted.start] = kind
        _of_one_piece(self._found, kinds)
        described = Descriptions(self._language)
        naming = Naming(mentions, self._source.text, self._language, described)
        spoken = [
            [
                u
                for u in passage.outer
                if u.quoted.start in kinds and kinds[u.quoted.start].element in ("said", "quote")
            ]
            for passage in self._found
        ]
        who = Speakers(naming, described, self._source.text).attribute(self._found, spoken)
        for passage in self._found:
            for utterance in passage.utterances:
                saying = utterance.saying
                if utterance.quoted.depth and saying is not None and saying.subject is not None:
                    meant = naming.meant(saying.subject)
                    if meant and saying.subject.kind == "name":
                        who[utterance.quoted.start] = Attributed(meant, "verb of saying", None)
        records = _records(described, {a.who for a in who.values()}, people)
        return Marked(
            tuple(self._annotations(kinds, who, records)),
            tuple(records.values()),
            frozenset(records[a.who].id if a.who in records else a.who for a in who.values()),
        )

    def _has_dialogue(self) -> bool:
        """Whether paragraphs of speech are frequent, as in a story."""
        opening = sum(
            bool(p.utterances) and p.utterances[0].quoted.start == p.span.start for p in self._found
        )
        return opening >= _MANY and opening > _DIALOGUE * len(self._found)

    def _annotations(
        self, kinds: dict[int, Kind], who: dict[int, Attributed], records: dict[str, Person]
    ) -> Iterable[Annotation]:
        number = 0
        previous = ""
        for passage in self._found:
            for utterance in passage.utterances:
                kind = kinds.get(utterance.quoted.start)
                if kind is None:
                    continue
                attributes = dict(kind.attributes)
                speaker = who.get(utterance.quoted.start)
                certainty, rule = kind.certainty, kind.rule
                if speaker is not None and kind.element in ("said", "q"):
                    record = records.get(speaker.who)
                    attributes = {"who": f"#{record.id if record else speaker.who}", **attributes}
                    certainty, rule = speaker.certainty or certainty, speaker.rule
                if utterance.goes_on or utterance.taken_up:
                    if not utterance.taken_up:
                        number += 1
                    part = "I" if not utterance.taken_up else "M" if utterance.goes_on else "F"
                    _chain(attributes, part, number, previous)
                    previous = attributes["xml:id"]
                span = utterance.span if kind.element != "title" else self._title_in(utterance)
                yield Annotation(kind.element, span, tuple(attributes.items()), rule, certainty)

    def _title_in(self, utterance: Utterance) -> Span:
        """A title without the marks around it and the punctuation of the sentence, as in attributions."""
        start, end = utterance.quoted.inner_start, utterance.quoted.inner_end
        text = self._source.text
        while end > start + 1 and text[end - 1] in ",.;: \n":
            end -= 1
        while start < end - 1 and text[start].isspace():
            start += 1
        return Span(start, end)


def _chain(attributes: dict[str, str], part: str, number: int, previous: str) -> None:
    """Ties the parts of one quotation that goes on over paragraphs (Guidelines 20.3, att.global.linking)."""
    last = int(previous.rpartition("-")[2]) if part != "I" and previous else 0
    attributes["xml:id"] = f"speech-{number}-{last + 1}"
    if part != "I":
        attributes["prev"] = f"#{previous}"
    if part != "F":
        attributes["next"] = f"#speech-{number}-{last + 2}"


def _of_one_piece(found: Sequence[Passage], kinds: dict[int, Kind]) -> None:
    """What goes on over paragraphs is one thing: the kind of its first piece."""
    before: Utterance | None = None
    for passage in found:
        for utterance in passage.utterances:
            if utterance.taken_up and before is not None and before.quoted.start in kinds:
                kinds[utterance.quoted.start] = kinds[before.quoted.start]
            if utterance.goes_on:
                before = utterance


def _records(described: Descriptions, speaking: set[str], people: Sequence[Person]) -> dict[str, Person]:
    used = {person.id for person in people}
    records: dict[str, Person] = {}
    for key, forms in described.forms.items():
        if key not in speaking:
            continue
        slug = identifier(forms[0]) if key != NARRATOR else "narrator"
        number = 1
        name = slug or "speaker"
        while name in used:
            number += 1
            name = f"{slug}-{number}"
        used.add(name)
        rule = "the one who tells" if key == NARRATOR else "description"
        records[key] = Person(id=name, forms=tuple(forms), speaks=True, evidence=rule)
    return records
