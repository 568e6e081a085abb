"""The entry point: finds the command, and turns whatever happens into an exit code.

0 clean, 1 findings, 2 the command cannot be carried out as given, 3 our own fault, 130 interrupted.
"""

from __future__ import annotations

import difflib
import gc
import os
import sys
from importlib import import_module

import click

from edition import __version__

# Each command with its module and its line in the help: a command is only loaded when it is called.
_COMMANDS = {
    "build": "Make a whole edition: TEI, web page and book page.",
    "convert": "Encode plain texts as TEI.",
    "validate": "Check TEI documents, and say what to do.",
    "serve": "Show a built edition at an address of this machine.",
    "dates": "List the dates of texts and TEI documents with their values.",
    "sources": "List the sources that texts and TEI documents cite.",
    "schema": "Print or write the schema, for Oxygen or VS Code.",
    "explain": "Say more about a code or rule that a message named.",
}


class _Commands(click.Group):
    """The commands, loaded one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"edition.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in _COMMANDS:
            near = difflib.get_close_matches(name, _COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"There is no command called {name}.{hint}", ctx)
        return super().resolve_command(ctx, args)


_EPILOG = """\b
Examples:
  edition build speech.txt              TEI, HTML and PDF in output/
  edition convert letters/ -o tei       every *.txt in letters/ as TEI
  edition validate tei/                 check what you have encoded

An edition.toml beside the texts holds title, editors, publisher, licence and your defaults.

Exit codes: 0 clean, 1 findings, 2 the command could not be carried out, 3 a fault of this program.
"""


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="edition")
def _edition() -> None:
    """From plain text to a published TEI edition: speakers, dates and sources encoded, the result
    validated, and set as web and book pages.
    """


def main() -> None:
    """Run the command line and exit."""
    # What an edition of a thousand texts keeps holds no cycles; looking for them takes a sixth of the time.
    gc.set_threshold(100_000, 50, 100)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; its exit code."""
    try:
        result = _edition.main(arguments, prog_name="edition", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nInterrupted. Finished files are whole; nothing is half-written.", err=True)
        # Where `exec` or `eval` of a string was interrupted (classes are made so), CPython would end by the
        # signal in spite of our exit code; the next one that comes to its end makes it forget that.
        eval("0")
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough; the interpreter must not complain while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _failed(error)
    return result if isinstance(result, int) else 0


def _failed(error: Exception) -> int:
    """Exit code 2 for what the command cannot do, 3 for a mistake of ours; always with a clear message."""
    from edition.cli.report import show  # noqa: PLC0415  (a run without a fault needs no wording)
    from edition.diagnostics import CannotRunError, OwnFaultError, diagnose  # noqa: PLC0415  (nor this)

    if isinstance(error, CannotRunError):
        show([error.diagnostic])
        return 2
    if isinstance(error, OwnFaultError):
        show([error.diagnostic])
        return 3
    if os.environ.get("EDITION_DEBUG"):
        raise error
    place = _place(error)
    show(
        [
            diagnose(
                "INTERNAL-ERROR",
                kind=type(error).__name__,
                reason=str(error) or "no more is known",
                place=place,
            )
        ]
    )
    return 3


def _place(error: Exception) -> str:
    """Module and line where the error arose, without any path of this machine."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "unknown place"
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
