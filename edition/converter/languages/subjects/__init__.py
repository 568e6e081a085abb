"""What a language can say on each subject: one typed record a subject, read from `<language>/<subject>.toml`."""

from edition.converter.languages.subjects.article import ArticleWords
from edition.converter.languages.subjects.dates import DateWords
from edition.converter.languages.subjects.letters import LetterWords
from edition.converter.languages.subjects.periodical import PeriodicalWords
from edition.converter.languages.subjects.persons import PersonWords
from edition.converter.languages.subjects.structure import StructureWords
from edition.converter.languages.subjects.turns import TurnWords

__all__ = [
    "ArticleWords",
    "DateWords",
    "LetterWords",
    "PeriodicalWords",
    "PersonWords",
    "StructureWords",
    "TurnWords",
]
