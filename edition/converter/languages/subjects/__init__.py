"""What a language says on each subject: a typed record for each `<language>/<subject>.toml`."""

from edition.converter.languages.subjects.article import ArticleWords
from edition.converter.languages.subjects.dates import DateWords
from edition.converter.languages.subjects.labels import LabelWords
from edition.converter.languages.subjects.letters import LetterWords
from edition.converter.languages.subjects.periodical import PeriodicalWords
from edition.converter.languages.subjects.persons import PersonWords
from edition.converter.languages.subjects.references import ReferenceWords
from edition.converter.languages.subjects.structure import StructureWords
from edition.converter.languages.subjects.turns import TurnWords

__all__ = [
    "ArticleWords",
    "DateWords",
    "LabelWords",
    "LetterWords",
    "PeriodicalWords",
    "PersonWords",
    "ReferenceWords",
    "StructureWords",
    "TurnWords",
]
