"""One language's table, typed: what the files in this folder say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, eq=False)
class DateWords:
    """Words and forms of calendar dates; `months` and `seasons` hold spellings in calendar order."""

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[str, ...] = ()
    seasons: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    numeric: str = ""
    forms: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ("–", "-", "—")
    before_year: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class PeriodicalWords:
    """How issues, volumes and pages are labelled; words that name periodicals."""

    issue: tuple[str, ...] = ()
    volume: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class ArticleWords:
    """What introduces, voices and attributes in newspaper pieces."""

    byline: tuple[str, ...] = ()
    rubrics: frozenset[str] = frozenset()
    vocatives: tuple[str, ...] = ()
    first_person: frozenset[str] = frozenset()
    introductions: tuple[str, ...] = ()
    voice: frozenset[str] = frozenset()
    connectors: tuple[str, ...] = ("&",)
    from_words: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class PersonWords:
    """What stands around names, words of names that are no person's, and capitalised words that are none."""

    roles: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    possessives: tuple[str, ...] = ()
    not_names: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Language:
    """The table of one language; `code` is its BCP 47 tag, None where the language is not known."""

    code: str | None
    name: str = ""
    common_words: frozenset[str] = frozenset()
    foreign_words: frozenset[str] = frozenset()
    dates: DateWords = DateWords()
    periodical: PeriodicalWords = PeriodicalWords()
    article: ArticleWords = ArticleWords()
    persons: PersonWords = PersonWords()
    counted: frozenset[str] = frozenset()

    @cached_property
    def calendar_words(self) -> frozenset[str]:
        """Full names of months and weekdays, in lower case."""
        return frozenset(
            word.lower() for word in (*(names[0] for names in self.dates.months), *self.dates.weekdays)
        )


@cache
def known_languages() -> tuple[str, ...]:
    """Codes of the languages that have a table, in alphabetical order."""
    folder = files("edition.converter.languages")
    return tuple(sorted(e.name[:-5] for e in folder.iterdir() if e.name.endswith(".toml")))


@cache
def language(code: str | None) -> Language:
    """Table for a BCP 47 `code` ("de", "de-AT"); where there is none, the labels many languages share."""
    primary = code.split("-")[0].lower() if code else ""
    if primary not in known_languages():
        return Language(code, periodical=_periodical(_table("shared", "unknown.toml")["periodical"]))
    return _read(code, _table(f"{primary}.toml"))


def _table(*path: str) -> dict[str, Any]:
    text = files("edition.converter.languages").joinpath(*path).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _periodical(raw: dict[str, list[str]]) -> PeriodicalWords:
    return PeriodicalWords(
        issue=tuple(raw["issue"]),
        volume=tuple(raw["volume"]),
        page=tuple(raw["page"]),
        titles=frozenset(raw.get("titles", ())),
    )


@cache
def given_names() -> frozenset[str]:
    """Given names of all languages, from given-names.txt."""
    text = (
        files("edition.converter.languages").joinpath("shared", "given-names.txt").read_text(encoding="utf-8")
    )
    return frozenset(name for line in text.splitlines() if not line.startswith("#") for name in line.split())


def _read(code: str | None, raw: dict[str, Any]) -> Language:
    dates, article = raw["dates"], raw["article"]
    persons = raw["persons"]
    return Language(
        code=code,
        name=raw["name"],
        common_words=frozenset(raw["detect"]["words"]),
        foreign_words=frozenset(raw["detect"]["others"]),
        dates=DateWords(
            months=tuple(tuple(spellings) for spellings in dates["months"]),
            weekdays=tuple(dates["weekdays"]),
            seasons=tuple(dates["seasons"]),
            ordinals=tuple(dates["ordinals"]),
            numeric=dates["numeric"],
            forms=tuple(dates["forms"]),
            ranges=tuple(dates["ranges"]),
            before_year=tuple(dates["before_year"]),
            determiners=tuple(dates["determiners"]),
        ),
        periodical=_periodical(raw["periodical"]),
        article=ArticleWords(
            byline=tuple(article["byline"]),
            rubrics=frozenset(rubric.casefold() for rubric in article["rubrics"]),
            vocatives=tuple(article["vocatives"]),
            first_person=frozenset(article["first_person"]),
            introductions=tuple(article["introductions"]),
            voice=frozenset(article["voice"]),
            connectors=tuple(article["connectors"]),
            from_words=tuple(article["from"]),
            spoken=frozenset(article["spoken"]),
            labels={role: tuple(words) for role, words in article["labels"].items()},
        ),
        persons=PersonWords(
            roles=frozenset(persons["roles"]),
            organisations=frozenset(persons["organisations"]),
            honorifics=frozenset(persons["honorifics"]),
            possessives=tuple(persons["possessives"]),
            not_names=frozenset(persons["not_names"]),
        ),
        counted=frozenset(raw["units"]["counted"]),
    )
