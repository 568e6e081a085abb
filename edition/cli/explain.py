"""`edition explain`: more about a code or a rule."""

from __future__ import annotations

import difflib

import click

from edition.diagnostics.catalogue import as_markdown
from edition.diagnostics.explain import codes, explain


@click.command("explain", short_help="Say more about a code or rule that a message named.")
@click.argument("name", nargs=-1, metavar="CODE|RULE")
@click.option("--all", "every", is_flag=True, help="Print every code with its example, as Markdown.")
def command(name: tuple[str, ...], *, every: bool) -> int:
    """Say what a code means, why it matters, and what to do; or what a rule of recognition does.

    \b
      edition explain TEI-DATE-VALUE
      edition explain introduction names the author
      edition explain --all > codes.md
    """
    if every == bool(name):
        raise click.UsageError("Name one code or rule, or say --all for every code.")
    if every:
        click.echo(as_markdown(), nl=False)
        return 0
    wanted = " ".join(name)
    if wanted.upper() in codes():
        click.echo(explain(wanted), nl=False)
        return 0
    from edition.converter.rules import in_words, rules  # noqa: PLC0415  (a code needs no converter)

    try:
        click.echo(in_words(wanted), nl=False)
    except KeyError:
        pass
    else:
        return 0
    near = difflib.get_close_matches(wanted.upper(), codes(), n=1) or difflib.get_close_matches(
        wanted, rules(), n=1
    )
    hint = f" Did you mean {near[0]}?" if near else ""
    raise click.UsageError(f"There is no code and no rule called {wanted}.{hint}")
