"""How much speaks for a debate, how much for an interview or a hearing."""

from __future__ import annotations

from edition.converter.segment.debate.record import is_record
from edition.converter.segment.debate.unnamed import is_announced, unnamed_share
from edition.converter.segment.diary import is_diary
from edition.converter.segment.text import Evidence, Text
from edition.converter.segment.turns import Convention, convention_of, density, is_list
from edition.converter.segment.turns.directions import is_procedure, is_reaction, speaks
from edition.converter.segment.turns.headings import act_or_scene

_DENSE = 0.08  # turns a stanza: in a debate one may speak for many paragraphs
_PERSONS = 3  # with so many speakers it is a debate, with fewer an interview
_TURNS = 4
_NOTED = 2  # paragraphs that note a reaction
_DECISIONS, _OFTEN = 2, 0.2  # what a meeting did: how often at least, and of all paragraphs with the lists
_SHORT = 250  # characters
_TITLED = 2  # labels with a title or an office
_ALTERNATE = 0.5  # of all stanzas must be questions without a dash and answers with one


def weigh(text: Text) -> Evidence:
    """How much speaks for a debate: turns of several people, offices, reactions; or for minutes of one."""
    found = _weigh(text, interview=False)
    if found.weight == 0 and convention_of(text) is None and is_minutes(text):
        return Evidence(0.6, "lists and decisions of a meeting")
    return found


def is_minutes(text: Text) -> bool:
    """Whether a text lists who was present or how they voted, and says several times what a meeting did."""
    records = sum(is_record(stanza.text, text.language) for stanza in text.stanzas)
    short = [stanza.text for stanza in text.stanzas if len(stanza.text) <= _SHORT]
    decisions = sum(is_procedure(words, text.language) for words in short)
    return records > 0 and decisions >= _DECISIONS and records + decisions >= _OFTEN * len(text.stanzas)


def weigh_interview(text: Text) -> Evidence:
    """How much speaks for an interview or a hearing: turns of two people, or of Q and A, or questions
    without a name and answers after a dash.
    """
    found = _weigh(text, interview=True)
    if found.weight == 0 and unnamed_share(text) >= _ALTERNATE:
        return Evidence(0.8, "questions, and answers after a dash")
    if found.weight == 0 and convention_of(text) is None and is_announced(text):
        return Evidence(0.7, "questions and answers, called an interview")
    return found


def _weigh(text: Text, *, interview: bool) -> Evidence:
    convention = convention_of(text)
    if convention is None or density(text) < _DENSE or convention.turns < _TURNS:
        return Evidence(0)
    if interview != _is_interview(text, convention) or is_list(text, convention):
        return Evidence(0)
    if is_diary(text.stanzas, text.source, text.language):
        return Evidence(0)  # "4 May [Wednesday]. Rain."
    recurring = [label for label, count in convention.counts.items() if count > 1]
    signs = [f"{convention.turns} turns of {len(recurring)} speakers"]
    weight = 0.6
    if density(text) > 0.4:
        weight += 0.1
    if _offices(text, convention):
        weight += 0.1
        signs.append("offices among the speakers")
    several = len(convention.labels - convention.voices) >= _PERSONS
    if not interview and several and _noted(text) >= _NOTED:
        weight += 0.1
        signs.append("reactions between the speeches")
    if any(face == "letter" for _, face in convention.kinds):
        weight += 0.15
        signs.append("letters for question and answer")
    if not interview and not _has_titles(text, convention):
        weight -= 0.1  # people without title or office may as well be persons of a play
    if any(act_or_scene(stanza.lines[0].text, text.language) for stanza in text.stanzas[:60]):
        weight -= 0.1
    return Evidence(weight, ", ".join(signs))


def _noted(text: Text) -> int:
    """How many paragraphs are nothing but a reaction in brackets."""
    return sum(
        stanza.text[0] in "([" and stanza.text[-1] in ")]." and is_reaction(stanza.text, text.language)
        for stanza in text.stanzas
    )


def _is_interview(text: Text, convention: Convention) -> bool:
    """Two people, or letters for question and answer; with an office and a third speaker it is a debate."""
    if any(face == "letter" for _, face in convention.kinds):
        return True
    recurring = sum(count > 1 for count in convention.counts.values())
    few = len(convention.labels) < _PERSONS
    return recurring < _PERSONS and (few or not (_offices(text, convention) or _sits(text)))


def _sits(text: Text) -> bool:
    """Whether several short paragraphs say what a sitting does ("House adjourned at six o'clock.")."""
    short = (stanza.text for stanza in text.stanzas if len(stanza.text) <= _SHORT)
    doing = (is_procedure(words, text.language) and not speaks(words, text.language) for words in short)
    return sum(doing) >= _NOTED


def _has_titles(text: Text, convention: Convention) -> bool:
    """Whether an office, or several titles, stand in the labels, as in records."""
    table = text.language.labels
    titles = table.titles | table.men | table.women | table.roles
    return sum(not titles.isdisjoint(label) for label in convention.labels) >= _TITLED


def _offices(text: Text, convention: Convention) -> bool:
    roles = text.language.labels.roles
    return any(not roles.isdisjoint(label) for label in convention.labels)
