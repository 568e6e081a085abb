"""Which kinds of labels are in force in a text: those of which most labels recur."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from edition.converter.languages import Language
from edition.converter.segment.text import Text
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.closings import is_affiliation
from edition.converter.segment.turns.convention import Kind
from edition.converter.segment.turns.directions import is_procedure, is_reaction
from edition.converter.segment.turns.labels import Roles, is_possible
from edition.converter.segment.turns.readings import Readings

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
# In a sitting that someone presides over, names stand so, and at the beginning of how many of all paragraphs.
_PRESIDED: Kind = ("period", "capitalised")
_PRESIDING = 0.6
_LEAST_TURNS = 3
_TWICE = 2
_DENSE = 0.35  # of all that has a form must be possible labels; sentences would drown them
_PAIRED = 3  # times as many letters for question and answer as for questions, at the most


def kinds_in_force(
    text: Text, readings: Readings, roles: Roles, sentences: Mapping[str, float]
) -> dict[Kind, dict[tuple[str, ...], int]]:
    """The kinds of which most labels recur, each with the labels that do and how often."""
    found, places = readings.found, readings.places
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
