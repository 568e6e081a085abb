"""Whether a label can mean someone: by the same words, a part of the name, an abbreviation, a surname."""

from __future__ import annotations

from edition.converter.annotate.participants.record import Record, initials
from edition.converter.forms.speakers import SpeakerLabel, is_role, is_together, words_of
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

_SHORTEST = 2  # letters of an abbreviated name


class Agreement:
    """Compares labels with records; no word of `common`, which a text writes in small letters, is a name."""

    def __init__(self, language: Language, common: frozenset[str]) -> None:
        self._language = language
        self._common = common

    def same_words(self, label: SpeakerLabel, record: Record) -> bool:
        """All words of a name or of a label before."""
        return record.core == words_of(label.words) or (
            record.core == label.core and (not label.gender or record.given)
        )

    def part_of_name(self, label: SpeakerLabel, record: Record) -> bool:
        """Words of a listed name ("Lydia" of "Lydia Miller", "York" of "Duke of York")."""
        if not record.is_listed or label.core == record.core:
            return False
        return set(words_of(label.words)) <= set(record.core) or (
            not label.gender and set(label.core) < set(record.core)
        )

    def part_of_description(self, label: SpeakerLabel, record: Record) -> bool:
        """A title or an office that is part of a description ("King" for "Henry, King of England")."""
        table = self._language.labels
        if not record.is_listed or not set(label.core) <= table.titles | table.roles:
            return False
        return set(label.core) <= record.more

    def abbreviated(self, label: SpeakerLabel, record: Record) -> bool:
        """The beginning of a word of a listed name ("Ham." for "Hamlet")."""
        return record.is_listed and self._is_abbreviation(label.core, record.core)

    def surname(self, label: SpeakerLabel, record: Record) -> bool:
        """A surname alone of a full name, or the other way round ("Lind" and "Anna Lind")."""
        if label.described or record.described or (record.is_listed and not record.given):
            return False
        return self._is_surname(label.core, record.core) or self._is_surname(record.core, label.core)

    def has_initials(self, label: SpeakerLabel, record: Record) -> bool:
        """The first letters of a name, in capitals ("RM" for "Rosa Martín")."""
        apart = len(label.core) > 1 and all(len(word) == 1 for word in label.core)
        short = (len(label.core) == 1 or apart) and label.words.isupper()
        return short and not record.described and f"{''.join(label.core)}." == initials(record.core)

    def short_for(self, label: SpeakerLabel, core: tuple[str, ...], gender: str) -> bool:
        """Whether a label is an abbreviation or a surname of the name `core`."""
        if label.core == core:
            # "Mr Kennedy" beside "Kennedy"; but "Mrs Higgins" is not Higgins.
            return "women" not in (label.gender, gender) and label.gender != gender
        if label.described or is_role(label, self._language) or is_together(label, self._language):
            return False
        if self._is_surname(label.core, core):
            return label.gender == gender or "" in (label.gender, gender)
        return self._is_abbreviation(label.core, core)

    def _is_surname(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether `short` is the end, or in double surnames the beginning, of the name `full`."""
        if not 0 < len(short) < len(full) or any(word in self._common for word in (*short, *full)):
            return False
        if set(full) & (self._language.labels.ordinals | self._language.labels.together):
            return False
        return full[-len(short) :] == short or (full[: len(short)] == short and len(full) - len(short) == 1)

    def _is_abbreviation(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether `short` begins one word of `full` and is no word or name by itself."""
        if len(short) != 1 or short[0] in self._common or len(short[0]) < _SHORTEST:
            return False
        (letters,) = short
        if letters.capitalize() in given_names() or letters[-1] in "aeiouy":
            return False
        return any(word.startswith(letters) and word != letters for word in full[:2])
