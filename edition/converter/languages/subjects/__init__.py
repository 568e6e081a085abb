"""What a language says on each subject: a typed record for each `<language>/<subject>.toml`."""

from edition.converter.languages.subjects.article import ArticleWords
from edition.converter.languages.subjects.citations import CitationWords
from edition.converter.languages.subjects.dates import DateWords
from edition.converter.languages.subjects.insertions import InsertionWords
from edition.converter.languages.subjects.introductions import IntroductionWords
from edition.converter.languages.subjects.labels import LabelWords
from edition.converter.languages.subjects.letters import LetterWords
from edition.converter.languages.subjects.periodical import PeriodicalWords
from edition.converter.languages.subjects.persons import PersonWords
from edition.converter.languages.subjects.quoting import QuotingWords
from edition.converter.languages.subjects.references import ReferenceWords
from edition.converter.languages.subjects.structure import StructureWords
from edition.converter.languages.subjects.turns import TurnWords

__all__ = [
    "ArticleWords",
    "CitationWords",
    "DateWords",
    "InsertionWords",
    "IntroductionWords",
    "LabelWords",
    "LetterWords",
    "PeriodicalWords",
    "PersonWords",
    "QuotingWords",
    "ReferenceWords",
    "StructureWords",
    "TurnWords",
]
