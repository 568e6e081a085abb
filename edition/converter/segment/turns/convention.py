"""Which of the candidates are labels: told from the whole text by what recurs.

A form and a face are in force when most of what they would name speaks more than once. A label that recurs is
believed; one that occurs once is believed in a form that is in force, where its place and face agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from edition.converter.forms.letters import LOWER, UPPER, fold
from edition.converter.languages import Language
from edition.converter.segment.text import Text
from edition.converter.segment.turns.candidate import Candidate, Form
from edition.converter.segment.turns.candidates import candidates, declared
from edition.converter.segment.turns.closings import is_affiliation, only_brackets
from edition.converter.segment.turns.directions import is_procedure, is_reaction
from edition.converter.segment.turns.faces import Face
from edition.converter.segment.turns.inside import labels_inside
from edition.converter.segment.turns.labels import Once, Roles, is_possible
from edition.model import Span

Kind = tuple[Form, Face]

# How much of what a form and face would name must recur before it is in force.
_SHARE: Mapping[Kind, float] = {
    ("colon", "capitals"): 0.4,
    ("colon", "capitalised"): 0.5,
    ("colon", "loose"): 0.6,
    ("colon", "letter"): 0.9,
    ("period", "capitals"): 0.5,
    ("period", "capitalised"): 0.7,
    ("period", "letter"): 0.9,
    ("bracket", "capitals"): 0.4,
    ("bracket", "capitalised"): 0.6,
    ("bracket", "loose"): 0.8,
    ("gap", "capitals"): 0.6,
    ("dash", "capitals"): 0.5,
    ("dash", "capitalised"): 0.8,
    ("verb", "capitals"): 0.4,
    ("gap", "letter"): 0.9,
    ("alone", "capitals"): 0.5,
    ("alone", "capitalised"): 0.75,
    ("alone", "loose"): 0.9,
}
# Forms in which one printer may set the same label: with a direction, and without.
_COMPANIONS = frozenset({"bracket", "period", "comma", "alone"})
# Labels that may stand inside of lines, and how many words have those that stand nowhere else.
_PARTED: frozenset[Kind] = frozenset({("period", "capitals"), ("colon", "capitals")})
_FEW = 2
# In a sitting that someone presides over, names stand so, and at the beginning of how many of all paragraphs.
_PRESIDED: Kind = ("period", "capitalised")
_PRESIDING = 0.6
_LEAST_TURNS = 3
_TWICE = 2
_GAP = 60  # characters between two stanzas, with no other between them
_DENSE = 0.35  # of all that has a form must be possible labels; sentences would drown them
_AT_STANZAS = 0.9  # of all labels at the beginning of a stanza: then none is elsewhere
_PAIRED = 3  # times as many letters for question and answer as for questions, at the most
_MINOR = 0.1  # of the labels of the commonest kind must another have, if its face is another
_PLAIN = 0.4  # labels with a colon for each stanza, from which on every colon is plain
_LONE = 0.5  # of all labels with a colon must stand alone on a line, for that to say nothing
_SET_OFF = 0.8  # of all labels must have a type of their own, for that to show one
_SMALL = 0.3  # of all labels must have small letters after them, for that to say nothing
_EARLY, _LATE = 43, 73  # characters in which a stop or a bracket stands after a label, and a colon or a dash
_FEW_BLANKS = 4
_BEGINS_LABEL = re.compile(rf"[^\w\s]{{0,3}}(?:<|[{UPPER}]{{2}}|\d)")
_ONE_WORD = re.compile(rf"([{UPPER}](?<!\w.)[{LOWER}]+)\.")


@dataclass(frozen=True)
class Convention:
    """How a text marks its speakers: by which kinds, and which labels are known (folded words).

    `only_first`: labels stand at the beginning of stanzas only. `voices` are labels that name nobody, and the
    words that letters for question and answer stand for.
    `affiliated`: what stands in brackets after labels says where someone belongs, and directs nothing.
    """

    kinds: frozenset[Kind]
    labels: frozenset[tuple[str, ...]]
    counts: Mapping[tuple[str, ...], int]
    only_first: bool
    turns: int
    voices: frozenset[tuple[str, ...]] = frozenset()
    affiliated: bool = False

    def reads(self, candidate: Candidate) -> bool:
        """Whether a candidate is the label of a turn."""
        return candidate.key in self.labels and self._allows(candidate)

    def _allows(self, candidate: Candidate) -> bool:
        kind = (candidate.form, candidate.face)
        if self.only_first and not candidate.first and candidate.face != "capitals":
            return False
        if kind in self.kinds or (candidate.form == "colon" and candidate.first):
            return True
        if candidate.key in self.voices:
            return candidate.first and any(form == candidate.form for form, _ in self.kinds)
        if candidate.stopped == "period" and ("period", "capitals") in self.kinds:
            return candidate.face == "capitals"
        if candidate.stopped == "colon" and any(form == "colon" for form, _ in self.kinds):
            return candidate.first or ("colon", candidate.face) in self.kinds
        if candidate.form == "alone" and ("period", candidate.face) in self.kinds:
            return False
        # "CATHERINE [rising]" beside "CATHERINE.": a speaker who is known, in another form.
        return candidate.form in ("bracket", "comma", "colon", "dash", "period", "verb") and any(
            face == candidate.face for _, face in self.kinds
        )


NOBODY = Convention(frozenset(), frozenset(), {}, True, 0)  # of a text in which nobody is marked as speaking


def find_convention(text: Text, cast: Iterable[tuple[str, ...]] = ()) -> Convention | None:
    """The convention of a text, None where nothing shows one; `cast` are the folded names of a cast list."""
    if text.conventions.speaker:
        return _declared(text)
    roles = Roles(cast)
    found, places, within = _found(text)
    if not found:
        return None
    sentences = _sentence_words(text, found)
    known: Counter[tuple[str, ...]] = Counter()
    recurring_of = _in_force(text, found, places, roles, sentences)
    if not recurring_of:
        return None
    again_of = {kind: sum(counts.values()) for kind, counts in recurring_of.items()}
    kinds = set(again_of)
    kinds -= _headings(again_of)
    most = max(again_of.values())
    faces = {face for (_, face), count in again_of.items() if count >= _MINOR * most}
    kinds = {kind for kind in kinds if again_of[kind] >= _MINOR * most or kind[1] in faces}
    for kind in sorted(kinds):
        known.update(recurring_of[kind])
    known.update(_with_commas(found, kinds, known))
    strong = [c for kind in kinds for c in found[kind] if c.key in known]
    only_first = _mostly_first(strong, text)
    lone = sum(c.stopped == "colon" for c in strong) >= _LONE * len(strong)
    # Where labels stand alone, what is said is another stanza at least.
    enough = _PLAIN * len(text.stanzas) / (2 if lone else 1)
    plain = sum("colon" in (c.form, c.stopped) for c in strong) >= enough
    small = sum(c.small for c in strong) >= _SMALL * len(strong)
    set_off = sum(c.set_off for c in strong) >= _SET_OFF * len(strong)
    forms = frozenset(form for form, _ in kinds)
    once = Once(
        only_first, plain, small, lone, set_off, forms, text.language, roles, sentences, frozenset(known)
    )
    labels = set(known)
    for form, face in sorted(found):
        in_force = (form, face) in kinds
        near = form in forms or any(face == other for _, other in kinds)
        if in_force or (form == "colon" and plain) or near:
            several = found[form, face]
            labels.update(c.key for c in several if c.key not in labels and once.believes(c, in_force))
    if len(within) > 1 and not kinds.isdisjoint(_PARTED):
        # Someone may speak in the middle of lines only.
        labels.update(key for key, count in within.items() if count > 1 and len(key) <= _FEW)
    spelled: list[tuple[str, ...]] = []
    if any(face == "letter" for _, face in kinds):
        spelled = [c.key for c in chain(*found.values()) if c.key not in known and once.spells_out(c)]
    voices = frozenset(spelled) | frozenset(
        key for key in labels if key not in known and once.names_nobody(key)
    )
    # A name with a bracket is read twice: by the bracket, and by the sign after it.
    twice = sum(c.again and ("bracket", c.face) in kinds for c in strong)
    beside = sum(
        c.key in known and any(face == c.face for _, face in kinds)
        for kind, several in found.items()
        for c in several
        if kind not in kinds and kind[0] in ("bracket", "comma")
    )
    brackets = [c.beside for kind in kinds if kind[0] == "bracket" for c in found[kind] if c.key in known]
    return Convention(
        frozenset(kinds),
        frozenset(labels),
        known,
        only_first,
        len(strong) - twice + beside + len(spelled),
        voices,
        affiliated=2 * sum(map(is_affiliation, brackets)) > len(brackets),
    )


def _in_force(
    text: Text,
    found: Mapping[Kind, Sequence[Candidate]],
    places: Mapping[tuple[str, ...], int],
    roles: Roles,
    sentences: Mapping[str, float],
) -> dict[Kind, dict[tuple[str, ...], int]]:
    """The kinds of which most labels recur, each with the labels that do and how often."""
    every: Counter[tuple[str, ...]] = Counter()
    for kind, several in found.items():
        every.update(c.key for c in several if kind[0] != "alone")
    companions = _companions(found, places)
    whole: dict[Kind, dict[tuple[str, ...], int]] = {}
    halves: dict[Kind, dict[tuple[str, ...], int]] = {}
    for kind, several in found.items():
        fit = [c for c in several if is_possible(c, text.language, roles, sentences)]
        fit = _speaking(fit) if kind[0] == "colon" else _letters(fit, text) if kind[1] == "letter" else fit
        counts = Counter(c.key for c in fit)
        recurring = {
            key
            for key, count in counts.items()
            if count > 1 or (kind[0] != "gap" and (every[key] > 2 or places[key] > 1 or roles.know(key)))
        }
        recurring |= _titled(counts, kind, text.language) | _affiliated(fit)
        if kind == _PRESIDED:
            recurring |= _presided(fit, counts, text)
        total = sum(counts.values())
        again = sum(counts[key] for key in recurring)
        others = {key: places[key] for key in companions.get(kind[1], ()) if key not in recurring}
        directed = 0
        if again < _LEAST_TURNS and kind[0] == "period":
            beside = found.get(("comma", kind[1]), ())
            directed = sum(c.key in recurring and c.first and c.spoken and not c.named for c in beside)
        enough = again + directed + sum(others.values()) >= _LEAST_TURNS
        enough = enough and len(recurring) + len(others) >= 2
        shown = again >= _SHARE.get(kind, 1.1) * total and total >= _DENSE * len(several)
        if shown and (enough or again >= (_LEAST_TURNS if kind[0] != "colon" else _TWICE)):
            (whole if enough else halves)[kind] = {key: counts[key] for key in recurring}
    return whole | _together(halves, whole, text)


def _together(
    halves: Mapping[Kind, dict[tuple[str, ...], int]],
    whole: Mapping[Kind, dict[tuple[str, ...], int]],
    text: Text,
) -> dict[Kind, dict[tuple[str, ...], int]]:
    """Of the kinds that name but one speaker those that belong together.

    One answers under a name and "Q." stands for all who ask; or "LE JOURNAL:" asks and "Lemaire:" answers.
    """
    letters = {key[0] for kind, counts in halves.items() if kind[1] == "letter" for key in counts}
    named = any(kind[1] != "letter" for kind in (*halves, *whole))
    if named and letters & text.language.turns.questions:
        return {kind: counts for kind, counts in halves.items() if kind[0] in ("colon", "period", "gap")}
    colons = {kind: counts for kind, counts in halves.items() if kind[0] == "colon"}
    if len(colons) > 1 and all(sum(counts.values()) >= _LEAST_TURNS for counts in colons.values()):
        return colons
    # An office and a member, each with a colon ("The chairman of the board:", "Deputy Lind:").
    labels = text.language.labels
    keys = {key for counts in colons.values() for key in counts}
    offices = [key for key in keys if not (labels.titles | labels.roles).isdisjoint(key)]
    return colons if len(colons) > 1 and len(offices) > 1 else {}


def _may_speak(line: str) -> bool:
    """Whether a line inside a stanza has what it must to begin a turn: capitals, an early stop or bracket, a
    colon or dash, or few words. Most lines of verse have none of it.
    """
    begin = line[:_LATE]
    if ":" in begin or "—" in begin or "–" in begin or "--" in begin or line.count(" ") <= _FEW_BLANKS:
        return True
    early = begin[:_EARLY]
    return "." in early or "(" in early or "[" in early or _BEGINS_LABEL.match(line) is not None


def _found(
    text: Text,
) -> tuple[dict[Kind, list[Candidate]], Counter[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """All readings of all lines, by form and face, how many stanzas each label begins, and how often labels
    stand inside of lines that begin with one.

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
    for kind in _PARTED:
        places.update({c.key: within[c.key] + 1 for c in found.get(kind, ()) if within[c.key]})
    # "Senator Ada Miller:", "MILLER:": labels that end in one name speak of one family at least.
    for several in surnames.values():
        if len(several) > 1:
            places.update(dict.fromkeys(several, 2))
    return found, places, within


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


def _titled(counts: Mapping[tuple[str, ...], int], kind: Kind, language: Language) -> set[tuple[str, ...]]:
    """Labels of a title and a name, where several have it: one who speaks once is named like the others."""
    labels = language.labels
    titles = labels.men | labels.women
    if kind[0] in ("colon", "dash", "verb"):
        titles = titles | labels.titles | labels.roles
    beside = labels.articles if kind[0] != "period" else frozenset[str]()
    found = {key for key in counts if len(key) > 1 and key[key[0] in beside] in titles}
    if kind[0] == "colon":
        found |= {key for key in counts if len(key) == 1 and key[0] in labels.roles}
    if kind[0] == "colon" and kind[1] != "loose":
        found |= {key for key in counts if key[0] in labels.articles and not labels.roles.isdisjoint(key)}
    marked = kind[0] in ("colon", "period", "dash", "verb")
    return found if len(found) >= _LEAST_TURNS and marked else set()


def _presided(
    several: Sequence[Candidate], counts: Mapping[tuple[str, ...], int], text: Text
) -> set[tuple[str, ...]]:
    """Names with a full stop in a sitting, where whoever presides is called by the office again and again.

    Most paragraphs begin so, and the record notes what the audience or the sitting does: no prose and no
    list is like that.
    """
    roles = text.language.labels.roles
    chair = {key for key, count in counts.items() if count > 1 and len(key) == 1 and key[0] in roles}
    labels = {c.key for c in several if c.first}
    if not chair or len(labels) < _LEAST_TURNS or sum(counts.values()) < _PRESIDING * len(text.stanzas):
        return set()
    return labels if any(_is_noted(stanza.text, text.language) for stanza in text.stanzas) else set()


def _is_noted(words: str, language: Language) -> bool:
    """Whether a paragraph ends with a note in brackets of what the audience or the sitting does."""
    begin = words.rfind("(")
    note = words[begin:]
    if begin < 0 or not note.endswith(")"):
        return False
    return is_reaction(note, language) or (begin == 0 and is_procedure(note, language))


def _affiliated(several: Sequence[Candidate]) -> set[tuple[str, ...]]:
    """Labels with a party or a place in brackets before the sign that ends them, where several have it."""
    beside = {
        c.key
        for c in several
        if c.first
        and (
            (c.again and c.form == "period") or ((c.again or c.form == "alone") and is_affiliation(c.beside))
        )
    }
    found = beside | {c.key for c in several if c.inside and c.first and is_affiliation(f"({c.inside})")}
    return found if len(found) >= _LEAST_TURNS else set()


def _companions(
    found: Mapping[Kind, Sequence[Candidate]], places: Mapping[tuple[str, ...], int]
) -> dict[str, set[tuple[str, ...]]]:
    """Labels that recur with a direction after a comma or in brackets, by their face."""
    result: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for (form, face), several in found.items():
        if form in ("comma", "bracket"):
            result[face].update(c.key for c in several if c.first and places[c.key] > 1)
    return result


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


def _speaking(several: Sequence[Candidate]) -> list[Candidate]:
    """The readings with a colon without words after which a sentence always goes on in small letters.

    In a transcript without capitals that says nothing.
    """
    begun = {c.key for c in several if not c.small}
    if len(begun) < 2:
        return list(several)
    return [c for c in several if c.key in begun]


def _letters(several: Sequence[Candidate], text: Text) -> list[Candidate]:
    """The readings of letters with a full stop as labels: none where they count a list ("A.", "B.", "C.")."""
    turns = text.language.turns
    used = {c.key[0] for c in several}
    asking = bool(used & turns.questions) and bool(used & turns.answers)
    if several and several[0].form == "gap":
        # "A" and "P" may be words: answers are as many as questions, or the letter is no word.
        asked = [c for c in several if c.key[0] in turns.questions]
        common = text.language.common_words
        if 2 * (len(several) - len(asked)) < len(asked):
            return [c for c in asked if c.key[0] not in common]
        return list(several) if asking and len(several) <= _PAIRED * len(asked) else []
    return list(several) if asking or not {"a", "b"} <= used else []


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


def _mostly_first(strong: Sequence[Candidate], text: Text) -> bool:
    """Whether labels begin stanzas; in a text without blank lines that says nothing."""
    if len(text.stanzas) < 0.05 * len(text.lines):
        return False
    return sum(c.first for c in strong) >= _AT_STANZAS * len(strong)
