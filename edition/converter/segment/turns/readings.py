"""All readings of all lines of a text as beginnings of turns, before it is known which of them are labels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edition.converter.forms.letters import UPPER
from edition.converter.segment.text import Text
from edition.converter.segment.turns.candidate import Candidate, Form
from edition.converter.segment.turns.candidates import candidates
from edition.converter.segment.turns.closings import only_brackets
from edition.converter.segment.turns.convention import Kind
from edition.converter.segment.turns.inside import labels_inside

PARTED: frozenset[Kind] = frozenset({("period", "capitals"), ("colon", "capitals")})
"""Labels that may stand inside of lines."""
# Forms in which one printer may set the same label: with a direction, and without.
_COMPANIONS = frozenset({"bracket", "period", "comma", "alone"})
_EARLY, _LATE = 43, 73  # characters in which a stop or a bracket stands after a label, and a colon or a dash
_FEW_BLANKS = 4
_BEGINS_LABEL = re.compile(rf"[^\w\s]{{0,3}}(?:<|[{UPPER}]{{2}}|\d)")


class Readings(NamedTuple):
    """The readings by form and face; how many stanzas each label begins (`places`), and how often labels
    stand inside of lines that begin with one (`within`).
    """

    found: Mapping[Kind, Sequence[Candidate]]
    places: Mapping[tuple[str, ...], int]
    within: Mapping[tuple[str, ...], int]


def all_readings(text: Text) -> Readings:
    """All readings of all lines of a text.

    Lines with nothing but pages after a name list it, and a stanza that a label fills names nobody's speech.
    """
    found: dict[Kind, list[Candidate]] = defaultdict(list)
    places: Counter[tuple[str, ...]] = Counter()
    surnames: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    within: Counter[tuple[str, ...]] = Counter()
    for stanza in text.stanzas:
        for index, line in enumerate(stanza.lines):
            if index and not _may_speak(line.text):
                continue
            last = index == len(stanza.lines) - 1
            keys = set()
            inside = False
            for reading in candidates(line, text.language, first=index == 0, last=last):
                under = stanza.lines[index + 1].text if not last and not index else ""
                placed = reading.form == "alone" and under and only_brackets(under)
                candidate = reading._replace(beside=under) if placed else reading
                if candidate.numbers or (candidate.form == "alone" and last and index):
                    continue  # a list of pages; a signature under what someone wrote
                # A name in capitals with its own full stop is the same alone and with the speech after it;
                # so is any with a colon.
                inside = inside or (candidate.face == "capitals" and candidate.form in ("period", "colon"))
                same = candidate.stopped == "colon" or candidate.face == "capitals"
                form: Form = (same and candidate.stopped) or candidate.form
                found[form, candidate.face].append(candidate)
                if index == 0 and candidate.form in _COMPANIONS and not candidate.described:
                    keys.add(candidate.key)
                if index == 0 and candidate.form == "colon" and candidate.key and not candidate.small:
                    surnames[candidate.key[-1]].add(candidate.key)
            for key in keys:
                places[key] += 1
            if inside:
                for _, key in labels_inside(line.text, text.language):
                    within[key] += 1
    # A label that stands at the beginning of a line, and inside of others, recurs.
    for kind in PARTED:
        places.update({c.key: within[c.key] + 1 for c in found.get(kind, ()) if within[c.key]})
    # "Senator Ada Miller:", "MILLER:": labels that end in one name speak of one family at least.
    for several in surnames.values():
        if len(several) > 1:
            places.update(dict.fromkeys(several, 2))
    return Readings(found, places, within)


def _may_speak(line: str) -> bool:
    """Whether a line inside a stanza has what it must to begin a turn: capitals, an early stop or bracket, a
    colon or dash, or few words. Most lines of verse have none of it.
    """
    begin = line[:_LATE]
    if ":" in begin or "—" in begin or "–" in begin or "--" in begin or line.count(" ") <= _FEW_BLANKS:
        return True
    early = begin[:_EARLY]
    return "." in early or "(" in early or "[" in early or _BEGINS_LABEL.match(line) is not None
