"""Speech that a dash opens, and clauses of saying inside speech: where the narrator's words begin and end.

"—Ven —dijo Ana—. Te espero." "— Приходите, — сказал он, — я жду." "— Venez, dit-il, je vous attends." "– Kom,
sade Anna." A paragraph that begins with a dash is speech where a text does so for dialogue. From speech to
narrator lead a dash before a verb of saying, or a comma before a verb with its subject; back lead the next
dash, or after a comma a word with which no narrator goes on. Where neither is sure, all is one stretch.
(Real Academia Española, Ortografía 2010, 3.4.8.1; Правила русской орфографии и пунктуации, § 195–198.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.quoting.pairing import Quoted
from edition.converter.forms.quoting.saying import ClauseReader, Saying
from edition.converter.forms.quoting.verbs import manner_of
from edition.converter.languages import Language

DASH = "—"  # the sign of all stretches that a dash opens

OPENING = re.compile(r"(?:[—–―]|--|-(?=[ \u00a0]))[ \u00a0\u202f\t]{0,3}(?=[^\W\d_]|[¿¡«„“\"'’‘(\[_*…]|\.\.)")
_TURN = re.compile(r"\s{0,3}(?:[—–―]|(?<!-)--(?!-))\s{0,3}|\s-\s|(?<=[,!?…»”])\s{1,3}")
_PAUSE = re.compile(r"[,;:.!?…—–―]")
_STOP = re.compile(r"[.!?…—–―]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BACK = re.compile(r"[,.!?…]\s{1,3}[—–―]\s")
_ASIDE = 200  # characters of a narrator's words between two dashes
_INNER = re.compile(r"['’-]")
_DASHES = frozenset("—–―-")
_ENDED = ".!?…"
_CLOSED = tuple(".!?…»”\"'’:;,)—–―-_*")
_SKIPPED = " \n\t\u00a0\u202f,.;:"
_SHARE = 0.25  # clauses of saying (twice) and questions among the paragraphs that begin with a dash
_SENTENCE = 600  # characters of a narrator's sentence
_LABEL = 60  # characters of a date, place or signature
_LONG = 4  # letters of a small word that is no part of one
_LEANING = 3  # words that may stand before the verb


class Opened(NamedTuple):
    """A paragraph between two offsets that begins as speech, its first words at `words`."""

    start: int
    end: int
    words: int
    tight: bool


def opened(text: str, start: int, end: int, calendar: frozenset[str]) -> Opened | None:
    """The paragraph, if it begins with a dash and words, and is no date, place or signature; `calendar` are
    the names of months and weekdays.
    """
    found = OPENING.match(text, start, end)
    if found is None:
        return None
    words = text[found.end() : end].rstrip()
    if not words.endswith(_CLOSED) or _is_label(words, calendar):
        return None
    return Opened(start, start + len(text[start:end].rstrip()), found.end(), not found.group()[-1].isspace())


def _is_label(words: str, calendar: frozenset[str]) -> bool:
    """Whether words are names and numbers only ("Paris, 3 mai.", "V. I. Lenin.")."""
    if len(words) > _LABEL or "!" in words or "?" in words:
        return False
    parts = _WORD.findall(words)
    small = [part for part in parts if part[0].islower() and part not in calendar]
    return len(parts) > 1 and all(len(part) < _LONG for part in small) and len(parts) > 2 * len(small)


class Incises:
    """Parts speech from the narrator's clauses in it, in one text."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._table = language.quoting
        self._reader = ClauseReader(text, language, lambda at: -1)
        self._known: dict[Opened, list[tuple[int, int]]] = {}
        self._signs = (-1, -1)  # the end of a paragraph, and where the last sign of speech stands in it

    def are_dialogue(self, paragraphs: Sequence[Opened]) -> bool:
        """Whether paragraphs that begin with a dash are speech in this text: some say who speaks."""
        clauses = questions = 0
        for paragraph in paragraphs:
            stretches = self._stretches_of(paragraph)
            clauses += len(stretches) > 1 or (bool(stretches) and stretches[-1][1] < paragraph.end)
            words = self._text[paragraph.start : paragraph.end]
            questions += "?" in words or "!" in words
        return clauses > 0 and 2 * clauses + questions > _SHARE * len(paragraphs)

    def in_dashes(self, paragraph: Opened) -> list[Quoted]:
        """What is spoken in a paragraph that begins with a dash."""
        stretches = self._stretches_of(paragraph)
        found = [Quoted(start, end, start, end, DASH) for start, end in stretches]
        if found:
            found[0] = found[0]._replace(start=paragraph.start)
        return found

    def in_marks(self, quoted: Quoted) -> list[Quoted]:
        """What is spoken between marks, without the narrator's clauses inside them."""
        stretches = self.stretches(quoted.inner_start, quoted.inner_end, tight=False, marked=True)
        if not stretches or (len(stretches) == 1 and stretches[0][1] >= quoted.inner_end - 1):
            return [quoted]
        found = [quoted._replace(start=s, end=e, inner_start=s, inner_end=e) for s, e in stretches]
        found[0] = found[0]._replace(start=quoted.start, inner_start=quoted.inner_start)
        if not self._text[found[-1].end : quoted.inner_end].strip():
            found[-1] = found[-1]._replace(end=quoted.end, inner_end=quoted.inner_end)
        return found

    def _stretches_of(self, paragraph: Opened) -> list[tuple[int, int]]:
        """The stretches of speech in a paragraph that begins with a dash."""
        found = self._known.get(paragraph)
        if found is None:
            found = self.stretches(paragraph.words, paragraph.end, tight=paragraph.tight, marked=False)
            self._known[paragraph] = found
        return found

    def stretches(self, start: int, end: int, *, tight: bool, marked: bool) -> list[tuple[int, int]]:
        """The stretches of speech between two offsets, of which the first begins there. `tight` says that
        the first dash stands close to its word, `marked` that the whole stands in quotation marks.
        """
        text = self._text
        found: list[tuple[int, int]] = []
        spoken: int | None = start
        at = start
        while (turn := _TURN.search(text, at, end)) is not None and turn.end() < end:
            at = turn.end()
            is_dash = not _DASHES.isdisjoint(turn.group())
            if spoken is None:
                if is_dash:
                    spoken = at
                continue
            if is_dash and self._leads_to_narrator(turn, end, tight=tight, marked=marked):
                found.append((spoken, turn.start()))
                spoken = None
            elif is_dash and not marked and self._is_answer(turn):
                found.append((spoken, turn.start()))
                spoken = turn.start() + len(turn.group()) - len(turn.group().lstrip())
            elif not is_dash and (clause := self._clause(turn.start(), turn.end(), end)) is not None:
                found.append((spoken, turn.start()))
                at, resumed = self._clause_end(clause, turn.end(), end, marked=marked)
                spoken = at if resumed else None
        if spoken is not None:
            found.append((spoken, end))
        return [stretch for stretch in map(self._trimmed, found) if stretch[0] < stretch[1]]

    def _leads_to_narrator(self, turn: re.Match[str], end: int, *, tight: bool, marked: bool) -> bool:
        following = self._text[turn.end()]
        before = self._text[turn.start() - 1]
        if following.islower() and self._may_say(turn.end(), end):
            clause = self._reader.after(turn.start(), end)
            if clause is not None:
                return not marked or clause.subject is not None
        if marked:
            return False
        gap = turn.group()
        opens = gap[0].isspace() and not gap[-1].isspace()
        if tight and opens and following.islower():
            return True
        spaced = gap[0].isspace() and gap[-1].isspace()
        if not self._table.dashes_turn or not spaced:
            return False
        if before in _ENDED:
            return True
        word = _WORD.match(self._text, turn.end(), end)
        pronouns = self._table.he | self._table.she
        return (
            before == "," and word is not None and word.group() in pronouns and self._returns(word.end(), end)
        )

    def _returns(self, at: int, end: int) -> bool:
        """Whether a dash after a comma or a stop leads back to speech."""
        turn = _BACK.search(self._text, at, min(end, at + _ASIDE))
        return turn is not None

    def _is_answer(self, turn: re.Match[str]) -> bool:
        """Whether someone else may answer in the same paragraph ("— Oui. — Non.")."""
        after = self._text[turn.end()]
        return self._text[turn.start() - 1] in _ENDED and (after.isupper() or after in "¿¡")

    def _may_say(self, at: int, end: int) -> bool:
        """Whether one of the next words is a verb of saying, or something that stands before one."""
        table = self._table
        for _ in range(_LEANING):
            word = _WORD.match(self._text, at, end)
            if word is None:
                return False
            low = word.group().lower()
            if manner_of(low, table) or low in table.auxiliaries or low in table.participles or "-" in low:
                return True
            if "'" in low or "’" in low:
                return True
            adverb = low in table.adverbs or (table.adverb_endings and low.endswith(table.adverb_endings))
            if not adverb and low not in table.clitics and low not in table.leads:
                return not table.inverts or low in table.determiners or low in table.he | table.she
            at = word.end() + 1
        return False

    def _clause(self, before: int, at: int, end: int) -> Saying | None:
        """The clause of saying that begins at `at` without a dash, where it has a subject of its own."""
        if not self._text[at].islower() or not self._begins_with_verb(at, end):
            return None
        clause = self._reader.after(before, end)
        if clause is None:
            return None
        if clause.subject is None:
            return clause if self._names_a_thing(at, end) else None
        if clause.subject.kind == "dropped":
            return None
        if clause.subject.start == at and clause.subject.kind not in ("he", "she", "they", "i", "we"):
            return None
        subject = self._text[clause.subject.start : clause.subject.end].lower()
        return None if subject == clause.verb else clause

    def _begins_with_verb(self, at: int, end: int) -> bool:
        table = self._table
        word = _WORD.match(self._text, at, end)
        if word is None:
            return False
        low = word.group().lower()
        first = low.partition("-")[0].replace("’", "'").rpartition("'")[2]
        if not table.inverts and low in table.he | table.she | table.i:
            following = _WORD.match(self._text, word.end() + 1, end)
            return following is not None and manner_of(following.group().lower(), table) is not None
        return (
            manner_of(first, table) is not None
            or first in table.auxiliaries
            or ((low in table.clitics or low in table.leads) and self._may_say(at, end))
        )

    def _names_a_thing(self, at: int, end: int) -> bool:
        """Whether an article follows the verb at `at`: someone speaks whom the tables do not know."""
        verb = _WORD.match(self._text, at, end)
        following = _WORD.match(self._text, verb.end() + 1, end) if verb is not None else None
        if following is not None and following.group().endswith(self._table.adverb_endings or ("\0",)):
            following = _WORD.match(self._text, following.end() + 1, end)
        if verb is None or following is None:
            return False
        word = following.group().lower().replace("’", "'").partition("'")
        return word[0] in self._table.determiners and manner_of(verb.group(), self._table) is not None

    def _clause_end(self, clause: Saying, at: int, end: int, *, marked: bool) -> tuple[int, bool]:
        """Where a clause that begins at `at` ends, and whether speech goes on there: up to a closing mark it
        does after a full stop.
        """
        text = self._text
        pause = _PAUSE.search(text, clause.subject.end if clause.subject is not None else at, end)
        if pause is None:
            return end, False
        if pause.group() in _DASHES:
            return pause.start(), False
        rest = self._after_blank(pause.end(), end)
        if pause.group() == ":":
            return rest, True
        if pause.group() in ",;":
            word = _WORD.match(text, rest, end)
            if word is not None and (self._resumes(word.group()) or self._calls(word.group())):
                return rest, True
            pause = _STOP.search(text, rest, min(end, rest + _SENTENCE))
            if pause is None:
                return end, False
            if pause.group() in _DASHES:
                return pause.start(), False
            rest = self._after_blank(pause.end(), end)
        return rest, marked or self._speaks_on(rest, end)

    def _resumes(self, word: str) -> bool:
        low = word.lower().replace("’", "'")
        return low in self._table.resuming or low.partition("'")[0] in self._table.resuming

    def _speaks_on(self, rest: int, end: int) -> bool:
        """Whether the sentences after a clause are spoken: they ask, call out, or speak to someone."""
        if self._signs[0] != end:
            self._signs = (end, self._last_sign(rest, end))
        return self._signs[1] >= rest

    def _last_sign(self, rest: int, end: int) -> int:
        """Where the last sign of speech stands between two offsets."""
        last = max(self._text.rfind("?", rest, end), self._text.rfind("!", rest, end))
        for match in _WORD.finditer(self._text, max(rest, last), end):
            parts = _INNER.split(match.group().lower())
            if any(part in self._table.addressing or self._calls(part) for part in parts):
                last = match.start()
        return last

    def _calls(self, word: str) -> bool:
        """Whether a word is a verb in the second person."""
        table = self._table
        low = word.lower()
        if not table.addressing_endings or not low.endswith(table.addressing_endings):
            return False
        return low not in table.prepositions and low not in table.adverbs

    def _after_blank(self, at: int, end: int) -> int:
        while at < end and self._text[at].isspace():
            at += 1
        return at

    def _trimmed(self, stretch: tuple[int, int]) -> tuple[int, int]:
        """Without blanks and the narrator's stops at its ends; empty where no word is left."""
        start, end = stretch
        while start < end and self._text[start] in _SKIPPED and self._text[start : start + 2] != "..":
            start += 1
        end = start + len(self._text[start:end].rstrip())
        return (start, end) if any(c.isalnum() for c in self._text[start:end]) else (start, start)
