"""Those who speak without a name in the text: by a description ("the porter"), or as the one who tells."""

from __future__ import annotations

from edition.converter.annotate.quoting.gender import Gender
from edition.converter.forms.letters import fold
from edition.converter.languages import Language

NARRATOR = "?"  # key of the one who says "I" outside the marks; a description's key begins so and goes on


class Descriptions:
    """The descriptions met in one text, each under a key."""

    def __init__(self, language: Language) -> None:
        self.forms: dict[str, list[str]] = {}
        self._table = language.quoting
        self._genders: dict[str, Gender] = {}
        self._relations: set[str] = set()

    def record(self, words: str) -> str:
        """A key for the person whom a description means: its words without article."""
        table = self._table
        parts = self._parts(words)
        low = [part.lower() for part in parts]
        others = table.his | table.her | table.others
        without = low[0].rstrip("'’") in table.determiners and low[0] not in others | table.my
        label = " ".join(parts[1:] if without and len(parts) > 1 else parts)
        key = NARRATOR + fold(label)
        forms = self.forms.setdefault(key, [])
        if label not in forms:
            forms.append(label)
        noun = low[-1]
        if low[0] in others or (low[0] in table.my and noun in table.persons):
            self._relations.add(key)
        self._genders[key] = "he" if noun in table.men else "she" if noun in table.women else ""
        return key

    def _parts(self, words: str) -> list[str]:
        """The words of a description; an elided article is one of them."""
        first, *rest = " ".join(words.split()).split(" ")
        article, mark, noun = first.replace("’", "'").partition("'")
        if mark and noun and article.lower() in self._table.elided:
            return [first[: len(article) + 1], noun, *rest]
        return [first, *rest]

    def narrator(self, word: str) -> str:
        """The key of the one who says "I" outside the marks; `word` is how the text writes it."""
        self.forms.setdefault(NARRATOR, [word])
        return NARRATOR

    def gender(self, key: str) -> Gender:
        """Which pronoun a description's noun goes with."""
        return self._genders.get(key, "")

    def is_relation(self, key: str) -> bool:
        """Whether a description says whose ("her mother"): who is meant changes with whose."""
        return key in self._relations
