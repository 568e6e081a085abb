"""`edition explain`: more about a code."""

from __future__ import annotations

import difflib

import click

from edition.diagnostics.explain import codes, explain


@click.command("explain", short_help="Say more about a code that a message named.")
@click.argument("code", metavar="CODE")
def command(code: str) -> int:
    """Say what a code means, why it matters, and what to do.

    \b
      edition explain FILE-EDITED
    """
    try:
        click.echo(explain(code), nl=False)
    except KeyError:
        near = difflib.get_close_matches(code.upper(), codes(), n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise click.UsageError(f"There is no code called {code}.{hint}") from None
    return 0
