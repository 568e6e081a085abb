"""The words of each language, as tables: one TOML file a language, read when it is needed."""

from edition.converter.languages.detect import detect_language, passage_language
from edition.converter.languages.table import Language, known_languages, language

__all__ = ["Language", "detect_language", "known_languages", "language", "passage_language"]
