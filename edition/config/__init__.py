"""What an edition says of itself, and the defaults of the flags: edition.toml."""

from edition.config.conventions import HouseConventions
from edition.config.ebook import EbookChoices
from edition.config.facts import EditionFacts
from edition.config.file import find_settings, read_settings
from edition.config.html import HtmlSettings
from edition.config.print import PrintSettings
from edition.config.settings import DEFAULT_TARGETS, FORMATS, GENRES, TARGETS, Settings

__all__ = [
    "DEFAULT_TARGETS",
    "FORMATS",
    "GENRES",
    "TARGETS",
    "EbookChoices",
    "EditionFacts",
    "HouseConventions",
    "HtmlSettings",
    "PrintSettings",
    "Settings",
    "find_settings",
    "read_settings",
]
