"""What an edition says of itself, and the defaults of the flags: edition.toml."""

from edition.config.conventions import HouseConventions
from edition.config.facts import EditionFacts
from edition.config.file import find_settings, read_settings
from edition.config.html import HtmlSettings
from edition.config.print import PrintSettings
from edition.config.settings import FORMATS, GENRES, TARGETS, Settings

__all__ = [
    "FORMATS",
    "GENRES",
    "TARGETS",
    "EditionFacts",
    "HouseConventions",
    "HtmlSettings",
    "PrintSettings",
    "Settings",
    "find_settings",
    "read_settings",
]
