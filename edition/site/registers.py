"""Who and what the texts of an edition name: for each record every text that has it, with its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.registers import Key, TextRecords
from edition.registers.merging import Gathered, merge
from edition.site.context import Passage
from edition.site.speeches import Speech
from edition.site.text import SiteText


@dataclass(slots=True)
class Appearance:
    """What one text has of a record: `own` is the id of its record there, empty where it has none."""

    text: SiteText
    own: str = ""
    mentions: list[Passage] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)


@dataclass(slots=True)
class Registered:
    """A record of the edition, and the texts that have it in their order."""

    gathered: Gathered
    by_text: dict[str, Appearance]

    @property
    def appearances(self) -> list[Appearance]:
        """What the texts have of it, in their order."""
        return list(self.by_text.values())

    @property
    def name(self) -> str:
        """The name it goes by."""
        return self.gathered.fullest.forms[0]

    @property
    def forms(self) -> list[str]:
        """Its other names, each once."""
        forms = dict.fromkeys(form for _, record in self.gathered.notes for form in record.forms)
        return sorted(form for form in forms if form != self.name)


class Registers:
    """The records of an edition; `texts` in the order of the edition."""

    def __init__(self, texts: Sequence[SiteText], records: Sequence[TextRecords]) -> None:
        self.merged = merge(records)
        self._of: dict[Key, Registered] = {}
        known = {text.stem: place for place, text in enumerate(texts)}
        self.records: list[Registered] = []
        for gathered in self.merged:
            # A text with several records of the same has them as one appearance.
            own: dict[str, str] = {}
            for text, record in gathered.notes:
                own.setdefault(text.stem, "" if record.external else record.id)
            places = sorted(known[stem] for stem in own if stem in known)
            having = {texts[place].stem: Appearance(texts[place], own[texts[place].stem]) for place in places}
            registered = Registered(gathered, having)
            self.records.append(registered)
            self._of |= {(text.stem, record.id): registered for text, record in gathered.notes}
        for one in texts:
            self._add(one)
        for registered in self.records:
            registered.by_text = {
                stem: registered.by_text[stem] for stem in sorted(registered.by_text, key=known.__getitem__)
            }

    def of(self, key: Key | None) -> Registered | None:
        """The record that is meant by a key, if the edition has it."""
        return self._of.get(key) if key is not None else None

    def _add(self, text: SiteText) -> None:
        """What a text says of and lets say those on record."""
        for mention in text.mentions:
            if (registered := self._of.get(mention.key)) is not None:
                # It may point to the record of another text.
                appearance = registered.by_text.setdefault(text.stem, Appearance(text))
                appearance.mentions.append(mention.passage)
        for speech in text.speeches:
            for speaker in dict.fromkeys(speech.speakers):
                if (registered := self._of.get((text.stem, speaker))) is not None:
                    registered.by_text.setdefault(text.stem, Appearance(text)).speeches.append(speech)


def pointed_at(text: SiteText, records: TextRecords) -> dict[str, Key]:
    """The pointers of a text that mean a record, those to its own records among them."""
    own = {f"#{one.id}": (text.stem, one.id) for one in records.records if not one.external}
    return own | {mention.pointer: mention.key for mention in text.mentions}
