"""Options that several commands share, and settings made of edition.toml and the flags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from edition.config import GENRES, Settings, find_settings, read_settings
from edition.config.keys import is_day, is_language
from edition.diagnostics import CannotRunError, diagnose

F = TypeVar("F", bound=Callable[..., Any])


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_day(value):
        raise click.BadParameter(f"{value!r} is not a day; write YYYY-MM-DD, for example 1918-11-08.")
    return value


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_language(value):
        raise click.BadParameter(f"{value!r} is not a language code; write for example en, de or pt-BR.")
    return value


def _complete_language(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from edition.converter.languages import known_languages, language  # noqa: PLC0415  (for a shell only)

    codes = [("auto", "told from the text"), *((code, language(code).name) for code in known_languages())]
    return [CompletionItem(code, help=name) for code, name in codes if code.startswith(incomplete)]


def loudness(command: F) -> F:
    """-q and -v."""
    command = click.option(
        "-v", "--verbose", is_flag=True, help="Say what was found where, and by which rule."
    )(command)
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)


def output(command: F) -> F:
    """-o and --force."""
    command = click.option(
        "--force", is_flag=True, help="Overwrite results even if they were edited by hand since."
    )(command)
    return click.option(
        "-o",
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Folder for the results; made if it is not there.  [default: output]",
    )(command)


def reading(command: F) -> F:
    """What is known of plain texts: genre, language, date, encoding."""
    command = click.option(
        "--encoding", metavar="NAME", help="Encoding of the texts, if the guess is wrong: utf-8, cp1252, …"
    )(command)
    command = click.option(
        "--date",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="Date of the document: overrules the text's own.",
    )(command)
    command = click.option(
        "--lang",
        metavar="auto|CODE",
        callback=_language,
        shell_complete=_complete_language,
        help="Language of the texts: en, de, fr, …  [default: auto]",
    )(command)
    return click.option("--genre", type=click.Choice(GENRES), help="Kind of text.  [default: auto]")(command)


def working(command: F) -> F:
    """-j."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=0),
        metavar="N",
        help="Worker processes for many texts; 0 for one a processor.  [default: 0]",
    )(command)


def settings_for(sources: Sequence[str], **flags: Any) -> Settings:
    """The settings for `sources`: those of the edition.toml beside or above them, then the flags given.

    Raises CannotRunError for an unsound edition.toml, and for sources of two editions.
    """
    found: dict[Path | None, str] = {}
    for source in sources:
        place = Path() if source == "-" else Path(source)
        found.setdefault(find_settings(place), source)
    paths = list(found)
    if len(paths) > 1:
        names = ", ".join(_shown(path) if path else "none" for path in paths)
        raise CannotRunError(diagnose("CONFIG-TWO", path=list(found.values())[1], names=names))
    settings = read_settings(paths[0], name=_shown(paths[0])) if paths and paths[0] else Settings()
    given = {key: value for key, value in flags.items() if value is not None and value is not False}
    return replace(settings, **given)


def _shown(path: Path) -> str:
    """A path as the user would write it: from the current folder where it lies below."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
