"""Which of the candidates are labels: told from the whole text by what recurs.

A form and a face are in force when most of what they would name speaks more than once. A label that recurs is
believed; one that occurs once is believed in a form that is in force, where its place and face agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from edition.converter.forms.letters import LOWER, UPPER, fold
from edition.converter.segment.text import Text
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.candidates import declared
from edition.converter.segment.turns.closings import is_affiliation
from edition.converter.segment.turns.convention import Convention, Kind
from edition.converter.segment.turns.in_force import kinds_in_force
from edition.converter.segment.turns.labels import Once, Roles
from edition.converter.segment.turns.readings import PARTED, Readings, all_readings
from edition.model import Span

_FEW = 2  # words of labels that stand inside of lines only
_GAP = 60  # characters between two stanzas, with no other between them
_AT_STANZAS = 0.9  # of all labels at the beginning of a stanza: then none is elsewhere
_MINOR = 0.1  # of the labels of the commonest kind must another have, if its face is another
_PLAIN = 0.4  # labels with a colon for each stanza, from which on every colon is plain
_LONE = 0.5  # of all labels with a colon must stand alone on a line, for that to say nothing
_SET_OFF = 0.8  # of all labels must have a type of their own, for that to show one
_SMALL = 0.3  # of all labels must have small letters after them, for that to say nothing
_ONE_WORD = re.compile(rf"([{UPPER}](?<!\w.)[{LOWER}]+)\.")


def find_convention(text: Text, cast: Iterable[tuple[str, ...]] = ()) -> Convention | None:
    """The convention of a text, None where nothing shows one; `cast` are the folded names of a cast list."""
    if text.conventions.speaker:
        return _declared(text)
    roles = Roles(cast)
    readings = all_readings(text)
    found = readings.found
    if not found:
        return None
    sentences = _sentence_words(text, found)
    recurring_of = kinds_in_force(text, readings, roles, sentences)
    if not recurring_of:
        return None
    kinds = _believed(recurring_of)
    known: Counter[tuple[str, ...]] = Counter()
    for kind in sorted(kinds):
        known.update(recurring_of[kind])
    known.update(_with_commas(found, kinds, known))
    strong = [c for kind in kinds for c in found[kind] if c.key in known]
    once = _once(strong, kinds, known, text, roles=roles, sentences=sentences)
    labels = _labels(readings, kinds, known, once)
    spelled: list[tuple[str, ...]] = []
    if any(face == "letter" for _, face in kinds):
        spelled = [c.key for c in chain(*found.values()) if c.key not in known and once.spells_out(c)]
    voices = frozenset(spelled) | frozenset(
        key for key in labels if key not in known and once.names_nobody(key)
    )
    brackets = [c.beside for kind in kinds if kind[0] == "bracket" for c in found[kind] if c.key in known]
    return Convention(
        frozenset(kinds),
        frozenset(labels),
        known,
        once.only_first,
        _turns(strong, found, kinds, known) + len(spelled),
        voices,
        affiliated=2 * sum(map(is_affiliation, brackets)) > len(brackets),
    )


def _believed(recurring_of: Mapping[Kind, Mapping[tuple[str, ...], int]]) -> set[Kind]:
    """The kinds in force but for headings, and for rare ones in a face of their own."""
    again_of = {kind: sum(counts.values()) for kind, counts in recurring_of.items()}
    kinds = set(again_of)
    kinds -= _headings(again_of)
    most = max(again_of.values())
    faces = {face for (_, face), count in again_of.items() if count >= _MINOR * most}
    return {kind for kind in kinds if again_of[kind] >= _MINOR * most or kind[1] in faces}


def _once(
    strong: Sequence[Candidate],
    kinds: Iterable[Kind],
    known: Iterable[tuple[str, ...]],
    text: Text,
    *,
    roles: Roles,
    sentences: Mapping[str, float],
) -> Once:
    """What the labels that recur (`strong` is where they stand) show of those that occur once."""
    lone = sum(c.stopped == "colon" for c in strong) >= _LONE * len(strong)
    # Where labels stand alone, what is said is another stanza at least.
    enough = _PLAIN * len(text.stanzas) / (2 if lone else 1)
    return Once(
        only_first=_mostly_first(strong, text),
        colons=sum("colon" in (c.form, c.stopped) for c in strong) >= enough,
        small=sum(c.small for c in strong) >= _SMALL * len(strong),
        lone=lone,
        set_off=sum(c.set_off for c in strong) >= _SET_OFF * len(strong),
        forms=frozenset(form for form, _ in kinds),
        language=text.language,
        roles=roles,
        sentences=sentences,
        known=frozenset(known),
    )


def _labels(
    readings: Readings, kinds: set[Kind], known: Iterable[tuple[str, ...]], once: Once
) -> set[tuple[str, ...]]:
    """The labels that recur, and those that occur once and are believed."""
    found, within = readings.found, readings.within
    labels = set(known)
    for form, face in sorted(found):
        in_force = (form, face) in kinds
        near = form in once.forms or any(face == other for _, other in kinds)
        if in_force or (form == "colon" and once.colons) or near:
            several = found[form, face]
            labels.update(c.key for c in several if c.key not in labels and once.believes(c, in_force))
    if len(within) > 1 and not kinds.isdisjoint(PARTED):
        # Someone may speak in the middle of lines only.
        labels.update(key for key, count in within.items() if count > 1 and len(key) <= _FEW)
    return labels


def _turns(
    strong: Sequence[Candidate],
    found: Mapping[Kind, Sequence[Candidate]],
    kinds: set[Kind],
    known: Mapping[tuple[str, ...], int],
) -> int:
    """How many turns begin with a label that recurs."""
    # A name with a bracket is read twice: by the bracket, and by the sign after it.
    twice = sum(c.again and ("bracket", c.face) in kinds for c in strong)
    beside = sum(
        c.key in known and any(face == c.face for _, face in kinds)
        for kind, several in found.items()
        for c in several
        if kind not in kinds and kind[0] in ("bracket", "comma")
    )
    return len(strong) - twice + beside


def _declared(text: Text) -> Convention | None:
    """The convention that the edition declares, where the text follows it."""
    counts: Counter[tuple[str, ...]] = Counter()
    for stanza in text.stanzas:
        for index, line in enumerate(stanza.lines):
            candidate = declared(line, text.conventions, first=index == 0)
            if candidate is not None:
                counts[candidate.key] += 1
    kinds: frozenset[Kind] = frozenset({("declared", "declared")})
    return Convention(kinds, frozenset(counts), counts, False, counts.total()) if counts else None


def _with_commas(
    found: Mapping[Kind, Sequence[Candidate]], kinds: Iterable[Kind], known: Mapping[tuple[str, ...], int]
) -> dict[tuple[str, ...], int]:
    """Names that always have an office after a comma and recur so ("GALLI, relatore."), with their counts."""
    faces = {face for _, face in kinds}
    counts = Counter(
        c.key
        for (form, face), cs in found.items()
        for c in cs
        if form == "comma" and face in faces and not c.described
    )
    return {key: count for key, count in counts.items() if count > 1 and key not in known}


def _headings(again: Mapping[Kind, int]) -> set[Kind]:
    """Of the kinds those whose labels stand alone where most labels have a colon or a full stop: headings."""
    marked = sum(count for (form, _), count in again.items() if form in ("colon", "period", "dash"))
    return {kind for kind, count in again.items() if kind[0] == "alone" and marked >= 2 * count}


def _mostly_first(strong: Sequence[Candidate], text: Text) -> bool:
    """Whether labels begin stanzas; in a text without blank lines that says nothing."""
    if len(text.stanzas) < 0.05 * len(text.lines):
        return False
    return sum(c.first for c in strong) >= _AT_STANZAS * len(strong)


def _sentence_words(text: Text, found: Mapping[Kind, Sequence[Candidate]]) -> dict[str, float]:
    """Of each single capitalised word with a full stop: at what share of its places it may be a label."""
    starts = Counter(c.key[0] for c in found.get(("period", "capitalised"), ()) if len(c.key) == 1)
    if not starts:
        return {}
    places = Counter(
        fold(m[1]) for span in _stretches(text) for m in _ONE_WORD.finditer(text.source.text, *span)
    )
    return {word: count / max(places[word], count) for word, count in starts.items()}


def _stretches(text: Text) -> list[Span]:
    """Where the stanzas stand: they may be a sample of the source, with gaps."""
    stretches: list[Span] = []
    for stanza in text.stanzas:
        start, end = stanza.span
        if stretches and start - stretches[-1].end <= _GAP:
            stretches[-1] = Span(stretches[-1].start, end)
        else:
            stretches.append(Span(start, end))
    return stretches
