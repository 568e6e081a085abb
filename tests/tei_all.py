"""TEI's own schema of everything, where it is at hand: it is no part of this project."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]


def tei_all_path() -> Path:
    """Where it would be: what EDITION_TEI_ALL names, else in the folder beside the checkout."""
    given = os.environ.get("EDITION_TEI_ALL")
    return Path(given) if given else ROOT.parent / "shared" / "schema" / "tei_all.rng"
