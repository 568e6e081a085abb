"""What stands in quotation marks, paragraph by paragraph, before anything is concluded from it."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edition.converter.forms.quoting.dashes import Incises, Opened, opened
from edition.converter.forms.quoting.marks import MARKS, Usage, usage
from edition.converter.forms.quoting.pairing import Quoted, nested, quoted_in
from edition.converter.forms.quoting.saying import ClauseReader, Saying
from edition.converter.languages import Language
from edition.model import Block, Source, Span

# Blocks whose words are searched for quotation marks.
_READ = frozenset({"paragraph", "item", "note", "speech", "stage"})
# After these a conversation is at an end.
_PARTING = frozenset({"head", "section-break", "rubric", "speaker"})


@dataclass(slots=True)
class Utterance:
    """Words in marks, with the clauses beside them. `goes_on` says that the next paragraph takes them up,
    `taken_up` that they continue those of the paragraph before.
    """

    quoted: Quoted
    before: Saying | None = None
    after: Saying | None = None
    goes_on: bool = False
    taken_up: bool = False

    @property
    def span(self) -> Span:
        """The words with their marks."""
        return Span(self.quoted.start, self.quoted.end)

    @property
    def saying(self) -> Saying | None:
        """The clause that says who speaks: the one after wins, since it can't belong to anything else."""
        for clause in (self.after, self.before):
            if clause is not None and clause.subject is not None:
                return clause
        return self.after or self.before


@dataclass
class Passage:
    """A paragraph with its utterances. `first` says that it does not continue the one before, `aside` that it
    is a note.
    """

    span: Span
    utterances: list[Utterance] = field(default_factory=list)
    first: bool = False
    aside: bool = False

    @cached_property
    def outer(self) -> list[Utterance]:
        """The utterances that stand in no other; asked for when all are found."""
        return [utterance for utterance in self.utterances if not utterance.quoted.depth]

    @cached_property
    def says_after(self) -> bool:
        """Whether a clause after some of its words says who speaks; asked for when all clauses are read."""
        clauses = (utterance.after for utterance in self.outer)
        return any(c is not None and c.manner == "says" and c.subject is not None for c in clauses)


def passages(
    leaves: Sequence[Block],
    quoting: frozenset[int],
    source: Source,
    language: Language,
    *,
    dashes: bool = False,
) -> list[Passage]:
    """The paragraphs among `leaves` with what stands in marks in them; `quoting` are the offsets at which
    paragraphs of block quotations begin, whose own marks say nothing new. `dashes` says that a dash may open
    speech in a text of this genre.
    """
    text = source.text
    incises = Incises(text, language)
    by_dashes = _opened_by_dashes(leaves, text, incises, language) if dashes else {}
    if not by_dashes and MARKS.search(text) is None:
        return []
    used = usage(text)
    found: list[Passage] = []
    parted = True
    for leaf in leaves:
        if leaf.kind not in _READ:
            parted = parted or leaf.kind in _PARTING
            continue
        inside = quoted_in(text, *leaf.span, used, language.quoting.elisions)
        passage = Passage(leaf.span, first=parted, aside=leaf.kind == "note")
        parted = False
        row = _spoken(inside.quoted, by_dashes.get(leaf.span.start), incises, language)
        for quoted in row:
            if leaf.span.start in quoting and not quoted.depth and quoted.start == leaf.span.start:
                continue
            passage.utterances.append(Utterance(quoted))
        found.append(passage)
    _chain(found, text, used)
    for passage in found:
        passage.utterances = _settled(passage.utterances)
    return found


def _opened_by_dashes(
    leaves: Sequence[Block], text: str, incises: Incises, language: Language
) -> dict[int, Opened]:
    """The paragraphs that a dash opens as speech, by their offsets; with them those before one whose marks
    are open ("« Venez." before "— Non. »").
    """
    paragraphs = [leaf.span for leaf in leaves if leaf.kind == "paragraph"]
    months = language.calendar_words
    found = {span.start: seen for span in paragraphs if (seen := opened(text, *span, months)) is not None}
    if not found or not incises.are_dialogue(tuple(found.values())):
        return {}
    for one, other in itertools.pairwise(paragraphs):
        if other.start in found and text[one.start] == "«" and "»" not in text[one.start : one.end]:
            found[one.start] = Opened(one.start, one.end, one.start + 1, tight=False)
    return found


def _spoken(
    found: Sequence[Quoted], paragraph: Opened | None, incises: Incises, language: Language
) -> Sequence[Quoted]:
    """What is spoken in a paragraph: without the narrator's clauses inside marks, and what a dash opens."""
    if paragraph is not None:
        closed = [quoted for quoted in found if not quoted.open]
        return nested([*incises.in_dashes(paragraph), *closed])
    if not language.quoting.incises:
        return found
    parted = [one for quoted in found for one in ([quoted] if quoted.open else incises.in_marks(quoted))]
    return nested(parted) if parted != list(found) else found


def _settled(row: Sequence[Utterance]) -> list[Utterance]:
    """The utterances without those that are left open and do not go on; each stands as deep as is left."""
    kept: list[Utterance] = []
    around: list[Quoted] = []
    for utterance in row:
        if utterance.quoted.open and not (utterance.goes_on or utterance.taken_up):
            continue
        while around and around[-1].end <= utterance.quoted.start:
            around.pop()
        if utterance.quoted.depth != len(around):
            utterance.quoted = utterance.quoted._replace(depth=len(around))
        around.append(utterance.quoted)
        kept.append(utterance)
    return kept


def _chain(found: Sequence[Passage], text: str, used: Usage) -> None:
    """Ties what a paragraph leaves open to the next one, if that begins with the same mark or what closes
    it.
    """
    for one, other in itertools.pairwise(found):
        last = one.utterances[-1] if one.utterances else None
        outer = next((u for u in reversed(one.utterances) if u.quoted.open), None)
        if last is None or outer is None or other.first or not other.utterances:
            continue
        following = other.utterances[0]
        begins = not text[other.span.start : following.quoted.start].strip()
        if begins and following.quoted.sign == outer.quoted.sign:
            outer.goes_on = following.taken_up = True


def read_clauses(
    found: Sequence[Passage],
    source: Source,
    language: Language,
    ends: Mapping[int, int],
    before: Mapping[int, int] | None = None,
) -> None:
    """Reads the clauses beside each utterance. `ends` are the ends of all names by where they begin, `before`
    those with which the clauses were read already: without a change among them, a paragraph stays as it is.
    """
    reader = ClauseReader(source.text, language, lambda at: ends.get(at, -1))
    changed = None if before is None else sorted({at for at, _ in ends.items() ^ before.items()})
    previous: Passage | None = None
    for passage in found:
        if changed is not None and not _stands_between(changed, previous or passage, passage):
            previous = passage
            continue
        rooms = _rooms(passage.utterances, passage.span)
        for utterance, (start, end) in zip(passage.utterances, rooms, strict=True):
            quoted = utterance.quoted
            utterance.after = None if quoted.open else reader.after(quoted.end, end)
            clause = utterance.after
            if language.quoting.verb_last and clause and clause.told_by_verb_only():
                utterance.after = reader.ahead(start, quoted.start, clause)
            utterance.before = None if utterance.taken_up else reader.before(start, quoted.start)
        _introduced(passage, previous, reader, source.text)
        previous = passage


def _stands_between(offsets: Sequence[int], first: Passage, last: Passage) -> bool:
    """Whether one of `offsets` stands in two paragraphs or between them."""
    place = bisect_left(offsets, first.span.start)
    return place < len(offsets) and offsets[place] < last.span.end


def _introduced(passage: Passage, previous: Passage | None, reader: ClauseReader, text: str) -> None:
    """The clause before a colon that ends the paragraph before belongs to what a paragraph begins with."""
    first = passage.utterances[0] if passage.utterances else None
    if first is None or previous is None or passage.first or first.before or first.taken_up:
        return
    if first.quoted.start != passage.span.start or text[previous.span.end - 1] != ":":
        return
    start = max((u.quoted.end for u in previous.outer), default=previous.span.start)
    first.before = reader.before(start, previous.span.end)


def _rooms(row: Sequence[Utterance], span: Span) -> list[tuple[int, int]]:
    """The words around each utterance, in which no other stands: from what ends before it on its own level,
    to what begins after it there, or to the marks around both.
    """
    if not row:
        return []
    if not any(utterance.quoted.depth for utterance in row):
        before = [span.start, *(utterance.quoted.end for utterance in row[:-1])]
        return list(zip(before, [*(utterance.quoted.start for utterance in row[1:]), span.end], strict=True))
    starts: list[int] = []
    around = [span.start]  # where the room of the next utterance begins, by depth
    for utterance in row:
        depth = utterance.quoted.depth
        del around[depth + 1 :]
        starts.append(around[depth])
        around[depth] = utterance.quoted.end
        around.append(utterance.quoted.inner_start)
    ends: list[int] = []
    later: list[int] = [span.end]  # where the next one on each level begins
    for place in range(len(row) - 1, -1, -1):
        quoted = row[place].quoted
        while len(later) <= quoted.depth:
            later.append(span.end)
        del later[quoted.depth + 1 :]
        ends.append(later[quoted.depth])
        later[quoted.depth] = quoted.start
    ends.reverse()
    within = _inner_ends(row, span)
    return [(start, min(end, inner)) for start, end, inner in zip(starts, ends, within, strict=True)]


def _inner_ends(row: Sequence[Utterance], span: Span) -> Iterator[int]:
    """Where the words end in which each utterance stands: before the closing mark around it, if any."""
    around: list[Quoted] = []
    for utterance in row:
        del around[utterance.quoted.depth :]
        yield around[-1].inner_end if around else span.end
        around.append(utterance.quoted)


def narrated(passage: Passage) -> Iterator[tuple[int, int]]:
    """What stands outside all marks in a paragraph, in order, each between two offsets."""
    position = passage.span.start
    for utterance in passage.outer:
        if utterance.quoted.start > position:
            yield position, utterance.quoted.start
        position = max(position, utterance.quoted.end)
    if position < passage.span.end:
        yield position, passage.span.end
