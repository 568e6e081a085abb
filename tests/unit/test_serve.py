"""`edition serve`: a built edition at an address of this machine."""

from __future__ import annotations

import threading
import urllib.request
from pathlib import Path

import pytest

from edition.cli.serve import server
from edition.diagnostics import CannotRunError
from tests.command import edition


def test_files_come_with_their_types_and_from_nowhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    types = {
        "index.html": "text/html; charset=utf-8",
        "pagefind.js": "text/javascript; charset=utf-8",
        "wasm.en.pagefind": "application/octet-stream",
        "x.wasm": "application/wasm",
    }
    for name in types:
        (tmp_path / "site" / name).write_text("x")
    with server(tmp_path / "site", 0) as pages:
        thread = threading.Thread(target=pages.serve_forever)
        thread.start()
        try:
            at = f"http://127.0.0.1:{pages.server_address[1]}"
            for name, kind in types.items():
                with urllib.request.urlopen(f"{at}/{name}") as answer:
                    assert answer.headers["Content-Type"] == kind
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{at}/../secret.txt")
        finally:
            pages.shutdown()
            thread.join()
    assert capsys.readouterr().err == ""


def test_a_port_that_is_taken_and_a_folder_that_is_not_there_are_said(tmp_path: Path) -> None:
    with server(tmp_path, 0) as pages:
        port = str(pages.server_address[1])
        taken = edition("serve", tmp_path, "--port", port)
    assert taken.code == 2 and "SITE-NOT-SERVED" in taken.err and f"port {port}" in taken.err
    with pytest.raises(CannotRunError, match="no such folder"):
        server(tmp_path / "none", 0)
