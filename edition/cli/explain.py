"""`edition explain`: more about a code."""

from __future__ import annotations

import click


@click.command("explain", short_help="Say more about a code that a message named.")
@click.argument("code", metavar="CODE")
def command(code: str) -> int:
    """Say what a code means, why it matters, and what to do.

    \b
      edition explain FILE-EDITED
    """
    from edition.diagnostics.explain import explain  # noqa: PLC0415

    text = explain(code.upper())
    if text is None:
        raise click.UsageError(f"There is no code called {code}.")
    click.echo(text)
    return 0
