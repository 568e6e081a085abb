"""A small Python package with fonts, installed in a folder of its own: its code must never be run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

LICENCE = b"SIL Open Font License, Version 1.1"


def installed(folder: Path, name: str, files: Mapping[str, bytes], *, listed: bool = True) -> Path:
    """Installs `files`, by their paths below the package, and gives the folder to be put on the path."""
    module = name.replace("-", "_")
    files = {f"{module}/__init__.py": b"raise SystemExit('this is not to be run')\n"} | {
        f"{module}/{path}": data for path, data in files.items()
    }
    metadata = f"{module}-1.0.dist-info"
    files[f"{metadata}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode()
    files[f"{metadata}/licenses/LICENSE"] = b"Of the code."
    if listed:
        files[f"{metadata}/RECORD"] = "".join(f"{path},,\n" for path in files).encode()
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder
