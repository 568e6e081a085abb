"""One language's tables, typed: what the files in its folder say, read when they are asked for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_type_hints

from edition.converter.languages.subjects import (
    ArticleWords,
    CitationWords,
    DateWords,
    InsertionWords,
    IntroductionWords,
    LabelWords,
    LetterWords,
    PeriodicalWords,
    PersonWords,
    QuotingWords,
    ReferenceWords,
    StructureWords,
    TurnWords,
)

Words = TypeVar("Words")

UNKNOWN = "unknown"  # the folder that is read where a language has none


@dataclass(frozen=True, eq=False)
class Language:
    """The tables of one language; `code` is its BCP 47 tag, None where the language is not known."""

    code: str | None
    folder: str = UNKNOWN
    name: str = ""

    @cached_property
    def dates(self) -> DateWords:
        """Words and forms of calendar dates."""
        return _words(DateWords, self.folder, "dates")

    @cached_property
    def periodical(self) -> PeriodicalWords:
        """How issues of periodicals are labelled."""
        return _words(PeriodicalWords, self.folder, "periodical")

    @cached_property
    def article(self) -> ArticleWords:
        """What introduces, voices and attributes in newspaper pieces."""
        return _words(ArticleWords, self.folder, "article")

    @cached_property
    def citations(self) -> CitationWords:
        """How sources are cited in running text."""
        return _words(CitationWords, self.folder, "citations")

    @cached_property
    def introductions(self) -> IntroductionWords:
        """How quotations that are set apart are introduced."""
        return _words(IntroductionWords, self.folder, "introductions")

    @cached_property
    def insertions(self) -> InsertionWords:
        """What editors put into someone's words."""
        return _words(InsertionWords, self.folder, "insertions")

    @cached_property
    def persons(self) -> PersonWords:
        """What stands around names."""
        return _words(PersonWords, self.folder, "persons")

    @cached_property
    def turns(self) -> TurnWords:
        """What is printed around the turns of plays, debates and interviews."""
        return _words(TurnWords, self.folder, "turns")

    @cached_property
    def labels(self) -> LabelWords:
        """What speaker labels are made of beside names."""
        return _words(LabelWords, self.folder, "labels")

    @cached_property
    def letters(self) -> LetterWords:
        """How letters open and close."""
        return _words(LetterWords, self.folder, "letters")

    @cached_property
    def structure(self) -> StructureWords:
        """How books are divided."""
        return _words(StructureWords, self.folder, "structure")

    @cached_property
    def quoting(self) -> QuotingWords:
        """What stands around words in quotation marks."""
        return _words(QuotingWords, self.folder, "quoting")

    @cached_property
    def references(self) -> ReferenceWords:
        """How sources are cited."""
        return _words(ReferenceWords, self.folder, "references")

    @cached_property
    def common_words(self) -> frozenset[str]:
        """The commonest words, by which the language is told."""
        return frozenset(_detection(self.folder)["words"])

    @cached_property
    def foreign_words(self) -> frozenset[str]:
        """Words that tell a neighbouring language."""
        return frozenset(_detection(self.folder)["others"])

    @cached_property
    def calendar_words(self) -> frozenset[str]:
        """Full names of months and weekdays, in lower case."""
        dates = self.dates
        return frozenset(
            word.lower() for word in (*(names[0] for names in dates.months), *dates.weekday_names)
        )


@cache
def known_languages() -> tuple[str, ...]:
    """Codes of the languages that have tables, in alphabetical order."""
    return tuple(sorted(e.name for e in _folder().iterdir() if (e / "language.toml").is_file()))


@cache
def language(code: str | None) -> Language:
    """Tables for a BCP 47 `code` ("de", "de-AT"); where there are none, what many languages share."""
    primary = code.split("-")[0].lower() if code else ""
    if primary not in known_languages():
        return Language(code)
    return Language(code, primary, _table(primary, "language")["name"])


@cache
def given_names() -> frozenset[str]:
    """Given names of all languages, from given-names.txt."""
    return _names_in("given-names.txt")


@cache
def womens_names() -> frozenset[str]:
    """Those of the given names that women bear, and men rarely, from pronouns.toml."""
    return frozenset(name for name, pronoun in pronouns_of_names().items() if pronoun == "she")


@cache
def doubtful_names() -> frozenset[str]:
    """Given names that are also words or places ("May", "Florence")."""
    return _names_in("given-names-doubtful.txt")


def may_be_given_name(word: str) -> bool:
    """Whether a word is a given name, be it a doubtful one."""
    return word in given_names() or word in doubtful_names()


def _names_in(file: str) -> frozenset[str]:
    text = (_folder() / "shared" / file).read_text(encoding="utf-8")
    return frozenset(name for line in text.splitlines() if not line.startswith("#") for name in line.split())


@cache
def agencies() -> frozenset[str]:
    """Agencies that send news to papers, from agencies.toml: folded, without full stops, with and without
    what they send ("reuters telegrams").
    """
    raw = tomllib.loads((_folder() / "shared" / "agencies.toml").read_text(encoding="utf-8"))
    services = [f"{agency} {service}" for agency in raw["agencies"] for service in raw["services"]]
    return frozenset([*raw["agencies"], *services])


@cache
def pronouns_of_names() -> dict[str, str]:
    """Given names with the pronoun that goes with them, "he" or "she", from pronouns.toml."""
    raw = tomllib.loads((_folder() / "shared" / "pronouns.toml").read_text(encoding="utf-8"))
    return {name: pronoun for pronoun in ("he", "she") for name in raw[pronoun].split()}


def _words(kind: type[Words], folder: str, subject: str) -> Words:
    """The table of `subject` as a record of `kind`. Raises ValueError for a key that the record lacks."""
    raw = _table(folder, subject)
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if not raw.keys() <= known:
        raise ValueError(f"{folder}/{subject}.toml: unknown {', '.join(sorted(raw.keys() - known))}")
    hints = get_type_hints(kind)
    return kind(**{name: _typed(value, hints[name]) for name, value in raw.items()})


def _typed(value: Any, hint: Any) -> Any:
    """What TOML gives as the immutable value that the record declares."""
    if isinstance(value, dict):
        return {key: _typed(inner, tuple) for key, inner in value.items()}
    if isinstance(value, list):
        inner = tuple(_typed(item, None) for item in value)
        return frozenset(inner) if str(hint).startswith("frozenset") else inner
    return value


def _detection(folder: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = _table(folder, "language").get("detect", {"words": [], "others": []})
    return found


@cache
def _table(folder: str, subject: str) -> dict[str, Any]:
    """What a file says; where a language has none on the subject, what many languages share."""
    for place in (folder, UNKNOWN):
        path = _folder() / place / f"{subject}.toml"
        if path.is_file():
            return tomllib.loads(path.read_text(encoding="utf-8"))
    return {}


@cache
def _folder() -> Traversable:
    return files("edition.converter.languages")
