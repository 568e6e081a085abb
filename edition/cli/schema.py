"""`edition schema`: the schema as a file, and the line that ties a document to it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from edition.cli.report import exit_code, say, show
from edition.files import Outputs
from edition.resources import resource


class _Form(NamedTuple):
    """A form of the schema: its file, and the namespace by which `xml-model` knows it ("" for none)."""

    file: str
    namespace: str


_FORMS = {
    "rng": _Form("edition.rng", "http://relaxng.org/ns/structure/1.0"),
    "sch": _Form("edition.sch", "http://purl.oclc.org/dsdl/schematron"),
    "odd": _Form("edition.odd", ""),
}

_EDITORS = """\
Put the line above <TEI>, with the path from the document to the schema as href.
  Oxygen reads it when the document is opened: it checks while you type, and shows what each element is for.
  VS Code does the same with the extension "XML" by Red Hat."""


@click.command("schema", short_help="Print or write the schema, for Oxygen or VS Code.")
@click.option("--rng", "form", flag_value="rng", default=True, help="The RELAX NG grammar.  [default]")
@click.option(
    "--odd", "form", flag_value="odd", help="The same as an ODD: TEI, with the reason for each decision."
)
@click.option("--sch", "form", flag_value="sch", help="Rules of Schematron that no grammar can say.")
@click.option("--all", "form", flag_value="all", help="All three; only with --write.")
@click.option(
    "--write",
    "target",
    type=click.Path(path_type=Path),
    metavar="FOLDER|FILE",
    help="Write it there, and say the line for your documents.  [default: print it]",
)
@click.option("--force", is_flag=True, help="Overwrite a file even if it was edited by hand since.")
def command(form: str, target: Path | None, force: bool) -> int:
    """Print the schema that documents are checked against, or write it where an editor finds it.

    \b
      edition schema > edition.rng
      edition schema --write tei/           tei/edition.rng, and the line to put in your documents
      edition schema --write tei/ --all     with the ODD and the rules of Schematron
    """
    wanted = list(_FORMS) if form == "all" else [form]
    if target is None:
        if form == "all":
            raise click.UsageError("--all writes several files: say where, with --write FOLDER.")
        click.echo(_content(form), nl=False)
        return 0
    folder, names = _places(target, wanted)
    written = Outputs(folder, force=force).write({names[one]: _content(one) for one in wanted})
    show(written.diagnostics)
    for path in written.paths:
        say(f"wrote {path}")
    lines = [_model(names[one], _FORMS[one].namespace) for one in wanted if _FORMS[one].namespace]
    if written.paths and lines:
        click.echo("\n".join(lines))
        say(_EDITORS)
    return exit_code(written.diagnostics)


def _content(form: str) -> bytes:
    return resource("schemas", _FORMS[form].file).read_bytes()


def _places(target: Path, wanted: list[str]) -> tuple[Path, dict[str, str]]:
    """The folder to write to, and the name of each form in it: `target` is a file if it looks like one."""
    names = {form: _FORMS[form].file for form in wanted}
    if target.is_dir() or not target.suffix:
        return target, names
    if len(wanted) > 1:
        raise click.UsageError(f"--all writes several files: {target} is one; name a folder.")
    expected = f".{wanted[0]}"
    if target.suffix != expected:
        raise click.UsageError(f"By its name {target} is something else: call it {target.stem}{expected}.")
    return target.parent, {wanted[0]: target.name}


def _model(name: str, namespace: str) -> str:
    """The processing instruction that names a schema (W3C Note "Associating Schemas with XML documents")."""
    return f'<?xml-model href="{name}" type="application/xml" schematypens="{namespace}"?>'
