"""`edition serve`: a built edition at an address of this machine, for its search needs a server."""

from __future__ import annotations

import functools
import http.server
from pathlib import Path

import click

from edition.diagnostics import CannotRunError, diagnose

_HOST = "127.0.0.1"  # this machine and no other


class _Pages(http.server.SimpleHTTPRequestHandler):
    """Files of the folder, without a line for each; what Pagefind reads is no text."""

    extensions_map = {  # noqa: RUF012  (the base class has it so)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".wasm": "application/wasm",
        ".xml": "application/xml",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name of the base class)
        """Nothing: who reads is nobody's business."""

    def end_headers(self) -> None:
        """A page built anew is to be seen at once."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """A server for `folder` on this machine; port 0 is one that is free. Raises CannotRunError."""
    try:
        if not folder.is_dir():
            raise NotADirectoryError(0, "there is no such folder")
        pages = functools.partial(_Pages, directory=str(folder))
        return http.server.ThreadingHTTPServer((_HOST, port), pages)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(
            diagnose("SITE-NOT-SERVED", folder=str(folder), port=str(port), reason=reason)
        ) from None


@click.command("serve", short_help="Show a built edition at an address of this machine.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes one that is free."
)
def command(folder: Path, port: int) -> int:
    """Show the edition in FOLDER at an address of this machine, until Ctrl-C.

    Only this machine can read it. A page opened as a file works as well, but for the search.

    \b
      edition serve output
    """
    with server(folder, port) as pages:
        click.echo(f"http://{_HOST}:{pages.server_address[1]}/   (Ctrl-C ends it)")
        try:
            pages.serve_forever()
        except KeyboardInterrupt:
            click.echo()
    return 0
